//! Tables however their program saves them, with columns in any language.

use portico_tests::Sandbox;
use serde_json::{Value, json};

use crate::lists::{imported, json, list, of, table, tenants};
use crate::{id, refusals, refused};

/// Returns name and tenant ID of each customer that a file gives.
#[track_caller]
pub(crate) fn customers_of(name: &str, contents: &[u8], more: &[&str]) -> Vec<(String, String)> {
    let sandbox = Sandbox::new();
    list(&sandbox, name, contents);
    json(&sandbox, name, more);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    tenants(&sandbox).iter().map(|tenant| (text(&tenant["name"]), text(&tenant["tenant_id"]))).collect()
}

pub(crate) fn one(name: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), id(1))]
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_table_is_read_however_its_program_saves_it() {
    let id = id(1);
    let windows_1252 = [b"Name;Tenant ID\r\n\xc5keri \x80;".as_slice(), id.as_bytes(), b"\r\n"].concat();
    let marked = format!("\u{feff}#TYPE System.Object\r\n\"Name\",\"Tenant ID\"\r\n\"Åkeri €\",\"{id}\"\r\n");
    for (what, bytes) in [
        ("commas", format!("Name,Tenant ID\nÅkeri €,{id}\n").into_bytes()),
        ("semicolons", format!("Name;Tenant ID\nÅkeri €;{id}\n").into_bytes()),
        ("tabs", format!("Name\tTenant ID\nÅkeri €\t{id}\n").into_bytes()),
        ("old Mac line ends", format!("Name,Tenant ID\rÅkeri €,{id}\r").into_bytes()),
        ("no last line end", format!("Name,Tenant ID\r\nÅkeri €,{id}").into_bytes()),
        ("empty lines", format!("Name,Tenant ID\n\n,\nÅkeri €,{id}\n\n").into_bytes()),
        ("what Excel is told", format!("sep=;\r\nName;Tenant ID\r\nÅkeri €;{id}\r\n").into_bytes()),
        ("headers in another hand", format!(" NAME ; tenant_id \nÅkeri €; {{{}}} \n", id.to_uppercase()).into_bytes()),
        ("UTF-8 with a mark", marked.clone().into_bytes()),
        ("UTF-16", utf_16(&marked, u16::to_le_bytes)),
        ("UTF-16, the other way round", utf_16(&marked, u16::to_be_bytes)),
        ("Windows-1252", windows_1252),
    ] {
        assert_eq!(customers_of("list.csv", &bytes, &[]), one("Åkeri €"), "{what}");
    }
}

#[test]
fn letters_that_are_a_guess_are_said_to_be_one() {
    let sandbox = Sandbox::new();
    list(&sandbox, "list.csv", [b"Name;Tenant ID\r\n\xc5keri;".as_slice(), id(1).as_bytes()].concat());
    let said = sandbox.portico(["import", "list.csv"]).done();
    assert_eq!(said.stderr, "note: the list is not in Unicode: look whether names have the right letters\n");
}

#[test]
fn columns_in_another_language_are_named_once() {
    let swedish = format!("Kund;Klient-ID;Domän;Grupp=typ\nAdatum;{};adatum.example;Guld\n", id(1));
    let dutch = format!("Klant,Huurder,Domein,Groep\nAdatum,{},adatum.example,Goud\n", id(1));
    for (text, more) in [
        (
            swedish,
            ["--map", "Kund=name", "--map", "KLIENT-ID=tenant_id", "--map", "Domän=domain", "--map", "Grupp=typ=group"],
        ),
        (
            dutch,
            ["--map", "Klant=name", "--map", "Huurder=tenant_id", "--map", "Domein=domain", "--map", "Groep=group"],
        ),
    ] {
        let sandbox = Sandbox::new();
        list(&sandbox, "list.csv", &text);
        json(&sandbox, "list.csv", &more);
        let tenant = &tenants(&sandbox)[0];
        assert_eq!(
            (&tenant["name"], &tenant["tenant_id"], &tenant["domain"]),
            (&json!("Adatum"), &json!(id(1)), &json!("adatum.example"))
        );
        assert!(tenant["group"].as_str().is_some_and(|group| group.starts_with("Go") || group == "Guld"), "{tenant}");
    }
}

