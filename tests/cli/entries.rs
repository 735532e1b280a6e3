//! Desktop entries: one for each chosen customer, always as the registry has it, and nothing else touched.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use portico_tests::{Desktop, Sandbox};
use serde_json::json;

use crate::doctor::wrong;
use crate::{CONTOSO, FABRIKAM, customers, id, program, session, with_registry};

const OWN: &str = "io.portico.Portico.desktop";

fn folder(sandbox: &Sandbox) -> PathBuf {
    let folder = sandbox.path().join("data/applications");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Returns all entries of customers by tenant ID.
fn entries(sandbox: &Sandbox) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder(sandbox)).unwrap().map(|file| file.unwrap().path());
    let ours = files.filter_map(|path| {
        let name = path.file_name()?.to_str()?.strip_prefix("io.portico.Portico.tenant-")?.to_owned();
        let name = name.trim_end_matches(".desktop");
        Some((name[name.len() - 36..].to_owned(), fs::read_to_string(&path).unwrap()))
    });
    ours.collect()
}

fn names(sandbox: &Sandbox) -> Vec<String> {
    entries(sandbox).values().map(|text| value(text, "Name").to_owned()).collect()
}

fn value<'a>(text: &'a str, key: &str) -> &'a str {
    text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('=')).unwrap()
}

