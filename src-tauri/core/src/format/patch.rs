//! Writing the registry file by patching the text that is there.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::value::RawValue;

use super::{FileTenant, FormatError, SCHEMA, members::Members, text_of};
use crate::{
    cloud::{Cloud, Identity},
    registry::Registry,
    tenant::Tenant,
};

/// The fields of a tenant, in the order in which a new entry has them.
pub(super) const FIELDS: [&str; 15] = [
    "name",
    "tenant_id",
    "cloud",
    "domain",
    "initial_domain",
    "sharepoint",
    "group",
    "tags",
    "aliases",
    "favorite",
    "own",
    "confirm",
    "portal",
    "verified",
    "notes",
];

/// Returns the text of a registry file with this registry in it.
///
/// `previous` is the file as it was, if there was one. Entries equal to what it holds keep their very text, changed ones
/// keep the fields Portico does not know and the order of all, and so does the file's own object.
///
/// # Errors
///
/// `previous` is not a registry file.
pub fn render(previous: Option<&[u8]>, registry: &Registry) -> Result<String, FormatError> {
    let text = text_of(previous.unwrap_or_default())?;
    let head = if previous.is_some() { serde_json::from_str::<Members<'_>>(text)?.0 } else { Vec::new() };
    let old = old_entries(&head)?;

    let mut entries = String::from("[");
    for (at, tenant) in registry.tenants().iter().enumerate() {
        entries += if at == 0 { "\n    " } else { ",\n    " };
        match old.get(&registry.origin(&tenant.identity())) {
            Some((raw, was)) if was == tenant => entries += raw.get(),
            Some((raw, _)) => entries += &entry(tenant, &serde_json::from_str::<Members<'_>>(raw.get())?.0),
            None => match registry.text(&tenant.identity()) {
                Some(text) => entries += &entry(tenant, &serde_json::from_str::<Members<'_>>(text)?.0),
                None => entries += &entry(tenant, &[]),
            },
        }
    }
    entries += if registry.tenants().is_empty() { "]" } else { "\n  ]" };

    let known = [("schema", Some(SCHEMA.to_string())), ("tenants", Some(entries))];
    Ok(object(&known, &head, "{\n  ", ",\n  ", "\n}\n"))
}

/// Returns the entries of the previous file by identity, each as text and as tenant.
fn old_entries<'a>(head: &[(String, &'a RawValue)]) -> Result<HashMap<Identity, (&'a RawValue, Tenant)>, FormatError> {
    let Some((_, tenants)) = head.iter().find(|(key, _)| key == "tenants") else {
        return Ok(HashMap::new());
    };
    let entries: Vec<&RawValue> = serde_json::from_str(tenants.get())?;
    entries
        .into_iter()
        .map(|raw| {
            let tenant = Tenant::from(serde_json::from_str::<FileTenant<'_>>(raw.get())?);
            Ok((tenant.identity(), (raw, tenant)))
        })
        .collect()
}

/// Returns one tenant's entry, a field a line.
pub(super) fn entry(tenant: &Tenant, was: &[(String, &RawValue)]) -> String {
    let known = FIELDS.map(|field| (field, value(tenant, field)));
    object(&known, was, "{\n      ", ",\n      ", "\n    }")
}

/// Returns the text of a field's value, or nothing where the field is empty and so not written.
fn value(tenant: &Tenant, field: &str) -> Option<String> {
    match field {
        "name" => Some(json(&tenant.name)),
        "tenant_id" => Some(json(&tenant.tenant_id.to_string())),
        "cloud" => (tenant.cloud != Cloud::default()).then(|| json(tenant.cloud.key())),
        "domain" => tenant.domain.as_ref().map(|domain| json(domain.as_str())),
        "initial_domain" => tenant.initial_domain.as_ref().map(|domain| json(domain.as_str())),
        "sharepoint" => tenant.sharepoint.as_ref().map(|label| json(label.as_str())),
        "group" => tenant.group.as_ref().map(json),
        "tags" => list(&tenant.tags),
        "aliases" => list(&tenant.aliases),
        "favorite" => tenant.favorite.then(|| "true".to_owned()),
        "own" => tenant.own.then(|| "true".to_owned()),
        "confirm" => tenant.confirm.then(|| "true".to_owned()),
        "portal" => tenant.portal.as_ref().map(|portal| json(portal.as_str())),
        "verified" => tenant.verified.as_ref().map(|verified| {
            format!("{{ \"domain\": {}, \"at\": {} }}", json(verified.domain.as_str()), json(&verified.at))
        }),
        "notes" => (!tenant.notes.is_empty()).then(|| json(&tenant.notes)),
        other => unreachable!("FIELDS has no such field: {other}"),
    }
}

/// Writes an object: what was there in its old order, with the known values replaced, then the new ones.
fn object(
    known: &[(&str, Option<String>)],
    was: &[(String, &RawValue)],
    open: &str,
    between: &str,
    close: &str,
) -> String {
    let new_value = |key: &str| known.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_deref());
    let kept = was.iter().filter_map(|(key, raw)| match new_value(key) {
        Some(value) => value.map(|value| (key.as_str(), value)),
        None => Some((key.as_str(), raw.get())),
    });
    let added = known
        .iter()
        .filter(|(key, _)| !was.iter().any(|(old, _)| old == key))
        .filter_map(|(key, value)| value.as_deref().map(|value| (*key, value)));
    let members: Vec<_> = kept.chain(added).map(|(key, value)| format!("{}: {value}", json(key))).collect();
    format!("{open}{}{close}", members.join(between))
}

