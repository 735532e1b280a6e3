//! How much a list may have, and what reading it may cost.

use std::fs::File;

use portico_tests::{Output, Sandbox};

use crate::lists::{list, tenants};
use crate::unusable_lists::{known, said};
use crate::{customers, id, program};

#[test]
fn a_list_beyond_its_bounds_is_refused_whole() {
    let rows: String = (0..60_000).map(|number| format!("{},Customer {number}\n", id(number))).collect();
    let objects: Vec<_> = (0..60_000).map(|number| format!("{{\"tenantId\":\"{}\"}}", id(number))).collect();
    let columns: Vec<_> = (0..299).map(|number| format!("Column {number}")).collect();
    let lists = [
        ("rows.csv", format!("Tenant ID,Name\n{rows}").into()),
        ("rows.json", format!("[{}]", objects.join(",")).into()),
        ("rows.txt", rows.replace(',', " ").into()),
        ("columns.csv", format!("Tenant ID,{}\n{}{}\n", columns.join(","), id(1), ",".repeat(299)).into()),
        ("columns-twice.csv", format!("Tenant ID,Name,tenant_id\n{},Adatum,{}\n", id(1), id(2)).into()),
        ("mostly.csv", format!("Tenant ID,Name\n{},A\nx,B\ny,C\n", id(1)).into()),
    ];
    insta::assert_snapshot!(said(&lists), @r#"
    --- stderr
    error: rows.csv cannot be imported: it has more than 50000 rows
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: rows.json cannot be imported: it has more than 50000 rows
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: rows.txt cannot be imported: it has more than 50000 rows
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: columns.csv cannot be imported: it has more than 256 columns
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: columns-twice.csv cannot be imported: it has the column "tenant_id" twice
    hint: nothing was changed
    --- exit 1
    --- stderr
    error: mostly.csv cannot be imported: it has no tenant ID in 2 of 3 rows where one is expected; its columns are: Tenant ID, Name
    hint: say what they hold, as in --map "COLUMN=tenant_id" --map "COLUMN=name"
    hint: nothing was changed
    --- exit 1
    "#);
}

#[test]
fn a_row_with_a_huge_cell_is_passed_over_and_the_others_come_in() {
    let sandbox = customers();
    list(&sandbox, "list.csv", format!("Tenant ID,Name\n{},{}\n{},Adatum\n", id(1), "x".repeat(100_000), id(2)));
    let said = sandbox.portico(["import", "list.csv"]).done();
    assert!(said.stdout.contains("  - line 2: a cell has more than 64 KB\n"), "{said:?}");
    assert_eq!(tenants(&sandbox).len(), 3);
    assert!(sandbox.registry().len() < 2000, "nothing of the cell is kept");
}

/// Runs `portico import ARGUMENT` where it may have at most this many MB of memory.
fn import_within(sandbox: &Sandbox, megabytes: usize, argument: &str, input: Option<&[u8]>) -> Output {
    let mut command = sandbox.command("sh");
    let script = format!("ulimit -v {}; exec \"$@\"", megabytes << 10);
    command.args(["-c", &script, "sh"]).arg(program()).args(["import", argument]);
    sandbox.run(&mut command, input)
}

#[test]
fn a_huge_file_is_not_read() {
    let sandbox = known();
    let before = sandbox.registry();
    let huge = File::create(sandbox.path().join("home/huge.csv")).unwrap();
    huge.set_len(1 << 30).unwrap();
    let output = import_within(&sandbox, 64, "huge.csv", None);
    assert_eq!((output.code, output.stderr.as_str()), (Some(1), "error: could not read huge.csv: larger than 32 MB\n"));
    let endless = vec![b'a'; 40 << 20];
    let output = import_within(&sandbox, 192, "-", Some(&endless));
    assert_eq!(output.code, Some(1), "{output:?}");
    assert!(output.stderr.contains("standard input cannot be imported: it is larger than 32 MB"), "{output:?}");
    assert_eq!(sandbox.registry(), before);
}

#[test]
fn the_biggest_list_needs_no_more_memory_than_a_desktop_has_to_spare() {
    let sandbox = Sandbox::new();
    let filling = "x".repeat(600);
    let rows: String = (1..=50_000).map(|number| format!("{},Customer {number},{filling}\n", id(number))).collect();
    assert!(rows.len() > 30 << 20);
    list(&sandbox, "list.csv", format!("Tenant ID,Name,Other\n{rows}"));
    let output = import_within(&sandbox, 512, "list.csv", None).done();
    assert!(output.stdout.contains("50000 new"), "{}", output.stdout);
    assert_eq!(tenants(&sandbox).len(), 50_000);
}
