//! The sandbox's default browser, installed the way a desktop knows browsers: a desktop entry and `mimeapps.list`.
//!
//! Nothing of Portico is replaced: the real `xdg-open` and `gio open` find what is installed here. `xdg-open` 1.1.3 needs a
//! `DISPLAY` for it (else it ends with 3) and `gio open` does not; both then run the entry's command.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use serde_json::Value;

use crate::binaries;
use crate::sandbox::Sandbox;

/// What the sandbox's person has as a default browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Writes down its arguments; see `src/bin/fake-browser.rs` for its protocol.
    Fake,
    /// Writes them down too, then ends with this code: `xdg-open` ends with 4, `gio open` with 0 all the same.
    Failing(u8),
    /// The launchers are there, but no program opens https links, neither by association nor by a well-known name.
    Missing,
    /// The real one; see [`crate::Chromium`].
    Chromium,
}

pub(crate) fn install(sandbox: &mut Sandbox, browser: Browser) {
    let log = sandbox.path().join(LOG);
    let fake = || binaries::ours("fake-browser").display().to_string();
    match browser {
        Browser::Fake => associate(sandbox, &format!("{} {} %u", fake(), log.display())),
        Browser::Failing(code) => associate(sandbox, &format!("{} --exit {code} {} %u", fake(), log.display())),
        Browser::Missing => take_away(sandbox),
        Browser::Chromium => {
            let start = crate::chromium::start(&sandbox.path().join("chromium"));
            let wrapper = sandbox.write_script("chromium.sh", &start);
            associate(sandbox, &format!("{} %u", wrapper.display()));
        }
    }
}

/// Returns the addresses in the fake browser's log. Each call of the browser has exactly one argument.
#[track_caller]
pub(crate) fn opened(sandbox: &Sandbox) -> Vec<String> {
    let log = fs::read_to_string(sandbox.path().join(LOG)).unwrap_or_default();
    log.lines()
        .map(|line| match serde_json::from_str(line) {
            Ok(Value::Array(arguments)) if arguments.len() == 1 => {
                arguments[0].as_str().expect("strings only").to_owned()
            }
            _ => panic!("the browser should be given one address, but was given {line}"),
        })
        .collect()
}

const LOG: &str = "opened.jsonl";
const ENTRY: &str = "portico-test-browser.desktop";

fn associate(sandbox: &Sandbox, command: &str) {
    let applications = sandbox.path().join("data/applications");
    fs::create_dir_all(&applications).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Test browser\nExec={command}\nMimeType=x-scheme-handler/https;x-scheme-handler/http;\n"
    );
    fs::write(applications.join(ENTRY), entry).unwrap();
    let defaults = format!("[Default Applications]\nx-scheme-handler/https={ENTRY}\nx-scheme-handler/http={ENTRY}\n");
    fs::write(sandbox.path().join("config/mimeapps.list"), defaults).unwrap();
}

/// Names that `xdg-open` tries when nothing is associated.
const BROWSERS: [&str; 19] = [
    "x-www-browser",
    "firefox",
    "firefox-esr",
    "iceweasel",
    "seamonkey",
    "mozilla",
    "epiphany",
    "epiphany-browser",
    "konqueror",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "www-browser",
    "sensible-browser",
    "links2",
    "elinks",
    "links",
    "lynx",
    "w3m",
];

/// A system without browsers: all of `/usr/bin` but them, all of `/usr/share` but its desktop entries.
fn take_away(sandbox: &mut Sandbox) {
    let (programs, share) = (sandbox.path().join("bin"), sandbox.path().join("share"));
    link_all(Path::new("/usr/bin"), &programs, &BROWSERS);
    link_all(Path::new("/usr/share"), &share, &["applications"]);
    sandbox.set("PATH", programs);
    sandbox.set("XDG_DATA_DIRS", share);
}

fn link_all(from: &Path, to: &Path, except: &[&str]) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let name = entry.unwrap().file_name();
        if !except.iter().any(|gone| name == *gone) {
            symlink(from.join(&name), to.join(&name)).unwrap();
        }
    }
}
