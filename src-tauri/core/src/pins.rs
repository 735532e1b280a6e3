//! Pins: what a tenant was known by, so that a swapped identity is seen before it opens.
//!
//! Like `known_hosts`: a pin binds an identity to its name, aliases, domains and SharePoint label, and is checked in both
//! directions. Half of all single-bit flips in a JSON file leave a valid file with another meaning; an edited or merged file
//! does no less. Changes made through Portico move the pin; any other waits until a person has seen old and new.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::OnceLock,
};

use crate::{
    cloud::Identity,
    domain::{Domain, SharePointLabel},
    fold::fold,
    registry::Registry,
    tenant::Tenant,
};

mod change;

pub use change::{Change, Difference, Field, fingerprint_of};

/// What a tenant is known by: everything that a person or an address tells it apart by, but for its identity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The name.
    pub name: String,
    /// The other names, sorted: their order says nothing.
    pub aliases: Vec<String>,
    /// The default domain.
    pub domain: Option<String>,
    /// The initial domain.
    pub initial_domain: Option<String>,
    /// The SharePoint label.
    pub sharepoint: Option<String>,
}

impl Facts {
    /// Returns what this tenant is known by now.
    pub fn of(tenant: &Tenant) -> Self {
        let mut aliases = tenant.aliases.clone();
        aliases.sort_unstable();
        Self {
            name: tenant.name.clone(),
            aliases,
            domain: tenant.domain.as_ref().map(ToString::to_string),
            initial_domain: tenant.initial_domain.as_ref().map(ToString::to_string),
            sharepoint: tenant.sharepoint.as_ref().map(ToString::to_string),
        }
    }

    /// True when these are the facts of a tenant. Nothing is copied: at each start every tenant is compared.
    fn hold(&self, tenant: &Tenant) -> bool {
        let is_same = |kept: &Option<String>, now: Option<&str>| kept.as_deref() == now;
        let aliases = || match (&self.aliases[..], &tenant.aliases[..]) {
            ([], []) => true,
            ([one], [other]) => one == other,
            (kept, now) => kept.len() == now.len() && kept == Self::of(tenant).aliases,
        };
        self.name == tenant.name
            && is_same(&self.domain, tenant.domain.as_ref().map(Domain::as_str))
            && is_same(&self.initial_domain, tenant.initial_domain.as_ref().map(Domain::as_str))
            && is_same(&self.sharepoint, tenant.sharepoint.as_ref().map(SharePointLabel::as_str))
            && aliases()
    }

    /// Returns the default domain, or the initial one.
    pub fn known_domain(&self) -> Option<&str> {
        self.domain.as_deref().or(self.initial_domain.as_deref())
    }

    /// Returns what no other identity may be known by. Names count folded, as they do when they are typed.
    fn claims(&self) -> impl Iterator<Item = (Claim, String)> {
        let names = [&self.name].into_iter().chain(&self.aliases);
        let names = names.map(|name| (Claim::Name, fold(name).as_str().to_owned()));
        let domains = [&self.domain, &self.initial_domain].into_iter().flatten();
        let domains = domains.map(|domain| (Claim::Domain, domain.clone()));
        let label = self.sharepoint.iter().map(|label| (Claim::SharePoint, label.clone()));
        names.chain(domains).chain(label)
    }
}

/// How many earlier facts of an identity are remembered: as many as there are backups.
const PAST: usize = 20;

/// A kind of fact that names one tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Claim {
    Name,
    Domain,
    SharePoint,
}

/// The pins of this machine.
#[derive(Debug, Clone, Default)]
pub struct Pins {
    known: BTreeMap<Identity, Facts>,
    /// Changes that Portico is in the middle of, or was when it was killed: the new facts, or nothing for a tenant that
    /// goes. Old and new are both right until the registry says which it is.
    moving: BTreeMap<Identity, Option<Facts>>,
    /// What identities were known by before, the last ones: it is right again when a backup brings it back.
    past: BTreeMap<Identity, Vec<Facts>>,
    /// The registry files whose tenants were pinned. One of them that is gone is no new beginning.
    registries: BTreeSet<String>,
    /// Who is known by what; made when it is first needed, which is when a new identity comes.
    claims: OnceLock<HashMap<(Claim, String), Identity>>,
}

