//! What opens in which browser: a person's rules. They stand in the settings of this machine; a registry never has any.

use super::Gone;
use crate::{
    cloud::{Cloud, Identity},
    fold::fold,
    portal::PortalId,
    tenant::Tenant,
};

/// The word for the default browser, where a rule or the command line names one.
pub const DEFAULT: &str = "default";

/// The rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BrowserRules {
    /// The rules, as they stand in the file.
    pub rules: Vec<BrowserRule>,
    /// Set when it cannot be told whom all of what stands there is about: what is wrong.
    pub unclear: Option<String>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserRule {
    /// What it is about.
    pub whom: Whom,
    /// Where that opens, or why that cannot be told.
    pub way: Result<Way, String>,
}

/// What a rule is about. The more specific wins, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// A tenant, by its cloud and tenant ID.
    Tenant(Identity),
    /// The tenants of a group; case and accents do not matter.
    Group(String),
    /// The tenants in a cloud.
    Cloud(Cloud),
    /// A portal, whoever is opened in it.
    Portal(PortalId),
}

impl Whom {
    /// True when the two are about the same.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Group(one), Self::Group(other)) => fold(one).as_str() == fold(other).as_str(),
            _ => self == other,
        }
    }

    /// True for a tenant that it is about, in a portal that it is about if that is all it names.
    pub fn has(&self, tenant: &Tenant) -> bool {
        match self {
            Self::Tenant(identity) => *identity == tenant.identity(),
            Self::Group(group) => tenant.group.as_deref().is_some_and(|own| fold(own).as_str() == fold(group).as_str()),
            Self::Cloud(cloud) => *cloud == tenant.cloud,
            Self::Portal(_) => true,
        }
    }

    fn is_about(&self, tenant: &Tenant, portal: &PortalId) -> bool {
        self.has(tenant) && !matches!(self, Self::Portal(id) if id != portal)
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Tenant(_) => 0,
            Self::Group(_) => 1,
            Self::Cloud(_) => 2,
            Self::Portal(_) => 3,
        }
    }
}

/// Where something opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// In the default browser.
    Default,
    /// In this one.
    In(Chosen),
}

/// A browser that was chosen. It may be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The browser's id.
    pub browser: String,
    /// The profile's key; the one that the browser takes when not set.
    pub profile: Option<String>,
    /// In which kind of window.
    pub mode: Mode,
}

/// In which kind of window something opens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Mode {
    /// In any.
    #[default]
    Usual,
    /// In a private one.
    Private,
    /// In this container of the profile.
    Container(String),
}

impl BrowserRules {
    /// Returns the rule for one tenant alone, if there is one.
    pub fn own(&self, identity: &Identity) -> Option<&BrowserRule> {
        self.rules.iter().find(|rule| rule.whom == Whom::Tenant(*identity))
    }

    /// Returns the browser that the most specific rule for a page of a tenant chose; nothing for the default browser.
    ///
    /// # Errors
    ///
    /// What stands there could mean either.
    pub fn rule(&self, tenant: &Tenant, portal: &PortalId) -> Result<Option<&Chosen>, Gone> {
        match self.deciding(tenant, portal)?.map(|rule| &rule.way) {
            None | Some(Ok(Way::Default)) => Ok(None),
            Some(Ok(Way::In(chosen))) => Ok(Some(chosen)),
            Some(Err(why)) => Err(Gone::Unclear(why.clone())),
        }
    }

    /// Returns the most specific rule for a page of a tenant, if there is one.
    ///
    /// # Errors
    ///
    /// What stands there could mean another one.
    pub fn deciding(&self, tenant: &Tenant, portal: &PortalId) -> Result<Option<&BrowserRule>, Gone> {
        let unclear = |why: &str| Err(Gone::Unclear(why.to_owned()));
        let fitting = || self.rules.iter().filter(|rule| rule.whom.is_about(tenant, portal));
        let most = fitting().map(|rule| rule.whom.rank()).min();
        // What cannot be told may be about this tenant, and then only a rule for the tenant alone is as specific.
        if let Some(why) = self.unclear.as_deref().filter(|_| most != Some(0)) {
            return unclear(why);
        }
        let mut rules = fitting().filter(|rule| Some(rule.whom.rank()) == most);
        let Some(first) = rules.next() else { return Ok(None) };
        if rules.any(|other| other.way != first.way) {
            return unclear("browsers: two rules are about the same, and do not agree");
        }
        Ok(Some(first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> PortalId {
        text.parse().unwrap()
    }

    fn contoso() -> Tenant {
        let mut tenant = Tenant::new("Contoso", Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap());
        tenant.group = Some("Hälsa".into());
        tenant
    }

    fn rule(whom: Whom, browser: &str) -> BrowserRule {
        let chosen = Chosen { browser: browser.to_owned(), profile: None, mode: Mode::Usual };
        BrowserRule { whom, way: Ok(if browser == DEFAULT { Way::Default } else { Way::In(chosen) }) }
    }

    fn which(rules: &[BrowserRule]) -> String {
        let rules = BrowserRules { rules: rules.to_vec(), unclear: None };
        match rules.rule(&contoso(), &id("entra")) {
            Ok(None) => DEFAULT.to_owned(),
            Ok(Some(chosen)) => chosen.browser.clone(),
            Err(_) => "refused".to_owned(),
        }
    }

    #[test]
    fn the_most_specific_rule_wins_wherever_it_stands() {
        let own = rule(Whom::Tenant(contoso().identity()), "own");
        let group = rule(Whom::Group("HALSA".into()), "group");
        let cloud = rule(Whom::Cloud(Cloud::Public), "cloud");
        let portal = rule(Whom::Portal(id("entra")), "portal");
        let others = [
            rule(Whom::Group("Retail".into()), "no"),
            rule(Whom::Cloud(Cloud::Gcc), "no"),
            rule(Whom::Portal(id("azure")), "no"),
            rule(Whom::Tenant("gcc/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap()), "no"),
        ];
        for (rules, expected) in [
            (&[&portal, &cloud, &group, &own][..], "own"),
            (&[&own, &group, &cloud, &portal], "own"),
            (&[&portal, &cloud, &group], "group"),
            (&[&portal, &cloud], "cloud"),
            (&[&portal], "portal"),
            (&[], DEFAULT),
        ] {
            let rules: Vec<_> = others.iter().chain(rules.iter().copied()).cloned().collect();
            assert_eq!(which(&rules), expected);
        }
        let default = rule(own.whom.clone(), DEFAULT);
        assert_eq!(which(&[group.clone(), default]), DEFAULT, "a rule can take a customer out of its group's");
    }

    #[test]
    fn what_could_mean_either_opens_nothing() {
        let (one, other) = (rule(Whom::Group("Halsa".into()), "one"), rule(Whom::Group("hälsa".into()), "other"));
        assert_eq!(which(&[one.clone(), other.clone()]), "refused");
        assert_eq!(which(&[one.clone(), one.clone()]), "one", "twice the same is the same");
        let own = rule(Whom::Tenant(contoso().identity()), "own");
        assert_eq!(which(&[one.clone(), other, own.clone()]), "own", "what is more specific is clear");
        let broken = BrowserRule { way: Err("no".into()), ..own.clone() };
        assert_eq!(which(&[one.clone(), broken]), "refused", "what is less specific is not taken instead");

        let unclear = |rule: &BrowserRule| BrowserRules { rules: vec![rule.clone()], unclear: Some("x".into()) };
        assert!(unclear(&one).rule(&contoso(), &id("entra")).is_err(), "it may be about this customer");
        assert!(unclear(&own).rule(&contoso(), &id("entra")).is_ok());
    }
}
