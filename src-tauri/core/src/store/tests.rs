use super::*;
use crate::{cloud::Cloud, tenant::Tenant};

mod flips;
mod interleavings;

/// Places in a folder of their own, which goes with the value.
pub(super) struct Home {
    _folder: tempfile::TempDir,
    pub(super) places: Places,
}

pub(super) fn home() -> Home {
    home_in(&std::env::temp_dir())
}

fn home_in(folder: &Path) -> Home {
    let folder = tempfile::tempdir_in(folder).unwrap();
    let data = folder.path().join("data");
    let places = Places {
        registry: data.join("registry.json"),
        config: data.clone(),
        state: data.clone(),
        data,
        registry_source: RegistrySource::Default,
    };
    Home { _folder: folder, places }
}

pub(super) fn tenant(name: &str, last: u32) -> Tenant {
    Tenant::new(name, Cloud::Public, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
}

pub(super) fn add(places: &Places, name: &str, last: u32) -> Result<(), StoreError> {
    update(places, now(), |registry| registry.add(tenant(name, last)))
}

pub(super) fn now() -> Timestamp {
    "2026-11-12T03:04:05.678Z".parse().unwrap()
}

fn names(places: &Places) -> Vec<String> {
    load(places).unwrap().registry.tenants().iter().map(|tenant| tenant.name.clone()).collect()
}

#[test]
fn what_was_added_is_there_after_reopening() {
    let home = home();
    assert_eq!(names(&home.places), [""; 0], "no file yet is an empty registry");
    add(&home.places, "Contoso", 1).unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    assert_eq!(names(&home.places), ["Contoso", "Fabrikam"]);
}

#[test]
fn a_refused_change_leaves_the_file_to_the_byte() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let before = (fs::read(&home.places.registry).unwrap(), stamp(&home.places.registry));
    assert!(matches!(add(&home.places, "Fabrikam", 1), Err(StoreError::Refused(_))));
    assert_eq!((fs::read(&home.places.registry).unwrap(), stamp(&home.places.registry)), before);
}

#[test]
fn a_file_that_cannot_be_read_is_never_overwritten() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    for contents in ["", "{", "{\"schema\":1}", "{\"schema\":2,\"tenants\":[]}"] {
        fs::write(&home.places.registry, contents).unwrap();
        assert!(add(&home.places, "Fabrikam", 2).is_err(), "{contents:?}");
        assert_eq!(fs::read_to_string(&home.places.registry).unwrap(), contents);
    }
}

#[test]
fn a_newer_schema_is_read_but_not_written() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let newer = fs::read_to_string(&home.places.registry).unwrap().replace("\"schema\": 1", "\"schema\": 7");
    fs::write(&home.places.registry, &newer).unwrap();
    assert_eq!(load(&home.places).unwrap().newer_schema, Some(7));
    assert!(matches!(add(&home.places, "Fabrikam", 2), Err(StoreError::Newer { schema: 7, .. })));
}

#[test]
fn writers_at_the_same_time_lose_nothing() {
    let home = home();
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let places = &home.places;
            scope.spawn(move || {
                for at in 0..10 {
                    add(places, &format!("{writer}-{at}"), writer * 100 + at).unwrap();
                }
            });
        }
    });
    assert_eq!(names(&home.places).len(), 80);
}

#[test]
fn no_temp_file_stays_behind() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let mut files: Vec<_> = fs::read_dir(&home.places.data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["backups", "pins.json", "registry.json", "registry.json.lock"]);

    fs::write(home.places.data.join(".registry.json.killed.tmp"), "half").unwrap();
    fs::write(home.places.data.join(".registry.json.mine"), "not ours").unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    let left = |name: &str| home.places.data.join(name).exists();
    assert!(!left(".registry.json.killed.tmp") && left(".registry.json.mine"), "a killed save is cleaned up after");
}

