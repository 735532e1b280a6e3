//! The tray menu as a value: what stands in it and what each row does. Drawing it is another matter.

use std::collections::HashMap;

use crate::{
    address::{self, Unavailable},
    cloud::{Cloud, Identity},
    fold::fold,
    lookalike::Lookalikes,
    opening,
    pins::{Objection, Pinning},
    portal::{Catalogue, Portal},
    registry::Registry,
    settings::TrayRows,
    tenant::Tenant,
};

mod ranges;

use ranges::Range;

/// The most customer rows in all submenus of customers: desktops fetch the whole menu, and stall over thousands.
const CUSTOMERS: usize = 500;
/// The most customer rows in one submenu.
const SUBMENU: usize = 50;
/// Up to so many customers stand in the menu itself, when they have no groups.
const FLAT: usize = 12;
/// Up to so many groups stand in the menu itself; more stand in submenus by their first letters.
const GROUPS: usize = 20;
/// With more groups than this they order nothing: customers stand by their letters, as if they had none.
const MOST_GROUPS: usize = 250;
/// The portals offered beside the default one.
const OTHER_PORTALS: usize = 6;

/// The tray menu, top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// The rows.
    pub items: Vec<Item>,
}

impl Menu {
    /// True when both menus have rows and submenus at the same places, whatever the rows say and do.
    pub fn has_shape_of(&self, other: &Self) -> bool {
        fn same(one: &[Item], other: &[Item]) -> bool {
            one.len() == other.len()
                && one.iter().zip(other).all(|rows| match rows {
                    (Item::Submenu(_, one), Item::Submenu(_, other)) => same(one, other),
                    (Item::Submenu(..), _) | (_, Item::Submenu(..)) => false,
                    _ => true,
                })
        }
        same(&self.items, &other.items)
    }
}

/// A row of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// Opens quick open. `all` is the number of customers when not all of them have a row.
    Search {
        /// See above.
        all: Option<usize>,
    },
    /// Something about the registry that people must know. Opens quick open, which says more.
    Trouble(Trouble),
    /// Leads to adding the first customer.
    AddFirst,
    /// Opens a customer's portal.
    Open(Row),
    /// A submenu.
    Submenu(Title, Vec<Item>),
    /// Stands for customers that have no row. Opens quick open.
    More(usize),
    /// A line.
    Separator,
    /// Opens the customers window.
    Manage,
    /// Opens the settings.
    Settings,
    /// Ends Portico.
    Quit,
}

/// What is wrong with the registry, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// The settings cannot be read, which say where it is; the last good state is shown, if there is one.
    Settings,
    /// It could not be read since the start; there is nothing to show.
    NeverRead,
    /// It cannot be read now; the last good state is shown.
    Unreadable,
    /// The file is not there any more; the last good state is shown, if there is one.
    Gone,
    /// The pins are lost: no customer opens before a person has looked at all of them.
    PinsLost,
    /// So many customers were changed by other means than Portico, and wait for a person's eyes.
    Changed(usize),
    /// There is no room to save anything.
    DiskFull,
    /// It belongs to somebody else; it can be used, not changed.
    Foreign,
    /// It cannot be replaced where it is; it can be used, not changed.
    FolderClosed,
    /// It is marked read-only; it can be used, not changed.
    ReadOnly,
    /// A newer Portico wrote it; it can be used, not changed.
    Newer,
}

/// A row that opens a portal: everything the click needs, nothing it would have to look up by position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The tenant.
    pub identity: Identity,
    /// The tenant's name as it is shown.
    pub name: String,
    /// The domain, where the name alone is not enough; the tenant ID where there is no domain.
    pub domain: Option<String>,
    /// The cloud, where it is not the public one.
    pub cloud: Option<Cloud>,
    /// True for a row among the favorites.
    pub favorite: bool,
    /// The key of the portal.
    pub portal: String,
    /// The portal's name, where it is not the usual one.
    pub portal_name: Option<String>,
    /// True when the name looks like another customer's.
    pub lookalike: bool,
    /// True when the customer was changed by other means than Portico: a click shows old and new.
    pub changed: bool,
    /// True when the portal may show another tenant.
    pub check_name: bool,
    /// Why the portal cannot be opened; the row is disabled then.
    pub unavailable: Option<Unavailable>,
}

/// The title of a submenu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// The name of a group.
    Group(String),
    /// The customers that are in no group.
    Ungrouped,
    /// Names from here to there, as in `A–C`.
    Range(String, String),
    /// The other portals of the favorites.
    OtherPortals,
    /// One favorite, above its portals.
    Customer(Box<Row>),
}

