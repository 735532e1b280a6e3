//! The fields of a customer as people see them, and how two states of one differ.

use portico_core::{cloud::Identity, tenant::Tenant};

use crate::output;

/// A field that differs, with old and new.
pub(crate) struct Change {
    pub(crate) field: &'static str,
    pub(crate) old: String,
    pub(crate) new: String,
}

/// Returns the fields that differ.
pub(crate) fn differing(before: &Tenant, after: &Tenant) -> impl Iterator<Item = Change> {
    let both = fields(before).into_iter().zip(fields(after));
    both.filter(|(old, new)| old != new).map(|((field, old), (_, new))| Change { field, old, new })
}

/// Returns a line for each field that differs.
pub(crate) fn changes(before: &Tenant, after: &Tenant) -> impl Iterator<Item = String> {
    differing(before, after).map(|Change { field, old, new }| output::difference(field, &old, &new))
}

fn fields(tenant: &Tenant) -> [(&'static str, String); 14] {
    let text = |value: Option<String>| value.unwrap_or_default();
    let yes = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
    let Identity { cloud, tenant_id } = tenant.identity();
    [
        ("name", tenant.name.clone()),
        ("tenant ID", tenant_id.to_string()),
        ("cloud", cloud.to_string()),
        ("domain", text(tenant.domain.as_ref().map(ToString::to_string))),
        ("initial domain", text(tenant.initial_domain.as_ref().map(ToString::to_string))),
        ("SharePoint label", text(tenant.sharepoint.as_ref().map(ToString::to_string))),
        ("group", text(tenant.group.clone())),
        ("tags", tenant.tags.join(", ")),
        ("aliases", tenant.aliases.join(", ")),
        ("favorite", yes(tenant.favorite)),
        ("own", yes(tenant.own)),
        ("confirm", yes(tenant.confirm)),
        ("portal", text(tenant.portal.as_ref().map(ToString::to_string))),
        ("notes", tenant.notes.clone()),
    ]
}