#[test]
#[cfg(unix)]
fn new_files_are_private_and_old_ones_keep_their_mode() {
    use std::os::unix::fs::PermissionsExt;

    let home = home();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    add(&home.places, "Contoso", 1).unwrap();
    assert_eq!((mode(&home.places.data), mode(&home.places.registry)), (0o700, 0o600));
    fs::set_permissions(&home.places.registry, fs::Permissions::from_mode(0o640)).unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    assert_eq!(mode(&home.places.registry), 0o640);
}

#[test]
#[cfg(unix)]
fn a_link_is_followed_and_stays_a_link() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let elsewhere = home.places.data.join("elsewhere.json");
    fs::rename(&home.places.registry, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &home.places.registry).unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    assert!(home.places.registry.symlink_metadata().unwrap().is_symlink());
    assert_eq!(load(&Places { registry: elsewhere, ..home.places.clone() }).unwrap().registry.tenants().len(), 2);
}

#[test]
#[cfg(unix)]
fn only_a_regular_file_is_read() {
    let home = home();
    fs::create_dir_all(&home.places.data).unwrap();
    for target in ["/dev/zero", "/dev/null", "/"] {
        std::os::unix::fs::symlink(target, &home.places.registry).unwrap();
        assert!(matches!(load(&home.places), Err(StoreError::Io { .. })), "{target}");
        fs::remove_file(&home.places.registry).unwrap();
    }
    std::os::unix::fs::symlink("nowhere", &home.places.registry).unwrap();
    assert!(load(&home.places).is_err(), "a link to nothing is not an empty registry");
}

#[test]
fn the_last_twenty_states_can_be_brought_back() {
    let home = home();
    for at in 0..25 {
        add(&home.places, &format!("Customer {at}"), at).unwrap();
    }
    let backups = backup::list(&home.places).unwrap();
    assert_eq!(backups.len(), backup::KEPT);
    assert_eq!(
        backups[19].name, "registry.2026-11-12T03-04-05.682Z.json",
        "the first are gone, and each has its own moment"
    );

    // The newest backup is the state before the last change.
    restore(&home.places, now(), &backups[0]).unwrap();
    assert_eq!(names(&home.places).len(), 24);
    let undone = backup::list(&home.places).unwrap();
    restore(&home.places, now(), &undone[0]).unwrap();
    assert_eq!(names(&home.places).len(), 25, "restoring can itself be taken back");
}

#[test]
fn restoring_keeps_what_could_not_be_read() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    fs::write(&home.places.registry, "{ torn").unwrap();
    let backups = backup::list(&home.places).unwrap();
    restore(&home.places, now(), &backups[0]).unwrap();
    assert_eq!(names(&home.places), ["Contoso"]);
    let broken = home.places.backups().join("registry.2026-11-12T03-04-05.678Z.broken");
    assert_eq!(fs::read_to_string(broken).unwrap(), "{ torn");
}

#[test]
fn a_registry_that_got_lost_or_broken_comes_back_as_it_was_last_saved() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    for spoil in [None, Some("{ torn"), Some("")] {
        match spoil {
            None => fs::remove_file(&home.places.registry).unwrap(),
            // In place, as `>` of a shell does it.
            Some(text) => fs::write(&home.places.registry, text).unwrap(),
        }
        let (backup, registry) = way_back(&home.places).unwrap();
        assert_eq!(registry.tenants().len(), 2);
        restore(&home.places, now(), &backup).unwrap();
        assert_eq!(names(&home.places), ["Contoso", "Fabrikam"]);
    }
    fs::write(backup::last(&home.places).unwrap().path, "{ torn").unwrap();
    assert_eq!(way_back(&home.places).unwrap().1.tenants().len(), 1, "else the newest backup that can be read");
}

#[test]
fn a_backup_that_is_no_registry_is_not_restored() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    add(&home.places, "Fabrikam", 2).unwrap();
    let backups = backup::list(&home.places).unwrap();
    fs::write(&backups[0].path, "{}").unwrap();
    assert!(matches!(restore(&home.places, now(), &backups[0]), Err(StoreError::Unreadable { .. })));
    assert_eq!(names(&home.places), ["Contoso", "Fabrikam"]);
}

