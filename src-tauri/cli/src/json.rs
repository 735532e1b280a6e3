//! The JSON that the command line prints. Its shapes are documented in the README, and only ever grow.

use std::fmt::Write;

use portico_core::{
    address,
    cloud::{Cloud, Identity},
    display,
    domain::Domain,
    format::openings_json,
    history::Entry,
    import::{Conflict, Done, Import, Kept, Known, New, Plan, Reverted, Skipped},
    lookup::{Answer, Found, compare, registered},
    opening,
    pins::{Objection, Pinning},
    portal::{Catalogue, Portal},
    registry::Registry,
    search::Tier,
    tenant::Tenant,
};
use serde_json::{Value, json};

use crate::fields::{self, Change};

mod browsers;

pub(crate) use browsers::{browser_rules, browsers};

/// The schema of all objects printed here.
const SCHEMA: u32 = 1;

/// `portico list --json`
pub(crate) fn list(query: &str, rows: &[(&Tenant, Option<Tier>)], pinning: &Pinning, catalogue: &Catalogue) -> String {
    let tenants: Vec<_> = rows.iter().map(|(tenant, tier)| listed(tenant, *tier, pinning, catalogue)).collect();
    printed(&json!({ "schema": SCHEMA, "query": query, "tenants": tenants }))
}

/// `portico portals --json`
pub(crate) fn portals(catalogue: &Catalogue) -> String {
    let portal = |portal: &Portal| {
        let clouds: serde_json::Map<_, _> = Cloud::ALL
            .into_iter()
            .filter_map(|cloud| {
                let (template, evidence) = (portal.template(cloud)?, portal.evidence(cloud)?);
                let value = json!({
                    "template": template.as_str(),
                    "evidence": evidence.grade.key(),
                    "source": evidence.source,
                    "may_show_another_tenant": portal.may_show_another_tenant(cloud),
                });
                Some((cloud.to_string(), value))
            })
            .collect();
        let mut value = arranged(catalogue, portal);
        value["clouds"] = json!(clouds);
        value
    };
    let portals: Vec<_> = catalogue.portals().iter().map(portal).collect();
    printed(&json!({ "schema": SCHEMA, "portals": portals }))
}

/// `portico portals TENANT --json`
pub(crate) fn portals_of(catalogue: &Catalogue, tenant: &Tenant) -> String {
    let portal = |portal: &Portal| {
        let built = address::build(portal, tenant);
        let mut value = arranged(catalogue, portal);
        value["url"] = json!(built.as_ref().ok().map(ToString::to_string));
        value["unavailable"] = json!(built.err().map(|why| why.to_string()));
        value["may_show_another_tenant"] = json!(portal.may_show_another_tenant(tenant.cloud));
        value
    };
    let portals: Vec<_> = catalogue.portals().iter().map(portal).collect();
    printed(
        &json!({ "schema": SCHEMA, "identity": tenant.identity().to_string(), "name": tenant.name, "portals": portals }),
    )
}

/// A portal, and what a person made of it.
fn arranged(catalogue: &Catalogue, portal: &Portal) -> Value {
    json!({
        "id": portal.id.as_str(),
        "name": portal.name,
        "own": portal.is_own(),
        "enabled": catalogue.is_on(&portal.id),
        "default": portal.id == catalogue.default_portal().id,
    })
}

/// `portico history --json`
pub(crate) fn history(entries: &[Entry]) -> String {
    harmless(&openings_json(entries))
}

/// `portico lookup DOMAIN --json`
pub(crate) fn lookup(domain: &Domain, answer: &Answer, registry: &Registry, customer: Option<&Tenant>) -> String {
    let tenant = |found: &Found| {
        let Found { tenant_id, cloud } = *found;
        json!({
            "identity": Identity { cloud, tenant_id }.to_string(),
            "tenant_id": tenant_id.to_string(),
            "cloud": cloud.key(),
            "registered_as": registered(registry, found).map(|tenant| &tenant.name),
        })
    };
    let customer = customer.map(|customer| {
        json!({
            "identity": customer.identity().to_string(),
            "name": customer.name,
            "verdict": compare(customer, answer).key(),
        })
    });
    let tenants: Vec<_> = answer.tenants().iter().map(tenant).collect();
    printed(&json!({ "schema": SCHEMA, "domain": domain.as_str(), "tenants": tenants, "customer": customer }))
}

