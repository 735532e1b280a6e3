//! Every single bit of a registry, flipped.
//!
//! More than half of all flips in a JSON file leave a valid file with another meaning. Here each is refused, seen, or
//! harmless: no tenant opens at an address that it did not have, or under a name that it did not have.

use std::{collections::BTreeMap, fs};

use super::*;
use crate::{
    cloud::Identity,
    opening::{self, Decision, Request},
    pins::Pinning,
    portal::Catalogue,
    store::pins::{load_guarded, pinning},
};

/// What the flips came to.
#[derive(Debug, Default)]
struct Counts {
    /// The file was no registry any more.
    refused: usize,
    /// A tenant did not open any more, because it is not what it was known as.
    seen: usize,
    /// All addresses were what they were.
    harmless: usize,
}

#[test]
fn no_flipped_bit_opens_another_address() {
    let home = home();
    let customers = (0..20).map(|at| Tenant {
        domain: format!("customer{at}.example").parse().ok(),
        initial_domain: format!("customer{at}.onmicrosoft.com").parse().ok(),
        sharepoint: format!("customer{at}").parse().ok(),
        aliases: vec![format!("C{at}")],
        cloud: Cloud::ALL[at % 5],
        group: Some("Group".into()),
        confirm: at % 3 == 0,
        ..tenant(&format!("Customer {at}"), 0x1000_0000 + u32::try_from(at).unwrap() * 0x0101_0101)
    });
    for customer in customers {
        update(&home.places, now(), |registry| registry.add(customer.clone())).unwrap();
    }
    let good = fs::read(&home.places.registry).unwrap();
    let before = addresses(&format::parse(&good).unwrap().registry, &load_guarded(&home.places).unwrap().pinning);
    assert_eq!(before.len(), 20);

    let mut counts = Counts::default();
    for bit in 0..good.len() * 8 {
        let mut flipped = good.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let Ok(document) = format::parse(&flipped) else {
            counts.refused += 1;
            continue;
        };
        let after = addresses(&document.registry, &pinning(&home.places, &document.registry));
        for (shown, opens) in &after {
            assert_eq!(before.get(shown), Some(opens), "bit {bit}: {shown:?}");
        }
        if after.len() < before.len() {
            counts.seen += 1;
        } else {
            counts.harmless += 1;
        }
    }
    assert!(counts.refused > 1_000 && counts.seen > 1_000, "{counts:?}");
    // What may flip unseen are spaces, and what is no part of who a customer is.
    assert!(counts.harmless < counts.seen, "{counts:?}");
}

/// Returns every address that opens, by what is shown for it: identity, name and portal.
fn addresses(registry: &Registry, pinning: &Pinning) -> BTreeMap<(Identity, String), Vec<String>> {
    let portals = |tenant: &Tenant| -> Option<Vec<String>> {
        let open = Catalogue::built_in().portals().iter().filter_map(|portal| {
            let request = Request {
                identity: tenant.identity(),
                portal: Some(portal.id.to_string()),
                shown_name: None,
                confirmed: true,
            };
            match opening::decide(opening::Known::plain(registry, pinning), &request) {
                Ok(Decision::Open(target)) => Some(target.url.to_string()),
                _ => None,
            }
        });
        let open: Vec<_> = open.collect();
        (!open.is_empty()).then_some(open)
    };
    let open = registry
        .tenants()
        .iter()
        .filter_map(|tenant| Some(((tenant.identity(), tenant.name.clone()), portals(tenant)?)));
    open.collect()
}
