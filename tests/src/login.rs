//! Microsoft's three logins in one, on this machine: TLS with a certificate authority of its own, answers that a test sets, and a
//! record of who was asked for what.
//!
//! A domain without an answer is not found, with the answer that Microsoft gives for it.

use std::collections::HashMap;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::Sandbox;

/// The logins, as `PORTICO_LOGIN_HOSTS` names them.
const LOGINS: [&str; 3] = ["commercial", "us", "china"];

/// What a login sends back for a domain, as it goes over the wire.
#[derive(Clone, Debug)]
pub enum Reply {
    /// These bytes, and the end.
    Whole(Vec<u8>),
    /// These bytes, and nothing more as long as the client waits.
    Stuck(Vec<u8>),
    /// These bytes, and one more every now and then.
    Drip(Vec<u8>),
    /// These bytes, and the others again and again.
    Endless(Vec<u8>, Vec<u8>),
}

impl Reply {
    /// A response with a body and its length.
    pub fn new(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n", body.len());
        Self::Whole([head.as_bytes(), body].concat())
    }

    /// A good answer with this body.
    pub fn json(body: impl AsRef<[u8]>) -> Self {
        Self::new(
            "200 OK",
            "Content-Type: application/json; charset=utf-8\r\nCache-Control: max-age=86400, private\r\n",
            body,
        )
    }

    /// The answer for a domain that the login does not know.
    fn not_found(domain: &str) -> Self {
        let body = format!(
            r#"{{"error":"invalid_tenant","error_description":"AADSTS90002: Tenant '{domain}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.","error_codes":[90002],"timestamp":"2026-11-12 08:00:00Z"}}"#
        );
        Self::new("400 Bad Request", "Content-Type: application/json; charset=utf-8\r\n", body)
    }
}

/// Returns the document of a tenant as its login gives it; `region` are the members about it, each with a comma before it.
pub fn document(host: &str, id: &str, region: &str) -> String {
    let base = format!("https://{host}/{id}");
    format!(
        r#"{{"token_endpoint":"{base}/oauth2/v2.0/token","token_endpoint_auth_methods_supported":["client_secret_post","private_key_jwt","client_secret_basic"],"jwks_uri":"{base}/discovery/v2.0/keys","response_modes_supported":["query","fragment","form_post"],"subject_types_supported":["pairwise"],"id_token_signing_alg_values_supported":["RS256"],"response_types_supported":["code","id_token","code id_token","id_token token"],"scopes_supported":["openid","profile","email","offline_access"],"issuer":"{base}/v2.0","request_uri_parameter_supported":false,"userinfo_endpoint":"https://graph.microsoft.com/oidc/userinfo","authorization_endpoint":"{base}/oauth2/v2.0/authorize","device_authorization_endpoint":"{base}/oauth2/v2.0/devicecode","http_logout_supported":true,"frontchannel_logout_supported":true,"end_session_endpoint":"{base}/oauth2/v2.0/logout","claims_supported":["sub","iss","cloud_instance_name","aud","exp","iat","nonce","tid","ver"],"kerberos_endpoint":"{base}/kerberos","cloud_instance_name":"microsoftonline.com","cloud_graph_host_name":"graph.windows.net","msgraph_host":"graph.microsoft.com","rbac_url":"https://pas.windows.net"{region}}}"#
    )
}

/// How the logins prove who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// With a certificate that the sandbox trusts.
    Trusted,
    /// With one that has expired.
    Expired,
    /// With one of another host.
    OtherName,
    /// With one that nobody else signed.
    SelfSigned,
    /// Not at all: they speak TLS 1.1.
    OldTls,
}

