use super::*;
use crate::cloud::Cloud;

fn tenant(name: &str, last: u32) -> Tenant {
    Tenant::new(name, Cloud::Public, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
}

fn contoso() -> Tenant {
    Tenant {
        domain: "contoso.com".parse().ok(),
        initial_domain: "contoso.onmicrosoft.com".parse().ok(),
        sharepoint: "contoso".parse().ok(),
        aliases: vec!["CTSO".into(), "Contoso Ltd".into()],
        ..tenant("Contoso", 1)
    }
}

fn registry(tenants: impl IntoIterator<Item = Tenant>) -> Registry {
    Registry::new(tenants.into_iter().collect()).unwrap()
}

fn pins(tenants: impl IntoIterator<Item = Tenant>) -> Pins {
    Pins::of(&registry(tenants))
}

fn is_changed(pins: &Pins, tenant: &Tenant) -> bool {
    matches!(pins.standing(tenant), Standing::Changed { .. })
}

#[test]
fn whatever_a_tenant_is_known_by_cannot_change_unseen() {
    let pins = pins([contoso()]);
    assert_eq!(pins.standing(&contoso()), Standing::Known);
    let changes: [fn(&mut Tenant); 8] = [
        |tenant| tenant.name = "Fabrikam".into(),
        |tenant| tenant.name = "contoso".into(),
        |tenant| tenant.domain = "contoso.net".parse().ok(),
        |tenant| tenant.domain = None,
        |tenant| tenant.initial_domain = "c0ntoso.onmicrosoft.com".parse().ok(),
        |tenant| tenant.sharepoint = None,
        |tenant| tenant.aliases.push("Fabrikam".into()),
        |tenant| tenant.aliases.clear(),
    ];
    for change in changes {
        let mut tenant = contoso();
        change(&mut tenant);
        assert!(is_changed(&pins, &tenant), "{tenant:?}");
    }
}

#[test]
fn what_is_no_part_of_who_a_tenant_is_may_change() {
    let pins = pins([contoso()]);
    let mut tenant = contoso();
    tenant.aliases.reverse();
    tenant.group = Some("Retail".into());
    tenant.favorite = true;
    tenant.portal = "entra".parse().ok();
    tenant.notes = "n".into();
    assert_eq!(pins.standing(&tenant), Standing::Known);
}

#[test]
fn what_belongs_to_one_identity_cannot_stand_under_another() {
    let pins = pins([contoso()]);
    let takes: [fn(&mut Tenant); 6] = [
        |tenant| tenant.name = "CÓNTOSO".into(),
        |tenant| tenant.name = "ctso".into(),
        |tenant| tenant.aliases = vec!["Contoso".into()],
        |tenant| tenant.domain = "contoso.com".parse().ok(),
        |tenant| tenant.domain = "contoso.onmicrosoft.com".parse().ok(),
        |tenant| tenant.sharepoint = "contoso".parse().ok(),
    ];
    for take in takes {
        let mut other = tenant("Other", 2);
        assert_eq!(pins.standing(&other), Standing::New);
        take(&mut other);
        assert!(
            matches!(pins.standing(&other), Standing::Changed { identity, .. } if identity == contoso().identity()),
            "{other:?}"
        );
        other.cloud = Cloud::China;
        assert!(is_changed(&pins, &other), "in another cloud too: {other:?}");
    }
}

#[test]
fn new_tenants_are_pinned_when_first_met() {
    let mut pins = Pins::default();
    assert!(pins.meet(&registry([contoso(), tenant("Twin", 2), tenant("Twin", 3)])));
    assert_eq!(pins.known().len(), 3, "two new ones may have one name");
    assert!(is_changed(&pins, &tenant("Fabrikam", 1)));
    assert!(!pins.meet(&registry([tenant("Contoso", 4)])), "what took a known name is not new");
    assert!(is_changed(&pins, &tenant("Contoso", 4)));
}

#[test]
fn a_change_by_portico_holds_whether_or_not_it_reached_the_registry() {
    let (old, new) = (contoso(), Tenant { name: "Fabrikam".into(), ..contoso() });
    let (before, after) = (registry([old.clone()]), registry([new.clone()]));
    let mut pins = Pins::of(&before);
    pins.allow(&before, &after);
    assert_eq!([pins.standing(&old), pins.standing(&new)], [Standing::Known; 2], "while it is made");
    for (on_disk, right, wrong) in [(&before, &old, &new), (&after, &new, &old)] {
        let mut pins = pins.clone();
        pins.settle(on_disk);
        assert_eq!(pins.standing(right), Standing::Known);
        assert!(is_changed(&pins, wrong), "only one of them once it is settled");
        assert!(pins.moving().is_empty());
    }
}

#[test]
fn a_tenant_that_portico_removed_or_gave_another_id_leaves_its_names_free() {
    let moved = Tenant { tenant_id: tenant("", 9).tenant_id, ..contoso() };
    for after in [registry([]), registry([moved.clone()])] {
        let before = registry([contoso()]);
        let mut pins = Pins::of(&before);
        pins.allow(&before, &after);
        pins.settle(&after);
        assert_eq!(pins.known(), Pins::of(&after).known());
        assert_eq!(pins.past().len(), 1, "but a backup may bring it back");
    }
    // Killed before the pins were reduced: the old identity must not keep the name.
    let (before, after) = (registry([contoso()]), registry([moved.clone()]));
    let mut pins = Pins::of(&before);
    pins.allow(&before, &after);
    assert_eq!(pins.standing(&moved), Standing::Known);
}

#[test]
fn a_tenant_that_waits_is_not_freed_by_a_change_to_it() {
    let mut pins = pins([contoso()]);
    let swapped = Tenant { name: "Swapped".into(), ..contoso() };
    let edited = Tenant { domain: "swapped.example".parse().ok(), ..swapped.clone() };
    let (before, after) = (registry([swapped.clone()]), registry([edited.clone()]));
    assert_eq!(pins.waiting(&before, &after), Some(&swapped));
    assert_eq!(pins.waiting(&before, &registry([contoso()])), None, "it may be put right");
    assert_eq!(pins.waiting(&before, &before), None, "and others may be changed");
    pins.allow(&before, &after);
    pins.settle(&after);
    assert!(is_changed(&pins, &edited));
}

#[test]
fn another_id_does_not_free_a_tenant_that_waits() {
    let pins = pins([contoso()]);
    let waiting = Tenant { domain: "contoso.net".parse().ok(), ..contoso() };
    let before = registry([waiting.clone()]);
    let mut after = before.clone();
    let moved = Tenant { tenant_id: tenant("", 9).tenant_id, ..waiting.clone() };
    assert_eq!(after.replace(&waiting.identity(), moved), Ok(true));
    assert_eq!(pins.waiting(&before, &after), Some(&waiting));
}

#[test]
fn what_comes_back_from_a_backup_is_known_if_it_was_once() {
    let (old, new) = (contoso(), Tenant { name: "Fabrikam".into(), ..contoso() });
    let never = Tenant { name: "Swapped".into(), ..contoso() };
    let mut pins = pins([old.clone()]);
    let (before, after) = (registry([old.clone()]), registry([new]));
    pins.allow(&before, &after);
    pins.settle(&after);
    for (back, known) in [(old, true), (never, false)] {
        let mut pins = pins.clone();
        let back = registry([back]);
        pins.allow_past(&after, &back);
        pins.settle(&back);
        assert_eq!(!is_changed(&pins, &back.tenants()[0]), known, "{back:?}");
    }
}

#[test]
fn what_a_person_accepted_is_known_and_the_old_one_cannot_come_back_unseen() {
    let mut pins = pins([contoso(), tenant("Fabrikam", 2)]);
    let swapped = Tenant { tenant_id: tenant("", 9).tenant_id, ..contoso() };
    let now = registry([swapped.clone(), tenant("Fabrikam", 2)]);
    assert_eq!(Pinning::Kept(pins.clone()).changes(&now).len(), 1);
    pins.accept(&swapped, &now);
    assert_eq!(pins.standing(&swapped), Standing::Known);
    assert!(is_changed(&pins, &contoso()));
    assert_eq!(pins.standing(&tenant("Fabrikam", 2)), Standing::Known);
}

#[test]
fn two_that_are_both_there_may_share_a_name_once_that_was_accepted() {
    let mut pins = pins([contoso()]);
    let twin = tenant("Contoso", 2);
    let now = registry([contoso(), twin.clone()]);
    pins.accept(&twin, &now);
    assert_eq!([pins.standing(&contoso()), pins.standing(&twin)], [Standing::Known; 2]);
}

#[test]
fn a_change_names_the_fields_that_differ() {
    let swapped = Tenant { tenant_id: tenant("", 9).tenant_id, domain: None, ..contoso() };
    let pinning = Pinning::Kept(pins([contoso()]));
    let Some(Objection::Changed(change)) = pinning.objection(&swapped) else { panic!("it should be seen") };
    let fields: Vec<_> = change.differences().into_iter().map(|difference| difference.field).collect();
    assert_eq!(fields, [Field::TenantId, Field::Domain]);
    assert_eq!(Pinning::Lost(Loss::Missing).objection(&contoso()), Some(Objection::Lost(Loss::Missing)));
}

#[test]
fn what_a_person_saw_has_a_fingerprint_of_its_own() {
    let before = (contoso().identity(), Facts::of(&contoso()));
    let now = |name: &str| {
        let tenant = Tenant { name: name.into(), ..contoso() };
        Change { old: before.clone(), new: (tenant.identity(), Facts::of(&tenant)) }.fingerprint()
    };
    assert_eq!(now("A"), now("A"));
    assert_ne!(now("A"), now("B"));
    assert_ne!(fingerprint_of(&registry([contoso()])), fingerprint_of(&registry([tenant("Contoso", 1)])));
}
