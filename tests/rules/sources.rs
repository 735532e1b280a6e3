//! Rules about sources: what may stand where.

use std::fs;

use crate::rule;
use crate::tokens::{Source, files, root, rust, text};

#[test]
fn one_module_of_the_core_looks_at_the_environment() {
    let forbidden = [
        "env::*",
        "env::var",
        "env::var_os",
        "env::vars",
        "env::vars_os",
        "env::home_dir",
        "env::current_dir",
        "env::current_exe",
        "env::temp_dir",
        "env::args",
        "env::args_os",
        "path::absolute",
    ];
    let sources = rust("src-tauri/core/src").into_iter().chain(rust("src-tauri/lookup/src"));
    let sources = sources.filter(|source| source.file != "src-tauri/core/src/places.rs");
    rule(
        "in portico-core and portico-lookup only places.rs reads the environment and finds folders",
        "a test that passes its places in cannot reach a person's real registry",
        sources
            .flat_map(|source| source.offenders(|m| m.of_crate("dirs") || forbidden.iter().any(|path| m.holds(path))))
            .collect(),
    );
}

#[test]
fn only_the_store_of_the_core_writes() {
    let forbidden = [
        "fs::*",
        "fs::write",
        "fs::rename",
        "fs::copy",
        "fs::hard_link",
        "fs::symlink",
        "fs::set_permissions",
        "fs::remove_file",
        "fs::remove_dir",
        "fs::remove_dir_all",
        "fs::create_dir",
        "fs::create_dir_all",
        "DirBuilder",
        "OpenOptions",
        "File::create",
        "File::create_new",
        "File::options",
        "tempfile",
    ];
    let is_store = |file: &str| file == "src-tauri/core/src/store.rs" || file.starts_with("src-tauri/core/src/store/");
    let sources = rust("src-tauri/core/src").into_iter().filter(|source| !is_store(&source.file));
    rule(
        "in portico-core only the store changes files",
        "a registry is lost by a write that skips the lock, the backup or the fsync",
        sources.flat_map(|source| source.offenders(|m| forbidden.iter().any(|path| m.holds(path)))).collect(),
    );
}

#[test]
fn the_core_reads_no_clock() {
    let sources = rust("src-tauri/core/src").into_iter();
    rule(
        "portico-core reads no clock: the time comes in as an argument",
        "what depends on the time of day cannot be tested, and search must be the same twice",
        sources
            .flat_map(|source| {
                source.offenders(|m| {
                    ["SystemTime::now", "Instant::now", "UNIX_EPOCH::elapsed", "Utc::now", "Local::now"]
                        .iter()
                        .any(|path| m.holds(path))
                })
            })
            .collect(),
    );
}

#[test]
fn the_file_format_stays_in_its_module() {
    let core = "src-tauri/core/src/";
    let may = |file: &str| {
        let name = file.trim_start_matches(core);
        name == "format.rs"
            || name.starts_with("format/")
            || name.starts_with("portals")
            || name == "portal.rs"
            || name.starts_with("portal/")
            || name == "import/json.rs"
            || name == "link/sites.rs"
            || name == "lookup/document.rs"
            || name == "browser/chromium.rs"
            || name == "browser/containers.rs"
    };
    let sources = rust(core).into_iter().filter(|source| !may(&source.file));
    rule(
        "in portico-core only the file format, the portal catalogue, the forms of links and the foreign documents of lists, browsers and \
         look-ups know serde",
        "a domain type that derives Serialize becomes a file format by accident, and then cannot change any more; a foreign \
         document is read where its rules are checked, so that nothing unchecked leaves that file",
        sources.flat_map(|source| source.offenders(|m| m.of_crate("serde") || m.of_crate("serde_json"))).collect(),
    );
}

#[test]
fn each_shell_starts_browsers_in_one_place() {
    let cli = rust("src-tauri/cli/src");
    let tray = rust("src-tauri/src");
    let starts = [
        "open::that",
        "open::that_detached",
        "open::that_detached_with_timeout",
        "open::that_in_background",
        "open::with",
        "open::with_detached",
        "open::with_command",
        "open::commands",
    ];
    let opens = |source: &&Source| source.mentions.iter().any(|m| starts.iter().any(|path| m.path == *path));
    let shells = |source: &&Source| source.mentions.iter().any(|m| m.path == ".shell" || m.path == "ShellExt::shell");
    let names = |sources: Vec<&Source>| sources.iter().map(|source| source.file.clone()).collect::<Vec<_>>();
    let mut offenders = Vec::new();
    for (what, files) in [
        ("the open crate", names(cli.iter().filter(opens).collect())),
        ("app.shell()", names(tray.iter().filter(shells).collect())),
    ] {
        if files.len() != 1 {
            offenders.push(format!("{what} is used in {} files: {}", files.len(), files.join(", ")));
        }
    }
    offenders.extend(
        names(tray.iter().filter(opens).collect())
            .into_iter()
            .map(|file| format!("{file} uses the open crate beside tauri-plugin-shell")),
    );
    let own_place = |source: &&Source| opens(source) || shells(source);
    for source in cli.iter().chain(&tray).filter(|source| !own_place(source)) {
        let launchers = source.texts.iter().filter(|(text, _)| {
            ["\"xdg-open\"", "\"gio\"", "\"sensible-browser\"", "\"x-www-browser\""].contains(&text.as_str())
        });
        offenders.extend(launchers.map(|(text, line)| format!("{}:{line}: {text}", source.file)));
    }
    rule(
        "each shell starts a browser in exactly one file",
        "what only accepts a checked address must be the only way to a browser",
        offenders,
    );
}

#[test]
fn one_file_of_the_ui_knows_tauri_and_none_writes_html() {
    let html = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "setHTMLUnsafe",
        "createContextualFragment",
    ];
    let mut tauri = Vec::new();
    let mut markup = Vec::new();
    for file in
        files("ui").iter().filter(|file| [".js", ".mjs", ".html", ".ts"].iter().any(|ending| file.ends_with(ending)))
    {
        for (number, line) in text(file).lines().enumerate() {
            let offender = |word: &str| format!("{file}:{}: {word}", number + 1);
            if line.contains("__TAURI") && file != "ui/js/backend.js" {
                tauri.push(offender("__TAURI"));
            }
            markup.extend(html.iter().filter(|word| line.contains(*word)).map(|word| offender(word)));
        }
    }
    rule(
        "only ui/js/backend.js mentions __TAURI",
        "the pages are tested without Tauri by replacing that one file",
        tauri,
    );
    rule(
        "the UI never turns text into markup, not even in a comment",
        "a customer may be called <img onerror=…>: names are hostile text",
        markup,
    );
}

#[test]
fn the_top_level_holds_only_what_has_a_reason() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "Makefile",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "src-tauri",
        "ui",
        "tests",
        "target",
    ];
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let offends = |name: &String| !name.starts_with('.') && !allowed.contains(&name.as_str());
    rule(
        "the top level holds only known entries",
        "a newcomer reads README, Cargo.toml, src-tauri/core/src/lib.rs and knows where everything is",
        names.filter(offends).collect(),
    );
}