#[test]
fn a_column_that_is_named_goes_before_the_usual_one() {
    let text = format!("Name,Kund,Tenant ID,Alt\nsub-1,Adatum,{},{}\n", id(2), id(1));
    let more = ["--map", "Kund=name", "--map", "Alt=tenant_id"];
    assert_eq!(customers_of("list.csv", text.as_bytes(), &more), one("Adatum"));
    let nested = json!([{ "kund": "Adatum", "org": { "nr": id(1) } }]).to_string();
    let more = ["--map", "kund=name", "--map", "org.nr=tenant_id"];
    assert_eq!(customers_of("list.json", nested.as_bytes(), &more), one("Adatum"), "also in JSON");
}

#[test]
fn a_column_that_cannot_be_named_so_is_refused() {
    let sandbox = Sandbox::new();
    list(&sandbox, "list.csv", format!("Kund;Klient-ID\nAdatum;{}\n", id(1)));
    list(&sandbox, "notes.txt", format!("Adatum {}\n", id(1)));
    let said = refusals(
        &sandbox,
        &[
            &["import", "list.csv"],
            &["import", "list.csv", "--map", "Klant=name", "--map", "Klient-ID=tenant_id"],
            &["import", "list.csv", "--map", "Kund=nam"],
            &["import", "list.csv", "--map", "Kund"],
            &["import", "list.csv", "--map", "Kund=tenant_id"],
            &["import", "notes.txt", "--map", "Kund=name"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico import list.csv
    --- stderr
    error: list.csv cannot be imported: it has no column of tenant IDs; its columns are: Kund, Klient-ID
    hint: say what they hold, as in --map "COLUMN=tenant_id" --map "COLUMN=name"
    hint: nothing was changed
    --- exit 1
    $ portico import list.csv --map Klant=name --map Klient-ID=tenant_id
    --- stderr
    error: list.csv cannot be imported: it has no column "Klant"; its columns are: Kund, Klient-ID
    hint: nothing was changed
    --- exit 2
    $ portico import list.csv --map Kund=nam
    --- stderr
    error: invalid value 'Kund=nam' for '--map <COLUMN=FIELD>': not COLUMN=FIELD: "Kund=nam" (fields: name, tenant_id, cloud, domain, initial_domain, sharepoint, group, tags, aliases, notes, ignore)

    For more information, try '--help'.
    --- exit 2
    $ portico import list.csv --map Kund
    --- stderr
    error: invalid value 'Kund' for '--map <COLUMN=FIELD>': not COLUMN=FIELD: "Kund" (fields: name, tenant_id, cloud, domain, initial_domain, sharepoint, group, tags, aliases, notes, ignore)

    For more information, try '--help'.
    --- exit 2
    $ portico import list.csv --map Kund=tenant_id
    --- stderr
    error: list.csv cannot be imported: it has no tenant ID in 1 of 1 rows where one is expected; its columns are: Kund, Klient-ID
    hint: say what they hold, as in --map "COLUMN=tenant_id" --map "COLUMN=name"
    hint: nothing was changed
    --- exit 1
    $ portico import notes.txt --map Kund=name
    --- stderr
    error: notes.txt cannot be imported: it has no columns that could be named
    hint: nothing was changed
    --- exit 2
    "#);
}

#[test]
fn a_column_of_other_ids_is_not_taken_for_tenants() {
    for header in ["Id", "Object ID", "Application ID", "Partnership ID", "Nummer"] {
        let sandbox = Sandbox::new();
        list(&sandbox, "list.csv", format!("{header},Name\n{},Adatum\n", id(1)));
        let output = refused(&sandbox, &["import", "list.csv"]);
        assert!(output.stderr.contains(&format!("its columns are: {header}, Name")), "{output:?}");
        let beside = format!("{header},Name,Tenant ID\n{},Adatum,{}\n", id(2), id(1));
        assert_eq!(customers_of("list.csv", beside.as_bytes(), &[]), one("Adatum"), "{header}");
    }
}

#[test]
fn rows_that_are_wrong_are_told_with_their_lines_and_the_others_come_in() {
    let sandbox = Sandbox::new();
    let rows = [
        "00000000-0000-0000-0000-000000000000,Nil,".to_owned(),
        "ffffffff-ffff-ffff-ffff-ffffffffffff,Max,".to_owned(),
        "9188040d-6c67-4c5b-b112-36a304b66dad,Personal,".to_owned(),
        "common,Common,".to_owned(),
        format!("{},Adatum,not a domain", id(1)),
        format!("{},Long,,", id(2)),
        id(3),
        format!("{},\"Two\nlines\",", id(4)),
        format!("{},Litware,", id(5)),
        format!("{},Wingtip,", id(6)),
        format!("{},Tailspin,", id(7)),
        format!("{},Proseware,", id(8)),
    ];
    list(&sandbox, "list.csv", format!("Tenant ID,Name,Domain\r\n{}\r\n", rows.join("\r\n")));
    insta::assert_snapshot!(sandbox.portico(["import", "list.csv"]).transcript(), @r#"
    list.csv: a list with columns, 12 rows
    New (5)
      + Adatum (public)  public/5b1d7a60-9c3e-4f28-8e41-000000000001
      + Litware (public)  public/5b1d7a60-9c3e-4f28-8e41-000000000005
      + Wingtip (public)  public/5b1d7a60-9c3e-4f28-8e41-000000000006
      + Tailspin (public)  public/5b1d7a60-9c3e-4f28-8e41-000000000007
      + Proseware (public)  public/5b1d7a60-9c3e-4f28-8e41-000000000008
    Skipped (7)
      - line 2: Nil: the all-zero ID names no tenant: 00000000-0000-0000-0000-000000000000
      - line 3: Max: the all-f ID names no tenant: ffffffff-ffff-ffff-ffff-ffffffffffff
      - line 4: Personal: the tenant of personal Microsoft accounts, not a customer's: 9188040d-6c67-4c5b-b112-36a304b66dad
      - line 5: Common: a sign-in placeholder, not a tenant ID: "common"
      - line 7: has 4 cells, the header has 3
      - line 8: has 1 cell, the header has 3
      - line 9: Two\u{a}lines: the name has control or invisible characters: "Two\u{a}lines"
    5 new, 0 changed, 0 unchanged, 0 repeated, 0 to decide, 7 skipped
    Saved. `portico import --undo` takes it back.
    --- stderr
    note: line 6: left out, not a domain: "not a domain" (it looks like contoso.com)
    --- exit 0
    "#);
}

#[test]
fn ids_that_differ_within_one_row_make_it_no_customers() {
    let sandbox = Sandbox::new();
    let link = format!("https://security.microsoft.com/?tid={}", id(2));
    let text = format!(
        "Tenant ID,Customer ID,Name,Link\n{},{},A,\n{},,B,{link}\n{},{},C,\n",
        id(1),
        id(2),
        id(1),
        id(3),
        id(3)
    );
    list(&sandbox, "list.csv", text + &format!("{},,D,\n", id(4)));
    let said = json(&sandbox, "list.csv", &[]);
    let reason = format!("two tenant IDs: {} and {}", id(1), id(2));
    assert_eq!(of(&said["skipped"], "reason"), [reason.clone(), reason]);
    assert_eq!(of(&said["new"], "name"), ["C", "D"]);
}

#[test]
fn an_internal_number_beside_the_tenant_id_is_no_tenant_id() {
    let sandbox = Sandbox::new();
    let said = imported(&sandbox, &table("Customer ID,Tenant ID,Name", &["1001,#1,Adatum", "1002,#2,Litware"]), &[]);
    assert_eq!(said["new"].as_array().unwrap().len(), 2, "{said:#}");
}

#[test]
fn notes_that_are_too_long_to_be_entered_do_not_come_in_by_a_list() {
    let sandbox = Sandbox::new();
    let text = table("Tenant ID,Name,Notes", &[&format!("#1,Adatum,{}", "n".repeat(20_000)), "#2,Litware,"]);
    imported(&sandbox, &text, &[]);
    let exported = sandbox.portico(["export", "--format", "csv"]).done().stdout;
    let new = Sandbox::new();
    new.portico_reading(&exported, ["import", "-"]).done();
    assert_eq!(new.registry(), sandbox.registry(), "what was imported can be exported and imported again");
}
