//! Address templates: `https://{sharepoint}-admin.sharepoint.com/`, `https://entra.microsoft.com/{tenant_id}/#home`.
//!
//! A template is whole: scheme, host, path, query and fragment stand in it, and an address is emitted exactly as it is
//! written, with the placeholders replaced.

use std::{fmt, str::FromStr};

use crate::{display::quoted, tenant::Tenant};

/// A value of a tenant that an address can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// `{tenant_id}`
    TenantId,
    /// `{domain}`
    Domain,
    /// `{initial_domain}`
    InitialDomain,
    /// `{sharepoint}`
    SharePoint,
}

impl Placeholder {
    /// All placeholders.
    pub const ALL: [Self; 4] = [Self::TenantId, Self::Domain, Self::InitialDomain, Self::SharePoint];

    /// The name between the braces, which is also the field's name in the registry file.
    pub fn key(self) -> &'static str {
        match self {
            Self::TenantId => "tenant_id",
            Self::Domain => "domain",
            Self::InitialDomain => "initial_domain",
            Self::SharePoint => "sharepoint",
        }
    }

    /// Returns the tenant's value, if it has one.
    pub fn value(self, tenant: &Tenant) -> Option<String> {
        match self {
            Self::TenantId => Some(tenant.tenant_id.to_string()),
            Self::Domain => tenant.domain.as_ref().map(ToString::to_string),
            Self::InitialDomain => tenant.initial_domain.as_ref().map(ToString::to_string),
            Self::SharePoint => tenant.sharepoint.as_ref().map(ToString::to_string),
        }
    }
}

impl fmt::Display for Placeholder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TenantId => "tenant ID",
            Self::Domain => "domain",
            Self::InitialDomain => "initial domain",
            Self::SharePoint => "SharePoint label",
        })
    }
}

/// A checked template of an https address.
///
/// Each placeholder stands at most once, in path, query value or fragment; `{sharepoint}` also in the first label of the
/// host. There is no user info and no port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    text: String,
    placeholders: Vec<Placeholder>,
}

/// The parts of an address as its template writes them, for comparing with an independent parse.
///
/// Each part still has its placeholders until [`Parts::map`] replaces them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) host: String,
    /// Empty when the template has none.
    pub(crate) path: String,
    pub(crate) query: Option<Vec<(String, Option<String>)>>,
    pub(crate) fragment: Option<String>,
}

impl Template {
    /// The template as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The values an address of this template carries, in the order in which they stand.
    pub fn placeholders(&self) -> &[Placeholder] {
        &self.placeholders
    }

    /// True when an address of this template carries the tenant ID.
    pub fn carries_tenant_id(&self) -> bool {
        self.placeholders.contains(&Placeholder::TenantId)
    }

    /// True when an address of this template names no tenant at all.
    pub fn is_tenant_less(&self) -> bool {
        self.placeholders.is_empty()
    }

    /// Replaces the placeholders by the tenant's values.
    ///
    /// # Errors
    ///
    /// The first placeholder that the tenant has no value for.
    pub(crate) fn fill(&self, text: &str, tenant: &Tenant) -> Result<String, Placeholder> {
        let mut filled = text.to_owned();
        for placeholder in &self.placeholders {
            let hole = format!("{{{}}}", placeholder.key());
            if filled.contains(&hole) {
                filled = filled.replace(&hole, &placeholder.value(tenant).ok_or(*placeholder)?);
            }
        }
        Ok(filled)
    }

    /// Takes the template apart, by the rules of RFC 3986 appendix B.
    pub(crate) fn parts(&self) -> Parts {
        split(&self.text).unwrap_or_else(|_| unreachable!("a template is split when it is made"))
    }
}

impl FromStr for Template {
    type Err = TemplateError;

    fn from_str(text: &str) -> Result<Self, TemplateError> {
        let refuse = |why| TemplateError { template: text.to_owned(), why };
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(refuse(TemplateFault::Characters));
        }
        let placeholders = placeholders(text).map_err(refuse)?;
        let parts = split(text).map_err(refuse)?;
        ensure_host(&parts.host).map_err(refuse)?;
        if parts.query.iter().flatten().any(|(key, _)| key.contains('{')) {
            return Err(refuse(TemplateFault::InQueryKey));
        }
        Ok(Self { text: text.to_owned(), placeholders })
    }
}

/// Why a text is not a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The text.
    pub template: String,
    /// What is wrong with it.
    pub why: TemplateFault,
}

