//! Which program a list comes from, told by its columns.

use std::fmt;

use super::{columns, exported, json::path_key, list::List, record::Record};
use crate::tenant_id::TenantId;

/// A kind of list that Portico knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Partner Center, Customers, Export customers.
    PartnerCenter,
    /// Graph `contracts`, `Get-MgContract` and its older relatives. Names and domains are from the day the partnership began
    /// and never refreshed; `id` is the partnership (Graph, `contract` resource).
    Contracts,
    /// Graph `delegatedAdminCustomers`.
    DelegatedCustomers,
    /// Graph `delegatedAdminRelationships`.
    Relationships,
    /// CIPP's tenants, from its API or its page.
    Cipp,
    /// `az account tenant list`, Azure REST `tenants`, `Get-AzTenant`.
    AzureTenants,
    /// `az account list`, `azureProfile.json`, `Get-AzSubscription`: a row is a subscription.
    AzureSubscriptions,
    /// Portico's own CSV.
    PorticoCsv,
    /// Portico's own JSON.
    PorticoJson,
    /// The list of azure-tenant-switcher.
    TenantSwitcher,
    /// Any table or JSON with a column of tenant IDs.
    Columns,
    /// Text with portal links or tenant IDs in it.
    Text,
}

impl Shape {
    /// Recognizes a list by its columns. Nothing where no column has tenant IDs.
    ///
    /// The order is that of imports.md section 3, the surest sign first.
    pub(super) fn of(list: &List) -> Option<Self> {
        let keys: Vec<String> = list.columns.iter().map(|column| path_key(column)).collect();
        let has = |key: &str| keys.iter().any(|known| known == key);
        let is_delegated_customer = |text: &str| text.contains("delegatedAdminCustomer");
        Some(if exported::is_own(has) {
            Self::PorticoCsv
        } else if has("customer.tenantid") {
            Self::Relationships
        } else if has("hometenantid") || has("subscriptionid") || (has("tenantid") && has("isdefault") && has("state"))
        {
            Self::AzureSubscriptions
        } else if has("tenantid") && has("id") && has("state") && list.records().any(is_of_something_else) {
            // What has an ID and a state of its own has the name too.
            Self::AzureSubscriptions
        } else if has("tenantcategory") || (has("directory") && has("id") && !has("tenantid")) {
            Self::AzureTenants
        } else if has("contracttype") && list.records().any(|record| record.first(&columns::CONTRACT_IDS).is_some()) {
            Self::Contracts
        } else if is_delegated_customer(&list.context)
            || list.records().any(|record| record.text("odata.type").is_some_and(is_delegated_customer))
        {
            Self::DelegatedCustomers
        } else if (has("customerid") && has("initialdomainname")) || has("portalsecurity") || has("portalcompliance") {
            Self::Cipp
        } else if has("microsoftid") {
            Self::PartnerCenter
        } else if columns::IDS.iter().any(|key| has(key)) || list.records().any(columns::has_portal_link) {
            Self::Columns
        } else {
            return None;
        })
    }

    /// The word in JSON output.
    pub fn key(self) -> &'static str {
        match self {
            Self::PartnerCenter => "partner-center",
            Self::Contracts => "contracts",
            Self::DelegatedCustomers => "delegated-admin-customers",
            Self::Relationships => "delegated-admin-relationships",
            Self::Cipp => "cipp",
            Self::AzureTenants => "azure-tenants",
            Self::AzureSubscriptions => "azure-subscriptions",
            Self::PorticoCsv => "portico-csv",
            Self::PorticoJson => "portico-json",
            Self::TenantSwitcher => "azure-tenant-switcher",
            Self::Columns => "columns",
            Self::Text => "text",
        }
    }
}

/// True for a row whose own ID is not the tenant's.
fn is_of_something_else(record: &Record) -> bool {
    let id = |key| record.text(key).and_then(|text| TenantId::from_entry(text).ok());
    matches!((id("id"), id("tenantid")), (Some(id), Some(tenant_id)) if id != tenant_id)
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PartnerCenter => "Partner Center customers",
            Self::Contracts => "partner contracts",
            Self::DelegatedCustomers => "delegated admin customers",
            Self::Relationships => "delegated admin relationships",
            Self::Cipp => "CIPP tenants",
            Self::AzureTenants => "Azure tenants",
            Self::AzureSubscriptions => "Azure subscriptions",
            Self::PorticoCsv | Self::PorticoJson => "a Portico export",
            Self::TenantSwitcher => "azure-tenant-switcher list",
            Self::Columns => "a list with columns",
            Self::Text => "text with links or tenant IDs",
        })
    }
}
