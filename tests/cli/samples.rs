//! One list of each kind, as the other programs write it: exactly its customers, in whatever order the lists come.

use std::collections::BTreeSet;
use std::fs;

use portico_tests::Sandbox;
use serde_json::{Value, json};

use crate::lists::{assert_all_open, changing_nothing, sample, tenants};
use crate::sample_lists::{CUSTOMERS, OWN, SAMPLES, Sample};

fn import(sandbox: &Sandbox, file: &str) -> Value {
    let path = sample(file);
    sandbox.portico(["import".as_ref(), path.as_os_str(), "--json".as_ref()]).done().json()
}

#[test]
fn each_list_gives_exactly_its_customers() {
    for wanted in SAMPLES {
        let file = wanted.file;
        let sandbox = Sandbox::new();
        let said = import(&sandbox, file);
        assert_eq!(tenants(&sandbox), wanted.tenants(), "{file}");
        assert_eq!(said["new"].as_array().unwrap().len(), wanted.customers.len(), "{file}");
        for (member, count) in
            [("format", json!(wanted.format)), ("rows", json!(wanted.rows)), ("merged", json!(wanted.merged))]
        {
            assert_eq!(said[member], count, "{member} of {file}");
        }
        for nothing in ["changed", "unchanged", "conflicts"] {
            assert_eq!(said[nothing], json!([]), "{nothing} of {file}");
        }
        let nameless = wanted.tenants().iter().filter(|tenant| tenant["name"] == tenant["tenant_id"]).count();
        let notes = said["notes"].as_array().unwrap();
        assert_eq!(notes.len(), usize::from(nameless > 0), "{file}: {notes:?}");
        assert!(
            notes.iter().all(|note| note.as_str().unwrap().starts_with(&nameless.to_string())),
            "{file}: {notes:?}"
        );
        let skipped = said["skipped"].as_array().unwrap();
        assert_eq!(skipped.len(), wanted.skipped.len(), "{file}: {skipped:#?}");
        for (found, (line, row, reason)) in skipped.iter().zip(wanted.skipped) {
            assert_eq!((&found["line"], &found["row"]), (&json!(line), &json!(row)), "{file}: {found}");
            assert!(found["reason"].as_str().unwrap().starts_with(reason), "{file}: {found}");
        }
        assert_all_open(&sandbox);
    }
}

/// Returns all 36-character IDs of a text, also those inside of longer ones, in lower case.
fn ids(text: &str) -> BTreeSet<String> {
    let is_id = |window: &&[u8]| {
        window.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    text.as_bytes().windows(36).filter(is_id).map(|id| String::from_utf8(id.to_vec()).unwrap().to_lowercase()).collect()
}

#[test]
fn no_subscription_partnership_or_relationship_becomes_a_tenant() {
    let known: BTreeSet<_> = CUSTOMERS.iter().map(|(_, id, ..)| (*id).to_owned()).collect();
    let sandbox = Sandbox::new();
    let mut others = BTreeSet::new();
    for wanted in SAMPLES {
        others.extend(ids(&fs::read_to_string(sample(wanted.file)).unwrap()).difference(&known).cloned());
        import(&sandbox, wanted.file);
    }
    assert!(others.len() > 30, "the samples are full of other IDs: {}", others.len());
    let registry = sandbox.registry();
    assert_eq!(others.iter().filter(|id| registry.contains(*id)).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(ids(&registry), known);
}

/// The samples forwards, backwards, from the middle on, and shuffled.
fn orders() -> Vec<Vec<&'static str>> {
    let forwards: Vec<_> = SAMPLES.iter().map(|sample| sample.file).collect();
    let mut orders = vec![forwards.clone(), forwards.iter().rev().copied().collect()];
    let mut rotated = forwards.clone();
    rotated.rotate_left(5);
    orders.push(rotated);
    for seed in 1..=4_u64 {
        let mut state = seed;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut shuffled = forwards.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, next(at + 1));
        }
        orders.push(shuffled);
    }
    orders
}

#[test]
fn all_lists_together_give_thirteen_tenants_in_any_order() {
    for order in orders() {
        let sandbox = Sandbox::new();
        for file in &order {
            import(&sandbox, file);
        }
        let found = tenants(&sandbox);
        assert_eq!(found.len(), CUSTOMERS.len(), "{order:?}");
        for (name, id, domain, initial) in CUSTOMERS {
            let tenant =
                found.iter().find(|tenant| tenant["tenant_id"] == id).unwrap_or_else(|| panic!("{id}: {order:?}"));
            assert_eq!(tenant["domain"], domain, "{name}: {order:?}");
            let initial = if id == OWN { Value::Null } else { json!(format!("{initial}.onmicrosoft.com")) };
            assert_eq!(tenant["initial_domain"], initial, "{name}: {order:?}");
            assert_eq!(tenant["cloud"], Value::Null, "all are public: {order:?}");
            let sharepoint = match name {
                "Copperkettle Breweries" => json!("copperkettlebeer"),
                // Nothing but the lists of CIPP has it, and not for these.
                "Isla Verde Logística S.L."
                | "Ravensmoor Housing Association"
                | "Umbrafeld Straßenbau KG"
                | "Yarrow Street Clinics"
                | "Kestrel Ridge Security" => Value::Null,
                _ => json!(tenant["initial_domain"].as_str().unwrap().split('.').next()),
            };
            assert_eq!(tenant["sharepoint"], sharepoint, "{name}: {order:?}");
            let also = tenant["aliases"].as_array().cloned().unwrap_or_default();
            assert!(tenant["name"] == name || also.contains(&json!(name)), "found as {name} in {tenant}: {order:?}");
            assert_ne!(tenant["name"], id, "a name takes the place of the ID: {order:?}");
        }
        assert_all_open(&sandbox);
    }
}

#[test]
fn a_list_that_was_imported_changes_nothing_the_second_time() {
    let sandbox = Sandbox::new();
    for Sample { file, customers, .. } in SAMPLES {
        import(&sandbox, file);
        let path = sample(file).display().to_string();
        let again = changing_nothing(&sandbox, &["import", &path, "--json"]).done().json();
        assert_eq!(again["unchanged"].as_array().unwrap().len(), customers.len(), "{file}: {again:#}");
        assert_eq!(
            (&again["new"], &again["changed"], &again["saved"]),
            (&json!([]), &json!([]), &json!(false)),
            "{file}"
        );
    }
}

#[test]
fn the_own_tenant_is_marked_where_it_is_known_and_never_added() {
    for file in ["cipp-tenants.json", "cipp-tenants.csv", "az-account-tenant-list.json"] {
        let sandbox = Sandbox::new();
        import(&sandbox, file);
        assert!(!sandbox.registry().contains(OWN), "{file}");
        import(&sandbox, "az-account-list.json");
        assert_eq!(own(&sandbox), Value::Null, "a list of subscriptions does not say whose they are");
        let said = import(&sandbox, file);
        assert_eq!(own(&sandbox), true, "{file}");
        assert_eq!(said["changed"][0]["changes"], json!([{ "field": "own", "old": "no", "new": "yes" }]), "{file}");
        sandbox.portico(["import", "--undo"]).done();
        assert_eq!(own(&sandbox), Value::Null, "{file}");
    }
}

fn own(sandbox: &Sandbox) -> Value {
    tenants(sandbox).iter().find(|tenant| tenant["tenant_id"] == OWN).unwrap()["own"].clone()
}
