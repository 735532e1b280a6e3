//! Why a text is not a link that names a portal.

use std::fmt;

use crate::{display::quoted, tenant_id::TenantIdError};

/// Why a text is not a link to a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// Not an http or https address at all.
    NotALink(String),
    /// An address that no portal writes, and what is wrong with it.
    Malformed(&'static str),
    /// No known portal has this host, or none this page of it.
    UnknownHost(String),
    /// Two markers name two tenants.
    TwoTenants(String, String),
    /// What stands in a tenant's place is neither a tenant ID nor a domain.
    NotATenant {
        /// Where it stands: a query key, `path` or `#@`.
        marker: String,
        /// Why it is no tenant ID.
        why: TenantIdError,
    },
    /// More wrappers than are taken off.
    TooDeep(usize),
    /// The wrapper holds no address, or none that can be read without asking its server.
    Sealed(&'static str),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink(text) => write!(f, "not a link: {}", quoted(text)),
            Self::Malformed(why) => write!(f, "the link {why}"),
            Self::UnknownHost(host) => write!(f, "no portal that Portico knows: {}", quoted(host)),
            Self::TwoTenants(one, other) => write!(f, "the link names two tenants: {one} and {other}"),
            Self::NotATenant { marker, why } => write!(f, "the link has no tenant in its {}: {why}", quoted(marker)),
            Self::TooDeep(most) => write!(f, "the link is wrapped more than {most} times"),
            Self::Sealed(service) => write!(f, "{service} hides where the link leads"),
        }
    }
}

impl std::error::Error for LinkError {}
