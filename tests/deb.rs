//! `make deb`: the package of the tested programs, unpacked. `make try-deb` installs it in a clean system.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a failing test says where")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use portico_tests::{Desktop, SOON, Sandbox, TrayItem, wait_until};

/// The package, built once: building ends with lintian, desktop-file-validate and appstreamcli, and an error fails it.
static PACKAGE: LazyLock<PathBuf> = LazyLock::new(|| build("deb", &[]));

/// What the package holds, as `dpkg-deb -x` lays it.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = fresh("deb-root");
    done(Command::new("dpkg-deb").arg("-x").args([&*PACKAGE, &root]));
    root
});

#[test]
fn all_that_the_desktop_and_the_shells_look_for_is_in_the_package() {
    for file in [
        "bin/portico",
        "bin/portico-tray",
        "bin/portico-search",
        "bin/portico-rofi",
        "share/applications/io.portico.Portico.desktop",
        "share/icons/hicolor/16x16/apps/io.portico.Portico.png",
        "share/icons/hicolor/512x512/apps/io.portico.Portico.png",
        "share/icons/hicolor/scalable/apps/io.portico.Portico.svg",
        "share/metainfo/io.portico.Portico.metainfo.xml",
        "share/dbus-1/services/io.portico.Portico.SearchProvider.service",
        "share/gnome-shell/search-providers/io.portico.Portico.search-provider.ini",
        "share/krunner/dbusplugins/io.portico.Portico.desktop",
        "share/bash-completion/completions/portico",
        "share/zsh/vendor-completions/_portico",
        "share/fish/vendor_completions.d/portico.fish",
        "share/man/man1/portico.1.gz",
        "share/man/man1/portico-tray.1.gz",
        "share/doc/portico/copyright",
        "share/doc/portico/changelog.gz",
        "share/doc/portico/changelog.Debian.gz",
    ] {
        assert!(ROOT.join("usr").join(file).is_file(), "{file}");
    }
    let read = |file: &str| fs::read_to_string(ROOT.join("usr/share").join(file)).unwrap();
    // Portico changes entries with its mark, and nobody may change the system's.
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/linux/io.portico.Portico.desktop");
    assert_eq!(read("applications/io.portico.Portico.desktop"), fs::read_to_string(shipped).unwrap());
    let service = read("dbus-1/services/io.portico.Portico.SearchProvider.service");
    let exec = service.lines().find_map(|line| line.strip_prefix("Exec=/")).expect("the bus wants a whole path");
    assert!(ROOT.join(exec).is_file(), "{exec}");
}

#[test]
fn the_package_asks_for_what_the_programs_need_and_runs_nothing_as_root() {
    let depends = done(Command::new("dpkg-deb").arg("-f").args([PACKAGE.as_os_str(), "Depends".as_ref()]));
    for needed in ["libc6", "libwebkit2gtk-4.1-0", "libgtk-3-0", "xdg-utils"] {
        assert!(depends.contains(needed), "{needed} is not among {depends}");
    }
    let control = fresh("deb-control");
    done(Command::new("dpkg-deb").arg("-e").args([&*PACKAGE, &control]));
    let mut scripts = names(&control);
    scripts.sort();
    assert_eq!(scripts, ["control", "md5sums"], "without scripts, what purge leaves is what dpkg put there: nothing");
}

#[test]
fn the_same_programs_make_the_same_package() {
    let again = build("deb-again", &[("TZ", "Asia/Tokyo"), ("LC_ALL", "C.UTF-8"), ("MAKEFLAGS", "-j2")]);
    assert!(fs::read(&*PACKAGE).unwrap() == fs::read(again).unwrap(), "who has the sources can check the package");
}

