//! Where Portico keeps its files, and what else the environment says. The only module that looks at the environment.

use std::{
    env,
    ffi::OsString,
    fmt,
    path::{Path, PathBuf},
};

use crate::{
    browser::{Folders, Platform},
    lookup::{BadLoginHosts, LoginHosts},
};

mod environment;

pub use environment::cleaned;

/// The name of the registry file.
const REGISTRY: &str = "registry.json";

/// The folders and files of Portico.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The registry's folder, with its lock.
    pub data: PathBuf,
    /// The settings' folder.
    pub config: PathBuf,
    /// The folder for what only this machine needs.
    pub state: PathBuf,
    /// The registry file.
    pub registry: PathBuf,
    /// What decided on the registry file.
    pub registry_source: RegistrySource,
}

/// Where a window stands, in dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowPlace {
    /// The left edge of its frame.
    pub x: i32,
    /// The upper edge of its frame.
    pub y: i32,
    /// The width of what is in it.
    pub width: u32,
    /// The height of what is in it.
    pub height: u32,
    /// It fills the screen; the rest is what it goes back to.
    pub maximized: bool,
}

/// What decided where the registry file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrySource {
    /// Nothing: its usual place.
    Default,
    /// `registry` in the settings file.
    Settings,
    /// `PORTICO_REGISTRY`.
    Environment,
}

impl Places {
    /// Finds the places from the environment: `PORTICO_HOME`, else the platform's folders named `portico`, and
    /// `PORTICO_REGISTRY`.
    ///
    /// # Errors
    ///
    /// There is no home folder.
    pub fn from_environment() -> Result<Self, NoHome> {
        let places = match filled("PORTICO_HOME") {
            Some(home) => Self::below(absolute(Path::new(&home))),
            None => Self::of_platform()?,
        };
        Ok(match filled("PORTICO_REGISTRY") {
            Some(path) => places.with_registry(Path::new(&path), RegistrySource::Environment),
            None => places,
        })
    }

    /// Returns the settings file.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// Returns the folder of the registry's backups. They stay on this machine.
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Returns the file that is locked while the registry is changed. It stays on this machine.
    pub fn lock(&self) -> PathBuf {
        self.data.join("registry.json.lock")
    }

    /// Returns the file that is locked while the launcher's entries are changed. It stays on this machine.
    pub fn entries_lock(&self) -> PathBuf {
        self.state.join("entries.lock")
    }

    /// Returns the file that is locked while a browser that was chosen starts. It stays on this machine.
    pub fn browsers_lock(&self) -> PathBuf {
        self.state.join("browsers.lock")
    }

    /// Returns the file of pins. It stays on this machine.
    pub fn pins(&self) -> PathBuf {
        self.state.join("pins.json")
    }

    /// Returns the file that tells what was opened. It stays on this machine.
    pub fn history(&self) -> PathBuf {
        self.state.join("history.jsonl")
    }

    /// Returns the file that tells what the last import did. It stays on this machine.
    pub fn last_import(&self) -> PathBuf {
        self.state.join("import.json")
    }

    /// Returns the registry file when nobody chose another.
    pub fn usual_registry(&self) -> PathBuf {
        self.data.join("registry.json")
    }

    /// Returns the file with where windows stood last. It stays on this machine.
    pub fn windows(&self) -> PathBuf {
        self.state.join("windows.json")
    }

    /// Returns the places with another registry file; in the settings a relative path counts from their
    /// folder, and `~` is the home folder.
    #[must_use]
    pub fn with_registry(mut self, path: &Path, source: RegistrySource) -> Self {
        self.registry = match source {
            RegistrySource::Settings => match (path.strip_prefix("~"), dirs::home_dir()) {
                (Ok(rest), Some(home)) => home.join(rest),
                _ => self.config.join(path),
            },
            RegistrySource::Default | RegistrySource::Environment => absolute(path),
        };
        self.registry_source = source;
        self
    }

    fn below(home: PathBuf) -> Self {
        Self {
            registry: home.join(REGISTRY),
            data: home.clone(),
            config: home.clone(),
            state: home,
            registry_source: RegistrySource::Default,
        }
    }

