//! What a person enters about a customer, field by field, and what is wrong with it.

use std::{fmt, str::FromStr};

use crate::{
    cloud::{Cloud, Identity, UnknownCloud},
    domain::{Domain, NotADomain, NotASharePointLabel, SharePointLabel},
    fold::fold,
    lookalike,
    portal::{NotAPortalId, PortalId},
    registry::{Clash, ClashKind, Registry},
    tenant::{Tenant, Text, TextError, ensure_line, ensure_notes},
    tenant_id::{TenantId, TenantIdError},
};

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name.
    Name,
    /// The tenant ID.
    TenantId,
    /// The cloud.
    Cloud,
    /// The default domain.
    Domain,
    /// The initial domain.
    InitialDomain,
    /// The SharePoint label.
    SharePoint,
    /// The group.
    Group,
    /// The tags.
    Tags,
    /// The aliases.
    Aliases,
    /// Whether it is a favorite.
    Favorite,
    /// Whether it is the service provider's own tenant.
    Own,
    /// Whether to ask before opening.
    Confirm,
    /// The default portal.
    Portal,
    /// The notes.
    Notes,
}

impl Field {
    /// The field's name in the registry file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::TenantId => "tenant_id",
            Self::Cloud => "cloud",
            Self::Domain => "domain",
            Self::InitialDomain => "initial_domain",
            Self::SharePoint => "sharepoint",
            Self::Group => "group",
            Self::Tags => "tags",
            Self::Aliases => "aliases",
            Self::Favorite => "favorite",
            Self::Own => "own",
            Self::Confirm => "confirm",
            Self::Portal => "portal",
            Self::Notes => "notes",
        }
    }
}

/// What stands in a form. Empty texts are nothing; spaces around them do not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// The name.
    pub name: String,
    /// The tenant ID, as a person pastes it.
    pub tenant_id: String,
    /// The key of the cloud.
    pub cloud: String,
    /// The default domain.
    pub domain: String,
    /// The initial domain.
    pub initial_domain: String,
    /// The SharePoint label.
    pub sharepoint: String,
    /// The group.
    pub group: String,
    /// The tags.
    pub tags: Vec<String>,
    /// The aliases.
    pub aliases: Vec<String>,
    /// Listed first in the tray menu.
    pub favorite: bool,
    /// The service provider's own tenant.
    pub own: bool,
    /// Ask before opening.
    pub confirm: bool,
    /// The key of the default portal.
    pub portal: String,
    /// The notes.
    pub notes: String,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A text.
    Text(TextError),
    /// The tenant ID.
    TenantId(TenantIdError),
    /// The cloud.
    Cloud(UnknownCloud),
    /// A domain.
    Domain(NotADomain),
    /// The SharePoint label.
    SharePoint(NotASharePointLabel),
    /// The default portal.
    Portal(NotAPortalId),
    /// Another customer has it already.
    Clash(Clash),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(error) => error.fmt(f),
            Self::TenantId(error) => error.fmt(f),
            Self::Cloud(error) => error.fmt(f),
            Self::Domain(error) => error.fmt(f),
            Self::SharePoint(error) => error.fmt(f),
            Self::Portal(error) => error.fmt(f),
            Self::Clash(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Fault {}

impl Entered {
    /// Returns what a form shows for a tenant. Read again it is the same tenant, but for the look-up.
    pub fn of(tenant: &Tenant) -> Self {
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        Self {
            name: tenant.name.clone(),
            tenant_id: tenant.tenant_id.to_string(),
            cloud: tenant.cloud.key().to_owned(),
            domain: text(tenant.domain.as_ref().map(Domain::as_str)),
            initial_domain: text(tenant.initial_domain.as_ref().map(Domain::as_str)),
            sharepoint: text(tenant.sharepoint.as_ref().map(SharePointLabel::as_str)),
            group: text(tenant.group.as_deref()),
            tags: tenant.tags.clone(),
            aliases: tenant.aliases.clone(),
            favorite: tenant.favorite,
            own: tenant.own,
            confirm: tenant.confirm,
            portal: text(tenant.portal.as_ref().map(PortalId::as_str)),
            notes: tenant.notes.clone(),
        }
    }

    /// Returns the tenant that was entered. `before` is what the form began with: a text that was not touched may stay as it is.
    ///
    /// # Errors
    ///
    /// All that is wrong, by field.
    pub fn read(&self, before: Option<&Tenant>) -> Result<Tenant, Vec<(Field, Fault)>> {
        let was = before.map(Self::of).unwrap_or_default();
        let mut faults = Faults::default();
        let name = one(&self.name, &was.name);
        if name != was.name || before.is_none() {
            faults.text(Field::Name, ensure_line(Text::Name, &name));
        }
        let tenant_id = faults.noted(Field::TenantId, TenantId::from_entry(&self.tenant_id), Fault::TenantId);
        let cloud = faults.noted(Field::Cloud, self.cloud.parse::<Cloud>(), Fault::Cloud);
        let domain = faults.optional(Field::Domain, &self.domain, Fault::Domain);
        let initial_domain = faults.optional(Field::InitialDomain, &self.initial_domain, Fault::Domain);
        let sharepoint = faults.optional(Field::SharePoint, &self.sharepoint, Fault::SharePoint);
        let portal = faults.optional(Field::Portal, &self.portal, Fault::Portal);
        let group = one(&self.group, &was.group);
        if !group.is_empty() && group != was.group {
            faults.text(Field::Group, ensure_line(Text::Group, &group));
        }
        let tags = faults.several(Field::Tags, Text::Tag, &self.tags, &was.tags);
        let aliases = faults.several(Field::Aliases, Text::Alias, &self.aliases, &was.aliases);
        let notes = one(&self.notes, &was.notes);
        if notes != was.notes {
            faults.text(Field::Notes, ensure_notes(&notes));
        }
        let (Some(tenant_id), Some(cloud), true) = (tenant_id, cloud, faults.0.is_empty()) else {
            return Err(faults.0);
        };
        let tenant = Tenant {
            domain,
            initial_domain,
            sharepoint,
            group: (!group.is_empty()).then_some(group),
            tags,
            aliases,
            favorite: self.favorite,
            own: self.own,
            confirm: self.confirm,
            portal,
            verified: before.and_then(|before| before.verified.clone()),
            notes,
            ..Tenant::new(name, cloud, tenant_id)
        };
        Ok(before.map_or_else(|| tenant.clone(), |before| tenant.clone().without_stale_look_up(before)))
    }
}

/// What was found wrong so far.
#[derive(Default)]
struct Faults(Vec<(Field, Fault)>);

impl Faults {
    fn text(&mut self, field: Field, checked: Result<(), TextError>) {
        self.0.extend(checked.err().map(|error| (field, Fault::Text(error))));
    }

    fn noted<T, E>(&mut self, field: Field, read: Result<T, E>, fault: impl Fn(E) -> Fault) -> Option<T> {
        read.map_err(|error| self.0.push((field, fault(error)))).ok()
    }

    fn optional<T: FromStr>(&mut self, field: Field, text: &str, fault: impl Fn(T::Err) -> Fault) -> Option<T> {
        let text = text.trim();
        if text.is_empty() { None } else { self.noted(field, text.parse(), fault) }
    }

    /// Returns the texts that are something, each once.
    fn several(&mut self, field: Field, text: Text, now: &[String], was: &[String]) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        for entered in now {
            let is_old = was.contains(entered);
            let entered = if is_old { entered.as_str() } else { entered.trim() };
            if entered.is_empty() || kept.iter().any(|other| other == entered) {
                continue;
            }
            if !is_old {
                self.text(field, ensure_line(text, entered));
            }
            kept.push(entered.to_owned());
        }
        kept
    }
}