/// What is wrong with a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFault {
    /// It has spaces, control or non-ASCII characters.
    Characters,
    /// A placeholder stands in a query key.
    InQueryKey,
    /// A brace closes what none opens.
    Unopened,
    /// A brace is not closed.
    Unclosed,
    /// There is no such placeholder.
    UnknownPlaceholder,
    /// A placeholder stands twice.
    Twice,
    /// It is not https.
    NotHttps,
    /// `{sharepoint}` stands in its host, and not in the first label.
    SharePointPlace,
    /// A placeholder stands in its host.
    InHost,
    /// It has user info or a port.
    UserOrPort,
    /// It has no proper host.
    NoHost,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Characters => "has spaces, control or non-ASCII characters",
            Self::InQueryKey => "has a placeholder in a query key",
            Self::Unopened => "has a } without a {",
            Self::Unclosed => "has a { without a }",
            Self::UnknownPlaceholder => "has an unknown placeholder",
            Self::Twice => "has a placeholder twice",
            Self::NotHttps => "is not https",
            Self::SharePointPlace => "has {sharepoint} outside the first label of its host",
            Self::InHost => "has a placeholder in its host",
            Self::UserOrPort => "has user info or a port",
            Self::NoHost => "has no proper host",
        })
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the template {}: {}", self.why, quoted(&self.template))
    }
}

impl std::error::Error for TemplateError {}

fn placeholders(text: &str) -> Result<Vec<Placeholder>, TemplateFault> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let inside = rest[at..].strip_prefix('{').ok_or(TemplateFault::Unopened)?;
        let (key, behind) = inside.split_once('}').ok_or(TemplateFault::Unclosed)?;
        let placeholder = Placeholder::ALL
            .into_iter()
            .find(|placeholder| placeholder.key() == key)
            .ok_or(TemplateFault::UnknownPlaceholder)?;
        if found.contains(&placeholder) {
            return Err(TemplateFault::Twice);
        }
        found.push(placeholder);
        rest = behind;
    }
    Ok(found)
}

fn split(text: &str) -> Result<Parts, TemplateFault> {
    let rest = text.strip_prefix("https://").ok_or(TemplateFault::NotHttps)?;
    let (rest, fragment) = match rest.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment.to_owned())),
        None => (rest, None),
    };
    let (rest, query) = match rest.split_once('?') {
        Some((rest, query)) => (rest, Some(pairs(query))),
        None => (rest, None),
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    Ok(Parts { host: host.to_owned(), path: path.to_owned(), query, fragment })
}

fn pairs(query: &str) -> Vec<(String, Option<String>)> {
    query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((key, value)) => (key.to_owned(), Some(value.to_owned())),
            None => (pair.to_owned(), None),
        })
        .collect()
}

fn ensure_host(host: &str) -> Result<(), TemplateFault> {
    // In the first label a checked SharePoint label may stand; nothing else of a tenant reaches the host.
    let fixed = match host.split_once("{sharepoint}") {
        Some((before, after)) if !before.contains('.') && after.contains('.') => {
            format!("{before}x{after}")
        }
        Some(_) => return Err(TemplateFault::SharePointPlace),
        None => host.to_owned(),
    };
    if fixed.contains('{') {
        return Err(TemplateFault::InHost);
    }
    if fixed.contains(['@', ':', '%', '\\']) {
        return Err(TemplateFault::UserOrPort);
    }
    match fixed.parse::<crate::domain::Domain>() {
        Ok(domain) if domain.as_str() == fixed => Ok(()),
        _ => Err(TemplateFault::NoHost),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_knows_what_it_carries() {
        for (text, placeholders) in [
            ("https://securitycenter.windows.com?tid={tenant_id}", &[Placeholder::TenantId][..]),
            ("https://{sharepoint}-admin.sharepoint.com/", &[Placeholder::SharePoint]),
            (
                "https://a.example/{domain}/x?i={initial_domain}#{tenant_id}",
                &[Placeholder::Domain, Placeholder::InitialDomain, Placeholder::TenantId],
            ),
            ("https://mto.security.microsoft.com/", &[]),
        ] {
            assert_eq!(text.parse::<Template>().unwrap().placeholders(), placeholders);
        }
    }

    #[test]
    fn a_template_that_could_lose_its_tenant_or_host_is_refused() {
        for text in [
            "",
            "http://a.example/",
            "https://",
            "https:///x",
            "https://localhost/",
            "https://a.example:8443/",
            "https://u@a.example/",
            "https://a.example\\@b.example/",
            "https://{domain}/",
            "https://{tenant_id}.a.example/",
            "https://a.{sharepoint}.example/",
            "https://{sharepoint}/",
            "https://a{sharepoint}",
            "https://a.example/{tenant}",
            "https://a.example/{tenant_id",
            "https://a.example/tenant_id}",
            "https://a.example/{tenant_id}?tid={tenant_id}",
            "https://a.example/?{domain}=1",
            "https://a.example/ x",
            "https://a.example/ö",
            "https://1.2.3.4/",
            "https://A.example/",
            "https://a.example./",
        ] {
            assert!(text.parse::<Template>().is_err(), "{text:?}");
        }
    }
}
