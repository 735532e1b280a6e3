//! The registry file: where it is, what an add leaves as it was, and who may read it.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use portico_tests::Sandbox;

use crate::{CUSTOMERS, customers, id, with_registry};

#[test]
fn an_add_leaves_other_entries_and_unknown_fields_as_they_were() {
    let contoso = r#"{ "x-ticket": [1,  2, 1e400], "tenant_id": "8F3C1D52-6A0B-4A3E-9D57-0C2B6F1E7A44",   "name": "Cont\u006fso",
      "favorite": false, "tags": [ ] }"#;
    let fabrikam = r#"{
        "name": "Fabrikam", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f", "cloud":"gcc-high", "notes": "", "x-😀": null
    }"#;
    let team = r#""x-team": { "lead":  "Åsa", "big": 12345678901234567890123 }"#;
    let around = |new: &str| {
        format!(
            "{{\n  {team},\n  \"schema\": 1,\n  \"tenants\": [\n    {contoso},\n    {fabrikam}{new}\n  ],\n  \"x-last\": \"kept\"\n}}\n"
        )
    };
    let sandbox = with_registry(&around(""));
    sandbox.portico(["add", "New", &id(1)]).done();
    let new = format!(",\n    {{\n      \"name\": \"New\",\n      \"tenant_id\": \"{}\"\n    }}", id(1));
    assert_eq!(sandbox.registry(), around(&new), "byte for byte");
}

#[test]
fn an_add_to_a_registry_of_our_own_making_only_appends() {
    let sandbox = Sandbox::new();
    sandbox.portico(["add", "A", &id(1), "--group", "G"]).done();
    let before = sandbox.registry();
    sandbox.portico(["add", "B", &id(2)]).done();
    let kept = before.strip_suffix("\n  ]\n}\n").expect("ends as an object does");
    assert!(
        sandbox.registry().starts_with(kept),
        "a diff shows the new entry and nothing else:\n{}",
        sandbox.registry()
    );
}

/// Runs an add under this umask.
fn add_under(sandbox: &Sandbox, umask: &str) {
    let mut command = sandbox.command("sh");
    command.args(["-c", "umask $0; exec \"$@\"", umask]).arg(crate::program()).args(["add", "A", &id(1)]);
    sandbox.run(&mut command, None).done();
}

fn mode(path: &Path) -> String {
    let mode = fs::metadata(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).permissions().mode();
    format!("{:04o}", mode & 0o7777)
}

#[test]
fn new_files_and_folders_are_the_users_alone_whatever_the_umask() {
    for umask in ["000", "022", "077"] {
        let mut sandbox = Sandbox::new();
        let data = sandbox.path().join("new/data");
        sandbox.set("XDG_DATA_HOME", data.as_os_str());
        add_under(&sandbox, umask);
        for folder in ["new", "new/data", "new/data/portico"] {
            assert_eq!(mode(&sandbox.path().join(folder)), "0700", "{folder} under umask {umask}");
        }
        for entry in fs::read_dir(data.join("portico")).unwrap() {
            let path = entry.unwrap().path();
            let wanted = if path.is_dir() { "0700" } else { "0600" };
            assert_eq!(mode(&path), wanted, "{} under umask {umask}", path.display());
        }
        assert_eq!(mode(&data.join("portico/registry.json")), "0600");
    }
}

#[test]
fn an_existing_file_keeps_its_mode_and_an_existing_folder_too() {
    for bits in [0o600, 0o640, 0o664] {
        let sandbox = customers();
        let path = sandbox.registry_path();
        fs::set_permissions(&path, Permissions::from_mode(bits)).unwrap();
        fs::set_permissions(path.parent().unwrap(), Permissions::from_mode(0o755)).unwrap();
        add_under(&sandbox, "077");
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (format!("{bits:04o}"), "0755".into()));
    }
}

#[test]
fn a_linked_registry_is_changed_where_it_is() {
    let sandbox = Sandbox::new();
    let real = sandbox.path().join("home/customers.json");
    fs::write(&real, CUSTOMERS).unwrap();
    fs::create_dir(sandbox.registry_path().parent().unwrap()).unwrap();
    symlink(&real, sandbox.registry_path()).unwrap();
    sandbox.portico(["add", "New", &id(1)]).done();
    assert!(sandbox.registry_path().is_symlink(), "the link stays");
    assert!(fs::read_to_string(real).unwrap().contains(&id(1)));
}

#[test]
fn the_registry_is_where_the_environment_or_the_settings_say() {
    let mut sandbox = customers();
    let home = sandbox.path().join("home");
    let count = |sandbox: &Sandbox| sandbox.portico(["list", "--format", "tsv"]).done().stdout.lines().count();
    assert_eq!(count(&sandbox), 2, "its usual place");

    let settings = sandbox.path().join("config/portico/settings.json");
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    fs::write(&settings, format!("{{ \"registry\": \"{}/team/customers.json\", \"x-unknown\": 1 }}", home.display()))
        .unwrap();
    let unmounted = sandbox.portico(["list"]);
    assert_eq!(unmounted.code, Some(5), "a share that is not mounted is not an empty registry");
    assert!(unmounted.stderr.contains("team/customers.json: its folder is not there"), "{}", unmounted.stderr);
    assert_eq!(sandbox.portico(["add", "New", &id(1)]).code, Some(5));
    assert!(!home.join("team").exists(), "nothing is made in its place");
    fs::create_dir(home.join("team")).unwrap();
    assert_eq!(count(&sandbox), 0, "the settings' file is not there yet");
    sandbox.portico(["add", "In settings", &id(1)]).done();
    assert!(fs::read_to_string(home.join("team/customers.json")).unwrap().contains("In settings"));
    let beside: Vec<_> = fs::read_dir(home.join("team")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["customers.json"], "the lock stays on this machine");

    // Once customers are known, a file that is not there counts as lost.
    let empty = "{ \"schema\": 1, \"tenants\": [] }";
    fs::write(home.join("relative.json"), empty).unwrap();
    sandbox.set("PORTICO_REGISTRY", "relative.json");
    sandbox.portico(["add", "In the environment", &id(2)]).done();
    assert!(fs::read_to_string(home.join("relative.json")).unwrap().contains("In the environment"));
    assert_eq!(count(&sandbox), 1, "the environment goes before the settings");

    sandbox.unset("PORTICO_REGISTRY");
    sandbox.set("PORTICO_HOME", home.join("portable").as_os_str());
    sandbox.portico(["add", "Portable", &id(3)]).done();
    assert!(fs::read_to_string(home.join("portable/registry.json")).unwrap().contains("Portable"));
    fs::write(home.join("portable/settings.json"), r#"{ "registry": "beside.json" }"#).unwrap();
    fs::write(home.join("portable/beside.json"), empty).unwrap();
    sandbox.portico(["add", "Beside", &id(4)]).done();
    let beside = fs::read_to_string(home.join("portable/beside.json")).unwrap();
    assert!(beside.contains("Beside"), "a relative path counts from the settings");
    sandbox.set("PORTICO_HOME", "");
    assert_eq!(count(&sandbox), 1, "an empty variable counts as unset");
    assert_eq!(sandbox.registry(), CUSTOMERS, "and nobody touched the registry in its usual place");
}