#[test]
fn what_is_chosen_is_told_and_kept() {
    let sandbox = customers();
    let said = session(
        &sandbox,
        &[
            &["integrate", "desktop"],
            &["integrate", "desktop", "--favorites"],
            &["integrate", "desktop", "--group", "HEALTHCARE"],
            &["integrate", "desktop", "--all"],
            &["integrate", "desktop"],
            &["integrate", "desktop", "--off"],
            &["integrate", "desktop", "--group", "none"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico integrate desktop
    Chosen:   none
    Entries:  0
    --- exit 0
    $ portico integrate desktop --favorites
    The launcher has an entry for 1 customer (favorites).
    --- exit 0
    $ portico integrate desktop --group HEALTHCARE
    The launcher has an entry for 1 customer (group "HEALTHCARE").
    --- exit 0
    $ portico integrate desktop --all
    The launcher has an entry for 2 customers (all).
    --- exit 0
    $ portico integrate desktop
    Chosen:   all
    Entries:  2
    --- exit 0
    $ portico integrate desktop --off
    The launcher has no entries for customers.
    --- exit 0
    $ portico integrate desktop --group none
    The launcher has an entry for 0 customers (group "none").
    --- stderr
    note: no customer is in this group now
    --- exit 0
    "#);
}

#[test]
fn entries_follow_every_change() {
    let sandbox = customers();
    let does = |arguments: &[&str]| {
        let done = sandbox.portico(arguments).done();
        assert!(!done.stderr.contains("warning"), "{}", done.stderr);
    };
    does(&["integrate", "desktop", "--all"]);
    assert_eq!(names(&sandbox), ["Fabrikam", "Contoso Pharmaceuticals"]);
    does(&["edit", "contoso.com", "--name", "Contoso"]);
    does(&["add", "Tailspin", &id(1)]);
    assert_eq!(names(&sandbox), ["Fabrikam", "Tailspin", "Contoso"]);
    does(&["remove", "tailspin", "--yes"]);
    does(&["edit", "fabrikam", "--tenant-id", &id(2)]);
    assert_eq!(entries(&sandbox).into_keys().collect::<Vec<_>>(), [id(2), CONTOSO.to_owned()]);
    does(&["restore"]);
    assert!(entries(&sandbox).contains_key(FABRIKAM));
    does(&["integrate", "desktop", "--favorites"]);
    assert_eq!(names(&sandbox), ["Contoso"]);
    does(&["edit", "contoso.com", "--no-favorite"]);
    assert_eq!(names(&sandbox), [""; 0]);
    does(&["integrate", "desktop", "--off"]);
    does(&["edit", "contoso.com", "--favorite"]);
    assert_eq!(names(&sandbox), [""; 0], "off is off");
}

#[test]
fn what_is_as_it_should_be_is_not_written_again() {
    let sandbox = customers();
    sandbox.portico(["integrate", "desktop", "--all"]).done();
    let times = || {
        let files = fs::read_dir(folder(&sandbox)).unwrap().map(|file| file.unwrap());
        files.map(|file| (file.path(), file.metadata().unwrap().modified().unwrap())).collect::<BTreeMap<_, _>>()
    };
    let before = times();
    sandbox.portico(["edit", "fabrikam", "--notes", "called"]).done();
    assert_eq!(times(), before);
}

#[test]
fn files_of_others_are_left_alone() {
    let sandbox = customers();
    let at = |name: &str| folder(&sandbox).join(name);
    let foreign = "[Desktop Entry]\nName=Mine\n";
    let ours = format!("io.portico.Portico.tenant-public-{CONTOSO}.desktop");
    let linked = format!("io.portico.Portico.tenant-gcc-high-{FABRIKAM}.desktop");
    let target = sandbox.path().join("home/target.desktop");
    fs::write(&target, "[Desktop Entry]\nX-Portico-Managed=1\n").unwrap();
    for name in [ours.as_str(), "io.portico.Portico.tenant-mine.desktop", OWN] {
        fs::write(at(name), foreign).unwrap();
    }
    fs::write(at("marked.desktop"), "[Desktop Entry]\nX-Portico-Managed=1\n").unwrap();
    symlink(&target, at(&linked)).unwrap();
    let said = sandbox.portico(["integrate", "desktop", "--all"]).done();
    assert_eq!(said.stderr.matches("is not Portico's").count(), 2, "{}", said.stderr);
    sandbox.portico(["integrate", "desktop", "--off"]).done();
    for name in [ours.as_str(), "io.portico.Portico.tenant-mine.desktop", OWN] {
        assert_eq!(fs::read_to_string(at(name)).unwrap(), foreign, "{name}");
    }
    assert!(at("marked.desktop").exists() && at(&linked).is_symlink() && target.exists());
}

#[test]
fn the_systems_own_entry_gains_the_favorites_through_a_copy_that_goes_again() {
    let mut sandbox = customers();
    let system = sandbox.path().join("system/applications");
    fs::create_dir_all(&system).unwrap();
    sandbox.set("XDG_DATA_DIRS", format!("{}:/usr/share", system.parent().unwrap().display()));
    let entry = include_str!("../../src-tauri/linux/io.portico.Portico.desktop");
    fs::write(system.join(OWN), entry).unwrap();
    sandbox.portico(["integrate", "desktop", "--favorites"]).done();
    let own = folder(&sandbox).join(OWN);
    let copy = fs::read_to_string(&own).unwrap();
    assert_eq!(value(&copy, "Actions"), format!("Search;Tenant-public-{CONTOSO};"));
    assert!(copy.contains("[Desktop Action Search]"), "{copy}");
    validate(&sandbox);
    // The system has a newer one after an upgrade.
    fs::write(system.join(OWN), entry.replace("Name=Portico", "Name=Portico 2")).unwrap();
    sandbox.portico(["edit", "fabrikam", "--favorite"]).done();
    let copy = fs::read_to_string(&own).unwrap();
    assert_eq!(value(&copy, "Name"), "Portico 2");
    assert_eq!(value(&copy, "Actions"), format!("Search;Tenant-public-{CONTOSO};Tenant-gcc-high-{FABRIKAM};"));
    sandbox.portico(["integrate", "desktop", "--off"]).done();
    assert!(!own.exists());
}

#[test]
fn an_own_entry_that_was_installed_for_this_person_is_changed_in_place_and_restored() {
    let sandbox = customers();
    let own = folder(&sandbox).join(OWN);
    let entry = include_str!("../../src-tauri/linux/io.portico.Portico.desktop");
    let entry = entry.replace("Terminal=false", "Terminal=false\nX-Portico-Managed=1");
    fs::write(&own, &entry).unwrap();
    sandbox.portico(["integrate", "desktop", "--all"]).done();
    assert!(fs::read_to_string(&own).unwrap().contains("Name=Contoso Pharmaceuticals"));
    validate(&sandbox);
    sandbox.portico(["integrate", "desktop", "--off"]).done();
    assert_eq!(fs::read_to_string(&own).unwrap(), entry);
}

/// Runs the desktop's own check over all entries; anything said fails.
#[track_caller]
fn validate(sandbox: &Sandbox) {
    let files = fs::read_dir(folder(sandbox)).unwrap().map(|file| file.unwrap().path());
    let checked = sandbox.run(sandbox.command("desktop-file-validate").args(files), None);
    assert_eq!((checked.stdout, checked.stderr, checked.code), (String::new(), String::new(), Some(0)));
}

/// Returns 300 names that would break a file which takes them as they are.
fn hostile_names() -> Vec<String> {
    let parts = [
        "\n[Desktop Action x]\nExec=evil",
        "\0",
        "\u{1f}",
        "&<>",
        ";",
        "%",
        "%u",
        "%%",
        "\"",
        "'",
        "\\",
        "\\n",
        "$(id)",
        "`id`",
        "\u{202e}",
        "🇸🇪 👩\u{200d}💻",
        "å",
        "\t",
        " ",
        "--",
        "=",
        "#",
        "[x]",
        "\r",
        "\u{85}",
        "\u{2028}",
        "~",
        "!",
        "*?",
        "{}",
    ];
    let pairs = parts.iter().flat_map(|one| (0..10).map(move |at| (one, at)));
    let names = pairs.enumerate().map(|(number, (one, at))| match at {
        0 => (*one).to_owned() + "x",
        1 => format!("{}{one}", "n".repeat(200 - one.chars().count())),
        _ => format!("{one}{}{number}{one}", parts[(number * 7 + at) % parts.len()]),
    });
    names.collect()
}

#[test]
fn entries_of_hostile_names_are_valid_and_open_their_customer() {
    let names = hostile_names();
    assert_eq!(names.len(), 300);
    let tenants = names.iter().zip(0..).map(|(name, number)| {
        json!({ "name": name, "tenant_id": id(number), "aliases": [format!("{name}a{number}")], "group": name, "favorite": true })
    });
    let sandbox = with_registry(&json!({ "schema": 1, "tenants": tenants.collect::<Vec<_>>() }).to_string());
    let desktop = Desktop::bare(sandbox);
    let sandbox = &desktop.sandbox;
    fs::write(
        folder(sandbox).join(OWN),
        include_str!("../../src-tauri/linux/io.portico.Portico.desktop")
            .replace("Terminal=false", "X-Portico-Managed=1"),
    )
    .unwrap();
    sandbox.portico(["integrate", "desktop", "--all"]).done();
    assert_eq!(entries(sandbox).len(), 300);
    validate(sandbox);
    for number in (0..300).step_by(10) {
        let path = folder(sandbox).join(format!("io.portico.Portico.tenant-public-{}.desktop", id(number)));
        let before = sandbox.opened().len();
        let mut launch = sandbox.command("sh");
        sandbox.run(launch.args(["-c", "exec gio launch \"$0\" >/dev/null 2>&1"]).arg(&path), None).done();
        let opened = sandbox.wait_opened(before + 1);
        assert!(opened[before].ends_with(&id(number)), "{:?} opened {}", names[number as usize], opened[before]);
    }
}

#[test]
fn an_entry_that_is_out_of_date_opens_nothing_and_says_why() {
    let desktop = Desktop::bare(customers());
    let notified = desktop.receive_notifications();
    let sandbox = &desktop.sandbox;
    sandbox.portico(["integrate", "desktop", "--favorites"]).done();
    let old = entries(sandbox)[CONTOSO].clone();
    sandbox.portico(["edit", "contoso.com", "--name", "Tailspin"]).done();
    let stale = sandbox.path().join("home/stale.desktop");
    fs::write(&stale, old).unwrap();
    let mut launch = sandbox.command("sh");
    sandbox.run(launch.args(["-c", "exec gio launch \"$0\" >/dev/null 2>&1"]).arg(&stale), None).done();
    let told = notified.recv_timeout(portico_tests::SOON).unwrap();
    assert!(told.body.contains("Tailspin") && told.body.contains("Contoso Pharmaceuticals"), "{told:?}");
    assert_eq!(sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_save_succeeds_whatever_becomes_of_the_entries_and_the_doctor_tells() {
    let sandbox = customers();
    sandbox.portico(["integrate", "desktop", "--all"]).done();
    assert_eq!(wrong(&sandbox), "");
    let file = folder(&sandbox).join(format!("io.portico.Portico.tenant-public-{CONTOSO}.desktop"));
    let kept = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{kept}\n# X")).unwrap();
    assert!(wrong(&sandbox).contains("entries that are not up to date: 1"), "{}", wrong(&sandbox));
    // A file in the place of the folder.
    fs::remove_dir_all(folder(&sandbox)).unwrap();
    fs::write(sandbox.path().join("data/applications"), "").unwrap();
    let saved = sandbox.portico(["add", "Tailspin", &id(1)]).done();
    assert!(saved.stderr.contains("warning: the entries in the launcher are not up to date"), "{}", saved.stderr);
    assert!(sandbox.registry().contains("Tailspin"));
}

#[test]
fn nothing_is_left_outside_of_a_chosen_home() {
    let mut sandbox = customers();
    sandbox.set("PORTICO_HOME", sandbox.path().join("portable"));
    insta::assert_snapshot!(session(&sandbox, &[&["integrate", "desktop", "--all"], &["integrate", "login"]]), @"
    $ portico integrate desktop --all
    --- stderr
    error: Portico cannot put entries into the launcher here
    hint: PORTICO_HOME is set, and Portico leaves nothing outside that folder
    --- exit 1
    $ portico integrate login
    --- stderr
    error: starting at login cannot be set from here
    hint: PORTICO_HOME is set, and Portico leaves nothing outside that folder
    --- exit 1
    ");
    assert!(entries(&sandbox).is_empty());
}

#[test]
fn starting_at_login_is_switched_on_and_off() {
    let sandbox = customers();
    let file = sandbox.path().join("config/autostart/io.portico.Portico.desktop");
    sandbox.portico(["integrate", "login"]).done();
    let tray = program().with_file_name("portico-tray");
    assert_eq!(value(&fs::read_to_string(&file).unwrap(), "Exec"), format!("\"{}\" --background", tray.display()));
    sandbox.portico(["integrate", "login", "--off"]).done();
    assert!(!file.exists());
}
