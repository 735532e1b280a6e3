//! Finding browsers and their profiles on this machine. Nothing is written, and a file that cannot be read is no profile.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    browser::{
        self, BadFile, Browser, Command, Found, Listed, Packaging, Platform, Problem, Profile, Registration, Trouble,
        Unread,
    },
    display::safe,
    places::{self, BrowserPlaces},
};

mod groups;

#[cfg(windows)]
mod registered;

/// The largest file of a browser that is read. `Local State` has some 100 kB, and a kilobyte for each profile.
const MOST: u64 = 16 * 1024 * 1024;

/// How deep entries of desktops lie in folders.
const DEPTH: usize = 4;

/// Finds the browsers of this machine, with their profiles.
pub fn browsers(places: &BrowserPlaces) -> Found {
    let mut found = Found::default();
    for registration in registrations(places) {
        match with_profiles(registration, places) {
            Ok(browser) => {
                let problem = browser.problem.clone();
                found.problems.extend(problem.map(|why| Problem { browser: safe(&browser.name).into_owned(), why }));
                found.browsers.push(browser);
            }
            Err(problem) => found.problems.push(problem),
        }
    }
    found.browsers.sort_by_cached_key(|browser| (browser.name.to_lowercase(), browser.id.clone()));
    found
}

/// Finds one browser by its id, as it is now. Where its entry is told by its id, no other is read.
pub fn browser(places: &BrowserPlaces, id: &str) -> Option<Browser> {
    let registration = match places.folders.platform {
        Platform::Linux => {
            registration_of(places, id).or_else(|| linux(places).into_iter().find(|other| other.id == id))
        }
        Platform::Mac | Platform::Windows => registrations(places).into_iter().find(|other| other.id == id),
    };
    with_profiles(registration?, places).ok()
}

fn registrations(places: &BrowserPlaces) -> Vec<Registration> {
    match places.folders.platform {
        Platform::Linux => linux(places),
        Platform::Mac => mac(places),
        #[cfg(windows)]
        Platform::Windows => {
            registered::clients().iter().filter_map(|one| browser::client(one, &places.folders)).collect()
        }
        #[cfg(not(windows))]
        Platform::Windows => Vec::new(),
    }
}

fn mac(places: &BrowserPlaces) -> Vec<Registration> {
    let is_there =
        |bundle: &browser::Bundle| places.applications.iter().any(|folder| folder.join(bundle.application).is_dir());
    browser::bundles().into_iter().filter(is_there).map(|one| browser::bundle(one, &places.folders)).collect()
}

/// Reads all entries of the desktop. The first of an id counts, also when it only hides those behind it.
fn linux(places: &BrowserPlaces) -> Vec<Registration> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for folder in &places.applications {
        let mut files = Vec::new();
        entries(folder, "", DEPTH, &mut files);
        files.sort();
        for (id, file) in files {
            if seen.insert(id.clone()) {
                all.extend(read_entry(&id, &file, places));
            }
        }
    }
    all
}

fn registration_of(places: &BrowserPlaces, id: &str) -> Option<Registration> {
    if id.contains(['/', '\\', '\0']) {
        return None;
    }
    let mut files = places.applications.iter().map(|folder| folder.join(format!("{id}.desktop")));
    read_entry(id, &files.find(|file| file.is_file())?, places)
}

fn read_entry(id: &str, file: &Path, places: &BrowserPlaces) -> Option<Registration> {
    let bytes = read(file).ok()??;
    browser::desktop_entry(id, &String::from_utf8_lossy(&bytes), &places.folders)
}

/// Collects the entries below a folder with their ids, in which the folders stand before a hyphen each.
fn entries(folder: &Path, prefix: &str, depth: usize, all: &mut Vec<(String, PathBuf)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if let Some(stem) = name.strip_suffix(".desktop") {
            all.push((format!("{prefix}{stem}"), entry.path()));
        } else if depth > 0 && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            entries(&entry.path(), &format!("{prefix}{name}-"), depth - 1, all);
        }
    }
}

