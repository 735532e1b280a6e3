//! Which domain is the initial one, what it tells about the cloud, and where the SharePoint label stands.

use super::{Clouds, entry::Entry};
use crate::{
    cloud::Cloud,
    domain::{Domain, SharePointLabel},
};

/// Finds the initial domain: one with the cloud's own suffix is it, wherever the list has it.
pub(super) fn settle_initial(entry: &mut Entry, others: impl Iterator<Item = Domain>) {
    match &entry.tenant.domain {
        Some(domain)
            if is_initial(domain) && entry.tenant.initial_domain.as_ref().is_none_or(|initial| initial == domain) =>
        {
            entry.tenant.initial_domain = entry.tenant.domain.take();
        }
        _ => {}
    }
    if entry.tenant.initial_domain.is_none() {
        let mut candidates: Vec<Domain> = others.filter(is_initial).collect();
        candidates.sort_unstable();
        candidates.dedup();
        // Of several none is surely the first.
        if let [_] = candidates[..] {
            entry.tenant.initial_domain = candidates.pop();
        }
    }
}

/// What initial domains end with, and in which clouds (portals.md section 3).
const INITIAL_SUFFIXES: [(&str, Clouds); 3] = [
    (".onmicrosoft.com", Clouds::WORLDWIDE),
    (".onmicrosoft.us", Clouds::US_GOVERNMENT),
    (".partner.onmschina.cn", Clouds::only(Cloud::China)),
];

fn is_initial(domain: &Domain) -> bool {
    clouds_of(domain).is_some()
}

/// Returns the clouds whose initial domains look like this one. `contoso.mail.onmicrosoft.com` is no initial domain.
pub(super) fn clouds_of(domain: &Domain) -> Option<Clouds> {
    INITIAL_SUFFIXES.iter().find_map(|(suffix, clouds)| {
        let label = domain.as_str().strip_suffix(suffix)?;
        (!label.contains('.')).then_some(*clouds)
    })
}

/// What SharePoint hosts end with.
const SHAREPOINT_SUFFIXES: [&str; 4] = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];

/// Reads the SharePoint label from a label, a host or an address; nothing where the text is something else.
pub(super) fn sharepoint_label(text: &str) -> Option<Result<SharePointLabel, String>> {
    let host = text.trim_start_matches("https://").split('/').next().unwrap_or_default().to_ascii_lowercase();
    if host.is_empty() {
        // CIPP has a path of its own API there until it has looked the host up.
        return None;
    }
    let label = match SHAREPOINT_SUFFIXES.iter().find_map(|suffix| host.strip_suffix(suffix)) {
        Some(label) => label.strip_suffix("-admin").or_else(|| label.strip_suffix("-my")).unwrap_or(label),
        None => &host,
    };
    Some(label.parse().map_err(|error: crate::domain::NotASharePointLabel| error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sharepoint_label_is_found_in_what_lists_have() {
        for (text, label) in [
            ("https://contoso-admin.sharepoint.com", Some(Some("contoso"))),
            ("https://contoso-admin.sharepoint.com/_layouts/15/x.aspx", Some(Some("contoso"))),
            ("https://contoso-my.sharepoint.com/personal/x", Some(Some("contoso"))),
            ("Contoso.sharepoint.us", Some(Some("contoso"))),
            ("contoso", Some(Some("contoso"))),
            ("/api/ListSharePointAdminUrl?tenantFilter=x", None),
            ("https://contoso.example", Some(None)),
        ] {
            let read = sharepoint_label(text).map(|label| label.ok());
            assert_eq!(read.as_ref().map(|label| label.as_ref().map(SharePointLabel::as_str)), label, "{text}");
        }
    }

    #[test]
    fn the_suffix_of_the_cloud_makes_an_initial_domain() {
        for (domain, clouds) in [
            ("contoso.onmicrosoft.com", Some(Clouds::WORLDWIDE)),
            ("contoso.onmicrosoft.us", Some(Clouds::US_GOVERNMENT)),
            ("contoso.partner.onmschina.cn", Some(Clouds::only(Cloud::China))),
            ("contoso.mail.onmicrosoft.com", None),
            ("contoso.com", None),
        ] {
            assert_eq!(clouds_of(&domain.parse().unwrap()), clouds, "{domain}");
        }
    }
}
