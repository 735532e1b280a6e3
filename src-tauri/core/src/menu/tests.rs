use super::*;
use crate::{own, pins::Pins, settings::PortalSettings, tenant_id::TenantId};

fn id(at: usize) -> TenantId {
    format!("8f3c1d52-6a0b-4a3e-9d57-0000{at:08x}").parse().unwrap()
}

fn tenant(name: &str, at: usize) -> Tenant {
    Tenant::new(name, Cloud::Public, id(at + 1))
}

fn registry(tenants: Vec<Tenant>) -> Registry {
    Registry::new(tenants).unwrap()
}

fn many(count: usize) -> Vec<Tenant> {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap());
    (0..count).map(|at| tenant(&format!("{}{at:05} Ltd", letter(at)), at)).collect()
}

fn built(registry: &Registry, pinning: &Pinning, recent: &[Identity], trouble: Option<Trouble>) -> Menu {
    let (catalogue, rows, lookalikes) = (Catalogue::built_in(), TrayRows::default(), &Lookalikes::of(registry));
    build(Known { registry, pinning, catalogue, rows, lookalikes, recent, trouble })
}

/// The lines of the menu as a person set it.
fn arranged(registry: &Registry, recent: &[Identity], rows: TrayRows, portals: &PortalSettings) -> Vec<String> {
    let (catalogue, pinning, lookalikes) = (&Catalogue::of(portals), &Pinning::default(), &Lookalikes::of(registry));
    drawn(&build(Known { registry, pinning, catalogue, rows, lookalikes, recent, trouble: None }).items, 0)
}

/// A menu as lines, submenus indented.
fn drawn(items: &[Item], indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for item in items {
        let (text, inside) = match item {
            Item::Search { all: None } => ("search".into(), None),
            Item::Search { all: Some(all) } => (format!("search all {all}"), None),
            Item::Trouble(trouble) => (format!("{trouble:?}"), None),
            Item::AddFirst => ("add the first".into(), None),
            Item::Open(row) => (open(row), None),
            Item::Submenu(title, items) => (format!("> {}", heading(title)), Some(items)),
            Item::More(more) => (format!("{more} more"), None),
            Item::Separator => ("-".into(), None),
            Item::Manage => ("manage".into(), None),
            Item::Settings => ("settings".into(), None),
            Item::Quit => ("quit".into(), None),
        };
        lines.push(format!("{:indent$}{text}", ""));
        lines.extend(inside.map(|items| drawn(items, indent + 2)).unwrap_or_default());
    }
    lines
}

fn open(row: &Row) -> String {
    let star = if row.favorite { "★ " } else { "" };
    let more = [
        row.domain.clone(),
        row.cloud.map(|cloud| cloud.name().to_owned()),
        row.portal_name.clone(),
        row.changed.then(|| "changed".to_owned()),
        row.check_name.then(|| "check".to_owned()),
        row.unavailable.map(|why| why.to_string()),
    ];
    let more: String = more.into_iter().flatten().map(|text| format!(" | {text}")).collect();
    format!("{star}{}{more}", row.name)
}

fn heading(title: &Title) -> String {
    match title {
        Title::Group(name) => name.clone(),
        Title::Ungrouped => "ungrouped".into(),
        Title::Range(first, last) => format!("{first}–{last}"),
        Title::OtherPortals => "other portals".into(),
        Title::Customer(row) => row.name.clone(),
    }
}

fn lines(registry: &Registry, recent: &[Identity], trouble: Option<Trouble>) -> Vec<String> {
    drawn(&built(registry, &Pinning::default(), recent, trouble).items, 0)
}

fn submenus(registry: &Registry) -> Vec<String> {
    lines(registry, &[], None).into_iter().filter(|line| line.starts_with('>')).collect()
}

/// The number of rows that open a portal and stand in submenus of customers.
fn customer_rows(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| match item {
            Item::Open(_) => 1,
            Item::Submenu(Title::OtherPortals, _) => 0,
            Item::Submenu(_, items) => customer_rows(items),
            _ => 0,
        })
        .sum()
}

fn longest_submenu(items: &[Item]) -> usize {
    let inside = |item: &Item| match item {
        Item::Submenu(_, items) => longest_submenu(items).max(items.len()),
        _ => 0,
    };
    items.iter().map(inside).max().unwrap_or_default()
}

