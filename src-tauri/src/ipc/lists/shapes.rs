//! The JSON about lists that crosses to the import page. `ui/js/manage/lists.js` has the same shapes.

use std::collections::BTreeMap;

use portico_core::import::{Done, Field};
use serde::{Deserialize, Serialize};

use crate::{ipc::customers::Choice, texts::text};

/// What importing a list would do.
#[derive(Debug, Serialize)]
pub(crate) struct Preview {
    pub(crate) list: u64,
    pub(crate) source: String,
    pub(crate) kind: String,
    pub(crate) unusable: Option<String>,
    pub(crate) asks_for_columns: bool,
    pub(crate) columns: Vec<ColumnShape>,
    pub(crate) fields: Vec<Choice>,
    pub(crate) rows: usize,
    pub(crate) added: Vec<PlanRow>,
    pub(crate) changed: Vec<PlanRow>,
    pub(crate) unchanged: usize,
    pub(crate) conflicts: Vec<PlanRow>,
    pub(crate) skipped: Vec<PlanRow>,
    pub(crate) merged: usize,
    pub(crate) notes: Vec<String>,
    /// What was shown: what is imported must be this.
    pub(crate) seen: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct ColumnShape {
    pub(crate) name: String,
    pub(crate) field: Option<&'static str>,
    pub(crate) samples: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PlanRow {
    pub(crate) key: String,
    pub(crate) place: String,
    pub(crate) name: String,
    pub(crate) tenant_id: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) cloud_badge: Option<&'static str>,
    pub(crate) texts: Vec<String>,
    pub(crate) rename: Option<String>,
    pub(crate) lookalike: Option<String>,
}

/// What a person decided about a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoicesShape {
    pub(crate) list: u64,
    pub(crate) columns: BTreeMap<String, String>,
    pub(crate) cloud: Option<String>,
    pub(crate) renames: Vec<String>,
    pub(crate) left_out: Vec<String>,
}

/// What importing led to.
#[derive(Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "lowercase")]
pub(crate) enum Imported {
    Saved { added: usize, changed: usize },
    Changed { preview: Box<Preview> },
}

/// The import that can be taken back.
#[derive(Debug, Serialize)]
pub(crate) struct LastImport {
    /// Milliseconds since 1970.
    at: i64,
    source: String,
    added: usize,
    changed: usize,
}

impl From<Done> for LastImport {
    fn from(done: Done) -> Self {
        let added = done.sets.iter().filter(|set| set.before.is_none()).count();
        Self {
            at: done.at.as_millisecond(),
            source: portico_core::display::safe(&done.source).into_owned(),
            added,
            changed: done.sets.len() - added,
        }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct RevertedShape {
    pub(crate) removed: usize,
    pub(crate) changed: usize,
    pub(crate) kept: usize,
}

/// Returns what a column can hold.
pub(crate) fn fields() -> Vec<Choice> {
    let name = |field: Field| match field {
        Field::Name => "field.name",
        Field::TenantId => "field.tenant-id",
        Field::Cloud => "field.cloud",
        Field::Domain => "field.domain",
        Field::InitialDomain => "field.initial-domain",
        Field::SharePoint => "field.sharepoint",
        Field::Group => "field.group",
        Field::Tags => "field.tags",
        Field::Aliases => "field.aliases",
        Field::Notes => "field.notes",
        Field::Ignore => "field.nothing",
    };
    Field::ALL.into_iter().map(|field| Choice { key: field.key().to_owned(), name: text(name(field)) }).collect()
}
