//! Which tenant a word on the command line means. Nothing is guessed: two candidates are a question, not an answer.

use crate::{
    cloud::{Identity, IdentityError},
    domain::Domain,
    fold::fold,
    registry::Registry,
    tenant::Tenant,
    tenant_id::{TenantId, TenantIdError},
};

/// What a text names.
#[derive(Debug)]
pub enum Selected<'a> {
    /// Exactly one tenant.
    One(&'a Tenant),
    /// Several: none of them may be taken.
    Several(Vec<&'a Tenant>),
    /// None, and why that may be.
    None(Hint),
}

/// Why a text names no tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// It was read as an identity, and its parts are sound.
    UnknownIdentity(Identity),
    /// It was read as an identity, and is none.
    BadIdentity(IdentityError),
    /// It was read as a tenant ID, and is sound.
    UnknownId(TenantId),
    /// It was read as a tenant ID, and is none.
    BadId(TenantIdError),
    /// It was read as a name, and these are the nearest, best first.
    Unknown(Vec<String>),
}

/// How a name may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// In full.
    Exact,
    /// In full, or so much of it that only one tenant is left.
    UniquePrefix,
}

/// Returns the tenant that a text names: `CLOUD/TENANT_ID`, a tenant ID, or a name, alias or domain.
///
/// 36 characters are only ever an ID. Names and aliases are compared folded, domains as they are.
pub fn select<'a>(registry: &'a Registry, text: &str, spelling: Spelling) -> Selected<'a> {
    let text = text.trim();
    // An alias may have a slash too; what stands behind it tells them apart.
    if let Some((_, id)) = text.split_once('/')
        && (id.chars().count() == TenantId::LEN || is_nearly_an_id(id))
    {
        return by_identity(registry, text);
    }
    if text.chars().count() == TenantId::LEN {
        return by_id(registry, text);
    }
    // Braces around an ID are left over from copying; a name in braces does not have its shape.
    if let Ok(id) = TenantId::from_entry(text) {
        return by_id(registry, &id.to_string());
    }
    by_name(registry, text, spelling)
}

fn by_identity<'a>(registry: &'a Registry, text: &str) -> Selected<'a> {
    match text.parse::<Identity>() {
        Ok(identity) => match registry.get(&identity) {
            Some(tenant) => Selected::One(tenant),
            None => Selected::None(Hint::UnknownIdentity(identity)),
        },
        Err(error) => Selected::None(Hint::BadIdentity(error)),
    }
}

fn by_id<'a>(registry: &'a Registry, text: &str) -> Selected<'a> {
    match text.parse::<TenantId>() {
        Ok(id) => several(registry, |tenant| tenant.tenant_id == id).unwrap_or(Selected::None(Hint::UnknownId(id))),
        Err(error) => Selected::None(Hint::BadId(error)),
    }
}

fn by_name<'a>(registry: &'a Registry, text: &str, spelling: Spelling) -> Selected<'a> {
    let asked = fold(text);
    let asked = asked.as_str();
    if asked.is_empty() {
        return Selected::None(Hint::Unknown(Vec::new()));
    }
    let domain: Option<Domain> = text.parse().ok();
    let exact = several(registry, |tenant| has_name(tenant, |name| name == asked, |own| domain.as_ref() == Some(own)));
    // An ID that lost a digit is not the beginning of anything.
    let prefix = || {
        let lower = text.to_lowercase();
        (spelling == Spelling::UniquePrefix && !is_nearly_an_id(text))
            .then(|| {
                several(registry, |tenant| {
                    has_name(tenant, |name| name.starts_with(asked), |own| own.to_unicode().starts_with(&lower))
                })
            })
            .flatten()
    };
    exact.or_else(prefix).unwrap_or_else(|| Selected::None(hint(registry, text)))
}

/// Says what a text that looks like an ID lacks, or which names are near.
fn hint(registry: &Registry, text: &str) -> Hint {
    // Only an error of its own is worth telling; that a name has no ID's shape goes without saying.
    match TenantId::from_entry(text) {
        Err(
            error @ (TenantIdError::Placeholder(_) | TenantIdError::Nil | TenantIdError::Max | TenantIdError::Consumer),
        ) => {
            return Hint::BadId(error);
        }
        Err(error @ TenantIdError::Shape(_)) if is_nearly_an_id(text) => return Hint::BadId(error),
        _ => {}
    }
    let index = crate::search::Index::new(registry);
    let near = index.search(text, &[], 3, crate::search::Reach::Everything);
    Hint::Unknown(near.hits.iter().map(|hit| registry.tenants()[hit.at].name.clone()).collect())
}

/// True for what was meant to be an ID: hexadecimal digits with hyphens, about as long as one.
fn is_nearly_an_id(text: &str) -> bool {
    (28..=44).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit() || b"-{} ".contains(&byte))
}

/// True when a name or alias of the tenant fits, folded, or a domain of it.
///
/// Domains are not folded: malmö.example and malmo.example belong to two owners.
fn has_name(tenant: &Tenant, is_name: impl Fn(&str) -> bool, is_domain: impl Fn(&Domain) -> bool) -> bool {
    is_name(fold(&tenant.name).as_str())
        || tenant.aliases.iter().any(|alias| is_name(fold(alias).as_str()))
        || [&tenant.domain, &tenant.initial_domain].into_iter().flatten().any(is_domain)
}

