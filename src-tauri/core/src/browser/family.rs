//! Whose child a browser is: that decides which profiles it has, where it keeps them, and what can be asked of it.

use std::path::{Path, PathBuf};

/// Browsers that are asked in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Google's.
    Chrome,
    /// The one that others are built on.
    Chromium,
    /// Microsoft's.
    Edge,
    /// Brave.
    Brave,
    /// Vivaldi.
    Vivaldi,
    /// Mozilla's, with its long-term and preview versions.
    Firefox,
    /// Anything else: it is given addresses, and nothing can be asked of it.
    Other,
}

impl Family {
    /// The word in JSON and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Chromium => "chromium",
            Self::Edge => "edge",
            Self::Brave => "brave",
            Self::Vivaldi => "vivaldi",
            Self::Firefox => "firefox",
            Self::Other => "other",
        }
    }

    /// True when it takes the arguments of Chromium.
    pub fn is_chromium(self) -> bool {
        !matches!(self, Self::Firefox | Self::Other)
    }

    /// True when it can be asked for a profile or a private window.
    pub fn has_profiles(self) -> bool {
        self != Self::Other
    }
}

/// The systems that keep browsers in different places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// Linux, and what follows the XDG specifications.
    Linux,
    /// macOS.
    Mac,
    /// Windows.
    Windows,
}

/// The folders of a person below which browsers keep profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The system.
    pub platform: Platform,
    /// The home folder.
    pub home: PathBuf,
    /// `$XDG_CONFIG_HOME`, `~/Library/Application Support` or `%APPDATA%`.
    pub config: PathBuf,
    /// `%LOCALAPPDATA%`; elsewhere the same as `config`.
    pub local: PathBuf,
}

/// How a browser got onto the machine, which decides where it sees a home folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Packaging {
    /// As a package, an installer or by hand.
    Plain,
    /// As this Flatpak application.
    Flatpak(String),
    /// As this snap.
    Snap(String),
}

/// A kind of browser: the names that its programs, entries and applications have, and its folder on each system.
pub(super) struct Kind {
    pub(super) family: Family,
    names: &'static [&'static str],
    pub(super) bundle: &'static str,
    linux: &'static str,
    mac: &'static str,
    windows: &'static str,
}

/// From the browsers' own documentation (Chromium's `docs/user_data_dir.md`, Edge's and Brave's help pages, Flathub).
pub(super) const KINDS: &[Kind] = &[
    Kind {
        family: Family::Chrome,
        names: &["google-chrome", "google-chrome-stable", "chrome", "com.google.Chrome"],
        bundle: "com.google.Chrome",
        linux: "google-chrome",
        mac: "Google/Chrome",
        windows: "Google/Chrome/User Data",
    },
    Kind {
        family: Family::Chrome,
        names: &["google-chrome-beta"],
        bundle: "com.google.Chrome.beta",
        linux: "google-chrome-beta",
        mac: "Google/Chrome Beta",
        windows: "Google/Chrome Beta/User Data",
    },
    Kind {
        family: Family::Chrome,
        names: &["google-chrome-unstable", "com.google.ChromeDev"],
        bundle: "com.google.Chrome.dev",
        linux: "google-chrome-unstable",
        mac: "Google/Chrome Dev",
        windows: "Google/Chrome Dev/User Data",
    },
    Kind {
        family: Family::Chromium,
        names: &["chromium", "chromium-browser", "chromium_chromium", "org.chromium.Chromium"],
        bundle: "org.chromium.Chromium",
        linux: "chromium",
        mac: "Chromium",
        windows: "Chromium/User Data",
    },
    Kind {
        family: Family::Edge,
        names: &["microsoft-edge", "microsoft-edge-stable", "msedge", "com.microsoft.Edge"],
        bundle: "com.microsoft.edgemac",
        linux: "microsoft-edge",
        mac: "Microsoft Edge",
        windows: "Microsoft/Edge/User Data",
    },
    Kind {
        family: Family::Edge,
        names: &["microsoft-edge-beta"],
        bundle: "com.microsoft.edgemac.Beta",
        linux: "microsoft-edge-beta",
        mac: "Microsoft Edge Beta",
        windows: "Microsoft/Edge Beta/User Data",
    },
    Kind {
        family: Family::Edge,
        names: &["microsoft-edge-dev", "com.microsoft.EdgeDev"],
        bundle: "com.microsoft.edgemac.Dev",
        linux: "microsoft-edge-dev",
        mac: "Microsoft Edge Dev",
        windows: "Microsoft/Edge Dev/User Data",
    },
    Kind {
        family: Family::Brave,
        names: &["brave", "brave-browser", "brave-browser-stable", "brave_brave", "com.brave.Browser"],
        bundle: "com.brave.Browser",
        linux: "BraveSoftware/Brave-Browser",
        mac: "BraveSoftware/Brave-Browser",
        windows: "BraveSoftware/Brave-Browser/User Data",
    },
    Kind {
        family: Family::Vivaldi,
        names: &["vivaldi", "vivaldi-stable", "com.vivaldi.Vivaldi"],
        bundle: "com.vivaldi.Vivaldi",
        linux: "vivaldi",
        mac: "Vivaldi",
        windows: "Vivaldi/User Data",
    },
    Kind {
        family: Family::Firefox,
        names: &[
            "firefox",
            "firefox-esr",
            "firefox-bin",
            "firefox-beta",
            "firefox-devedition",
            "firefox-developer-edition",
            "firefox-nightly",
            "firefox_firefox",
            "org.mozilla.firefox",
        ],
        bundle: "org.mozilla.firefox",
        linux: "",
        mac: "Firefox",
        windows: "Mozilla/Firefox",
    },
];

/// Returns the kind of a browser, by the first of its names that is known.
pub(super) fn kind(names: &[&str]) -> Option<&'static Kind> {
    names.iter().find_map(|name| KINDS.iter().find(|kind| kind.names.contains(name)))
}

impl Kind {
    /// Returns the folders in which a browser of this kind may keep its profiles.
    pub(super) fn data(&self, folders: &Folders, packaging: &Packaging) -> Vec<PathBuf> {
        let Folders { platform, home, config, local } = folders;
        match (platform, packaging) {
            (Platform::Mac, _) => vec![config.join(self.mac)],
            (Platform::Windows, _) if self.family == Family::Firefox => vec![below(config, self.windows)],
            (Platform::Windows, _) => vec![below(local, self.windows)],
            (Platform::Linux, packaging) if self.family == Family::Firefox => match packaging {
                // The second since version 147, for those who begin anew.
                Packaging::Plain => vec![home.join(".mozilla/firefox"), config.join("mozilla/firefox")],
                Packaging::Flatpak(id) => {
                    let own = home.join(".var/app").join(id);
                    vec![own.join(".mozilla/firefox"), own.join("config/mozilla/firefox")]
                }
                Packaging::Snap(name) => {
                    let own = home.join("snap").join(name).join("common");
                    vec![own.join(".mozilla/firefox"), own.join(".config/mozilla/firefox")]
                }
            },
            (Platform::Linux, Packaging::Plain) => vec![config.join(self.linux)],
            (Platform::Linux, Packaging::Flatpak(id)) => {
                vec![home.join(".var/app").join(id).join("config").join(self.linux)]
            }
            (Platform::Linux, Packaging::Snap(name)) => {
                let own = home.join("snap").join(name);
                vec![own.join("common").join(self.linux), own.join("current/.config").join(self.linux)]
            }
        }
    }
}

/// Joins a path that is written with slashes.
pub(super) fn below(folder: &Path, rest: &str) -> PathBuf {
    rest.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
