//! The registry: all tenants, with the rules that hold between them.

use std::{
    collections::HashMap,
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
};

use crate::{
    cloud::{Cloud, Identity},
    display::quoted,
    tenant::Tenant,
    tenant_id::TenantId,
};

/// The most tenants a registry holds.
pub const TENANT_LIMIT: usize = 50_000;

/// All tenants, in the user's order.
///
/// No two have the same identity, or the same tenant ID in clouds that share a directory, or within one cloud the same
/// domain, initial domain or SharePoint label. Two may have the same name.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    tenants: Vec<Tenant>,
    /// The identities that tenants had before they were given another one. What else stands in their entries moves along.
    moved: Vec<(Identity, Identity)>,
    /// The entries of tenants that came from another registry file, as they stand there. They may say more than a tenant holds.
    texts: HashMap<Identity, String>,
}

impl PartialEq for Registry {
    fn eq(&self, other: &Self) -> bool {
        self.tenants == other.tenants
    }
}

impl Eq for Registry {}

impl Registry {
    /// Makes a registry of tenants that obey the rules.
    ///
    /// # Errors
    ///
    /// The first clash, with the positions of both tenants; or too many tenants.
    pub fn new(tenants: Vec<Tenant>) -> Result<Self, Clash> {
        if tenants.len() > TENANT_LIMIT {
            return Err(Clash { kind: ClashKind::TooMany, first: String::new(), second: String::new() });
        }
        ensure_distinct(&tenants)?;
        Ok(Self { tenants, moved: Vec::new(), texts: HashMap::new() })
    }

    /// All tenants, in the user's order.
    pub fn tenants(&self) -> &[Tenant] {
        &self.tenants
    }

    /// Returns the tenant with this identity.
    pub fn get(&self, identity: &Identity) -> Option<&Tenant> {
        self.tenants.iter().find(|tenant| tenant.identity() == *identity)
    }

    /// Adds a tenant at the end.
    ///
    /// # Errors
    ///
    /// The clash with a tenant that is there already; the registry stays as it was.
    pub fn add(&mut self, tenant: Tenant) -> Result<(), Clash> {
        let mut tenants = self.tenants.clone();
        tenants.push(tenant);
        self.tenants = Self::new(tenants)?.tenants;
        Ok(())
    }

    /// Puts a tenant in the place of the one with this identity. Returns false when there is none.
    ///
    /// # Errors
    ///
    /// The clash with another tenant; the registry stays as it was.
    pub fn replace(&mut self, identity: &Identity, tenant: Tenant) -> Result<bool, Clash> {
        let Some(at) = self.tenants.iter().position(|tenant| tenant.identity() == *identity) else { return Ok(false) };
        let new = tenant.identity();
        let mut tenants = self.tenants.clone();
        tenants[at] = tenant;
        self.tenants = Self::new(tenants)?.tenants;
        if new != *identity {
            self.moved.push((*identity, new));
        }
        Ok(true)
    }

    /// Puts tenants in the places of those with their identities, and the others at the end.
    ///
    /// # Errors
    ///
    /// The clash with another tenant, or too many tenants; the registry stays as it was.
    pub fn put(&mut self, tenants: Vec<Tenant>) -> Result<(), Clash> {
        let mut all = self.tenants.clone();
        let places: HashMap<Identity, usize> =
            all.iter().enumerate().map(|(at, tenant)| (tenant.identity(), at)).collect();
        for tenant in tenants {
            match places.get(&tenant.identity()) {
                Some(at) => all[*at] = tenant,
                None => all.push(tenant),
            }
        }
        self.tenants = Self::new(all)?.tenants;
        Ok(())
    }

    /// Puts a tenant where it stood before it was taken out, or at the end where there are fewer now.
    ///
    /// # Errors
    ///
    /// As [`Self::add`].
    pub(crate) fn insert(&mut self, at: usize, tenant: Tenant) -> Result<(), Clash> {
        let mut tenants = self.tenants.clone();
        tenants.insert(at.min(tenants.len()), tenant);
        self.tenants = Self::new(tenants)?.tenants;
        Ok(())
    }

    /// Takes the tenant with this identity out.
    pub fn remove(&mut self, identity: &Identity) -> Option<Tenant> {
        let at = self.tenants.iter().position(|tenant| tenant.identity() == *identity)?;
        Some(self.tenants.remove(at))
    }

    /// Remembers the entry of a tenant that comes from another registry file, with what a tenant does not hold.
    pub(crate) fn keep_text(&mut self, identity: Identity, text: String) {
        self.texts.insert(identity, text);
    }

