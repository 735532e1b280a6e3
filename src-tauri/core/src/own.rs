//! A person's own portals: what may be one, and why something may not.
//!
//! An own portal opens for every customer, so nothing of a single one may stand in its address.

use std::{collections::BTreeMap, fmt};

use crate::{
    address::{self, Unavailable},
    cloud::{Cloud, UnknownCloud},
    display::{is_hazardous, quoted},
    fold::fold,
    portal::{Catalogue, NotAPortalId, Portal, PortalId},
    registry::Registry,
    template::{Placeholder, Template, TemplateError},
    tenant::Tenant,
};

mod held;

pub use held::Held;

/// The longest name, in characters.
const NAME: usize = 60;

/// The longest template, in bytes.
const TEMPLATE: usize = 2_000;

/// An own portal as somebody wrote it, in a form or in the settings file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The key; empty to get one from the name.
    pub id: String,
    /// The name.
    pub name: String,
    /// The templates by the keys of their clouds. An empty one is none.
    pub templates: BTreeMap<String, String>,
    /// True when its address is the same for all customers.
    pub tenant_less: bool,
}

/// An own portal that may be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPortal {
    id: PortalId,
    name: String,
    templates: BTreeMap<Cloud, Template>,
    tenant_less: bool,
}

impl OwnPortal {
    /// The key.
    pub fn id(&self) -> &PortalId {
        &self.id
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The template of each cloud that has one.
    pub fn templates(&self) -> &BTreeMap<Cloud, Template> {
        &self.templates
    }

    /// True when its address is the same for all customers.
    pub fn is_tenant_less(&self) -> bool {
        self.tenant_less
    }
}

/// Checks what a person entered, against the customers and portals there are. An entry with the key of an own portal is about
/// that one.
///
/// # Errors
///
/// All that is wrong, each with the field to look at.
pub fn check(entry: &Entry, registry: &Registry, catalogue: &Catalogue) -> Result<OwnPortal, Vec<(Field, Problem)>> {
    let id = if entry.id.is_empty() { slug(&entry.name, catalogue) } else { entry.id.clone() };
    let taken = catalogue
        .portals()
        .iter()
        .find(|portal| portal.id.as_str() != id && fold(&portal.name).as_str() == fold(&entry.name).as_str());
    let taken = taken.map(|portal| (Field::Name, Problem::NameTaken(portal.name.clone())));
    match (checked(&Entry { id, ..entry.clone() }, registry), taken) {
        (Ok(_), Some(taken)) => Err(vec![taken]),
        (Err(problems), Some(taken)) => Err([taken].into_iter().chain(problems).collect()),
        (checked, None) => checked,
    }
}

/// Returns the address that a template makes for a tenant, to be looked at.
///
/// # Errors
///
/// The tenant lacks a value, or the address would not read as its template says.
pub fn preview(template: &Template, tenant: &Tenant) -> Result<String, Unavailable> {
    address::expand(template, tenant).map(|url| url.to_string())
}

/// Checks an entry of the settings file against the customers there are.
///
/// # Errors
///
/// All that is wrong, each with its field.
pub(crate) fn checked(entry: &Entry, registry: &Registry) -> Result<OwnPortal, Vec<(Field, Problem)>> {
    let mut problems = Vec::new();
    let id = match entry.id.parse::<PortalId>() {
        Ok(id) if Catalogue::built_in().get(&id).is_some() => Err(Problem::BuiltIn(id.to_string())),
        id => id.map_err(Problem::BadId),
    };
    let id = id.map_err(|problem| problems.push((Field::Id, problem)));
    let name = entry.name.trim();
    problems.extend(name_problem(name).map(|problem| (Field::Name, problem)));

    let mut templates = BTreeMap::new();
    for (key, text) in entry.templates.iter().filter(|(_, text)| !text.trim().is_empty()) {
        match key.parse::<Cloud>() {
            Err(error) => problems.push((Field::Templates, Problem::NoSuchCloud(error))),
            Ok(cloud) => match template(text.trim(), entry.tenant_less, registry) {
                Ok(template) => drop(templates.insert(cloud, template)),
                Err(problem) => problems.push((Field::Template(cloud), problem)),
            },
        }
    }
    if templates.is_empty() && problems.iter().all(|(field, _)| matches!(field, Field::Id | Field::Name)) {
        problems.push((Field::Templates, Problem::NoTemplate));
    }
    match id {
        Ok(id) if problems.is_empty() => {
            Ok(OwnPortal { id, name: name.to_owned(), templates, tenant_less: entry.tenant_less })
        }
        _ => Err(problems),
    }
}

fn name_problem(name: &str) -> Option<Problem> {
    if name.is_empty() {
        Some(Problem::NoName)
    } else if name.chars().count() > NAME {
        Some(Problem::LongName)
    } else {
        name.chars().any(is_hazardous).then(|| Problem::HazardousName(name.to_owned()))
    }
}

fn template(text: &str, tenant_less: bool, registry: &Registry) -> Result<Template, Problem> {
    if text.len() > TEMPLATE {
        return Err(Problem::LongTemplate);
    }
    // First: what a person pastes is some customer's address, and that is what to say of it.
    if let Some(held) = held::find(text, registry) {
        return Err(Problem::Holds(held));
    }
    let template: Template = text.parse().map_err(Problem::Template)?;
    ensure_openable(&template)?;
    match (template.is_tenant_less(), tenant_less) {
        (true, false) => Err(Problem::NamesNobody),
        (false, true) => Err(Problem::NamesSomebody),
        _ => Ok(template),
    }
}

/// Makes sure that addresses pass their check: a path such as `/a/../b` would be read as another one.
fn ensure_openable(template: &Template) -> Result<(), Problem> {
    let opened = example(Cloud::Public).and_then(|example| preview(template, &example).ok());
    opened.map(drop).ok_or(Problem::Unopenable)
}

/// Returns a customer that there is not, with everything an address can need.
pub fn example(cloud: Cloud) -> Option<Tenant> {
    Some(Tenant {
        domain: "contoso.com".parse().ok(),
        initial_domain: "contoso.onmicrosoft.com".parse().ok(),
        sharepoint: "contoso".parse().ok(),
        ..Tenant::new("Contoso", cloud, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().ok()?)
    })
}

/// Returns a key made of a name, which no portal has.
fn slug(name: &str, catalogue: &Catalogue) -> String {
    let folded = fold(name);
    let words = folded.as_str().split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join("-");
    let base = match words.get(..words.len().min(36)).map(|words| words.trim_end_matches('-')) {
        Some(base) if !base.is_empty() => base,
        _ => "portal",
    };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut ids = [base.to_owned()].into_iter().chain(numbered);
    ids.find(|id| !catalogue.has_entry(id)).unwrap_or_default()
}

/// The field that something is wrong with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The key.
    Id,
    /// The name.
    Name,
    /// The templates as a whole.
    Templates,
    /// The template of this cloud.
    Template(Cloud),
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id => f.write_str("id"),
            Self::Name => f.write_str("name"),
            Self::Templates => f.write_str("templates"),
            Self::Template(cloud) => write!(f, "templates.{cloud}"),
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It cannot be a key.
    BadId(NotAPortalId),
    /// A portal that Portico comes with has this key.
    BuiltIn(String),
    /// There is none.
    NoName,
    /// It is too long.
    LongName,
    /// It has control, bidi or invisible characters.
    HazardousName(String),
    /// Another portal is named so.
    NameTaken(String),
    /// There is none at all.
    NoTemplate,
    /// There is no such cloud.
    NoSuchCloud(UnknownCloud),
    /// It is too long.
    LongTemplate,
    /// It is no template.
    Template(TemplateError),
    /// Something of a single customer stands in it.
    Holds(Held),
    /// A browser would read its addresses otherwise than they are written.
    Unopenable,
    /// It names no customer, and is not marked as the same for all.
    NamesNobody,
    /// It names the customer, and is marked as the same for all.
    NamesSomebody,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadId(error) => error.fmt(f),
            Self::BuiltIn(id) => write!(f, "Portico comes with a portal of this key: {}", quoted(id)),
            Self::NoName => f.write_str("the name is empty"),
            Self::LongName => write!(f, "the name has more than {NAME} characters"),
            Self::HazardousName(name) => write!(f, "the name has control or invisible characters: {}", quoted(name)),
            Self::NameTaken(name) => write!(f, "another portal has this name: {}", quoted(name)),
            Self::NoTemplate => f.write_str("no cloud has a template"),
            Self::NoSuchCloud(error) => error.fmt(f),
            Self::LongTemplate => write!(f, "the template has more than {TEMPLATE} characters"),
            Self::Template(error) => error.fmt(f),
            Self::Holds(held) => held.fmt(f),
            Self::Unopenable => f.write_str("the template is read otherwise than it is written"),
            Self::NamesNobody => write!(
                f,
                "the template names no customer: put {{{}}} where the tenant ID belongs, or mark it as the same for all",
                Placeholder::TenantId.key()
            ),
            Self::NamesSomebody => f.write_str("the template names the customer: it is not the same for all"),
        }
    }
}

impl std::error::Error for Problem {}

impl From<OwnPortal> for Portal {
    fn from(OwnPortal { id, name, templates, .. }: OwnPortal) -> Self {
        Self::own(id, name, templates)
    }
}

#[cfg(test)]
mod tests;
