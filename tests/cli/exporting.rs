//! Writing the customers out: for machines without loss, for spreadsheets without harm, and back in again.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use portico_tests::Sandbox;

use crate::lists::{changing_nothing, json, kept, list, sample};
use crate::{CONTOSO, CUSTOMERS, customers, id, program, refused, session, with_registry};

/// A registry of Portico's own making with everything that makes CSV hard.
fn hard() -> Sandbox {
    let sandbox = Sandbox::new();
    let notes = "call \"Åsa\"; then, if need be,\nwrite\r\n=SUM(A1)\n\n";
    for arguments in [
        &[
            "=cmd|' /C calc'!A0",
            &id(1),
            "--notes",
            notes,
            "--alias",
            "a;b",
            "--alias",
            "c,d",
            "--alias",
            "\"e\"",
            "--alias=-f",
        ][..],
        &["'=quoted", &id(2), "--tag", "=1+1", "--tag", ";", "--tag", "'", "--group", "@group", "--notes", "\t=tab"],
        &[
            "+46 8 123",
            &id(3),
            "--cloud",
            "gcc-high",
            "--favorite",
            "--confirm",
            "--portal",
            "entra",
            "--domain",
            "a.example",
        ],
        &[
            "\"A\"; \"B\", C",
            &id(4),
            "--own",
            "--initial-domain",
            "b.onmicrosoft.com",
            "--sharepoint",
            "b",
            "--notes",
            "'",
        ],
        &["Łąka 北京 👩\u{200d}💻", &id(5), "--cloud", "china", "--alias", "＝x", "--notes", "\n-first"],
        &["true", &id(6), "--group", "1e5", "--notes", " spaces "],
    ] {
        sandbox.portico([&["add"], arguments].concat()).done();
    }
    sandbox
}

#[test]
fn json_is_the_registry_file_itself() {
    let by_hand = CUSTOMERS
        .replace("\"favorite\": true", "\"favorite\":   true, \"x-ticket\": [1,  1e400]")
        .replace("\"schema\"", "\"x-team\": { \"lead\":  \"Åsa\" },\n  \"schema\"");
    for text in [CUSTOMERS, &by_hand] {
        let sandbox = with_registry(text);
        for arguments in [&["export"][..], &["export", "--format", "json"]] {
            assert_eq!(sandbox.portico(arguments).done().stdout, text);
        }
        sandbox.portico(["export", "-o", "./out.json"]).done();
        assert_eq!(fs::read_to_string(sandbox.path().join("home/out.json")).unwrap(), text);
        assert_eq!(sandbox.registry(), text);
    }
}

