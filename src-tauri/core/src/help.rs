//! Pages of Microsoft's that explain or show what a person needs around Portico. Fixed addresses, the only ones without a portal's template.

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The directory's overview in the Entra admin center, which has the tenant ID.
    Entra,
    /// Granting the service provider access.
    GrantAccess,
    /// Alert notifications with tenant-specific links.
    Notifications,
    /// Fetching alerts from a customer's tenant.
    FetchAlerts,
    /// Granular delegated admin privileges.
    Gdap,
    /// The account that is signed in.
    Account,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Entra, Self::GrantAccess, Self::Notifications, Self::FetchAlerts, Self::Gdap, Self::Account];

    /// The word that pages ask by.
    pub fn key(self) -> &'static str {
        match self {
            Self::Entra => "entra",
            Self::GrantAccess => "grant-access",
            Self::Notifications => "notifications",
            Self::FetchAlerts => "fetch-alerts",
            Self::Gdap => "gdap",
            Self::Account => "account",
        }
    }

    /// The address. Microsoft Learn shows it in the reader's language.
    ///
    /// Sources: MicrosoftDocs/defender-docs `defender-endpoint/` (2025-03-26), `api/fetch-alerts-mssp.md`; the blade is what NinjaOne's
    /// sync of CIPP-API links to.
    pub fn address(self) -> &'static str {
        match self {
            Self::Entra => "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/TenantOverview.ReactView",
            Self::GrantAccess => "https://learn.microsoft.com/defender-endpoint/grant-mssp-access",
            Self::Notifications => "https://learn.microsoft.com/defender-endpoint/configure-mssp-notifications",
            Self::FetchAlerts => "https://learn.microsoft.com/defender-endpoint/api/fetch-alerts-mssp",
            Self::Gdap => "https://learn.microsoft.com/partner-center/customers/gdap-introduction",
            Self::Account => "https://myaccount.microsoft.com/",
        }
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    #[test]
    fn every_address_is_written_as_it_is_read() {
        for topic in Topic::ALL {
            let url = Url::parse(topic.address()).unwrap();
            assert_eq!((url.as_str(), url.scheme()), (topic.address(), "https"));
            assert!(url.domain().is_some_and(|host| host.ends_with(".microsoft.com")), "{url}");
        }
    }
}
