//! Microsoft's clouds: separate sets of hosts, in part with separate directories.

use std::{fmt, str::FromStr};

use crate::{
    display::quoted,
    tenant_id::{TenantId, TenantIdError},
};

/// The cloud a tenant lives in. It decides the hosts of its portals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Cloud {
    /// The worldwide commercial cloud.
    #[default]
    Public,
    /// Government Community Cloud. Its directory is the commercial one.
    Gcc,
    /// GCC High, in Azure Government.
    GccHigh,
    /// The United States Department of Defense, in Azure Government.
    Dod,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// All clouds, in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::Public, Self::Gcc, Self::GccHigh, Self::Dod, Self::China];

    /// The word in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Gcc => "gcc",
            Self::GccHigh => "gcc-high",
            Self::Dod => "dod",
            Self::China => "china",
        }
    }

    /// The name for people, which is a proper name in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "Public",
            Self::Gcc => "GCC",
            Self::GccHigh => "GCC High",
            Self::Dod => "DoD",
            Self::China => "China",
        }
    }

    /// True when the two clouds share one directory, so that a tenant ID in both is one tenant.
    ///
    /// GCC tenants live in the commercial directory (MicrosoftDocs, defender-xdr/usgov.md: same sign-in host).
    pub fn shares_directory(self, other: Self) -> bool {
        self.directory() == other.directory()
    }

    /// The cloud that stands for the directory: the same value means the same directory.
    pub(crate) fn directory(self) -> Self {
        match self {
            Self::Gcc => Self::Public,
            own => own,
        }
    }
}

impl FromStr for Cloud {
    type Err = UnknownCloud;

    fn from_str(text: &str) -> Result<Self, UnknownCloud> {
        Self::ALL.into_iter().find(|cloud| cloud.key() == text).ok_or_else(|| UnknownCloud(text.to_owned()))
    }
}

impl fmt::Display for Cloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// No cloud has this key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCloud(pub String);

impl fmt::Display for UnknownCloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no such cloud: {} (", quoted(&self.0))?;
        for (at, cloud) in Cloud::ALL.into_iter().enumerate() {
            write!(f, "{}{cloud}", if at == 0 { "" } else { ", " })?;
        }
        f.write_str(")")
    }
}

impl std::error::Error for UnknownCloud {}

/// What makes a tenant the one it is: its cloud and its tenant ID, written `public/8f3c1d52-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity {
    /// The cloud.
    pub cloud: Cloud,
    /// The tenant ID.
    pub tenant_id: TenantId,
}

impl FromStr for Identity {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, IdentityError> {
        let (cloud, id) = text.split_once('/').ok_or(IdentityError::NoSlash)?;
        Ok(Self {
            cloud: cloud.parse().map_err(IdentityError::Cloud)?,
            tenant_id: id.parse().map_err(IdentityError::TenantId)?,
        })
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.cloud, self.tenant_id)
    }
}

/// Why a text is not an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdentityError {
    /// There is no `/`.
    NoSlash,
    /// What stands before the `/` is no cloud.
    Cloud(UnknownCloud),
    /// What stands behind the `/` is no tenant ID.
    TenantId(TenantIdError),
}

impl fmt::Display for IdentityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSlash => f.write_str("not CLOUD/TENANT_ID"),
            Self::Cloud(error) => error.fmt(f),
            Self::TenantId(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for IdentityError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_reads_back_as_it_is_written() {
        for cloud in Cloud::ALL {
            let text = format!("{cloud}/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44");
            let identity: Identity = text.parse().unwrap();
            assert_eq!((identity.cloud, identity.to_string()), (cloud, text));
        }
    }

    #[test]
    fn an_unknown_cloud_is_named_with_the_ones_there_are() {
        let error = "gcchigh".parse::<Cloud>().unwrap_err();
        assert_eq!(error.to_string(), "no such cloud: \"gcchigh\" (public, gcc, gcc-high, dod, china)");
    }

    #[test]
    fn only_gcc_lives_in_the_commercial_directory() {
        for (one, other, shared) in [
            (Cloud::Public, Cloud::Gcc, true),
            (Cloud::Public, Cloud::GccHigh, false),
            (Cloud::GccHigh, Cloud::Dod, false),
            (Cloud::Public, Cloud::China, false),
        ] {
            assert_eq!(one.shares_directory(other), shared, "{one} and {other}");
        }
    }
}
