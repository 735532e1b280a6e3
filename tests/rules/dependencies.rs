//! Rules about packages: what each is built from and who depends on whom.

use std::env;
use std::process::Command;

use crate::cargo::{direct, tree};
use crate::rule;
use crate::tokens::rust;

const GUI: &[&str] =
    &["gtk", "gdk", "gtk4", "webkit2gtk", "tauri", "tauri-runtime", "wry", "tao", "muda", "tray-icon", "ksni", "winit"];
const ASYNC: &[&str] = &["tokio", "async-std", "smol", "async-io", "async-executor", "futures-executor", "zbus"];
const TERMINAL: &[&str] = &[
    "clap",
    "crossterm",
    "termcolor",
    "termion",
    "console",
    "anstyle",
    "anstream",
    "rpassword",
    "dialoguer",
    "rustyline",
    "ratatui",
];
const HTTP: &[&str] =
    &["reqwest", "hyper", "ureq", "curl", "isahc", "attohttpc", "minreq", "rustls", "native-tls", "openssl"];

fn found(package: &str, forbidden: &[&[&str]]) -> Vec<String> {
    let forbidden = forbidden.concat();
    tree(package)
        .iter()
        .filter(|inner| forbidden.contains(&inner.name.as_str()) || inner.name.starts_with("tauri-plugin-"))
        .map(|inner| {
            format!(
                "{package} is built from {} {}; see: cargo tree -p {package} -i {}",
                inner.name, inner.version, inner.name
            )
        })
        .collect()
}

#[test]
fn the_core_knows_no_gui_runtime_terminal_or_http() {
    rule(
        "portico-core is built from no GUI, async runtime, terminal or HTTP crate",
        "everything Portico knows must be testable without a desktop, and the CLI pays for what the core brings along",
        found("portico-core", &[GUI, ASYNC, TERMINAL, HTTP]),
    );
}

#[test]
fn the_look_up_is_the_only_one_that_knows_http_and_knows_nothing_else() {
    let members = ["portico-core", "portico", "portico-tray"];
    let names = |member: &&str| {
        let direct = direct(member, &["normal", "build"]);
        let http = direct.into_iter().filter(|package| HTTP.contains(&package.as_str()));
        http.map(|package| format!("{member} depends on {package}")).collect::<Vec<_>>()
    };
    rule(
        "only portico-lookup depends on an HTTP or TLS crate, and it is built from no GUI, async runtime or terminal crate",
        "whoever asks what Portico sends has one small crate to read",
        members.iter().flat_map(names).chain(found("portico-lookup", &[GUI, ASYNC, TERMINAL])).collect(),
    );
}

#[test]
fn the_cli_is_built_without_gtk_webkit_and_tauri() {
    rule(
        "portico and portico-search are built from no GUI crate",
        "quick open from a launcher must start in a few milliseconds and run where no desktop libraries are",
        ["portico", "portico-search"].iter().flat_map(|package| found(package, &[GUI])).collect(),
    );
}

#[test]
fn the_built_cli_loads_no_desktop_library() {
    let binary = env::current_exe().unwrap().ancestors().nth(2).unwrap().join("portico");
    assert!(binary.is_file(), "no {} yet; build first: cargo build --workspace", binary.display());
    let output = Command::new("ldd").arg(&binary).output().unwrap();
    assert!(output.status.success(), "ldd {}: {}", binary.display(), String::from_utf8_lossy(&output.stderr));
    let libraries = String::from_utf8(output.stdout).unwrap();
    let desktop = |line: &&str| {
        ["gtk", "gdk", "webkit", "javascriptcore", "libX11", "wayland", "glib-2.0", "libdbus"]
            .iter()
            .any(|name| line.contains(name))
    };
    rule(
        "the portico binary loads no library of a desktop",
        "it runs on servers and in launchers, where GTK and WebKit are missing or cost their start-up time",
        libraries.lines().filter(desktop).map(|line| format!("{}: {}", binary.display(), line.trim())).collect(),
    );
}

