//! What the last import did: `{ "v": 1, "at": …, "source": …, "set": [ { "before": {…}, "after": {…} } ] }`.

use jiff::Timestamp;
use serde::Deserialize;

use super::{FileTenant, FormatError, members::Unique, parsed, patch, text_of};
use crate::{
    import::{Done, Set},
    tenant::Tenant,
};

/// The biggest file that is read, in bytes: a registry before and after.
pub const IMPORT_LIMIT: u64 = 2 * super::SIZE_LIMIT + 1024 * 1024;

#[derive(Deserialize)]
#[serde(expecting = "an object with `v`, `at`, `source` and `set`")]
struct FileDone<'a> {
    v: u32,
    #[serde(deserialize_with = "parsed")]
    at: Timestamp,
    source: String,
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
}

/// Reads what the last import did.
///
/// # Errors
///
/// What is wrong and in which line.
pub fn parse_import(bytes: &[u8]) -> Result<Done, FormatError> {
    let FileDone { v, at, source, set } = serde_json::from_str(text_of(bytes)?)?;
    if v != 1 {
        return Err(FormatError { line: 0, what: "a newer Portico wrote it".to_owned(), newer_schema: Some(v) });
    }
    let tenant = |Unique(tenant): Unique<FileTenant<'_>>| Tenant::from(tenant);
    let sets = set.into_iter().map(|set| Set { before: set.before.map(tenant), after: tenant(set.after) }).collect();
    Ok(Done { at, source, sets })
}

/// Returns the text of what an import does.
pub fn render_import(done: &Done) -> String {
    let set = |Set { before, after }: &Set| {
        let before = before.as_ref().map(|tenant| format!("\"before\": {}, ", patch::entry(tenant, &[])));
        format!("{{ {}\"after\": {} }}", before.unwrap_or_default(), patch::entry(after, &[]))
    };
    let sets: Vec<_> = done.sets.iter().map(set).collect();
    let source = serde_json::Value::from(done.source.as_str());
    format!("{{ \"v\": 1, \"at\": \"{}\", \"source\": {source},\n  \"set\": [{}] }}\n", done.at, sets.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::Cloud;

    #[test]
    fn what_is_written_reads_back() {
        let after = Tenant::new("A \"B\"", Cloud::GccHigh, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        let before = Tenant { aliases: vec!["c".into()], ..after.clone() };
        let sets = vec![Set { before: Some(before), after: after.clone() }, Set { before: None, after }];
        let done = Done { at: "2026-11-12T03:04:05Z".parse().unwrap(), source: "a\"b.csv".into(), sets };
        assert_eq!(parse_import(render_import(&done).as_bytes()), Ok(done));
        assert!(parse_import(b"{\"v\":2,\"at\":\"2026-11-12T03:04:05Z\",\"source\":\"\",\"set\":[]}").is_err());
    }
}
