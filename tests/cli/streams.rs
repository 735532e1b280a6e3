//! Standard streams that are closed, full, or read by somebody who has seen enough.

use std::fs::File;
use std::io;
use std::process::{Command, Stdio};

use portico_tests::{Desktop, Sandbox};

use crate::{CONTOSO, customers, id, program, with_registry};

/// Runs a program whose standard output nobody reads any more, and returns its exit code and what it complained about.
fn into_closed_pipe(mut command: Command) -> (Option<i32>, String) {
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let output = command.stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn portico(sandbox: &Sandbox, arguments: &[&str]) -> Command {
    let mut command = sandbox.command(program());
    command.args(arguments);
    command
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let sandbox = customers();
    for arguments in [
        &["list"][..],
        &["list", "--json"],
        &["list", "--format", "tsv"],
        &["portals"],
        &["portals", "contoso.com", "--json"],
        &["url", "contoso.com"],
        &["url", "contoso.com", "--all"],
        &["pins"],
        &["history", "--json"],
        &["doctor"],
        &["--help"],
        &["--version"],
    ] {
        assert_eq!(into_closed_pipe(portico(&sandbox, arguments)), (Some(0), String::new()), "{arguments:?}");
    }
}

#[test]
fn list_into_head_gives_the_first_line_and_no_message() {
    let tenants: Vec<_> = (0..5000)
        .map(|number| format!("{{ \"name\": \"Customer {number}\", \"tenant_id\": \"{}\" }}", id(number)))
        .collect();
    let sandbox = with_registry(&format!("{{ \"schema\": 1, \"tenants\": [ {} ] }}", tenants.join(",\n")));
    let mut command = sandbox.command("bash");
    command.args(["-c", "\"$0\" list --format tsv | head -1; echo \"${PIPESTATUS[0]}\""]).arg(program());
    let output = sandbox.run(&mut command, None);
    assert_eq!(output.stdout, format!("public/{}\tCustomer 0\t\tpublic\t\n0\n", id(0)));
    assert_eq!(output.stderr, "");
}

#[test]
fn a_full_disk_is_an_error() {
    let sandbox = customers();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = portico(&sandbox, &["list"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("error: could not write the output: No space left on device"), "{said}");
}

#[test]
fn an_open_whose_words_nobody_reads_opens_all_the_same() {
    let desktop = Desktop::bare(customers());
    let (code, said) = into_closed_pipe(portico(&desktop.sandbox, &["open", "contoso.com"]));
    assert_eq!((code, said.as_str()), (Some(0), ""));
    // Were nothing opened, this second one would be the first in the list.
    desktop.sandbox.portico(["open", "fabrikam"]).done();
    assert_eq!(
        desktop.sandbox.wait_opened(1)[0],
        format!("https://security.microsoft.com/?tid={CONTOSO}"),
        "exit 0 says that the browser was started"
    );
}

#[test]
fn closed_streams_stop_nothing() {
    let sandbox = customers();
    let mut command = sandbox.command("sh");
    command.args(["-c", "\"$0\" add New \"$1\" <&- >&- 2>&-"]).arg(program()).arg(id(1));
    sandbox.run(&mut command, None).done();
    assert!(sandbox.registry().contains(&id(1)));
    assert!(!sandbox.registry().contains("Added"), "the answer went nowhere, least of all into the registry");
}
