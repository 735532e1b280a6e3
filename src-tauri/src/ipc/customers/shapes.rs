//! The JSON about customers that crosses to the customers window. `ui/js/manage/registry.js` has the same shapes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portico_core::{
    cloud::Cloud,
    display::safe,
    entering::{Entered, Field},
    opening,
    pins::Objection,
    search::{Hit, Marks},
    tenant::Tenant,
};
use serde::{Deserialize, Serialize};

use super::super::{
    browsers::OpensShape,
    rows,
    shapes::{Also, Problem, registry_path},
};
use crate::{
    browsers, open,
    state::Known,
    texts::{text, with},
};

/// What there is to choose: what stands in the file, and for people.
#[derive(Debug, Serialize)]
pub(crate) struct Choice {
    pub(crate) key: String,
    pub(crate) name: String,
}

#[derive(Serialize)]
pub(crate) struct Overview {
    customers: Customers,
    clouds: Vec<Choice>,
    portals: Vec<Choice>,
    default_portal: String,
    read_only: bool,
    problem: Option<Problem>,
    registry: String,
}

/// All customers, in columns, flags as 0 and 1: as objects, thousands of them are more than twice as many bytes, and the window waits for
/// each.
#[derive(Default, Serialize)]
struct Customers {
    identity: Vec<String>,
    name: Vec<String>,
    domain: Vec<Option<String>>,
    group: Vec<Option<String>>,
    tags: Vec<Vec<String>>,
    cloud_badge: Vec<Option<&'static str>>,
    favorite: Vec<u8>,
    changed: Vec<u8>,
    lookalike: Vec<u8>,
    monogram: Vec<String>,
    color: Vec<u8>,
}

impl Overview {
    pub(crate) fn of(known: &Known) -> Self {
        let catalogue = &known.catalogue;
        Self {
            customers: Customers::of(known),
            clouds: clouds(),
            portals: catalogue
                .enabled()
                .map(|portal| Choice { key: portal.id.to_string(), name: portal.name.clone() })
                .collect(),
            default_portal: catalogue.default_portal().name.clone(),
            read_only: known.is_read_only(),
            problem: known.problem.as_ref().map(Problem::from),
            registry: registry_path(known),
        }
    }
}

/// Returns all clouds, in the order in which they are chosen from.
pub(crate) fn clouds() -> Vec<Choice> {
    Cloud::ALL.into_iter().map(|cloud| Choice { key: cloud.key().to_owned(), name: cloud.name().to_owned() }).collect()
}

impl Customers {
    fn of(known: &Known) -> Self {
        let mut all = Self::default();
        for tenant in known.registry.tenants() {
            let name = safe(&tenant.name).into_owned();
            all.identity.push(tenant.identity().to_string());
            all.monogram.push(rows::monogram(&name));
            all.name.push(name);
            all.domain.push(tenant.known_domain().map(ToString::to_string));
            all.group.push(tenant.group.as_deref().map(|group| safe(group).into_owned()));
            all.tags.push(tenant.tags.iter().map(|tag| safe(tag).into_owned()).collect());
            all.cloud_badge.push(rows::cloud_badge(tenant.cloud));
            all.favorite.push(u8::from(tenant.favorite));
            all.changed.push(u8::from(matches!(known.pinning.objection(tenant), Some(Objection::Changed(_)))));
            all.lookalike.push(u8::from(known.lookalikes.twin(&tenant.identity()).is_some()));
            all.color.push(rows::color(tenant));
        }
        all
    }
}

/// One customer with all that can be changed.
#[derive(Serialize)]
pub(crate) struct Details {
    identity: String,
    name: String,
    fields: Fields,
    verified: Option<Verified>,
    /// Milliseconds since 1970.
    opened_at: Option<i64>,
    cloud_name: String,
    cloud_badge: Option<&'static str>,
    lookalike: Option<String>,
    changed: Option<String>,
    portal_name: String,
    opens: OpensShape,
    monogram: String,
    color: u8,
}

#[derive(Serialize)]
struct Verified {
    domain: String,
    at: String,
}

impl Details {
    pub(crate) fn of(known: &Known, tenant: &Tenant) -> Self {
        let name = safe(&tenant.name).into_owned();
        let twin = known.lookalikes.twin(&tenant.identity());
        let portal = opening::default_portal(&known.catalogue, tenant).map(|portal| portal.name.clone());
        let is_changed = matches!(known.pinning.objection(tenant), Some(Objection::Changed(_)));
        Self {
            identity: tenant.identity().to_string(),
            monogram: rows::monogram(&name),
            name,
            fields: Fields::from(Entered::of(tenant)),
            verified: tenant
                .verified
                .as_ref()
                .map(|verified| Verified { domain: verified.domain.to_string(), at: safe(&verified.at).into_owned() }),
            opened_at: known.opened_at(&tenant.identity()).map(Timestamp::as_millisecond),
            cloud_name: open::cloud(tenant.cloud),
            cloud_badge: rows::cloud_badge(tenant.cloud),
            lookalike: twin.map(|twin| with("quick.lookalike", &[("name", &safe(twin))])),
            changed: is_changed.then(|| text("customer.changed")),
            portal_name: portal.unwrap_or_else(|_| tenant.portal.as_ref().map(ToString::to_string).unwrap_or_default()),
            opens: browsers::opens(known, tenant),
            color: rows::color(tenant),
        }
    }
}

