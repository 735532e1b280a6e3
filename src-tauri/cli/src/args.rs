//! The grammar of the command line, and its help.

use std::process::ExitCode;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use portico_core::{
    cloud::Cloud,
    display,
    domain::{Domain, NotADomain},
};

use crate::{failure::Exit, launching, output};

mod browsers;
mod customers;
mod integrate;
mod launchers;
mod lists;
mod opening;
mod settings;
mod shells;

pub(crate) use browsers::{BrowsersArgs, Once};
pub(crate) use customers::{AddArgs, EditArgs, RemoveArgs};
pub(crate) use integrate::{AlfredArgs, DesktopArgs, FlowArgs, IntegrateArgs, LoginArgs, Target};
pub(crate) use launchers::{MenuArgs, Picker, RofiArgs};
pub(crate) use lists::{ExportArgs, ExportFormat, ImportArgs};
pub(crate) use opening::{OpenArgs, Source, UrlArgs};
pub(crate) use settings::{RuleArgs, SettingsArgs, SettingsCommand};
pub(crate) use shells::{CompleteArgs, CompletionsArgs, ManArgs, Shell};

const EXIT_CODES: &str = "\
Exit codes: 0 done, 1 failed, 2 usage, 3 no such tenant, 4 ambiguous, 5 registry unreadable or newer, \
6 browser could not be started, 7 pin, --expect or --for refused, 130 cancelled.";

const TENANT: &str = "\
TENANT is a customer's name, alias or domain, a tenant ID, or CLOUD/TENANT_ID. It must match exactly, \
upper and lower case and accents in names aside.";

const LINK: &str = "\
LINK is a portal's address from a mail, ticket or chat, as it stands there, Safe Links and the like around it. Portico opens \
that page with the tenant ID of the customer that it names; where it names none, --for does, or Portico asks on a \
terminal. The customer must be known.";

const BEGINNING: &str = "On a terminal a beginning is enough if only one customer has it.";

/// Open a customer's Microsoft portal.
///
/// Without a command, starts the tray, or brings up quick open if the tray runs.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, after_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Open a customer's portal in the browser
    #[command(after_help = format!("{TENANT} {BEGINNING}

{LINK}

Examples:
  portico open contoso.com
  portico open \"Contoso Pharmaceuticals\" --portal entra
  portico open public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
  portico open contoso.com --expect \"Contoso Pharmaceuticals\"
  portico open contoso.com --browser edge --profile \"Contoso admin\"
  portico open 'https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44'
  portico open https://security.microsoft.com/incidents/4127 --for contoso.com"))]
    Open(OpenArgs),
    /// Print the address of a customer's portal
    #[command(after_help = format!("{TENANT} {BEGINNING}

{LINK}

Examples:
  portico url contoso.com
  portico url contoso.com --all
  portico url https://security.microsoft.com/incidents/4127 --for contoso.com"))]
    Url(UrlArgs),
    /// List the customers, or those that match, best first
    #[command(after_help = "\
Examples:
  portico list
  portico list contoso
  portico list --format tsv | cut -f 2")]
    List(ListArgs),
    /// Choose a customer in rofi, fuzzel, dmenu or fzf, and open it
    #[command(after_help = "\
For a key of your desktop or window manager. Only a row that was shown opens, and only while the customer has the name that the row \
had.

Examples:
  portico menu
  portico menu --with rofi --portal entra")]
    Menu(MenuArgs),
    /// What rofi's script mode calls
    #[command(hide = true, disable_help_flag = true)]
    Rofi(RofiArgs),
    /// Add a customer
    #[command(after_help = "\
Where to find the tenant ID: Entra admin center > Entra ID > Overview > Properties > Tenant ID, signed in to the \
customer's directory.

Examples:
  portico add Contoso 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --domain contoso.com
  portico add Fabrikam 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f --cloud gcc-high")]
    Add(Box<AddArgs>),
    /// Change a customer
    #[command(after_help = format!("{TENANT}

An empty value clears a field: --group ''. --alias and --tag replace all that were there.

Examples:
  portico edit contoso.com --name \"Contoso Pharmaceuticals\"
  portico edit contoso.com --group Healthcare --alias CTSO --alias \"Contoso Ltd\"
  portico edit contoso.com --no-favorite --portal ''"))]
    Edit(Box<EditArgs>),
    /// Remove a customer
    #[command(after_help = format!("{TENANT}

`portico restore` takes a removal back.

Examples:
  portico remove contoso.com
  portico remove public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --yes"))]
    Remove(RemoveArgs),
    /// Bring in customers from another program's list
    #[command(after_help = "\
