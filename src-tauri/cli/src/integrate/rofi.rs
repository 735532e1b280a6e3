//! `portico integrate rofi`: rofi keeps no list of scripts of its own, so a person puts the command on a key.

use portico_core::{display, places};

use crate::{failure::Failure, output};

/// Prints the commands, with the place of what rofi calls.
pub(super) fn rofi() -> Result<(), Failure> {
    let script = places::program("portico-rofi");
    let script = display::path(&script);
    Ok(output::text(&format!(
        "Put one of these on a key of your desktop or window manager.\n\
         \n\
         Customers in rofi:\n  \
           rofi -modi \"portico:{script}\" -show portico\n\
         Customers beside programs and windows:\n  \
           rofi -modi \"drun,window,portico:{script}\" -show portico\n\
         Customers in whichever of rofi, fuzzel and dmenu is installed:\n  \
           portico menu\n"
    ))?)
}
