//! Quick open from a terminal or a launcher: parses, asks the core, prints.

use std::{env, io, process::ExitCode};

use clap::Parser;

use crate::{
    args::{Args, Command},
    failure::{Exit, Failure},
};

mod add;
mod args;
mod ask;
mod browser;
mod browsers;
mod completions;
mod doctor;
mod edit;
mod export;
mod failure;
mod fields;
mod follow;
mod history;
mod import;
mod integrate;
mod json;
mod launching;
mod list;
mod lookup;
mod man;
mod notify;
mod open;
mod output;
mod pins;
mod portals;
mod registry;
mod remove;
mod restore;
mod settings;
mod table;
mod tray;

fn main() -> ExitCode {
    if let Some(call) = launching::flow_call(env::args_os().skip(1)) {
        launching::flow(&call);
        return Exit::Done.into();
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return args::explain(&error),
    };
    let from_launcher = args.is_from_launcher();
    match run(args) {
        Ok(()) => Exit::Done.into(),
        Err(failure) => {
            output::complain(&failure);
            if from_launcher {
                notify::failed(&failure);
            }
            failure.exit.into()
        }
    }
}

fn run(args: Args) -> Result<(), Failure> {
    let saves = args.command.as_ref().is_some_and(Command::saves);
    let done = match args.command {
        None => tray::start(),
        Some(Command::Open(args)) => open::open(&args),
        Some(Command::Url(args)) => open::url(&args),
        Some(Command::List(args)) => list::list(&args),
        Some(Command::Menu(args)) => launching::menu(&args),
        Some(Command::Rofi(_)) => launching::rofi(),
        Some(Command::Add(args)) => add::add(*args),
        Some(Command::Edit(args)) => edit::edit(*args),
        Some(Command::Import(args)) => import::import(&args),
        Some(Command::Export(args)) => export::export(&args),
        Some(Command::Remove(args)) => remove::remove(&args),
        Some(Command::Restore(args)) => restore::restore(&args),
        Some(Command::Pins(args)) => pins::pins(&args),
        Some(Command::History(args)) => history::history(&args),
        Some(Command::Doctor) => doctor::doctor(),
        Some(Command::Portals(args)) => portals::portals(&args),
        Some(Command::Browsers(args)) => browsers::browsers(&args),
        Some(Command::Settings(args)) => settings::settings(&args),
        Some(Command::Lookup(args)) => lookup::lookup(&args),
        Some(Command::Integrate(args)) => integrate::integrate(&args),
        Some(Command::Completions(args)) => completions::script(args.shell),
        Some(Command::Complete(args)) => completions::words(args),
        Some(Command::Man(args)) => man::man(&args),
    };
    if saves {
        integrate::follow();
    }
    match done {
        // Whoever reads has seen enough, as in `portico list | head`.
        Err(failure) if failure.is_broken_pipe() => Ok(()),
        done => done,
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::of_output(error)
    }
}
