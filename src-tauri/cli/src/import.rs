//! `portico import`.

use std::{
    io::{self, IsTerminal, Read},
    path::Path,
};

use jiff::Timestamp;
use portico_core::{
    cloud::Identity,
    display,
    import::{self, Choices, Done, Import, Plan, Reverted, SIZE_LIMIT, Shape, Unusable},
    registry::Registry,
    store::{self, StoreError},
};

use crate::{
    args::ImportArgs,
    ask,
    failure::{Exit, Failure},
    json, output, registry,
};

mod progress;
mod report;

use progress::Progress;
use report::Undo;

pub(crate) fn import(args: &ImportArgs) -> Result<(), Failure> {
    match &args.file {
        Some(file) => bring_in(args, &List::read(file)?),
        None => undo(args),
    }
}

/// A list, and what to call it.
struct List {
    name: String,
    bytes: Vec<u8>,
}

impl List {
    fn read(file: &Path) -> Result<Self, Failure> {
        if file == Path::new("-") {
            return Self::of_standard_input();
        }
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        match store::read_list(file) {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(error) => {
                let failure = Failure::new(Exit::Failed, error.to_string());
                let is_pipe = file.exists() && !file.is_file() && !file.is_dir();
                Err(if is_pipe {
                    failure.hint("to read from a pipe, use -: COMMAND | portico import -")
                } else {
                    failure
                })
            }
        }
    }

    fn of_standard_input() -> Result<Self, Failure> {
        let mut stdin = io::stdin().lock();
        if stdin.is_terminal() {
            output::note("Paste the list, then press Enter and Ctrl+D.");
        }
        let mut bytes = Vec::new();
        // One byte more than is taken tells that there is more.
        let read = stdin.by_ref().take(SIZE_LIMIT + 1).read_to_end(&mut bytes);
        read.map_err(|error| Failure::new(Exit::Failed, format!("could not read the standard input: {error}")))?;
        Ok(Self { name: "standard input".to_owned(), bytes })
    }

    fn shown(&self) -> String {
        display::safe(&self.name).into_owned()
    }

    fn unusable(&self, error: &Unusable) -> Failure {
        let exit = match error {
            Unusable::NoSuchColumn { .. } | Unusable::NoColumns => Exit::Usage,
            _ => Exit::Failed,
        };
        let failure = Failure::new(exit, format!("{} cannot be imported: {error}", self.shown()));
        let failure = if error.asks_for_columns() {
            failure.hint("say what they hold, as in --map \"COLUMN=tenant_id\" --map \"COLUMN=name\"")
        } else {
            failure
        };
        failure.hint("nothing was changed")
    }
}

fn bring_in(args: &ImportArgs, list: &List) -> Result<(), Failure> {
    let progress = Progress::for_bytes(list.bytes.len());
    progress.say("Reading the list…");
    let import = import::read(&list.bytes, &args.mappings).map_err(|error| list.unusable(&error))?;
    progress.say("Comparing with the registry…");
    let (places, registry) = registry::load()?;
    let pinning = store::pinning(&places, &registry);
    let choices = Choices { cloud: args.cloud, renames: renames(args, &registry, &import)? };
    let plan = import.plan(&registry, &pinning, &choices);
    progress.end();

    let report = |plan: &Plan| report::of(&list.shown(), &import, plan, args.dry_run);
    if args.dry_run || plan.is_empty() {
        return print(args, list, &import, &plan, false, &report(&plan));
    }
    // Whoever sees it is asked; whoever does not has said what to do.
    let is_pipe = args.file.as_deref() == Some(Path::new("-"));
    let asked = !args.yes && !args.json && ask::is_watched(is_pipe);
    if asked {
        output::text(&report(&plan))?;
        report::notes(&import);
        match ask::yes_or_no_beside_a_pipe("Save this?") {
            ask::Answer::Yes => {}
            ask::Answer::No | ask::Answer::Nobody => return Err(Failure::cancelled()),
        }
    }
    let progress = Progress::for_bytes(list.bytes.len());
    progress.say("Saving…");
    let done = store::import(&places, Timestamp::now(), &list.name, |registry| {
        let now = import.plan(registry, &pinning, &choices);
        // What a person said yes to, or nothing.
        if asked && now != plan { Plan::default() } else { now }
    })?;
    progress.end();
    if asked && done != plan {
        return Err(Failure::new(Exit::Failed, "the registry was changed meanwhile: nothing was imported")
            .hint("run the command again to see what it would do now"));
    }
    if asked {
        // It is saved, whether or not anybody reads that.
        let _ = output::line(report::SAVED);
        return Ok(());
    }
    print(args, list, &import, &done, true, &report(&done))
}

