//! Export: the registry as a table for people. Its loss-free twin for machines is the registry file itself.

use csv::{Terminator, WriterBuilder};

use crate::{
    cells::{guard, join},
    cloud::{Cloud, Identity},
    history::{Entry, Outcome},
    registry::Registry,
    tenant::Tenant,
};

/// The columns of the CSV, which are the fields of the registry file.
pub const COLUMNS: [&str; 16] = [
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
    "verified_domain",
    "verified_at",
    "notes",
];

/// Returns the registry as CSV (RFC 4180), safe to open in a spreadsheet.
///
/// Importing it again gives the same registry.
pub fn csv(registry: &Registry) -> String {
    let rows = registry.tenants().iter().map(|tenant| cells(tenant).map(|cell| guard(&cell)));
    let header = COLUMNS.map(str::to_owned);
    written([header].into_iter().chain(rows))
}

fn written<const CELLS: usize>(rows: impl Iterator<Item = [String; CELLS]>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Neither memory nor rows of one length give it a reason to fail.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Returns what was opened as CSV, safe to open in a spreadsheet.
pub fn openings_csv(entries: &[Entry]) -> String {
    let header = ["at", "name", "cloud", "tenant_id", "portal", "via", "result"].map(str::to_owned);
    let rows = entries.iter().map(|Entry { at, intent, outcome }| {
        let Identity { cloud, tenant_id } = intent.identity;
        [
            at.to_string(),
            guard(&intent.name),
            cloud.key().to_owned(),
            tenant_id.to_string(),
            guard(&intent.portal),
            intent.via.key().to_owned(),
            outcome.map(Outcome::key).unwrap_or_default().to_owned(),
        ]
    });
    written([header].into_iter().chain(rows))
}

fn cells(tenant: &Tenant) -> [String; COLUMNS.len()] {
    let Tenant { name, tenant_id, cloud, domain, initial_domain, sharepoint, group, tags, aliases, .. } = tenant;
    let Tenant { favorite, own, confirm, portal, verified, notes, .. } = tenant;
    let mark = |mark: bool| if mark { "true".to_owned() } else { String::new() };
    let text = |value: Option<String>| value.unwrap_or_default();
    [
        name.clone(),
        tenant_id.to_string(),
        Cloud::key(*cloud).to_owned(),
        text(domain.as_ref().map(ToString::to_string)),
        text(initial_domain.as_ref().map(ToString::to_string)),
        text(sharepoint.as_ref().map(ToString::to_string)),
        text(group.clone()),
        join(tags),
        join(aliases),
        mark(*favorite),
        mark(*own),
        mark(*confirm),
        text(portal.as_ref().map(ToString::to_string)),
        text(verified.as_ref().map(|verified| verified.domain.to_string())),
        text(verified.as_ref().map(|verified| verified.at.clone())),
        notes.clone(),
    ]
}
