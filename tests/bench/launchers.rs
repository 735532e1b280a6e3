//! From a desktop's launcher: the answer of the search provider, a customer's entry, and the rows of text launchers.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portico_tests::{Desktop, Sandbox};
use zbus::blocking::Proxy;

use crate::ground::{self, Starts};
use crate::report::{Row, in_turn};

const ROUNDS: usize = 25;

const NAME: &str = "io.portico.Portico.SearchProvider";
const PATH: &str = "/io/portico/Portico/SearchProvider";
const INTERFACE: &str = "org.gnome.Shell.SearchProvider2";

/// Parts of names, as somebody types on.
const TERMS: [&str; 5] = ["c", "con", "contoso", "pharma", "zzz"];

/// From a question of GNOME Shell's to the answer, beside a ping of the same process.
pub(crate) fn provider() -> Vec<Row> {
    let sandbox = Sandbox::new();
    let home = ground::home(&sandbox, 10_000);
    let mut desktop = Desktop::bare(sandbox);
    let mut search = desktop.sandbox.command(desktop.sandbox.search_path());
    search.env("PORTICO_HOME", home);
    desktop.start(search);
    desktop.wait_for_name(NAME);
    let provider = Proxy::new(desktop.connection(), NAME, PATH, INTERFACE).unwrap();
    let peer = Proxy::new(desktop.connection(), NAME, PATH, "org.freedesktop.DBus.Peer").unwrap();
    let ping = || {
        let began = Instant::now();
        peer.call_method("Ping", &()).unwrap();
        began.elapsed()
    };
    let ask = |term: &str| {
        let began = Instant::now();
        let ids: Vec<String> = provider.call("GetInitialResultSet", &[term].as_slice()).unwrap();
        let _: Vec<std::collections::HashMap<String, zbus::zvariant::OwnedValue>> =
            provider.call("GetResultMetas", &ids).unwrap();
        began.elapsed()
    };
    let slowest =
        TERMS.iter().map(|term| (term, in_turn(ROUNDS, || ask(term), ping))).max_by_key(|(_, pair)| pair.ours);
    let (term, pair) = slowest.expect("there are terms");
    vec![
        pair.row_within(
            &format!("search provider, 10,000 customers: \"{term}\" → rows (the slowest word; a ping)"),
            20,
        ),
    ]
}

/// From the start of a customer's entry to the start of the browser, beside an entry that has the address in it.
pub(crate) fn entries() -> Vec<Row> {
    let desktop = Desktop::bare(Sandbox::new());
    let sandbox = &desktop.sandbox;
    let home = ground::home(sandbox, 1_000);
    let starts = Starts::of(sandbox);
    let id = ground::tenant_id(500);
    let entry = |name: &str, exec: &str| -> PathBuf {
        let path = sandbox.path().join(format!("{name}.desktop"));
        fs::write(&path, format!("[Desktop Entry]\nType=Application\nName={name}\nExec={exec}\n")).unwrap();
        path
    };
    let portico = sandbox.portico_path();
    let ours = entry("ours", &format!("{} open public/{id} --source launcher", portico.display()));
    let bare = entry("bare", &format!("xdg-open https://security.microsoft.com/?tid={id}"));
    let launch = |entry: &Path| {
        let mut gio = sandbox.command("gio");
        starts.time(gio.env("PORTICO_HOME", &home).arg("launch").arg(entry))
    };
    let pair = in_turn(ROUNDS, || launch(&ours), || launch(&bare));
    vec![pair.row("a launcher's entry, 1,000 customers: started → browser started", "`xdg-open` in an entry", 1.25)]
}

/// The rows of a text launcher, beside a program that reads and prints them.
pub(crate) fn rows() -> Vec<Row> {
    let sandbox = Sandbox::new();
    let home = ground::home(&sandbox, 2_000);
    let portico = |format: &str| -> Command {
        let mut portico = sandbox.command(sandbox.portico_path());
        portico.env("PORTICO_HOME", &home).args(["list", "--format", format]);
        portico
    };
    let row = |format: &&str| {
        let printed = sandbox.path().join(format);
        let written = portico(format).stdout(File::create(&printed).unwrap()).stdin(Stdio::null()).status().unwrap();
        assert!(written.success(), "{format}");
        let ours = || -> Duration { ground::time_to_end(&mut portico(format)) };
        let fzf = || {
            let mut fzf = sandbox.command("fzf");
            fzf.args(["--filter", ""]).stdin(File::open(&printed).unwrap()).stdout(Stdio::null());
            let began = Instant::now();
            assert!(fzf.status().unwrap().success());
            began.elapsed()
        };
        let what = format!("`portico list --format {format}`, 2,000 customers (`fzf --filter ''` of the same)");
        in_turn(ROUNDS, ours, fzf).row_within(&what, 30)
    };
    ["rofi", "fzf", "alfred"].iter().map(row).collect()
}