/// Returns a text as it is saved: as it stood there, or without the spaces around it.
fn one(now: &str, was: &str) -> String {
    if now == was { now } else { now.trim() }.to_owned()
}

/// Returns what keeps a tenant from standing in the registry, in the place of the one with the identity `before`.
pub fn clash(registry: &Registry, before: Option<&Identity>, tenant: &Tenant) -> Option<(Field, Clash)> {
    let mut others = registry.clone();
    let clash = match before {
        Some(identity) => others.replace(identity, tenant.clone()).err(),
        None => others.add(tenant.clone()).err(),
    }?;
    let field = match &clash.kind {
        ClashKind::Identity(_) | ClashKind::Directory(..) => Field::TenantId,
        ClashKind::Value("domain", _) => Field::Domain,
        ClashKind::Value("SharePoint label", _) => Field::SharePoint,
        ClashKind::Value(..) => Field::InitialDomain,
        ClashKind::TooMany => Field::Name,
    };
    Some((field, clash))
}

/// What is worth a look, though it can be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Another customer has this name, or this alias: its name.
    SameName(String),
    /// The name could be taken for this other customer's.
    Lookalike(String),
    /// The tenant is another one now: what opens is another customer.
    OtherTenant,
    /// The look-up that proved the domain's tenant is forgotten.
    NotVerified,
}

/// Returns what is worth a look about a tenant that stands, or will stand, in the place of `before`.
pub fn remarks(registry: &Registry, before: Option<&Tenant>, tenant: &Tenant) -> Vec<(Field, Remark)> {
    let mut remarks = Vec::new();
    let own = before.map(Tenant::identity);
    if before.is_none_or(|before| before.name != tenant.name) {
        let name = fold(&tenant.name);
        let has_name = |other: &&Tenant| {
            let mut texts = [&other.name].into_iter().chain(&other.aliases);
            Some(other.identity()) != own && texts.any(|text| fold(text).as_str() == name.as_str())
        };
        if let Some(other) = registry.tenants().iter().find(has_name) {
            remarks.push((Field::Name, Remark::SameName(other.name.clone())));
        } else if let Some(other) =
            lookalike::looking_like(registry, tenant).into_iter().find(|other| Some(other.identity()) != own)
        {
            remarks.push((Field::Name, Remark::Lookalike(other.name.clone())));
        }
    }
    if let Some(before) = before {
        if before.identity() != tenant.identity() {
            let field = if before.tenant_id == tenant.tenant_id { Field::Cloud } else { Field::TenantId };
            remarks.push((field, Remark::OtherTenant));
        } else if before.verified.is_some() && tenant.verified.is_none() {
            remarks.push((Field::Domain, Remark::NotVerified));
        }
    }
    remarks
}

#[cfg(test)]
mod tests;
