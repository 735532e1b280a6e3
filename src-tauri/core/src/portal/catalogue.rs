//! All portals there are: those that Portico comes with, and a person's own, as the person arranged them.

use std::{fmt, sync::OnceLock};

use super::{Entry, Portal, PortalId};
use crate::{
    display::quoted,
    own,
    registry::Registry,
    settings::{PortalSettings, Problem},
};

/// The portal that opens when neither the tenant nor the person names another.
const DEFAULT: &str = "defender";

/// All portals, in the order in which they are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    portals: Vec<Portal>,
    off: Vec<PortalId>,
    default: String,
    /// Own portals that are left out, and why.
    broken: Vec<(String, String)>,
    problems: Vec<Problem>,
}

impl Catalogue {
    /// Returns the portals that Portico comes with.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Catalogue> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
        BUILT_IN.get_or_init(|| Self::from_json(include_str!("../portals.json")).expect("portals.json is a catalogue"))
    }

    /// Returns the portals as a person arranged them: those of the order first, then the others that Portico comes with, then
    /// the person's own.
    pub fn of(settings: &PortalSettings) -> Self {
        Self::among(settings, &Registry::default())
    }

    /// Returns the same without own portals that have something of a single customer in their address.
    pub fn among(settings: &PortalSettings, registry: &Registry) -> Self {
        let Self { mut portals, .. } = Self::built_in().clone();
        let mut broken = Vec::new();
        for entry in &settings.own {
            let twins = settings.own.iter().filter(|other| other.id == entry.id).count();
            match own::checked(entry, registry) {
                Ok(_) if twins > 1 => broken.push((entry.id.clone(), "two own portals have this key".to_owned())),
                Ok(own) => portals.push(own.into()),
                Err(problems) => {
                    let why: Vec<_> = problems.iter().map(|(field, problem)| format!("{field}: {problem}")).collect();
                    broken.push((entry.id.clone(), why.join("; ")));
                }
            }
        }
        let place = |portal: &Portal| settings.order.iter().position(|id| *id == portal.id).unwrap_or(usize::MAX);
        portals.sort_by_key(place);
        let mut catalogue =
            Self { portals, off: settings.off.clone(), default: DEFAULT.to_owned(), broken, problems: Vec::new() };
        if let Some(default) = settings.default.as_ref().filter(|id| catalogue.get(id).is_some() && catalogue.is_on(id))
        {
            catalogue.default = default.to_string();
        }
        catalogue.problems = catalogue.problems_of(settings);
        catalogue
    }

    /// All portals, also those that are switched off.
    pub fn portals(&self) -> &[Portal] {
        &self.portals
    }

    /// The portals that are listed for customers.
    pub fn enabled(&self) -> impl Iterator<Item = &Portal> {
        self.portals.iter().filter(|portal| self.is_on(&portal.id))
    }

    /// True unless the portal is switched off. One that is still opens when it is named.
    pub fn is_on(&self, id: &PortalId) -> bool {
        !self.off.contains(id)
    }

    /// What of the settings makes no sense: own portals that are left out, and portals that there are not.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Returns the portal with this key.
    pub fn get(&self, id: &PortalId) -> Option<&Portal> {
        self.find(id.as_str())
    }

    /// Returns the portal with this key, which may be any text.
    ///
    /// # Errors
    ///
    /// The text, and the keys there are.
    pub fn named(&self, text: &str) -> Result<&Portal, UnknownPortal> {
        self.find(text).ok_or_else(|| UnknownPortal {
            text: text.to_owned(),
            known: self.portals.iter().map(|portal| portal.id.to_string()).collect(),
            broken: self.broken.iter().find(|(id, _)| id == text).map(|(_, why)| why.clone()),
        })
    }

    /// Returns the portal that opens when a tenant names no other: the person's choice, if it is there and on, else Defender.
    pub fn default_portal(&self) -> &Portal {
        #[expect(clippy::expect_used, reason = "from_json refuses a catalogue without it, and no other is chosen")]
        self.find(&self.default).expect("every catalogue has the default portal")
    }

    /// True when a portal has this key, also an own one that is left out.
    pub(crate) fn has_entry(&self, id: &str) -> bool {
        self.find(id).is_some() || self.broken.iter().any(|(broken, _)| broken == id)
    }

    fn find(&self, id: &str) -> Option<&Portal> {
        self.portals.iter().find(|portal| portal.id.as_str() == id)
    }

    fn problems_of(&self, settings: &PortalSettings) -> Vec<Problem> {
        let problem = |member: &str, why| Problem { member: format!("portals.{member}"), why };
        let broken = self.broken.iter().map(|(id, why)| problem("own", format!("{} is left out: {why}", quoted(id))));
        let order = settings.order.iter().map(|id| ("order", id));
        let named = order.chain(settings.off.iter().map(|id| ("off", id)));
        let named = named.chain(settings.default.iter().map(|id| ("default", id)));
        let missing = named
            .filter(|(_, id)| !self.has_entry(id.as_str()))
            .map(|(member, id)| problem(member, format!("no such portal: {}", quoted(id.as_str()))));
        let is_unused = |id: &&PortalId| self.has_entry(id.as_str()) && self.default != id.as_str();
        let instead = settings.default.iter().filter(is_unused).map(|id| {
            let why = if self.is_on(id) { "left out" } else { "switched off" };
            problem("default", format!("{} is {why}: {} opens instead", quoted(id.as_str()), self.default))
        });
        broken.chain(missing).chain(instead).collect()
    }

    fn from_json(text: &str) -> Result<Self, String> {
        let entries: Vec<Entry> = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let portals = entries.into_iter().map(Portal::try_from).collect::<Result<Vec<_>, _>>()?;
        let (off, broken, problems) = Default::default();
        let catalogue = Self { portals, off, default: DEFAULT.to_owned(), broken, problems };
        match catalogue.find(DEFAULT) {
            Some(_) => Ok(catalogue),
            None => Err(format!("no portal has this key: {DEFAULT}")),
        }
    }
}