fn several(registry: &Registry, is_it: impl Fn(&Tenant) -> bool) -> Option<Selected<'_>> {
    let found: Vec<_> = registry.tenants().iter().filter(|tenant| is_it(tenant)).collect();
    match found[..] {
        [] => None,
        [tenant] => Some(Selected::One(tenant)),
        _ => Some(Selected::Several(found)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, tenant_id::TenantIdError};

    fn registry() -> Registry {
        let tenant = |name: &str, cloud, last: u32, domain: &str, alias: &str| {
            let mut tenant =
                Tenant::new(name, cloud, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap());
            tenant.domain = domain.parse().ok();
            tenant.aliases.extend((!alias.is_empty()).then(|| alias.to_owned()));
            tenant
        };
        Registry::new(vec![
            tenant("Contoso Retail", Cloud::Public, 1, "contoso.com", "CTSO"),
            tenant("Contoso Pharma", Cloud::Public, 2, "", ""),
            tenant("Malmö Stad", Cloud::Public, 3, "malmo.example", "public/malmo"),
            tenant("Twin", Cloud::Public, 4, "", ""),
            tenant("Twin", Cloud::GccHigh, 4, "", "contoso retail"),
            tenant("8f3c1d52-6a0b-4a3e-9d57-000000000001", Cloud::Dod, 5, "", ""),
        ])
        .unwrap()
    }

    fn found(text: &str, spelling: Spelling) -> Result<Vec<String>, Hint> {
        match select(&registry(), text, spelling) {
            Selected::One(tenant) => Ok(vec![tenant.identity().to_string()]),
            Selected::Several(tenants) => Ok(tenants.iter().map(|tenant| tenant.identity().to_string()).collect()),
            Selected::None(hint) => Err(hint),
        }
    }

    #[test]
    fn a_tenant_is_named_in_full() {
        for (text, lasts) in [
            // Identity, ID
            ("public/8f3c1d52-6a0b-4a3e-9d57-000000000001", &["public/1"][..]),
            ("gcc-high/8f3c1d52-6a0b-4a3e-9d57-000000000004", &["gcc-high/4"]),
            ("8F3C1D52-6A0B-4A3E-9D57-000000000002", &["public/2"]),
            ("{8f3c1d52-6a0b-4a3e-9d57-000000000002}", &["public/2"]),
            // A name in the shape of an ID does not count as a name
            ("8f3c1d52-6a0b-4a3e-9d57-000000000001", &["public/1"]),
            // One ID in two clouds
            ("8f3c1d52-6a0b-4a3e-9d57-000000000004", &["public/4", "gcc-high/4"]),
            // Name, alias, domain
            ("contoso pharma", &["public/2"]),
            ("malmo  stad", &["public/3"]),
            ("ctso", &["public/1"]),
            ("Contoso.com", &["public/1"]),
            // An alias with a slash
            ("public/malmo", &["public/3"]),
            // Two of a name, a name that is another's alias
            ("twin", &["public/4", "gcc-high/4"]),
            ("Contoso Retail", &["public/1", "gcc-high/4"]),
        ] {
            let expected: Vec<_> =
                lasts.iter().map(|short| short.replace('/', "/8f3c1d52-6a0b-4a3e-9d57-00000000000")).collect();
            assert_eq!(found(text, Spelling::Exact), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_prefix_counts_only_where_it_may_and_only_alone() {
        assert!(matches!(found("malm", Spelling::Exact), Err(Hint::Unknown(near)) if near == ["Malmö Stad"]));
        assert_eq!(found("malm", Spelling::UniquePrefix).map(|found| found.len()), Ok(1));
        assert_eq!(
            found("contoso", Spelling::UniquePrefix).map(|found| found.len()),
            Ok(3),
            "two prefixes and an alias"
        );
        assert!(found("", Spelling::UniquePrefix).is_err());
    }

    #[test]
    fn what_is_not_there_says_what_it_was_taken_for() {
        for (text, hint) in [
            (
                "8f3c1d52-6a0b-4a3e-9d57-00000000000x",
                Hint::BadId(TenantIdError::Shape("8f3c1d52-6a0b-4a3e-9d57-00000000000x".into())),
            ),
            (
                "8f3c1d52-6a0b-4a3e-9d57-00000000000",
                Hint::BadId(TenantIdError::Shape("8f3c1d52-6a0b-4a3e-9d57-00000000000".into())),
            ),
            ("common", Hint::BadId(TenantIdError::Placeholder("common"))),
            ("00000000-0000-0000-0000-000000000000", Hint::BadId(TenantIdError::Nil)),
            ("Nobody Knows", Hint::Unknown(vec![])),
        ] {
            assert_eq!(found(text, Spelling::UniquePrefix), Err(hint), "{text}");
        }
        assert!(matches!(
            found("mars/8f3c1d52-6a0b-4a3e-9d57-000000000001", Spelling::Exact),
            Err(Hint::BadIdentity(_))
        ));
        assert!(matches!(
            found("dod/8f3c1d52-6a0b-4a3e-9d57-000000000001", Spelling::Exact),
            Err(Hint::UnknownIdentity(_))
        ));
    }
}
