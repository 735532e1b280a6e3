use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::browser::{Family, Folders};

struct Machine {
    home: tempfile::TempDir,
}

impl Machine {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn places(&self) -> BrowserPlaces {
        let home = self.home.path().to_owned();
        let config = home.join(".config");
        BrowserPlaces {
            applications: vec![home.join("own"), home.join("system")],
            path: vec![home.join("bin")],
            folders: Folders { platform: Platform::Linux, local: config.clone(), config, home },
        }
    }

    fn write(&self, path: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, contents).unwrap();
        path
    }

    fn folder(&self, path: &str) {
        fs::create_dir_all(self.home.path().join(path)).unwrap();
    }

    fn entry(&self, path: &str, name: &str, exec: &str) {
        let text = format!(
            "[Desktop Entry]\nType=Application\nName={name}\nExec={exec} %u\nMimeType=x-scheme-handler/https;\n"
        );
        self.write(path, text);
    }

    fn program(&self, name: &str) {
        let path = self.write(&format!("bin/{name}"), "");
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn found(&self) -> Vec<String> {
        let Found { browsers, problems } = browsers(&self.places());
        let shown = |browser: &Browser| {
            let profiles: Vec<_> = browser
                .profiles
                .iter()
                .map(|profile| {
                    [&[profile.key.clone(), profile.name.clone()][..], &profile.containers[..]].concat().join("/")
                })
                .collect();
            format!("{} {} [{}]", browser.id, browser.name, profiles.join(", "))
        };
        let home = self.home.path().to_string_lossy().into_owned();
        browsers
            .iter()
            .map(shown)
            .chain(problems.iter().map(|problem| format!("! {problem}").replace(&home, "~")))
            .collect()
    }
}

#[test]
fn the_first_entry_of_an_id_counts_also_one_that_hides_the_others() {
    let machine = Machine::new();
    for name in ["a", "b", "c"] {
        machine.program(name);
    }
    machine.entry("system/one.desktop", "One", "a");
    machine.entry("own/one.desktop", "My One", "b");
    machine.entry("system/two.desktop", "Two", "a");
    machine.write("own/two.desktop", "[Desktop Entry]\nHidden=true\n");
    machine.entry("system/kde/three.desktop", "Three", "c");
    machine.entry("system/gone.desktop", "Gone\u{202e}", "missing");
    machine.entry("system/gone2.desktop", "Gone too", "/nowhere/x");
    machine.write("system/README", "x");
    assert_eq!(
        machine.found(),
        [
            "one My One []",
            "kde-three Three []",
            "! Gone\\u{202e}: its program is not there: missing",
            "! Gone too: its program is not there: /nowhere/x"
        ]
    );
    let by_id = |id: &str| browser(&machine.places(), id).map(|browser| browser.name);
    assert_eq!(by_id("one").as_deref(), Some("My One"));
    assert_eq!(by_id("kde-three").as_deref(), Some("Three"));
    for id in ["two", "gone", "kde/three", "../own/one", "", "\0"] {
        assert_eq!(by_id(id), None, "{id:?}");
    }
}

