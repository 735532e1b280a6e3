//! Which tenant a domain belongs to: whom to ask, in which order, and what an answer is worth.
//!
//! The answers are Microsoft's OpenID discovery documents, which anybody may read without signing in. Nothing here is sent
//! or received: that is the business of `portico-lookup`, and only when somebody asks for it.

use std::{fmt, str::FromStr};

use url::Url;

use crate::{cloud::Cloud, display::quoted, domain::Domain, tenant_id::TenantId};

mod document;

mod verdict;

pub use document::{BODY_LIMIT, BadAnswer, judge};
pub use verdict::{Verdict, compare, registered, verify};

/// A sign-in service of Microsoft. Each knows the tenants of its own clouds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Login {
    /// The one of the public cloud and GCC.
    Commercial,
    /// The one of Azure Government: GCC High and DoD.
    UsGovernment,
    /// The one that 21Vianet operates.
    China,
}

impl Login {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Commercial, Self::UsGovernment, Self::China];

    /// Returns the one that knows the tenants of a cloud.
    pub fn of(cloud: Cloud) -> Self {
        match cloud {
            Cloud::Public | Cloud::Gcc => Self::Commercial,
            Cloud::GccHigh | Cloud::Dod => Self::UsGovernment,
            Cloud::China => Self::China,
        }
    }

    /// Returns its host, which its documents name, whatever host was connected to.
    ///
    /// Source: <https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud>.
    pub fn host(self) -> &'static str {
        match self {
            Self::Commercial => "login.microsoftonline.com",
            Self::UsGovernment => "login.microsoftonline.us",
            Self::China => "login.partner.microsoftonline.cn",
        }
    }

    /// The word in `PORTICO_LOGIN_HOSTS`.
    fn key(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::UsGovernment => "us",
            Self::China => "china",
        }
    }
}

/// A tenant that a look-up found. A proposal: what it becomes is a person's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The tenant ID.
    pub tenant_id: TenantId,
    /// The cloud.
    pub cloud: Cloud,
}

/// What a look-up came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One tenant has the domain.
    Found(Found),
    /// No tenant has it.
    NotFound,
    /// Tenants in several clouds have it, as 21vianet.com: none of them may be taken by itself.
    Ambiguous(Vec<Found>),
}

impl Answer {
    /// Returns the tenants that have the domain.
    pub fn tenants(&self) -> &[Found] {
        match self {
            Self::Found(found) => std::slice::from_ref(found),
            Self::NotFound => &[],
            Self::Ambiguous(several) => several,
        }
    }
}

/// Returns the address of a domain's discovery document: `https://{host}/{domain}/v2.0/.well-known/openid-configuration`.
pub fn url(host: &str, domain: &Domain) -> String {
    format!("https://{host}/{domain}/v2.0/.well-known/openid-configuration")
}

/// Finds the tenant of a domain: asks the login of the customer's own cloud first, and the others only when it does not know the
/// domain. Without an own cloud all are asked.
///
/// # Errors
///
/// The first error of `ask`. An answer that lacks a login could hide a second tenant, so it is none.
pub fn find<E>(own: Option<Cloud>, mut ask: impl FnMut(Login) -> Result<Option<Found>, E>) -> Result<Answer, E> {
    let own = own.map(Login::of);
    if let Some(login) = own
        && let Some(found) = ask(login)?
    {
        return Ok(Answer::Found(found));
    }
    let mut all = Vec::new();
    for login in Login::ALL.into_iter().filter(|login| Some(*login) != own) {
        all.extend(ask(login)?);
    }
    Ok(match all[..] {
        [] => Answer::NotFound,
        [found] => Answer::Found(found),
        _ => Answer::Ambiguous(all),
    })
}

/// The hosts to connect to: Microsoft's, or others in their place for a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginHosts([String; 3]);

impl LoginHosts {
    /// Returns the host to connect to for a login, perhaps with a port.
    pub fn of(&self, login: Login) -> &str {
        &self.0[login as usize]
    }
}

impl Default for LoginHosts {
    fn default() -> Self {
        Self(Login::ALL.map(|login| login.host().to_owned()))
    }
}

/// `commercial=HOST[:PORT],us=HOST[:PORT],china=HOST[:PORT]`: all three, so that no test asks Microsoft by an oversight.
impl FromStr for LoginHosts {
    type Err = BadLoginHosts;