/// What a menu is built from.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The registry.
    pub registry: &'a Registry,
    /// What its tenants were known as.
    pub pinning: &'a Pinning,
    /// The portals there are.
    pub catalogue: &'a Catalogue,
    /// How much stands at the top.
    pub rows: TrayRows,
    /// Which names look alike.
    pub lookalikes: &'a Lookalikes,
    /// The tenants opened last, newest first.
    pub recent: &'a [Identity],
    /// What is wrong.
    pub trouble: Option<Trouble>,
}

/// Builds the menu.
pub fn build(known: Known<'_>) -> Menu {
    let Known { registry, recent, trouble, rows: TrayRows { favorites: starred, recent: last }, .. } = known;
    let rows = Rows { known };
    let favorites: Vec<_> = registry.tenants().iter().filter(|tenant| tenant.favorite).take(starred.into()).collect();
    let recent: Vec<_> = recent
        .iter()
        .filter_map(|identity| registry.get(identity))
        .filter(|tenant| !favorites.iter().any(|favorite| favorite.identity() == tenant.identity()))
        .take(last.into())
        .collect();
    let (customers, hidden) = rows.customers();

    let mut items = vec![Item::Search { all: (hidden > 0).then_some(registry.tenants().len()) }];
    items.extend(trouble.map(Item::Trouble));
    let mut section = |rows: Vec<Item>| {
        if !rows.is_empty() {
            items.push(Item::Separator);
            items.extend(rows);
        }
    };
    if registry.tenants().is_empty() && trouble.is_none() {
        section(vec![Item::AddFirst]);
    }
    let starred = favorites.iter().map(|tenant| Item::Open(Row { favorite: true, ..rows.row(tenant) }));
    section(starred.chain(recent.iter().map(|tenant| Item::Open(rows.row(tenant)))).collect());
    section(customers);
    section(rows.other_portals(&favorites).into_iter().collect());
    section(vec![Item::Manage, Item::Settings, Item::Quit]);
    Menu { items }
}

/// Makes rows.
struct Rows<'a> {
    known: Known<'a>,
}