#[test]
fn the_unpacked_programs_run_and_find_each_other() {
    let desktop = Desktop::with_host(Sandbox::new());
    let portico = ROOT.join("usr/bin/portico");
    let added = ["add", "Contoso", "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"];
    desktop.sandbox.run(desktop.sandbox.command(&portico).args(added), None).done();
    let rows = desktop.sandbox.run(&mut desktop.sandbox.command(ROOT.join("usr/bin/portico-rofi")), None).done();
    assert!(rows.stdout.contains("Contoso"), "{rows:#?}");
    // Without a command it starts the tray beside it.
    desktop.sandbox.run(&mut desktop.sandbox.command(&portico), None).done();
    let items = wait_until("the tray icon", SOON, || match TrayItem::all(&desktop) {
        items if items.is_empty() => Err("no item yet"),
        items => Ok(items),
    });
    items[0].click_row(&["Quit"]);
}

#[test]
fn every_manual_page_can_be_read_without_a_warning() {
    let pages = ROOT.join("usr/share/man/man1");
    let names = names(&pages);
    for name in &names {
        let mut man = Command::new("man");
        man.args(["--warnings", "-E", "UTF-8", "-l"])
            .arg(pages.join(name))
            .env("MANWIDTH", "80")
            .env("LC_ALL", "C.UTF-8");
        let output = man.output().unwrap();
        let title = name.trim_end_matches(".1.gz").to_owned() + "(1)";
        assert!(String::from_utf8_lossy(&output.stdout).to_lowercase().starts_with(&title), "{name}: {output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
    }
    for name in ["portico-open.1.gz", "portico-import.1.gz", "portico-search.1.gz", "portico-rofi.1.gz"] {
        assert!(names.iter().any(|there| there == name), "{name} is not among {names:?}");
    }
}

#[test]
fn each_shell_loads_its_completion_by_itself() {
    let usr = ROOT.join("usr");
    let usr = usr.display();
    let mut sandbox = Sandbox::new();
    sandbox.set("PATH", format!("{usr}/bin:/usr/bin:/bin"));
    // fish looks below this by itself; so do bash-completion's loader and compinit in the folders named here.
    sandbox.set("XDG_DATA_DIRS", format!("{usr}/share"));
    let load = format!(". {usr}/share/bash-completion/completions/portico && complete -p portico");
    let init = format!(
        "fpath=({usr}/share/zsh/vendor-completions $fpath); autoload -U compinit; compinit -u -D; print $_comps[portico]"
    );
    for (shell, arguments, said) in [
        ("bash", &["--norc", "-c", load.as_str()][..], "complete -o default -F _portico portico"),
        ("zsh", &["-f", "-c", init.as_str()], "_portico"),
        ("fish", &["-c", "complete --do-complete 'portico ope'"], "open\t"),
    ] {
        let output = sandbox.run(sandbox.command(shell).args(arguments), None).done();
        assert!(output.stdout.starts_with(said), "{shell}: {output:#?}");
    }
}

/// Builds the package of the tested programs into an empty folder. Pressed as little as can be: that is what takes the time.
fn build(folder: &str, variables: &[(&str, &str)]) -> PathBuf {
    let folder = fresh(folder);
    let test = std::env::current_exe().unwrap();
    let binaries = test.ancestors().nth(2).expect("cargo puts tests into target/PROFILE/deps");
    let mut make = Command::new("make");
    make.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap());
    make.args(["--no-print-directory", "deb-file"]).arg(format!("BIN={}", binaries.display()));
    make.arg(format!("DEB={}", folder.display())).env_remove("MAKEFLAGS").env("DPKG_DEB_COMPRESSOR_LEVEL", "0");
    let said = done(make.envs(variables.iter().copied()));
    assert!(!said.contains("W: "), "lintian warns: {said}");
    let packages: Vec<_> = names(&folder).into_iter().filter(|name| name.ends_with(".deb")).collect();
    let [package] = packages.as_slice() else { panic!("one package, not {packages:?}") };
    folder.join(package)
}

/// Returns an empty folder that cargo keeps for tests.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Runs a program to its end, and returns what it printed.
#[track_caller]
fn done(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{stdout}{stderr}");
    stdout.into_owned()
}
