//! The profiles of Firefox: `profiles.ini` in its root folder, and the profile groups that are named there.
//!
//! A section `[Profile0]` has `Name`, `Path` and `IsRelative`; since version 138 also `StoreID`, which names the data base
//! `Profile Groups/STOREID.sqlite`, whose table `Profiles` has `path` and `name` of each profile of the group
//! (`toolkit/profile/nsToolkitProfileService.cpp`, `browser/components/profiles/SelectableProfileService.sys.mjs`).

use std::path::{Component, Path, PathBuf};

use super::{
    Profile,
    family::{Folders, Packaging, Platform, below},
};
use crate::display::is_hazardous;

/// A profile that stands in a list of Firefox. Its folder may be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The profile.
    pub profile: Profile,
    /// Where its folder is on this machine, which a sandboxed Firefox sees elsewhere.
    pub folder: PathBuf,
}

/// A root folder of Firefox, and where Firefox sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Where it is.
    pub folder: PathBuf,
    /// Where Firefox sees it.
    pub inside: PathBuf,
}

impl Root {
    /// Returns the profile of a list by its path, as it is written there.
    pub fn listed(&self, path: &str, name: &str) -> Option<Listed> {
        if path.is_empty() || path.chars().any(is_hazardous) {
            return None;
        }
        let place = |root: &Path| {
            let whole = if Path::new(path).is_absolute() { PathBuf::from(path) } else { below(root, path) };
            whole.components().all(|part| !matches!(part, Component::ParentDir)).then_some(whole)
        };
        let name = if name.trim().is_empty() { path } else { name }.to_owned();
        let profile =
            Profile { key: path.to_owned(), name, account: None, folder: place(&self.inside)?, containers: Vec::new() };
        Some(Listed { profile, folder: place(&self.folder)? })
    }
}

/// Returns the root folders of a Firefox, given where it may keep its profiles.
pub fn roots(data: &[PathBuf], packaging: &Packaging, folders: &Folders) -> Vec<Root> {
    data.iter().map(|folder| Root { folder: folder.clone(), inside: inside(folder, packaging, folders) }).collect()
}

/// Returns where a browser sees a folder. Flatpak shows `~/.var/app/ID/.mozilla` as `~/.mozilla` (`--persist`), and a profile that is
/// in use is known by its path.
pub fn inside(folder: &Path, packaging: &Packaging, folders: &Folders) -> PathBuf {
    match packaging {
        Packaging::Flatpak(id) if folders.platform == Platform::Linux => {
            match folder.strip_prefix(folders.home.join(".var/app").join(id)) {
                Ok(rest) if rest.starts_with(".mozilla") => folders.home.join(rest),
                _ => folder.to_owned(),
            }
        }
        _ => folder.to_owned(),
    }
}

/// Reads a `profiles.ini`: its profiles, and the data bases of their groups.
pub fn profiles_ini(text: &str, root: &Root) -> (Vec<Listed>, Vec<String>) {
    let mut profiles = Vec::new();
    let mut groups = Vec::new();
    for section in sections(text) {
        let of = |key: &str| section.iter().find_map(|(name, value)| (*name == key).then_some(*value));
        profiles.extend(of("Path").and_then(|path| root.listed(path, of("Name").unwrap_or_default())));
        groups.extend(of("StoreID").filter(|id| is_plain(id)).map(str::to_owned));
    }
    groups.sort_unstable();
    groups.dedup();
    (profiles, groups)
}

/// Returns the members of the sections that are profiles.
fn sections(text: &str) -> Vec<Vec<(&str, &str)>> {
    let mut sections = Vec::new();
    let mut is_profile = false;
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            is_profile = name.strip_prefix("Profile").is_some_and(|number| number.parse::<u32>().is_ok());
            if is_profile {
                sections.push(Vec::new());
            }
        } else if let (true, Some(section), Some(member)) = (is_profile, sections.last_mut(), line.split_once('=')) {
            section.push(member);
        }
    }
    sections
}

/// True for texts that can only be the name of a file.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.chars().all(|char| char.is_ascii_alphanumeric() || char == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> Root {
        Root { folder: "/h/.var/app/org.mozilla.firefox/.mozilla/firefox".into(), inside: "/h/.mozilla/firefox".into() }
    }

    #[test]
    fn profiles_and_groups_stand_in_profiles_ini() {
        let text = "[Install4F96D1932A9F858E]\nDefault=x1.default-release\n\n[Profile1]\nName=Contoso = admin\nIsRelative=1\nPath=x1.default-release\n\
                    StoreID=7a62aebb\nShowSelector=1\n\n[Profile0]\r\nName=Elsewhere\r\nIsRelative=0\r\nPath=/mnt/p\r\nStoreID=../x\r\n[General]\nName=no\nPath=no\n\
                    [Profile2]\nName=\nPath=Profiles/b\nStoreID=7a62aebb\n[ProfileX]\nPath=c\n[Profile3]\nName=gone\n";
        let (profiles, groups) = profiles_ini(text, &root());
        let lines: Vec<_> = profiles
            .iter()
            .map(|Listed { profile, folder }| {
                format!("{}={} {} {}", profile.key, profile.name, profile.folder.display(), folder.display())
            })
            .collect();
        assert_eq!(
            lines,
            [
                "x1.default-release=Contoso = admin /h/.mozilla/firefox/x1.default-release /h/.var/app/org.mozilla.firefox/.mozilla/firefox/x1.default-release",
                "/mnt/p=Elsewhere /mnt/p /mnt/p",
                "Profiles/b=Profiles/b /h/.mozilla/firefox/Profiles/b /h/.var/app/org.mozilla.firefox/.mozilla/firefox/Profiles/b",
            ]
        );
        assert_eq!(groups, ["7a62aebb"], "a store ID that is no file name is left out");
        assert_eq!(profiles_ini("", &root()), (Vec::new(), Vec::new()));
        for path in ["", "../a", "a/../../b", "a\u{1b}b", "/a/../b"] {
            assert_eq!(root().listed(path, "n"), None, "{path}");
        }
    }

    #[test]
    fn a_sandboxed_firefox_sees_its_folders_elsewhere() {
        let folders = Folders {
            platform: Platform::Linux,
            home: "/h".into(),
            config: "/h/.config".into(),
            local: "/h/.config".into(),
        };
        let flatpak = Packaging::Flatpak("org.mozilla.firefox".into());
        let snap = Packaging::Snap("firefox".into());
        for (folder, packaging, expected) in [
            ("/h/.mozilla/firefox", &Packaging::Plain, "/h/.mozilla/firefox"),
            ("/h/.var/app/org.mozilla.firefox/.mozilla/firefox", &flatpak, "/h/.mozilla/firefox"),
            (
                "/h/.var/app/org.mozilla.firefox/config/mozilla/firefox",
                &flatpak,
                "/h/.var/app/org.mozilla.firefox/config/mozilla/firefox",
            ),
            ("/h/snap/firefox/common/.mozilla/firefox", &snap, "/h/snap/firefox/common/.mozilla/firefox"),
        ] {
            assert_eq!(inside(Path::new(folder), packaging, &folders), Path::new(expected));
        }
    }
}