/// The running logins. They end when this is dropped.
#[derive(Debug)]
pub struct LoginServer {
    ports: [u16; 3],
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    answers: Mutex<HashMap<(&'static str, String), Reply>>,
    requests: Mutex<Vec<(&'static str, String)>>,
    connections: Mutex<usize>,
    is_over: Mutex<bool>,
}

impl LoginServer {
    /// Starts the logins, and lets the sandbox ask them and trust their authority, and no other.
    pub fn start(sandbox: &mut Sandbox) -> Self {
        Self::start_with(sandbox, Proof::Trusted)
    }

    pub fn start_with(sandbox: &mut Sandbox, proof: Proof) -> Self {
        let (authority, config) = certified(proof);
        let file = sandbox.path().join("authority.pem");
        fs::write(&file, authority).unwrap();
        let shared = Arc::<Shared>::default();
        let ports = LOGINS.map(|login| {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let port = listener.local_addr().unwrap().port();
            let (shared, config) = (Arc::clone(&shared), config.clone());
            thread::spawn(move || serve(&listener, login, &shared, config));
            port
        });
        let hosts: Vec<_> = LOGINS.iter().zip(ports).map(|(login, port)| format!("{login}=127.0.0.1:{port}")).collect();
        sandbox.set("PORTICO_LOGIN_HOSTS", hosts.join(","));
        sandbox.set("SSL_CERT_FILE", file);
        Self { ports, shared }
    }

    /// Sets what a login, `commercial`, `us` or `china`, says to a domain from now on.
    pub fn answer(&self, login: &str, domain: &str, reply: Reply) {
        let login = LOGINS.into_iter().find(|own| *own == login).expect("one of the three");
        self.shared.answers.lock().unwrap().insert((login, domain.to_owned()), reply);
    }

    /// Returns who was asked for what so far, as `commercial contoso.com`, in order.
    pub fn asked(&self) -> Vec<String> {
        let domain = |text: &str| text.split('/').nth(1).unwrap_or_default().to_owned();
        self.requests().iter().map(|(login, text)| format!("{login} {}", domain(text))).collect()
    }

    /// Returns the requests so far, with the login that each went to, as they came over the wire.
    pub fn requests(&self) -> Vec<(&'static str, String)> {
        self.shared.requests.lock().unwrap().clone()
    }

    /// Returns how often somebody connected so far, also in vain.
    pub fn connections(&self) -> usize {
        *self.shared.connections.lock().unwrap()
    }

    /// Returns the address of a login, for a redirect.
    pub fn address(&self, login: &str) -> String {
        let at = LOGINS.iter().position(|own| *own == login).expect("one of the three");
        format!("127.0.0.1:{}", self.ports[at])
    }

    /// Replaces the logins' addresses by their names: `$COMMERCIAL`, `$US`, `$CHINA`.
    pub fn shown(&self, text: &str) -> String {
        LOGINS.iter().fold(text.to_owned(), |text, login| {
            text.replace(&self.address(login), &format!("${}", login.to_uppercase()))
        })
    }
}

impl Drop for LoginServer {
    fn drop(&mut self) {
        *self.shared.is_over.lock().unwrap() = true;
        for port in self.ports {
            // Wakes who waits for a client; an error means that nobody does any more.
            let _ = TcpStream::connect(("127.0.0.1", port));
        }
    }
}

/// Returns the authority's certificate, and what the logins prove themselves with; nothing for those that cannot.
fn certified(proof: Proof) -> (String, Option<Arc<ServerConfig>>) {
    let mut authority = CertificateParams::new([]).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.distinguished_name.push(DnType::CommonName, "authority of one test");
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let name = if proof == Proof::OtherName { "login.example" } else { "127.0.0.1" };
    let mut own = CertificateParams::new([name.to_owned()]).unwrap();
    if proof == Proof::Expired {
        (own.not_before, own.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2021, 1, 1));
    }
    let key = KeyPair::generate().unwrap();
    let certificate = match proof {
        Proof::SelfSigned => own.self_signed(&key),
        _ => own.signed_by(&key, &authority),
    };
    let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.unwrap().der().clone()], key)
        .unwrap();
    (authority.pem(), (proof != Proof::OldTls).then(|| Arc::new(config)))
}

fn serve(listener: &TcpListener, login: &'static str, shared: &Arc<Shared>, config: Option<Arc<ServerConfig>>) {
    for client in listener.incoming() {
        if *shared.is_over.lock().unwrap() {
            return;
        }
        *shared.connections.lock().unwrap() += 1;
        let (shared, config, client) = (Arc::clone(shared), config.clone(), client.unwrap());
        // An error means that the client left, which is what most of them do here sooner or later.
        thread::spawn(move || match config {
            Some(config) => converse(client, config, login, &shared),
            None => old_hello(client),
        });
    }
}

/// Answers one request.
fn converse(client: TcpStream, config: Arc<ServerConfig>, login: &'static str, shared: &Shared) -> std::io::Result<()> {
    let connection = ServerConnection::new(config).map_err(std::io::Error::other)?;
    let mut stream = StreamOwned::new(connection, client);
    let mut text = Vec::new();
    while !text.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        text.extend(byte);
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    let domain = text.split('/').nth(1).unwrap_or_default().to_owned();
    shared.requests.lock().unwrap().push((login, text));
    let answer = shared.answers.lock().unwrap().get(&(login, domain.clone())).cloned();
    match answer.unwrap_or_else(|| Reply::not_found(&domain)) {
        Reply::Whole(bytes) => stream.write_all(&bytes)?,
        Reply::Stuck(bytes) => {
            stream.write_all(&bytes)?;
            stream.flush()?;
            until_gone(&stream.sock)?;
        }
        Reply::Drip(bytes) => {
            stream.sock.set_read_timeout(Some(Duration::from_millis(100)))?;
            stream.write_all(&bytes)?;
            while is_there(&stream.sock) {
                stream.write_all(b" ")?;
                stream.flush()?;
            }
        }
        Reply::Endless(bytes, again) => {
            stream.write_all(&bytes)?;
            loop {
                stream.write_all(&again)?;
            }
        }
    }
    stream.conn.send_close_notify();
    stream.flush()
}

/// Answers a hello with that of TLS 1.1: a record with version 3.2, in it a hello of that version with an old cipher.
fn old_hello(mut client: TcpStream) -> std::io::Result<()> {
    let random = [7; 32];
    let hello = [&[2, 0, 0, 38, 3, 2][..], &random, &[0, 0, 0x2f, 0]].concat();
    client.read_exact(&mut [0; 5])?;
    client.write_all(&[&[22, 3, 2, 0, 42][..], &hello].concat())?;
    until_gone(&client)
}

/// Reads what still comes, until the client leaves.
fn until_gone(mut client: &TcpStream) -> std::io::Result<()> {
    std::io::copy(&mut client, &mut std::io::sink()).map(drop)
}

/// Returns false when the client left; else after the time that a read may take.
fn is_there(client: &TcpStream) -> bool {
    match client.peek(&mut [0]) {
        Ok(read) => read > 0,
        Err(error) => [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind()),
    }
}
