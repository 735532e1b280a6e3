//! The rows of what importing a list would do.

use portico_core::{
    cloud::Identity,
    display::safe,
    import::{Conflict, Kept, Known as Change, Left, New, Place, Skipped},
    tenant::Tenant,
};

use super::words;
use crate::{
    ipc::{PlanRow, cloud_badge},
    state::Known,
    texts::with,
};

pub(super) fn added(New { place, tenant, alike, kept, .. }: &New) -> PlanRow {
    let texts = details(tenant).into_iter().chain(kept.iter().map(left_out)).collect();
    let lookalike = alike.as_ref().map(|other| with("entry.lookalike", &[("name", &safe(other))]));
    PlanRow { texts, lookalike, ..row(*place, tenant) }
}

/// Returns nothing for a customer that has all that the list says.
pub(super) fn changed(change: &Change, known: &Known) -> Option<PlanRow> {
    let Change { place, before, after, rename, kept } = change;
    if before == after && rename.is_none() {
        return None;
    }
    let differences = words::differences(before, after);
    let texts = differences.into_iter().chain(kept.iter().map(left_out)).collect();
    let twin = known.lookalikes.twin(&before.identity());
    let lookalike = twin.map(|other| with("entry.lookalike", &[("name", &safe(other))]));
    let rename = rename.as_ref().map(|name| safe(name).into_owned());
    Some(PlanRow { texts, rename, lookalike, ..row(*place, before) })
}

pub(super) fn conflict(Conflict { place, name, tenant_id, why }: &Conflict) -> PlanRow {
    PlanRow {
        key: key(*place),
        place: words::place(*place),
        name: name.as_deref().map(|name| safe(name).into_owned()).unwrap_or_default(),
        tenant_id: Some(tenant_id.to_string()),
        domain: None,
        cloud_badge: None,
        texts: vec![words::conflict(why)],
        rename: None,
        lookalike: None,
    }
}

pub(super) fn skipped(Skipped { place, name, reason }: &Skipped) -> PlanRow {
    PlanRow {
        key: key(*place),
        place: words::place(*place),
        name: name.as_deref().map(|name| safe(name).into_owned()).unwrap_or_default(),
        tenant_id: None,
        domain: None,
        cloud_badge: None,
        texts: vec![words::skipped(reason)],
        rename: None,
        lookalike: None,
    }
}

fn row(place: Place, tenant: &Tenant) -> PlanRow {
    let identity: Identity = tenant.identity();
    PlanRow {
        key: identity.to_string(),
        place: words::place(place),
        name: safe(&tenant.name).into_owned(),
        tenant_id: Some(tenant.tenant_id.to_string()),
        domain: tenant.known_domain().map(ToString::to_string),
        cloud_badge: cloud_badge(tenant.cloud),
        texts: Vec::new(),
        rename: None,
        lookalike: None,
    }
}

/// Rows that nothing is done about have no customer; their places tell them apart.
fn key(place: Place) -> String {
    format!("{}.{}", place.line, place.row.unwrap_or_default())
}

/// Returns what is taken of a new customer besides its name, its ID and its domain.
fn details(tenant: &Tenant) -> Vec<String> {
    let bare = Tenant { domain: tenant.domain.clone(), ..Tenant::new(&tenant.name, tenant.cloud, tenant.tenant_id) };
    words::differences(&bare, tenant)
}

fn left_out(Kept { field, value, other, why }: &Kept) -> String {
    let (field, value, other) = (words::field(field), safe(value), safe(other));
    let values = [("field", &*field), ("value", &*value), ("other", &*other)];
    match why {
        Left::Registry if value.is_empty() => with("list.kept-empty", &values),
        Left::Registry => with("list.kept", &values),
        Left::OtherRow => with("list.kept-row", &values),
        Left::Taken => with("list.kept-taken", &values),
    }
}
