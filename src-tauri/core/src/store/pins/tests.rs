use std::fs;

use super::*;
use crate::{
    store::{
        restore,
        tests::{Home, add, home, now, tenant},
        update,
    },
    tenant::Tenant,
};

/// Returns the names that may be opened, and those that wait for a person.
fn opens(home: &Home) -> (Vec<String>, Vec<String>) {
    let guarded = load_guarded(&home.places).unwrap();
    let tenants = guarded.loaded.registry.tenants().iter();
    let (waiting, open): (Vec<_>, Vec<_>) = tenants.partition(|tenant| guarded.pinning.objection(tenant).is_some());
    let names = |tenants: Vec<&Tenant>| tenants.into_iter().map(|tenant| tenant.name.clone()).collect();
    (names(open), names(waiting))
}

fn edit_outside(home: &Home, from: &str, to: &str) {
    let text = fs::read_to_string(&home.places.registry).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(&home.places.registry, text.replace(from, to)).unwrap();
}

fn change(home: &Home, change: impl Fn(&mut Tenant)) -> Result<(), StoreError> {
    update(&home.places, now(), |registry| {
        let mut tenants = registry.tenants().to_vec();
        tenants.iter_mut().for_each(&change);
        *registry = Registry::new(tenants)?;
        Ok::<_, StoreError>(())
    })
}

fn rename(home: &Home, from: &str, to: &str) -> Result<(), StoreError> {
    change(home, |tenant| {
        if tenant.name == from {
            tenant.name = to.into();
        }
    })
}

#[test]
fn changes_through_portico_move_the_pins_and_others_wait() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    rename(&home, "Contoso", "Contoso Pharma").unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    assert_eq!(opens(&home), (vec!["Contoso Pharma".into(), "Fabrikam".into()], vec![]));

    edit_outside(&home, "000000000001", "000000000009");
    assert_eq!(opens(&home), (vec!["Fabrikam".into()], vec!["Contoso Pharma".into()]));
    add(&home.places, "Tailspin", 3).unwrap();
    change(&home, |tenant| tenant.favorite = true).unwrap();
    assert!(matches!(rename(&home, "Contoso Pharma", "Contoso P"), Err(StoreError::Waiting { .. })));
    let swapped = tenant("", 9).identity();
    let another_id = update(&home.places, now(), |registry| {
        registry.replace(&swapped, Tenant { tenant_id: tenant("", 8).tenant_id, ..tenant("Contoso Pharma", 9) })
    });
    assert!(matches!(another_id, Err(StoreError::Waiting { .. })));
    assert_eq!(opens(&home).1, ["Contoso Pharma"], "no other change lets it through");
    change(&home, |tenant| {
        if tenant.name == "Contoso Pharma" {
            tenant.tenant_id = super::super::tests::tenant("", 1).tenant_id;
        }
    })
    .unwrap();
    assert_eq!(opens(&home).1, [""; 0], "but it can be put right");
}

#[test]
fn customers_that_were_written_by_hand_are_pinned_when_first_met() {
    let home = home();
    fs::create_dir_all(&home.places.data).unwrap();
    let text = format::render(None, &Registry::new(vec![tenant("Contoso", 1)]).unwrap()).unwrap();
    fs::write(&home.places.registry, &text).unwrap();
    assert_eq!(opens(&home), (vec!["Contoso".into()], vec![]));
    edit_outside(&home, "Contoso", "Fabrikam");
    assert_eq!(opens(&home), (vec![], vec!["Fabrikam".into()]));
}

#[test]
fn a_person_accepts_what_was_seen_and_nothing_else() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    edit_outside(&home, "Contoso", "Fabrikam");
    let identity = tenant("", 1).identity();
    let guarded = load_guarded(&home.places).unwrap();
    let seen = guarded.pinning.changes(&guarded.loaded.registry)[0].fingerprint();
    edit_outside(&home, "Fabrikam", "Tailspin");
    assert!(matches!(accept(&home.places, identity, Some(&seen)), Err(AcceptError::ChangedAgain)));
    assert_eq!(opens(&home).1, ["Tailspin"]);
    edit_outside(&home, "Tailspin", "Fabrikam");
    assert_eq!(accept(&home.places, identity, Some(&seen)).unwrap().new.1.name, "Fabrikam");
    assert_eq!(opens(&home), (vec!["Fabrikam".into()], vec![]));
    assert!(matches!(accept(&home.places, identity, None), Err(AcceptError::Nothing)));
}

#[test]
fn pins_that_another_program_begins_meanwhile_are_not_lost() {
    let home = home();
    fs::create_dir_all(&home.places.data).unwrap();
    let registry = Registry::new(vec![tenant("Contoso", 1)]).unwrap();
    fs::write(&home.places.registry, format::render(None, &registry).unwrap()).unwrap();
    let looked = read_file(&home.places);
    assert!(matches!(looked, Ok(None)));
    assert_eq!(opens(&home).1, [""; 0], "the other one pins, and makes the lock");
    let pinning = judged(looked, &home.places, &registry);
    assert!(pinning.objection(&registry.tenants()[0]).is_none(), "{pinning:?}");
}

