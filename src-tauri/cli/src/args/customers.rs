//! The arguments of the commands that change customers.

use std::str::FromStr;

use clap::Args as ClapArgs;
use portico_core::{
    cloud::Cloud,
    domain::{Domain, SharePointLabel},
    tenant_id::TenantId,
};

use super::not_blank;

#[derive(ClapArgs)]
pub(crate) struct AddArgs {
    /// The customer's name
    pub(crate) name: String,
    /// The tenant ID; spaces and braces around it are dropped
    #[arg(value_parser = tenant_id)]
    pub(crate) tenant_id: TenantId,
    /// The cloud: public, gcc, gcc-high, dod or china
    #[arg(long, value_name = "C", default_value_t)]
    pub(crate) cloud: Cloud,
    /// The default domain, as contoso.com
    #[arg(long, value_name = "D")]
    pub(crate) domain: Option<Domain>,
    /// The initial domain, as contoso.onmicrosoft.com
    #[arg(long, value_name = "D")]
    pub(crate) initial_domain: Option<Domain>,
    /// The SharePoint label, as contoso in contoso.sharepoint.com
    #[arg(long, value_name = "S")]
    pub(crate) sharepoint: Option<SharePointLabel>,
    /// The group to list the customer under
    #[arg(long, value_name = "G")]
    pub(crate) group: Option<String>,
    /// A word to find the customer by; may be repeated
    #[arg(long = "tag", value_name = "T")]
    pub(crate) tags: Vec<String>,
    /// Another name of the customer; may be repeated
    #[arg(long = "alias", value_name = "A")]
    pub(crate) aliases: Vec<String>,
    /// List the customer first in the tray menu
    #[arg(long)]
    pub(crate) favorite: bool,
    /// This is your own tenant: ask before opening
    #[arg(long)]
    pub(crate) own: bool,
    /// Ask before opening
    #[arg(long)]
    pub(crate) confirm: bool,
    /// The portal that opens when none is named
    #[arg(long, value_name = "P")]
    pub(crate) portal: Option<String>,
    /// Notes
    #[arg(long, value_name = "N", default_value = "")]
    pub(crate) notes: String,
}

#[derive(ClapArgs)]
pub(crate) struct EditArgs {
    /// The customer
    #[arg(value_parser = not_blank)]
    pub(crate) tenant: String,
    /// The customer's name
    #[arg(long, value_name = "N")]
    pub(crate) name: Option<String>,
    /// The tenant ID; spaces and braces around it are dropped
    #[arg(long, value_name = "ID", value_parser = tenant_id)]
    pub(crate) tenant_id: Option<TenantId>,
    /// The cloud: public, gcc, gcc-high, dod or china
    #[arg(long, value_name = "C")]
    pub(crate) cloud: Option<Cloud>,
    /// The default domain, as contoso.com
    #[arg(long, value_name = "D")]
    pub(crate) domain: Option<Entry<Domain>>,
    /// The initial domain, as contoso.onmicrosoft.com
    #[arg(long, value_name = "D")]
    pub(crate) initial_domain: Option<Entry<Domain>>,
    /// The SharePoint label, as contoso in contoso.sharepoint.com
    #[arg(long, value_name = "S")]
    pub(crate) sharepoint: Option<Entry<SharePointLabel>>,
    /// The group to list the customer under
    #[arg(long, value_name = "G")]
    pub(crate) group: Option<String>,
    /// A word to find the customer by; may be repeated, and replaces those that were there
    #[arg(long = "tag", value_name = "T")]
    pub(crate) tags: Option<Vec<String>>,
    /// Another name of the customer; may be repeated, and replaces those that were there
    #[arg(long = "alias", value_name = "A")]
    pub(crate) aliases: Option<Vec<String>>,
    /// List the customer first in the tray menu
    #[arg(long, overrides_with = "no_favorite")]
    pub(crate) favorite: bool,
    /// Do not list it first any more
    #[arg(long)]
    pub(crate) no_favorite: bool,
    /// This is your own tenant: ask before opening
    #[arg(long, overrides_with = "no_own")]
    pub(crate) own: bool,
    /// This is not your own tenant
    #[arg(long)]
    pub(crate) no_own: bool,
    /// Ask before opening
    #[arg(long, overrides_with = "no_confirm")]
    pub(crate) confirm: bool,
    /// Do not ask before opening any more
    #[arg(long)]
    pub(crate) no_confirm: bool,
    /// The portal that opens when none is named
    #[arg(long, value_name = "P")]
    pub(crate) portal: Option<String>,
    /// Notes
    #[arg(long, value_name = "N")]
    pub(crate) notes: Option<String>,
}

/// A value that an empty text clears.
#[derive(Debug, Clone)]
pub(crate) struct Entry<T>(pub(crate) Option<T>);

impl<T: FromStr> FromStr for Entry<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        if text.trim().is_empty() { Ok(Self(None)) } else { text.parse().map(|value| Self(Some(value))) }
    }
}

#[derive(ClapArgs)]
pub(crate) struct RemoveArgs {
    /// The customer
    #[arg(value_parser = not_blank)]
    pub(crate) tenant: String,
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
}

fn tenant_id(text: &str) -> Result<TenantId, String> {
    TenantId::from_entry(text)
        .map_err(|error| format!("{error}; it is in the Entra admin center under Entra ID > Overview > Properties"))
}
