//! Browsers as Windows and macOS know them.

use std::path::{Path, PathBuf};

use super::{
    Command, Registration,
    family::{Family, Folders, KINDS, Kind, Packaging, kind},
};

/// A key below `SOFTWARE\Clients\StartMenuInternet`, as Windows has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The name of the key.
    pub key: String,
    /// `Capabilities\ApplicationName`, or the default value.
    pub name: Option<String>,
    /// The default value of `shell\open\command`.
    pub command: String,
    /// True when `Capabilities\URLAssociations` has `https`.
    pub opens_https: bool,
}

/// Reads what Windows knows of a browser; nothing for a program that opens no https links.
pub fn client(client: &Client, folders: &Folders) -> Option<Registration> {
    let program = program(&client.command).filter(|_| client.opens_https)?;
    let (folder, file) = program.rsplit_once('\\').unwrap_or(("", &program));
    let stem = file.to_ascii_lowercase();
    let stem = stem.strip_suffix(".exe").unwrap_or(&stem);
    // Chromium's program is named as Google's.
    let stem = if stem == "chrome" && folder.contains("\\Chromium\\") { "chromium" } else { stem };
    let kind = kind(&[stem]);
    let mut data = data_of(kind, folders, &Packaging::Plain);
    // Beta and Dev are installed beside, and keep their data beside.
    if let (Some(product), true) = (product(folder), kind.is_some_and(|kind| kind.family.is_chromium())) {
        data = data.iter().filter_map(|usual| beside(usual, product)).collect();
    }
    Some(Registration {
        id: client.key.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-"),
        name: client.name.clone().unwrap_or_else(|| client.key.clone()),
        family: kind.map_or(Family::Other, |kind| kind.family),
        command: Command::Program { program: program.clone(), before: Vec::new(), after: Vec::new() },
        data,
        packaging: Packaging::Plain,
    })
}

/// Returns the program of a command line, in quotation marks or up to its `.exe`.
fn program(command: &str) -> Option<String> {
    let command = command.trim();
    let program = match command.strip_prefix('"') {
        Some(rest) => rest.split('"').next()?,
        None => match command.to_ascii_lowercase().find(".exe") {
            Some(at) => command.get(..at + 4)?,
            None => command,
        },
    };
    Some(program.to_owned()).filter(|program| !program.is_empty())
}

/// Returns `Chrome Beta` of `C:\Program Files\Google\Chrome Beta\Application`.
fn product(folder: &str) -> Option<&str> {
    folder.strip_suffix("\\Application")?.rsplit('\\').next()
}

/// Returns `Google\Chrome Beta\User Data` for `Google\Chrome\User Data`.
fn beside(usual: &Path, product: &str) -> Option<PathBuf> {
    Some(usual.parent()?.with_file_name(product).join(usual.file_name()?))
}

/// An application of macOS that may be a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundle {
    /// Its bundle identifier.
    pub id: &'static str,
    /// The name of its folder in `Applications`.
    pub application: &'static str,
}

/// The browsers that are looked for in the folders of applications.
pub fn bundles() -> [Bundle; 11] {
    let bundle = |id, application| Bundle { id, application };
    [
        bundle("com.apple.Safari", "Safari.app"),
        bundle("com.google.Chrome", "Google Chrome.app"),
        bundle("com.google.Chrome.beta", "Google Chrome Beta.app"),
        bundle("com.google.Chrome.dev", "Google Chrome Dev.app"),
        bundle("org.chromium.Chromium", "Chromium.app"),
        bundle("com.microsoft.edgemac", "Microsoft Edge.app"),
        bundle("com.microsoft.edgemac.Beta", "Microsoft Edge Beta.app"),
        bundle("com.microsoft.edgemac.Dev", "Microsoft Edge Dev.app"),
        bundle("com.brave.Browser", "Brave Browser.app"),
        bundle("com.vivaldi.Vivaldi", "Vivaldi.app"),
        bundle("org.mozilla.firefox", "Firefox.app"),
    ]
}

