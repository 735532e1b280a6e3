//! Deciding what a request to open a portal leads to, before anything is started.

use std::fmt;

use crate::{
    address::{self, PortalUrl, Unavailable},
    cloud::Identity,
    display::{quoted, safe},
    fold::fold,
    pins::{Change, Loss, Objection, Pinning},
    portal::{Catalogue, Portal, PortalId, UnknownPortal},
    registry::Registry,
    settings::{ConfirmRules, Rule},
    tenant::Tenant,
};

/// What a request is decided by. What is decided holds on to the registry alone.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a, 'k> {
    /// The registry, as it is now.
    pub registry: &'a Registry,
    /// What its tenants were known as.
    pub pinning: &'k Pinning,
    /// The portals there are.
    pub catalogue: &'k Catalogue,
    /// What to ask about before it opens.
    pub confirm: &'k ConfirmRules,
}

impl<'a, 'k> Known<'a, 'k> {
    /// The same with the portals that Portico comes with, and nothing to ask about but the tenants that are marked.
    pub fn plain(registry: &'a Registry, pinning: &'k Pinning) -> Self {
        static NONE: ConfirmRules =
            ConfirmRules { all: false, groups: Vec::new(), clouds: Vec::new(), doubtful_portals: false };
        Self { registry, pinning, catalogue: Catalogue::built_in(), confirm: &NONE }
    }
}

/// What a menu row, the window, a launcher or the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The tenant.
    pub identity: Identity,
    /// The key of the portal; the tenant's own default when not set.
    pub portal: Option<String>,
    /// The name that the person saw beside what they chose.
    pub shown_name: Option<String>,
    /// True when the person has been asked and said yes.
    pub confirmed: bool,
}

/// What a request leads to.
#[derive(Debug)]
pub enum Decision<'a> {
    /// Open this.
    Open(Target<'a>),
    /// Ask this first. Nothing opens without the answer.
    Ask(Target<'a>, Doubt),
}

impl<'a> Decision<'a> {
    /// Returns what the person is to be asked before a target opens, if anything.
    pub(crate) fn on(target: Target<'a>, rules: &ConfirmRules, shown_name: Option<&str>, confirmed: bool) -> Self {
        match doubt(&target, rules, shown_name, confirmed) {
            Some(doubt) => Self::Ask(target, doubt),
            None => Self::Open(target),
        }
    }

    /// Returns what opens, and what is to be asked before.
    pub fn into_parts(self) -> (Target<'a>, Option<Doubt>) {
        match self {
            Self::Open(target) => (target, None),
            Self::Ask(target, doubt) => (target, Some(doubt)),
        }
    }
}

/// A page of a tenant, with its address.
#[derive(Debug, Clone)]
pub struct Target<'a> {
    /// The tenant.
    pub tenant: &'a Tenant,
    /// The key of the portal, which for a link need not be in the catalogue.
    pub portal: PortalId,
    /// The name of the portal, the same in every language.
    pub portal_name: String,
    /// The address.
    pub url: PortalUrl,
    /// True when the page may show another tenant than the one in its address, so that people are told to check.
    pub may_show_another_tenant: bool,
    /// True when a link asks for more than the address does: by a part of it that Portico does not know.
    pub left_out: bool,
}

/// Why a person is asked before a portal opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The tenant was shown under this other name.
    Renamed(String),
    /// The tenant is the service provider's own.
    Own,
    /// The tenant is marked to be asked about.
    Marked,
    /// The person set this rule.
    Rule(Rule),
}

/// Decides on a request by what is known now.
///
/// # Errors
///
/// Why nothing can be opened.
pub fn decide<'a>(known: Known<'a, '_>, request: &Request) -> Result<Decision<'a>, Refusal> {
    let Known { registry, pinning, catalogue, confirm } = known;
    let tenant = registry.get(&request.identity).ok_or(Refusal::Gone(request.identity))?;
    ensure_known(tenant, pinning)?;
    let portal = match &request.portal {
        Some(key) => catalogue.named(key).map_err(Refusal::Portal)?,
        None => default_portal(catalogue, tenant)?,
    };
    let url = address::build(portal, tenant).map_err(|why| Refusal::Unavailable {
        tenant: tenant.name.clone(),
        portal: portal.name.clone(),
        why,
    })?;
    let target = Target {
        tenant,
        portal: portal.id.clone(),
        portal_name: portal.name.clone(),
        url,
        may_show_another_tenant: portal.may_show_another_tenant(tenant.cloud),
        left_out: false,
    };
    Ok(Decision::on(target, confirm, request.shown_name.as_deref(), request.confirmed))
}

/// Makes sure that a tenant is the one it was known as.
///
/// # Errors
///
/// It was changed by other means than Portico, or that cannot be known.
pub fn ensure_known(tenant: &Tenant, pinning: &Pinning) -> Result<(), Refusal> {
    match pinning.objection(tenant) {
        None => Ok(()),
        Some(Objection::Changed(change)) => Err(Refusal::Changed(change)),
        Some(Objection::Lost(loss)) => Err(Refusal::PinsLost(loss)),
    }
}

