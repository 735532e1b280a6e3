//! Opening: what the real xdg-open gives to the default browser, and what is said when there is none.

use portico_tests::{Browser, Desktop, Notification, Sandbox};

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers};

fn desktop() -> Desktop {
    Desktop::bare(customers())
}

#[test]
fn the_browser_gets_exactly_the_address() {
    let desktop = desktop();
    let addresses = [
        ("defender", "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"),
        ("securitycenter", "https://securitycenter.windows.com?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"),
        ("entra", "https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#home"),
        (
            "exchange",
            "https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#",
        ),
        ("sharepoint", "https://contoso-admin.sharepoint.com/"),
    ];
    for (at, (portal, address)) in addresses.into_iter().enumerate() {
        desktop.sandbox.portico(["open", "contoso.com", "--portal", portal]).done();
        let opened = desktop.sandbox.wait_opened(at + 1);
        assert_eq!(opened.len(), at + 1, "one open, one request to the browser: {opened:?}");
        assert_eq!(opened[at], address, "{portal}");
    }
}

#[test]
fn open_says_which_portal_of_which_customer() {
    let desktop = desktop();
    let said = crate::session(
        &desktop.sandbox,
        &[
            &["open", "ctso"],
            &["open", "fabrikam", "--portal", "azure"],
            &["open", "contoso.com", "-p", "securitycenter"],
        ],
    );
    insta::assert_snapshot!(said, @"
    $ portico open ctso
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico open fabrikam --portal azure
    Opening Azure portal for Fabrikam (gcc-high)
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    $ portico open contoso.com -p securitycenter
    Opening Defender Security Center (old address) for Contoso Pharmaceuticals (contoso.com, public)
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    ");
    assert_eq!(desktop.sandbox.wait_opened(3).len(), 3);
}

#[test]
fn print_and_url_open_nothing() {
    let desktop = desktop();
    let sandbox = &desktop.sandbox;
    sandbox.portico(["open", "ctso", "--print"]).done();
    sandbox.portico(["url", "ctso"]).done();
    sandbox.portico(["url", "ctso", "--all"]).done();
    // Were one of them still on its way, it would arrive before or with this one.
    sandbox.portico(["open", "fabrikam", "--portal", "intune"]).done();
    let intune = format!("https://intune.microsoft.us/{FABRIKAM}");
    assert_eq!(sandbox.wait_opened(1), [intune]);
}

#[test]
fn without_a_browser_the_address_is_in_the_message() {
    let sandbox = Sandbox::with_browser(Browser::Missing);
    sandbox.write_registry(CUSTOMERS);
    let desktop = Desktop::bare(sandbox);
    let output = desktop.sandbox.portico(["open", "contoso.com"]);
    insta::assert_snapshot!(output.transcript(), @"
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- stderr
    error: the browser could not be started: the desktop's launcher found none that works
    hint: the address is https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: set a default browser, for instance with `xdg-settings set default-web-browser`
    --- exit 6
    ");
}

#[test]
fn without_a_browser_and_a_display_the_display_is_named() {
    let sandbox = Sandbox::with_browser(Browser::Missing);
    sandbox.write_registry(CUSTOMERS);
    let output = sandbox.portico(["open", "contoso.com"]);
    insta::assert_snapshot!(output.transcript(), @"
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- stderr
    error: the browser could not be started: neither DISPLAY nor WAYLAND_DISPLAY is set
    hint: the address is https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 6
    ");
}

#[test]
fn expect_opens_the_named_customer_and_refuses_any_other() {
    let desktop = desktop();
    let sandbox = &desktop.sandbox;
    let identity = format!("public/{CONTOSO}");
    for refused in ["Fabrikam", "Contoso", "CTSO", ""] {
        let output = crate::refused(sandbox, &["open", &identity, "--expect", refused]);
        assert_eq!(output.code, Some(7), "{refused:?} is not its name");
    }
    let refusal = sandbox.portico(["open", &identity, "--print", "--expect", "Contoso Ltd"]);
    insta::assert_snapshot!(refusal.transcript(), @r#"
    --- stderr
    error: public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 is named "Contoso Pharmaceuticals" now, not "Contoso Ltd": nothing was opened
    hint: if that is the customer you mean, open it by its new name
    --- exit 7
    "#);
    for named in ["Contoso Pharmaceuticals", " contoso  PHARMACEUTICALS "] {
        sandbox.portico(["open", &identity, "--expect", named, "--print"]).done();
    }
    sandbox.portico(["open", &identity, "--expect", "Contoso Pharmaceuticals", "--portal", "intune"]).done();
    let intune = format!("https://intune.microsoft.com/{CONTOSO}");
    assert_eq!(sandbox.wait_opened(1), [intune]);
}

#[test]
fn a_launchers_failure_becomes_a_notification_and_no_other_does() {
    let desktop = desktop();
    let notified = desktop.receive_notifications();

    let nobody = ["open", "<b>nobody</b> & co"];
    assert_eq!(crate::refused(&desktop.sandbox, &nobody).code, Some(3));
    let from_launcher = [nobody[0], nobody[1], "--source", "launcher"];
    assert_eq!(crate::refused(&desktop.sandbox, &from_launcher).code, Some(3));
    // The program waits for the answer, so what it sent is here when it has ended.
    let all: Vec<_> = notified.try_iter().collect();
    let [Notification { summary, body, .. }] = &all[..] else { panic!("one notification, for the launcher: {all:?}") };
    assert_eq!(summary, "Portico opened nothing");
    insta::assert_snapshot!(body, @r#"
    no customer has this name, alias or domain: "&lt;b&gt;nobody&lt;/b&gt; &amp; co"
    run `portico list` to see all customers
    "#);
}

#[test]
fn a_launcher_is_told_what_opens_unless_the_settings_say_no() {
    let desktop = desktop();
    let sandbox = &desktop.sandbox;
    sandbox.portico(["edit", "contoso.com", "--name", "Contoso & <b>Co"]).done();
    let notified = desktop.receive_notifications();

    let open = ["open", "contoso.com", "-p", "entra"];
    sandbox.portico(open).done();
    sandbox.portico([&open[..], &["--source", "launcher"]].concat()).done();
    let all: Vec<_> = notified.try_iter().collect();
    let [Notification { summary, body, .. }] = &all[..] else { panic!("one notification, for the launcher: {all:?}") };
    assert_eq!(summary, "Contoso & <b>Co");
    assert_eq!(body, "Opening Microsoft Entra for Contoso &amp; &lt;b&gt;Co (contoso.com, public)");

    sandbox.write_settings(r#"{ "notify": false }"#);
    sandbox.portico([&open[..], &["--source", "launcher"]].concat()).done();
    assert_eq!(notified.try_iter().count(), 0, "the settings say no");
    assert_eq!(sandbox.wait_opened(3).len(), 3);
}
