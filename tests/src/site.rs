//! A portal on this machine that real browsers sign in to: it takes whoever comes, gives each a cookie, and writes down who came.
//!
//! Browsers reach it as their proxy, under its own name. Its certificate is its own: Chromium is told to take any, Firefox to take this
//! one.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

use rcgen::{CertificateParams, KeyPair};
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::{SOON, wait_until};

/// What a page asks for when it is there: its cookie is kept by then.
const ARRIVED: &str = "/arrived";

/// The running portal; it lives as long as the test.
#[derive(Debug)]
pub struct Site {
    host: &'static str,
    port: u16,
    certificate: Vec<u8>,
    visits: Arc<Mutex<Vec<Visit>>>,
}

/// A page that a browser asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Path and query.
    pub page: String,
    /// The first language that the browser asks for, which a test sets for each profile.
    pub language: String,
    /// The language of the visit at which this browser session got its cookie; none at its first.
    pub cookie: Option<String>,
}

impl Site {
    pub fn start(host: &'static str) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new([host.to_owned()]).unwrap().self_signed(&key).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let visits = Arc::<Mutex<Vec<Visit>>>::default();
        let (shared, config) = (Arc::clone(&visits), Arc::new(config));
        thread::spawn(move || {
            for client in listener.incoming() {
                let (client, shared, config) = (client.unwrap(), Arc::clone(&shared), Arc::clone(&config));
                // An error means that the browser left, as it does from what it tries beside.
                thread::spawn(move || converse(client, host, config, &shared));
            }
        });
        Self { host, port, certificate: certificate.der().to_vec(), visits }
    }

    /// Returns what Chromium needs to be told to get here, for a shell.
    pub fn chromium_arguments(&self) -> String {
        format!("--proxy-server=127.0.0.1:{} --ignore-certificate-errors", self.port)
    }

    /// Has a profile of Firefox come here, and ask for pages in this language.
    pub fn befriend(&self, profile: &Path, language: &str) {
        let der = profile.join("site.der");
        fs::write(&der, &self.certificate).unwrap();
        let sum = Command::new("sha256sum").arg(&der).output().unwrap().stdout;
        let sum = String::from_utf8(sum).unwrap().split(' ').next().unwrap_or_default().to_uppercase();
        let pairs: Vec<_> = sum.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned()).collect();
        let line = format!("{}:443:\tOID.2.16.840.1.101.3.4.2.1\t{}\t\n", self.host, pairs.join(":"));
        fs::write(profile.join("cert_override.txt"), line).unwrap();
        let preferences = [
            ("intl.accept_languages", format!("\"{language}\"")),
            ("network.proxy.type", "1".to_owned()),
            ("network.proxy.ssl", "\"127.0.0.1\"".to_owned()),
            ("network.proxy.ssl_port", self.port.to_string()),
            ("datareporting.policy.dataSubmissionEnabled", "false".to_owned()),
            ("browser.aboutwelcome.enabled", "false".to_owned()),
            // For its picture of a page that was visited twice Firefox goes there once more, without cookies.
            ("browser.pagethumbnails.capturing_disabled", "true".to_owned()),
            ("browser.newtabpage.enabled", "false".to_owned()),
            ("browser.shell.checkDefaultBrowser", "false".to_owned()),
        ];
        let lines: String =
            preferences.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect();
        fs::write(profile.join("user.js"), lines).unwrap();
    }

    /// Returns the visits so far, in order, without those that a page makes by itself.
    pub fn visits(&self) -> Vec<Visit> {
        let asked = |visit: &&Visit| !["/favicon.ico", ARRIVED].contains(&visit.page.as_str());
        self.visits.lock().unwrap().iter().filter(asked).cloned().collect()
    }

    /// Waits until so many pages have arrived, with their cookies, and returns the visits.
    #[track_caller]
    pub fn wait_visits(&self, count: usize) -> Vec<Visit> {
        // A browser that starts for the first time, on a busy machine.
        wait_until(&format!("{count} visits"), SOON * 3, || {
            let arrived = self.visits.lock().unwrap().iter().filter(|visit| visit.page == ARRIVED).count();
            let visits = self.visits();
            if visits.len().min(arrived) >= count { Ok(visits) } else { Err((arrived, visits)) }
        })
    }
}

fn converse(
    mut client: TcpStream,
    host: &str,
    config: Arc<ServerConfig>,
    visits: &Mutex<Vec<Visit>>,
) -> io::Result<()> {
    let asked = head(&mut client)?;
    if !asked.starts_with(&format!("CONNECT {host}:443 ")) {
        return client.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    }
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut stream = StreamOwned::new(connection, client);
    let request = head(&mut stream)?;
    let of = |name: &str| {
        let line = request.lines().find(|line| line.to_ascii_lowercase().starts_with(name));
        line.and_then(|line| Some(line.split_once(": ")?.1.to_owned()))
    };
    let page = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let language = of("accept-language:").unwrap_or_default();
    let language = language.split([',', ';']).next().unwrap_or_default().to_owned();
    let cookie = of("cookie:").map(|cookie| cookie.trim_start_matches("session=").to_owned());
    let set =
        if cookie.is_none() { format!("Set-Cookie: session={language}; Path=/; Secure\r\n") } else { String::new() };
    visits.lock().unwrap().push(Visit { page: page.clone(), language, cookie });
    let body = format!("<!doctype html><title>{page}</title><script>fetch('{ARRIVED}')</script>");
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{set}Cache-Control: no-store\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(answer.as_bytes())?;
    stream.conn.send_close_notify();
    stream.flush()
}

fn head(stream: &mut impl Read) -> io::Result<String> {
    let mut text = Vec::new();
    while !text.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        text.extend(byte);
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}
