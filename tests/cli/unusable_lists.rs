//! Lists that cannot be used: said with the file's name and the reason, and nothing is touched.

use std::fs;

use portico_tests::{Output, Sandbox};

use crate::lists::{changing_nothing, list, table};
use crate::{customers, id};

/// A sandbox with customers who are known, and with an import that could be taken back.
pub(crate) fn known() -> Sandbox {
    let sandbox = customers();
    list(&sandbox, "first.csv", table("Tenant ID,Name", &["#90,First"]));
    sandbox.portico(["import", "first.csv"]).done();
    sandbox
}

/// Imports a file that must be refused: no file changes, the import before can still be taken back.
#[track_caller]
fn unusable(sandbox: &Sandbox, file: &str) -> Output {
    let output = changing_nothing(sandbox, &["import", file]);
    assert_eq!(output.code, Some(1), "{file}: {output:?}");
    assert_eq!(output.stdout, "", "a script must not take a refusal for a result");
    assert!(output.stderr.contains(file), "it names the file: {output:?}");
    let undone = sandbox.portico(["import", "--undo", "--dry-run"]).done().stdout;
    assert!(undone.contains("- First"), "the import before it stays the last one: {undone}");
    output
}

/// Refuses each of these contents in turn, and returns what is said.
#[track_caller]
pub(crate) fn said(lists: &[(&str, Vec<u8>)]) -> String {
    let sandbox = known();
    let say = |(name, contents): &(&str, Vec<u8>)| {
        list(&sandbox, name, contents);
        unusable(&sandbox, name).transcript() + "\n"
    };
    lists.iter().map(say).collect()
}