fn print(
    args: &ImportArgs,
    list: &List,
    import: &Import,
    plan: &Plan,
    saved: bool,
    report: &str,
) -> Result<(), Failure> {
    let printed = if args.json {
        output::text(&json::import(&list.name, import, plan, saved))
    } else {
        let end = match (saved, plan.is_empty()) {
            (true, _) => report::SAVED,
            (false, true) if !plan.conflicts.is_empty() => "Nothing was saved: what is left is for you to decide.",
            (false, true) => "There is nothing to import.",
            (false, false) => "Nothing was changed: this was a dry run.",
        };
        output::text(&format!("{report}{end}\n"))
    };
    if !args.json {
        report::notes(import);
    }
    // What is saved is saved, whether or not anybody reads that.
    if saved { Ok(()) } else { Ok(printed?) }
}

/// Returns the customers that are to take the list's names.
fn renames(args: &ImportArgs, registry: &Registry, import: &Import) -> Result<Vec<Identity>, Failure> {
    let mut renames = Vec::new();
    for text in &args.renames {
        let tenant = registry::find(registry, text)?;
        if !import.renames(tenant) {
            let message = format!("the list has no other name for {}", registry::described(tenant));
            let failure = Failure::new(Exit::Usage, message);
            return Err(match import.shape {
                Shape::Contracts => failure.hint("names in lists of contracts are old ones, and never taken"),
                _ => failure,
            });
        }
        renames.push(tenant.identity());
    }
    Ok(renames)
}

fn undo(args: &ImportArgs) -> Result<(), Failure> {
    let places = store::find_places()?;
    let nothing = || {
        Failure::new(Exit::Failed, "there is no import to take back")
            .hint("`portico restore` brings back an earlier state of the registry")
    };
    let unreadable = |error: StoreError| {
        Failure::new(Exit::Failed, error.to_string())
            .hint("`portico restore` brings back an earlier state of the registry")
    };
    let done = store::last_import(&places).map_err(unreadable)?.ok_or_else(nothing)?;
    let reverted = store::revertible(&places, &done)?;
    if args.dry_run || reverted.is_empty() {
        return print_undo(args, &done, &reverted, false);
    }
    if !args.yes && !args.json && ask::is_possible() {
        output::text(&report::of_undo(&done, &reverted, Undo::Asked))?;
        if ask::yes_or_no("Take it back?") != ask::Answer::Yes {
            return Err(Failure::cancelled());
        }
        store::undo_import(&places, Timestamp::now(), &done)?;
        // It is taken back, whether or not anybody reads that.
        let _ = output::line(report::TAKEN_BACK);
        return Ok(());
    }
    let reverted = store::undo_import(&places, Timestamp::now(), &done)?;
    print_undo(args, &done, &reverted, true)
}

fn print_undo(args: &ImportArgs, done: &Done, reverted: &Reverted, saved: bool) -> Result<(), Failure> {
    let text = if args.json {
        json::undo(done, reverted, saved)
    } else {
        report::of_undo(done, reverted, if saved { Undo::Done } else { Undo::Not })
    };
    let printed = output::text(&text);
    if saved { Ok(()) } else { Ok(printed?) }
}
