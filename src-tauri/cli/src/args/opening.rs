//! The arguments of `portico open` and `portico url`.

use clap::{Args as ClapArgs, ValueEnum};

use super::{Once, not_blank};

#[derive(ClapArgs)]
pub(crate) struct OpenArgs {
    /// The customer, or a link to one of the customer's portals
    #[arg(value_name = "TENANT|LINK", value_parser = not_blank)]
    pub(crate) tenant: String,
    /// The customer, where a link names none
    #[arg(long = "for", value_name = "TENANT", value_parser = not_blank)]
    pub(crate) customer: Option<String>,
    /// The portal [default: the customer's own, else yours, else defender]
    #[arg(long, short, value_name = "P")]
    pub(crate) portal: Option<String>,
    /// Print the address and open nothing
    #[arg(long)]
    pub(crate) print: bool,
    /// Refuse if the customer is not named so
    #[arg(long, value_name = "NAME")]
    pub(crate) expect: Option<String>,
    /// Answer yes where a customer is marked to be asked about
    #[arg(long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) once: Once,
    /// Who asks; for a launcher, failures become a desktop notification
    #[arg(long)]
    pub(crate) source: Option<Source>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Source {
    Launcher,
}

#[derive(ClapArgs)]
pub(crate) struct UrlArgs {
    /// The customer, or a link to one of the customer's portals
    #[arg(value_name = "TENANT|LINK", value_parser = not_blank)]
    pub(crate) tenant: String,
    /// The customer, where a link names none
    #[arg(long = "for", value_name = "TENANT", value_parser = not_blank)]
    pub(crate) customer: Option<String>,
    /// The portal [default: the customer's own, else yours, else defender]
    #[arg(long, short, value_name = "P", conflicts_with = "all")]
    pub(crate) portal: Option<String>,
    /// All portals of the customer, as PORTAL<tab>ADDRESS
    #[arg(long)]
    pub(crate) all: bool,
}
