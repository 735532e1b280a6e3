//! The item and its menu, read as a panel reads them.

use portico_tests::{Desktop, Kind, MenuRow, Sandbox};
use serde_json::{Value, json};

use super::{CONTOSO, FABRIKAM, customers, id, start, with};

#[test]
fn the_item_has_what_a_panel_needs() {
    let desktop = Desktop::with_host(with(&customers()));
    let (_tray, item) = start(&desktop);
    assert_eq!(item.id(), "io.portico.Portico", "an id that no other program has");
    assert_eq!(item.title(), "Portico");
    assert_eq!(item.category(), "ApplicationStatus");
    assert!(!item.item_is_menu(), "a left click is quick open, not the menu");
    assert_ne!(item.menu_path(), "/NO_DBUSMENU", "a right click has a menu to show");
    let icons = item.icons();
    assert!(!icons.is_empty(), "an icon that needs no theme");
    for (width, height, argb) in icons {
        let pixels: Vec<_> = argb.chunks(4).collect();
        assert!(
            width >= 16 && pixels.len() == usize::try_from(width * height).unwrap(),
            "{width}×{height} with {} pixels",
            pixels.len()
        );
        let (opaque, clear) =
            (pixels.iter().filter(|pixel| pixel[0] > 200).count(), pixels.iter().filter(|pixel| pixel[0] < 50).count());
        assert!(opaque > 20 && clear > 20, "a shape on a clear ground: {opaque} opaque, {clear} clear");
    }
    assert_eq!(item.tool_tip().1, "Portico", "until something was opened it says whose icon it is");
}

#[test]
fn favorites_stand_first_in_the_order_of_the_file_and_then_groups() {
    let desktop = Desktop::with_host(with(&json!([
        { "name": "Zeta", "tenant_id": id(1), "favorite": true },
        { "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "domain": "contoso.com", "group": "Healthcare", "favorite": true },
        { "name": "Adatum", "tenant_id": id(2), "group": "retail" },
        { "name": "Northwind", "tenant_id": id(3), "group": "Retail" },
        { "name": "Fabrikam", "tenant_id": FABRIKAM },
    ])));
    let (_tray, item) = start(&desktop);
    insta::assert_snapshot!(item.menu().outline(), @"
    Search customers…
    ─
    ★ Zeta
    ★ Contoso Pharmaceuticals
    ─
    Healthcare ▸
        Contoso Pharmaceuticals
    retail ▸
        Adatum
        Northwind
    Other customers ▸
        Fabrikam
        Zeta
    ─
    Open in another portal ▸
        Zeta ▸
            Defender Security Center (old address) ⚠ check the name
            Defender multitenant management ⚠ check the name
            Microsoft Entra
            Azure portal
            Microsoft Intune
            Microsoft Purview
        Contoso Pharmaceuticals ▸
            Defender Security Center (old address) ⚠ check the name
            Defender multitenant management ⚠ check the name
            Microsoft Entra
            Azure portal
            Microsoft Intune
            Microsoft Purview
    ─
    Manage customers…
    Settings…
    Quit
    ");
}

#[test]
fn a_row_says_which_of_two_customers_it_is() {
    let desktop = Desktop::with_host(with(&json!([
        { "name": "Twin", "tenant_id": id(1), "domain": "twin.example" },
        { "name": "TWIN", "tenant_id": id(2), "initial_domain": "twin2.onmicrosoft.com" },
        { "name": "Agency", "tenant_id": id(3), "cloud": "gcc-high" },
        { "name": "Ministry", "tenant_id": id(4), "cloud": "china" },
        { "name": "Entra first", "tenant_id": id(5), "portal": "entra" },
        { "name": "No SharePoint", "tenant_id": id(6), "portal": "sharepoint" },
    ])));
    let (_tray, item) = start(&desktop);
    insta::assert_snapshot!(item.menu().outline(), @"
    Search customers…
    ─
    Agency · GCC High ⚠ check the name
    Entra first · Microsoft Entra
    Ministry · China ⚠ check the name
    [No SharePoint · SharePoint admin center (needs the customer’s SharePoint label, as contoso in contoso.sharepoint.com)]
    Twin · twin.example
    TWIN · twin2.onmicrosoft.com
    ─
    Manage customers…
    Settings…
    Quit
    ");
}

#[test]
fn a_name_is_shown_as_it_is_written() {
    let names = ["A & B", "A && B_C __ D", "<b>Bold</b> &amp;", "snake_case", "Åkeri 北京", "-"];
    let tenants: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| json!({ "name": name, "tenant_id": id(at), "group": "R & D_<i>" }))
        .collect();
    let desktop = Desktop::with_host(with(&Value::from(tenants)));
    let (_tray, item) = start(&desktop);
    let menu = item.menu();
    let group = menu.row(&["R & D_<i>"]);
    let mut shown: Vec<_> = group.children.iter().map(|row| row.label.as_str()).collect();
    let mut expected = names.to_vec();
    shown.sort_unstable();
    expected.sort_unstable();
    assert_eq!(shown, expected, "no mnemonics, no markup");
}

#[test]
fn a_name_that_could_mislead_is_shown_escaped_and_a_long_one_cut() {
    let long = "Long ".repeat(60);
    let desktop = Desktop::with_host(with(&json!([
        { "name": "moc.\u{202e}osotnoC", "tenant_id": id(1) },
        { "name": "Tab\tand\nline", "tenant_id": id(2) },
        { "name": long, "tenant_id": id(3) },
    ])));
    let (_tray, item) = start(&desktop);
    insta::assert_snapshot!(item.menu().outline(), @r"
    Search customers…
    ─
    Long Long Long Long Long Long Long Long Long Long Long Long…
    moc.\u{202e}osotnoC
    Tab\u{9}and\u{a}line
    ─
    Manage customers…
    Settings…
    Quit
    ");
}

#[test]
fn an_empty_registry_leads_to_the_first_customer() {
    let desktop = Desktop::with_host(Sandbox::new());
    let (_tray, item) = start(&desktop);
    insta::assert_snapshot!(item.menu().outline(), @"
    Search customers…
    ─
    Add the first customer…
    ─
    Manage customers…
    Settings…
    Quit
    ");
}

#[test]
fn a_menu_of_5000_customers_stays_small_enough_for_a_panel() {
    let tenants: Vec<Value> = (0..5_000)
        .map(|at| json!({ "name": format!("{}ustomer {at:04}", char::from(b'A' + u8::try_from(at % 26).unwrap())), "tenant_id": id(at) }))
        .collect();
    let desktop = Desktop::with_host(with(&Value::from(tenants)));
    let (_tray, item) = start(&desktop);
    let menu = item.menu();
    assert_eq!(menu.rows[0].label, "Search all 5000…", "what is left out is a search away");
    let shown = customer_rows(&menu.rows);
    assert!((300..=500).contains(&shown), "{shown} rows of customers:\n{}", menu.outline());
    assert!(menu.rows.len() <= 36, "{} rows at the top", menu.rows.len());
    let longest = menu.rows.iter().map(|row| row.children.len()).max();
    assert!(longest <= Some(51), "{longest:?} rows in one submenu: 50 customers and how many more there are");
}

fn customer_rows(rows: &[MenuRow]) -> usize {
    rows.iter()
        .map(|row| match row.kind {
            Kind::Row => usize::from(row.label.contains("ustomer ")),
            Kind::Submenu => customer_rows(&row.children),
            Kind::Separator => 0,
        })
        .sum()
}
