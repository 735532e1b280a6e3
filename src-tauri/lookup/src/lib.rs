//! Asks Microsoft's logins which tenant a domain belongs to. The only crate of Portico that uses the network.
//!
//! It sends one thing, the domain, to one login at a time, when somebody asks for it: no cookies, no other headers than every
//! client sends, no redirects followed, nothing tried again. What an answer is worth is decided in [`portico_core::lookup`].

#![warn(missing_docs)]

use std::{sync::Arc, time::Duration};

use portico_core::{
    cloud::Cloud,
    domain::Domain,
    lookup::{self, Answer, BODY_LIMIT, BadAnswer, Found, Login, LoginHosts},
};
use rustls::crypto::ring;
use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig},
};

mod error;

mod pace;

pub use error::LookupError;
pub use pace::{Cancel, Pace};

/// How long one login may take, from the first packet to the last byte of its answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long it may take to be reached.
const CONNECT_PATIENCE: Duration = Duration::from_secs(3);

/// A client of the logins. It blocks; a window asks on a thread of its own.
///
/// It goes through the proxy that `HTTPS_PROXY` names, past the hosts in `NO_PROXY`, on Windows through the system's. A certificate is
/// trusted when the system trusts it, so that it works behind a company's inspecting firewall; there is no way to ignore one.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    hosts: LoginHosts,
}

impl Client {
    /// Makes a client that connects to these hosts. Nothing is sent before [`Self::ask`].
    pub fn new(hosts: LoginHosts) -> Self {
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .https_only(true)
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .timeout_connect(Some(CONNECT_PATIENCE))
            // A connection that was kept could be tried twice.
            .max_idle_connections(0)
            .user_agent(concat!("Portico/", env!("CARGO_PKG_VERSION")))
            .accept("application/json")
            .tls_config(tls)
            .build();
        Self { agent: config.new_agent(), hosts }
    }

    /// Asks for the tenant of a domain: the login of the customer's own cloud first, the others only when it does not know the domain.
    ///
    /// # Errors
    ///
    /// A login that had to be asked gave no answer, or none that Microsoft gives.
    pub fn ask(&self, domain: &Domain, own: Option<Cloud>) -> Result<Answer, LookupError> {
        lookup::find(own, |login| self.ask_login(login, domain))
    }

    fn ask_login(&self, login: Login, domain: &Domain) -> Result<Option<Found>, LookupError> {
        let host = self.hosts.of(login);
        let failed = |error| self.explain(host, error);
        let mut response = self.agent.get(lookup::url(host, domain)).call().map_err(failed)?;
        let status = response.status().as_u16();
        if status == 429 {
            return Err(LookupError::Busy { host: host.to_owned() });
        }
        let limit = BODY_LIMIT as u64;
        let body = match response.body_mut().with_config().limit(limit).read_to_vec() {
            Err(ureq::Error::BodyExceedsLimit(_)) => Err(LookupError::bad_answer(host, BadAnswer::TooLong)),
            body => body.map_err(failed),
        }?;
        lookup::judge(login, status, &body).map_err(|why| LookupError::bad_answer(host, why))
    }

    fn explain(&self, host: &str, error: ureq::Error) -> LookupError {
        let proxy = self.agent.config().proxy();
        let is_proxied = proxy.is_some_and(|proxy| {
            let address = format!("https://{host}/").parse();
            !address.is_ok_and(|address| proxy.is_no_proxy(&address))
        });
        LookupError::new(host, is_proxied, error)
    }
}
