use super::*;
use crate::tenant::Verified;

const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const OTHER: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

fn contoso() -> Tenant {
    let domain: Domain = "contoso.com".parse().unwrap();
    Tenant {
        domain: Some(domain.clone()),
        group: Some("Healthcare".into()),
        tags: vec!["tier1".into()],
        aliases: vec!["CTSO".into()],
        verified: Some(Verified { domain, at: "2026-11-12".into() }),
        ..Tenant::new("Contoso", Cloud::Public, ID.parse().unwrap())
    }
}

fn fields(entered: &Entered, before: Option<&Tenant>) -> Vec<Field> {
    entered.read(before).err().unwrap_or_default().into_iter().map(|(field, _)| field).collect()
}

#[test]
fn what_a_form_shows_is_what_it_saves() {
    let mut hostile = contoso();
    hostile.name = "Con\u{202e}toso ".into();
    hostile.aliases = vec![" ".into(), "\u{7}".into()];
    hostile.notes = " two\nlines ".into();
    for tenant in [contoso(), hostile] {
        assert_eq!(
            Entered::of(&tenant).read(Some(&tenant)),
            Ok(tenant),
            "texts that were not touched stay as they are"
        );
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once_and_where() {
    let nothing = Entered::default();
    assert_eq!(fields(&nothing, None), [Field::Name, Field::TenantId, Field::Cloud]);
    type Spoil = fn(&mut Entered);
    let wrong: [(Spoil, Field); 9] = [
        (|entered| entered.name = "Con\u{202e}toso".into(), Field::Name),
        (|entered| entered.tenant_id = ID[1..].into(), Field::TenantId),
        (|entered| entered.cloud = "mars".into(), Field::Cloud),
        (|entered| entered.domain = "contoso".into(), Field::Domain),
        (|entered| entered.initial_domain = "a b.example".into(), Field::InitialDomain),
        (|entered| entered.sharepoint = "contoso.sharepoint.com".into(), Field::SharePoint),
        (|entered| entered.group = "g".repeat(201), Field::Group),
        (|entered| entered.tags.push("\u{7}".into()), Field::Tags),
        (|entered| entered.portal = "No Portal".into(), Field::Portal),
    ];
    for (spoil, field) in wrong {
        let mut entered = Entered::of(&contoso());
        spoil(&mut entered);
        assert_eq!(fields(&entered, Some(&contoso())), [field]);
    }
}

#[test]
fn spaces_and_repeated_texts_are_not_saved() {
    let entered = Entered {
        name: "  Contoso ".into(),
        tenant_id: format!(" {{{ID}}} "),
        cloud: "public".into(),
        group: " ".into(),
        tags: [" a", "", "a", "b "].map(str::to_owned).to_vec(),
        ..Entered::default()
    };
    let tenant = entered.read(None).unwrap();
    assert_eq!((tenant.name.as_str(), tenant.group, tenant.tags), ("Contoso", None, vec!["a".into(), "b".into()]));
}

#[test]
fn a_look_up_does_not_outlive_what_it_spoke_of() {
    let before = contoso();
    let entered = Entered { domain: "contoso.net".into(), ..Entered::of(&before) };
    let after = entered.read(Some(&before)).unwrap();
    assert_eq!(after.verified, None);
    let registry = Registry::new(vec![before.clone()]).unwrap();
    assert_eq!(remarks(&registry, Some(&before), &after), [(Field::Domain, Remark::NotVerified)]);
}

#[test]
fn what_another_customer_has_is_told_at_its_field() {
    let other = Tenant {
        initial_domain: "fabrikam.onmicrosoft.com".parse().ok(),
        sharepoint: "fabrikam".parse().ok(),
        ..Tenant::new("Fabrikam", Cloud::Public, OTHER.parse().unwrap())
    };
    let registry = Registry::new(vec![contoso(), other]).unwrap();
    let own = contoso().identity();
    for (change, field) in [
        (Entered { tenant_id: OTHER.into(), ..Entered::of(&contoso()) }, Field::TenantId),
        (Entered { tenant_id: OTHER.into(), cloud: "gcc".into(), ..Entered::of(&contoso()) }, Field::TenantId),
        (
            Entered { initial_domain: "fabrikam.onmicrosoft.com".into(), ..Entered::of(&contoso()) },
            Field::InitialDomain,
        ),
        (Entered { sharepoint: "fabrikam".into(), ..Entered::of(&contoso()) }, Field::SharePoint),
    ] {
        let tenant = change.read(Some(&contoso())).unwrap();
        assert_eq!(clash(&registry, Some(&own), &tenant).map(|(field, _)| field), Some(field));
    }
    assert_eq!(clash(&registry, Some(&own), &contoso()), None, "not with itself");
    assert_eq!(clash(&registry, None, &contoso()).map(|(field, _)| field), Some(Field::TenantId));
}

#[test]
fn names_that_could_be_mixed_up_are_worth_a_look() {
    let registry = Registry::new(vec![contoso()]).unwrap();
    let named = |name: &str| remarks(&registry, None, &Tenant::new(name, Cloud::Public, OTHER.parse().unwrap()));
    assert_eq!(named("CONTOSO"), [(Field::Name, Remark::SameName("Contoso".into()))]);
    assert_eq!(named("ctso"), [(Field::Name, Remark::SameName("Contoso".into()))], "its alias");
    assert_eq!(named("C0ntoso"), [(Field::Name, Remark::Lookalike("Contoso".into()))]);
    assert_eq!(named("Fabrikam"), []);
    let moved = Tenant { tenant_id: OTHER.parse().unwrap(), ..contoso() };
    assert_eq!(remarks(&registry, Some(&contoso()), &moved), [(Field::TenantId, Remark::OtherTenant)]);
}
