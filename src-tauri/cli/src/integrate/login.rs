//! `portico integrate login`.

use portico_core::{places, store};

use crate::{
    args::LoginArgs,
    failure::{Exit, Failure},
    output, tray,
};

pub(super) fn login(args: &LoginArgs) -> Result<(), Failure> {
    let folder = places::autostart_folder().ok_or_else(not_here)?;
    if args.off {
        store::no_start_at_login(&folder)?;
        return Ok(output::line("Portico does not start at login.")?);
    }
    store::start_at_login(&folder, &tray::program())?;
    Ok(output::line("Portico starts at login, with its icon in the tray.")?)
}

fn not_here() -> Failure {
    let failure = Failure::new(Exit::Failed, "starting at login cannot be set from here");
    if cfg!(all(unix, not(target_os = "macos"))) {
        failure.hint("PORTICO_HOME is set, and Portico leaves nothing outside that folder")
    } else {
        failure.hint("the settings in Portico's window have a switch for it")
    }
}
