//! `make install`: what a person gets in the launcher, and what is left after `make uninstall`.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a failing test says where")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use portico_tests::{Desktop, Output, SOON, Sandbox, TrayItem, wait_until};

const ENTRY: &str = ".local/share/applications/io.portico.Portico.desktop";

#[test]
fn the_launcher_entry_starts_the_tray_and_its_action_brings_up_quick_open() {
    let desktop = Desktop::with_windows(Sandbox::new());
    make(&desktop.sandbox, "install-files").done();
    let entry = home(&desktop.sandbox).join(ENTRY);

    // From the entry itself, as a launcher does it.
    let mut launch = desktop.sandbox.command("sh");
    launch.args(["-c", "exec gio launch \"$0\" >/dev/null 2>&1"]).arg(&entry);
    desktop.sandbox.run(&mut launch, None).done();
    let items = wait_until("the tray icon", SOON, || match TrayItem::all(&desktop) {
        items if items.is_empty() => Err("no item yet"),
        items => Ok(items),
    });
    assert_eq!(items.len(), 1);
    assert!(desktop.screen().windows("portico").is_empty(), "the entry starts the tray, no window");

    let text = fs::read_to_string(&entry).unwrap();
    let action = text.split("[Desktop Action Search]").nth(1).expect("there is a Search action");
    let exec = action.lines().find_map(|line| line.strip_prefix("Exec=")).expect("the action starts something");
    let mut search = desktop.sandbox.command("sh");
    desktop.sandbox.run(search.arg("-c").arg(exec), None).done();
    desktop.screen().wait_window("portico");
    assert_eq!(TrayItem::all(&desktop).len(), 1, "it is the same Portico");
    items[0].click_row(&["Quit"]);
}

#[test]
fn what_is_installed_is_found_by_the_desktop() {
    let sandbox = Sandbox::new();
    make(&sandbox, "install-files").done();
    let entry = home(&sandbox).join(ENTRY);
    let checked = sandbox.run(sandbox.command("desktop-file-validate").arg(&entry), None).done();
    assert_eq!((checked.stdout, checked.stderr), (String::new(), String::new()), "no error, warning or hint");

    let text = fs::read_to_string(&entry).unwrap();
    for exec in text.lines().filter_map(|line| line.strip_prefix("Exec=")) {
        let program = exec.trim_start_matches('"').split('"').next().unwrap();
        assert!(Path::new(program).is_file(), "sessions often lack ~/.local/bin in PATH: {exec}");
    }
    let icons = home(&sandbox).join(".local/share/icons/hicolor");
    for size in [16, 22, 24, 32, 48, 64, 128, 256, 512] {
        let icon = icons.join(format!("{size}x{size}/apps/io.portico.Portico.png"));
        let png = fs::read(&icon).unwrap();
        // The IHDR chunk of a PNG holds width and height behind 16 bytes.
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (size, size), "{}", icon.display());
    }
    assert!(icons.join("scalable/apps/io.portico.Portico.svg").is_file());
    let shared = home(&sandbox).join(".local/share");
    let service = fs::read_to_string(shared.join("dbus-1/services/io.portico.Portico.SearchProvider.service")).unwrap();
    let exec = service.lines().find_map(|line| line.strip_prefix("Exec=")).expect("the bus starts something");
    assert!(Path::new(exec).is_file(), "the bus has a PATH of its own: {exec}");
    for file in [
        "gnome-shell/search-providers/io.portico.Portico.search-provider.ini",
        "krunner/dbusplugins/io.portico.Portico.desktop",
    ] {
        let text = fs::read_to_string(shared.join(file)).unwrap();
        assert!(text.contains("=io.portico.Portico.SearchProvider\n"), "{file} names the service: {text}");
    }
    for page in ["portico", "portico-open", "portico-tray"] {
        // man finds it by the folder of the program.
        let mut man = sandbox.command("man");
        man.env("PATH", format!("{}:/usr/bin:/bin", home(&sandbox).join(".local/bin").display())).args(["-w", page]);
        let found = sandbox.run(&mut man, None).done().stdout;
        assert_eq!(found, format!("$HOME/.local/share/man/man1/{page}.1\n"));
    }
    for file in
        ["bash-completion/completions/portico", "fish/vendor_completions.d/portico.fish", "zsh/site-functions/_portico"]
    {
        let text = fs::read_to_string(shared.join(file)).unwrap();
        assert!(text.contains("portico complete -- "), "{file}: {text}");
    }
    let version = sandbox.run(sandbox.command(home(&sandbox).join(".local/bin/portico")).arg("--version"), None);
    assert!(version.done().stdout.starts_with("portico "));
}

#[test]
fn uninstall_leaves_nothing_but_the_customers() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "Contoso", "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"]).done();
    let before = files(sandbox.path());
    make(&sandbox, "install-files").done();
    assert_ne!(files(sandbox.path()), before);
    make(&sandbox, "uninstall").done();
    let left: Vec<_> = files(sandbox.path()).difference(&before).cloned().collect();
    // A cache of the desktop's own tool may stay.
    let left: Vec<_> = left.iter().filter(|path| !path.ends_with("mimeinfo.cache")).collect();
    assert!(left.is_empty(), "{left:#?}");
    assert_eq!(sandbox.portico(["list", "--format", "tsv"]).done().stdout.lines().count(), 1);
}

/// Runs `make TARGET` for the home of this sandbox, with the programs that are being tested.
fn make(sandbox: &Sandbox, target: &str) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let test = std::env::current_exe().unwrap();
    let binaries = test.ancestors().nth(2).expect("cargo puts tests into target/PROFILE/deps");
    let mut make = sandbox.command("make");
    make.current_dir(root).args(["--no-print-directory", target]).arg(format!("BIN={}", binaries.display()));
    sandbox.run(&mut make, None)
}

fn home(sandbox: &Sandbox) -> PathBuf {
    sandbox.path().join("home")
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) }).collect()
}