/// `portico import FILE --json`
pub(crate) fn import(source: &str, import: &Import, plan: &Plan, saved: bool) -> String {
    let new = plan.new.iter().map(|New { place, tenant, alike, kept, .. }| {
        let mut value = recorded(tenant);
        value["line"] = json!(place.line);
        value["looks_like"] = json!(alike);
        value["kept"] = json!(left_out(kept));
        value
    });
    let known = |Known { place, before, after, rename, kept }: &Known| {
        json!({
            "line": place.line,
            "identity": before.identity().to_string(),
            "name": before.name,
            "changes": differences(before, after),
            "kept": left_out(kept),
            "rename_to": rename,
        })
    };
    let conflicts = plan.conflicts.iter().map(|Conflict { place, name, tenant_id, why }| {
        json!({ "line": place.line, "row": place.row, "name": name, "tenant_id": tenant_id.to_string(), "reason": why.to_string() })
    });
    let skipped = import.skipped.iter().map(|Skipped { place, name, reason }| {
        let kind = if reason.is_fault() { "broken" } else { "no customer" };
        json!({ "line": place.line, "row": place.row, "name": name, "kind": kind, "reason": reason.to_string() })
    });
    printed(&json!({
        "schema": SCHEMA,
        "source": source,
        "format": import.shape.key(),
        "rows": import.rows(),
        "saved": saved,
        "new": new.collect::<Vec<_>>(),
        "changed": plan.changed.iter().map(known).collect::<Vec<_>>(),
        "unchanged": plan.unchanged.iter().map(known).collect::<Vec<_>>(),
        "conflicts": conflicts.collect::<Vec<_>>(),
        "skipped": skipped.collect::<Vec<_>>(),
        "merged": plan.merged,
        "notes": import.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
    }))
}

/// `portico import --undo --json`
pub(crate) fn undo(done: &Done, reverted: &Reverted, saved: bool) -> String {
    let named = |tenant: &Tenant| json!({ "identity": tenant.identity().to_string(), "name": tenant.name });
    let changed = reverted.changed.iter().map(|(now, back)| {
        json!({ "identity": now.identity().to_string(), "name": now.name, "changes": differences(now, back) })
    });
    printed(&json!({
        "schema": SCHEMA,
        "source": done.source,
        "at": done.at.to_string(),
        "saved": saved,
        "removed": reverted.removed.iter().map(named).collect::<Vec<_>>(),
        "changed": changed.collect::<Vec<_>>(),
        "kept": reverted.kept.iter().map(named).collect::<Vec<_>>(),
    }))
}

/// What a list says and is not taken.
fn left_out(kept: &[Kept]) -> Vec<Value> {
    let value = |Kept { field, value, other, why }: &Kept| json!({ "field": field, "value": value, "in_list": other, "why": why.key() });
    kept.iter().map(value).collect()
}

fn differences(before: &Tenant, after: &Tenant) -> Vec<Value> {
    let changes = fields::differing(before, after);
    changes.map(|Change { field, old, new }| json!({ "field": field, "old": old, "new": new })).collect()
}

fn listed(tenant: &Tenant, tier: Option<Tier>, pinning: &Pinning, catalogue: &Catalogue) -> Value {
    let portal = opening::default_portal(catalogue, tenant);
    let known = match pinning.objection(tenant) {
        None => Ok(()),
        Some(Objection::Changed(_)) => Err("it was changed outside Portico (see `portico pins`)".to_owned()),
        Some(Objection::Lost(_)) => Err("the pins are lost (see `portico pins`)".to_owned()),
    };
    let built = known.and_then(|()| portal.as_ref().map_err(ToString::to_string));
    let built = built.and_then(|portal| address::build(portal, tenant).map_err(|why| why.to_string()));
    let mut value = recorded(tenant);
    value["portal"] = json!(
        portal.map_or_else(|_| tenant.portal.as_ref().map(ToString::to_string), |portal| Some(portal.id.to_string()))
    );
    value["url"] = json!(built.as_ref().ok().map(ToString::to_string));
    value["unavailable"] = json!(built.as_ref().err());
    value["tier"] = json!(tier.map(Tier::key));
    value
}

/// Returns a tenant's fields as they are recorded.
fn recorded(tenant: &Tenant) -> Value {
    json!({
        "identity": tenant.identity().to_string(),
        "name": tenant.name,
        "tenant_id": tenant.tenant_id.to_string(),
        "cloud": tenant.cloud.key(),
        "domain": tenant.domain.as_ref().map(ToString::to_string),
        "initial_domain": tenant.initial_domain.as_ref().map(ToString::to_string),
        "sharepoint": tenant.sharepoint.as_ref().map(ToString::to_string),
        "group": tenant.group,
        "tags": tenant.tags,
        "aliases": tenant.aliases,
        "favorite": tenant.favorite,
        "own": tenant.own,
        "confirm": tenant.confirm,
        "portal": tenant.portal.as_ref().map(ToString::to_string),
        "verified": tenant.verified.as_ref().map(|verified| json!({ "domain": verified.domain.as_str(), "at": verified.at })),
        "notes": tenant.notes,
    })
}

/// Prints a value so that no string in it can drive or mislead a terminal.
fn printed(value: &Value) -> String {
    harmless(&format!("{value:#}\n"))
}

/// Returns JSON with the characters as codes that could drive or mislead a terminal. They can stand in strings only, where a code
/// means the same.
pub(crate) fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut units = [0; 2];
    for char in text.chars() {
        if !matches!(char, '\n' | '\r' | '\t') && display::is_hazardous(char) {
            for unit in char.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(char);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_strings_stay_the_same_value_and_harmless() {
        let value = json!({ "name": "a\u{202e}b\u{1b}[31m\u{e0041}\n\u{7f}ö" });
        let text = printed(&value);
        assert!(!text.trim_end().chars().any(|char| char != '\n' && display::is_hazardous(char)), "{text:?}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