impl Rows<'_> {
    /// Returns the rows of all customers, grouped, and how many have none.
    fn customers(&self) -> (Vec<Item>, usize) {
        let tenants: Vec<_> = self.known.registry.tenants().iter().collect();
        let (mut groups, ungrouped) = grouped(&tenants);
        if groups.is_empty() || groups.len() > MOST_GROUPS {
            return self.alphabet(tenants);
        }
        groups.sort_by_cached_key(|(name, _)| fold(name).as_str().to_owned());
        let sizes = groups.iter().map(|(_, tenants)| tenants.len()).chain([ungrouped.len()]);
        let share = share(sizes.filter(|size| *size > 0));
        let mut hidden = 0;
        let mut submenu = |title, tenants| {
            let (items, left_out) = self.submenu(tenants, share);
            hidden += left_out;
            Item::Submenu(title, items)
        };
        let mut group = |(name, tenants): (&str, _)| submenu(Title::Group(name.to_owned()), tenants);
        let mut items: Vec<_> = if groups.len() <= GROUPS {
            groups.into_iter().map(group).collect()
        } else {
            let ranges = ranges::split(groups, SUBMENU, |(name, _)| name);
            let range = |Range { first, last, items }: Range<_>| {
                Item::Submenu(Title::Range(first, last), items.into_iter().map(&mut group).collect())
            };
            ranges.into_iter().map(range).collect()
        };
        if !ungrouped.is_empty() {
            items.push(submenu(Title::Ungrouped, ungrouped));
        }
        (items, hidden)
    }

    /// Returns customers without groups: a few as they are, more in submenus by their first letters.
    fn alphabet(&self, tenants: Vec<&Tenant>) -> (Vec<Item>, usize) {
        if tenants.len() <= FLAT {
            return (self.sorted(tenants).into_iter().map(|tenant| Item::Open(self.row(tenant))).collect(), 0);
        }
        let ranges = ranges::split(self.sorted(tenants), SUBMENU, |tenant| &tenant.name);
        let share = share(ranges.iter().map(|range| range.items.len()));
        let mut hidden = 0;
        let submenus = ranges.into_iter().map(|range| {
            let (items, left_out) = self.cut(range.items, share.min(SUBMENU));
            hidden += left_out;
            Item::Submenu(Title::Range(range.first, range.last), items)
        });
        (submenus.collect(), hidden)
    }

    /// Returns the rows of one group, in submenus of their own when there are too many for one.
    fn submenu(&self, tenants: Vec<&Tenant>, share: usize) -> (Vec<Item>, usize) {
        let tenants = self.sorted(tenants);
        if tenants.len() <= SUBMENU || share <= SUBMENU {
            return self.cut(tenants, share.min(SUBMENU));
        }
        let kept = share.min(tenants.len());
        let hidden = tenants.len() - kept;
        let ranges = ranges::split(tenants.into_iter().take(kept).collect(), SUBMENU, |tenant| &tenant.name);
        let submenus = ranges.into_iter().map(|range| {
            let rows = range.items.into_iter().map(|tenant| Item::Open(self.row(tenant)));
            Item::Submenu(Title::Range(range.first, range.last), rows.collect())
        });
        (submenus.chain((hidden > 0).then_some(Item::More(hidden))).collect(), hidden)
    }

    /// Returns at most `most` rows, and a last one that stands for the others.
    fn cut(&self, tenants: Vec<&Tenant>, most: usize) -> (Vec<Item>, usize) {
        let hidden = tenants.len().saturating_sub(most);
        let rows = tenants.into_iter().take(most).map(|tenant| Item::Open(self.row(tenant)));
        (rows.chain((hidden > 0).then_some(Item::More(hidden))).collect(), hidden)
    }

    fn other_portals(&self, favorites: &[&Tenant]) -> Option<Item> {
        let submenus: Vec<_> = favorites
            .iter()
            .filter_map(|tenant| {
                let usual = opening::default_portal(self.known.catalogue, tenant).ok().map(|portal| &portal.id);
                let enabled = self.known.catalogue.enabled();
                let rows: Vec<_> = enabled
                    .filter(|portal| Some(&portal.id) != usual && address::build(portal, tenant).is_ok())
                    .take(OTHER_PORTALS)
                    .map(|portal| {
                        Item::Open(Row { portal_name: Some(portal.name.clone()), ..self.row_for(tenant, portal) })
                    })
                    .collect();
                (!rows.is_empty()).then(|| Item::Submenu(Title::Customer(Box::new(self.row(tenant))), rows))
            })
            .collect();
        (!submenus.is_empty()).then_some(Item::Submenu(Title::OtherPortals, submenus))
    }

    fn row(&self, tenant: &Tenant) -> Row {
        match opening::default_portal(self.known.catalogue, tenant) {
            Ok(portal) => self.row_for(tenant, portal),
            // A portal that the catalogue does not have: said when clicked, in the words of the refusal.
            Err(_) => {
                let portal = tenant.portal.as_ref().map(ToString::to_string).unwrap_or_default();
                let usual = self.row_for(tenant, self.known.catalogue.default_portal());
                Row { portal_name: Some(portal.clone()), portal, check_name: false, unavailable: None, ..usual }
            }
        }
    }

    fn row_for(&self, tenant: &Tenant, portal: &Portal) -> Row {
        let lookalike = self.known.lookalikes.twin(&tenant.identity()).is_some();
        let usual = self.known.catalogue.default_portal();
        Row {
            identity: tenant.identity(),
            name: tenant.name.clone(),
            domain: lookalike.then(|| tenant.known_as()),
            cloud: (tenant.cloud != Cloud::Public).then_some(tenant.cloud),
            favorite: false,
            portal: portal.id.to_string(),
            portal_name: (portal.id != usual.id).then(|| portal.name.clone()),
            lookalike,
            changed: matches!(self.known.pinning.objection(tenant), Some(Objection::Changed(_))),
            check_name: portal.may_show_another_tenant(tenant.cloud),
            unavailable: address::build(portal, tenant).err(),
        }
    }

    fn sorted<'t>(&self, mut tenants: Vec<&'t Tenant>) -> Vec<&'t Tenant> {
        tenants.sort_by_cached_key(|tenant| (fold(&tenant.name).as_str().to_owned(), tenant.identity()));
        tenants
    }
}

/// Returns the groups, each under the name that was met first, and those in none. Names that differ only in case or accents
/// are one group's.
fn grouped<'t>(tenants: &[&'t Tenant]) -> (Vec<(&'t str, Vec<&'t Tenant>)>, Vec<&'t Tenant>) {
    let mut groups: Vec<(&str, Vec<&Tenant>)> = Vec::new();
    let mut ungrouped = Vec::new();
    let mut at_group = HashMap::new();
    for tenant in tenants {
        let Some(group) = &tenant.group else {
            ungrouped.push(*tenant);
            continue;
        };
        let at = *at_group.entry(fold(group).as_str().to_owned()).or_insert_with(|| {
            groups.push((group.as_str(), Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(*tenant);
    }
    (groups, ungrouped)
}

/// Returns how many rows each of these submenus may have, so that all of them together stay within the limit.
fn share(sizes: impl Iterator<Item = usize>) -> usize {
    let mut sizes: Vec<_> = sizes.collect();
    sizes.sort_unstable();
    let mut left = CUSTOMERS;
    for (at, size) in sizes.iter().enumerate() {
        let fair = left / (sizes.len() - at);
        if *size > fair {
            return fair.max(1);
        }
        left -= size;
    }
    CUSTOMERS
}

#[cfg(test)]
mod tests;