FILE is recognized by what is in it: Partner Center's export, Graph (contracts, delegatedAdminCustomers, \
delegatedAdminRelationships; several pages may follow one another), CIPP, az account list, az account tenant list, \
Get-AzTenant and Get-MgContract through Export-Csv or ConvertTo-Json, Portico's own export, any CSV with a column of tenant \
IDs, and text with portal links or tenant IDs in it.

What the registry has is never overwritten: what a customer lacks is filled in, and another name becomes an alias. On a terminal \
Portico shows what it would do and asks before it saves.

Examples:
  portico import Customers.csv --dry-run
  portico import customers.csv --map Kund=name --map Mandant=tenant_id
  az account tenant list | portico import -
  portico import --undo")]
    Import(ImportArgs),
    /// Print all customers, or write them to a file
    #[command(after_help = "\
JSON is the registry file itself, with all fields. CSV is for spreadsheets: it has the fields that Portico knows, cells that a \
spreadsheet could take for a formula begin with an apostrophe, and a file begins with a byte order mark. Both can be imported \
again without loss.

Examples:
  portico export -o customers.json
  portico export --format csv -o customers.csv")]
    Export(ExportArgs),
    /// Bring back an earlier state of the registry
    #[command(after_help = "\
Before each change Portico keeps a backup, the last twenty. Without BACKUP the newest is brought back, which takes the \
last change back. The state that is replaced is kept as a backup too.

Examples:
  portico restore --list
  portico restore
  portico restore registry.2026-11-12T03-04-05.678Z.json")]
    Restore(RestoreArgs),
    /// Show what customers are known by, and accept changes made outside Portico
    #[command(after_help = format!("\
Portico remembers each customer's name, aliases, domains and SharePoint label on this machine. When another program changes \
one of them, or gives it to another tenant ID, the customer does not open until somebody has looked and accepted it.

{TENANT}

Examples:
  portico pins
  portico pins accept contoso.com
  portico pins accept --all"))]
    Pins(PinsArgs),
    /// Show what was opened, the last first
    #[command(after_help = "\
The history tells what Portico was asked to open, and whether the browser's launcher took it. Who got access is in the \
customer's own sign-in log. { \"history\": false } in settings.json turns it off.")]
    History(HistoryArgs),
    /// Check that everything Portico needs is in order
    #[command(after_help = "Ends with 1 when something is wrong.")]
    Doctor,
    /// List the portals, or what a customer can be opened in
    #[command(after_help = format!("{TENANT}

Examples:
  portico portals
  portico portals contoso.com"))]
    Portals(PortalsArgs),
    /// List the browsers and profiles of this machine
    #[command(after_help = "\
Found are the browsers that the desktop knows, with the profiles that Chrome, Chromium, Edge, Brave, Vivaldi and Firefox keep.

`portico settings browser` chooses in which of them customers open.")]
    Browsers(BrowsersArgs),
    /// Show the settings, and choose in which browser customers open
    #[command(after_help = "\
Settings stand in settings.json on this machine, and what may stand there in the README. Portico's windows change most of them.

Examples:
  portico settings
  portico settings browser
  portico settings browser --tenant contoso.com --browser edge --profile \"Contoso admin\"")]
    Settings(SettingsArgs),
    /// Ask Microsoft which tenant a domain belongs to
    #[command(after_help = "\
This is the only command that uses the network. It sends the domain, and nothing else, to Microsoft's public sign-in \
configuration: to that of the customer's own cloud first, to those of the other clouds only when it is not known there. Nothing is saved.

Ends with 3 when no tenant has the domain, and with 4 when tenants in several clouds have it.

Examples:
  portico lookup contoso.com
  portico lookup contoso.com --json
  portico lookup contoso.com --cloud gcc-high")]
    Lookup(LookupArgs),
    /// Fit Portico into the system: its launchers, the login
    Integrate(IntegrateArgs),
    /// Print what makes a shell complete commands, customers, portals and groups
    #[command(after_help = "\
Names that a shell could read as more than words are left out; the customer's domain completes.

Examples:
  bash, in ~/.bashrc:                 source <(portico completions bash)
  zsh, in ~/.zshrc behind compinit:   source <(portico completions zsh)
  fish:                               portico completions fish > ~/.config/fish/completions/portico.fish
  PowerShell, in $PROFILE:            portico completions powershell | Out-String | Invoke-Expression")]
    Completions(CompletionsArgs),
    /// Print the words that fit what was typed
    #[command(hide = true)]
    Complete(CompleteArgs),
    /// Print a manual page
    #[command(hide = true)]
    Man(ManArgs),
}

