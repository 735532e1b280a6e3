//! Browsers and profiles: what is found, what is chosen, where a customer opens, and what is refused when that is gone.

use std::fs;
use std::thread;

use portico_tests::{Desktop, Sandbox};

use crate::doctor::wrong;
use crate::{CONTOSO, CUSTOMERS, FABRIKAM, refused, session};

const EDGE: &str = "microsoft-edge-stable";
const DEFENDER: &str = "https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

/// Returns customers, and a machine with Edge, Firefox and the test's default browser, of which nothing can be asked.
fn machine() -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.write_registry(CUSTOMERS);
    sandbox.without_system_browsers();
    sandbox.install_browser("microsoft-edge", "Microsoft Edge", EDGE);
    // As Edge names them: the name of one is the key of another.
    let profiles = [("Default", "Profile 1"), ("Profile 1", "Contoso admin"), ("Profile 2", "Public sector")];
    sandbox.write_local_state("microsoft-edge", &profiles);
    sandbox.install_browser("firefox", "Firefox", "firefox");
    let root = sandbox.write_profiles_ini(&[("a.default-release", "default-release")]);
    let profile = root.join("a.default-release");
    fs::write(profile.join("containers.json"), r#"{"identities": [{"public": true, "name": "Contoso & Co"}]}"#)
        .unwrap();
    let add_on = r#"{"addons": [{"id": "openincontainer@browsers.software", "active": true}]}"#;
    fs::write(profile.join("extensions.json"), add_on).unwrap();
    sandbox
}

fn chosen(commands: &[&[&str]]) -> Desktop {
    let desktop = Desktop::bare(machine());
    for command in commands {
        desktop.sandbox.portico([&["settings", "browser"][..], command].concat()).done();
    }
    desktop
}

fn with_profile(profile: &str, url: &str) -> Vec<String> {
    let profile = format!("--profile-directory={profile}");
    [&profile, "--no-first-run", "--no-default-browser-check", url].map(str::to_owned).to_vec()
}

