//! The arguments of `portico integrate`: a subcommand for each thing of the system that Portico fits into.

use clap::{Args as ClapArgs, Subcommand};

#[derive(ClapArgs)]
pub(crate) struct IntegrateArgs {
    #[command(subcommand)]
    pub(crate) target: Target,
}

#[derive(Subcommand)]
pub(crate) enum Target {
    /// Start Portico at login, with its icon in the tray and no window
    #[command(after_help = "\
This is the same as \"Start at login\" in the settings.

Examples:
  portico integrate login
  portico integrate login --off")]
    Login(LoginArgs),
}

#[derive(ClapArgs)]
pub(crate) struct LoginArgs {
    /// Do not start it at login any more
    #[arg(long)]
    pub(crate) off: bool,
}