#[test]
fn a_write_of_another_program_meanwhile_is_not_overwritten() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let text = fs::read_to_string(&home.places.registry).unwrap();
    // The other program writes once, while the change is being made.
    let edited = std::cell::Cell::new(false);
    update(&home.places, now(), |registry| {
        if !edited.replace(true) {
            fs::write(&home.places.registry, text.replace("Contoso", "Contoso Edited")).unwrap();
        }
        registry.add(tenant("Fabrikam", 2))
    })
    .unwrap();
    assert_eq!(names(&home.places), ["Contoso Edited", "Fabrikam"]);
}

#[test]
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn what_another_program_writes_in_the_very_last_moment_stands() {
    let home = home();
    fs::create_dir_all(&home.places.data).unwrap();
    let path = &home.places.registry;
    for (there, placed, left) in [
        (Some("expected"), Placed::Done, "ours"),
        (Some("theirs"), Placed::Overtaken, "theirs"),
        (None, Placed::Overtaken, ""),
    ] {
        let temp = atomic::write_beside(path, b"ours").unwrap();
        let _ = fs::remove_file(path);
        if let Some(text) = there {
            fs::write(path, text).unwrap();
        }
        assert_eq!(temp.put_in_place(Some(b"expected")).unwrap(), placed);
        assert_eq!(fs::read_to_string(path).unwrap_or_default(), left);
    }
    fs::write(path, "theirs").unwrap();
    let temp = atomic::write_beside(path, b"ours").unwrap();
    assert_eq!(temp.put_in_place(None).unwrap(), Placed::Overtaken, "a file that came meanwhile is not replaced");
}

#[test]
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn a_link_that_is_set_on_another_file_in_the_very_last_moment_is_followed() {
    let home = home();
    fs::create_dir_all(&home.places.data).unwrap();
    let [one, other] = ["one.json", "other.json"].map(|name| home.places.data.join(name));
    fs::write(&one, "expected").unwrap();
    fs::write(&other, "theirs").unwrap();
    std::os::unix::fs::symlink(&one, &home.places.registry).unwrap();
    let temp = atomic::write_beside(&home.places.registry, b"ours").unwrap();
    fs::remove_file(&home.places.registry).unwrap();
    std::os::unix::fs::symlink(&other, &home.places.registry).unwrap();
    assert_eq!(temp.put_in_place(Some(b"expected")).unwrap(), Placed::Overtaken);
    assert_eq!([&one, &other].map(|path| fs::read_to_string(path).unwrap()), ["expected", "theirs"]);
}

#[test]
fn what_a_killed_save_took_out_is_kept_if_it_is_nowhere_else() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let text = fs::read_to_string(&home.places.registry).unwrap();
    let edited = text.replace("Contoso", "Edited");
    for (name, contents) in [("a", edited.as_str()), ("b", &text), ("c", "{ torn")] {
        fs::write(home.places.data.join(format!(".registry.json.{name}.swap")), contents).unwrap();
    }
    add(&home.places, "Fabrikam", 2).unwrap();
    assert!(atomic::sweep(&home.places.registry).is_empty());
    let kept = fs::read_dir(home.places.backups()).unwrap().map(|entry| entry.unwrap().path());
    let kept: Vec<_> = kept.map(|path| fs::read_to_string(path).unwrap()).collect();
    for (contents, count) in [(edited.as_str(), 1), (&text, 1), ("{ torn", 1)] {
        assert_eq!(kept.iter().filter(|kept| *kept == contents).count(), count, "{contents}");
    }
}

#[test]
fn a_copy_that_a_power_cut_left_behind_does_not_win_over_a_newer_backup() {
    let home = home();
    for at in 1..=3 {
        add(&home.places, &format!("Customer {at}"), at).unwrap();
    }
    let old = fs::File::options().write(true).open(backup::last(&home.places).unwrap().path).unwrap();
    old.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(way_back(&home.places).unwrap().1.tenants().len(), 2);
}