impl Default for Catalogue {
    fn default() -> Self {
        Self::built_in().clone()
    }
}

/// No portal has this key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPortal {
    /// What was asked for.
    pub text: String,
    /// The keys there are.
    pub known: Vec<String>,
    /// Why the own portal of this key is left out, if there is one.
    pub broken: Option<String>,
}

impl fmt::Display for UnknownPortal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.broken {
            None => write!(f, "no such portal: {}", quoted(&self.text)),
            Some(why) => write!(f, "your own portal {} cannot be used: {why}", quoted(&self.text)),
        }
    }
}

impl std::error::Error for UnknownPortal {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, own::Entry as Own, tenant::Tenant};

    fn ids(ids: &[&str]) -> Vec<PortalId> {
        ids.iter().map(|id| id.parse().unwrap()).collect()
    }

    fn own(id: &str, template: &str) -> Own {
        let templates = [("public".to_owned(), template.to_owned())].into();
        Own { id: id.into(), name: id.to_uppercase(), templates, tenant_less: false }
    }

    fn problems(settings: &PortalSettings) -> Vec<String> {
        Catalogue::of(settings).problems().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn portals_stand_as_a_person_arranged_them() {
        let built_in = Catalogue::of(&PortalSettings::default());
        assert_eq!(&built_in, Catalogue::built_in(), "nothing set changes nothing");
        let settings = PortalSettings {
            order: ids(&["azure", "tool", "entra"]),
            off: ids(&["mto", "entra"]),
            default: "tool".parse().ok(),
            own: vec![own("last", "https://a.example/{domain}"), own("tool", "https://a.example/{tenant_id}")],
        };
        let catalogue = Catalogue::of(&settings);
        let all: Vec<_> = catalogue.portals().iter().map(|portal| portal.id.as_str()).collect();
        assert_eq!((&all[..4], all[17]), (&["azure", "tool", "entra", "defender"][..], "last"));
        let on: Vec<_> = catalogue.enabled().map(|portal| portal.id.as_str()).collect();
        assert_eq!((on.len(), &on[..4]), (16, &["azure", "tool", "defender", "securitycenter"][..]));
        assert_eq!(catalogue.default_portal().id.as_str(), "tool");
        assert!(catalogue.named("mto").is_ok(), "off, but there");
        assert_eq!(catalogue.problems(), []);
    }

    #[test]
    fn a_broken_own_portal_is_left_out_and_told_and_nothing_stands_in_its_place() {
        let settings = PortalSettings {
            order: ids(&["tool"]),
            off: ids(&["gone"]),
            default: "tool".parse().ok(),
            own: vec![
                own("tool", "http://a.example/{tenant_id}"),
                own("defender", "https://evil.example/{tenant_id}"),
                own("twin", "https://a.example/{tenant_id}"),
                own("twin", "https://b.example/{tenant_id}"),
            ],
        };
        assert_eq!(
            problems(&settings),
            [
                "portals.own: \"tool\" is left out: templates.public: the template is not https: \"http://a.example/{tenant_id}\"",
                "portals.own: \"defender\" is left out: id: Portico comes with a portal of this key: \"defender\"",
                "portals.own: \"twin\" is left out: two own portals have this key",
                "portals.own: \"twin\" is left out: two own portals have this key",
                "portals.off: no such portal: \"gone\"",
                "portals.default: \"tool\" is left out: defender opens instead",
            ]
        );
        let catalogue = Catalogue::of(&settings);
        assert_eq!(catalogue.portals(), Catalogue::built_in().portals());
        let tool = catalogue.named("tool").unwrap_err();
        assert!(tool.to_string().starts_with("your own portal \"tool\" cannot be used: "), "{tool}");
    }

    #[test]
    fn an_own_portal_that_became_a_customers_is_left_out() {
        let settings = PortalSettings {
            own: vec![own("tool", "https://a.example/contoso.com?t={tenant_id}")],
            ..Default::default()
        };
        assert!(Catalogue::of(&settings).named("tool").is_ok());
        let id = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap();
        let contoso = Tenant { domain: "contoso.com".parse().ok(), ..Tenant::new("Contoso", Cloud::Public, id) };
        let catalogue = Catalogue::among(&settings, &Registry::new(vec![contoso]).unwrap());
        assert!(catalogue.named("tool").is_err() && catalogue.problems().len() == 1, "{catalogue:?}");
    }

    #[test]
    fn a_default_that_is_off_is_not_the_default() {
        let off = PortalSettings { off: ids(&["entra"]), default: "entra".parse().ok(), ..PortalSettings::default() };
        assert_eq!(Catalogue::of(&off).default_portal().id.as_str(), "defender");
        assert_eq!(problems(&off), ["portals.default: \"entra\" is switched off: defender opens instead"]);
    }
}
