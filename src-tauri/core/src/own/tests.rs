use super::*;
use crate::{domain::SharePointLabel, settings::PortalSettings};

const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

fn contoso() -> Tenant {
    let mut tenant = Tenant::new("Contoso", Cloud::Public, ID.parse().unwrap());
    tenant.domain = "contoso.com".parse().ok();
    tenant.initial_domain = "contoso.onmicrosoft.com".parse().ok();
    tenant.sharepoint = "contoso".parse::<SharePointLabel>().ok();
    tenant
}

fn entry(name: &str, template: &str) -> Entry {
    let templates = [("public".to_owned(), template.to_owned())].into();
    Entry { name: name.into(), templates, ..Entry::default() }
}

fn checked(entry: &Entry) -> Result<OwnPortal, Vec<String>> {
    let registry = Registry::new(vec![contoso()]).unwrap();
    let told = |problems: Vec<(Field, Problem)>| {
        problems.iter().map(|(field, problem)| format!("{field}: {problem}")).collect()
    };
    check(entry, &registry, Catalogue::built_in()).map_err(told)
}

fn held(template: &str, registry: &Registry) -> Option<(String, Option<String>)> {
    match check(&entry("Tool", template), registry, Catalogue::built_in()) {
        Err(problems) => match &problems[..] {
            [(Field::Template(Cloud::Public), Problem::Holds(held))] => {
                Some((held.to_string(), held.corrected.clone()))
            }
            others => panic!("{template}: {others:?}"),
        },
        Ok(_) => None,
    }
}

#[test]
fn a_portal_gets_its_key_from_its_name() {
    let taken = PortalSettings {
        own: vec![
            Entry { id: "tool".into(), ..entry("Tool", "https://a.example/{tenant_id}") },
            Entry { id: "tool-2".into(), ..entry("", "broken") },
        ],
        ..PortalSettings::default()
    };
    let catalogue = Catalogue::of(&taken);
    for (name, id) in [
        ("Microsoft Sentinel", "microsoft-sentinel"),
        ("  Überwachung & Co. ", "uberwachung-co"),
        ("北京", "portal"),
        ("Defender", "defender-2"),
        ("Tool!", "tool-3"),
        (&"a b ".repeat(15), "a-b-a-b-a-b-a-b-a-b-a-b-a-b-a-b-a-b"),
    ] {
        let own = check(&entry(name, "https://a.example/{tenant_id}"), &Registry::default(), &catalogue).unwrap();
        assert_eq!((own.id().as_str(), own.name()), (id, name.trim()));
    }
    let again = Entry { id: "tool".into(), ..entry("Tool", "https://b.example/{tenant_id}") };
    assert!(check(&again, &Registry::default(), &catalogue).is_ok(), "its own name and key are not taken");
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let good = "https://a.example/{tenant_id}";
    let two = |entry: Entry, cloud: &str, template: &str| {
        let mut entry = entry;
        entry.templates.insert(cloud.into(), template.into());
        entry
    };
    let same_for_all = |entry: Entry| Entry { tenant_less: true, ..entry };
    for (entry, told) in [
        (entry("", good), &["name: the name is empty"][..]),
        (entry(&"x".repeat(61), good), &["name: the name has more than 60 characters"]),
        (entry("a\u{202e}b", good), &["name: the name has control or invisible characters: \"a\\u{202e}b\""]),
        (entry("MICROSOFT  entra", good), &["name: another portal has this name: \"Microsoft Entra\""]),
        (
            Entry { id: "entra".into(), ..entry("Tool", good) },
            &["id: Portico comes with a portal of this key: \"entra\""],
        ),
        (Entry { id: "Tool".into(), ..entry("Tool", good) }, &["id: not a portal: \"Tool\""]),
        (entry("Tool", " "), &["templates: no cloud has a template"]),
        (
            two(entry("Tool", good), "mars", good),
            &["templates: no such cloud: \"mars\" (public, gcc, gcc-high, dod, china)"],
        ),
        (
            entry("Tool", "http://a.example/{tenant_id}"),
            &["templates.public: the template is not https: \"http://a.example/{tenant_id}\""],
        ),
        (
            entry("Tool", "https://a.example/x/../{tenant_id}"),
            &["templates.public: the template is read otherwise than it is written"],
        ),
        (
            entry("Tool", "https://a.example/"),
            &[
                "templates.public: the template names no customer: put {tenant_id} where the tenant ID belongs, or mark it as the same for all",
            ],
        ),
        (
            same_for_all(entry("Tool", good)),
            &["templates.public: the template names the customer: it is not the same for all"],
        ),
        (
            two(entry("", good), "dod", "https://a.example/{tenant}"),
            &[
                "name: the name is empty",
                "templates.dod: the template has an unknown placeholder: \"https://a.example/{tenant}\"",
            ],
        ),
    ] {
        assert_eq!(checked(&entry).unwrap_err(), told);
    }
    assert!(checked(&same_for_all(entry("Tool", "https://a.example/"))).is_ok());
    assert!(checked(&two(entry("Tool", good), "dod", "https://a.example/?d={domain}")).is_ok());
}

