//! What the desktop's notifications tell about an open from the menu.

use std::time::Duration;

use portico_tests::{Desktop, Notification, SOON};
use serde_json::json;

use super::{CONTOSO, FABRIKAM, start, with};

#[test]
fn an_open_from_the_menu_is_told_in_place_of_the_one_before() {
    let desktop = Desktop::with_host(with(&json!([
        { "name": "Contoso & Sons", "tenant_id": CONTOSO, "domain": "contoso.com", "favorite": true },
        { "name": "Fabrikam", "tenant_id": FABRIKAM, "cloud": "gcc", "favorite": true },
    ])));
    let notified = desktop.receive_notifications();
    let (_tray, item) = start(&desktop);
    item.click_row(&["★ Contoso & Sons"]);
    let first = notified.recv_timeout(SOON).expect("a notification");
    let body = "Opening Microsoft Defender (contoso.com, public cloud)".to_owned();
    assert_eq!(first, Notification { summary: "Contoso & Sons".into(), body, replaces: 0 });

    item.click_row(&["★ Fabrikam · GCC"]);
    let second = notified.recv_timeout(SOON).expect("a second notification");
    assert_eq!((&*second.summary, second.replaces), ("Fabrikam", 1), "it takes the first one's place");
    assert_eq!(second.body, format!("Opening Microsoft Defender ({FABRIKAM}, GCC cloud)"));
}

#[test]
fn nothing_is_told_when_the_settings_say_no() {
    let sandbox = with(&json!([{ "name": "Contoso", "tenant_id": CONTOSO }]));
    sandbox.write_settings(r#"{ "notify": false }"#);
    let desktop = Desktop::with_host(sandbox);
    let notified = desktop.receive_notifications();
    let (_tray, item) = start(&desktop);
    item.click_row(&["Contoso"]);
    desktop.sandbox.wait_opened(1);
    // The notification would go out before the recent customers are drawn.
    item.wait_menu("Contoso among the recent", |menu| {
        menu.rows.iter().filter(|row| row.label == "Contoso").count() == 2
    });
    assert!(notified.recv_timeout(Duration::from_millis(1)).is_err());
}