fn with_profiles(registration: Registration, places: &BrowserPlaces) -> Result<Browser, Problem> {
    let Registration { id, name, family, command, data, packaging } = registration;
    if let Command::Program { program, .. } = &command
        && !places::is_program(program, &places.path)
    {
        let why = Trouble::NoProgram(program.into());
        return Err(Problem { browser: safe(&name).into_owned(), why });
    }
    let (profiles, problem) = match (family.has_profiles(), family.is_chromium()) {
        (false, _) => (Vec::new(), None),
        (true, true) => chromium(&data),
        (true, false) => firefox(&data, &packaging, places),
    };
    Ok(Browser { id, name, family, command, profiles, problem })
}

/// Reads the profiles of the first folder of user data that has a list of them.
fn chromium(data: &[PathBuf]) -> (Vec<Profile>, Option<Trouble>) {
    for folder in data {
        let file = folder.join("Local State");
        let profiles = match read(&file) {
            Ok(None) => continue,
            Ok(Some(bytes)) => browser::local_state(&bytes, folder).map_err(|_| BadFile::Foreign),
            Err(why) => Err(why),
        };
        return match profiles {
            Ok(profiles) => (profiles.into_iter().filter(|profile| profile.folder.is_dir()).collect(), None),
            Err(why) => (Vec::new(), Some(Trouble::NoProfiles(Unread { file, why }))),
        };
    }
    (Vec::new(), None)
}

/// Reads the profiles of all root folders: a person who had Firefox before it moved has both.
fn firefox(data: &[PathBuf], packaging: &Packaging, places: &BrowserPlaces) -> (Vec<Profile>, Option<Trouble>) {
    let mut all: Vec<Listed> = Vec::new();
    let mut problem = None;
    for root in browser::roots(data, packaging, &places.folders) {
        let file = root.folder.join("profiles.ini");
        let text = match read(&file) {
            Ok(None) => continue,
            Ok(Some(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(why) => {
                problem = Some(Trouble::NoProfiles(Unread { file, why }));
                continue;
            }
        };
        let (listed, groups) = browser::profiles_ini(&text, &root);
        all.extend(listed);
        for group in groups {
            let file = root.folder.join("Profile Groups").join(format!("{group}.sqlite"));
            match groups::profiles(&file) {
                Ok(rows) => rows.iter().for_each(|(path, name)| in_group(&mut all, root.listed(path, name))),
                Err(why) => problem = Some(Trouble::NotAllProfiles(Unread { file, why })),
            }
        }
    }
    let mut seen = BTreeSet::new();
    all.retain(|listed| listed.folder.is_dir() && seen.insert(listed.folder.clone()));
    let with_containers = |Listed { mut profile, folder }: Listed| {
        profile.containers = containers(&folder);
        profile
    };
    (all.into_iter().map(with_containers).collect(), problem)
}

/// Adds a profile of a group, which knows its name better than the list that stands for the group.
fn in_group(all: &mut Vec<Listed>, listed: Option<Listed>) {
    let Some(listed) = listed else { return };
    match all.iter_mut().find(|other| other.folder == listed.folder) {
        Some(other) => *other = listed,
        None => all.push(listed),
    }
}

/// Returns the containers of a profile that links can be opened in.
fn containers(profile: &Path) -> Vec<String> {
    let of = |name: &str| read(&profile.join(name)).ok().flatten();
    let named = of("containers.json").map(|bytes| browser::named_containers(&bytes)).unwrap_or_default();
    let has_links = || of("extensions.json").is_some_and(|bytes| browser::has_container_links(&bytes));
    if named.is_empty() || !has_links() { Vec::new() } else { named }
}

/// Reads a regular file, if there is one.
fn read(path: &Path) -> Result<Option<Vec<u8>>, BadFile> {
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(_) => Err(BadFile::Denied),
        Ok(file) if !file.is_file() => Err(BadFile::NoFile),
        Ok(file) if file.len() > MOST => Err(BadFile::TooLarge),
        Ok(_) => fs::read(path).map(Some).map_err(|_| BadFile::Denied),
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests;
