//! `portico man`.

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use portico_core::display::quoted;

use crate::{
    args::{Args, ManArgs},
    failure::{Exit, Failure},
    output,
};

/// Prints the manual page of Portico, or of one of its commands, in roff; or which commands have one.
pub(crate) fn man(args: &ManArgs) -> Result<(), Failure> {
    let mut portico = Args::command();
    portico.build();
    if args.list {
        let mut names = Vec::new();
        list(&portico, "", &mut names);
        return Ok(output::text(&names.concat())?);
    }
    let mut command = &portico;
    for name in &args.command {
        command = shown(command).find(|command| command.get_name() == name).ok_or_else(|| {
            Failure::new(Exit::Usage, format!("no such command: {}", quoted(&args.command.join(" "))))
                .hint("`portico man --list` lists them")
        })?;
    }
    // The page is called portico-pins-accept, the command `portico pins accept`.
    let page = ["portico"].into_iter().chain(args.command.iter().map(String::as_str)).collect::<Vec<_>>().join("-");
    let command = command.clone().display_name(page);
    let mut page = Vec::new();
    Man::new(command).manual("Portico").source(concat!("portico ", env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    output::text(&String::from_utf8_lossy(&page))?;
    Ok(())
}

fn shown(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help")
}

fn list(command: &Command, before: &str, names: &mut Vec<String>) {
    for command in shown(command) {
        let name = format!("{before}{}", command.get_name());
        names.push(format!("{name}\n"));
        list(command, &format!("{name} "), names);
    }
}
