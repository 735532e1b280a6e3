//! What a launcher shows of a customer: a title, a line below it, and the words to find it by.
//!
//! A launcher has no room to compare, so a name that looks like another customer's never stands alone.

use std::borrow::Cow;

use crate::{cloud::Cloud, display::safe, fold::fold, lookalike::Lookalikes, tenant::Tenant};

pub mod entry;
pub mod lines;
mod shown;

pub use shown::Shown;

/// A customer as a row of a launcher. None of its texts has a character that could end a line or mislead the eye.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name; domain and cloud behind it where the name alone could be another customer's.
    pub title: String,
    /// The domain, or the tenant ID where there is none; and the cloud, where it is not the public one.
    pub detail: String,
}

impl Entry {
    /// Returns the row of a customer, given which names look alike.
    pub fn new(tenant: &Tenant, lookalikes: &Lookalikes) -> Self {
        let name = safe(&tenant.name);
        let title = if lookalikes.twin(&tenant.identity()).is_some() {
            format!("{name} ({}, {})", tenant.known_as(), tenant.cloud)
        } else {
            name.into_owned()
        };
        let cloud = (tenant.cloud != Cloud::Public).then(|| format!(" · {}", tenant.cloud));
        Self { title, detail: format!("{}{}", tenant.known_as(), cloud.unwrap_or_default()) }
    }
}

/// Returns the words by which people look for a customer, each once and without line ends: its aliases, domains and group, and
/// all of them and the name as they are folded, for launchers that do not fold.
pub fn words(tenant: &Tenant) -> Vec<String> {
    let Tenant { name, aliases, domain, initial_domain, group, .. } = tenant;
    let texts = aliases.iter().map(|alias| safe(alias));
    let domains = [domain, initial_domain].into_iter().flatten().map(|domain| Cow::from(domain.as_str()));
    let shown: Vec<_> = texts.chain(domains).chain(group.iter().map(|group| safe(group))).collect();
    let mut words: Vec<String> = Vec::new();
    let folded = [safe(name)].iter().chain(&shown).map(|text| fold(text).as_str().to_owned()).collect::<Vec<_>>();
    for word in shown.into_iter().map(Cow::into_owned).chain(folded) {
        if !word.is_empty() && word != *name && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Registry;

    fn tenant(name: &str, cloud: Cloud, id: u32) -> Tenant {
        Tenant::new(name, cloud, format!("00000000-0000-4000-8000-{id:012}").parse().unwrap())
    }

    #[test]
    fn a_name_that_could_be_another_customers_has_domain_and_cloud() {
        let mut contoso = tenant("Contoso", Cloud::Public, 1);
        contoso.domain = Some("contoso.com".parse().unwrap());
        let registry = Registry::new(vec![
            contoso,
            tenant("CONTOSO", Cloud::GccHigh, 2),
            tenant("Malmö\u{202e} Stad", Cloud::Dod, 3),
        ]);
        let registry = registry.unwrap();
        let lookalikes = Lookalikes::of(&registry);
        let rows: Vec<_> = registry.tenants().iter().map(|tenant| Entry::new(tenant, &lookalikes)).collect();
        let rows: Vec<_> = rows.iter().map(|Entry { title, detail }| (title.as_str(), detail.as_str())).collect();
        assert_eq!(
            rows,
            [
                ("Contoso (contoso.com, public)", "contoso.com"),
                (
                    "CONTOSO (00000000-0000-4000-8000-000000000002, gcc-high)",
                    "00000000-0000-4000-8000-000000000002 · gcc-high"
                ),
                ("Malmö\\u{202e} Stad", "00000000-0000-4000-8000-000000000003 · dod"),
            ]
        );
    }

    #[test]
    fn words_are_folded_and_stand_once() {
        let mut malmo = tenant("Malmö Stad", Cloud::Public, 1);
        malmo.aliases = vec!["MÖ\nX".to_owned(), "malmo stad".to_owned()];
        malmo.domain = Some("malmo.se".parse().unwrap());
        malmo.group = Some("Offentlig".to_owned());
        let words = words(&malmo);
        assert!(!words.iter().any(|word| word.contains('\n')), "{words:?}");
        for word in ["malmo stad", "malmo.se", "Offentlig", "offentlig"] {
            assert_eq!(words.iter().filter(|found| *found == word).count(), 1, "{word} in {words:?}");
        }
        assert!(!words.contains(&"Malmö Stad".to_owned()), "the name stands in the title");
    }
}
