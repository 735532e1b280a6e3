//! A home of its own for one test: folders, environment, commands, the registry file.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

use crate::browser::{self, Browser};
use crate::output::{self, Output};
use crate::processes::{self, Process};
use crate::terminal::Terminal;
use crate::{SOON, binaries, wait_until};

/// Every process started in a sandbox carries its folder in this variable; that is how they are found again.
const MARK: &str = "PORTICO_TEST_SANDBOX";

/// A fresh home folder with an environment that leads nowhere else.
///
/// Holds `home`, `config`, `data`, `state`, `cache` and `run` (0700). On drop everything started in it is killed and the folder
/// removed; a test that fails prints the sandbox's `*.log` files first.
#[derive(Debug)]
pub struct Sandbox {
    folder: TempDir,
    variables: BTreeMap<OsString, OsString>,
}

impl Sandbox {
    /// Returns a sandbox whose default browser is the fake one.
    pub fn new() -> Self {
        Self::with_browser(Browser::Fake)
    }

    pub fn with_browser(browser: Browser) -> Self {
        let folder = tempfile::Builder::new().prefix("portico-").tempdir().unwrap();
        let mut sandbox = Self { folder, variables: BTreeMap::new() };
        for (variable, name) in FOLDERS {
            let path = sandbox.path().join(name);
            DirBuilder::new().mode(0o700).create(&path).unwrap();
            sandbox.set(variable, path);
        }
        sandbox.set("PATH", "/usr/bin:/bin");
        sandbox.set("LANG", "C.UTF-8");
        // No test asks Microsoft; see `LoginServer` for those that ask at all.
        sandbox.set("PORTICO_LOGIN_HOSTS", "commercial=127.0.0.1:1,us=127.0.0.1:1,china=127.0.0.1:1");
        sandbox.set(MARK, sandbox.path().to_owned());
        browser::install(&mut sandbox, browser);
        sandbox
    }

    /// Sets an environment variable for everything started from now on.
    pub fn set(&mut self, variable: &str, value: impl Into<OsString>) -> &mut Self {
        self.variables.insert(variable.into(), value.into());
        self
    }

    pub fn unset(&mut self, variable: &str) -> &mut Self {
        self.variables.remove(OsStr::new(variable));
        self
    }

    /// Runs `portico ARGUMENTS` to its end, with nothing to read and no terminal.
    #[track_caller]
    pub fn portico<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Output {
        self.run(self.command(binaries::ours("portico")).args(arguments), None)
    }

    /// Runs `portico ARGUMENTS` with `input` on its standard input.
    #[track_caller]
    pub fn portico_reading<A: AsRef<OsStr>>(&self, input: &str, arguments: impl IntoIterator<Item = A>) -> Output {
        self.run(self.command(binaries::ours("portico")).args(arguments), Some(input.as_bytes()))
    }

    /// Returns the path of `portico`, for a script or another program to start.
    pub fn portico_path(&self) -> PathBuf {
        binaries::ours("portico")
    }

    /// Returns the path of `portico-search`, for the bus to start.
    pub fn search_path(&self) -> PathBuf {
        binaries::ours("portico-search")
    }

    /// Runs `portico-tray ARGUMENTS` to its end: a second start, or one that cannot go on.
    #[track_caller]
    pub fn portico_tray<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Output {
        self.run(self.command(binaries::ours("portico-tray")).args(arguments), None)
    }

    /// Starts `portico ARGUMENTS` on a terminal of its own.
    pub fn terminal<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Terminal {
        self.terminal_running(binaries::ours("portico"), arguments)
    }

    /// Starts any program on a terminal of its own.
    pub fn terminal_running<A: AsRef<OsStr>>(
        &self,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Terminal {
        Terminal::start(self, program.as_ref(), arguments)
    }

    /// Runs any command to its end, such as one of [`Sandbox::command`].
    #[track_caller]
    pub fn run(&self, command: &mut Command, input: Option<&[u8]>) -> Output {
        let output = output::run(command, input);
        Output { stdout: shown(self.path(), &output.stdout), stderr: shown(self.path(), &output.stderr), ..output }
    }

    /// Returns a command that sees this sandbox's environment and nothing else.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(&self.variables).current_dir(self.path().join("home"));
        command
    }

    /// Returns the addresses given to the fake browser so far, in order.
    #[track_caller]
    pub fn opened(&self) -> Vec<String> {
        browser::opened(self)
    }

    /// Waits until the fake browser was given this many addresses, and returns them.
    #[track_caller]
    pub fn wait_opened(&self, count: usize) -> Vec<String> {
        wait_until(&format!("{count} opened addresses"), SOON, || {
            let opened = self.opened();
            if opened.len() >= count { Ok(opened) } else { Err(opened) }
        })
    }

    pub fn registry_path(&self) -> PathBuf {
        self.path().join("data/portico/registry.json")
    }

    /// Writes the registry as an editor would: into a temporary file that takes the place of the old one.
    pub fn write_registry(&self, text: &str) {
        let path = self.registry_path();
        DirBuilder::new().mode(0o700).recursive(true).create(path.parent().expect("has a folder")).unwrap();
        let temporary = path.with_extension("json.new");
        fs::write(&temporary, text).unwrap();
        fs::rename(temporary, path).unwrap();
    }

    /// Writes the settings file.
    pub fn write_settings(&self, text: &str) {
        let path = self.path().join("config/portico/settings.json");
        DirBuilder::new().mode(0o700).recursive(true).create(path.parent().expect("has a folder")).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes a program of a shell's commands at this path below the sandbox's folder, and returns where it is.
    pub fn write_script(&self, path: &str, commands: &str) -> PathBuf {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{commands}\n")).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// Returns the text of the registry file.
    #[track_caller]
    pub fn registry(&self) -> String {
        fs::read_to_string(self.registry_path()).expect("the registry file should be there")
    }

    #[track_caller]
    pub fn registry_json(&self) -> Value {
        serde_json::from_str(&self.registry()).expect("the registry file should be JSON")
    }

    /// Returns everything that runs in this sandbox.
    pub fn processes(&self) -> Vec<Process> {
        processes::with_variable(MARK, &self.path().to_string_lossy())
    }

    /// The folder that holds everything of this sandbox.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn variable(&self, name: &str) -> Option<&OsStr> {
        self.variables.get(OsStr::new(name)).map(OsString::as_os_str)
    }

    fn print_logs(&self) {
        for entry in fs::read_dir(self.path()).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|extension| extension == "log") {
                eprintln!("--- {}\n{}", entry.file_name().display(), fs::read_to_string(path).unwrap_or_default());
            }
        }
    }
}

impl Default for Sandbox {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if thread::panicking() {
            self.print_logs();
        }
        processes::reap(MARK, self.path());
        // A killed browser's helpers may still write for a moment, which makes a folder that was just emptied full again.
        wait_until("the sandbox's folder to go", SOON, || match fs::remove_dir_all(self.path()) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        });
    }
}

/// The variables that lead into the sandbox, and its folders.
const FOLDERS: [(&str, &str); 6] = [
    ("HOME", "home"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_RUNTIME_DIR", "run"),
];

/// Replaces a sandbox's folders by their names: `$HOME`, `$DATA`, …
pub(crate) fn shown(folder: &Path, text: &str) -> String {
    let base = folder.to_string_lossy();
    let named = FOLDERS.iter().fold(text.to_owned(), |text, (_, name)| {
        text.replace(&format!("{base}/{name}"), &format!("${}", name.to_uppercase()))
    });
    named.replace(&*base, "$SANDBOX")
}
