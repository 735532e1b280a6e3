//! What stands in the way of changing a file, or looks wrong beside it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{atomic, folder_of};
use crate::places::Places;

/// Something about a file that people should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// There is no room to save it.
    DiskFull,
    /// It is marked read-only, or on a medium that is.
    ReadOnly,
    /// It belongs to somebody else, named here.
    Foreign(String),
    /// Its folder takes no new files from us, so that it cannot be replaced.
    FolderClosed,
    /// Every user of this machine may change it.
    OpenToAll,
}

/// Looks at the registry file and the folders that Portico writes into, without changing anything. A file that is not there
/// has no conditions.
pub fn conditions(places: &Places) -> Vec<Condition> {
    let target = fs::canonicalize(&places.registry).unwrap_or_else(|_| places.registry.clone());
    let Ok(metadata) = fs::metadata(&target) else { return Vec::new() };
    let folder = folder_of(&target);
    let foreign = atomic::foreign_owner(&metadata).map(Condition::Foreign);
    let read_only = metadata.permissions().readonly().then_some(Condition::ReadOnly);
    let closed = match folder_access(folder) {
        Ok(()) => None,
        Err(error) if error.kind() == io::ErrorKind::ReadOnlyFilesystem => {
            read_only.is_none().then_some(Condition::ReadOnly)
        }
        Err(_) => Some(Condition::FolderClosed),
    };
    // A save needs room for the new file, and the pins twice.
    let needed = 3 * metadata.len() + 64 * 1024;
    let is_full = |folder: &Path| room(folder).is_some_and(|room| room < needed);
    let full = [folder, &places.data, &places.state].into_iter().any(is_full).then_some(Condition::DiskFull);
    let open = is_open_to_all(&metadata).then_some(Condition::OpenToAll);
    [full, foreign, read_only, closed, open].into_iter().flatten().collect()
}

#[cfg(unix)]
fn room(folder: &Path) -> Option<u64> {
    let system = rustix::fs::statvfs(folder).ok()?;
    Some(system.f_bavail.saturating_mul(system.f_frsize))
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}

#[cfg(unix)]
fn folder_access(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::access(folder, rustix::fs::Access::WRITE_OK)?)
}

#[cfg(not(unix))]
fn folder_access(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn is_open_to_all(file: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::mode(file) & 0o002 != 0
}

#[cfg(not(unix))]
fn is_open_to_all(_: &fs::Metadata) -> bool {
    false
}

/// Returns the files beside a file that look like copies which a file share made of it when two machines wrote at once:
/// `registry (1).json`, `registry.sync-conflict-….json`, `registry-HOST.json`.
pub fn conflicts(file: &Path) -> Vec<PathBuf> {
    let (Some(stem), Some(suffix)) = (file.file_stem(), file.extension()) else { return Vec::new() };
    let (stem, suffix) = (stem.to_string_lossy(), format!(".{}", suffix.to_string_lossy()));
    let is_copy = |name: &str| {
        let rest = name.strip_prefix(&*stem).and_then(|rest| rest.strip_suffix(&suffix));
        rest.is_some_and(|rest| rest.starts_with([' ', '(', '.', '-', '_', '~']))
    };
    let entries = fs::read_dir(folder_of(file)).into_iter().flatten().flatten();
    let mut copies: Vec<_> =
        entries.filter(|entry| is_copy(&entry.file_name().to_string_lossy())).map(|entry| entry.path()).collect();
    copies.sort();
    copies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_file_shares_are_seen_and_our_own_files_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let names = [
            ("registry (1).json", true),
            ("registry (Åsa's conflicted copy 2026-11-12).json", true),
            ("registry.sync-conflict-20261112-030405-ABCDEFG.json", true),
            ("registry-DESKTOP-1.json", true),
            ("registry.json", false),
            ("registry.json.lock", false),
            (".registry.json.abc.tmp", false),
            ("registryother.json", false),
            ("settings.json", false),
            ("pins.json", false),
        ];
        for (name, _) in names {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = conflicts(&folder.path().join("registry.json"));
        let found: Vec<_> = found.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
        for (name, is_copy) in names {
            assert_eq!(found.contains(&name.to_owned()), is_copy, "{name}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn what_stands_in_the_way_of_a_change_is_named() {
        use std::os::unix::fs::PermissionsExt;

        let home = crate::store::tests::home();
        let file = &home.places.registry;
        assert_eq!(conditions(&home.places), []);
        fs::create_dir_all(&home.places.data).unwrap();
        fs::write(file, "").unwrap();
        for (mode, expected) in
            [(0o600, &[][..]), (0o400, &[Condition::ReadOnly]), (0o666, &[Condition::OpenToAll]), (0o664, &[])]
        {
            fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(conditions(&home.places), expected, "{mode:o}");
        }
        let of_the_system = Places { registry: "/proc/version".into(), ..home.places.clone() };
        assert!(conditions(&of_the_system).contains(&Condition::ReadOnly));
    }
}
