//! What cargo says about the packages: who depends on whom, in which version, with which features.

use std::env;
use std::process::Command;

use serde_json::Value;

use crate::tokens::root;

/// One package in the dependency tree of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) features: Vec<String>,
}

/// Returns the package itself and all it is built from on this platform: no build scripts, no proc macros' own tools, no tests.
pub(crate) fn tree(package: &str) -> Vec<Package> {
    let mut packages: Vec<Package> =
        cargo(&["tree", "--locked", "-p", package, "-e", "normal", "--prefix", "none", "-f", "{p}|{f}"])
            .lines()
            .filter_map(|line| {
                // `serde v1.0.229 (proc-macro)|derive,std`, with ` (*)` at the end when listed before.
                let (package, features) = line.trim_end_matches(" (*)").split_once('|')?;
                let mut words = package.split(' ');
                let (name, version) = (words.next()?.to_owned(), words.next()?.trim_start_matches('v').to_owned());
                Some(Package { name, version, features: features.split(',').map(str::to_owned).collect() })
            })
            .collect();
    packages.sort();
    packages.dedup();
    assert!(!packages.is_empty(), "cargo tree should list {package}");
    packages
}

/// Returns the names of the packages that a member of the workspace names in its Cargo.toml; `kind` is `normal`, `dev` or `build`.
pub(crate) fn direct(member: &str, kinds: &[&str]) -> Vec<String> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"])).unwrap();
    let package = metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == member);
    let package = package.unwrap_or_else(|| panic!("{member} should be a member of the workspace"));
    let dependencies = package["dependencies"].as_array().unwrap().iter();
    let of_kind = dependencies.filter(|dependency| kinds.contains(&dependency["kind"].as_str().unwrap_or("normal")));
    of_kind.map(|dependency| dependency["name"].as_str().unwrap().to_owned()).collect()
}

fn cargo(arguments: &[&str]) -> String {
    let program = env::var_os("CARGO").unwrap_or("cargo".into());
    let output = Command::new(program).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "cargo {}:\n{}", arguments.join(" "), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
