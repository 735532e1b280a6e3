//! Links from elsewhere, by the thousand and in every wrong shape.

use portico_tests::{Desktop, SOON, wait_until};

use super::{CONTOSO, SINGLE_INSTANCE, customers, start, wait_quick, with};

/// Says to the tray that it was started a second time with this argument.
#[track_caller]
fn send(desktop: &Desktop, argument: &str) {
    let (path, interface) = (format!("/{}", SINGLE_INSTANCE.replace('.', "/")), "org.SingleInstance.DBus");
    let argv = ["portico-tray", argument];
    let bus = desktop.connection();
    bus.call_method(Some(SINGLE_INSTANCE), path.as_str(), Some(interface), "ExecuteCallback", &(&argv[..], ""))
        .unwrap();
}

#[test]
fn hostile_links_open_nothing_and_a_flood_leaves_one_window_and_the_menu() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (mut tray, item) = start(&desktop);
    let parts = [
        "",
        " ",
        "%",
        "%00",
        "%0a",
        "%zz",
        "#",
        "/",
        "//",
        "\\",
        "..",
        "@",
        ":80",
        "?",
        "&",
        "&&",
        "=",
        "+",
        "\"",
        "'",
        "<b>",
        "`id`",
        "$(id)",
        ";rm -rf ~",
        "\n",
        "\r\n",
        "\t",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        "ö",
        "👩",
        "https://evil.example",
        "&url=https://evil.example",
        "&tenant=1",
        "&cloud=mars",
        "&portal=../../x",
        "&name=Contoso",
        "--show=manage",
        "--help",
    ];
    let shapes = ["", "portico://", "portico://open?tenant=", "portico://search?q="];
    for part in parts {
        for shape in shapes {
            // A window may be asked for: that is no link.
            if !(shape.is_empty() && part.starts_with("--show")) {
                send(&desktop, &format!("{shape}{part}"));
            }
        }
    }
    wait_quick(&desktop);
    for count in 0..10_000 {
        send(&desktop, &format!("portico://open?tenant={CONTOSO}{}", "&".repeat(count % 2)));
    }
    assert!(tray.is_running());
    wait_until("the menu to answer", SOON, || {
        let rows = item.menu().rows.len();
        if rows > 0 { Ok(()) } else { Err(rows) }
    });
    assert_eq!(desktop.screen().windows("portico").len(), 1, "one window for all of them");
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
}
