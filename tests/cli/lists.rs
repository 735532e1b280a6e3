//! Lists of customers from other programs: written down, imported, and what is there afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use portico_tests::{Output, Sandbox};
use serde_json::Value;

use crate::{CONTOSO, FABRIKAM};

/// Writes a list into the home folder, where commands are run: its name is enough to import it.
pub(crate) fn list(sandbox: &Sandbox, name: &str, contents: impl AsRef<[u8]>) {
    fs::write(sandbox.path().join("home").join(name), contents).unwrap();
}

/// Returns a list of these rows, which lie between commas. `CONTOSO` and `FABRIKAM` stand for their tenant IDs, `#7` for that of
/// [`crate::id`].
pub(crate) fn table(header: &str, rows: &[&str]) -> String {
    let mut text = format!("{header}\n");
    for row in rows {
        let cells: Vec<_> = row.split(',').map(|cell| numbered(cell).unwrap_or_else(|| cell.to_owned())).collect();
        text += &(cells.join(",") + "\n");
    }
    text
}

fn numbered(cell: &str) -> Option<String> {
    match cell {
        "CONTOSO" => Some(CONTOSO.to_owned()),
        "FABRIKAM" => Some(FABRIKAM.to_owned()),
        _ => cell.strip_prefix('#')?.parse().ok().map(crate::id),
    }
}

/// Writes a list as `list.csv` and imports it with further arguments. Returns what `--json` says.
#[track_caller]
pub(crate) fn imported(sandbox: &Sandbox, text: &str, more: &[&str]) -> Value {
    list(sandbox, "list.csv", text);
    json(sandbox, "list.csv", more)
}

/// Imports a file and returns what `--json` says.
#[track_caller]
pub(crate) fn json(sandbox: &Sandbox, file: &str, more: &[&str]) -> Value {
    sandbox.portico([&["import", file, "--json"], more].concat()).done().json()
}

/// Returns the entries of the registry file; none when there is no file.
pub(crate) fn tenants(sandbox: &Sandbox) -> Vec<Value> {
    if sandbox.registry_path().exists() {
        sandbox.registry_json()["tenants"].as_array().unwrap().clone()
    } else {
        Vec::new()
    }
}

/// Returns the registry's entry of this name.
#[track_caller]
pub(crate) fn tenant(sandbox: &Sandbox, name: &str) -> Value {
    let tenants = tenants(sandbox);
    tenants.iter().find(|tenant| tenant["name"] == name).unwrap_or_else(|| panic!("no {name} in {tenants:#?}")).clone()
}

/// Returns one member of each object: `of(&said["conflicts"], "reason")`.
#[track_caller]
pub(crate) fn of(objects: &Value, member: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    objects.as_array().unwrap().iter().map(|object| text(&object[member])).collect()
}

/// Returns all files that Portico keeps, the registry and its backups among them, with their contents.
pub(crate) fn kept(sandbox: &Sandbox) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let places = ["config/portico", "data/portico", "state/portico", "cache/portico", "run/portico"];
    let mut folders: Vec<_> = places.map(|name| sandbox.path().join(name)).into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                // Who holds the lock is written into it, and nobody reads that.
                let is_lock = path.extension().is_some_and(|end| end == "lock");
                let contents = if is_lock { Vec::new() } else { fs::read(&path).unwrap() };
                files.insert(path, contents);
            }
        }
    }
    files
}

/// Runs a command that must leave every file as it was, and make none.
#[track_caller]
pub(crate) fn changing_nothing(sandbox: &Sandbox, arguments: &[&str]) -> Output {
    let before = kept(sandbox);
    let output = sandbox.portico(arguments);
    let after = kept(sandbox);
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before), "no file comes or goes with {arguments:?}");
    let changed: Vec<_> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert_eq!(changed, Vec::<&PathBuf>::new(), "no file changes with {arguments:?}: {output:?}");
    output
}

/// Makes sure that every customer opens: none waits for somebody who looks at it.
#[track_caller]
pub(crate) fn assert_all_open(sandbox: &Sandbox) {
    for tenant in tenants(sandbox) {
        let cloud = tenant["cloud"].as_str().unwrap_or("public");
        let identity = format!("{cloud}/{}", tenant["tenant_id"].as_str().unwrap());
        let output = sandbox.portico(["open", &identity, "--print"]);
        assert_eq!(output.code, Some(0), "{identity} should open: {output:?}");
    }
}

/// The path of a sample file: one for each format, as the programs write it.
pub(crate) fn sample(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(file)
}