    fn of_platform() -> Result<Self, NoHome> {
        let data = dirs::data_dir().ok_or(NoHome)?.join("portico");
        let config = dirs::config_dir().ok_or(NoHome)?.join("portico");
        // Only Linux has a folder for state; elsewhere it is the folder that does not roam.
        let state = dirs::state_dir().or_else(dirs::data_local_dir).ok_or(NoHome)?.join("portico");
        let registry = data.join(REGISTRY);
        Ok(Self { data, config, state, registry, registry_source: RegistrySource::Default })
    }
}

/// Returns the path of a program of Portico: beside this one, else to be found in `PATH`.
pub fn program(name: &str) -> PathBuf {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    let beside = env::current_exe().ok().map(|own| own.with_file_name(&name));
    beside.filter(|path| path.is_file()).unwrap_or_else(|| PathBuf::from(name))
}

/// Returns true when a desktop can show a window: always but on Unix without a display.
pub fn has_display() -> bool {
    cfg!(any(windows, target_os = "macos")) || filled("WAYLAND_DISPLAY").is_some() || filled("DISPLAY").is_some()
}

/// Returns true when the desktop is a Wayland one, which lets no program take keys from the others.
pub fn is_wayland() -> bool {
    cfg!(target_os = "linux") && filled("WAYLAND_DISPLAY").is_some()
}

/// What rofi wants of a script (rofi-script(5)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RofiCall {
    /// The rows.
    Rows,
    /// To act on the row with this `info`.
    Chosen(String),
    /// Something that no row of Portico's asks for.
    Other,
}

/// Returns what rofi wants. Without rofi it is the rows.
pub fn rofi_call() -> RofiCall {
    match filled("ROFI_RETV").as_deref().and_then(|value| value.to_str()) {
        None | Some("0") => RofiCall::Rows,
        Some("1") => {
            filled("ROFI_INFO").and_then(|info| info.into_string().ok()).map_or(RofiCall::Other, RofiCall::Chosen)
        }
        Some(_) => RofiCall::Other,
    }
}

/// Returns which display a desktop would use, for people; nothing where there is none.
pub fn display() -> Option<String> {
    let of = |name: &str| filled(name).map(|value| format!("{name}={}", value.display()));
    let named: Vec<_> = ["XDG_SESSION_TYPE", "WAYLAND_DISPLAY", "DISPLAY"].into_iter().filter_map(of).collect();
    has_display().then(|| if named.is_empty() { "the system's".to_owned() } else { named.join(" ") })
}

/// Returns the folders of desktop entries, the user's own first (XDG base directory specification).
pub fn application_folders() -> Vec<PathBuf> {
    let shared = filled("XDG_DATA_DIRS").unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    let folders = dirs::data_dir().into_iter().chain(env::split_paths(&shared));
    folders.map(|folder| folder.join("applications")).collect()
}

/// Where to look for browsers, and for what they keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserPlaces {
    /// The folders in which desktops, or macOS, know programs.
    pub applications: Vec<PathBuf>,
    /// The person's folders.
    pub folders: Folders,
    /// The folders of programs.
    pub path: Vec<PathBuf>,
}

