//! What one row says about one customer.

use std::collections::HashSet;

use super::{
    Clouds, Note, Place, Reason, Shape, TEXTS_LIMIT, columns,
    domains::{settle_initial, sharepoint_label},
    list::List,
    record::Record,
};
use crate::{
    cloud::Cloud,
    domain::Domain,
    link,
    tenant::{Tenant, TextError},
    tenant_id::{TenantId, TenantIdError},
};

/// What a row says about a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) place: Place,
    /// What it says about the cloud, if it does.
    pub(super) clouds: Option<Clouds>,
    pub(super) name: Option<String>,
    /// The name is from the day the partnership began.
    pub(super) stale_name: bool,
    /// It is our own export, where each value is in its place.
    pub(super) exact: bool,
    /// The entry's own text, where it is our own export.
    pub(super) text: Option<String>,
    /// All else. Its name and its cloud are for those above to say.
    pub(super) tenant: Tenant,
}

impl Entry {
    pub(super) fn new(place: Place, tenant_id: TenantId) -> Self {
        // Without a name a customer is called by its ID.
        let tenant = Tenant::new(tenant_id.to_string(), Cloud::default(), tenant_id);
        Self { place, clouds: None, name: None, stale_name: false, exact: false, text: None, tenant }
    }

    /// Returns the entry of a tenant as our own exports have it.
    pub(super) fn of(place: Place, tenant: Tenant) -> Self {
        let (clouds, name) = (Some(Clouds::only(tenant.cloud)), Some(tenant.name.clone()));
        Self { place, clouds, name, stale_name: false, exact: true, text: None, tenant }
    }

    pub(super) fn tenant_id(&self) -> TenantId {
        self.tenant.tenant_id
    }

    fn ensure_enterable(&self) -> Result<(), TextError> {
        let name = self.name.as_ref().unwrap_or(&self.tenant.name).clone();
        Tenant { name, ..self.tenant.clone() }.ensure_enterable()
    }
}

/// What holds for all rows of a list with columns.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) shape: Shape,
    /// The columns of tenant IDs, where the shape has none of its own.
    pub(super) ids: Vec<&'static str>,
}

impl Kind {
    pub(super) fn of(shape: Shape, list: &List) -> Self {
        // A "customer ID" may be a number in somebody's books.
        let holds_ids = |key: &&str| {
            let cells = list.records().filter_map(|record| record.text(key));
            let (filled, ids) =
                cells.fold((0, 0), |(filled, ids), cell| (filled + 1, ids + usize::from(id_of(cell).is_ok())));
            ids > 0 && ids * 2 >= filled
        };
        let ids: Vec<_> = columns::IDS.into_iter().filter(holds_ids).collect();
        Self { shape, ids: if ids.is_empty() { columns::IDS.to_vec() } else { ids } }
    }
}

/// Reads a row of a list with columns.
///
/// What the row has besides, and is not taken, goes to `notes`.
///
/// # Errors
///
/// Why it is skipped.
pub(super) fn read(kind: &Kind, place: Place, record: &Record, notes: &mut Vec<Note>) -> Result<Entry, Reason> {
    let shape = kind.shape;
    if is_all_tenants(record) {
        return Err(Reason::AllTenants);
    }
    if let Some(reason) = gives_no_access(shape, record) {
        return Err(reason);
    }
    let links = links(record);
    let tenant_id = tenant_id(kind, record, &links)?;
    if record.text("displayname") == Some("*Partner Tenant") {
        return Err(Reason::Own(tenant_id));
    }
    let mut entry = Entry::new(place, tenant_id);
    // In a subscription that is delegated through Azure Lighthouse everything but the home tenant speaks of the tenant through
    // which it is reached (Azure/azure-cli #11886).
    let is_delegated =
        shape == Shape::AzureSubscriptions && record.text("tenantid").is_some_and(|id| is_another(id, tenant_id));
    entry.clouds = match record.first(&columns::CLOUDS) {
        Some(word) => Some(Clouds::named(word).map_err(Reason::Cloud)?),
        None => None,
    };
    let names = Names { shape, record, links: &links, place, is_delegated };
    names.into_entry(&mut entry, notes);
    if entry.tenant.tags.len().max(entry.tenant.aliases.len()) > TEXTS_LIMIT {
        return Err(Reason::ManyTexts);
    }
    entry.ensure_enterable().map_err(Reason::Text)?;
    Ok(entry)
}

/// The row that stands for all tenants in CIPP (`ListTenants`).
fn is_all_tenants(record: &Record) -> bool {
    ["customerid", "defaultdomainname"].iter().any(|key| record.text(key) == Some("AllTenants"))
        || record.text("displayname") == Some("*All Tenants")
}

fn gives_no_access(shape: Shape, record: &Record) -> Option<Reason> {
    match shape {
        Shape::Relationships => {
            // Microsoft 365 Lighthouse makes its own (CIPP-API, Get-Tenants.ps1).
            if record.text("displayname").is_some_and(|title| title.starts_with("MLT_")) {
                return Some(Reason::Lighthouse);
            }
            let status = record.text("status")?;
            (!status.eq_ignore_ascii_case("active")).then(|| Reason::NotActive(status.to_owned()))
        }
        Shape::Cipp => record.text("excluded")?.eq_ignore_ascii_case("true").then_some(Reason::Excluded),
        _ => None,
    }
}