fn list(texts: &[String]) -> Option<String> {
    let items: Vec<_> = texts.iter().map(json).collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| unreachable!("a string is always JSON"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::parse;

    const FILE: &str = r#"{
  "schema": 1,
  "x-team": { "lead":  "Åsa", "big": 12345678901234567890123 },
  "tenants": [
    { "name": "Contoso", "x-ticket": [1,  2, 1e400],
      "tenant_id": "8F3C1D52-6A0B-4A3E-9D57-0C2B6F1E7A44", "favorite": false },
    {
      "name": "Fabrikam",
      "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f",
      "group": "Retail",
      "x-note": "kept"
    }
  ]
}
"#;

    fn registry(text: &str) -> Registry {
        parse(text.as_bytes()).unwrap().registry
    }

    #[test]
    fn nothing_changed_is_the_same_text() {
        assert_eq!(render(Some(FILE.as_bytes()), &registry(FILE)).unwrap(), FILE);
    }

    #[test]
    fn a_change_keeps_unknown_fields_order_and_the_text_of_the_others() {
        let mut tenants = registry(FILE).tenants().to_vec();
        tenants[1].group = None;
        tenants[1].aliases = vec!["Fab".into(), "\"Rikam\"".into()];
        let text = render(Some(FILE.as_bytes()), &Registry::new(tenants).unwrap()).unwrap();
        let expected = FILE
            .replace("      \"group\": \"Retail\",\n", "")
            .replace("\"x-note\": \"kept\"", "\"x-note\": \"kept\",\n      \"aliases\": [\"Fab\", \"\\\"Rikam\\\"\"]");
        assert_eq!(text, expected);
    }

    #[test]
    fn an_entry_keeps_what_portico_does_not_know_when_its_identity_changes() {
        let mut registry = registry(FILE);
        let fabrikam = registry.tenants()[1].clone();
        let moved = Tenant { cloud: Cloud::China, ..fabrikam.clone() };
        assert_eq!(registry.replace(&fabrikam.identity(), moved), Ok(true));
        let text = render(Some(FILE.as_bytes()), &registry).unwrap();
        let expected = FILE.replace("\"x-note\": \"kept\"", "\"x-note\": \"kept\",\n      \"cloud\": \"china\"");
        assert_eq!(text, expected);
    }

    #[test]
    fn a_new_entry_has_a_field_a_line_and_no_empty_ones() {
        let id = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap();
        let mut tenant = Tenant::new("Contoso", Cloud::Gcc, id);
        tenant.favorite = true;
        let text = render(None, &Registry::new(vec![tenant]).unwrap()).unwrap();
        assert_eq!(
            text,
            r#"{
  "schema": 1,
  "tenants": [
    {
      "name": "Contoso",
      "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44",
      "cloud": "gcc",
      "favorite": true
    }
  ]
}
"#
        );
    }

    #[test]
    fn what_is_written_reads_back() {
        let full = r#"{"schema":1,"tenants":[{"name":"A\n\u202e","tenant_id":"8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44","cloud":"china","domain":"a.cn",
            "initial_domain":"a.partner.onmschina.cn","sharepoint":"a","group":"g","tags":["t"],"aliases":["b","c"],"favorite":true,"own":true,
            "confirm":true,"portal":"entra","verified":{"domain":"a.cn","at":"2026-11-12"},"notes":"n"}]}"#;
        assert_eq!(registry(&render(None, &registry(full)).unwrap()), registry(full));
        assert_eq!(render(None, &Registry::default()).unwrap(), "{\n  \"schema\": 1,\n  \"tenants\": []\n}\n");
    }
}