    /// Returns the entry that a tenant had in the registry file it comes from.
    pub(crate) fn text(&self, identity: &Identity) -> Option<&str> {
        self.texts.get(identity).map(String::as_str)
    }

    /// Returns the identity that this one had when the registry was read.
    pub(crate) fn origin(&self, identity: &Identity) -> Identity {
        let before = |now: Identity| self.moved.iter().rev().find(|(_, to)| *to == now).map(|(from, _)| *from);
        before(*identity).unwrap_or(*identity)
    }

    /// Returns the identities that tenants had when the registry was read and have not any more, each with that of now.
    pub(crate) fn moves(&self) -> Vec<(Identity, Identity)> {
        if self.moved.is_empty() {
            return Vec::new();
        }
        let both = self.tenants.iter().map(|tenant| (self.origin(&tenant.identity()), tenant.identity()));
        both.filter(|(from, to)| from != to).collect()
    }
}

/// Two tenants that cannot stand in one registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What the two share.
    pub kind: ClashKind,
    /// The name of the tenant that has it already.
    pub first: String,
    /// The name of the one that cannot be beside it.
    pub second: String,
}

/// What two tenants must not share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClashKind {
    /// The identity.
    Identity(Identity),
    /// The tenant ID, in two clouds with one directory.
    Directory(TenantId, Cloud, Cloud),
    /// A domain, an initial domain or a SharePoint label, named as in the file.
    Value(&'static str, String),
    /// More than [`TENANT_LIMIT`] tenants.
    TooMany,
}

impl fmt::Display for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = quoted(&self.first);
        match &self.kind {
            ClashKind::Identity(identity) => {
                write!(f, "{first} already has this tenant ID: {identity}")
            }
            ClashKind::Directory(id, one, other) => {
                write!(f, "{first} already has this tenant ID in {one}, which shares its directory with {other}: {id}")
            }
            ClashKind::Value(field, value) => {
                write!(f, "{first} already has this {field}: {value}")
            }
            ClashKind::TooMany => write!(f, "a registry holds at most {TENANT_LIMIT} tenants"),
        }
    }
}

impl std::error::Error for Clash {}

fn ensure_distinct(tenants: &[Tenant]) -> Result<(), Clash> {
    if are_surely_distinct(tenants) {
        return Ok(());
    }
    let mut claims = Claims::with_capacity(tenants.len());
    for tenant in tenants {
        match claims.clash(tenant, Standing::New) {
            Some(clash) => return Err(clash),
            None => claims.claim(tenant),
        }
    }
    Ok(())
}

/// True when no two tenants claim the same. A false says nothing: two claims may have one hash.
///
/// Nearly always true, and then ten thousand tenants are compared in a quarter of the time.
fn are_surely_distinct(tenants: &[Tenant]) -> bool {
    let mut hashes = Vec::with_capacity(tenants.len() * 4);
    for tenant in tenants {
        let mut claim = |kind: usize, cloud: Cloud, value: &[u8]| {
            let mut hasher = DefaultHasher::new();
            (kind, cloud).hash(&mut hasher);
            hasher.write(value);
            hashes.push(hasher.finish());
        };
        claim(0, tenant.cloud.directory(), tenant.tenant_id.as_bytes());
        for (at, (_, value)) in values(tenant).into_iter().enumerate() {
            if let Some(value) = value {
                claim(at + 1, tenant.cloud, value.as_bytes());
            }
        }
    }
    hashes.sort_unstable();
    hashes.is_sorted_by(|one, other| one < other)
}

/// What tenants have that no other may have beside them.
#[derive(Debug, Default)]
pub(crate) struct Claims<'a> {
    directories: HashMap<(Cloud, TenantId), &'a Tenant>,
    values: [HashMap<(Cloud, &'a str), &'a Tenant>; 3],
}

/// Whether a tenant comes to the others, or is one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It comes to them.
    New,
    /// It is one of them, and has changed without another identity.
    Changed,
}

impl<'a> Claims<'a> {
    pub(crate) fn with_capacity(tenants: usize) -> Self {
        Self { directories: HashMap::with_capacity(tenants), values: [(); 3].map(|()| HashMap::with_capacity(tenants)) }
    }

