//! Why a look-up has no answer, told apart by what a person can do about it.

use std::{error::Error, fmt, io};

use portico_core::{display::shortened, lookup::BadAnswer};

/// A look-up without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookupError {
    /// The login cannot be reached: no network, no such host, nobody there.
    Unreachable {
        /// The host that was connected to.
        host: String,
        /// What the system said.
        why: String,
    },
    /// The login took too long.
    Timeout {
        /// The host that was connected to.
        host: String,
    },
    /// The system does not trust the login's certificate, or there is no safe connection.
    Certificate {
        /// The host that was connected to.
        host: String,
        /// What is wrong with it.
        why: String,
    },
    /// The proxy did not let the question through.
    Proxy {
        /// What it said.
        why: String,
    },
    /// The login wants to be asked less often.
    Busy {
        /// The host that was connected to.
        host: String,
    },
    /// What came back is not whole.
    Broken {
        /// The host that was connected to.
        host: String,
        /// What is wrong with it.
        why: String,
    },
    /// What came back names no tenant that can be trusted.
    BadAnswer {
        /// The host that was connected to.
        host: String,
        /// What is wrong with it.
        why: BadAnswer,
    },
}

impl LookupError {
    pub(crate) fn bad_answer(host: &str, why: BadAnswer) -> Self {
        Self::BadAnswer { host: host.to_owned(), why }
    }

    /// Tells the errors of the client apart.
    pub(crate) fn new(host: &str, is_proxied: bool, error: ureq::Error) -> Self {
        let host = host.to_owned();
        // An error may repeat what a stranger sent.
        let said = |error: &dyn fmt::Display| shortened(&error.to_string(), 200).into_owned();
        let unreachable =
            |why: String| if is_proxied { Self::Proxy { why } } else { Self::Unreachable { host: host.clone(), why } };
        match error {
            ureq::Error::Timeout(_) => Self::Timeout { host },
            ureq::Error::HostNotFound => unreachable("no network, or no such host".to_owned()),
            ureq::Error::ConnectionFailed => unreachable("it does not answer".to_owned()),
            ureq::Error::ConnectProxyFailed(why) => Self::Proxy { why: said(&why) },
            ureq::Error::InvalidProxyUrl => Self::Proxy { why: "its address is not valid".to_owned() },
            ureq::Error::Rustls(error) => Self::Certificate { host, why: distrust(&error) },
            ureq::Error::Tls(why) => Self::Certificate { host, why: why.to_owned() },
            ureq::Error::Io(error) => match tls_error(&error) {
                Some(tls) => Self::Certificate { host, why: distrust(tls) },
                None if error.kind() == io::ErrorKind::TimedOut => Self::Timeout { host },
                None if is_broken_off(&error) => Self::Broken { host, why: "it broke off".to_owned() },
                // The system's resolver has no number for what it says, and different words everywhere.
                None if error.raw_os_error().is_none() => unreachable("no network, or no such host".to_owned()),
                None => unreachable(said(&error)),
            },
            other => Self::Broken { host, why: said(&other) },
        }
    }
}

/// Returns what TLS says is wrong, in the chain of an error of input or output.
fn tls_error(error: &io::Error) -> Option<&rustls::Error> {
    let mut inner = error.get_ref().map(|inner| inner as &(dyn Error + 'static));
    while let Some(error) = inner {
        if let Some(tls) = error.downcast_ref() {
            return Some(tls);
        }
        inner = error.source();
    }
    None
}

/// Returns what is wrong with a connection, in words for what a person can do something about.
fn distrust(error: &rustls::Error) -> String {
    use rustls::CertificateError::{
        Expired, ExpiredContext, NotValidForName, NotValidForNameContext, NotValidYet, NotValidYetContext,
        UnknownIssuer,
    };
    match error {
        rustls::Error::InvalidCertificate(Expired | ExpiredContext { .. }) => "its certificate has expired".to_owned(),
        rustls::Error::InvalidCertificate(NotValidYet | NotValidYetContext { .. }) => {
            "its certificate is not valid yet".to_owned()
        }
        rustls::Error::InvalidCertificate(NotValidForName | NotValidForNameContext { .. }) => {
            "its certificate is another host's".to_owned()
        }
        rustls::Error::InvalidCertificate(UnknownIssuer) => {
            "its certificate is signed by nobody whom this system trusts".to_owned()
        }
        rustls::Error::PeerIncompatible(_) => "it speaks no safe version of TLS".to_owned(),
        other => shortened(&other.to_string(), 200).into_owned(),
    }
}

fn is_broken_off(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, InvalidData, UnexpectedEof};
    [BrokenPipe, ConnectionAborted, ConnectionReset, InvalidData, UnexpectedEof].contains(&error.kind())
}

impl fmt::Display for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable { host, why } => write!(f, "could not reach {host}: {why}"),
            Self::Timeout { host } => write!(f, "{host} took too long"),
            Self::Certificate { host, why } => write!(f, "no trusted connection to {host}: {why}"),
            Self::Proxy { why } => write!(f, "the proxy did not let the question through: {why}"),
            Self::Busy { host } => write!(f, "{host} was asked too often"),
            Self::Broken { host, why } => write!(f, "{host} gave no answer that can be trusted: {why}"),
            Self::BadAnswer { host, why } => write!(f, "{host} gave no answer that can be trusted: {why}"),
        }
    }
}

impl Error for LookupError {}
