//! What the last import did: `{ "v": 1, "at": …, "source": …, "set": [ { "before": {…}, "after": {…} } ] }`.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::{
    FileTenant, FormatError,
    members::{Members, Unique},
    parse_entries, parsed,
    patch::{self, json},
    text_of,
};
use crate::{
    cloud::Identity,
    import::{Done, Set},
    tenant::Tenant,
};

/// The biggest file that is read, in bytes: a registry before and after.
pub const IMPORT_LIMIT: u64 = 2 * super::SIZE_LIMIT + 1024 * 1024;

#[derive(Deserialize)]
#[serde(expecting = "an object with `v`, `at`, `source`, `registry` and `set`")]
struct FileDone<'a> {
    v: u32,
    #[serde(deserialize_with = "parsed")]
    at: Timestamp,
    source: String,
    registry: String,
    #[serde(borrow)]
    set: Vec<FileSet<'a>>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `after`")]
struct FileSet<'a> {
    #[serde(borrow)]
    before: Option<Unique<FileTenant<'a>>>,
    #[serde(borrow)]
    after: Unique<FileTenant<'a>>,
    #[serde(default)]
    unknown: String,
}

/// Reads what the last import did.
///
/// # Errors
///
/// What is wrong and in which line.
pub fn parse_import(bytes: &[u8]) -> Result<Done, FormatError> {
    let FileDone { v, at, source, registry, set } = serde_json::from_str(text_of(bytes)?)?;
    if v != 1 {
        return Err(FormatError { line: 0, what: "a newer Portico wrote it".to_owned(), newer_schema: Some(v) });
    }
    let tenant = |Unique(tenant): Unique<FileTenant<'_>>| Tenant::from(tenant);
    let sets = set.into_iter().map(|FileSet { before, after, unknown }| Set {
        before: before.map(tenant),
        after: tenant(after),
        unknown,
    });
    Ok(Done { at, source, registry, sets: sets.collect() })
}

/// Returns the text of what an import does.
pub fn render_import(done: &Done) -> String {
    let set = |Set { before, after, unknown }: &Set| {
        let before = before.as_ref().map(|tenant| format!("\"before\": {}, ", patch::entry(tenant, &[])));
        let unknown = if unknown.is_empty() { String::new() } else { format!(", \"unknown\": {}", json(unknown)) };
        format!("{{ {}\"after\": {}{unknown} }}", before.unwrap_or_default(), patch::entry(after, &[]))
    };
    let sets: Vec<_> = done.sets.iter().map(set).collect();
    let Done { at, source, registry, .. } = done;
    let head = format!("\"v\": 1, \"at\": \"{at}\", \"source\": {}, \"registry\": {}", json(source), json(registry));
    format!("{{ {head},\n  \"set\": [{}] }}\n", sets.join(",\n"))
}

/// Returns the fields of an entry that Portico does not know, as one text that is the same for the same fields. Empty where there
/// are none, or the text is no entry.
pub fn unknown_fields(entry: &str) -> String {
    let members = serde_json::from_str::<Members<'_>>(entry).map(|members| members.0).unwrap_or_default();
    let unknown = members.iter().filter(|(key, _)| !patch::FIELDS.contains(&key.as_str()));
    unknown.map(|(key, value)| format!("{}: {}\n", json(key), value.get())).collect()
}

/// Returns the fields that Portico does not know of each tenant of a registry file that has some.
pub fn unknown_of_all(bytes: &[u8]) -> HashMap<Identity, String> {
    let entries = text_of(bytes).ok().and_then(parse_entries).map(|entries| entries.entries).unwrap_or_default();
    let unknown =
        entries.into_iter().filter_map(|entry| Some((entry.tenant.ok()?.identity(), unknown_fields(&entry.text))));
    unknown.filter(|(_, fields)| !fields.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::Cloud;

    #[test]
    fn what_is_written_reads_back() {
        let after = Tenant::new("A \"B\"", Cloud::GccHigh, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        let before = Tenant { aliases: vec!["c".into()], ..after.clone() };
        let sets = vec![
            Set { before: Some(before), after: after.clone(), unknown: String::new() },
            Set { before: None, after, unknown: "\"x\": [1e400]\n".into() },
        ];
        let at = "2026-11-12T03:04:05Z".parse().unwrap();
        let done = Done { at, source: "a\"b.csv".into(), registry: "/r\\s.json".into(), sets };
        assert_eq!(parse_import(render_import(&done).as_bytes()), Ok(done));
        assert!(parse_import(b"{\"v\":2,\"at\":\"2026-11-12T03:04:05Z\",\"source\":\"\",\"set\":[]}").is_err());
    }
}