#[test]
fn what_belongs_to_one_customer_is_found_and_the_placeholder_offered() {
    let mut ours = Tenant::new("Our own", Cloud::Public, "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f".parse().unwrap());
    (ours.own, ours.domain) = (true, "msp.example".parse().ok());
    let registry = Registry::new(vec![contoso(), ours]).unwrap();
    let id_of_contoso = "the template has the tenant ID of \"Contoso\" in it";
    let plain = "8f3c1d526a0b4a3e9d570c2b6f1e7a44";
    for (template, told, corrected) in [
        (
            format!("https://a.example/?tid={ID}"),
            format!("{id_of_contoso}: write {{tenant_id}} in its place"),
            "https://a.example/?tid={tenant_id}",
        ),
        (
            format!("https://a.example/{}#x", ID.to_uppercase()),
            format!("{id_of_contoso}: write {{tenant_id}} in its place"),
            "https://a.example/{tenant_id}#x",
        ),
        (
            format!("https://a.example/{{tenant_id}}?t={ID}"),
            format!("{id_of_contoso}, which would go along to all customers"),
            "",
        ),
        (
            format!("https://a.example/{{tenant_id}}?t={plain}"),
            format!("{id_of_contoso}, which would go along to all customers"),
            "",
        ),
        (
            "https://a.example/5b1d7a60-9c3e-4f28-8e41-000000000001".into(),
            "the template has a tenant ID in it: write {tenant_id} in its place".into(),
            "https://a.example/{tenant_id}",
        ),
        (
            "https://a.example/?org=Contoso.com&x=1".into(),
            "the template has the domain of \"Contoso\" in it: write {domain} in its place".into(),
            "https://a.example/?org={domain}&x=1",
        ),
        (
            "https://a.example/contoso.onmicrosoft.com".into(),
            "the template has the initial domain of \"Contoso\" in it: write {initial_domain} in its place".into(),
            "https://a.example/{initial_domain}",
        ),
        (
            "https://portal.contoso.com/{tenant_id}".into(),
            "the template has the domain of \"Contoso\" in it, which would go along to all customers".into(),
            "",
        ),
        (
            "https://contoso-admin.sharepoint.com/".into(),
            "the template has the SharePoint label of \"Contoso\" in it: write {sharepoint} in its place".into(),
            "https://{sharepoint}-admin.sharepoint.com/",
        ),
        (
            "https://a.example/?d=msp.example".into(),
            "the template has the domain of \"Our own\" in it: write {domain} in its place".into(),
            "https://a.example/?d={domain}",
        ),
    ] {
        let corrected = (!corrected.is_empty()).then(|| corrected.to_owned());
        assert_eq!(held(&template, &registry), Some((told, corrected)), "{template}");
    }
    for template in [
        "https://tools.msp.example/{tenant_id}",
        "https://notcontoso.com/{tenant_id}",
        "https://contoso.com.au/{tenant_id}",
        "https://a.example/contoso/{tenant_id}",
        "https://a.example/{tenant_id}?hash=5b1d7a609c3e4f288e41000000000001",
    ] {
        assert_eq!(held(template, &registry), None, "{template}");
    }
}

#[test]
fn the_file_is_held_to_the_same_rules() {
    let id = |entry: Entry| Entry { id: "tool".into(), ..entry };
    for entry in [
        id(entry("Tool", &format!("https://a.example/{ID}"))),
        id(entry("Tool", "https://a.example/")),
        id(entry("Tool", "javascript:alert(1)//{tenant_id}")),
        id(entry("", "https://a.example/{tenant_id}")),
        Entry { id: String::new(), ..entry("Tool", "https://a.example/{tenant_id}") },
    ] {
        assert!(super::checked(&entry, &Registry::default()).is_err(), "{entry:?}");
    }
    let good = id(entry("Tool", "https://a.example/{tenant_id}"));
    assert!(super::checked(&good, &Registry::default()).is_ok());
}

#[test]
fn only_an_address_with_the_tenant_id_needs_no_check() {
    for (template, may_show_another_tenant) in
        [("https://a.example/{tenant_id}", false), ("https://a.example/{domain}", true), ("https://a.example/", true)]
    {
        let entry = Entry { tenant_less: !template.contains('{'), ..entry("Tool", template) };
        let portal = Portal::from(checked(&entry).unwrap());
        assert_eq!(portal.may_show_another_tenant(Cloud::Public), may_show_another_tenant, "{template}");
        assert!(portal.is_own());
    }
}

#[test]
fn a_preview_is_the_address_that_opens() {
    let template: Template = "https://a.example/{domain}".parse().unwrap();
    assert_eq!(preview(&template, &contoso()).unwrap(), "https://a.example/contoso.com");
    let bare = Tenant { domain: None, ..contoso() };
    assert_eq!(preview(&template, &bare), Err(Unavailable::Missing(Placeholder::Domain)));
}
