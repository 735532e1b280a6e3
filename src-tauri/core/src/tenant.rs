//! A tenant: one customer's entry in the registry.

use std::fmt;

use crate::{
    cloud::{Cloud, Identity},
    display::{is_hazardous, quoted},
    domain::{Domain, SharePointLabel},
    portal::PortalId,
    tenant_id::TenantId,
};

/// The longest name, alias, group or tag that is taken, in characters.
pub const TEXT_LIMIT: usize = 200;

/// The longest notes that are taken, in characters.
pub const NOTES_LIMIT: usize = 10_000;

/// One customer's tenant, with everything its portal addresses need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// The customer's name. From a file it may hold anything: show it through [`crate::display`].
    pub name: String,
    /// The tenant ID.
    pub tenant_id: TenantId,
    /// The cloud the tenant lives in.
    pub cloud: Cloud,
    /// The default domain, as in `contoso.com`.
    pub domain: Option<Domain>,
    /// The domain the tenant began with, as in `contoso.onmicrosoft.com`.
    pub initial_domain: Option<Domain>,
    /// The SharePoint label, as `contoso` in `contoso.sharepoint.com`.
    pub sharepoint: Option<SharePointLabel>,
    /// The heading the tenant is listed under.
    pub group: Option<String>,
    /// Words to find the tenant by.
    pub tags: Vec<String>,
    /// Other names of the customer.
    pub aliases: Vec<String>,
    /// Listed first in the tray menu.
    pub favorite: bool,
    /// The service provider's own tenant.
    pub own: bool,
    /// Ask before opening.
    pub confirm: bool,
    /// The portal that one click opens; the catalogue's default when not set.
    pub portal: Option<PortalId>,
    /// When and by which domain the tenant ID was looked up.
    pub verified: Option<Verified>,
    /// Free text.
    pub notes: String,
}

/// A look-up that gave the tenant's ID for its domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The domain that was looked up.
    pub domain: Domain,
    /// The day, as `2026-11-12`.
    pub at: String,
}

impl Tenant {
    /// Makes a tenant of which nothing else is known.
    pub fn new(name: impl Into<String>, cloud: Cloud, tenant_id: TenantId) -> Self {
        Self {
            name: name.into(),
            tenant_id,
            cloud,
            domain: None,
            initial_domain: None,
            sharepoint: None,
            group: None,
            tags: Vec::new(),
            aliases: Vec::new(),
            favorite: false,
            own: false,
            confirm: false,
            portal: None,
            verified: None,
            notes: String::new(),
        }
    }

    /// Returns what makes this tenant the one it is.
    pub fn identity(&self) -> Identity {
        Identity { cloud: self.cloud, tenant_id: self.tenant_id }
    }

    /// Returns the domain to tell customers of one name apart by.
    pub fn known_domain(&self) -> Option<&Domain> {
        self.domain.as_ref().or(self.initial_domain.as_ref())
    }

    /// Returns what tells this tenant from others of its name: a domain, else the tenant ID.
    pub fn known_as(&self) -> String {
        self.known_domain().map_or_else(|| self.tenant_id.to_string(), ToString::to_string)
    }

    /// Forgets a look-up that spoke of another tenant ID, cloud or domain than this tenant has now.
    #[must_use]
    pub fn without_stale_look_up(mut self, before: &Self) -> Self {
        let still_true = |verified: &Verified| {
            self.identity() == before.identity()
                && [&self.domain, &self.initial_domain].into_iter().flatten().any(|domain| *domain == verified.domain)
        };
        if !self.verified.as_ref().is_some_and(still_true) {
            self.verified = None;
        }
        self
    }

    /// Checks the texts that a person is about to change; what was there before may stay as it is.
    ///
    /// # Errors
    ///
    /// As [`Self::ensure_enterable`].
    pub fn ensure_edited(&self, before: &Self) -> Result<(), TextError> {
        let new = |now: &[String], old: &[String]| -> Vec<String> {
            now.iter().filter(|text| !old.contains(text)).cloned().collect()
        };
        let changed = Self {
            name: if self.name == before.name { "unchanged".to_owned() } else { self.name.clone() },
            group: self.group.clone().filter(|group| before.group.as_ref() != Some(group)),
            aliases: new(&self.aliases, &before.aliases),
            tags: new(&self.tags, &before.tags),
            notes: if self.notes == before.notes { String::new() } else { self.notes.clone() },
            ..self.clone()
        };
        changed.ensure_enterable()
    }