#[test]
fn the_menu_has_the_order_people_know() {
    let mut tenants = vec![tenant("Zeta", 1), tenant("Contoso", 2), tenant("Alpha", 3), tenant("Beta", 4)];
    for at in [0, 1] {
        tenants[at].favorite = true;
    }
    tenants[1].group = Some("Retail".into());
    tenants[2].group = Some("Healthcare".into());
    let gone = Identity { cloud: Cloud::Dod, tenant_id: id(9) };
    let recent = [tenants[3].identity(), tenants[1].identity(), gone];
    let expected = "search
-
★ Zeta
★ Contoso
Beta
-
> Healthcare
  Alpha
> Retail
  Contoso
> ungrouped
  Beta
  Zeta
-
> other portals
  > Zeta
    Zeta | Defender Security Center (old address) | check
    Zeta | Defender multitenant management | check
    Zeta | Microsoft Entra
    Zeta | Azure portal
    Zeta | Microsoft Intune
    Zeta | Microsoft Purview
  > Contoso
    Contoso | Defender Security Center (old address) | check
    Contoso | Defender multitenant management | check
    Contoso | Microsoft Entra
    Contoso | Azure portal
    Contoso | Microsoft Intune
    Contoso | Microsoft Purview
-
manage
settings
quit";
    let lines = lines(&registry(tenants), &recent, None).join("\n");
    assert_eq!(lines, expected, "a favorite is not listed again as recent");
}

#[test]
fn a_person_says_how_much_stands_at_the_top() {
    let mut tenants = many(30);
    for tenant in &mut tenants[..12] {
        (tenant.favorite, tenant.group) = (true, Some("Group".into()));
    }
    let registry = registry(tenants);
    let recent: Vec<_> = registry.tenants()[10..].iter().map(Tenant::identity).collect();
    let portals = PortalSettings::default();
    for (favorites, last, starred, at_top) in
        [(10, 5, 10, 15), (12, 0, 12, 12), (0, 7, 0, 7), (50, 20, 12, 30), (0, 0, 0, 0)]
    {
        let lines = arranged(&registry, &recent, TrayRows { favorites, recent: last }, &portals);
        let top = lines[2..].iter().take_while(|line| *line != "-" && !line.starts_with('>'));
        assert_eq!(lines.iter().filter(|line| line.starts_with('★')).count(), starred);
        assert_eq!(top.count(), at_top, "{favorites} favorites and {last} opened last");
    }
}

#[test]
fn a_person_says_which_portals_stand_there() {
    let mut contoso = tenant("Contoso", 1);
    contoso.favorite = true;
    let ids = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect();
    let templates = [("public".into(), "https://tool.example/{domain}".into())].into();
    let tool = own::Entry { id: "tool".into(), name: "Tool".into(), templates, tenant_less: false };
    let portals = PortalSettings {
        order: ids(&["azure", "tool"]),
        off: ids(&["securitycenter", "mto", "purview"]),
        default: "entra".parse().ok(),
        own: vec![tool],
    };
    let others = |contoso: &Tenant| {
        let lines = arranged(&registry(vec![contoso.clone()]), &[], TrayRows::default(), &portals);
        let from = lines.iter().position(|line| line == "  > Contoso").unwrap();
        lines[from + 1..].iter().take_while(|line| line.starts_with("    ")).cloned().collect::<Vec<_>>()
    };
    let names = ["Azure portal", "Microsoft Defender", "Microsoft Intune", "Power Platform admin center"];
    let [azure, defender, intune, power] = names.map(|name| format!("    Contoso | {name}"));
    let without = others(&contoso);
    assert_eq!(without[..4], [azure.clone(), defender.clone(), intune.clone(), power.clone()], "no value, no row");
    contoso.domain = "contoso.com".parse().ok();
    let with = others(&contoso);
    assert_eq!(
        with[..3],
        [azure, "    Contoso | Tool | check".into(), defender],
        "not Entra, which a click opens anyway"
    );
}

#[test]
fn an_empty_registry_leads_to_the_first_customer_unless_it_could_not_be_read() {
    let empty = registry(Vec::new());
    let rows = ["search", "-", "add the first", "-", "manage", "settings", "quit"];
    assert_eq!(lines(&empty, &[], None), rows);
    let unread = lines(&empty, &[], Some(Trouble::NeverRead));
    assert_eq!(unread, ["search", "NeverRead", "-", "manage", "settings", "quit"]);
}

#[test]
fn a_row_says_what_the_name_alone_does_not() {
    let mut tenants = [tenant("Twin", 1), tenant("TWIN", 2), tenant("Away", 3), tenant("Bare", 4)];
    let [twin, other, away, bare] = &mut tenants;
    twin.domain = Some("twin.example".parse().unwrap());
    other.initial_domain = Some("twin2.onmicrosoft.com".parse().unwrap());
    away.cloud = Cloud::GccHigh;
    away.portal = Some("entra".parse().unwrap());
    bare.portal = Some("sharepoint".parse().unwrap());
    let lines = lines(&registry(tenants.to_vec()), &[], None);
    assert_eq!(
        lines[2..6],
        [
            "Away | GCC High | Microsoft Entra | check",
            "Bare | SharePoint admin center | check | the customer has no SharePoint label",
            "Twin | twin.example",
            "TWIN | twin2.onmicrosoft.com"
        ]
    );
}