    /// Returns the first thing of a tenant that another one has.
    pub(crate) fn clash(&self, tenant: &Tenant, standing: Standing) -> Option<Clash> {
        let directory = self.directories.get(&(tenant.cloud.directory(), tenant.tenant_id));
        if standing == Standing::New
            && let Some(first) = directory
        {
            let kind = if first.cloud == tenant.cloud {
                ClashKind::Identity(tenant.identity())
            } else {
                ClashKind::Directory(tenant.tenant_id, first.cloud, tenant.cloud)
            };
            return Some(Clash { kind, first: first.name.clone(), second: tenant.name.clone() });
        }
        values(tenant).into_iter().zip(&self.values).find_map(|((field, value), taken)| {
            let value = value?;
            let first = taken.get(&(tenant.cloud, value))?;
            let is_own = standing == Standing::Changed && first.identity() == tenant.identity();
            (!is_own).then(|| Clash {
                kind: ClashKind::Value(field, value.to_owned()),
                first: first.name.clone(),
                second: tenant.name.clone(),
            })
        })
    }

    /// Takes what a tenant has.
    pub(crate) fn claim(&mut self, tenant: &'a Tenant) {
        self.directories.insert((tenant.cloud.directory(), tenant.tenant_id), tenant);
        for ((_, value), taken) in values(tenant).into_iter().zip(&mut self.values) {
            if let Some(value) = value {
                taken.insert((tenant.cloud, value), tenant);
            }
        }
    }
}

/// What names one tenant of a cloud besides its ID, each with its name in messages.
pub(crate) fn values(tenant: &Tenant) -> [(&'static str, Option<&str>); 3] {
    [
        ("domain", tenant.domain.as_ref().map(|domain| domain.as_str())),
        ("initial domain", tenant.initial_domain.as_ref().map(|domain| domain.as_str())),
        ("SharePoint label", tenant.sharepoint.as_ref().map(|label| label.as_str())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenant(name: &str, cloud: Cloud, last: u32) -> Tenant {
        Tenant::new(name, cloud, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
    }

    #[test]
    fn an_identity_stands_once() {
        let mut registry = Registry::new(vec![tenant("Contoso", Cloud::Public, 1)]).unwrap();
        let clash = registry.add(tenant("Fabrikam", Cloud::Public, 1)).unwrap_err();
        assert_eq!(
            clash.to_string(),
            "\"Contoso\" already has this tenant ID: public/8f3c1d52-6a0b-4a3e-9d57-000000000001"
        );
        assert_eq!(registry.tenants().len(), 1, "a refused tenant changes nothing");
    }

    #[test]
    fn a_tenant_is_replaced_in_its_place_or_taken_out() {
        let [one, two] = [tenant("A", Cloud::Public, 1), tenant("B", Cloud::Public, 2)];
        let mut registry = Registry::new(vec![one.clone(), two.clone()]).unwrap();
        let clash = registry.replace(&one.identity(), tenant("A", Cloud::Public, 2));
        assert!(clash.is_err() && registry.tenants()[0] == one, "a refused change changes nothing");
        assert_eq!(registry.replace(&one.identity(), tenant("C", Cloud::Public, 3)), Ok(true));
        assert_eq!(registry.tenants()[0].name, "C");
        assert_eq!(registry.origin(&registry.tenants()[0].identity()), one.identity());
        assert_eq!(registry.replace(&one.identity(), one.clone()), Ok(false), "it is not there any more");
        assert_eq!(registry.remove(&two.identity()), Some(two.clone()));
        assert_eq!(registry.remove(&two.identity()), None);
    }

    #[test]
    fn one_id_in_two_clouds_is_two_tenants_unless_they_share_a_directory() {
        for (one, other, allowed) in [
            (Cloud::Public, Cloud::GccHigh, true),
            (Cloud::GccHigh, Cloud::Dod, true),
            (Cloud::Public, Cloud::Gcc, false),
        ] {
            let both = Registry::new(vec![tenant("A", one, 1), tenant("B", other, 1)]);
            assert_eq!(both.is_ok(), allowed, "{one} and {other}");
        }
    }

    #[test]
    fn a_domain_names_one_tenant_of_its_cloud() {
        let set: [fn(&mut Tenant); 3] = [
            |tenant| tenant.domain = Some("contoso.com".parse().unwrap()),
            |tenant| tenant.initial_domain = Some("contoso.onmicrosoft.com".parse().unwrap()),
            |tenant| tenant.sharepoint = Some("contoso".parse().unwrap()),
        ];
        for set in set {
            let [mut one, mut other] = [tenant("A", Cloud::Public, 1), tenant("B", Cloud::Public, 2)];
            set(&mut one);
            set(&mut other);
            assert!(Registry::new(vec![one.clone(), other.clone()]).is_err(), "{other:?}");
            other.cloud = Cloud::China;
            assert!(Registry::new(vec![one, other]).is_ok(), "another cloud has its own names");
        }
    }

    #[test]
    fn names_may_repeat() {
        assert!(Registry::new(vec![tenant("A", Cloud::Public, 1), tenant("A", Cloud::Public, 2)]).is_ok());
    }
}
