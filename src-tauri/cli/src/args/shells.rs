//! The arguments of what shells and manual readers ask for.

use std::ffi::OsString;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(ClapArgs)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: Shell,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

#[derive(ClapArgs)]
pub(crate) struct CompleteArgs {
    /// The words behind `portico`; the last is the one to complete
    #[arg(last = true)]
    pub(crate) words: Vec<OsString>,
}

#[derive(ClapArgs)]
pub(crate) struct ManArgs {
    /// The command, and the one below it [default: Portico itself]
    pub(crate) command: Vec<String>,
    /// Print the commands that have a page, one a line
    #[arg(long, conflicts_with = "command")]
    pub(crate) list: bool,
}