#[test]
fn a_row_carries_who_and_what_it_opens() {
    let contoso = tenant("Contoso", 1);
    let identity = contoso.identity();
    let menu = built(&registry(vec![contoso]), &Pinning::default(), &[], None);
    let Item::Open(row) = &menu.items[2] else { panic!("{menu:?}") };
    assert_eq!((row.identity, row.portal.as_str(), row.name.as_str()), (identity, "defender", "Contoso"));
}

#[test]
fn menus_have_one_shape_when_rows_stand_at_the_same_places() {
    let groups = |groups: [&str; 3]| {
        let tenants =
            groups.iter().enumerate().map(|(at, group)| Tenant { group: Some((*group).into()), ..tenant("T", at) });
        built(&registry(tenants.collect()), &Pinning::default(), &[], None)
    };
    let menu = groups(["A", "A", "B"]);
    assert!(menu.has_shape_of(&menu));
    assert!(menu.has_shape_of(&groups(["X", "X", "Y"])), "what rows say does not matter");
    assert!(!menu.has_shape_of(&groups(["A", "B", "B"])), "as many rows, elsewhere");
    assert!(!menu.has_shape_of(&groups(["A", "A", "A"])));
}

#[test]
fn without_groups_many_customers_stand_by_their_letters() {
    let letters = ["Alpha", "Åre", "Beta", "Coda", "Delta", "Echo", "Fox", "Golf", "Hotel", "India"];
    let names: Vec<_> = letters.iter().flat_map(|name| (0..6).map(move |at| format!("{name} {at}"))).collect();
    let tenants = names.iter().enumerate().map(|(at, name)| tenant(name, at)).collect();
    assert_eq!(submenus(&registry(tenants)), ["> A–B", "> C–E", "> F–H", "> I–I"]);
}

#[test]
fn many_groups_stand_by_their_letters() {
    let grouped = |groups: usize| {
        let mut tenants = many(groups + 1);
        for (at, tenant) in tenants.iter_mut().enumerate().take(groups) {
            tenant.group = Some(format!("{} {at:03}", ["Banks", "Clinics", "Farms", "Schools"][at * 4 / groups]));
        }
        submenus(&registry(tenants))
    };
    assert_eq!(grouped(20).len(), 21, "each in the menu itself, and the customer in none");
    assert_eq!(grouped(40), ["> B–C", "> F–S", "> ungrouped"]);
    let letters = grouped(251);
    assert!(letters.len() < 15 && !letters.contains(&"> ungrouped".to_owned()), "no groups any more: {letters:?}");
}

#[test]
fn a_letter_with_too_many_customers_is_cut_by_more_letters() {
    let tenants = (0..90).map(|at| tenant(&format!("C{}x {at:03}", ['a', 'e', 'o'][at / 30]), at)).collect();
    assert_eq!(submenus(&registry(tenants)), ["> C–Cex", "> Cex–C"]);
}

#[test]
fn no_registry_makes_a_menu_too_long() {
    for count in [0, 1, 13, 51, 500, 501, 5_000, 50_000] {
        for groups in [0, 1, 7, 20, 40, 250, 600] {
            let mut tenants = many(count);
            for (at, tenant) in tenants.iter_mut().enumerate().filter(|_| groups > 0) {
                tenant.group = Some(format!("Group {}", at % groups));
            }
            let items = built(&registry(tenants), &Pinning::default(), &[], None).items;
            let (shown, case) = (customer_rows(&items), format!("{count} customers in {groups} groups"));
            assert!(shown <= CUSTOMERS, "{case}: {shown} rows");
            assert!(longest_submenu(&items) <= SUBMENU + 1, "{case}");
            assert!(items.len() <= 36, "{case}: {} rows at the top", items.len());
            let first_tells = items[0] == Item::Search { all: (shown < count).then_some(count) };
            assert!(first_tells, "{case}: the first row says what is left out");
            assert!(shown == count.min(CUSTOMERS) || count > CUSTOMERS, "{case}: {shown} rows, but there was room");
        }
    }
}

#[test]
fn names_that_look_alike_have_their_domain_and_changed_customers_say_so() {
    let [mut contoso, twin, fabrikam] = [tenant("Contoso", 0), tenant("C0ntoso", 1), tenant("Fabrikam", 2)];
    contoso.domain = "contoso.com".parse().ok();
    let pinning = Pinning::Kept(Pins::of(&registry(vec![
        contoso.clone(),
        twin.clone(),
        Tenant { domain: "fabrikam.com".parse().ok(), ..fabrikam.clone() },
    ])));
    let menu = built(&registry(vec![contoso, twin, fabrikam]), &pinning, &[], Some(Trouble::Changed(1)));
    assert_eq!(
        drawn(&menu.items, 0)[1..6],
        [
            "Changed(1)",
            "-",
            "C0ntoso | 8f3c1d52-6a0b-4a3e-9d57-000000000002",
            "Contoso | contoso.com",
            "Fabrikam | changed",
        ]
    );
}
