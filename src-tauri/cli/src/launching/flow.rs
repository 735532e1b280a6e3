//! Flow Launcher's JSON-RPC for executables (plugins of the first version): one call in an argument, one answer on standard output.
//! Any byte on standard error is an error to it, so nothing is ever said there.

use std::ffi::OsString;

use portico_core::{
    display::safe,
    launcher::{Entry, Shown},
    lookalike::Lookalikes,
    store,
    tenant::Tenant,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{in_order, start};
use crate::{failure::Failure, json::harmless, output};

/// As many rows as anybody reads.
const ROWS: usize = 50;

#[derive(Default, Deserialize)]
struct Call {
    #[serde(default)]
    method: String,
    #[serde(default)]
    parameters: Vec<Value>,
}

impl Call {
    fn text(&self, at: usize) -> &str {
        self.parameters.get(at).and_then(Value::as_str).unwrap_or_default()
    }
}

/// Returns the call, if these arguments are one. Flow Launcher gives nothing but the object.
pub(crate) fn flow_call(mut arguments: impl Iterator<Item = OsString>) -> Option<String> {
    let call = arguments.next()?.to_string_lossy().into_owned();
    (call.starts_with('{') && arguments.next().is_none()).then_some(call)
}

/// Answers a call.
pub(crate) fn flow(call: &str) {
    let call: Call = serde_json::from_str(call).unwrap_or_default();
    let answer = match call.method.as_str() {
        "query" => found(call.text(0)),
        "open" => {
            if let Ok(identity) = call.text(0).parse() {
                // That it could not be started cannot be told here; nothing opens then.
                let _ = start(&Shown { identity, name: call.text(1).to_owned() });
            }
            none()
        }
        _ => none(),
    };
    // Flow Launcher may have turned away already.
    let _ = output::text(&answer);
}

fn none() -> String {
    answer(&[])
}

fn found(query: &str) -> String {
    let read = store::find_places().map_err(Failure::from).and_then(|places| {
        let registry = store::load(&places)?.registry;
        Ok((places, registry))
    });
    match read {
        Ok((places, registry)) => rows(&in_order(&places, &registry, query), &Lookalikes::of(&registry)),
        Err(failure) => answer(&[json!({
            "Title": "Portico cannot read its customers",
            "SubTitle": safe(&failure.message),
            "Score": 0,
        })]),
    }
}

/// Returns the rows. A row calls `open` with identity and name.
pub(super) fn rows(tenants: &[&Tenant], lookalikes: &Lookalikes) -> String {
    let shown = tenants.iter().take(ROWS);
    let row = |(at, tenant): (usize, &&Tenant)| {
        let Entry { title, detail } = Entry::new(tenant, lookalikes);
        json!({
            "Title": title,
            "SubTitle": detail,
            // Flow Launcher sorts by it.
            "Score": 100 * (ROWS - at),
            "JsonRPCAction": {
                "method": "open",
                "parameters": [tenant.identity().to_string(), safe(&tenant.name)],
                "dontHideAfterAction": false,
            },
        })
    };
    answer(&shown.enumerate().map(row).collect::<Vec<_>>())
}

fn answer(rows: &[Value]) -> String {
    harmless(&format!("{}\n", json!({ "result": rows })))
}