    /// Checks the texts of a tenant that a person is about to enter.
    ///
    /// Texts already in a file are not held to this: they load, and are shown escaped.
    pub fn ensure_enterable(&self) -> Result<(), TextError> {
        ensure_line(Text::Name, &self.name)?;
        if let Some(group) = &self.group {
            ensure_line(Text::Group, group)?;
        }
        for alias in &self.aliases {
            ensure_line(Text::Alias, alias)?;
        }
        for tag in &self.tags {
            ensure_line(Text::Tag, tag)?;
        }
        ensure_notes(&self.notes)
    }
}

/// Which text of a tenant is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// The name.
    Name,
    /// The group.
    Group,
    /// One of the aliases.
    Alias,
    /// One of the tags.
    Tag,
    /// The notes.
    Notes,
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::Group => "group",
            Self::Alias => "alias",
            Self::Tag => "tag",
            Self::Notes => "notes",
        })
    }
}

/// Why a text cannot be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but spaces.
    Empty(Text),
    /// More characters than the limit.
    TooLong(Text, usize),
    /// Has a control, bidi or invisible character.
    Hazardous(Text, String),
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(text) => write!(f, "the {text} is empty"),
            Self::TooLong(Text::Notes, limit) => write!(f, "the notes have more than {limit} characters"),
            Self::TooLong(text, limit) => write!(f, "the {text} has more than {limit} characters"),
            Self::Hazardous(text, value) => {
                write!(f, "the {text} has control or invisible characters: {}", quoted(value))
            }
        }
    }
}

impl std::error::Error for TextError {}

/// Checks notes that a person is about to enter.
pub(crate) fn ensure_notes(notes: &str) -> Result<(), TextError> {
    let is_long = notes.chars().count() > NOTES_LIMIT;
    if is_long { Err(TextError::TooLong(Text::Notes, NOTES_LIMIT)) } else { Ok(()) }
}

/// Checks a text of one line that a person is about to enter.
pub(crate) fn ensure_line(text: Text, value: &str) -> Result<(), TextError> {
    if value.trim().is_empty() {
        Err(TextError::Empty(text))
    } else if value.chars().any(is_hazardous) {
        Err(TextError::Hazardous(text, value.to_owned()))
    } else if value.chars().count() > TEXT_LIMIT {
        Err(TextError::TooLong(text, TEXT_LIMIT))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Tenant {
        Tenant::new(name, Cloud::Public, "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap())
    }

    #[test]
    fn names_that_could_mislead_cannot_be_entered() {
        for (name, enterable) in [
            ("Contoso", true),
            ("<img src=x onerror=alert(1)>", true),
            ("=cmd|' /C calc'!A0", true),
            (&"å".repeat(200), true),
            (&"å".repeat(201), false),
            ("", false),
            (" \u{a0}", false),
            ("Contoso\n", false),
            ("Contoso\u{202e}", false),
            ("Con\u{200b}toso", false),
            ("\x1b[31mContoso", false),
        ] {
            assert_eq!(named(name).ensure_enterable().is_ok(), enterable, "{name:?}");
        }
    }

    #[test]
    fn a_look_up_falls_with_what_it_spoke_of() {
        let domain: Domain = "contoso.com".parse().unwrap();
        let verified = Verified { domain: domain.clone(), at: "2026-11-12".into() };
        let before = Tenant { domain: Some(domain), verified: Some(verified), ..named("Contoso") };
        for (after, stays) in [
            (Tenant { name: "Other".into(), ..before.clone() }, true),
            (Tenant { domain: None, ..before.clone() }, false),
            (Tenant { cloud: Cloud::China, ..before.clone() }, false),
            (Tenant { tenant_id: "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f".parse().unwrap(), ..before.clone() }, false),
        ] {
            assert_eq!(after.without_stale_look_up(&before).verified.is_some(), stays);
        }
    }

    #[test]
    fn every_text_is_checked() {
        let spoilt: [fn(&mut Tenant); 4] = [
            |tenant| tenant.group = Some("\u{202e}".into()),
            |tenant| tenant.aliases.push("\u{7}".into()),
            |tenant| tenant.tags.push(String::new()),
            |tenant| tenant.notes = "n".repeat(NOTES_LIMIT + 1),
        ];
        for spoil in spoilt {
            let mut tenant = named("Contoso");
            spoil(&mut tenant);
            assert!(tenant.ensure_enterable().is_err(), "{tenant:?}");
        }
    }
}