/// Reads an application of macOS that is there.
pub fn bundle(bundle: Bundle, folders: &Folders) -> Registration {
    let kind = KINDS.iter().find(|kind| kind.bundle == bundle.id);
    Registration {
        id: bundle.id.to_owned(),
        name: bundle.application.trim_end_matches(".app").to_owned(),
        family: kind.map_or(Family::Other, |kind| kind.family),
        command: Command::Bundle(bundle.id.to_owned()),
        data: data_of(kind, folders, &Packaging::Plain),
        packaging: Packaging::Plain,
    }
}

fn data_of(kind: Option<&Kind>, folders: &Folders, packaging: &Packaging) -> Vec<PathBuf> {
    kind.map(|kind| kind.data(folders, packaging)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::Platform;

    #[test]
    fn browsers_of_windows_are_understood() {
        let folders =
            Folders { platform: Platform::Windows, home: "/u".into(), config: "/u/R".into(), local: "/u/L".into() };
        for (key, command, expected) in [
            (
                "Google Chrome",
                r#""C:\Program Files\Google\Chrome\Application\chrome.exe""#,
                r"google-chrome chrome C:\Program Files\Google\Chrome\Application\chrome.exe [/u/L/Google/Chrome/User Data]",
            ),
            (
                "Google Chrome Beta",
                r#""C:\Program Files\Google\Chrome Beta\Application\chrome.exe" --x"#,
                r"google-chrome-beta chrome C:\Program Files\Google\Chrome Beta\Application\chrome.exe [/u/L/Google/Chrome Beta/User Data]",
            ),
            (
                "Microsoft Edge",
                r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
                r"microsoft-edge edge C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe [/u/L/Microsoft/Edge/User Data]",
            ),
            (
                "Chromium.ABC",
                r#""C:\Users\u\AppData\Local\Chromium\Application\chrome.exe""#,
                r"chromium.abc chromium C:\Users\u\AppData\Local\Chromium\Application\chrome.exe [/u/L/Chromium/User Data]",
            ),
            (
                "Firefox-308046B0AF4A39CB",
                r#""C:\Program Files\Mozilla Firefox\firefox.exe""#,
                r"firefox-308046b0af4a39cb firefox C:\Program Files\Mozilla Firefox\firefox.exe [/u/R/Mozilla/Firefox]",
            ),
            ("OperaStable", r#""C:\o\opera.exe""#, r"operastable other C:\o\opera.exe []"),
        ] {
            let found =
                client(&Client { key: key.into(), name: None, command: command.into(), opens_https: true }, &folders)
                    .unwrap();
            let Command::Program { program, .. } = &found.command else { panic!("a program") };
            let data: Vec<_> = found.data.iter().map(|path| path.display().to_string()).collect();
            assert_eq!(format!("{} {} {program} [{}]", found.id, found.family.key(), data.join(", ")), expected);
        }
        let no = |command: &str, opens_https| {
            client(&Client { key: "a".into(), name: None, command: command.into(), opens_https }, &folders)
        };
        assert_eq!((no("iexplore.exe", false), no("", true), no("\"\"", true)), (None, None, None));
    }

    #[test]
    fn browsers_of_macos_are_understood() {
        let config: PathBuf = "/u/Library/Application Support".into();
        let folders = Folders { platform: Platform::Mac, home: "/u".into(), local: config.clone(), config };
        let all: Vec<_> = bundles().into_iter().map(|one| bundle(one, &folders)).collect();
        let of = |id: &str| all.iter().find(|registration| registration.id == id).unwrap();
        assert_eq!(of("com.apple.Safari").family, Family::Other);
        let edge = of("com.microsoft.edgemac");
        assert_eq!((edge.name.as_str(), edge.family), ("Microsoft Edge", Family::Edge));
        assert_eq!(edge.data, [PathBuf::from("/u/Library/Application Support/Microsoft Edge")]);
        assert_eq!(of("org.mozilla.firefox").data, [PathBuf::from("/u/Library/Application Support/Firefox")]);
        for kind in KINDS {
            assert!(all.iter().any(|registration| registration.id == kind.bundle), "{}", kind.bundle);
        }
    }
}
