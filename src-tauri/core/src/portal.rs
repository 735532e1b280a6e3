//! Portals and their catalogue: those compiled in from `portals.json`, and a person's own.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::Deserialize;

use crate::{cloud::Cloud, display::quoted, template::Template};

mod catalogue;

pub use catalogue::{Catalogue, UnknownPortal};

/// The key of a portal: lower-case letters, digits and hyphens, at most 40.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PortalId(String);

impl PortalId {
    /// The key, for instance `m365-admin`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PortalId {
    type Err = NotAPortalId;

    fn from_str(text: &str) -> Result<Self, NotAPortalId> {
        let slug = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if (1..=40).contains(&text.len()) && text.bytes().all(slug) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAPortalId(text.to_owned()))
        }
    }
}

impl fmt::Display for PortalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text cannot be the key of a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAPortalId(String);

impl fmt::Display for NotAPortalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a portal: {}", quoted(&self.0))
    }
}

impl std::error::Error for NotAPortalId {}

/// A portal, with one whole address template per cloud in which it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portal {
    /// The key.
    pub id: PortalId,
    /// The product's name, the same in every language.
    pub name: String,
    addresses: BTreeMap<Cloud, (Template, Evidence)>,
}

impl Portal {
    /// Makes a portal of a person's own.
    pub(crate) fn own(id: PortalId, name: String, templates: BTreeMap<Cloud, Template>) -> Self {
        let evidence = || Evidence { grade: Grade::Own, source: "your own portal".to_owned() };
        let addresses = templates.into_iter().map(|(cloud, template)| (cloud, (template, evidence()))).collect();
        Self { id, name, addresses }
    }

    /// True for a portal of a person's own.
    pub fn is_own(&self) -> bool {
        self.addresses.values().any(|(_, evidence)| evidence.grade == Grade::Own)
    }

    /// Returns the template for a cloud; without one the portal is not to be opened there.
    pub fn template(&self, cloud: Cloud) -> Option<&Template> {
        self.addresses.get(&cloud).map(|(template, _)| template)
    }

    /// Returns how well the address in a cloud is known.
    pub fn evidence(&self, cloud: Cloud) -> Option<&Evidence> {
        self.addresses.get(&cloud).map(|(_, evidence)| evidence)
    }

    /// True when the portal may show another tenant than the one asked for, so that people are told to check.
    ///
    /// That is so where the address does not carry the tenant ID, or is not known well enough.
    pub fn may_show_another_tenant(&self, cloud: Cloud) -> bool {
        self.addresses
            .get(&cloud)
            .is_some_and(|(template, evidence)| !template.carries_tenant_id() || evidence.grade.is_weak())
    }
}

/// How an address is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// How good the source is.
    pub grade: Grade,
    /// The source, for people.
    pub source: String,
}

/// How good the source of an address is, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Microsoft documents or emits it.
    Documented,
    /// Widely used tools ship it.
    Tools,
    /// Derived from what holds in another cloud.
    Inferred,
    /// Sources contradict each other, or people report another result.
    Contested,
    /// A person says so, of a portal of their own.
    #[serde(skip)]
    Own,
}

impl Grade {
    /// The word in output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Tools => "tools",
            Self::Inferred => "inferred",
            Self::Contested => "contested",
            Self::Own => "own",
        }
    }

    /// True when the address may lead elsewhere.
    pub fn is_weak(self) -> bool {
        matches!(self, Self::Inferred | Self::Contested)
    }
}

/// A portal as it stands in the catalogue file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    name: String,
    templates: BTreeMap<String, String>,
    evidence: BTreeMap<String, (Grade, String)>,
}

impl TryFrom<Entry> for Portal {
    type Error = String;

    fn try_from(entry: Entry) -> Result<Self, String> {
        let Entry { id, name, templates, mut evidence } = entry;
        let mut addresses = BTreeMap::new();
        for (key, template) in templates {
            let cloud: Cloud = key.parse().map_err(|error| format!("{id}: {error}"))?;
            let template = template.parse().map_err(|error| format!("{id}: {error}"))?;
            let (grade, source) = evidence.remove(&key).ok_or_else(|| format!("{id}: no evidence for {cloud}"))?;
            addresses.insert(cloud, (template, Evidence { grade, source }));
        }
        match evidence.into_keys().next() {
            Some(key) => Err(format!("{id}: evidence without a template: {key}")),
            None => Ok(Self { id: id.parse().map_err(|error: NotAPortalId| error.to_string())?, name, addresses }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_has_the_sixteen_portals() {
        let ids: Vec<_> = Catalogue::built_in().portals().iter().map(|portal| portal.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "defender",
                "securitycenter",
                "mto",
                "entra",
                "azure",
                "intune",
                "purview",
                "m365-admin",
                "exchange",
                "teams",
                "sharepoint",
                "power-platform",
                "power-bi",
                "partner-center",
                "my-access",
                "my-sign-ins"
            ]
        );
    }

    #[test]
    fn people_are_told_to_check_where_the_address_alone_does_not_decide() {
        let told: Vec<_> = Catalogue::built_in()
            .portals()
            .iter()
            .filter(|portal| portal.may_show_another_tenant(Cloud::Public))
            .map(|portal| portal.id.as_str())
            .collect();
        assert_eq!(told, ["securitycenter", "mto", "m365-admin", "exchange", "teams", "sharepoint"]);
        let defender = Catalogue::built_in().default_portal();
        for (cloud, told) in [(Cloud::Gcc, false), (Cloud::GccHigh, true), (Cloud::Dod, true), (Cloud::China, true)] {
            assert_eq!(defender.may_show_another_tenant(cloud), told, "no source says that tid works in {cloud}");
        }
    }

    #[test]
    fn no_cloud_borrows_the_host_of_another() {
        let own_hosts = [(Cloud::GccHigh, &[".us"][..]), (Cloud::Dod, &[".us", ".mil"]), (Cloud::China, &[".cn"])];
        for (cloud, suffixes) in own_hosts {
            for portal in Catalogue::built_in().portals() {
                let Some(template) = portal.template(cloud) else {
                    continue;
                };
                let host = template.parts().host;
                assert!(suffixes.iter().any(|suffix| host.ends_with(suffix)), "{} in {cloud}: {host}", portal.id);
            }
        }
    }
}