#[derive(ClapArgs)]
pub(crate) struct ListArgs {
    /// What to search for in names, aliases, domains, tenant IDs, groups and tags
    pub(crate) query: Vec<String>,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// How to print
    #[arg(long, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// One object, documented in the README
    Json,
    /// CLOUD/TENANT_ID, name, domain, cloud, group
    Tsv,
    /// Rows of rofi's script mode
    Rofi,
    /// A line each that ends in CLOUD/TENANT_ID
    Dmenu,
    /// CLOUD/TENANT_ID, name, and behind two tabs what is shown
    Fzf,
    /// Alfred's Script Filter
    Alfred,
    /// Flow Launcher's rows
    Flow,
}

#[derive(ClapArgs)]
pub(crate) struct PinsArgs {
    #[command(subcommand)]
    pub(crate) command: Option<PinsCommand>,
}

#[derive(Subcommand)]
pub(crate) enum PinsCommand {
    /// Accept a customer as it is now, or all of them
    #[command(after_help = TENANT)]
    Accept(AcceptArgs),
}

#[derive(ClapArgs)]
pub(crate) struct AcceptArgs {
    /// The customer
    #[arg(value_parser = not_blank, required_unless_present = "all", conflicts_with = "all")]
    pub(crate) tenant: Option<String>,
    /// All customers
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(ClapArgs)]
pub(crate) struct HistoryArgs {
    /// Print one object, documented in the README
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(ClapArgs)]
pub(crate) struct RestoreArgs {
    /// The backup, as `--list` names it [default: the newest]
    pub(crate) backup: Option<String>,
    /// List the backups, newest first
    #[arg(long, conflicts_with = "backup")]
    pub(crate) list: bool,
}

#[derive(ClapArgs)]
pub(crate) struct PortalsArgs {
    /// The customer
    #[arg(value_parser = not_blank)]
    pub(crate) tenant: Option<String>,
    /// Print one object, documented in the README
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(ClapArgs)]
pub(crate) struct LookupArgs {
    /// The domain, as contoso.com; of a web or mail address its domain is taken
    #[arg(value_parser = domain_in)]
    pub(crate) domain: Domain,
    /// The cloud to ask first [default: the customer's, else all are asked]
    #[arg(long, value_name = "C")]
    pub(crate) cloud: Option<Cloud>,
    /// Print one object, documented in the README
    #[arg(long)]
    pub(crate) json: bool,
}

impl Command {
    /// Returns true when the command may have saved the registry.
    pub(crate) fn saves(&self) -> bool {
        matches!(self, Self::Add(_) | Self::Edit(_) | Self::Remove(_) | Self::Import(_) | Self::Restore(_))
    }
}

impl Args {
    pub(crate) fn is_from_launcher(&self) -> bool {
        match &self.command {
            Some(Command::Open(args)) => args.source == Some(Source::Launcher),
            Some(Command::Menu(_)) => launching::is_unwatched(),
            Some(Command::Rofi(_)) => true,
            _ => false,
        }
    }
}

/// Prints help, version or what is wrong with the arguments.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    let hostile = std::env::args_os().any(|arg| arg.to_string_lossy().chars().any(display::is_hazardous));
    // A closed pipe is no reason to complain.
    let _ = match (hostile, error.use_stderr()) {
        (false, _) => error.print(),
        // The message repeats the argument, which must not drive the terminal.
        (true, true) => output::to_stderr(&harmless(&error.to_string())),
        (true, false) => output::line(&harmless(&error.to_string())),
    };
    if error.use_stderr() { Exit::Usage.into() } else { Exit::Done.into() }
}

fn harmless(text: &str) -> String {
    text.lines().map(display::safe).collect::<Vec<_>>().join("\n")
}

/// Reads a domain, also out of `https://contoso.com/` or `user@contoso.com`.
fn domain_in(text: &str) -> Result<Domain, NotADomain> {
    let text = text.trim();
    let bare = match (text.split_once("://"), text.split_once('@')) {
        (Some((_, rest)), _) => rest.split(['/', '?', '#']).next().unwrap_or_default(),
        (None, Some((_, domain))) => domain,
        (None, None) => text,
    };
    bare.parse()
}

fn not_blank(text: &str) -> Result<String, &'static str> {
    if text.trim().is_empty() {
        Err("a name, alias, domain or tenant ID is needed (`portico list` shows them)")
    } else {
        Ok(text.to_owned())
    }
}