#[test]
fn lost_pins_let_nothing_open_and_are_never_made_anew_unasked() {
    for spoil in [None, Some("{ torn")] {
        let home = home();
        add(&home.places, "Contoso", 1).unwrap();
        match spoil {
            None => fs::remove_file(home.places.pins()).unwrap(),
            Some(text) => fs::write(home.places.pins(), text).unwrap(),
        }
        assert_eq!(opens(&home), (vec![], vec!["Contoso".into()]));
        add(&home.places, "Fabrikam", 2).unwrap();
        rename(&home, "Contoso", "Contoso Pharma").unwrap();
        assert_eq!(opens(&home).1, ["Contoso Pharma", "Fabrikam"], "changes go on, opening does not");
        assert_eq!(fs::read_to_string(home.places.pins()).ok().as_deref(), spoil, "the file is left alone");
        let one = accept(&home.places, tenant("", 1).identity(), None);
        assert!(matches!(one, Err(AcceptError::Lost)), "accepting one would pin the others unseen");
        accept_all(&home.places, now(), None).unwrap();
        assert_eq!(opens(&home).1, [""; 0]);
        let aside = home.places.state.join("pins.2026-11-12T03-04-05.678Z.broken");
        assert_eq!(fs::read_to_string(aside).ok().as_deref(), spoil, "what could not be read is kept");
    }
}

#[test]
fn an_earlier_state_that_is_brought_back_opens_if_it_was_known_once() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    rename(&home, "Contoso", "Fabrikam").unwrap();
    let undo = || restore(&home.places, now(), &backup::list(&home.places).unwrap()[0]).unwrap();
    undo();
    assert_eq!(opens(&home), (vec!["Contoso".into()], vec![]));
    rename(&home, "Contoso", "Fabrikam").unwrap();
    fs::write(&home.places.registry, "{ torn").unwrap();
    undo();
    assert_eq!(opens(&home).1, ["Contoso"], "over a file that cannot be read nobody saw what changes");
    accept_all(&home.places, now(), None).unwrap();

    let identity = tenant("", 1).identity();
    update(&home.places, now(), |registry| Ok::<_, StoreError>(registry.remove(&identity))).unwrap();
    undo();
    assert_eq!(opens(&home), (vec!["Contoso".into()], vec![]), "and one that was removed");

    // What nobody ever accepted is in a backup, because Portico put it right.
    edit_outside(&home, "Contoso", "Swapped");
    rename(&home, "Swapped", "Contoso").unwrap();
    undo();
    assert_eq!(opens(&home), (vec![], vec!["Swapped".into()]));
}

#[test]
fn a_first_save_that_was_cut_off_leaves_nothing_to_be_missed() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let first = Places { registry: home.places.data.join("first.json"), ..home.places.clone() };
    let after = Registry::new(vec![tenant("Fabrikam", 2)]).unwrap();
    Moving::begin(&first, Some(&Registry::default()), &after, Kind::Change).unwrap();
    assert_eq!(load(&first).unwrap().registry, Registry::default());
    add(&first, "Fabrikam", 2).unwrap();
}

#[test]
fn one_set_of_pins_serves_several_registries() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let other = Places { registry: home.places.data.join("other.json"), ..home.places.clone() };
    assert_eq!(load(&other).unwrap().registry.tenants().len(), 0, "a new one is not a registry that is gone");
    add(&other, "Fabrikam", 2).unwrap();
    accept_all(&other, now(), None).unwrap();
    edit_outside(&home, "000000000001", "000000000009");
    assert_eq!(opens(&home).1, ["Contoso"], "what was accepted there says nothing about here");
    let third = Places { registry: home.places.data.join("third.json"), ..home.places.clone() };
    fs::copy(&other.registry, &third.registry).unwrap();
    load_guarded(&third).unwrap();
    for places in [other, third] {
        fs::remove_file(&places.registry).unwrap();
        assert!(matches!(load(&places), Err(StoreError::Gone { .. })), "each is missed once it had customers");
    }
}

#[test]
fn a_change_that_does_not_touch_who_a_customer_is_leaves_the_pins_alone() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let before = fs::metadata(home.places.pins()).unwrap().modified().unwrap();
    change(&home, |tenant| tenant.favorite = true).unwrap();
    assert_eq!(fs::metadata(home.places.pins()).unwrap().modified().unwrap(), before);
}

#[test]
fn a_change_that_was_cut_off_blocks_nobody() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let before = Registry::new(vec![tenant("Contoso", 1)]).unwrap();
    let after = Registry::new(vec![tenant("Fabrikam", 1)]).unwrap();
    // Killed before the registry was replaced, and never ended.
    Moving::begin(&home.places, Some(&before), &after, Kind::Change).unwrap();
    assert_eq!(opens(&home), (vec!["Contoso".into()], vec![]));
    edit_outside(&home, "Contoso", "Fabrikam");
    assert_eq!(opens(&home), (vec!["Fabrikam".into()], vec![]), "killed after it");
    add(&home.places, "Tailspin", 2).unwrap();
    edit_outside(&home, "Fabrikam", "Contoso");
    assert_eq!(opens(&home).1, ["Contoso"], "once settled only one of the two is right");
}

#[test]
#[cfg(unix)]
fn pins_are_private() {
    use std::os::unix::fs::PermissionsExt;

    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    assert_eq!(fs::metadata(home.places.pins()).unwrap().permissions().mode() & 0o777, 0o600);
}