#[test]
fn csv_has_a_column_for_each_field() {
    let said = session(&customers(), &[&["export", "--format", "csv"]]);
    insta::assert_snapshot!(said.replace('\r', "␍"), @"
    $ portico export --format csv
    name,tenant_id,cloud,domain,initial_domain,sharepoint,group,tags,aliases,favorite,own,confirm,portal,verified_domain,verified_at,notes␍
    Contoso Pharmaceuticals,8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44,public,contoso.com,contoso.onmicrosoft.com,contoso,Healthcare,tier1,CTSO,true,,,,,,␍
    Fabrikam,0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f,gcc-high,,,,,,,,,,,,,␍
    --- exit 0
    ");
}

#[test]
fn without_customers_there_is_a_list_without_rows() {
    let sandbox = Sandbox::new();
    let said = session(
        &sandbox,
        &[&["export"], &["export", "--format", "csv"], &["export", "-o", "./out.csv", "--format", "csv"]],
    );
    insta::assert_snapshot!(said.replace('\r', "␍"), @r#"
    $ portico export
    {
      "schema": 1,
      "tenants": []
    }
    --- exit 0
    $ portico export --format csv
    name,tenant_id,cloud,domain,initial_domain,sharepoint,group,tags,aliases,favorite,own,confirm,portal,verified_domain,verified_at,notes␍
    --- exit 0
    $ portico export -o ./out.csv --format csv
    Exported 0 customers to ./out.csv
    --- exit 0
    "#);
    assert_eq!(kept(&sandbox).len(), 0, "looking makes no registry");
    let again = json(&sandbox, "out.csv", &[]);
    assert_eq!((&again["format"], &again["rows"]), (&"portico-csv".into(), &0.into()));
}

#[test]
fn what_is_exported_comes_back_to_the_letter() {
    let all = Sandbox::new();
    for file in ["cipp-tenants.csv", "generic.csv", "az-account-list.json", "partner-center.csv"] {
        all.portico(["import".as_ref(), sample(file).as_os_str()]).done();
    }
    // Fields that were filled in later stand behind the others, which a new file does not know.
    let fields = |sandbox: &Sandbox| sandbox.registry_json();
    for (what, sandbox) in [("hard texts", hard()), ("the samples", all)] {
        for format in ["json", "csv"] {
            sandbox.portico(["export", "--format", format, "-o", "./out"]).done();
            let piped = sandbox.portico(["export", "--format", format]).done().stdout;
            let new = Sandbox::new();
            list(&new, "file", fs::read(sandbox.path().join("home/out")).unwrap());
            new.portico(["import", "file"]).done();
            assert_eq!(fields(&new), fields(&sandbox), "{what} as {format}");
            assert!(what == "the samples" || new.registry() == sandbox.registry(), "{what} as {format}, byte for byte");
            let new = Sandbox::new();
            new.portico_reading(&piped, ["import", "-"]).done();
            assert_eq!(fields(&new), fields(&sandbox), "{what} as {format} through a pipe");
            let again = changing_nothing(&sandbox, &["import", "./out"]).done().stdout;
            assert!(again.contains("There is nothing to import."), "{what} as {format}, at home: {again}");
        }
    }
}

#[test]
fn a_spreadsheet_may_save_our_csv_in_its_own_way() {
    let sandbox = hard();
    let csv = sandbox.portico(["export", "--format", "csv"]).done().stdout;
    let marked = format!("\u{feff}{csv}");
    let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let shouted = csv.replace(",true,", ",TRUE,");
    for (what, bytes) in [("UTF-8", csv.clone().into_bytes()), ("UTF-16", wide), ("TRUE", shouted.into())] {
        let new = Sandbox::new();
        list(&new, "list.csv", bytes);
        new.portico(["import", "list.csv"]).done();
        assert_eq!(new.registry(), sandbox.registry(), "{what}");
    }
}

#[test]
fn a_file_for_excel_begins_with_a_mark_and_a_pipe_does_not() {
    let sandbox = customers();
    let piped = sandbox.portico(["export", "--format", "csv"]).done().stdout;
    assert!(piped.starts_with("name,tenant_id,"), "{piped}");
    let said = sandbox.portico(["export", "--format", "csv", "-o", "./out.csv"]).done();
    assert_eq!(said.stdout, "Exported 2 customers to ./out.csv\n");
    let file = fs::read(sandbox.path().join("home/out.csv")).unwrap();
    assert_eq!(file, ["\u{feff}".as_bytes(), piped.as_bytes()].concat());
    sandbox.portico(["export", "-o", "./out.json"]).done();
    assert_eq!(fs::read(sandbox.path().join("home/out.json")).unwrap()[0], b'{', "JSON never has one");
}

#[test]
fn an_export_is_for_its_owner_alone_and_keeps_the_mode_of_what_was_there() {
    let sandbox = customers();
    let path = sandbox.path().join("home/out.json");
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o7777;
    let mut command = sandbox.command("sh");
    command.args(["-c", "umask 000; exec \"$@\"", "sh"]).arg(program()).args(["export", "-o", "./out.json"]);
    sandbox.run(&mut command, None).done();
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    sandbox.portico(["export", "-o", "./out.json"]).done();
    assert_eq!(mode(), 0o640);
    let left = fs::read_dir(sandbox.path().join("home"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(left.filter(|name| name.contains("tmp") || name.contains("out")).collect::<Vec<_>>(), ["out.json"]);
}

#[test]
fn an_export_goes_over_none_of_porticos_own_files() {
    let sandbox = customers();
    sandbox.portico(["add", "New", &id(1)]).done();
    list(&sandbox, "list.csv", format!("Tenant ID,Name\n{},Adatum\n", id(2)));
    sandbox.portico(["import", "list.csv"]).done();
    let home = sandbox.path().join("home");
    symlink(sandbox.registry_path(), home.join("link.json")).unwrap();
    let before = kept(&sandbox);
    for path in [
        "../data/portico/registry.json",
        "../data/portico/registry.json.lock",
        "../state/portico/pins.json",
        "../state/portico/import.json",
        "../home/../data/portico/registry.json",
        "link.json",
    ] {
        for path in [path.to_owned(), home.join(path).display().to_string()] {
            let output = refused(&sandbox, &["export", "--format", "csv", "-o", &path]);
            assert_eq!(output.code, Some(1), "{path}: {output:?}");
            assert!(output.stderr.contains("Portico keeps its own data there"), "{path}: {output:?}");
        }
    }
    assert_eq!(kept(&sandbox), before);
}

#[test]
fn what_cannot_be_written_is_said_and_leaves_nothing_behind() {
    let sandbox = customers();
    fs::create_dir(sandbox.path().join("home/folder")).unwrap();
    for path in ["./missing/out.json", "./folder", "/proc/out.json"] {
        let output = refused(&sandbox, &["export", "-o", path]);
        assert_eq!(output.code, Some(1), "{output:?}");
        assert!(output.stderr.contains(path), "{output:?}");
    }
    assert_eq!(fs::read_dir(sandbox.path().join("home/folder")).unwrap().count(), 0);
}

#[test]
fn a_reader_who_has_seen_enough_of_an_export_is_no_error() {
    let sandbox =
        with_registry(&CUSTOMERS.replace("\"favorite\": true", &format!("\"notes\": \"{}\"", "x".repeat(200_000))));
    for format in ["json", "csv"] {
        let mut command = sandbox.command("bash");
        command
            .args(["-c", "\"$0\" export --format $1 | head -1; echo \"${PIPESTATUS[0]}\""])
            .arg(program())
            .arg(format);
        let output = sandbox.run(&mut command, None);
        let first = if format == "json" { "{\n" } else { "name,tenant_id," };
        assert!(output.stdout.starts_with(first) && output.stdout.ends_with("\n0\n"), "{output:?}");
        assert_eq!(output.stderr, "", "{format}");
    }
}

#[test]
fn a_newer_registry_can_be_exported_and_a_broken_one_not() {
    let sandbox = with_registry(&CUSTOMERS.replace("\"schema\": 1", "\"schema\": 2"));
    for format in ["json", "csv"] {
        let output = sandbox.portico(["export", "--format", format]).done();
        assert!(output.stdout.contains(CONTOSO), "{output:?}");
        assert!(output.stderr.contains("was written by a newer Portico (schema 2)"), "{output:?}");
    }
    let broken = with_registry("{ torn");
    for format in ["json", "csv"] {
        assert_eq!(refused(&broken, &["export", "--format", format, "-o", "./out"]).code, Some(5));
    }
    assert!(!broken.path().join("home/out").exists());
}
