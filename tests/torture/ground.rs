//! A registry to be tortured: always the same at the start, and looked at closely afterwards.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use portico_tests::{Output, Sandbox};
use serde_json::Value;

use crate::report::Broken;

pub(crate) const LOST: &str = "acknowledged changes lost";
pub(crate) const TORN: &str = "broken files";
pub(crate) const LEFT: &str = "files left over after the next change";
pub(crate) const STUCK: &str = "customers that no longer open, changes no longer possible";

/// A command that changes the registry.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) arguments: &'static [&'static str],
    /// How its line on stdout begins once the change is on disk.
    pub(crate) says: &'static str,
    /// The customers that are there before.
    customers: &'static [&'static str],
    /// A command that was run before.
    before: &'static [&'static str],
    /// A fault that is there all the time, as `strace --inject` has it.
    pub(crate) always: Option<&'static str>,
}

pub(crate) const OPERATIONS: &[Operation] = &[
    Operation::new("add", &["add", "D", D], "Added D "),
    Operation::new("edit", &["edit", "A", "--name", "AA", "--alias", "a"], "Changed "),
    Operation::new("edit, new ID", &["edit", "A", "--tenant-id", D], "Changed "),
    Operation::new("remove", &["remove", "B", "--yes"], "Removed "),
    Operation::new("restore", &["restore"], "Restored registry."),
    Operation::new("import", &["import", LIST], "list.csv: "),
    Operation {
        before: &["import", LIST],
        ..Operation::new("import --undo", &["import", "--undo"], "Import of list.csv")
    },
    Operation { customers: &[], ..Operation::new("add, the first", &["add", "D", D], "Added D ") },
    // Backups are second names of the file. They are copies where the registry lies on another disk or on a share.
    Operation {
        always: Some("linkat:error=EXDEV"),
        ..Operation::new("add, registry on a share", &["add", "D", D], "Added D ")
    },
];

impl Operation {
    const fn new(name: &'static str, arguments: &'static [&'static str], says: &'static str) -> Self {
        Self { name, arguments, says, customers: &["A", "B", "C"], before: &[], always: None }
    }
}

/// A list in the home folder, in which commands are run. One customer of it is there already.
const LIST: &str = "list.csv";

const D: &str = "5b1d7a60-9c3e-4f28-8e41-00000000000d";

/// Returns a tenant ID that differs from all others by this number.
pub(crate) fn id(number: usize) -> String {
    format!("5b1d7a60-9c3e-4f28-8e41-0001{number:08x}")
}

/// A sandbox to run one operation in, again and again from the same start.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) sandbox: Sandbox,
    /// What was left behind and turned out to be fine.
    fine: RefCell<BTreeSet<Scene>>,
}

/// The files that Portico has written, as [`Ground::files`] names them, with their contents.
type Scene = BTreeSet<(String, Vec<u8>)>;

/// The folders of a sandbox that hold what Portico writes.
const FOLDERS: [&str; 3] = ["config", "data", "state"];

/// What one operation makes of the ground when nothing disturbs it.
#[derive(Debug)]
pub(crate) struct States {
    pub(crate) old: Vec<u8>,
    pub(crate) new: Vec<u8>,
    /// The files that are there after the operation and a second change, as [`Ground::files`] returns them.
    files: BTreeSet<String>,
}

impl Ground {
    pub(crate) fn of(operation: &Operation) -> Self {
        let sandbox = Sandbox::new();
        for (number, name) in operation.customers.iter().enumerate() {
            sandbox.portico(["add", name, &id(number), "--domain", &format!("{name}.example")]).done();
        }
        let (a, d) = (id(0), D);
        let list =
            format!("Name,Tenant ID,Initial domain,Tags\nAA,{a},a.onmicrosoft.com,gold\nD,{d},d.onmicrosoft.com,\n");
        fs::write(sandbox.path().join("home").join(LIST), list).unwrap();
        if !operation.before.is_empty() {
            sandbox.portico(operation.before).done();
        }
        let ground = Self { sandbox, fine: RefCell::default() };
        for folder in FOLDERS {
            copy_folder(&ground.path(folder), &ground.kept(folder));
        }
        ground
    }

    /// Puts everything back to how it was at the start.
    pub(crate) fn reset(&self) {
        for folder in FOLDERS {
            let _ = fs::remove_dir_all(self.path(folder));
            copy_folder(&self.kept(folder), &self.path(folder));
        }
    }

    /// Runs the operation undisturbed, and then [`Ground::next`].
    pub(crate) fn states(&self, operation: &Operation) -> States {
        self.reset();
        let old = self.registry();
        let output = self.sandbox.portico(operation.arguments).done();
        assert!(output.stdout.starts_with(operation.says), "{}: {output:?}", operation.name);
        let new = self.registry();
        assert_ne!(old, new, "{} should change something", operation.name);
        self.next().done();
        States { old, new, files: self.files() }
    }