fn is_another(text: &str, id: TenantId) -> bool {
    TenantId::from_entry(text).is_ok_and(|other| other != id)
}

/// Returns the portal links of a row.
fn links(record: &Record) -> Vec<link::Link> {
    record.texts().filter(|(_, text)| link::is_link(text)).filter_map(|(_, text)| link::read(text).ok()).collect()
}

/// Returns the row's tenant ID, on which all that name one must agree.
fn tenant_id(kind: &Kind, record: &Record, links: &[link::Link]) -> Result<TenantId, Reason> {
    let keys: &[&str] = match kind.shape {
        Shape::Contracts => &columns::CONTRACT_IDS,
        Shape::Relationships => &["customer.tenantid"],
        Shape::AzureSubscriptions if record.text("hometenantid").is_some() => &["hometenantid"],
        Shape::AzureTenants | Shape::DelegatedCustomers if record.text("tenantid").is_none() => &["id"],
        _ => &kind.ids,
    };
    let named = keys.iter().filter_map(|key| record.text(key)).map(id_of);
    let linked = links.iter().filter_map(link::Link::tenant_id).map(Ok);
    let mut ids = named.chain(linked);
    let id = match ids.next() {
        None => return Err(Reason::NoId),
        Some(Err(TenantIdError::Empty)) => return Err(Reason::NoId),
        Some(id) => id.map_err(Reason::BadId)?,
    };
    for other in ids {
        let other = other.map_err(Reason::BadId)?;
        if other != id {
            return Err(Reason::IdsDiffer(id, other));
        }
    }
    Ok(id)
}

/// Reads an ID as spreadsheets hand it over: in quotation marks, or behind the apostrophe that makes it a text.
fn id_of(text: &str) -> Result<TenantId, TenantIdError> {
    TenantId::from_entry(text.trim_matches(['\'', '"']).trim_start_matches("urn:uuid:"))
}

/// The texts of a row.
struct Names<'a> {
    shape: Shape,
    record: &'a Record,
    links: &'a [link::Link],
    place: Place,
    is_delegated: bool,
}

impl Names<'_> {
    fn into_entry(self, entry: &mut Entry, notes: &mut Vec<Note>) {
        let Self { shape, record, links, place, is_delegated } = self;
        let mut not_taken = |error: String| notes.push(Note::NotTaken { place, error });
        let mut domain_of = |text: Option<&str>| match text.map(str::parse::<Domain>) {
            Some(Ok(domain)) => Some(domain),
            Some(Err(error)) => {
                not_taken(error.to_string());
                None
            }
            None => None,
        };
        let (names, domains): (&[&str], &[&str]) = match shape {
            _ if is_delegated => (&[], &[]),
            Shape::Relationships => (&["customer.displayname"], &[]),
            // The name is the subscription's.
            Shape::AzureSubscriptions => (&["tenantdisplayname"], &["tenantdefaultdomain"]),
            // `Directory` is the domain in old versions of Get-AzTenant.
            Shape::AzureTenants => (&columns::NAMES, &["defaultdomain", "directory"]),
            _ => (&columns::NAMES, &columns::DOMAINS),
        };
        entry.tenant.domain = domain_of(record.first(domains));
        entry.tenant.initial_domain = domain_of(record.first(&columns::INITIAL_DOMAINS));
        entry.tenant.sharepoint = match record.first(&columns::SHAREPOINT).map(sharepoint_label) {
            Some(Some(Ok(label))) => Some(label),
            Some(Some(Err(error))) => {
                notes.push(Note::NotTaken { place, error });
                None
            }
            Some(None) | None => None,
        };
        entry.name = record.first(names).filter(|name| is_name(name)).map(str::to_owned);
        entry.stale_name = shape == Shape::Contracts || record.text("contracttype").is_some();
        if entry.name.is_none() && shape == Shape::AzureSubscriptions {
            entry.name = entry.tenant.domain.as_ref().map(ToString::to_string);
        }
        entry.tenant.group = record.first(&columns::GROUPS).map(str::to_owned);
        // A tag of Partner Center may have a comma.
        let separators: &[char] = if shape == Shape::PartnerCenter { &[';'] } else { &[';', ','] };
        entry.tenant.tags = distinct(columns::TAGS.iter().flat_map(|key| record.list(key, separators)));
        entry.tenant.aliases = distinct(columns::ALIASES.iter().flat_map(|key| record.list(key, &[';', ','])));
        entry.tenant.notes = record.first(&columns::NOTES).unwrap_or_default().to_owned();
        let listed = record.list("domains", &[]).into_iter().filter_map(|text| text.parse().ok());
        let linked = links.iter().filter_map(link::Link::organization).cloned();
        settle_initial(entry, listed.chain(linked));
    }
}

/// False for what people write where they have no name.
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
        && TenantId::from_entry(text).is_err()
        && !["n/a", "na", "null", "none"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}