/// Returns the portal that opens when none is named. One that a person chose for the tenant does so also when it is switched off.
///
/// # Errors
///
/// The tenant names a portal that the catalogue does not have. Another one is not taken in its stead.
pub fn default_portal<'c>(catalogue: &'c Catalogue, tenant: &Tenant) -> Result<&'c Portal, Refusal> {
    match &tenant.portal {
        Some(id) => {
            catalogue.named(id.as_str()).map_err(|unknown| Refusal::OwnPortal { tenant: tenant.name.clone(), unknown })
        }
        None => Ok(catalogue.default_portal()),
    }
}

/// Returns why a person is to be asked before this opens.
fn doubt(target: &Target<'_>, rules: &ConfirmRules, shown_name: Option<&str>, confirmed: bool) -> Option<Doubt> {
    let tenant = target.tenant;
    // A new name is asked about even after a yes: that yes was about the old one.
    let renamed = shown_name.filter(|shown| !is_same_name(shown, &tenant.name));
    if let Some(shown) = renamed {
        Some(Doubt::Renamed(shown.to_owned()))
    } else if confirmed {
        None
    } else if tenant.own {
        Some(Doubt::Own)
    } else if tenant.confirm {
        Some(Doubt::Marked)
    } else {
        rules.asks(tenant, target.may_show_another_tenant).map(Doubt::Rule)
    }
}

/// Returns true when the shown name is the tenant's, but for case, accents and spaces. Hostile names are shown escaped.
pub fn is_same_name(shown: &str, name: &str) -> bool {
    shown == name || shown == safe(name) || fold(shown).as_str() == fold(name).as_str()
}

