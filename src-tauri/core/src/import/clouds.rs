//! What a list says about a customer's cloud, which may be less than which one it is.

use std::fmt;

use crate::{cloud::Cloud, display::quoted};

/// The clouds that a tenant may live in, as far as a list tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clouds(u8);

impl Clouds {
    /// Azure Government, which is GCC High or DoD.
    pub const US_GOVERNMENT: Self = Self(bit(Cloud::GccHigh) | bit(Cloud::Dod));

    /// The worldwide Azure cloud, in which GCC tenants live too.
    pub const WORLDWIDE: Self = Self(bit(Cloud::Public) | bit(Cloud::Gcc));

    /// Just this one.
    pub const fn only(cloud: Cloud) -> Self {
        Self(bit(cloud))
    }

    /// Any of these.
    pub fn of(clouds: &[Cloud]) -> Self {
        Self(clouds.iter().fold(0, |bits, cloud| bits | bit(*cloud)))
    }

    /// Reads the word that a list has for a cloud.
    ///
    /// `AzureCloud`, `AzureUSGovernment` and `AzureChinaCloud` are the Azure CLI's (`az cloud list`).
    ///
    /// # Errors
    ///
    /// The word is known for none.
    pub fn named(word: &str) -> Result<Self, UnknownWord> {
        Ok(match super::record::key(word).as_str() {
            "public" | "commercial" | "worldwide" | "global" => Self::only(Cloud::Public),
            "azurecloud" | "azurepubliccloud" | "azurepublic" => Self::WORLDWIDE,
            "gcc" => Self::only(Cloud::Gcc),
            "gcchigh" | "gcch" => Self::only(Cloud::GccHigh),
            "dod" => Self::only(Cloud::Dod),
            "azureusgovernment" | "azureusgovernmentcloud" | "azuregovernment" | "usgovernment" | "usgov" => {
                Self::US_GOVERNMENT
            }
            "china" | "azurechinacloud" | "azurechina" | "21vianet" => Self::only(Cloud::China),
            _ => return Err(UnknownWord(word.to_owned())),
        })
    }

    /// Returns true when it may be this one.
    pub fn allow(self, cloud: Cloud) -> bool {
        self.0 & bit(cloud) != 0
    }

    /// Returns the clouds that both allow, if there are any.
    pub fn and(self, other: Self) -> Option<Self> {
        Some(Self(self.0 & other.0)).filter(|both| both.0 != 0)
    }

    /// Returns the cloud to take where nothing else tells: the only one, or the public one before GCC, which shares its
    /// directory. GCC High and DoD share nothing, so that a person has to decide.
    pub fn decided(self) -> Option<Cloud> {
        match self.iter().collect::<Vec<_>>()[..] {
            [cloud] => Some(cloud),
            _ if self == Self::WORLDWIDE => Some(Cloud::Public),
            _ => None,
        }
    }

    /// The clouds.
    pub fn iter(self) -> impl Iterator<Item = Cloud> {
        Cloud::ALL.into_iter().filter(move |cloud| self.allow(*cloud))
    }
}

impl fmt::Display for Clouds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, cloud) in self.iter().enumerate() {
            write!(f, "{}{cloud}", if at == 0 { "" } else { " or " })?;
        }
        Ok(())
    }
}

const fn bit(cloud: Cloud) -> u8 {
    1 << cloud as u8
}

/// A word that is no cloud's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord(String);

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no such cloud: {} (public, gcc, gcc-high, dod, china, or as the Azure CLI has it)", quoted(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_lists_name_the_clouds_they_can_mean() {
        for (word, clouds, decided) in [
            ("Commercial", "public", Some(Cloud::Public)),
            ("AzureCloud", "public or gcc", Some(Cloud::Public)),
            ("GCC", "gcc", Some(Cloud::Gcc)),
            ("GCC High", "gcc-high", Some(Cloud::GccHigh)),
            ("gcc-high", "gcc-high", Some(Cloud::GccHigh)),
            ("DoD", "dod", Some(Cloud::Dod)),
            ("AzureUSGovernment", "gcc-high or dod", None),
            ("AzureChinaCloud", "china", Some(Cloud::China)),
        ] {
            let read = Clouds::named(word).unwrap();
            assert_eq!((read.to_string().as_str(), read.decided()), (clouds, decided), "{word}");
        }
        assert_eq!(
            Clouds::named("AzureGermanCloud").unwrap_err().to_string(),
            "no such cloud: \"AzureGermanCloud\" (public, gcc, gcc-high, dod, china, or as the Azure CLI has it)"
        );
    }

    #[test]
    fn two_statements_leave_what_both_allow() {
        let public = Clouds::only(Cloud::Public);
        assert_eq!(Clouds::WORLDWIDE.and(public), Some(public));
        assert_eq!(Clouds::WORLDWIDE.and(Clouds::US_GOVERNMENT), None);
    }
}