#[test]
fn a_registry_that_is_gone_is_not_an_empty_one() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    fs::remove_file(&home.places.registry).unwrap();
    assert!(matches!(load(&home.places), Err(StoreError::Gone { .. })));
    assert!(matches!(add(&home.places, "Fabrikam", 2), Err(StoreError::Gone { .. })));
    assert!(!home.places.registry.exists());
    accept_all(&home.places, now(), None).unwrap();
    assert_eq!(names(&home.places), [""; 0], "unless somebody says that it is");
    add(&home.places, "Fabrikam", 2).unwrap();
}

#[test]
fn a_file_that_is_being_written_is_read_when_that_is_done() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let text = fs::read_to_string(&home.places.registry).unwrap();
    fs::write(&home.places.registry, "").unwrap();
    std::thread::scope(|scope| {
        let written = scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(10));
            fs::write(&home.places.registry, &text).unwrap();
        });
        assert_eq!(names(&home.places), ["Contoso"]);
        written.join().unwrap();
    });
}

#[test]
fn a_registry_that_cannot_be_read_is_copied_aside_once() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    fs::write(&home.places.registry, "{ torn").unwrap();
    for _ in 0..3 {
        assert!(matches!(add(&home.places, "Fabrikam", 2), Err(StoreError::Unreadable { .. })));
    }
    let kept = fs::read_dir(home.places.backups()).unwrap().map(|entry| entry.unwrap().path());
    let kept: Vec<_> = kept.filter(|path| path.extension().is_some_and(|extension| extension == "broken")).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(fs::read_to_string(&kept[0]).unwrap(), "{ torn");
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let text = fs::read_to_string(&home.places.registry).unwrap();
    let room = usize::try_from(format::SIZE_LIMIT).unwrap() - text.len() - "\"x\": \"\", ".len();
    let full = text.replace("\"schema\"", &format!("\"x\": \"{}\", \"schema\"", "x".repeat(room)));
    fs::write(&home.places.registry, &full).unwrap();
    assert_eq!(names(&home.places), ["Contoso"]);
    assert!(matches!(add(&home.places, "Fabrikam", 2), Err(StoreError::Save { .. })));
    assert_eq!(names(&home.places), ["Contoso"]);
}

#[test]
fn a_share_that_is_not_mounted_is_not_an_empty_registry() {
    let home = home();
    let registry = home.places.data.join("mnt/registry.json");
    let places = Places { registry, registry_source: RegistrySource::Settings, ..home.places.clone() };
    assert!(matches!(load(&places), Err(StoreError::Io { .. })));
    assert!(matches!(add(&places, "Contoso", 1), Err(StoreError::Io { .. })));
    assert!(!home.places.data.join("mnt").exists());
}

#[test]
fn a_file_marked_read_only_is_not_replaced() {
    let home = home();
    add(&home.places, "Contoso", 1).unwrap();
    let mut permissions = fs::metadata(&home.places.registry).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&home.places.registry, permissions).unwrap();
    assert!(matches!(add(&home.places, "Fabrikam", 2), Err(StoreError::Save { .. })));
    assert_eq!(names(&home.places), ["Contoso"]);
}

#[test]
#[cfg(unix)]
fn the_lock_writes_into_no_other_file() {
    let home = home();
    fs::create_dir_all(&home.places.data).unwrap();
    let precious = home.places.data.join("precious");
    fs::write(&precious, "kept").unwrap();
    std::os::unix::fs::symlink(&precious, home.places.lock()).unwrap();
    assert!(add(&home.places, "Contoso", 1).is_err());
    assert_eq!(fs::read_to_string(&precious).unwrap(), "kept");
    let registry_is_lock = Places { registry: home.places.lock(), ..home.places.clone() };
    assert!(add(&registry_is_lock, "Contoso", 1).is_err());
}