#[test]
fn what_is_no_list_is_called_what_it_is() {
    let signed_out = "<!DOCTYPE html>\n<html><head><title>Sign in to your account</title></head><body>\
        <form action=\"https://login.microsoftonline.com/common/login\"><input type=\"password\"></form></body></html>";
    let utf_16: Vec<u8> = "Tenant ID,Name\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let lists = [
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("customers.xlsx.csv", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml".to_vec()),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        ("list.pdf", b"%PDF-1.7".to_vec()),
        ("list.csv.gz", b"\x1f\x8b\x08\0".to_vec()),
        ("download.csv", signed_out.into()),
        ("page.csv", b"<html><body>Not found</body></html>".to_vec()),
        ("empty.csv", Vec::new()),
        ("mark.csv", b"\xef\xbb\xbf".to_vec()),
        ("blank.csv", b" \r\n\t\r\n".to_vec()),
        ("wide.csv", utf_16),
        ("zeros.csv", format!("Tenant ID,Name\n{},A\0B\n", id(1)).into()),
        ("noise.csv", vec![0x81, 0x8d, 0x02, 0xff]),
        ("prose.txt", b"Dear all,\nplease find the list attached.\n".to_vec()),
        ("other.csv", b"Firma,Ort,Nummer\nAdatum,Oslo,7\n".to_vec()),
        ("headers.csv", b"Tenant ID,Name\n".to_vec()),
    ];
    insta::assert_snapshot!(said(&lists), @r#"
    --- stderr
    error: picture.csv cannot be imported: it is a picture
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: customers.xlsx.csv cannot be imported: it is an Excel workbook or another archive: save the list as CSV
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: old.xls cannot be imported: it is an Excel workbook of the old kind: save the list as CSV
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: list.pdf cannot be imported: it is a PDF document
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: list.csv.gz cannot be imported: it is a compressed file
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: download.csv cannot be imported: it is a sign-in page, not the list: sign in and download it again
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: page.csv cannot be imported: it is a web page without portal links
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: empty.csv cannot be imported: it is empty
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: mark.csv cannot be imported: it is empty
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: blank.csv cannot be imported: it is empty
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: wide.csv cannot be imported: it is UTF-16 without a byte order mark: save it as UTF-8
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: zeros.csv cannot be imported: it is not a text
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: noise.csv cannot be imported: it is not a text
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: prose.txt cannot be imported: it is no list of customers that Portico knows
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: other.csv cannot be imported: it has no column of tenant IDs; its columns are: Firma, Ort, Nummer
    hint: say what they hold, as in --map "COLUMN=tenant_id" --map "COLUMN=name"
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: headers.csv cannot be imported: it has no rows
    hint: nothing was changed
    --- exit 1
    "#);
}

#[test]
fn json_that_is_cut_doubled_or_too_deep_is_refused_whole() {
    let row = format!("{{\"tenantId\":\"{}\",\"displayName\":\"Adatum\"}}", id(1));
    let deep = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)).into_bytes();
    let lists = [
        ("cut.json", format!("[{row},\n{{\"tenan").into()),
        ("cut-page.json", format!("{{\"value\":[{row}").into()),
        ("twice.json", format!("[{row},\n{{\"tenantId\":\"{}\",\"tenantId\":\"{}\"}}]", id(2), id(3)).into()),
        ("lists-twice.json", format!("{{\"value\":[{row}],\"value\":[]}}").into()),
        ("deep-60.json", deep(60)),
        ("deep-100000.json", deep(100_000)),
        ("brackets.json", ["[".repeat(100_000), "]".repeat(100_000)].concat().into()),
        ("open-brackets.json", "[".repeat(100_000).into()),
        ("pages-in-pages.json", "{\"value\":[".repeat(50_000).into()),
        ("no-objects.json", b"[[1, 2], [3]]".to_vec()),
        ("no-rows.json", b"{\"value\": []}".to_vec()),
        ("no-ids.json", b"[{\"firma\": \"Adatum\", \"nummer\": 7}]".to_vec()),
        ("newer.json", format!("{{\"schema\":2,\"tenants\":[{{\"name\":\"A\",\"tenant_id\":\"{}\"}}]}}", id(1)).into()),
    ];
    insta::assert_snapshot!(said(&lists), @r#"
    --- stderr
    error: cut.json cannot be imported: its JSON cannot be read: it is cut off (line 2)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: cut-page.json cannot be imported: its JSON cannot be read: it is cut off (line 1)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: twice.json cannot be imported: its JSON cannot be read: duplicate field `tenantId` (line 2)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: lists-twice.json cannot be imported: its JSON cannot be read: duplicate field `value` (line 1)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: deep-60.json cannot be imported: it has no column of tenant IDs; its columns are: a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a…
    hint: say what they hold, as in --map "COLUMN=tenant_id" --map "COLUMN=name"
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: deep-100000.json cannot be imported: its JSON cannot be read: recursion limit exceeded (line 1)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: brackets.json cannot be imported: its JSON cannot be read: recursion limit exceeded (line 1)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: open-brackets.json cannot be imported: its JSON cannot be read: it is cut off (line 1)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: pages-in-pages.json cannot be imported: its JSON cannot be read: it is cut off (line 1)
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: no-objects.json cannot be imported: its list holds no objects
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: no-rows.json cannot be imported: it has no rows
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: no-ids.json cannot be imported: it has no column of tenant IDs; its columns are: firma, nummer
    hint: say what they hold, as in --map "COLUMN=tenant_id" --map "COLUMN=name"
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: newer.json cannot be imported: a newer Portico exported it (schema 2)
    hint: nothing was changed
    --- exit 1
    "#);
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let sandbox = known();
    let home = sandbox.path().join("home");
    sandbox.run(sandbox.command("mkfifo").arg(home.join("pipe.csv")), None).done();
    fs::create_dir(home.join("folder.csv")).unwrap();
    let mut said = Vec::new();
    for file in ["pipe.csv", "folder.csv", "/dev/zero"] {
        said.push(unusable(&sandbox, file).transcript());
    }
    insta::assert_snapshot!(said.join("\n"), @"
    --- stderr
    error: could not read pipe.csv: not a regular file
    hint: to read from a pipe, use -: COMMAND | portico import -
    --- exit 1
    --- stderr
    error: could not read folder.csv: not a regular file
    --- exit 1
    --- stderr
    error: could not read /dev/zero: not a regular file
    hint: to read from a pipe, use -: COMMAND | portico import -
    --- exit 1
    ");
    let missing = unusable(&sandbox, "missing.csv").stderr;
    assert!(missing.starts_with("error: could not read missing.csv: "), "{missing}");
}