    pub(crate) fn registry(&self) -> Vec<u8> {
        fs::read(self.sandbox.registry_path()).unwrap_or_default()
    }

    /// Looks at what a disturbed operation has left, and goes on working with it; unless the very same was left before, and was fine.
    pub(crate) fn aftermath(&self, states: &States) -> Vec<Broken> {
        let scene = self.scene();
        if self.fine.borrow().contains(&scene) {
            return Vec::new();
        }
        let broken = self.work_on(states);
        if broken.is_empty() {
            self.fine.borrow_mut().insert(scene);
        }
        broken
    }

    fn work_on(&self, states: &States) -> Vec<Broken> {
        let registry = self.registry();
        let mut broken = Vec::new();
        if registry != states.old && registry != states.new {
            broken.push(Broken::new(TORN, format!("the registry: {}", String::from_utf8_lossy(&registry))));
        }
        broken.extend(unreadable(self.sandbox.path()).into_iter().map(|file| Broken::new(TORN, file)));
        for tenant in tenants(&registry) {
            let output = self.sandbox.portico(["open", &tenant, "--print"]);
            if output.code != Some(0) {
                broken.push(Broken::new(STUCK, format!("open {tenant}: {}", output.transcript())));
            }
        }
        let next = self.next();
        if next.code != Some(0) || tenants(&self.registry()).len() != tenants(&registry).len() + 1 {
            broken.push(Broken::new(STUCK, format!("the next add: {}", next.transcript())));
        }
        let left = self.files().difference(&states.files).cloned().collect::<Vec<_>>();
        if !left.is_empty() {
            broken.push(Broken::new(LEFT, left.join(", ")));
        }
        broken
    }

    /// The change after the disturbed one.
    fn next(&self) -> Output {
        self.sandbox.portico(["add", "Next", &id(9)])
    }

    /// Returns the names of all that Portico has written. The backups, whose names hold a time, share one.
    fn files(&self) -> BTreeSet<String> {
        // What the last import did is there to be taken back, and taking it back once more finds nothing.
        self.scene().into_iter().map(|(name, _)| name).filter(|name| !name.ends_with("/import.json")).collect()
    }

    fn scene(&self) -> Scene {
        let files = FOLDERS.iter().flat_map(|folder| files_below(&self.path(folder)));
        let named = files.map(|file| {
            let name = if is_backup(&file) { "a backup".to_owned() } else { file.display().to_string() };
            // The lock names the process that held it last.
            let contents = if name.ends_with(".lock") { Vec::new() } else { fs::read(&file).unwrap_or_default() };
            (name, contents)
        });
        named.collect()
    }

    fn path(&self, folder: &str) -> PathBuf {
        self.sandbox.path().join(folder)
    }

    fn kept(&self, folder: &str) -> PathBuf {
        self.sandbox.path().join("kept").join(folder)
    }
}

/// Returns the tenants of a registry file as the command line takes them; none when it is no registry.
pub(crate) fn tenants(registry: &[u8]) -> BTreeSet<String> {
    let registry: Value = serde_json::from_slice(registry).unwrap_or_default();
    let tenants = registry["tenants"].as_array().cloned().unwrap_or_default();
    tenants.iter().filter_map(|tenant| Some(format!("public/{}", tenant["tenant_id"].as_str()?))).collect()
}

/// Returns the JSON files that Portico keeps in a sandbox and that are not JSON.
///
/// Not the copy of the last save: nobody waits for the disk to have it, and Portico passes over it when it cannot be read.
pub(crate) fn unreadable(sandbox: &Path) -> Vec<String> {
    let files = FOLDERS.iter().flat_map(|folder| files_below(&sandbox.join(folder)));
    let json = files.filter(|file| file.extension().is_some_and(|extension| extension == "json"));
    let kept = json.filter(|file| !file.ends_with("backups/registry.last.json"));
    let torn = kept.filter(|file| serde_json::from_slice::<Value>(&fs::read(file).unwrap_or_default()).is_err());
    torn.map(|file| format!("{}: {:?}", file.display(), fs::read_to_string(&file))).collect()
}

/// Returns the temporary files that Portico has left in a sandbox.
pub(crate) fn temporary(sandbox: &Path) -> Vec<PathBuf> {
    let files = FOLDERS.iter().flat_map(|folder| files_below(&sandbox.join(folder)));
    files.filter(|file| file.extension().is_some_and(|extension| extension == "tmp" || extension == "swap")).collect()
}

pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

fn is_backup(file: &Path) -> bool {
    file.parent().is_some_and(|folder| folder.ends_with("backups"))
        && file.extension().is_some_and(|extension| extension == "json")
}

fn copy_folder(from: &Path, to: &Path) {
    for file in files_below(from) {
        let target = to.join(file.strip_prefix(from).expect("it lies below"));
        fs::create_dir_all(target.parent().expect("it has a folder")).unwrap();
        fs::copy(&file, target).unwrap();
    }
}
