//! The arguments of `portico integrate`: a subcommand for each thing of the system that Portico fits into.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, builder::NonEmptyStringValueParser};

#[derive(ClapArgs)]
pub(crate) struct IntegrateArgs {
    #[command(subcommand)]
    pub(crate) target: Target,
}

#[derive(Subcommand)]
pub(crate) enum Target {
    /// Keep an entry for each customer in the desktop's launcher
    #[command(after_help = "\
Type part of a customer's name, alias or domain in the launcher, Enter, and the customer's portal opens. The entries follow the \
registry. Without an option, shows what is chosen and how many entries there are.

Examples:
  portico integrate desktop --favorites
  portico integrate desktop --group Healthcare
  portico integrate desktop
  portico integrate desktop --off")]
    Desktop(DesktopArgs),
    /// Print the commands that show the customers in rofi
    Rofi,
    /// Write a workflow for Alfred
    #[command(after_help = "\
Open the file on the Mac with Alfred, which installs it. In Alfred, type: portico NAME

Example:
  portico integrate alfred")]
    Alfred(AlfredArgs),
    /// Put a plugin into Flow Launcher
    #[command(after_help = "\
Flow Launcher finds it when it starts. In Flow Launcher, type: portico NAME

Examples:
  portico integrate flow
  portico integrate flow --off")]
    Flow(FlowArgs),
    /// Start Portico at login, with its icon in the tray and no window
    #[command(after_help = "\
This is the same as \"Start at login\" in the settings.

Examples:
  portico integrate login
  portico integrate login --off")]
    Login(LoginArgs),
}

#[derive(ClapArgs)]
#[group(multiple = false)]
pub(crate) struct DesktopArgs {
    /// For the favorites
    #[arg(long)]
    pub(crate) favorites: bool,
    /// For the customers of this group
    #[arg(long, value_name = "G", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) group: Option<String>,
    /// For all customers
    #[arg(long)]
    pub(crate) all: bool,
    /// For none: the entries are removed
    #[arg(long)]
    pub(crate) off: bool,
}

#[derive(ClapArgs)]
pub(crate) struct AlfredArgs {
    /// The file
    #[arg(long, short, value_name = "FILE", default_value = "Portico.alfredworkflow")]
    pub(crate) output: PathBuf,
}

#[derive(ClapArgs)]
pub(crate) struct FlowArgs {
    /// Remove it
    #[arg(long)]
    pub(crate) off: bool,
}

#[derive(ClapArgs)]
pub(crate) struct LoginArgs {
    /// Do not start it at login any more
    #[arg(long)]
    pub(crate) off: bool,
}
