//! The arguments of the commands that bring lists of customers in and out.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use portico_core::{cloud::Cloud, import::Mapping};

use super::not_blank;

#[derive(ClapArgs)]
pub(crate) struct ImportArgs {
    /// The list, or - for standard input
    #[arg(required_unless_present = "undo")]
    pub(crate) file: Option<PathBuf>,
    /// Show what would be done and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Print one object, documented in the README
    #[arg(long)]
    pub(crate) json: bool,
    /// What a column holds, as Mandant=tenant_id; may be repeated
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub(crate) mappings: Vec<Mapping>,
    /// The cloud of customers whose rows do not tell it
    #[arg(long, value_name = "C")]
    pub(crate) cloud: Option<Cloud>,
    /// Give this customer the list's name; the old one becomes an alias; may be repeated
    #[arg(long = "rename", value_name = "TENANT", value_parser = not_blank)]
    pub(crate) renames: Vec<String>,
    /// Do not ask before saving
    #[arg(long)]
    pub(crate) yes: bool,
    /// Take the last import back: what it set and nobody has changed since
    #[arg(long, conflicts_with_all = ["file", "mappings", "cloud", "renames"])]
    pub(crate) undo: bool,
}

#[derive(ClapArgs)]
pub(crate) struct ExportArgs {
    /// How to write
    #[arg(long, default_value = "json")]
    pub(crate) format: ExportFormat,
    /// The file to write; one that is there is replaced
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The registry file itself
    Json,
    /// For spreadsheets
    Csv,
}