impl PartialEq for Pins {
    fn eq(&self, other: &Self) -> bool {
        (&self.known, &self.moving, &self.past, &self.registries)
            == (&other.known, &other.moving, &other.past, &other.registries)
    }
}

impl Eq for Pins {}

impl Pins {
    /// Makes pins from what was kept; see the getters for what is what.
    pub fn new(
        known: BTreeMap<Identity, Facts>,
        moving: BTreeMap<Identity, Option<Facts>>,
        past: BTreeMap<Identity, Vec<Facts>>,
        registries: BTreeSet<String>,
    ) -> Self {
        Self { known, moving, past, registries, claims: OnceLock::new() }
    }

    /// Makes the pins that hold every tenant to what it is now.
    pub fn of(registry: &Registry) -> Self {
        let known = registry.tenants().iter().map(|tenant| (tenant.identity(), Facts::of(tenant))).collect();
        Self { known, ..Self::default() }
    }

    /// The pins by identity.
    pub fn known(&self) -> &BTreeMap<Identity, Facts> {
        &self.known
    }

    /// The changes that are not settled yet.
    pub fn moving(&self) -> &BTreeMap<Identity, Option<Facts>> {
        &self.moving
    }

    /// What identities were known by before, the oldest first.
    pub fn past(&self) -> &BTreeMap<Identity, Vec<Facts>> {
        &self.past
    }

    /// The registry files whose tenants were pinned.
    pub fn registries(&self) -> &BTreeSet<String> {
        &self.registries
    }

    /// Remembers that this registry file has tenants. Returns true when that is news.
    #[must_use]
    pub fn serve(&mut self, registry: &str) -> bool {
        self.registries.insert(registry.to_owned())
    }

    /// Forgets that this registry file had tenants: it may be new again.
    pub fn release(&mut self, registry: &str) {
        self.registries.remove(registry);
    }

