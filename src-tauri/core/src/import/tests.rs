use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::{
    cloud::{Cloud, Identity},
    export, format,
    pins::Pinning,
    registry::Registry,
    tenant::{Tenant, Verified},
};

const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

fn import(text: &str) -> Import {
    read(text.as_bytes(), &[]).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn plan(import: &Import, registry: &Registry) -> Plan {
    import.plan(registry, &Pinning::default(), &Choices::default())
}

fn contoso(cloud: Cloud) -> Tenant {
    Tenant::new("Contoso", cloud, ID.parse().unwrap())
}

fn registry(tenants: &[Tenant]) -> Registry {
    Registry::new(tenants.to_vec()).unwrap()
}

#[test]
fn lists_are_recognized_by_what_is_in_them() {
    let id = ID;
    for (shape, text) in [
        (Shape::PartnerCenter, format!("Microsoft ID,Company name,Primary domain name\n{id},A,a.example\n")),
        (
            Shape::Contracts,
            format!("[{{\"contractType\":\"x\",\"customerId\":\"{id}\",\"displayName\":\"A\",\"id\":\"1\"}}]"),
        ),
        (Shape::Contracts, format!("\"ContractType\",\"TenantId\",\"DisplayName\"\n\"x\",\"{id}\",\"A\"\n")),
        (Shape::Contracts, format!("ContractType,CustomerContextId,DisplayName\nx,{id},A\n")),
        (
            Shape::DelegatedCustomers,
            format!(
                "{{\"value\":[{{\"@odata.type\":\"#microsoft.graph.delegatedAdminCustomer\",\"id\":\"{id}\",\"displayName\":\"A\"}}]}}"
            ),
        ),
        (
            Shape::Relationships,
            format!(
                "{{\"value\":[{{\"id\":\"x\",\"status\":\"active\",\"customer\":{{\"tenantId\":\"{id}\",\"displayName\":\"A\"}}}}]}}"
            ),
        ),
        (
            Shape::Cipp,
            format!("[{{\"customerId\":\"{id}\",\"displayName\":\"A\",\"initialDomainName\":\"a.onmicrosoft.com\"}}]"),
        ),
        (Shape::Cipp, format!("displayName,portal_security\nA,https://security.microsoft.com/?tid={id}\n")),
        (
            Shape::AzureTenants,
            format!(
                "[{{\"id\":\"/tenants/{id}\",\"tenantId\":\"{id}\",\"displayName\":\"A\",\"tenantCategory\":\"ManagedBy\"}}]"
            ),
        ),
        (Shape::Columns, format!("Customer ID,Tenant ID,Company,Name\n10023,{id},A,Jane Doe\n")),
        (Shape::AzureTenants, format!("Id,Name,TenantCategory\n{id},A,ManagedBy\n")),
        (
            Shape::AzureSubscriptions,
            format!(
                "{{\"subscriptions\":[{{\"id\":\"x\",\"name\":\"sub\",\"state\":\"Enabled\",\"isDefault\":true,\"tenantId\":\"{id}\",\"tenantDisplayName\":\"A\"}}]}}"
            ),
        ),
        (Shape::TenantSwitcher, format!("a|{id}|A\n")),
        (Shape::Columns, format!("Customer;Tenant ID\nA;{id}\n")),
        (Shape::Columns, format!("{{\"tenantId\":\"{id}\",\"displayName\":\"A\",\"federationBrandName\":null}}")),
        (Shape::Text, format!("A: https://entra.microsoft.com/{id}/#home\n")),
        (Shape::Text, format!("<DT><A HREF=\"https://security.microsoft.com/?tid={id}\">A</A>\n")),
        (Shape::Text, format!("[A](https://security.microsoft.com/?tid={id})\n")),
        (Shape::Text, format!("A {{{id}}}\n")),
    ] {
        let import = import(&text);
        assert_eq!(import.shape, shape, "{text}");
        let plan = plan(&import, &Registry::default());
        let found: Vec<_> =
            plan.new.iter().map(|new| (new.tenant.name.as_str(), new.tenant.tenant_id.to_string())).collect();
        assert_eq!(found, [("A", id.to_owned())], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_tenant_id_is_never_taken() {
    for text in [
        // A subscription, a partnership, a relationship, a user
        format!("[{{\"id\":\"{ID}\",\"name\":\"sub\"}}]"),
        format!("Id,Name\n{ID},A\n"),
        format!("Subscription,Name\n{ID},A\n"),
        format!("subscription {ID}\n"),
        format!("Kund;Mandant\nA;{ID}\n"),
        format!("https://portal.azure.com/#view/x/subscriptionId/{ID}\n"),
        format!("https://evil.example/?tid={ID}\n"),
        format!("two {ID} and {}\n", ID.replace('8', "9")),
    ] {
        let taken = read(text.as_bytes(), &[]).map(|import| plan(&import, &Registry::default()).new.len());
        assert!(matches!(taken, Err(_) | Ok(0)), "{text}");
    }
}

#[test]
fn an_unusable_file_says_what_it_is() {
    for (text, why) in [
        ("Name,Domain\nA,a.example\n", "it has no column of tenant IDs; its columns are: Name, Domain"),
        (
            "Name,Tenant ID\nA,1\nB,2\n",
            "it has no tenant ID in 2 of 2 rows where one is expected; its columns are: Name, Tenant ID",
        ),
        ("Name,Tenant ID\n", "it has no rows"),
        ("[]", "it has no rows"),
        ("{\"value\":[]}", "it has no rows"),
        ("{\"schema\":9,\"tenants\":[]}", "a newer Portico exported it (schema 9)"),
        ("Dear colleague, all is well.\n", "it is no list of customers that Portico knows"),
        (
            "<!DOCTYPE html><form action=\"https://login.microsoftonline.com/common/login\">",
            "it is a sign-in page, not the list: sign in and download it again",
        ),
        ("<html><body>Not found</body></html>", "it is a web page without portal links"),
        (
            "a|8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44|A\nb|8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44|B\n",
            "line 2 of an azure-tenant-switcher list: it names an alias or a tenant ID again; nothing of it is taken then",
        ),
    ] {
        assert_eq!(read(text.as_bytes(), &[]).unwrap_err().to_string(), why, "{text}");
    }
}

#[test]
fn a_row_goes_to_the_entry_it_is_about_or_to_a_person() {
    let row = |cloud: &str| import(&format!("Name,Tenant ID,Cloud\nContoso,{ID},{cloud}\n"));
    let usgov = "the list leaves open whether it is gcc-high or dod";
    for (cloud, entries, expected) in [
        ("", &[][..], "new public"),
        ("Commercial", &[], "new public"),
        ("AzureCloud", &[], "new public"),
        ("GCC", &[], "new gcc"),
        ("AzureChinaCloud", &[], "new china"),
        ("AzureUSGovernment", &[], usgov),
        ("", &[Cloud::GccHigh], "same"),
        ("AzureCloud", &[Cloud::Gcc], "same"),
        ("AzureUSGovernment", &[Cloud::Dod], "same"),
        ("AzureUSGovernment", &[Cloud::Public], "the list says gcc-high or dod, the customer is in public"),
        ("Commercial", &[Cloud::Gcc], "the list says public, the customer is in gcc"),
        ("DoD", &[Cloud::GccHigh], "the list says dod, the customer is in gcc-high"),
        (
            "",
            &[Cloud::Public, Cloud::GccHigh],
            "the tenant ID stands in several clouds (public, gcc-high), and the list does not say which",
        ),
        (
            "AzureUSGovernment",
            &[Cloud::GccHigh, Cloud::Dod],
            "the tenant ID stands in several clouds (gcc-high, dod), and the list does not say which",
        ),
    ] {
        let plan = plan(&row(cloud), &registry(&entries.iter().map(|cloud| contoso(*cloud)).collect::<Vec<_>>()));
        let found = match (&plan.new[..], &plan.unchanged[..], &plan.conflicts[..]) {
            ([new], [], []) => format!("new {}", new.tenant.cloud),
            ([], [_], []) => "same".to_owned(),
            ([], [], [conflict]) => conflict.why.to_string(),
            _ => format!("{plan:?}"),
        };
        assert_eq!(found, expected, "{cloud:?} {entries:?}");
    }
}

#[test]
fn a_person_decides_what_the_list_leaves_open() {
    let list = import(&format!("Name,Tenant ID,Cloud\nContoso,{ID},AzureUSGovernment\n"));
    for (cloud, found) in [(Cloud::Dod, Some(Cloud::Dod)), (Cloud::GccHigh, Some(Cloud::GccHigh)), (Cloud::China, None)]
    {
        let choices = Choices { cloud: Some(cloud), ..Choices::default() };
        let plan = list.plan(&Registry::default(), &Pinning::default(), &choices);
        assert_eq!(plan.new.first().map(|new| new.tenant.cloud), found, "{cloud}");
    }
}

#[test]
fn the_initial_domain_of_a_national_cloud_tells_where_nothing_else_does() {
    for (domain, found) in [
        ("contoso.partner.onmschina.cn", Ok(Cloud::China)),
        ("contoso.onmicrosoft.com", Ok(Cloud::Public)),
        ("contoso.onmicrosoft.us", Err("the list leaves open whether it is gcc-high or dod".to_owned())),
    ] {
        let plan = plan(&import(&format!("Name,Tenant ID,Domain\nA,{ID},{domain}\n")), &Registry::default());
        let new = plan.new.first().map(|new| {
            assert_eq!(new.tenant.initial_domain, domain.parse().ok());
            assert_eq!(new.tenant.domain, None);
            new.tenant.cloud
        });
        assert_eq!(new.ok_or_else(|| plan.conflicts[0].why.to_string()), found, "{domain}");
    }
}

#[test]
fn an_initial_domain_belongs_to_the_clouds_with_its_suffix() {
    let row =
        |domain: &str, cloud: &str| import(&format!("Name,Tenant ID,Domain,Cloud\nContoso,{ID},{domain},{cloud}\n"));
    for (domain, cloud, is_initial) in [
        ("contoso.onmicrosoft.com", "gcc", true),
        ("contoso.onmicrosoft.us", "gcc-high", true),
        ("contoso.onmicrosoft.us", "dod", true),
        ("contoso.onmicrosoft.com", "gcc-high", false),
        ("contoso.partner.onmschina.cn", "public", false),
    ] {
        let plan = plan(&row(domain, cloud), &Registry::default());
        let Tenant { initial_domain: initial, domain: other, .. } = &plan.new[0].tenant;
        let domain = domain.parse().ok();
        let expected = if is_initial { (&domain, &None) } else { (&None, &domain) };
        assert_eq!((initial, other), expected, "{cloud}");
    }
    let merged = plan(&row("contoso.onmicrosoft.us", ""), &registry(&[contoso(Cloud::Public)]));
    assert_eq!(merged.unchanged[0].kept[0].other, "contoso.onmicrosoft.us", "another cloud's is no value of this one");
}

#[test]
fn what_stands_in_the_registry_stays() {
    let full = Tenant {
        domain: "contoso.com".parse().ok(),
        group: Some("Retail".into()),
        aliases: vec!["CTSO".into()],
        notes: "mine".into(),
        ..contoso(Cloud::Public)
    };
    let list = import(&format!(
        "Name,Tenant ID,Domain,Initial domain,Group,Tags,Aliases,Notes\n\
         Contoso Ltd,{ID},other.example,contoso.onmicrosoft.com,Else,gold,ctso,theirs\n"
    ));
    let plan = plan(&list, &registry(std::slice::from_ref(&full)));
    let [Known { after, kept, rename, .. }] = &plan.changed[..] else { panic!("{plan:?}") };
    let expected = Tenant {
        initial_domain: "contoso.onmicrosoft.com".parse().ok(),
        tags: vec!["gold".into()],
        aliases: vec!["CTSO".into(), "Contoso Ltd".into()],
        ..full
    };
    assert_eq!(*after, expected);
    assert_eq!(rename.as_deref(), Some("Contoso Ltd"));
    assert_eq!(kept.iter().map(|kept| kept.other.as_str()).collect::<Vec<_>>(), ["other.example", "Else", "theirs"]);
}

#[test]
fn a_name_is_taken_only_when_asked_for_and_never_from_a_contract() {
    let before = registry(&[contoso(Cloud::Public)]);
    let choices = Choices { renames: vec![before.tenants()[0].identity()], ..Choices::default() };
    for (text, name, alias) in [
        (format!("Name,Tenant ID\nContoso Ltd,{ID}\n"), "Contoso Ltd", "Contoso"),
        (format!("ContractType,CustomerId,DisplayName\nx,{ID},Contoso Ltd\n"), "Contoso", "Contoso Ltd"),
    ] {
        let plan = import(&text).plan(&before, &Pinning::default(), &choices);
        assert_eq!(
            (plan.changed[0].after.name.as_str(), &plan.changed[0].after.aliases[..]),
            (name, &[alias.to_owned()][..])
        );
    }
}

#[test]
fn a_customer_without_a_name_gets_the_first_one_there_is() {
    let mut registry = Registry::default();
    plan(&import(&format!("https://security.microsoft.com/?tid={ID}\n")), &registry).apply(&mut registry).unwrap();
    assert_eq!(registry.tenants()[0].name, ID);
    plan(&import(&format!("Name,Tenant ID\nContoso,{ID}\n")), &registry).apply(&mut registry).unwrap();
    assert_eq!((registry.tenants()[0].name.as_str(), registry.tenants()[0].aliases.len()), ("Contoso", 0));
}

#[test]
fn a_domain_of_another_customer_is_for_a_person_to_decide() {
    let other = Tenant { domain: "contoso.com".parse().ok(), ..Tenant::new("Fabrikam", Cloud::Public, any_id(9)) };
    let rows = format!("Name,Tenant ID,Domain\nContoso,{ID},contoso.com\nThird,{},third.example\n", any_id(3));
    for entries in [vec![other.clone()], vec![other, contoso(Cloud::Public)]] {
        let plan = plan(&import(&rows), &registry(&entries));
        assert_eq!(plan.new.iter().map(|new| new.tenant.name.as_str()).collect::<Vec<_>>(), ["Third"]);
        assert_eq!(plan.conflicts[0].why.to_string(), "\"Fabrikam\" already has this domain: contoso.com");
        assert!(plan.changed.is_empty());
    }
}

#[test]
fn what_is_not_taken_is_told() {
    let other = Tenant::new("Fabrikam", Cloud::Public, any_id(9));
    let rows = format!("Name,Tenant ID,Domain\nContoso,{ID},a.example\nFABRIKAM,{ID},b.example\n");
    let plan = plan(&import(&rows), &registry(&[other]));
    let told: Vec<_> = plan.new[0].kept.iter().map(|kept| (kept.other.as_str(), kept.why)).collect();
    assert_eq!(told, [("b.example", Left::OtherRow), ("FABRIKAM", Left::Taken)]);
    assert!(plan.new[0].tenant.aliases.is_empty(), "it would name two");
}

#[test]
fn what_a_registry_says_beyond_portico_comes_along() {
    let text = format!("{{\"schema\":1,\"tenants\":[{{\"x\": [1e400],\"name\":\"A\",\"tenant_id\":\"{ID}\"}}]}}");
    let mut registry = Registry::default();
    let plan = plan(&import(&text), &registry);
    plan.apply(&mut registry).unwrap();
    let written = format::render(None, &registry).unwrap();
    assert!(written.contains("\"x\": [1e400]"), "{written}");

    let done = Done::of(&plan, "list", "r.json", "2026-11-12T03:04:05Z".parse().unwrap());
    assert_eq!(done.reverted(&registry, &format::unknown_of_all(written.as_bytes())).removed.len(), 1);
    let edited = written.replace("1e400", "2");
    let kept = done.reverted(&registry, &format::unknown_of_all(edited.as_bytes())).kept;
    assert_eq!(kept.len(), 1, "somebody changed it since");
}

#[test]
fn undo_leaves_alone_what_somebody_changed_since() {
    let mut now = registry(&[contoso(Cloud::Public)]);
    let list = import(&format!(
        "Name,Tenant ID,Domain,Tags\nContoso Ltd,{ID},contoso.com,gold\nA,{},,\nB,{},,\n",
        any_id(1),
        any_id(2)
    ));
    let plan = plan(&list, &now);
    let done = Done::of(&plan, "list.csv", "r.json", "2026-11-12T03:04:05Z".parse().unwrap());
    plan.apply(&mut now).unwrap();
    let [contoso, a, _] = now.tenants() else { panic!("{now:?}") };
    let contoso =
        Tenant { domain: "contoso.net".parse().ok(), tags: vec!["gold".into(), "uk".into()], ..contoso.clone() };
    let a = Tenant { favorite: true, ..a.clone() };
    now.put(vec![contoso, a.clone()]).unwrap();

    let reverted = done.reverted(&now, &HashMap::new());
    reverted.apply(&mut now).unwrap();
    let [contoso, kept] = now.tenants() else { panic!("{now:?}") };
    assert_eq!((contoso.domain.as_ref().unwrap().as_str(), &contoso.tags[..]), ("contoso.net", &["uk".to_owned()][..]));
    assert!(contoso.aliases.is_empty(), "the alias was the import's");
    assert_eq!((kept, &reverted.kept[..]), (&a, &[a.clone()][..]));
    assert!(done.reverted(&now, &HashMap::new()).is_empty(), "there is nothing left of it");
}

fn any_id(last: u32) -> TenantId {
    format!("00000000-0000-4000-8000-0000{last:08x}").parse().unwrap()
}

/// Texts that a person may enter, many of them awkward in a spreadsheet.
fn a_text() -> impl Strategy<Value = String> {
    let chars: Vec<char> = "=+-@'\"|;, #/ABcåŁ北\u{200d}１＝".chars().collect();
    prop::collection::vec(prop::sample::select(chars), 1..8)
        .prop_map(String::from_iter)
        .prop_filter("is more than spaces", |text| !text.trim().is_empty())
}

fn a_notes_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[=\t\r\n'\"a;,+ -]{0,10}"]
}

prop_compose! {
    fn a_tenant()(
        name in a_text(), last in 0..40u32, cloud in 0..Cloud::ALL.len(), domains in any::<[bool; 3]>(), group in prop::option::of(a_text()),
        tags in prop::collection::vec(a_text(), 0..3), aliases in prop::collection::vec(a_text(), 0..3), marks in any::<[bool; 3]>(),
        portal in prop::option::of("[a-z]{1,9}"), at in prop::option::of(a_text()), notes in a_notes_text(),
    ) -> Tenant {
        let of = |number: usize, text: String| domains[number].then(|| text.parse().unwrap());
        Tenant {
            domain: of(0, format!("c{last}.example")),
            initial_domain: of(1, format!("c{last}.onmicrosoft.com")),
            sharepoint: domains[2].then(|| format!("c{last}").parse().unwrap()),
            group, tags, aliases, favorite: marks[0], own: marks[1], confirm: marks[2],
            portal: portal.map(|key| key.parse().unwrap()),
            verified: at.map(|at| Verified { domain: "v.example".parse().unwrap(), at }),
            notes,
            ..Tenant::new(name, Cloud::ALL[cloud], any_id(last))
        }
    }
}

/// Registries of tenants that can stand beside each other.
fn a_registry() -> impl Strategy<Value = Registry> {
    prop::collection::vec(a_tenant(), 0..6).prop_map(|tenants| {
        let mut registry = Registry::default();
        for tenant in tenants {
            let _ = registry.add(tenant);
        }
        registry
    })
}

prop_compose! {
    /// Lists as people have them: rows that repeat, contradict and clash.
    fn a_list()(rows in prop::collection::vec(
        (a_text(), 0..8u32, prop::sample::select(vec!["", "Commercial", "AzureCloud", "AzureUSGovernment", "GCC", "DoD", "China"]),
         prop::sample::select(vec!["", "c1.example", "c2.example", "c3.onmicrosoft.com", "x.onmicrosoft.us"]), a_text()),
        1..8,
    )) -> String {
        let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let rows = rows.iter().map(|(name, last, cloud, domain, tag)| {
            format!("{},{},{cloud},{domain},{}\n", cell(name), any_id(*last), cell(tag))
        });
        format!("Name,Tenant ID,Cloud,Domain,Tags\n{}", rows.collect::<String>())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_imports_as_the_same_registry(registry in a_registry()) {
        for text in [export::csv(&registry), format::render(None, &registry).unwrap()] {
            for text in [text.clone(), format!("\u{feff}{text}")] {
                let import = import(&text);
                prop_assert_eq!(&import.skipped, &[]);
                let mut back = Registry::default();
                plan(&import, &back).apply(&mut back).unwrap();
                prop_assert_eq!(&back, &registry);
                prop_assert!(plan(&import, &back).is_empty());
            }
        }
    }

    #[test]
    fn an_import_fills_in_changes_no_identity_and_done_twice_nothing(before in a_registry(), list in a_list()) {
        let import = import(&list);
        let plan_of = |registry: &Registry| plan(&import, registry);
        let first = plan_of(&before);
        let mut after = before.clone();
        first.apply(&mut after).unwrap();
        prop_assert!(plan_of(&after).is_empty(), "{:?}", plan_of(&after));

        for (old, new) in before.tenants().iter().zip(after.tenants()) {
            prop_assert_eq!(old.identity(), new.identity());
            prop_assert_eq!(&old.name, &new.name);
            prop_assert!(new.domain == old.domain || old.domain.is_none());
            prop_assert!(new.initial_domain == old.initial_domain || old.initial_domain.is_none());
            let marks = |tenant: &Tenant| (tenant.favorite, tenant.own, tenant.confirm, tenant.portal.clone(), tenant.group.clone());
            prop_assert_eq!(marks(old), marks(new));
            prop_assert!(new.tags.starts_with(&old.tags) && new.aliases.starts_with(&old.aliases));
        }
        let known = |identity: Identity| after.tenants().iter().filter(|tenant| tenant.identity() == identity).count() == 1;
        prop_assert!(after.tenants().iter().all(|tenant| known(tenant.identity())));

        let done = Done::of(&first, "list", "r.json", "2026-11-12T03:04:05Z".parse().unwrap());
        done.reverted(&after, &HashMap::new()).apply(&mut after).unwrap();
        prop_assert_eq!(after, before);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "[{}\\[\\]\",:;|\t\n<>a-f0-9#=-]{0,60}", cut in 0..400usize) {
        let _ = read(text.as_bytes(), &[]);
        let mut bytes = format!("{{\"value\":[{{\"customerId\":\"{ID}\",\"x\":{text:?}}}]}}").into_bytes();
        bytes.truncate(cut);
        let _ = read(&bytes, &[]);
    }
}