#[test]
fn browsers_and_profiles_are_found_and_what_cannot_be_used_is_told() {
    let sandbox = machine();
    sandbox.install_browser("google-chrome", "Google Chrome", "google-chrome");
    sandbox.write_local_state("google-chrome", &[("Default", "Work")]);
    fs::write(sandbox.path().join("config/google-chrome/Local State"), r#"{"profile": {"info_"#).unwrap();
    sandbox.install_browser("vivaldi-stable", "Vivaldi", "vivaldi");
    fs::remove_file(sandbox.path().join("browsers/vivaldi")).unwrap();
    insta::assert_snapshot!(sandbox.portico(["browsers"]).transcript(), @"
    BROWSER               NAME            PROFILE            SHOWN AS         ACCOUNT
    firefox               Firefox         a.default-release  default-release           containers: Contoso & Co
    google-chrome         Google Chrome                                                profiles that cannot be read
    microsoft-edge        Microsoft Edge  Default            Profile 1
    microsoft-edge        Microsoft Edge  Profile 1          Contoso admin
    microsoft-edge        Microsoft Edge  Profile 2          Public sector
    portico-test-browser  Test browser                                                 no profiles or private windows to choose
    --- stderr
    warning: Google Chrome: its profiles cannot be read: $CONFIG/google-chrome/Local State: it is not what the browser writes
    warning: Vivaldi: its program is not there: $SANDBOX/browsers/vivaldi
    --- exit 0
    ");
    let json = sandbox.portico(["browsers", "--json"]).done().json();
    let browser = |id: &str| json["browsers"].as_array().unwrap().iter().find(|browser| browser["id"] == id).unwrap();
    assert_eq!(browser("microsoft-edge")["profiles"][1]["key"], "Profile 1");
    assert_eq!(browser("microsoft-edge")["profiles"][1]["name"], "Contoso admin");
    assert_eq!(browser("firefox")["profiles"][0]["containers"][0], "Contoso & Co");
    assert_eq!(browser("portico-test-browser")["private"], false);
    assert_eq!(json["problems"].as_array().unwrap().len(), 2);
}

#[test]
fn the_most_specific_choice_decides_where_a_customer_opens() {
    let desktop = chosen(&[
        &["--portal", "entra", "--browser", "firefox", "--private"],
        &["--group", "healthcare", "--browser", "edge", "--profile", "Public sector"],
        &["--cloud", "gcc-high", "--browser", "Firefox", "--profile", "default-release"],
        &["--tenant", "contoso.com", "--browser", "edge", "--profile", "contoso ADMIN"],
    ]);
    let sandbox = &desktop.sandbox;
    let said = session(
        sandbox,
        &[
            &["open", "ctso"],
            &["open", "fabrikam", "-p", "azure"],
            &["settings", "browser", "--tenant", CONTOSO, "--forget"],
            &["open", "ctso", "-p", "entra"],
            &["settings", "browser", "--group", "HEALTHCARE", "--forget"],
            &["open", "ctso", "-p", "entra"],
            &["open", "ctso"],
            &["settings", "browser", "--cloud", "gcc-high", "--default"],
            &["settings", "browser"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico open ctso
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public) in Microsoft Edge · Contoso admin
    --- exit 0
    $ portico open fabrikam -p azure
    Opening Azure portal for Fabrikam (gcc-high) in Firefox · default-release
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    $ portico settings browser --tenant 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --forget
    Nothing is chosen for Contoso Pharmaceuticals (contoso.com, public) any more.
    --- exit 0
    $ portico open ctso -p entra
    Opening Microsoft Entra for Contoso Pharmaceuticals (contoso.com, public) in Microsoft Edge · Public sector
    --- exit 0
    $ portico settings browser --group HEALTHCARE --forget
    Nothing is chosen for the group "HEALTHCARE" any more.
    --- exit 0
    $ portico open ctso -p entra
    Opening Microsoft Entra for Contoso Pharmaceuticals (contoso.com, public) in Firefox, private window
    --- exit 0
    $ portico open ctso
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public)
    --- exit 0
    $ portico settings browser --cloud gcc-high --default
    From now on the cloud gcc-high opens in the default browser.
    --- exit 0
    $ portico settings browser
    FOR                 OPENS IN
    the portal entra    Firefox, private window
    the cloud gcc-high  the default browser
    --- exit 0
    "#);
    let entra = "https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/#home";
    assert_eq!(sandbox.wait_calls(EDGE, 2), [with_profile("Profile 1", DEFENDER), with_profile("Profile 2", entra)]);
    let azure = format!("https://portal.azure.us/{FABRIKAM}/");
    let firefox = sandbox.wait_calls("firefox", 2);
    assert_eq!(firefox[0], ["--profile", "$SANDBOX/home/.mozilla/firefox/a.default-release", &azure]);
    assert_eq!(firefox[1], ["-private-window", entra]);
    assert_eq!(sandbox.wait_opened(1), [DEFENDER], "without a choice it is the default browser");
}

#[test]
fn for_one_time_another_browser_is_named() {
    let desktop = chosen(&[&["--tenant", "contoso.com", "--browser", "edge", "--profile", "key:Profile 1"]]);
    let sandbox = &desktop.sandbox;
    let open = |rest: &[&str]| sandbox.portico([&["open", "ctso"][..], rest].concat());
    open(&["--browser", "default"]).done();
    assert_eq!(sandbox.wait_opened(1), [DEFENDER]);
    let said = open(&["--browser", "microsoft-edge", "--profile", "Public Sector", "--private"]).done().stdout;
    assert!(said.ends_with(" in Microsoft Edge · Public sector, private window\n"), "{said}");
    let call = &sandbox.wait_calls(EDGE, 1)[0];
    assert_eq!(call[..2], ["--profile-directory=Profile 2", "--inprivate"]);
    open(&["--browser", "Test browser"]).done();
    assert_eq!(sandbox.wait_opened(2), [DEFENDER, DEFENDER]);
    // What only prints looks at no browser.
    assert_eq!(open(&["--print", "--browser", "nowhere"]).done().stdout, format!("{DEFENDER}\n"));
}

#[test]
fn what_is_not_there_or_could_be_either_starts_nothing() {
    let sandbox = machine();
    let said: String = [
        &["--browser", "opera"][..],
        &["--browser", "edge", "--profile", "Contoso"],
        &["--browser", "edge", "--profile", "Profile 1"],
        &["--browser", "Test browser", "--profile", "x"],
        &["--browser", "default", "--private"],
        &["--browser", "edge", "--profile", "key:../../x"],
    ]
    .iter()
    .map(|rest| {
        let output = refused(&sandbox, &[&["open", "ctso"][..], rest].concat());
        format!("$ {}\n{}\n", rest.join(" "), output.transcript())
    })
    .collect();
    insta::assert_snapshot!(said, @r#"
    $ --browser opera
    --- stderr
    error: no browser here is named "opera"
    hint: browsers: firefox, microsoft-edge, portico-test-browser
    --- exit 6
    $ --browser edge --profile Contoso
    --- stderr
    error: Microsoft Edge has no such profile: "Contoso"
    hint: run `portico browsers` to see all profiles
    --- exit 6
    $ --browser edge --profile Profile 1
    --- stderr
    error: 2 profiles of Microsoft Edge go by "Profile 1"
      key:Default  Profile 1
      key:Profile 1  Contoso admin
    hint: say which one by its account, or by `key:` and its key
    --- exit 4
    $ --browser Test browser --profile x
    --- stderr
    error: Test browser cannot be asked for a profile
    --- exit 6
    $ --browser default --private
    --- stderr
    error: the default browser can be asked for nothing but the page
    hint: name the browser: `portico browsers` shows all
    --- exit 2
    $ --browser edge --profile key:../../x
    --- stderr
    error: Microsoft Edge has no such profile: "key:../../x"
    hint: run `portico browsers` to see all profiles
    --- exit 6
    "#);
    for rest in [
        &["--tenant", "nobody", "--browser", "edge"][..],
        &["--tenant", "ctso", "--browser", "opera"],
        &["--tenant", "ctso", "--browser", "edge", "--profile", "Profile 9"],
        &["--tenant", "ctso", "--browser", "edge", "--profile", "key:Profile 1", "--container", "Contoso & Co"],
        &["--tenant", "ctso", "--browser", "firefox", "--profile", "default-release", "--container", "Other"],
        &["--portal", "nothing", "--default"],
    ] {
        refused(&sandbox, &[&["settings", "browser"][..], rest].concat());
    }
    assert!(!sandbox.path().join("config/portico/settings.json").exists(), "what cannot be followed is not saved");
    assert_eq!((sandbox.calls(EDGE), sandbox.calls("firefox")), (Vec::new(), Vec::new()));
}

#[test]
fn a_profile_that_is_gone_refuses_and_the_doctor_knows() {
    let desktop = chosen(&[&["--tenant", "contoso.com", "--browser", "edge", "--profile", "Contoso admin"]]);
    let sandbox = &desktop.sandbox;
    let profile = sandbox.path().join("config/microsoft-edge/Profile 1");
    let nothing_started = |output: &portico_tests::Output| {
        assert_eq!(output.code, Some(6), "{output:?}");
        assert_eq!((sandbox.calls(EDGE), sandbox.opened()), (Vec::new(), Vec::new()));
    };
    // Chromium would make the folder anew, with nobody signed in.
    fs::remove_dir(&profile).unwrap();
    let output = sandbox.portico(["open", "ctso"]);
    nothing_started(&output);
    insta::assert_snapshot!(output.transcript(), @r#"
    --- stderr
    error: Microsoft Edge has no such profile: "Profile 1": nothing was opened
    hint: `portico browsers` shows what is there; `portico settings browser` shows what was chosen, and chooses another
    hint: for one time, `--browser NAME` opens it in another one, `--browser default` in the default browser
    --- exit 6
    "#);
    let told = wrong(sandbox);
    assert!(
        told.contains(
            "Contoso Pharmaceuticals (contoso.com, public) does not open: Microsoft Edge has no such profile"
        ),
        "{told}"
    );

    fs::create_dir(&profile).unwrap();
    fs::write(sandbox.path().join("config/microsoft-edge/Local State"), "{").unwrap();
    let output = sandbox.portico(["open", "ctso"]);
    nothing_started(&output);
    assert!(output.stderr.contains("it is not what the browser writes"), "{output:?}");

    fs::remove_file(sandbox.path().join("data/applications/microsoft-edge.desktop")).unwrap();
    let output = sandbox.portico(["open", "ctso", "--source", "launcher"]);
    nothing_started(&output);
    assert!(output.stderr.contains("this browser is not there: \"microsoft-edge\": nothing was opened"), "{output:?}");
    // Another customer is not in the way of it.
    sandbox.portico(["open", "fabrikam", "-p", "azure"]).done();
    sandbox.wait_opened(1);
}

#[test]
fn a_rule_that_makes_no_sense_opens_nothing_it_may_be_about() {
    let desktop = chosen(&[]);
    let sandbox = &desktop.sandbox;
    sandbox.write_settings(r#"{"browsers": [{"group": "Healthcare", "browser": 5}]}"#);
    let output = refused(sandbox, &["open", "ctso"]);
    assert!(output.stderr.contains("browsers[0]: browser: invalid type: integer `5`"), "{output:?}");
    assert!(wrong(sandbox).contains("browsers[0]: browser: "), "the doctor says where it stands");
    sandbox.write_settings(r#"{"browsers": [{"tag": "tier1", "browser": "microsoft-edge"}]}"#);
    for customer in ["ctso", "fabrikam"] {
        let output = refused(sandbox, &["open", customer]);
        assert!(output.stderr.contains("browsers[0]: it has to name one tenant, group, cloud or portal"), "{output:?}");
    }
    sandbox.portico(["settings", "browser", "--tenant", "ctso", "--default"]).done();
    sandbox.portico(["open", "ctso"]).done();
    assert_eq!(sandbox.wait_opened(1), [DEFENDER], "a rule of its own is clear");
}

#[test]
fn a_registry_never_decides_on_a_browser() {
    let desktop = chosen(&[]);
    let sandbox = &desktop.sandbox;
    let extra = r#""browsers": [{"cloud": "public", "browser": "microsoft-edge"}], "tenants": ["#;
    let tenant = r#"{ "browser": "microsoft-edge", "profile": "Profile 1", "name": "Contoso Pharmaceuticals""#;
    let text = CUSTOMERS.replace("\"tenants\": [", extra).replace("{ \"name\": \"Contoso Pharmaceuticals\"", tenant);
    assert!(text.contains(extra) && text.contains(tenant));
    sandbox.write_registry(&text);
    sandbox.portico(["open", "ctso"]).done();
    assert_eq!((sandbox.wait_opened(1), sandbox.calls(EDGE)), (vec![DEFENDER.to_owned()], Vec::new()));
}

#[test]
fn names_of_browsers_and_profiles_drive_no_terminal_and_become_no_argument() {
    let desktop = Desktop::bare(machine());
    let sandbox = &desktop.sandbox;
    let hostile = "--incognito \u{202e}\u{1b}[31m$(touch pwned)\"";
    sandbox
        .write_local_state("microsoft-edge", &[("Default", hostile), ("--load-extension=x", "flag"), ("../up", "up")]);
    sandbox.install_browser("chromium", "Chro\u{202e}mium", "chromium");
    for command in [&["browsers"][..], &["browsers", "--json"], &["settings", "browser"]] {
        let output = sandbox.portico(command).done();
        let text = output.stdout.clone() + &output.stderr;
        assert!(!text.chars().any(|char| char != '\n' && (char.is_control() || char == '\u{202e}')), "{text:?}");
    }
    let listed = sandbox.portico(["browsers"]).done().stdout;
    assert!(!listed.contains("load-extension") && !listed.contains("../up"), "no plain folder names: {listed}");
    let profile = format!("--profile={hostile}");
    sandbox.portico(["settings", "browser", "--tenant", "ctso", "--browser", "edge", &profile]).done();
    sandbox.portico(["open", "ctso"]).done();
    assert_eq!(sandbox.wait_calls(EDGE, 1), [with_profile("Default", DEFENDER)]);
}

#[test]
fn a_container_opens_by_its_add_on() {
    let desktop = chosen(&[&[
        "--tenant",
        "ctso",
        "--browser",
        "firefox",
        "--profile",
        "default-release",
        "--container",
        "Contoso & Co",
    ]]);
    let said = desktop.sandbox.portico(["open", "ctso"]).done().stdout;
    assert!(said.ends_with(" in Firefox · default-release · Contoso & Co\n"), "{said}");
    let call = &desktop.sandbox.wait_calls("firefox", 1)[0];
    let link = "ext+container:name=Contoso%20%26%20Co&url=https%3A%2F%2Fsecurity%2Emicrosoft%2Ecom%2F%3Ftid%3D";
    assert!(call[2].starts_with(link), "{call:?}");
}

#[test]
fn a_browser_that_is_just_starting_is_waited_for() {
    let desktop = Desktop::bare(machine());
    let sandbox = &desktop.sandbox;
    sandbox.install_slow_chromium();
    sandbox.write_local_state("chromium", &[("Default", "Contoso admin")]);
    let open = |customer: &str| {
        sandbox.portico(["open", customer, "--browser", "chromium", "--profile", "Contoso admin"]).done();
    };
    thread::scope(|scope| {
        scope.spawn(|| open("ctso"));
        open("fabrikam");
    });
    assert_eq!(sandbox.wait_roles(2), ["first", "later"]);
}

#[test]
fn a_browser_that_cannot_start_is_told_with_the_address() {
    let desktop = Desktop::bare(machine());
    let sandbox = &desktop.sandbox;
    sandbox.install_browser_running("brave-browser", "Brave", "brave-browser", "exit 7");
    let output = sandbox.portico(["open", "ctso", "--browser", "brave"]);
    insta::assert_snapshot!(output.transcript(), @"
    Opening Microsoft Defender for Contoso Pharmaceuticals (contoso.com, public) in Brave
    --- stderr
    error: Brave could not be started: it ended at once (exit status: 7)
    hint: the address is https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 6
    ");
    let entry = sandbox.path().join("browsers/brave-browser");
    fs::write(&entry, "not a program").unwrap();
    let output = sandbox.portico(["open", "ctso", "--browser", "brave"]);
    assert_eq!(output.code, Some(6), "{output:?}");
    let history = sandbox.portico(["history", "--json"]).done().json();
    assert_eq!(history["entries"][0]["result"], "failed");
}

#[test]
fn a_browser_gets_nothing_that_was_meant_for_an_appimage_alone() {
    let mut sandbox = machine();
    let seen = sandbox.path().join("environment");
    sandbox.install_browser_running(
        "chromium",
        "Chromium",
        "chromium",
        &format!("env > {0}.new; mv {0}.new {0}", seen.display()),
    );
    sandbox.set("APPDIR", "/tmp/.mount_portico").set("LD_LIBRARY_PATH", "/tmp/.mount_portico/usr/lib");
    sandbox.set("GTK_PATH", "/tmp/.mount_portico/gtk").set("PATH", "/tmp/.mount_portico/usr/bin:/usr/bin:/bin");
    let desktop = Desktop::bare(sandbox);
    desktop.sandbox.portico(["open", "ctso", "--browser", "chromium"]).done();
    let text = portico_tests::wait_until("the environment", portico_tests::SOON, || fs::read_to_string(&seen));
    assert!(text.contains("\nPATH=/usr/bin:/bin\n") || text.starts_with("PATH=/usr/bin:/bin\n"), "{text}");
    assert!(!text.contains(".mount_portico") && text.contains("DISPLAY="), "{text}");
}

#[test]
fn among_two_thousand_profiles_the_one_is_found() {
    let desktop = Desktop::bare(machine());
    let sandbox = &desktop.sandbox;
    let names: Vec<_> = (0..2_000).map(|at| (format!("Profile {at}"), format!("Customer {at:04}"))).collect();
    let profiles: Vec<_> = names.iter().map(|(key, name)| (key.as_str(), name.as_str())).collect();
    sandbox.write_local_state("microsoft-edge", &profiles);
    assert!(sandbox.portico(["browsers"]).done().stdout.lines().count() > 2_000);
    sandbox.portico(["open", "ctso", "--browser", "edge", "--profile", "customer 1234"]).done();
    assert_eq!(sandbox.wait_calls(EDGE, 1), [with_profile("Profile 1234", DEFENDER)]);
}