    /// Returns whether the tenant is what it was known as.
    pub fn standing(&self, tenant: &Tenant) -> Standing<'_> {
        let identity = tenant.identity();
        let moved = || self.moving.get(&identity).and_then(Option::as_ref).is_some_and(|facts| facts.hold(tenant));
        match self.known.get(&identity) {
            Some(old) if old.hold(tenant) || moved() => Standing::Known,
            Some(old) => Standing::Changed { identity, old },
            None if moved() => Standing::Known,
            None => match Facts::of(tenant).claims().find_map(|claim| self.claims().get(&claim)) {
                Some(other) => Standing::Changed { identity: *other, old: &self.known[other] },
                None => Standing::New,
            },
        }
    }

    /// Pins the tenants that are new. Returns true when there were any.
    #[must_use]
    pub fn meet(&mut self, registry: &Registry) -> bool {
        let new = registry.tenants().iter().filter(|tenant| self.standing(tenant) == Standing::New);
        let new: Vec<_> = new.map(|tenant| (tenant.identity(), Facts::of(tenant))).collect();
        let any = !new.is_empty();
        self.known.extend(new);
        self.claims = OnceLock::new();
        any
    }

    /// Returns the identities that are known and not in the registry now.
    pub fn absent(&self, registry: &Registry) -> BTreeSet<Identity> {
        let there = by_identity(registry);
        self.known.keys().filter(|identity| !there.contains_key(identity)).copied().collect()
    }

    /// Returns a tenant, as it was before, that waits for a person's eyes and is about to be changed to something else than
    /// what is known, be it under another identity.
    pub fn waiting<'a>(&self, before: &'a Registry, after: &Registry) -> Option<&'a Tenant> {
        let by_origin = after.tenants().iter().map(|tenant| (after.origin(&tenant.identity()), tenant));
        let new: HashMap<_, _> = by_origin.collect();
        before.tenants().iter().find(|tenant| {
            let new = new.get(&tenant.identity()).filter(|new| !is_same(tenant, new));
            new.is_some_and(|new| self.is_changed(tenant) && self.standing(new) != Standing::Known)
        })
    }

    /// Allows the new facts beside the old ones of every tenant that Portico is about to change, add or remove.
    ///
    /// A tenant that waits for a person's eyes is not freed by a change to it.
    pub fn allow(&mut self, before: &Registry, after: &Registry) {
        let old = by_identity(before);
        let may_move = |tenant: &&Tenant| {
            old.get(&tenant.identity()).is_none_or(|old| !is_same(old, tenant) && !self.is_changed(old))
        };
        let moving: Vec<_> = moves_of(after.tenants().iter().filter(may_move)).chain(removals(before, after)).collect();
        self.moving.extend(moving);
    }

    /// Allows what an earlier state brings back, as far as it was known once. What nobody ever accepted waits.
    pub fn allow_past(&mut self, before: &Registry, after: &Registry) {
        let was_known = |tenant: &&Tenant| {
            let past = self.past.get(&tenant.identity());
            self.standing(tenant) != Standing::Known
                && past.is_some_and(|past| past.iter().any(|facts| facts.hold(tenant)))
        };
        let moving: Vec<_> =
            moves_of(after.tenants().iter().filter(was_known)).chain(removals(before, after)).collect();
        self.moving.extend(moving);
    }

    /// Ends what was being changed, by what the registry says: a change that reached it counts, another never was.
    pub fn settle(&mut self, registry: &Registry) {
        if self.moving.is_empty() {
            return;
        }
        let there = by_identity(registry);
        let mut moved = Vec::new();
        for (identity, facts) in std::mem::take(&mut self.moving) {
            match (facts, there.get(&identity)) {
                (Some(facts), Some(tenant)) if facts.hold(tenant) => moved.push((identity, facts)),
                (None, None) => self.forget(&identity),
                _ => {}
            }
        }
        self.bind(moved, registry);
    }

    /// Pins a tenant to what it is now, which a person has seen.
    pub fn accept(&mut self, tenant: &Tenant, registry: &Registry) {
        self.bind(vec![(tenant.identity(), Facts::of(tenant))], registry);
    }

    /// Pins every tenant to what it is now, which a person has seen.
    pub fn accept_all(&mut self, registry: &Registry) {
        self.moving.clear();
        let new = registry.tenants().iter().filter(|tenant| self.standing(tenant) != Standing::Known);
        let new = new.map(|tenant| (tenant.identity(), Facts::of(tenant))).collect();
        self.bind(new, registry);
    }

    /// Pins tenants of the registry. What they are known by now belongs no longer to tenants that are gone: one that came
    /// back under such a name would be a swap.
    fn bind(&mut self, new: Vec<(Identity, Facts)>, registry: &Registry) {
        let claims: HashSet<_> = new.iter().flat_map(|(_, facts)| facts.claims()).collect();
        for identity in self.absent(registry) {
            if self.known[&identity].claims().any(|claim| claims.contains(&claim)) {
                self.forget(&identity);
            }
        }
        for (identity, facts) in new {
            if let Some(old) = self.known.insert(identity, facts.clone()).filter(|old| *old != facts) {
                self.bury(identity, old);
            }
        }
        self.claims = OnceLock::new();
    }

    /// Takes a pin away; a backup may bring it back.
    fn forget(&mut self, identity: &Identity) {
        if let Some(facts) = self.known.remove(identity) {
            self.bury(*identity, facts);
        }
        self.claims = OnceLock::new();
    }

    /// Remembers what an identity was known by.
    fn bury(&mut self, identity: Identity, facts: Facts) {
        let past = self.past.entry(identity).or_default();
        past.retain(|other| *other != facts);
        past.push(facts);
        if past.len() > PAST {
            past.remove(0);
        }
    }

    fn is_changed(&self, tenant: &Tenant) -> bool {
        matches!(self.standing(tenant), Standing::Changed { .. })
    }

    fn claims(&self) -> &HashMap<(Claim, String), Identity> {
        self.claims.get_or_init(|| {
            let claims = self.known.iter().flat_map(|(identity, facts)| facts.claims().map(|claim| (claim, *identity)));
            claims.collect()
        })
    }
}

