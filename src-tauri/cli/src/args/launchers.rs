//! The arguments of what launchers call, and of the choice among customers.

use std::ffi::OsString;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(ClapArgs)]
pub(crate) struct MenuArgs {
    /// Only customers that match
    pub(crate) query: Vec<String>,
    /// The program to choose with [default: fzf on a terminal, else what is installed]
    #[arg(long, value_name = "PROGRAM")]
    pub(crate) with: Option<Picker>,
    /// The portal [default: the customer's own, else yours, else defender]
    #[arg(long, short, value_name = "P")]
    pub(crate) portal: Option<String>,
}

/// A program that shows lines and returns one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Picker {
    Rofi,
    Fuzzel,
    Dmenu,
    Fzf,
}

#[derive(ClapArgs)]
pub(crate) struct RofiArgs {
    /// The text of the row that was chosen; what counts comes in the environment
    #[arg(allow_hyphen_values = true, trailing_var_arg = true)]
    pub(crate) _row: Vec<OsString>,
}