#[test]
fn a_chromium_profile_is_one_whose_folder_is_there() {
    let machine = Machine::new();
    machine.program("chromium");
    machine.entry("own/chromium.desktop", "Chromium", "chromium");
    assert_eq!(machine.found(), ["chromium Chromium []"], "never started yet");
    let state = |text: &str| machine.write(".config/chromium/Local State", text);
    state(
        r#"{"profile": {"info_cache": {"Default": {"name": "Work"}, "Profile 1": {"name": "Contoso"}, "Profile 2": {"name": "gone"}}}}"#,
    );
    machine.folder(".config/chromium/Default");
    machine.folder(".config/chromium/Profile 1");
    machine.write(".config/chromium/Profile 2", "no folder");
    assert_eq!(machine.found(), ["chromium Chromium [Default/Work, Profile 1/Contoso]"]);

    state(r#"{"profile": {"info_cache": {"Default": {"na"#);
    let broken =
        "! Chromium: its profiles cannot be read: ~/.config/chromium/Local State: it is not what the browser writes";
    assert_eq!(machine.found(), ["chromium Chromium []", broken]);
    let chromium = browser(&machine.places(), "chromium").unwrap();
    assert!(chromium.family == Family::Chromium && chromium.problem.is_some());
    fs::remove_file(machine.home.path().join(".config/chromium/Local State")).unwrap();
    machine.folder(".config/chromium/Local State");
    assert!(machine.found()[1].ends_with("it is no file"));
}

#[test]
fn two_thousand_profiles_are_read() {
    let machine = Machine::new();
    machine.program("chromium");
    machine.entry("own/chromium.desktop", "Chromium", "chromium");
    let entries: Vec<_> = (0..2_000).map(|at| format!(r#""Profile {at}": {{"name": "Customer {at}"}}"#)).collect();
    machine.write(
        ".config/chromium/Local State",
        format!(r#"{{"profile": {{"info_cache": {{{}}}}}}}"#, entries.join(",")),
    );
    for at in 0..2_000 {
        machine.folder(&format!(".config/chromium/Profile {at}"));
    }
    assert_eq!(browser(&machine.places(), "chromium").unwrap().profiles.len(), 2_000);
}

#[test]
fn firefox_has_the_profiles_of_its_lists_and_groups() {
    let machine = Machine::new();
    machine.program("firefox");
    machine.entry("own/firefox.desktop", "Firefox", "firefox");
    machine.write(
        ".mozilla/firefox/profiles.ini",
        "[Profile0]\nName=default-release\nIsRelative=1\nPath=a.default\nStoreID=0a0b0c0d\n\n[Profile1]\nName=old\nPath=gone\n",
    );
    machine.write(".config/mozilla/firefox/profiles.ini", "[Profile0]\nName=new\nIsRelative=1\nPath=n.default\n");
    for folder in [".mozilla/firefox/a.default", ".mozilla/firefox/b.contoso", ".config/mozilla/firefox/n.default"] {
        machine.folder(folder);
    }
    assert_eq!(machine.found(), ["firefox Firefox [a.default/default-release, n.default/new]"], "no data base yet");

    let file = machine.home.path().join(".mozilla/firefox/Profile Groups/0a0b0c0d.sqlite");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let data_base = rusqlite::Connection::open(&file).unwrap();
    data_base
        .execute_batch(
            "PRAGMA journal_mode = WAL; CREATE TABLE Profiles (id INTEGER PRIMARY KEY, path TEXT, name TEXT, avatar TEXT);
             INSERT INTO Profiles VALUES (1, 'a.default', 'Original', ''), (2, 'b.contoso', 'Contoso', ''), (3, '../x', 'no', '');",
        )
        .unwrap();
    let expected = ["firefox Firefox [a.default/Original, b.contoso/Contoso, n.default/new]"];
    assert_eq!(machine.found(), expected, "while Firefox runs");
    drop(data_base);
    assert_eq!(machine.found(), expected, "when it has ended");
    let beside: Vec<_> =
        fs::read_dir(file.parent().unwrap()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(beside, ["0a0b0c0d.sqlite"], "reading leaves nothing behind");

    fs::write(&file, "not a data base, but long enough to be looked at as one").unwrap();
    assert_eq!(
        machine.found(),
        [
            "firefox Firefox [a.default/default-release, n.default/new]",
            "! Firefox: not all of its profiles can be read: ~/.mozilla/firefox/Profile Groups/0a0b0c0d.sqlite: it is not what the browser writes"
        ]
    );
}

#[test]
fn containers_are_offered_where_an_add_on_opens_links_in_them() {
    let machine = Machine::new();
    machine.program("firefox");
    machine.entry("own/firefox.desktop", "Firefox", "firefox");
    machine.write(".mozilla/firefox/profiles.ini", "[Profile0]\nName=n\nIsRelative=1\nPath=p\n");
    machine.write(".mozilla/firefox/p/containers.json", r#"{"identities": [{"public": true, "name": "Contoso"}]}"#);
    assert_eq!(machine.found(), ["firefox Firefox [p/n]"]);
    let add_on = |active: bool| {
        let text = format!(r#"{{"addons": [{{"id": "openincontainer@browsers.software", "active": {active}}}]}}"#);
        machine.write(".mozilla/firefox/p/extensions.json", text);
    };
    add_on(false);
    assert_eq!(machine.found(), ["firefox Firefox [p/n]"]);
    add_on(true);
    assert_eq!(machine.found(), ["firefox Firefox [p/n/Contoso]"]);
}

#[test]
fn macos_has_the_applications_that_are_there() {
    let machine = Machine::new();
    machine.folder("Applications/Microsoft Edge.app");
    machine.folder("Support/Microsoft Edge/Profile 1");
    machine.write(
        "Support/Microsoft Edge/Local State",
        r#"{"profile": {"info_cache": {"Profile 1": {"name": "Contoso"}}}}"#,
    );
    let (home, config) = (machine.home.path().to_owned(), machine.home.path().join("Support"));
    let places = BrowserPlaces {
        applications: vec![home.join("Applications")],
        path: Vec::new(),
        folders: Folders { platform: Platform::Mac, home, local: config.clone(), config },
    };
    let found = browsers(&places);
    let edge = &found.browsers[0];
    assert_eq!(
        (found.browsers.len(), edge.id.as_str(), edge.profiles[0].name.as_str()),
        (1, "com.microsoft.edgemac", "Contoso")
    );
}
