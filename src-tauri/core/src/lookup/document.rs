//! What an answer to a look-up is worth: all rules hold, or it names no tenant.
//!
//! A login tells one tenant ID three times: in the issuer and in two endpoints, each on its own host. An answer in which they
//! differ, or that has anything else in their place, is not Microsoft's, or not one that Portico knows to read.

use std::fmt;

use serde::Deserialize;

use super::{Found, Login};
use crate::{
    cloud::Cloud,
    display::quoted,
    format::Unique,
    tenant_id::{TenantId, TenantIdError},
};

/// The longest answer that is read, in bytes. Microsoft's have about two thousand.
pub const BODY_LIMIT: usize = 64 * 1024;

/// The fields that count. `cloud_instance_name` does not: Azure Government's pages name the commercial one.
#[derive(Deserialize)]
struct Document {
    issuer: String,
    token_endpoint: String,
    authorization_endpoint: String,
    #[serde(default)]
    tenant_region_scope: Option<String>,
    #[serde(default)]
    tenant_region_sub_scope: Option<String>,
}

/// Returns the tenant that a login's answer names; nothing when that login does not have the domain's tenant.
///
/// # Errors
///
/// The answer is none that Microsoft gives.
pub fn judge(login: Login, status: u16, body: &[u8]) -> Result<Option<Found>, BadAnswer> {
    match status {
        // Not found or not valid. Microsoft asks not to depend on the text or the codes of an error.
        400 => return Ok(None),
        200 => {}
        other => return Err(BadAnswer::Status(other)),
    }
    if body.len() > BODY_LIMIT {
        return Err(BadAnswer::TooLong);
    }
    let Unique(document) = serde_json::from_slice::<Unique<Document>>(body).map_err(|_| BadAnswer::Unreadable)?;
    let (speaker, tenant_id) = issuer(&document.issuer)?;
    let base = format!("https://{}/{tenant_id}/oauth2/v2.0", speaker.host());
    for (endpoint, end) in [(&document.token_endpoint, "token"), (&document.authorization_endpoint, "authorize")] {
        if *endpoint != format!("{base}/{end}") {
            return Err(BadAnswer::Endpoint(endpoint.clone()));
        }
    }
    // The commercial login also answers for tenants of Azure Government, with that one's document. Only the login that has a
    // tenant is believed about it, and it is asked too.
    if speaker != login {
        return Ok(None);
    }
    let (scope, sub_scope) = (document.tenant_region_scope, document.tenant_region_sub_scope);
    match cloud(login, scope.as_deref().unwrap_or_default(), sub_scope.as_deref().unwrap_or_default()) {
        Some(cloud) => Ok(Some(Found { tenant_id, cloud })),
        None => Err(BadAnswer::Region(scope.unwrap_or_default(), sub_scope.unwrap_or_default())),
    }
}

/// Reads `https://{host}/{tenant ID}/v2.0`, the ID in lower case.
fn issuer(text: &str) -> Result<(Login, TenantId), BadAnswer> {
    let wrong = || BadAnswer::Issuer(text.to_owned());
    let rest = text.strip_prefix("https://").and_then(|rest| rest.strip_suffix("/v2.0")).ok_or_else(wrong)?;
    let (host, id) = rest.split_once('/').ok_or_else(wrong)?;
    let login = Login::ALL.into_iter().find(|login| login.host() == host).ok_or_else(wrong)?;
    let tenant_id = id.parse::<TenantId>().map_err(BadAnswer::TenantId)?;
    if tenant_id.to_string() == id { Ok((login, tenant_id)) } else { Err(wrong()) }
}

/// Returns the cloud that a region stands for. Each login has its own regions.
fn cloud(login: Login, scope: &str, sub_scope: &str) -> Option<Cloud> {
    let is_government = ["USGov", "USG", "DOD"].contains(&scope);
    match (login, sub_scope) {
        (Login::Commercial, "") if !is_government => Some(Cloud::Public),
        (Login::Commercial, "GCC") if !is_government => Some(Cloud::Gcc),
        (Login::UsGovernment, "DODCON") if is_government => Some(Cloud::GccHigh),
        (Login::UsGovernment, "DOD") if is_government => Some(Cloud::Dod),
        (Login::China, "") if !is_government => Some(Cloud::China),
        _ => None,
    }
}

/// Why an answer names no tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadAnswer {
    /// Neither 200 nor 400.
    Status(u16),
    /// More than [`BODY_LIMIT`].
    TooLong,
    /// No JSON object with the fields that are needed, each of them once.
    Unreadable,
    /// The issuer is none of Microsoft's.
    Issuer(String),
    /// The issuer names no customer's tenant.
    TenantId(TenantIdError),
    /// An endpoint does not belong to the issuer.
    Endpoint(String),
    /// The region and the one inside it stand for no cloud of this login.
    Region(String, String),
}

impl fmt::Display for BadAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status @ 300..400) => write!(f, "it leads elsewhere, with status {status}"),
            Self::Status(status) => write!(f, "it has the status {status}"),
            Self::TooLong => write!(f, "it has more than {} KB", BODY_LIMIT / 1024),
            Self::Unreadable => f.write_str("it is no sign-in configuration"),
            Self::Issuer(issuer) => write!(f, "its issuer is not Microsoft's: {}", quoted(issuer)),
            Self::TenantId(error) => write!(f, "its issuer names no customer: {error}"),
            Self::Endpoint(endpoint) => write!(f, "its issuer does not have this endpoint: {}", quoted(endpoint)),
            Self::Region(scope, sub_scope) => {
                write!(f, "its region stands for no cloud that Portico knows: {} {}", quoted(scope), quoted(sub_scope))
            }
        }
    }
}

impl std::error::Error for BadAnswer {}

#[cfg(test)]
mod tests;