/// What stands in the form.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fields {
    name: String,
    tenant_id: String,
    cloud: String,
    domain: String,
    initial_domain: String,
    sharepoint: String,
    group: String,
    tags: Vec<String>,
    aliases: Vec<String>,
    favorite: bool,
    own: bool,
    confirm: bool,
    portal: String,
    notes: String,
}

impl From<Entered> for Fields {
    fn from(entered: Entered) -> Self {
        let Entered {
            name,
            tenant_id,
            cloud,
            domain,
            initial_domain,
            sharepoint,
            group,
            tags,
            aliases,
            favorite,
            own,
            confirm,
            portal,
            notes,
        } = entered;
        Self {
            name,
            tenant_id,
            cloud,
            domain,
            initial_domain,
            sharepoint,
            group,
            tags,
            aliases,
            favorite,
            own,
            confirm,
            portal,
            notes,
        }
    }
}

impl From<Fields> for Entered {
    fn from(fields: Fields) -> Self {
        let Fields {
            name,
            tenant_id,
            cloud,
            domain,
            initial_domain,
            sharepoint,
            group,
            tags,
            aliases,
            favorite,
            own,
            confirm,
            portal,
            notes,
        } = fields;
        Self {
            name,
            tenant_id,
            cloud,
            domain,
            initial_domain,
            sharepoint,
            group,
            tags,
            aliases,
            favorite,
            own,
            confirm,
            portal,
            notes,
        }
    }
}

/// What is entered about one customer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryShape {
    /// Nothing for a new one.
    pub(crate) identity: Option<String>,
    /// What the form began with.
    pub(crate) base: Option<Fields>,
    pub(crate) fields: Fields,
}

/// A sentence for each field that has one.
pub(crate) type Messages = BTreeMap<&'static str, String>;

/// What is wrong with what is entered, and what is worth a look.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Checked {
    pub(crate) errors: Messages,
    pub(crate) notes: Messages,
}

/// What saving led to.
#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "lowercase")]
pub(crate) enum SaveAnswer {
    Saved { identity: String, undo: u64 },
    Invalid { errors: Messages },
    Conflict { fields: Vec<&'static str>, details: Box<Details> },
}

impl SaveAnswer {
    pub(crate) fn conflict(known: &Known, fields: &[Field], now: &Tenant) -> Self {
        Self::Conflict {
            fields: fields.iter().map(|field| field.key()).collect(),
            details: Box::new(Details::of(known, now)),
        }
    }
}

/// A customer under the name that was shown.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shown {
    pub(crate) identity: String,
    pub(crate) name: String,
}

/// A change of several customers. What is not there stays.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeShape {
    pub(crate) customers: Vec<Shown>,
    pub(crate) group: Option<String>,
    #[serde(default)]
    pub(crate) add_tags: Vec<String>,
    #[serde(default)]
    pub(crate) remove_tags: Vec<String>,
    pub(crate) favorite: Option<bool>,
}

/// What a change of several led to.
#[derive(Debug, Serialize)]
pub(crate) struct ChangedShape {
    pub(crate) undo: u64,
    pub(crate) count: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct UndoneShape {
    pub(crate) count: usize,
    pub(crate) kept: usize,
}

/// What a pasted text says about one tenant.
#[derive(Debug, Serialize)]
pub(crate) struct Pasted {
    pub(crate) tenant_id: String,
    pub(crate) cloud: Option<&'static str>,
    pub(crate) domain: Option<String>,
    pub(crate) initial_domain: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct FoundShape {
    pub(crate) hits: Vec<HitShape>,
    pub(crate) total: usize,
}

#[derive(Serialize)]
pub(crate) struct HitShape {
    identity: String,
    name_marks: Vec<[usize; 2]>,
    also: Option<Also>,
    domain_marks: Vec<[usize; 2]>,
}

impl HitShape {
    /// Returns nothing for a hit whose tenant is gone, which index and registry, replaced together, do not have.
    pub(crate) fn of(known: &Known, query: &str, hit: &Hit) -> Option<Self> {
        let tenant = known.registry.tenants().get(hit.at)?;
        let marks: Marks = known.index.marks(hit, query);
        let name = safe(&tenant.name);
        Some(Self {
            identity: tenant.identity().to_string(),
            name_marks: rows::shown_marks(&tenant.name, &name, &marks.name),
            also: rows::also(tenant, &marks),
            domain_marks: rows::domain_marks(tenant, &marks),
        })
    }
}