fn by_identity(registry: &Registry) -> HashMap<Identity, &Tenant> {
    registry.tenants().iter().map(|tenant| (tenant.identity(), tenant)).collect()
}

/// True when two states of a tenant are one to the pins.
fn is_same(one: &Tenant, other: &Tenant) -> bool {
    // Most did not change at all, which is seen without copying anything.
    one == other || (one.identity() == other.identity() && Facts::of(one).hold(other))
}

/// Returns the moves of tenants to what they are.
fn moves_of<'a>(tenants: impl Iterator<Item = &'a Tenant>) -> impl Iterator<Item = (Identity, Option<Facts>)> {
    tenants.map(|tenant| (tenant.identity(), Some(Facts::of(tenant))))
}

/// Returns the moves of the tenants that go.
fn removals(before: &Registry, after: &Registry) -> impl Iterator<Item = (Identity, Option<Facts>)> {
    let stay = by_identity(after);
    let gone: Vec<_> =
        before.tenants().iter().map(Tenant::identity).filter(|identity| !stay.contains_key(identity)).collect();
    gone.into_iter().map(|identity| (identity, None))
}

/// Whether a tenant is what it was known as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It is.
    Known,
    /// Nothing is known about it, and nothing speaks against it.
    New,
    /// It was known by other facts, or what it is known by belonged to another identity.
    Changed {
        /// The identity that was known: the tenant's own, or the one that had its name, domain or label.
        identity: Identity,
        /// What that was known by.
        old: &'a Facts,
    },
}

/// The pins as they could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pinning {
    /// They are there.
    Kept(Pins),
    /// They are not: which customers were changed meanwhile cannot be known.
    Lost(Loss),
}

impl Default for Pinning {
    fn default() -> Self {
        Self::Kept(Pins::default())
    }
}

/// How pins got lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// There is no file, beside a registry that Portico has worked with.
    Missing,
    /// The file cannot be read; why, for people.
    Unreadable(String),
}

impl Pinning {
    /// Returns why a tenant must not be opened, if so.
    pub fn objection(&self, tenant: &Tenant) -> Option<Objection> {
        match self {
            Self::Lost(loss) => Some(Objection::Lost(loss.clone())),
            Self::Kept(pins) => match pins.standing(tenant) {
                Standing::Known | Standing::New => None,
                Standing::Changed { identity, old } => Some(Objection::Changed(Box::new(Change {
                    old: (identity, old.clone()),
                    new: (tenant.identity(), Facts::of(tenant)),
                }))),
            },
        }
    }

    /// Returns the changes that wait for a person's eyes, in the registry's order.
    pub fn changes(&self, registry: &Registry) -> Vec<Change> {
        let objections = registry.tenants().iter().filter_map(|tenant| self.objection(tenant));
        objections
            .filter_map(|objection| match objection {
                Objection::Changed(change) => Some(*change),
                Objection::Lost(_) => None,
            })
            .collect()
    }
}

/// Why a tenant must not be opened before a person has looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Objection {
    /// It was changed by other means than Portico.
    Changed(Box<Change>),
    /// The pins are lost.
    Lost(Loss),
}

#[cfg(test)]
mod tests;
