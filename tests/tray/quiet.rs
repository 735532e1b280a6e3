//! What the tray does not do: no web view before the first window, no network, no files beside its own.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process;

use portico_tests::{Desktop, SOON, network_sockets, wait_until};

use super::{CONTOSO, customers, defender, id, start, wait_quick, web_processes, with};

#[test]
fn no_web_view_runs_before_the_first_window() {
    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    desktop.sandbox.wait_opened(1);
    assert_eq!(web_processes(&tray), [], "a portal opens without a web view");
    item.activate(0, 0);
    wait_quick(&desktop);
    assert_ne!(web_processes(&tray), [], "quick open is one");
}

#[test]
fn the_tray_connects_to_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    assert_ne!(network_sockets(process::id()), Vec::<String>::new(), "a socket would be seen");
    drop(listener);

    let desktop = Desktop::with_windows(with(&customers()));
    let (tray, item) = start(&desktop);
    let quiet_until = |what: &str, done: &dyn Fn() -> bool| {
        wait_until(what, SOON, || {
            for process in tray.processes() {
                assert_eq!(
                    network_sockets(process.pid),
                    Vec::<String>::new(),
                    "{} reaches into the network, waiting for {what}",
                    process.command
                );
            }
            if done() { Ok(()) } else { Err("not yet") }
        });
    };
    desktop.sandbox.portico(["add", "Northwind", &id(1)]).done();
    quiet_until("the new customer", &|| item.menu().find(&["Other customers", "Northwind"]).is_some());
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    quiet_until("an opened portal", &|| desktop.sandbox.opened() == [defender(CONTOSO)]);
    item.activate(0, 0);
    quiet_until("quick open", &|| !desktop.screen().windows("portico").is_empty());
}

#[test]
fn opening_writes_nothing_outside_of_its_own_folders() {
    let desktop = Desktop::with_host(with(&customers()));
    let before = files(desktop.sandbox.path());
    let (mut tray, item) = start(&desktop);
    item.click_row(&["★ Contoso Pharmaceuticals"]);
    desktop.sandbox.wait_opened(1);
    item.click_row(&["Quit"]);
    tray.wait_exit();
    let own = ["data/portico", "config/portico", "state/portico"];
    let mut after = files(desktop.sandbox.path());
    after.retain(|file| {
        !before.contains(file)
            && !own.iter().any(|folder| file.starts_with(folder))
            && file.extension().is_none_or(|extension| extension != "log")
            && file != Path::new("opened.jsonl")
    });
    assert_eq!(after, Vec::<PathBuf>::new());
}

/// Returns all files below a folder, relative to it.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => found.push(entry.path().strip_prefix(root).unwrap().to_owned()),
            }
        }
    }
    found
}
