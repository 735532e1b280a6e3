//! The environment that a browser is started with.
//!
//! An AppImage and a snap bring libraries of their own, and point to them with variables. A browser that inherits those loads the wrong
//! libraries, and does not start.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// The variables that say that this program runs from an AppImage or a snap, with the folder that it came in.
const BUNDLES: [&str; 2] = ["APPDIR", "SNAP"];

/// What such a bundle sets for itself alone.
const ITS: [&str; 5] = ["LD_LIBRARY_PATH", "LD_PRELOAD", "APPDIR", "APPIMAGE", "ARGV0"];

/// How the names of others begin that it sets for itself alone.
const ITS_KINDS: [&str; 6] = ["GTK_", "GDK_", "GIO_", "GST_", "PYTHON", "SNAP"];

/// Lists in which the bundle's folders stand before those of the system.
const LISTS: [&str; 2] = ["PATH", "XDG_DATA_DIRS"];

/// Returns what to change in an environment: variables with a new value, or with none. Nothing where no bundle is.
pub fn cleaned(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Vec<(OsString, Option<OsString>)> {
    let variables: Vec<_> = variables.into_iter().collect();
    let of_bundle = |name: &&str| variables.iter().find(|(other, _)| other == *name);
    let bundles: Vec<PathBuf> = BUNDLES
        .iter()
        .filter_map(of_bundle)
        .map(|(_, folder)| PathBuf::from(folder))
        .filter(|it| it.is_absolute())
        .collect();
    if bundles.is_empty() {
        return Vec::new();
    }
    let is_bundles = |path: &Path| bundles.iter().any(|bundle| path.starts_with(bundle));
    let change = |(name, value): (OsString, OsString)| {
        if ITS.iter().any(|its| name == *its) || ITS_KINDS.iter().any(|kind| begins(&name, kind)) {
            return Some((name, None));
        }
        if !LISTS.iter().any(|list| name == *list) {
            return None;
        }
        let (its, kept): (Vec<PathBuf>, Vec<PathBuf>) = env::split_paths(&value).partition(|path| is_bundles(path));
        if its.is_empty() {
            return None;
        }
        Some((name, env::join_paths(kept).ok().filter(|list| !list.is_empty())))
    };
    variables.into_iter().filter_map(change).collect()
}

fn begins(name: &OsStr, beginning: &str) -> bool {
    name.as_encoded_bytes().starts_with(beginning.as_bytes())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(variables: &[(&str, &str)]) -> Vec<String> {
        let variables = variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
        let shown = |text: OsString| text.into_string().unwrap();
        let changes = super::cleaned(variables).into_iter();
        changes.map(|(name, value)| format!("{}={}", shown(name), value.map_or("(none)".into(), shown))).collect()
    }

    #[test]
    fn what_an_appimage_sets_for_itself_is_not_the_browsers() {
        let changes = cleaned(&[
            ("APPDIR", "/tmp/.mount_x"),
            ("APPIMAGE", "/home/u/Portico.AppImage"),
            ("LD_LIBRARY_PATH", "/tmp/.mount_x/usr/lib"),
            ("GTK_PATH", "/tmp/.mount_x/gtk"),
            ("GDK_BACKEND", "x11"),
            ("PYTHONHOME", "/tmp/.mount_x"),
            ("PATH", "/tmp/.mount_x/usr/bin:/usr/bin:/tmp/.mount_xy:/bin"),
            ("XDG_DATA_DIRS", "/tmp/.mount_x/usr/share"),
            ("HOME", "/home/u"),
            ("DISPLAY", ":0"),
        ]);
        assert_eq!(
            changes,
            [
                "APPDIR=(none)",
                "APPIMAGE=(none)",
                "LD_LIBRARY_PATH=(none)",
                "GTK_PATH=(none)",
                "GDK_BACKEND=(none)",
                "PYTHONHOME=(none)",
                "PATH=/usr/bin:/tmp/.mount_xy:/bin",
                "XDG_DATA_DIRS=(none)",
            ]
        );
    }

    #[test]
    fn a_persons_own_variables_stay() {
        let own = [("LD_PRELOAD", "/usr/lib/own.so"), ("GTK_THEME", "Dark"), ("PATH", "/usr/bin")];
        assert_eq!(cleaned(&own), [""; 0]);
        assert_eq!(cleaned(&[&own[..], &[("APPDIR", "relative")]].concat()), [""; 0]);
        let snap = cleaned(&[
            ("SNAP", "/snap/portico/1"),
            ("SNAP_NAME", "portico"),
            ("PATH", "/snap/portico/1/bin:/bin:/snap/bin"),
        ]);
        assert_eq!(snap, ["SNAP=(none)", "SNAP_NAME=(none)", "PATH=/bin:/snap/bin"]);
    }
}