    fn from_str(text: &str) -> Result<Self, BadLoginHosts> {
        let refuse = || BadLoginHosts(text.to_owned());
        let pairs: Vec<_> = text.split(',').filter_map(|pair| pair.split_once('=')).collect();
        if pairs.len() != text.split(',').count() || pairs.len() != Login::ALL.len() {
            return Err(refuse());
        }
        let mut hosts = Self::default();
        for login in Login::ALL {
            let (_, host) = pairs.iter().find(|(key, _)| *key == login.key()).ok_or_else(refuse)?;
            if !is_host(host) {
                return Err(refuse());
            }
            hosts.0[login as usize] = (*host).to_owned();
        }
        Ok(hosts)
    }
}

fn is_host(host: &str) -> bool {
    let written = format!("https://{host}/");
    Url::parse(&written).is_ok_and(|url| url.as_str() == written && url.path() == "/" && url.username().is_empty())
}

/// The text names no login hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLoginHosts(String);

impl fmt::Display for BadLoginHosts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not login hosts: {} (commercial=HOST,us=HOST,china=HOST is needed)", quoted(&self.0))
    }
}

impl std::error::Error for BadLoginHosts {}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(login: Login) -> Found {
        let cloud = match login {
            Login::Commercial => Cloud::Gcc,
            Login::UsGovernment => Cloud::Dod,
            Login::China => Cloud::China,
        };
        Found { tenant_id: "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap(), cloud }
    }

    #[test]
    fn the_own_cloud_is_asked_first_and_the_others_only_when_it_does_not_know() {
        use Login::{China, Commercial, UsGovernment};
        for (own, knowing, asked, count) in [
            // The own cloud knows
            (Some(Cloud::Public), &[Commercial, UsGovernment, China][..], &[Commercial][..], 1),
            (Some(Cloud::Gcc), &[Commercial, China], &[Commercial], 1),
            (Some(Cloud::Dod), &[Commercial, UsGovernment], &[UsGovernment], 1),
            (Some(Cloud::China), &[Commercial, China], &[China], 1),
            // It does not
            (Some(Cloud::GccHigh), &[China], &[UsGovernment, Commercial, China], 1),
            (Some(Cloud::China), &[Commercial, UsGovernment], &[China, Commercial, UsGovernment], 2),
            (Some(Cloud::Public), &[], &[Commercial, UsGovernment, China], 0),
            // No own cloud
            (None, &[UsGovernment], &[Commercial, UsGovernment, China], 1),
            (None, &[Commercial, China], &[Commercial, UsGovernment, China], 2),
            (None, &[], &[Commercial, UsGovernment, China], 0),
        ] {
            let mut seen = Vec::new();
            let answer = find(own, |login| {
                seen.push(login);
                Ok::<_, ()>(knowing.contains(&login).then(|| found(login)))
            });
            let answer = answer.unwrap();
            assert_eq!((&seen[..], answer.tenants().len()), (asked, count), "{own:?}, known to {knowing:?}");
            assert_eq!(matches!(answer, Answer::Ambiguous(_)), count > 1, "two are never one");
        }
    }

    #[test]
    fn a_login_that_fails_leaves_no_half_answer() {
        let ask = |login| if login == Login::China { Err("blocked") } else { Ok(Some(found(login))) };
        assert_eq!(find(None, ask), Err("blocked"), "China could have a second tenant");
        assert_eq!(find(Some(Cloud::Public), ask), Ok(Answer::Found(found(Login::Commercial))), "China is not asked");
    }

    #[test]
    fn login_hosts_are_named_all_or_not_at_all() {
        let hosts: LoginHosts = "us=localhost:2,commercial=localhost:1,china=127.0.0.1:3".parse().unwrap();
        assert_eq!(Login::ALL.map(|login| hosts.of(login)), ["localhost:1", "localhost:2", "127.0.0.1:3"]);
        for text in [
            "",
            "localhost:1",
            "commercial=localhost:1",
            "commercial=localhost:1,us=localhost:2",
            "commercial=a,us=b,china=c,mars=d",
            "commercial=a,us=b,us=c",
            "commercial=a,us=b,china=",
            "commercial=a,us=b,china=c/d",
            "commercial=a,us=b,china=c?d",
            "commercial=a,us=b,china=c@d",
            "commercial=a,us=b,china=http://c",
        ] {
            assert!(text.parse::<LoginHosts>().is_err(), "{text:?}");
        }
        for login in Login::ALL {
            assert_eq!(LoginHosts::default().of(login), login.host());
        }
    }

    #[test]
    fn the_address_has_host_and_domain_and_nothing_else() {
        let domain = "malmö.example".parse().unwrap();
        let address = "https://login.microsoftonline.us/xn--malm-8qa.example/v2.0/.well-known/openid-configuration";
        assert_eq!(url(Login::UsGovernment.host(), &domain), address);
    }
}
