//! The command line, as a person or a script meets it: what it prints, what it opens, what it refuses, and how it ends.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

use std::env;
use std::fs;
use std::path::PathBuf;

use portico_tests::{Output, Sandbox};

#[path = "cli/everyday.rs"]
mod everyday;

#[path = "cli/editing.rs"]
mod editing;

#[path = "cli/edited.rs"]
mod edited;

#[path = "cli/removing.rs"]
mod removing;

#[path = "cli/lookalikes.rs"]
mod lookalikes;

#[path = "cli/pins.rs"]
mod pins;

#[path = "cli/waiting.rs"]
mod waiting;

#[path = "cli/accepting.rs"]
mod accepting;

#[path = "cli/history.rs"]
mod history;

#[path = "cli/entries.rs"]
mod entries;

#[path = "cli/doctor.rs"]
mod doctor;

#[path = "cli/ailments.rs"]
mod ailments;

#[path = "cli/portals.rs"]
mod portals;

#[path = "cli/arranging.rs"]
mod arranging;

#[path = "cli/rules.rs"]
mod rules;

#[path = "cli/opening.rs"]
mod opening;

#[path = "cli/browsers.rs"]
mod browsers;

#[path = "cli/settings.rs"]
mod settings;

#[path = "cli/links.rs"]
mod links;

#[path = "cli/launching.rs"]
mod launching;

#[path = "cli/choosing.rs"]
mod choosing;

#[path = "cli/misleading.rs"]
mod misleading;

#[path = "cli/asking.rs"]
mod asking;

#[path = "cli/naming.rs"]
mod naming;

#[path = "cli/almost.rs"]
mod almost;

#[path = "cli/completing.rs"]
mod completing;

#[path = "cli/help.rs"]
mod help;

#[path = "cli/grammar.rs"]
mod grammar;

#[path = "cli/machines.rs"]
mod machines;

#[path = "cli/hostile.rs"]
mod hostile;

#[path = "cli/refusals.rs"]
mod refusals;

#[path = "cli/unavailable.rs"]
mod unavailable;

#[path = "cli/unreadable.rs"]
mod unreadable;

#[path = "cli/files.rs"]
mod files;

#[path = "cli/writers.rs"]
mod writers;

#[path = "cli/restoring.rs"]
mod restoring;

#[path = "cli/recovering.rs"]
mod recovering;

#[path = "cli/lists.rs"]
mod lists;

#[path = "cli/importing.rs"]
mod importing;

#[path = "cli/sample_lists.rs"]
mod sample_lists;

#[path = "cli/samples.rs"]
mod samples;

#[path = "cli/formats.rs"]
mod formats;

#[path = "cli/texts.rs"]
mod texts;

#[path = "cli/merging.rs"]
mod merging;

#[path = "cli/clouds.rs"]
mod clouds;

#[path = "cli/unusable_lists.rs"]
mod unusable_lists;

#[path = "cli/list_bounds.rs"]
mod list_bounds;

#[path = "cli/hostile_lists.rs"]
mod hostile_lists;

#[path = "cli/undoing.rs"]
mod undoing;

#[path = "cli/exporting.rs"]
mod exporting;

#[path = "cli/doubtful_lists.rs"]
mod doubtful_lists;

#[path = "cli/streams.rs"]
mod streams;

#[path = "cli/tray.rs"]
mod tray;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

/// Contoso with everything a portal can ask for, and Fabrikam with nothing but its ID, in another cloud.
const CUSTOMERS: &str = r#"{
  "schema": 1,
  "tenants": [
    { "name": "Contoso Pharmaceuticals", "tenant_id": "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "domain": "contoso.com",
      "initial_domain": "contoso.onmicrosoft.com", "sharepoint": "contoso", "group": "Healthcare", "tags": ["tier1"],
      "aliases": ["CTSO"], "favorite": true },
    { "name": "Fabrikam", "tenant_id": "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f", "cloud": "gcc-high" }
  ]
}
"#;

/// Returns a sandbox with [`CUSTOMERS`] in its registry.
fn customers() -> Sandbox {
    with_registry(CUSTOMERS)
}

fn with_registry(text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write_registry(text);
    sandbox
}

/// Returns a tenant ID that differs from all others by this number.
fn id(number: u32) -> String {
    format!("5b1d7a60-9c3e-4f28-8e41-0000{number:08x}")
}

/// Returns the command line program, for what [`Sandbox::portico`] cannot do: another umask, other streams.
fn program() -> PathBuf {
    let folder = env::var_os("PORTICO_TEST_BINARIES").map(PathBuf::from);
    // target/PROFILE/deps/cli-0123abcd
    let test = env::current_exe().unwrap();
    let beside = test.ancestors().nth(2).unwrap().to_owned();
    folder.unwrap_or(beside).join("portico")
}

/// Runs the commands one after the other and returns all of it as one text.
#[track_caller]
fn session(sandbox: &Sandbox, commands: &[&[&str]]) -> String {
    commands
        .iter()
        .map(|arguments| format!("{}\n{}\n", typed(arguments), sandbox.portico(*arguments).transcript()))
        .collect()
}

/// Runs a command that must be refused: nothing printed as a result, nothing opened, the registry as it was.
#[track_caller]
fn refused(sandbox: &Sandbox, arguments: &[&str]) -> Output {
    let before = fs::read(sandbox.registry_path()).ok();
    let output = sandbox.portico(arguments);
    assert_ne!(output.code, Some(0), "{} should be refused", typed(arguments));
    assert_eq!(output.stdout, "", "a script must not take a refusal for a result");
    assert_ne!(output.stderr, "", "a refusal without words helps nobody: {arguments:?}");
    assert_eq!(fs::read(sandbox.registry_path()).ok(), before, "{} should change nothing", typed(arguments));
    assert_eq!(sandbox.opened(), Vec::<String>::new(), "and nothing is opened");
    output
}

/// Refuses each command in turn, as [`refused`] does, and returns all of it as one text.
#[track_caller]
fn refusals(sandbox: &Sandbox, commands: &[&[&str]]) -> String {
    commands
        .iter()
        .map(|arguments| format!("{}\n{}\n", typed(arguments), refused(sandbox, arguments).transcript()))
        .collect()
}

/// Returns the arguments as a person would have typed them.
fn typed(arguments: &[&str]) -> String {
    let quoted = arguments.iter().map(|argument| {
        if argument.is_empty() || argument.chars().any(|char| !char.is_ascii_graphic()) {
            format!(" {argument:?}")
        } else {
            format!(" {argument}")
        }
    });
    format!("$ portico{}", quoted.collect::<String>())
}