/// Why nothing can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The registry has no such tenant, or not any more.
    Gone(Identity),
    /// The tenant was changed by other means than Portico, and nobody has looked at that yet.
    Changed(Box<Change>),
    /// There is nothing to tell by whether the tenant was changed.
    PinsLost(Loss),
    /// There is no such portal.
    Portal(UnknownPortal),
    /// The tenant's entry names a default portal that there is not.
    OwnPortal {
        /// The tenant's name.
        tenant: String,
        /// The portal.
        unknown: UnknownPortal,
    },
    /// The portal has no address for this tenant.
    Unavailable {
        /// The tenant's name.
        tenant: String,
        /// The portal's name.
        portal: String,
        /// Why.
        why: Unavailable,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone(identity) => write!(f, "no tenant has this identity: {identity}"),
            Self::Changed(change) => {
                write!(f, "{} was changed outside Portico: nothing was opened", quoted(&change.new.1.name))
            }
            Self::PinsLost(Loss::Missing) => {
                f.write_str("the pins are missing: Portico cannot tell whether customers were changed, and opens none")
            }
            Self::PinsLost(Loss::Unreadable(why)) => write!(
                f,
                "the pins cannot be read: Portico cannot tell whether customers were changed, and opens none ({why})"
            ),
            Self::Portal(unknown) => unknown.fmt(f),
            Self::OwnPortal { tenant, unknown } => write!(f, "the default portal of {}: {unknown}", quoted(tenant)),
            Self::Unavailable { tenant, portal, why } => {
                write!(f, "{portal} cannot be opened for {}: {why}", quoted(tenant))
            }
        }
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, pins::Pins, settings::PortalSettings, template::Placeholder};

    fn contoso() -> Tenant {
        Tenant::new("Contoso", Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap())
    }

    fn request(tenant: &Tenant) -> Request {
        Request { identity: tenant.identity(), portal: None, shown_name: Some("Contoso".into()), confirmed: false }
    }

    /// Returns the address that opens, or the doubt that is asked about.
    fn outcome(tenant: Tenant, request: &Request) -> Result<Result<String, Doubt>, Refusal> {
        let registry = Registry::new(vec![tenant]).unwrap();
        decide(Known::plain(&registry, &Pinning::default()), request).map(|decision| match decision {
            Decision::Open(target) => Ok(target.url.to_string()),
            Decision::Ask(_, doubt) => Err(doubt),
        })
    }

    #[test]
    fn the_own_default_portal_opens_unless_another_is_named() {
        let mut tenant = contoso();
        tenant.portal = Some("entra".parse().unwrap());
        let entra = Ok(Ok("https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#home".into()));
        assert_eq!(outcome(tenant.clone(), &request(&tenant)), entra);
        let named = Request { portal: Some("defender".into()), ..request(&tenant) };
        let defender = Ok(Ok("https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".into()));
        assert_eq!(outcome(tenant, &named), defender);
    }

    #[test]
    fn a_name_that_was_not_shown_is_asked_about_even_after_a_yes() {
        let mut tenant = contoso();
        tenant.name = "Fabrikam".into();
        for confirmed in [false, true] {
            let request = Request { confirmed, ..request(&tenant) };
            assert_eq!(outcome(tenant.clone(), &request), Ok(Err(Doubt::Renamed("Contoso".into()))));
        }
        tenant.name = "CONTOSO".into();
        assert!(outcome(tenant.clone(), &request(&tenant)).unwrap().is_ok(), "case alone is no other name");
        tenant.name = "Con\u{202e}toso".into();
        let escaped = Request { shown_name: Some("Con\\u{202e}toso".into()), ..request(&tenant) };
        assert!(outcome(tenant, &escaped).unwrap().is_ok(), "so it was shown");
    }

    #[test]
    fn what_changed_outside_does_not_open_whatever_was_answered() {
        let (was, mut tenant) = (contoso(), contoso());
        tenant.domain = "contoso.net".parse().ok();
        let pinning = Pinning::Kept(Pins::of(&Registry::new(vec![was]).unwrap()));
        let registry = Registry::new(vec![tenant.clone()]).unwrap();
        for confirmed in [false, true] {
            let request = Request { confirmed, ..request(&tenant) };
            assert!(matches!(decide(Known::plain(&registry, &pinning), &request), Err(Refusal::Changed(_))));
            let lost = Pinning::Lost(Loss::Missing);
            assert!(matches!(decide(Known::plain(&registry, &lost), &request), Err(Refusal::PinsLost(_))));
        }
    }

    #[test]
    fn marked_and_own_tenants_are_asked_about_once() {
        let (mut marked, mut own) = (contoso(), contoso());
        marked.confirm = true;
        own.own = true;
        for (tenant, doubt) in [(marked, Doubt::Marked), (own, Doubt::Own)] {
            let first = request(&tenant);
            assert_eq!(outcome(tenant.clone(), &first), Ok(Err(doubt)));
            assert!(outcome(tenant, &Request { confirmed: true, ..first }).unwrap().is_ok());
        }
    }

    #[test]
    fn a_rule_asks_once_and_after_what_is_marked() {
        let confirm = ConfirmRules { doubtful_portals: true, ..ConfirmRules::default() };
        let outcome = |tenant: &Tenant, request: &Request| {
            let registry = Registry::new(vec![tenant.clone()]).unwrap();
            let pinning = Pinning::default();
            let known = Known { confirm: &confirm, ..Known::plain(&registry, &pinning) };
            decide(known, request).unwrap().into_parts().1
        };
        let mut tenant = contoso();
        let doubtful = Request { portal: Some("mto".into()), ..request(&tenant) };
        assert_eq!(outcome(&tenant, &doubtful), Some(Doubt::Rule(Rule::DoubtfulPortal)));
        assert_eq!(outcome(&tenant, &request(&tenant)), None);
        assert_eq!(outcome(&tenant, &Request { confirmed: true, ..doubtful.clone() }), None);
        tenant.confirm = true;
        assert_eq!(outcome(&tenant, &doubtful), Some(Doubt::Marked));
    }

    #[test]
    fn a_portal_that_is_off_opens_when_it_is_named() {
        let off = vec!["entra".parse().unwrap(), "azure".parse().unwrap()];
        let portals = PortalSettings { off, default: "entra".parse().ok(), ..PortalSettings::default() };
        let catalogue = Catalogue::of(&portals);
        let opens = |tenant: Tenant, portal: Option<&str>| {
            let request = Request { portal: portal.map(str::to_owned), ..request(&tenant) };
            let (registry, pinning) = (Registry::new(vec![tenant]).unwrap(), Pinning::default());
            let known = Known { catalogue: &catalogue, ..Known::plain(&registry, &pinning) };
            decide(known, &request).unwrap().into_parts().0.portal.to_string()
        };
        let chosen = Tenant { portal: "azure".parse().ok(), ..contoso() };
        assert_eq!(opens(contoso(), None), "defender", "the default is off");
        assert_eq!(opens(contoso(), Some("entra")), "entra");
        assert_eq!(opens(chosen, None), "azure", "a person chose it for this customer");
    }

    #[test]
    fn nothing_opens_in_place_of_what_cannot() {
        let mut tenant = contoso();
        let asked = request(&tenant);
        assert_eq!(
            outcome(tenant.clone(), &Request { portal: Some("teams".into()), ..asked.clone() }),
            Err(Refusal::Unavailable {
                tenant: "Contoso".into(),
                portal: "Teams admin center".into(),
                why: Unavailable::Missing(Placeholder::InitialDomain)
            })
        );
        tenant.portal = Some("gone".parse().unwrap());
        assert!(
            matches!(outcome(tenant.clone(), &asked), Err(Refusal::OwnPortal { .. })),
            "not the catalogue's default"
        );
        tenant.cloud = Cloud::China;
        assert!(
            matches!(outcome(tenant, &asked), Err(Refusal::Gone(_))),
            "the same ID in another cloud is another tenant"
        );
    }
}
