//! Why a link opens nothing, in words.

use portico_core::{
    cloud::Cloud,
    display::{safe, shortened},
    following::{Marker, Refusal},
    link::{LinkError, PageError},
};

use crate::{
    ipc::Failure,
    texts::{text, with},
};

/// The longest text that is read as a link, in bytes.
pub(crate) const LIMIT: usize = 32_768;

/// The longest value in a message, in characters: the window keeps its layout whatever a link holds.
const VALUE: usize = 120;

/// A message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) text: String,
    /// What it is about, to be looked at letter by letter.
    pub(crate) value: Option<String>,
}

impl Said {
    fn about(self, value: &str) -> Self {
        Self { value: Some(shortened(value, VALUE).into_owned()), ..self }
    }

    pub(super) fn into_failure(self) -> Failure {
        Failure::new("Link", format!("{}. {}", self.title, self.text))
    }
}

/// Says that a text is longer than anything that is searched for or read.
pub(crate) fn too_long() -> Said {
    said("link.too-long-title", "link.too-long", &[])
}

/// Says that no customer lives where a link leads.
pub(crate) fn nobody_there(portal: &str, clouds: &[Cloud]) -> Said {
    said("link.nobody-title", "link.nobody", &[("portal", portal), ("clouds", &names(clouds))])
}

/// Says why a text is no link to a portal.
pub(crate) fn unreadable(error: &LinkError) -> Said {
    match error {
        LinkError::NotALink(_) => said("link.sealed-title", "link.not-a-link", &[]),
        LinkError::Malformed(why) => said("link.malformed-title", "link.malformed", &[("why", *why)]),
        LinkError::UnknownHost(host) => said("link.unknown-host-title", "link.unknown-host", &[]).about(&ending(host)),
        LinkError::TwoTenants(one, other) => {
            let both = [one, other].map(|tenant| shortened(tenant, VALUE));
            Said { value: Some(both.join("\n")), ..said("link.two-title", "link.two", &[]) }
        }
        LinkError::NotATenant { why, .. } => {
            said("link.no-tenant-title", "link.no-tenant", &[("why", &why.to_string())])
        }
        LinkError::TooDeep(most) => said("link.sealed-title", "link.too-deep", &[("count", &most.to_string())]),
        LinkError::Sealed(service) => said("link.sealed-title", "link.sealed", &[("service", *service)]),
    }
}

/// Says why a link opens nothing.
pub(crate) fn refused(refusal: &Refusal) -> Said {
    match refusal {
        Refusal::Unknown { marker: Marker::Id(id), .. } => {
            said("link.unknown-id-title", "link.unknown-id", &[]).about(&id.to_string())
        }
        Refusal::Unknown { marker: Marker::Domain(domain), .. } => {
            said("link.unknown-domain-title", "link.unknown-domain", &[]).about(domain.as_str())
        }
        Refusal::Unknown { marker: Marker::SharePoint(label), .. } => {
            said("link.unknown-sharepoint-title", "link.unknown-sharepoint", &[]).about(label.as_str())
        }
        Refusal::Elsewhere { tenant, cloud, clouds } => {
            let values = [("name", tenant.as_str()), ("cloud", cloud.name()), ("clouds", &names(clouds))];
            said("link.elsewhere-title", "link.elsewhere", &values)
        }
        Refusal::NotIts { tenant, marker } => {
            let (key, value) = match marker {
                Marker::Id(id) => ("link.not-its-id", id.to_string()),
                Marker::Domain(domain) => ("link.not-its-domain", domain.to_string()),
                Marker::SharePoint(label) => ("link.not-its-sharepoint", label.to_string()),
            };
            said("link.two-title", key, &[("name", tenant), ("value", &value)])
        }
        Refusal::OtherCustomer { expected, named } => {
            said("link.other-title", "link.other", &[("expected", expected), ("named", named)])
        }
        Refusal::Mentions { tenant, other: Some(other) } => {
            said("link.mentions-title", "link.mentions", &[("name", tenant), ("other", other)])
        }
        Refusal::Mentions { tenant, other: None } => {
            said("link.mentions-unknown-title", "link.mentions-unknown", &[("name", tenant)])
        }
        Refusal::Page { portal, why: PageError::SameForAll } => {
            said("link.same-title", "link.same", &[("portal", portal)])
        }
        Refusal::Page { why: PageError::Unclear(part), .. } => {
            said("link.unclear-title", "link.unclear", &[]).about(part)
        }
        Refusal::Several(all) => said("link.several-title", "link.several", &[("count", &all.len().to_string())]),
        Refusal::Opening(refusal) => {
            Said { title: text("link.closed-title"), text: super::refused(refusal).message, value: None }
        }
    }
}

/// Fills values in that came with the link or from the registry: escaped, and not longer than can be read.
fn said(title: &str, words: &str, values: &[(&str, &str)]) -> Said {
    let short: Vec<_> = values.iter().map(|(key, value)| (*key, shortened(value, VALUE))).collect();
    let short: Vec<_> = short.iter().map(|(key, value)| (*key, &**value)).collect();
    Said { title: with(title, &short), text: with(words, &short), value: None }
}

/// Returns as much of a host as is shown: whose it is stands at its end.
fn ending(host: &str) -> String {
    let host = safe(host);
    match host.char_indices().rev().nth(VALUE - 1) {
        Some((at, first)) if at > 0 => format!("…{}", &host[at + first.len_utf8()..]),
        _ => host.into_owned(),
    }
}

fn names(clouds: &[Cloud]) -> String {
    let names: Vec<_> = clouds.iter().map(|cloud| cloud.name()).collect();
    names.join(&text("link.and"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_link_holds_is_escaped_and_bounded() {
        let long = format!("a\u{202e}b{}", "x".repeat(5_000));
        for said in [
            unreadable(&LinkError::TwoTenants(long.clone(), long.clone())),
            refused(&Refusal::Page { portal: "Azure".into(), why: PageError::Unclear(long.clone()) }),
            refused(&Refusal::Mentions { tenant: long.clone(), other: Some(long) }),
        ] {
            let all = format!("{}\n{}\n{}", said.title, said.text, said.value.unwrap_or_default());
            assert!(all.contains("a\\u{202e}b") && !all.contains('\u{202e}'), "{all}");
            assert!(all.chars().count() < 500, "{all}");
        }
    }

    #[test]
    fn of_a_long_host_the_end_is_shown() {
        let host = format!("{}evil.example", "security.microsoft.com.".repeat(20));
        let shown = unreadable(&LinkError::UnknownHost(host)).value.unwrap();
        assert!(shown.starts_with('…') && shown.ends_with(".com.evil.example"), "{shown}");
        assert_eq!(shown.chars().count(), VALUE);
        assert_eq!(ending("evil.example"), "evil.example");
    }

    #[test]
    fn clouds_are_named_as_people_name_them() {
        let refusal = Refusal::Elsewhere {
            tenant: "Contoso".into(),
            cloud: Cloud::GccHigh,
            clouds: vec![Cloud::Public, Cloud::Gcc],
        };
        let Said { text, .. } = refused(&refusal);
        assert_eq!(text, "Contoso is in the GCC High cloud, and this link is for Public and GCC.");
    }
}