/// Returns where to look for browsers; nothing without a home folder.
pub fn browsers() -> Option<BrowserPlaces> {
    let home = dirs::home_dir()?;
    let platform = match env::consts::OS {
        "windows" => Platform::Windows,
        "macos" => Platform::Mac,
        _ => Platform::Linux,
    };
    let applications = match platform {
        Platform::Linux => application_folders(),
        Platform::Mac => vec![home.join("Applications"), "/Applications".into(), "/System/Applications".into()],
        Platform::Windows => Vec::new(),
    };
    let folders = Folders { platform, config: dirs::config_dir()?, local: dirs::config_local_dir()?, home };
    let path = filled("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    Some(BrowserPlaces { applications, folders, path })
}

/// Returns what to change in the environment of a browser, so that it does not get what was meant for this program alone: variables
/// with a new value, or with none.
pub(crate) fn for_browsers() -> Vec<(OsString, Option<OsString>)> {
    cleaned(env::vars_os())
}

/// Returns true when a program can be started: a path to a file, or the name of one in these folders.
pub(crate) fn is_program(program: &str, path: &[PathBuf]) -> bool {
    let is_path = program.contains(['/', '\\']);
    if is_path { Path::new(program).is_file() } else { path.iter().any(|folder| folder.join(program).is_file()) }
}

/// Returns true when WebKitGTK was told to draw without DMA-BUF, which helps where its windows stay empty.
pub fn is_webkit_without_dmabuf() -> bool {
    filled("WEBKIT_DISABLE_DMABUF_RENDERER").is_some()
}

/// Returns true when WebKitGTK draws without OpenGL. It then draws over what was there before, which shows in transparent parts (seen
/// with 2.50).
pub fn is_webkit_without_opengl() -> bool {
    is_webkit_without_dmabuf() || filled("WEBKIT_DISABLE_COMPOSITING_MODE").is_some_and(|value| value != "0")
}

/// Returns the hosts that look-ups ask: Microsoft's, or those in `PORTICO_LOGIN_HOSTS`.
///
/// # Errors
///
/// The variable does not name all of them. Microsoft is not asked in their place.
pub fn login_hosts() -> Result<LoginHosts, BadLoginHosts> {
    filled("PORTICO_LOGIN_HOSTS").map_or_else(|| Ok(LoginHosts::default()), |hosts| hosts.to_string_lossy().parse())
}

/// Returns true when a browser can come up: on a display, or from WSL on the Windows desktop.
pub fn has_browser_display() -> bool {
    has_display() || filled("WSL_DISTRO_NAME").is_some()
}

/// Returns what the desktop calls itself, for whoever looks for a fault: `GNOME, Wayland`.
pub fn desktop_name() -> String {
    let desktop = filled("XDG_CURRENT_DESKTOP").map(|name| name.to_string_lossy().into_owned());
    let display = if is_wayland() { "Wayland" } else { "X11" };
    let display = Some(display.to_owned()).filter(|_| cfg!(target_os = "linux"));
    let known: Vec<_> = [desktop, display].into_iter().flatten().collect();
    if known.is_empty() { "the system's own".to_owned() } else { known.join(", ") }
}

/// Returns the folder of what this person's desktop starts at login; none where there is no such thing, or where Portico is to
/// leave nothing outside its own folder.
pub fn autostart_folder() -> Option<PathBuf> {
    let is_desktop = cfg!(all(unix, not(target_os = "macos"))) && !is_self_contained();
    dirs::config_dir().filter(|_| is_desktop).map(|folder| folder.join("autostart"))
}

/// Returns true when Portico is to leave nothing outside the folder that it was given.
pub fn is_self_contained() -> bool {
    filled("PORTICO_HOME").is_some()
}

/// Returns the folder of Flow Launcher's plugins; none but on Windows.
pub fn flow_plugins() -> Option<PathBuf> {
    dirs::config_dir().filter(|_| cfg!(windows)).map(|folder| folder.join("FlowLauncher").join("Plugins"))
}

/// Returns the folder of this person's desktop entries, and those of all people; none where there is no such thing, or where
/// Portico is to leave nothing outside its own folder.
pub fn entry_folders() -> Option<(PathBuf, Vec<PathBuf>)> {
    let is_desktop = cfg!(all(unix, not(target_os = "macos"))) && !is_self_contained();
    let mut folders = application_folders().into_iter();
    let own = folders.next().filter(|folder| is_desktop && folder.is_absolute())?;
    Some((own, folders.collect()))
}

/// Neither the environment nor the user database names a home folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHome;

impl fmt::Display for NoHome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no home folder: set HOME, or PORTICO_HOME to a folder for Portico's files")
    }
}

impl std::error::Error for NoHome {}

/// Returns the variable if it is set and not empty: an empty one counts as unset, as the XDG specification has it.
fn filled(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Returns the path from the root, without looking at what is there.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_below_the_chosen_home_but_a_registry_elsewhere() {
        let places = Places::below(PathBuf::from("/p"));
        assert_eq!(
            (places.registry.as_path(), places.settings()),
            (Path::new("/p/registry.json"), PathBuf::from("/p/settings.json"))
        );
        let shared = places.clone().with_registry(Path::new("/share/r.json"), RegistrySource::Settings);
        assert_eq!((shared.registry.as_path(), shared.lock()), (Path::new("/share/r.json"), places.lock()));
        let relative = places.with_registry(Path::new("r.json"), RegistrySource::Settings);
        assert_eq!(relative.registry, Path::new("/p/r.json"), "as written in /p/settings.json");
    }
}
