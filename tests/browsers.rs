//! Real browsers: two customers in two profiles at once, each with its own address and its own session.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::thread;

use portico_tests::{Chromium, Desktop, SOON, Sandbox, Site, Visit, wait_until};

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";
const HOST: &str = "soc.example";

/// Returns two customers and a portal on this machine.
fn customers() -> Sandbox {
    let sandbox = Sandbox::new();
    let tenant = |name: &str, id: &str| format!(r#"{{ "name": "{name}", "tenant_id": "{id}" }}"#);
    let (contoso, fabrikam) = (tenant("Contoso", CONTOSO), tenant("Fabrikam", FABRIKAM));
    sandbox.write_registry(&format!(r#"{{ "schema": 1, "tenants": [ {contoso}, {fabrikam} ] }}"#));
    let template = format!("https://{HOST}/{{tenant_id}}");
    let own = format!(r#"{{ "id": "soc", "name": "SOC", "templates": {{ "public": "{template}" }} }}"#);
    sandbox.write_settings(&format!(r#"{{ "portals": {{ "default": "soc", "own": [ {own} ] }} }}"#));
    sandbox
}

/// Chooses a profile for each customer, which asks for pages in a language of its own: Contoso's in Swedish, Fabrikam's in Dutch.
fn choose(sandbox: &Sandbox, browser: &str) {
    for (customer, profile) in [("Contoso", "Contoso admin"), ("Fabrikam", "Fabrikam admin")] {
        let choice = ["settings", "browser", "--tenant", customer, "--browser", browser, "--profile", profile];
        sandbox.portico(choice).done();
    }
}

/// Opens both customers at once, then each of them again while both run, and proves that nobody met the other's session.
#[track_caller]
fn ensure_apart(sandbox: &Sandbox, site: &Site) {
    thread::scope(|scope| {
        for customer in ["Contoso", "Fabrikam"] {
            scope.spawn(move || sandbox.portico(["open", customer]).done());
        }
    });
    let page = |id: &str, language: &str, cookie: Option<&str>| Visit {
        page: format!("/{id}"),
        language: language.to_owned(),
        cookie: cookie.map(str::to_owned),
    };
    let mut first = site.wait_visits(2);
    first.sort_by(|one, other| one.language.cmp(&other.language));
    assert_eq!(
        first,
        [page(FABRIKAM, "nl", None), page(CONTOSO, "sv", None)],
        "each customer in its profile, and each profile without a session yet"
    );
    sandbox.portico(["open", "Contoso"]).done();
    assert_eq!(site.wait_visits(3)[2], page(CONTOSO, "sv", Some("sv")), "in the profile and session of before");
    sandbox.portico(["open", "Fabrikam"]).done();
    assert_eq!(site.wait_visits(4)[3], page(FABRIKAM, "nl", Some("nl")), "and so the other one");
    sandbox.portico(["open", "Fabrikam", "--browser", "default"]).done();
    assert_eq!(sandbox.wait_opened(1), [format!("https://{HOST}/{FABRIKAM}")]);
    let visits = site.visits();
    assert_eq!(visits.len(), 4, "one open, one request: {visits:?}");
}

#[test]
fn two_customers_open_in_two_profiles_of_chromium_at_once() {
    let (sandbox, site) = (customers(), Site::start(HOST));
    sandbox.install_browser_running("chromium", "Chromium", "chromium", &Chromium::script(&site.chromium_arguments()));
    sandbox.write_local_state("chromium", &[("Default", "Contoso admin"), ("Profile 7", "Fabrikam admin")]);
    for (profile, language) in [("Default", "sv"), ("Profile 7", "nl")] {
        let preferences =
            format!(r#"{{ "intl": {{ "accept_languages": "{language}", "selected_languages": "{language}" }} }}"#);
        fs::write(sandbox.path().join("config/chromium").join(profile).join("Preferences"), preferences).unwrap();
    }
    let desktop = Desktop::bare(sandbox);
    choose(&desktop.sandbox, "chromium");
    ensure_apart(&desktop.sandbox, &site);

    let chromium = Chromium::installed(&desktop.sandbox);
    for id in [CONTOSO, FABRIKAM] {
        assert_eq!(chromium.wait_for_page(|url| url.contains(id)), format!("https://{HOST}/{id}"));
    }
    let shown = wait_until("four pages", SOON, || {
        let pages = chromium.pages();
        let count = pages.iter().filter(|url| url.starts_with("https://")).count();
        if count >= 4 { Ok(count) } else { Err(pages) }
    });
    assert_eq!(shown, 4);

    // A private window of a profile does not know its session.
    desktop
        .sandbox
        .portico(["open", "Contoso", "--browser", "chromium", "--profile", "Contoso admin", "--private"])
        .done();
    assert_eq!(site.wait_visits(5)[4].cookie, None);

    // A profile that is gone is not made anew.
    let data = desktop.sandbox.path().join("config/chromium");
    fs::rename(data.join("Profile 7"), data.join("gone")).unwrap();
    let output = desktop.sandbox.portico(["open", "Fabrikam"]);
    assert_eq!(output.code, Some(6), "{output:?}");
}

/// Returns true where Firefox is, and where it has to be: Debian has the package, Ubuntu has a snap that starts in no sandbox.
fn is_firefox_there() -> bool {
    let is_debian = || fs::read_to_string("/etc/os-release").is_ok_and(|system| system.contains("\nID=debian\n"));
    Path::new("/usr/bin/firefox-esr").exists() || is_debian()
}

#[test]
fn two_customers_open_in_two_profiles_of_firefox_at_once() {
    if !is_firefox_there() {
        eprintln!("skipped: this system has no package firefox-esr");
        return;
    }
    let (sandbox, site) = (customers(), Site::start(HOST));
    let root = sandbox.write_profiles_ini(&[("a.contoso", "Contoso admin"), ("b.fabrikam", "Fabrikam admin")]);
    site.befriend(&root.join("a.contoso"), "sv");
    site.befriend(&root.join("b.fabrikam"), "nl");
    let desktop = Desktop::bare(sandbox);
    choose(&desktop.sandbox, "firefox-esr");
    ensure_apart(&desktop.sandbox, &site);

    let private = ["open", "Contoso", "--browser", "firefox-esr", "--profile", "Contoso admin", "--private"];
    desktop.sandbox.portico(private).done();
    assert_eq!(site.wait_visits(5)[4].cookie, None, "a private window of a profile does not know its session");
    let names: Vec<_> =
        fs::read_dir(&root).unwrap().flatten().map(|entry| entry.file_name().into_string().unwrap()).collect();
    let profiles = names.iter().filter(|name| root.join(name).join("prefs.js").is_file()).count();
    assert_eq!(profiles, 2, "no profile is made: {names:?}");
}
