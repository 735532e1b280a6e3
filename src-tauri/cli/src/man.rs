//! `portico man`.

use clap::CommandFactory;
use clap_mangen::Man;

use crate::{
    args::{Args, ManArgs},
    failure::{Exit, Failure},
    output,
};

/// Prints the manual page of Portico, or of one of its commands, in roff.
pub(crate) fn man(args: &ManArgs) -> Result<(), Failure> {
    let mut portico = Args::command();
    portico.build();
    let command = match &args.command {
        None => portico,
        Some(name) => {
            let found = portico.find_subcommand(name).filter(|command| !command.is_hide_set()).cloned();
            let command = found.ok_or_else(|| {
                let quoted = portico_core::display::quoted(name);
                Failure::new(Exit::Usage, format!("no such command: {quoted}")).hint("`portico --help` lists them")
            })?;
            // The page is called portico-open, the command `portico open`.
            let page = format!("portico-{name}");
            command.display_name(page)
        }
    };
    let mut page = Vec::new();
    Man::new(command).manual("Portico").source(concat!("portico ", env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    output::text(&String::from_utf8_lossy(&page))?;
    Ok(())
}
