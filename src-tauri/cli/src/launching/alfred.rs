//! Alfred's Script Filter (alfredapp.com/help/workflows/inputs/script-filter/json).

use portico_core::{
    display::safe,
    launcher::{Entry, words},
    lookalike::Lookalikes,
    tenant::Tenant,
};
use serde_json::json;

use crate::json::harmless;

/// Returns a row that says why there is none to choose. Without any, Alfred would offer to search the web for a customer's name.
pub(super) fn nothing(why: &str) -> String {
    let item = json!({ "title": safe(why), "valid": false });
    harmless(&format!("{}\n", json!({ "skipknowledge": true, "items": [item] })))
}

/// Returns the rows. The workflow opens `{query}`, the identity, and expects `{var:name}`.
pub(super) fn items(tenants: &[&Tenant], lookalikes: &Lookalikes) -> String {
    let item = |tenant: &&Tenant| {
        let Entry { title, detail } = Entry::new(tenant, lookalikes);
        json!({
            "title": title,
            "subtitle": detail,
            "arg": tenant.identity().to_string(),
            "match": format!("{title} {}", words(tenant).join(" ")),
            "variables": { "name": safe(&tenant.name) },
            "text": { "copy": tenant.tenant_id.to_string() },
        })
    };
    let items: Vec<_> = tenants.iter().map(item).collect();
    // In Portico's order, not in Alfred's own.
    harmless(&format!("{}\n", json!({ "skipknowledge": true, "items": items })))
}
