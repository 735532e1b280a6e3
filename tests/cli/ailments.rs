//! `portico doctor` where something is wrong: each thing is named with what to do about it.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};

use portico_tests::{Browser, Desktop, Sandbox};

use crate::CUSTOMERS;
use crate::doctor::{portico, used, wrong};

#[test]
fn each_thing_that_is_wrong_is_named_with_what_to_do() {
    type Harm = fn(&Sandbox);
    let harms: [(&str, Harm); 11] = [
        ("broken registry", |sandbox| sandbox.write_registry("{")),
        ("gone registry", |sandbox| fs::remove_file(sandbox.registry_path()).unwrap()),
        ("conflict copy", |sandbox| fs::write(portico(sandbox, "data/registry (1).json"), CUSTOMERS).unwrap()),
        ("no pins", |sandbox| fs::remove_file(portico(sandbox, "state/pins.json")).unwrap()),
        ("broken pins", |sandbox| fs::write(portico(sandbox, "state/pins.json"), "{").unwrap()),
        ("changed customer", |sandbox| sandbox.write_registry(&CUSTOMERS.replace("contoso.com", "contoso.net"))),
        ("open to all", |sandbox| {
            fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o666)).unwrap();
        }),
        ("broken settings", |sandbox| fs::write(portico(sandbox, "config/settings.json"), "{").unwrap()),
        ("unreadable history", |sandbox| fs::create_dir(portico(sandbox, "state/history.jsonl")).unwrap()),
        ("unreadable backups", |sandbox| {
            fs::remove_dir_all(portico(sandbox, "data/backups")).unwrap();
            fs::write(portico(sandbox, "data/backups"), "").unwrap();
        }),
        ("two of them", |sandbox| {
            fs::write(portico(sandbox, "data/registry-PC2.json"), CUSTOMERS).unwrap();
            fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o606)).unwrap();
        }),
    ];
    let mut said = String::new();
    for (what, harm) in harms {
        let sandbox = used();
        assert_eq!(wrong(&sandbox), "", "in order before");
        harm(&sandbox);
        let found = wrong(&sandbox);
        assert_ne!(found, "", "{what}");
        said += &format!("- {what}\n{found}");
    }
    insta::assert_snapshot!(said, @r#"
    - broken registry
    WRONG registry    $DATA/portico/registry.json:1: EOF while parsing an object
                      correct it, or run `portico restore`
    - gone registry
    WRONG registry    $DATA/portico/registry.json is not there any more, though it held customers
                      put it back, or run `portico restore`
    - conflict copy
    WRONG registry    $DATA/portico/registry (1).json looks like a copy made when two machines wrote at once
                      take over what is missing in the registry, then move the copy away
    - no pins
    WRONG pins        $STATE/portico/pins.json is missing: no customer opens, for Portico cannot tell whether one was changed
                      look through `portico list`, then `portico pins accept --all`
    - broken pins
    WRONG pins        $STATE/portico/pins.json:1: EOF while parsing an object: no customer opens, for Portico cannot tell whether one was changed
                      look through `portico list`, then `portico pins accept --all`
    - changed customer
    WRONG pins        Contoso Pharmaceuticals (public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44) was changed outside Portico and does not open
                      run `portico pins` to see old and new
    - open to all
    WRONG registry    every user of this machine may change it
                      keep others out with `chmod o-w "$DATA/portico/registry.json"`
    - broken settings
    WRONG settings    $CONFIG/portico/settings.json:1: EOF while parsing an object
                      correct the file, or remove it
    - unreadable history
    WRONG history     $STATE/portico/history.jsonl: Is a directory (os error 21)
                      see to it that Portico may read and write it
    - unreadable backups
    WRONG backups     could not read $DATA/portico/backups: Not a directory (os error 20)
                      see to it that Portico may read the folder
    - two of them
    WRONG registry    every user of this machine may change it
                      keep others out with `chmod o-w "$DATA/portico/registry.json"`
    WRONG registry    $DATA/portico/registry-PC2.json looks like a copy made when two machines wrote at once
                      take over what is missing in the registry, then move the copy away
    "#);
}

#[test]
fn a_file_of_somebody_else_is_wrong() {
    let sandbox = used();
    if chown(sandbox.registry_path(), Some(12345), None).is_err() {
        eprintln!("SKIPPED: only root can give a file away");
        return;
    }
    insta::assert_snapshot!(wrong(&sandbox), @r#"
    WRONG registry    it belongs to another user (user ID 12345): customers open, changes are refused
                      make it yours, for instance with `sudo chown "$USER" "$DATA/portico/registry.json"`
    "#);
    // A team's file, shared through a group, is as it should be.
    fs::set_permissions(sandbox.registry_path(), Permissions::from_mode(0o660)).unwrap();
    assert_eq!(wrong(&sandbox), "");
}

#[test]
fn a_browser_that_is_not_there_is_wrong() {
    let desktop = Desktop::bare(Sandbox::with_browser(Browser::Missing));
    insta::assert_snapshot!(wrong(&desktop.sandbox), @"
    WRONG browser     no default browser is set: opening may not work
                      set one, for instance with `xdg-settings set default-web-browser firefox-esr.desktop`
    ");
}
