//! A home in memory for commands that are run tens of thousands of times: no disk to wait for, and nobody who looks every few
//! milliseconds whether they have ended.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use portico_tests::{Output, Sandbox};
use serde_json::Value;
use tempfile::TempDir;

use crate::ground::files_below;

/// A sandbox whose registry and pins lie in memory, where there is a folder for that.
#[derive(Debug)]
pub(crate) struct Home {
    sandbox: Sandbox,
    folder: TempDir,
}

/// Everything that Portico has written, by path.
pub(crate) type Kept = Vec<(PathBuf, Vec<u8>)>;

impl Home {
    pub(crate) fn new() -> Self {
        let folder = ["/dev/shm", "/tmp"].map(Path::new).into_iter().find(|folder| folder.is_dir()).expect("a folder");
        let folder = tempfile::Builder::new().prefix("portico-").tempdir_in(folder).unwrap();
        let mut sandbox = Sandbox::new();
        for (variable, name) in [("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state")] {
            sandbox.set(variable, folder.path().join(name));
        }
        Self { sandbox, folder }
    }

    /// Runs `portico ARGUMENTS` to its end.
    pub(crate) fn portico(&self, arguments: &[&str]) -> Output {
        let mut command = self.sandbox.command(self.sandbox.portico_path());
        let output = command.args(arguments).stdin(Stdio::null()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).expect("Portico prints UTF-8");
        Output { stdout: text(output.stdout), stderr: text(output.stderr), code: output.status.code() }
    }

    pub(crate) fn registry_path(&self) -> PathBuf {
        self.folder.path().join("data/portico/registry.json")
    }

    /// Returns the pins as they are on the disk.
    pub(crate) fn pins(&self) -> Vec<u8> {
        fs::read(self.folder.path().join("state/portico/pins.json")).unwrap_or_default()
    }

    pub(crate) fn keep(&self) -> Kept {
        files_below(self.folder.path()).into_iter().map(|file| (file.clone(), fs::read(file).unwrap())).collect()
    }

    /// Puts everything back to how it was then.
    pub(crate) fn put_back(&self, kept: &Kept) {
        self.forget_all();
        for (file, bytes) in kept {
            fs::create_dir_all(file.parent().expect("it has a folder")).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }

    /// Takes away all that Portico knows but the registry: whoever is in that is new, and opens.
    ///
    /// Without protection a check must find what it looks for; otherwise it would find nothing with protection either.
    pub(crate) fn forget_pins(&self) {
        let registry = fs::read(self.registry_path()).unwrap();
        self.put_back(&vec![(self.registry_path(), registry)]);
    }

    fn forget_all(&self) {
        for entry in fs::read_dir(self.folder.path()).unwrap() {
            fs::remove_dir_all(entry.unwrap().path()).unwrap();
        }
    }
}

/// A customer as `portico list --json` shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shown {
    pub(crate) identity: String,
    pub(crate) name: String,
    /// Nothing where the customer must not be opened.
    pub(crate) url: Option<String>,
}

/// Returns the customers that `portico list --json` has printed.
pub(crate) fn shown(list: &Output) -> Vec<Shown> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let list = list.json();
    let tenants = list["tenants"].as_array().expect("a list of tenants").iter();
    let shown = tenants.map(|tenant| Shown {
        identity: text(&tenant["identity"]).expect("an identity"),
        name: text(&tenant["name"]).expect("a name"),
        url: text(&tenant["url"]),
    });
    shown.collect()
}
