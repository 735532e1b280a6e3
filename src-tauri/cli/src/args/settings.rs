//! The arguments of `portico settings`.

use clap::{ArgGroup, Args as ClapArgs, Subcommand, builder::NonEmptyStringValueParser};
use portico_core::cloud::Cloud;

#[derive(ClapArgs)]
pub(crate) struct SettingsArgs {
    #[command(subcommand)]
    pub(crate) command: Option<SettingsCommand>,
}

#[derive(Subcommand)]
pub(crate) enum SettingsCommand {
    /// Choose in which browser a customer, group, cloud or portal opens, or list what was chosen
    #[command(after_help = "\
The most specific choice counts: the customer's, then the group's, the cloud's, the portal's; without any it is the default browser. \
Choices stay on this machine. Where the browser or the profile is gone, nothing opens.

NAME is the browser's or the profile's as `portico browsers` shows it: key, name, or account of a profile. `key:Profile 1` is the \
key alone, where another profile has it as a name.

Examples:
  portico settings browser
  portico settings browser --tenant contoso.com --browser edge --profile \"Contoso admin\"
  portico settings browser --group \"Public sector\" --browser firefox --private
  portico settings browser --cloud gcc-high --browser chrome --profile \"Profile 2\"
  portico settings browser --tenant contoso.com --default
  portico settings browser --group \"Public sector\" --forget")]
    Browser(Box<RuleArgs>),
}

#[derive(ClapArgs)]
#[command(group(ArgGroup::new("about").requires("way")), group(ArgGroup::new("way").requires("about")))]
pub(crate) struct RuleArgs {
    /// For this customer
    #[arg(long, value_name = "TENANT", group = "about", value_parser = super::not_blank)]
    pub(crate) tenant: Option<String>,
    /// For the customers of this group
    #[arg(long, value_name = "G", group = "about", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) group: Option<String>,
    /// For the customers in this cloud
    #[arg(long, value_name = "C", group = "about")]
    pub(crate) cloud: Option<Cloud>,
    /// For this portal
    #[arg(long, value_name = "P", group = "about")]
    pub(crate) portal: Option<String>,
    /// This browser
    #[arg(long, value_name = "NAME", group = "way")]
    pub(crate) browser: Option<String>,
    /// With this profile
    #[arg(long, value_name = "NAME", requires = "browser")]
    pub(crate) profile: Option<String>,
    /// In a private window
    #[arg(long, requires = "browser", conflicts_with = "container")]
    pub(crate) private: bool,
    /// In this container of the profile (Firefox, with an add-on for such links)
    #[arg(long, value_name = "NAME", requires = "profile")]
    pub(crate) container: Option<String>,
    /// The default browser, whatever is chosen for what is less specific
    #[arg(long, group = "way")]
    pub(crate) default: bool,
    /// What is chosen for what is less specific
    #[arg(long, group = "way")]
    pub(crate) forget: bool,
    /// List what was chosen as one object, documented in the README
    #[arg(long, conflicts_with_all = ["about", "way"])]
    pub(crate) json: bool,
}
