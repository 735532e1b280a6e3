//! Registries that cannot be read, or not be written: said with the file and the line, and never touched.

use std::fs;
use std::os::unix::fs::symlink;

use portico_tests::{Output, Sandbox};

use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, refused, with_registry};

/// Runs every command that needs the registry, and returns what `list` says when each was refused with 5.
#[track_caller]
fn all_refused(sandbox: &Sandbox) -> Output {
    for arguments in [&["url", CONTOSO][..], &["open", "contoso.com"], &["portals", CONTOSO], &["add", "New", &id(1)]] {
        let output = refused(sandbox, arguments);
        assert_eq!(output.code, Some(5), "{arguments:?}: {output:?}");
    }
    refused(sandbox, &["list"])
}

#[test]
fn a_broken_registry_is_told_with_its_line_and_left_alone() {
    let sandbox = customers();
    let broken = [
        CUSTOMERS.replace("\"cloud\": \"gcc-high\"", "\"cloud\": \"gcchigh\""),
        CUSTOMERS.replace("5e6f\"", "5e6\""),
        CUSTOMERS.replace("\"Fabrikam\"", "\"\""),
        CUSTOMERS.replace(FABRIKAM, CONTOSO).replace("gcc-high", "gcc"),
        CUSTOMERS.replace("\"name\": \"Fabrikam\", ", ""),
        CUSTOMERS.replace("\"schema\": 1,", ""),
        CUSTOMERS[..300].to_owned(),
        String::new(),
        "[]".to_owned(),
    ];
    let said: String = broken
        .iter()
        .map(|text| {
            sandbox.write_registry(text);
            let output = all_refused(&sandbox);
            assert_eq!(sandbox.registry(), *text, "not even an empty file counts as an empty registry");
            output.transcript() + "\n"
        })
        .collect();
    insta::assert_snapshot!(said, @r#"
    --- stderr
    error: $DATA/portico/registry.json:7: no such cloud: "gcchigh" (public, gcc, gcc-high, dod, china)
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:7: not a tenant ID: "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6" (it has 35 characters, a tenant ID has 36)
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:7: the name is empty
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json: "Fabrikam" cannot stand beside the others: "Contoso Pharmaceuticals" already has this tenant ID in public, which shares its directory with gcc: 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:7: missing field `name`
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:9: missing field `schema`
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:6: EOF while parsing a string
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:1: EOF while parsing a value
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: $DATA/portico/registry.json:1: invalid type: sequence, expected an object
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    "#);
}

#[test]
fn what_is_no_text_file_is_no_registry() {
    let sandbox = customers();
    let path = sandbox.registry_path();
    fs::write(&path, b"{ \"schema\": 1,\n \"tenants\": [ \xff ] }").unwrap();
    let not_utf8 = all_refused(&sandbox).transcript();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let folder = all_refused(&sandbox).transcript();
    fs::remove_dir(&path).unwrap();
    let mkfifo = sandbox.run(sandbox.command("mkfifo").arg(&path), None);
    mkfifo.done();
    let fifo = [&["add", "New", &id(1)][..], &["list"]]
        // Reading it would wait for ever.
        .map(|arguments| sandbox.portico(arguments).transcript())
        .join("\n");
    fs::remove_file(&path).unwrap();
    symlink("nowhere.json", &path).unwrap();
    let dangling = all_refused(&sandbox).transcript();
    assert!(path.is_symlink(), "the link still says where the registry should be");
    insta::assert_snapshot!([not_utf8, folder, fifo, dangling].join("\n"), @"
    --- stderr
    error: $DATA/portico/registry.json:2: the file is not UTF-8 text
    hint: correct the file, or bring a backup back with `portico restore`
    hint: Portico does not write over a file that it cannot read
    --- exit 5
    --- stderr
    error: could not read $DATA/portico/registry.json: not a regular file
    --- exit 5
    --- stderr
    error: could not read $DATA/portico/registry.json: not a regular file
    --- exit 5
    --- stderr
    error: could not read $DATA/portico/registry.json: not a regular file
    --- exit 5
    --- stderr
    error: could not read $DATA/portico/registry.json: No such file or directory (os error 2)
    --- exit 5
    ");
}

#[test]
fn a_newer_registry_is_read_with_a_warning_and_never_written() {
    let sandbox = with_registry(&CUSTOMERS.replace("\"schema\": 1", "\"schema\": 2"));
    let said = crate::session(&sandbox, &[&["list"], &["url", "contoso.com"], &["list", "--json", "fabrikam"]]);
    assert_eq!(
        said.matches("warning: $DATA/portico/registry.json was written by a newer Portico (schema 2)").count(),
        3,
        "{said}"
    );
    assert_eq!(said.matches("--- exit 0").count(), 3, "{said}");
    insta::assert_snapshot!(refused(&sandbox, &["add", "New", &id(1)]).transcript(), @"
    --- stderr
    error: $DATA/portico/registry.json was written by a newer Portico (schema 2, this one writes 1); it is not changed
    hint: use the newer Portico
    --- exit 5
    ");
}

#[test]
fn a_newer_registry_of_another_shape_is_called_newer_not_broken() {
    let sandbox = with_registry("{ \"schema\": 2, \"customers\": {} }\n");
    let said = all_refused(&sandbox).stderr;
    assert!(said.contains("newer"), "nobody should be told to correct a file that is right:\n{said}");
}

#[test]
fn an_add_that_would_outgrow_what_can_be_read_is_refused() {
    let (head, tail) = ("{ \"schema\": 1, \"x-notes\": \"", "\",\n  \"tenants\": [] }\n");
    let filling = "x".repeat((16 << 20) - head.len() - tail.len());
    let sandbox = with_registry(&format!("{head}{filling}{tail}"));
    sandbox.portico(["list"]).done();
    let added = sandbox.portico(["add", "New", &id(1)]);
    let list = sandbox.portico(["list"]);
    assert_eq!(list.code, Some(0), "a saved registry is one that can be read again\n{added:?}\n{list:?}");
}

#[test]
fn broken_settings_stop_everything_rather_than_show_another_registry() {
    let sandbox = customers();
    let settings = sandbox.path().join("config/portico/settings.json");
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    let mut said = Vec::new();
    for text in ["{ \"registry\": ", "{\n  \"registry\": 5\n}\n", ""] {
        fs::write(&settings, text).unwrap();
        let output = all_refused(&sandbox);
        assert_eq!(output.code, Some(5));
        assert_eq!(fs::read_to_string(&settings).unwrap(), text);
        said.push(output.stderr.lines().next().unwrap_or_default().to_owned());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    error: $CONFIG/portico/settings.json:1: EOF while parsing a value
    error: $CONFIG/portico/settings.json:2: invalid type: integer `5`, expected a string
    error: $CONFIG/portico/settings.json:1: EOF while parsing a value
    ");
}