#[test]
fn nothing_depends_on_a_shell_and_tests_do_not_use_the_core() {
    let kinds = &["normal", "dev", "build"];
    let forbidden = [
        ("portico-core", &["portico", "portico-tray", "portico-lookup", "portico-tests"][..]),
        ("portico-lookup", &["portico", "portico-tray", "portico-tests"]),
        ("portico", &["portico-tray", "portico-tests"]),
        ("portico-tray", &["portico", "portico-tests"]),
        ("portico-search", &["portico", "portico-tray", "portico-lookup", "portico-tests"]),
        ("portico-tests", &["portico", "portico-search", "portico-tray", "portico-lookup", "portico-core"]),
    ];
    let offends = |(member, names): &(&str, &[&str])| {
        let direct = direct(member, kinds);
        names
            .iter()
            .filter(|name| direct.iter().any(|package| package == *name))
            .map(|name| format!("{member} depends on {name}"))
            .collect::<Vec<_>>()
    };
    rule(
        "ui → portico-tray → portico-core ← portico, portico-lookup between a shell and the core, and portico-tests on none of them",
        "knowledge lives in the core once; a check that uses the core to check the core would repeat its mistakes",
        forbidden.iter().flat_map(offends).collect(),
    );
}

#[test]
fn there_is_one_tray_icon_and_it_is_tauris() {
    let tray = tree("portico-tray");
    let version = |name: &str| {
        tray.iter().filter(|package| package.name == name).map(|package| package.version.clone()).collect::<Vec<_>>()
    };
    let mut offenders = Vec::new();
    if !version("tauri").iter().all(|version| version.starts_with("2.12.")) || version("tauri").is_empty() {
        offenders.push(format!("tauri is {:?}, not 2.12.x", version("tauri")));
    }
    let icons: Vec<_> = tray.iter().filter(|package| package.name == "tray-icon").collect();
    match icons.as_slice() {
        [one] if one.features.iter().any(|feature| feature == "ksni") => {}
        [one] => {
            offenders.push(format!("tray-icon {} is built without ksni: {}", one.version, one.features.join(", ")))
        }
        _ => offenders.push(format!("there are {} versions of tray-icon: {:?}", icons.len(), version("tray-icon"))),
    }
    rule(
        "tauri is 2.12.x and the one tray-icon in its tree has the feature ksni",
        "with two versions Tauri's own one silently falls back to libappindicator, where a left click is never delivered",
        offenders,
    );
    rule(
        "zbus runs on async-io, not on tokio",
        "with zbus/tokio switched on, D-Bus calls from outside a tokio runtime panic",
        tray.iter()
            .filter(|p| p.name == "zbus" && p.features.iter().any(|f| f == "tokio"))
            .map(|p| format!("zbus {} has the feature tokio", p.version))
            .collect(),
    );
}

#[test]
fn the_packages_of_the_first_documents_are_used() {
    let members = ["portico-core", "portico", "portico-tray"];
    let direct: Vec<String> = members.iter().flat_map(|member| direct(member, &["normal"])).collect();
    let sources: Vec<_> = rust("src-tauri");
    let missing = |name: &&str| !direct.iter().any(|package| package == *name);
    let unused = |name: &&str| {
        !sources.iter().flat_map(|source| &source.mentions).any(|mention| mention.of_crate(&name.replace('-', "_")))
    };
    let required = ["tauri", "serde", "serde_json", "uuid", "tauri-plugin-shell"];
    let offenders = required
        .iter()
        .filter(|name| missing(name))
        .map(|name| format!("{name} is no dependency of {}", members.join(", ")));
    let idle = required
        .iter()
        .filter(|name| unused(name))
        .map(|name| format!("{name} is mentioned by no source below src-tauri"));
    rule(
        "tauri, serde, serde_json, uuid and tauri-plugin-shell are dependencies and used",
        "Portico is required to be built on them",
        offenders.chain(idle).collect(),
    );
}
