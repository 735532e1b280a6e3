//! `portico menu`: a customer is chosen in another program, and opened.

use std::{
    io::{ErrorKind, Write},
    process::{Command, Output, Stdio},
    thread,
};

use portico_core::{display::safe, launcher::lines, lookalike::Lookalikes, places, tenant::Tenant};

use super::in_order;
use crate::{
    args::{MenuArgs, Once, OpenArgs, Picker, Source},
    ask,
    failure::{Exit, Failure},
    list, open, registry,
};

/// Has a person choose a customer, and opens it.
pub(crate) fn menu(args: &MenuArgs) -> Result<(), Failure> {
    let (places, registry) = registry::load()?;
    let query = args.query.join(" ");
    let tenants = in_order(&places, &registry, &query);
    if tenants.is_empty() {
        return Err(Failure::new(Exit::NoSuchTenant, list::nothing(&registry, &query)));
    }
    let lookalikes = Lookalikes::of(&registry);
    let pickers = args.with.map_or_else(usual, |picker| vec![picker]);
    for picker in &pickers {
        let line = match picker {
            Picker::Fzf => lines::fzf,
            Picker::Rofi | Picker::Fuzzel | Picker::Dmenu => lines::plain,
        };
        let rows: Vec<_> = tenants.iter().map(|tenant| (line(tenant, &lookalikes), *tenant)).collect();
        if let Some(tenant) = choose(*picker, &rows)? {
            return open::open(&OpenArgs {
                tenant: tenant.identity().to_string(),
                customer: None,
                portal: args.portal.clone(),
                print: false,
                expect: Some(tenant.name.clone()),
                yes: false,
                once: Once::default(),
                source: is_unwatched().then_some(Source::Launcher),
            });
        }
    }
    let names: Vec<_> = pickers.iter().map(|picker| command(*picker).get_program().display().to_string()).collect();
    Err(Failure::new(Exit::Failed, format!("nothing to choose with: {} is not installed", names.join(" or ")))
        .hint("`portico open NAME` opens a customer by its name"))
}

/// Returns true when nobody sees what is printed: what happens has to be told otherwise.
pub(crate) fn is_unwatched() -> bool {
    !ask::is_possible()
}

/// Returns the programs to try, the likeliest first.
fn usual() -> Vec<Picker> {
    let on_terminal = (!is_unwatched()).then_some(Picker::Fzf);
    let on_screen: &[_] = match (places::is_wayland(), places::has_display()) {
        (true, _) => &[Picker::Fuzzel, Picker::Rofi, Picker::Dmenu],
        (false, true) => &[Picker::Rofi, Picker::Dmenu],
        (false, false) => &[],
    };
    let all: Vec<_> = on_terminal.into_iter().chain(on_screen.iter().copied()).collect();
    if all.is_empty() { vec![Picker::Fzf] } else { all }
}

fn command(picker: Picker) -> Command {
    let (program, arguments): (_, &[_]) = match picker {
        Picker::Rofi => ("rofi", &["-dmenu", "-i", "-no-custom", "-p", "Portico"]),
        Picker::Fuzzel => ("fuzzel", &["--dmenu", "--log-level=error", "--prompt", "Portico "]),
        Picker::Dmenu => ("dmenu", &["-i", "-l", "20", "-p", "Portico"]),
        // Letters with others between them find too many: what was typed has to stand there.
        Picker::Fzf => {
            ("fzf", &["--exact", "--delimiter", "\t", "--with-nth", "3..", "--no-multi", "--prompt", "Portico> "])
        }
    };
    let mut command = Command::new(program);
    command.args(arguments);
    // What somebody has set for other lists could choose several rows, or print something else.
    for variable in ["FZF_DEFAULT_OPTS", "FZF_DEFAULT_OPTS_FILE", "FZF_DEFAULT_COMMAND"] {
        command.env_remove(variable);
    }
    command
}

/// Shows the rows and returns the customer whose row was chosen; nothing when the program is not installed. Only a row that was shown
/// counts: no text of somebody's own, and no place in a list.
fn choose<'a>(picker: Picker, rows: &[(String, &'a Tenant)]) -> Result<Option<&'a Tenant>, Failure> {
    let mut command = command(picker);
    let name = command.get_program().display().to_string();
    let failed = |error| Failure::new(Exit::Failed, format!("{name} could not be used: {error}"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    if picker != Picker::Fzf {
        // fzf draws there.
        command.stderr(Stdio::piped());
    }
    let mut child = match command.spawn() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        child => child.map_err(failed)?,
    };
    let text: String = rows.iter().map(|(line, _)| format!("{line}\n")).collect();
    let stdin = child.stdin.take();
    // Beside reading what it says. It may end before it has read all.
    let feeding = thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(text.as_bytes())));
    let Output { status, stdout, stderr } = child.wait_with_output().map_err(failed)?;
    let _ = feeding.join();
    match (status.code(), complaint(&stderr)) {
        (Some(0), _) => {}
        // Esc, and nothing that fits.
        (Some(1 | 130), None) => return Err(Failure::cancelled()),
        (_, Some(complaint)) => {
            return Err(Failure::new(Exit::Failed, format!("{name} could not be used: {}", safe(&complaint))));
        }
        _ => return Err(Failure::new(Exit::Failed, format!("{name} ended with {status}: nothing was opened"))),
    }
    let chosen = String::from_utf8_lossy(&stdout);
    let chosen = chosen.strip_suffix('\n').unwrap_or(&chosen);
    let row = rows.iter().find(|(line, _)| line == chosen);
    let nobody = || Failure::new(Exit::Failed, format!("{name} returned none of the customers: nothing was opened"));
    row.map(|(_, tenant)| Some(*tenant)).ok_or_else(nobody)
}

/// Returns the last thing that a program complained about, which tells one that could not start from one where Esc was pressed: both
/// end with 1. Warnings, as about a theme, are none.
fn complaint(stderr: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(stderr);
    let mut lines = text.lines().map(str::trim);
    lines.rfind(|line| !line.is_empty() && !line.to_lowercase().contains("warning")).map(str::to_owned)
}
