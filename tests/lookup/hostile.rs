//! What stands between here and Microsoft may answer anything. No tenant comes out of it, nothing is sent twice, and it ends.

use std::sync::Mutex;
use std::thread;

use crate::{CHINA, COMMERCIAL, CONTOSO, FABRIKAM, WORLDWIDE, commercial, session};
use portico_tests::{LoginServer, Proof, Proxy, Reply, Sandbox, document};

const PATH: &str = "/contoso.com/v2.0/.well-known/openid-configuration";

/// What goes wrong.
enum Trouble {
    /// The commercial login replies so.
    Reply(Reply),
    /// The commercial login leads to this address, where a good answer waits.
    Redirect(fn(&LoginServer) -> String),
    /// All logins prove themselves so.
    Proof(Proof),
    /// The proxy wants a password.
    Proxy,
    /// The proxy is not there.
    DeadProxy,
    /// There is no such host.
    NoHost,
    /// Nobody listens there.
    NobodyThere,
}

/// Returns the good answer with one thing in it replaced.
fn spoilt(old: &str, new: &str) -> Trouble {
    let good = document(COMMERCIAL, CONTOSO, WORLDWIDE);
    assert!(good.contains(old), "nothing to spoil: {old}");
    Trouble::Reply(Reply::json(good.replace(old, new)))
}

fn raw(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

fn troubles() -> Vec<(&'static str, Trouble)> {
    let good = document(COMMERCIAL, CONTOSO, WORLDWIDE);
    let issuer = format!(r#""issuer":"https://{COMMERCIAL}/{CONTOSO}/v2.0""#);
    let chunked = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n";
    let reply = Trouble::Reply;
    vec![
        ("redirect to http", Trouble::Redirect(|server| format!("http://{}/", server.address("us")))),
        (
            "redirect to another host",
            Trouble::Redirect(|server| format!("https://{}/contoso.com/", server.address("us"))),
        ),
        ("redirect to itself", Trouble::Redirect(|server| format!("https://{}{PATH}", server.address("commercial")))),
        ("204", reply(Reply::new("204 No Content", "", ""))),
        ("500", reply(Reply::new("500 Internal Server Error", "", &good))),
        ("429", reply(Reply::new("429 Too Many Requests", "Retry-After: 1\r\n", ""))),
        (
            "a page",
            reply(Reply::new("200 OK", "Content-Type: text/html\r\n", "<!DOCTYPE html><title>Sign in to WiFi</title>")),
        ),
        ("11 MB", reply(Reply::json(format!("{good}{}", " ".repeat(11 << 20))))),
        ("no end", reply(Reply::Endless(raw("HTTP/1.1 200 OK\n\n{"), b"\"a\":1,".repeat(1000)))),
        (
            "headers without end",
            reply(Reply::Endless(raw("HTTP/1.1 200 OK\n"), raw(&"X-Filler: filler\n".repeat(100)))),
        ),
        ("no headers", reply(Reply::Stuck(raw("HTTP/1.1 200 OK\nContent-Type: ")))),
        ("slow headers", reply(Reply::Drip(raw("HTTP/1.1 200 OK\nX-Slow: ")))),
        ("slow body", reply(Reply::Drip(raw("HTTP/1.1 200 OK\nContent-Length: 9999\n\n{")))),
        ("compressed bomb", reply(Reply::new("200 OK", "Content-Encoding: gzip\r\n", bomb()))),
        ("broken chunks", reply(Reply::Whole(raw(&format!("{chunked}zz\n{good}\n0\n\n"))))),
        ("missing chunks", reply(Reply::Whole(raw(&format!("{chunked}{:x}\n{good}\n", good.len()))))),
        (
            "cut off",
            reply(Reply::Whole(raw(&format!("HTTP/1.1 200 OK\nContent-Length: {}\n\n{good}", good.len() + 1)))),
        ),
        ("cut off in the middle", reply(Reply::json(&good[..good.len() / 2]))),
        ("byte order mark", reply(Reply::json(format!("\u{feff}{good}")))),
        ("one field twice", spoilt(&issuer, &format!("{issuer},{issuer}"))),
        ("issuer elsewhere", spoilt(&issuer, &format!(r#""issuer":"https://login.example/{CONTOSO}/v2.0""#))),
        ("issuer of another cloud", spoilt(&issuer, &format!(r#""issuer":"https://{CHINA}/{CONTOSO}/v2.0""#))),
        ("no tenant ID", spoilt(CONTOSO, "8f3c1d52-6a0b-4a3e-9d57")),
        ("two tenant IDs", spoilt(&format!("{CONTOSO}/oauth2/v2.0/token"), &format!("{FABRIKAM}/oauth2/v2.0/token"))),
        ("a placeholder", spoilt(CONTOSO, "{tenantid}")),
        ("personal accounts", spoilt(CONTOSO, "9188040d-6c67-4c5b-b112-36a304b66dad")),
        ("a new region", spoilt(WORLDWIDE, r#","tenant_region_scope":"WW","tenant_region_sub_scope":"MARS""#)),
        ("expired certificate", Trouble::Proof(Proof::Expired)),
        ("certificate of another host", Trouble::Proof(Proof::OtherName)),
        ("self-signed certificate", Trouble::Proof(Proof::SelfSigned)),
        ("TLS 1.1", Trouble::Proof(Proof::OldTls)),
        ("proxy with a password", Trouble::Proxy),
        ("proxy that is not there", Trouble::DeadProxy),
        ("no such host", Trouble::NoHost),
        ("nobody there", Trouble::NobodyThere),
    ]
}

/// Returns a stream in gzip's format that becomes 7 MB of zeros.
fn bomb() -> Vec<u8> {
    // A last block with the fixed codes (RFC 1951, 3.2.6), the zero, and 30,000 times 258 bytes copied from one byte before.
    let mut bits = vec![1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0];
    for _ in 0..30_000 {
        bits.extend([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    }
    bits.extend([0; 7]);
    let bytes = bits.chunks(8).map(|bits| bits.iter().enumerate().map(|(at, bit)| bit << at).sum());
    [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3].into_iter().chain(bytes).chain([0; 8]).collect()
}

/// Brings the trouble about and returns what was typed and what came of it.
fn met(name: &str, trouble: Trouble) -> String {
    let mut sandbox = Sandbox::new();
    let proof = if let Trouble::Proof(proof) = trouble { proof } else { Proof::Trusted };
    let server = LoginServer::start_with(&mut sandbox, proof);
    // A good answer waits everywhere that nobody should ask.
    for login in ["commercial", "us", "china"] {
        server.answer(login, "contoso.com", commercial(CONTOSO));
    }
    let mut expected = 1;
    match trouble {
        Trouble::Reply(reply) => server.answer("commercial", "contoso.com", reply),
        Trouble::Redirect(address) => {
            let location = format!("Location: {}\r\n", address(&server));
            let good = document(COMMERCIAL, CONTOSO, WORLDWIDE);
            server.answer("commercial", "contoso.com", Reply::new("302 Found", &location, good));
        }
        Trouble::Proof(_) => {}
        Trouble::Proxy => {
            Proxy::start_with_password(&mut sandbox);
            expected = 0;
        }
        Trouble::DeadProxy => {
            sandbox.set("HTTPS_PROXY", "http://127.0.0.1:1");
            expected = 0;
        }
        Trouble::NoHost => {
            // No name is that long, so no name server is asked, which may not be there.
            let host = format!("{}.invalid", "login".repeat(13));
            sandbox.set("PORTICO_LOGIN_HOSTS", format!("commercial={host},us={host},china={host}"));
            expected = 0;
        }
        Trouble::NobodyThere => {
            sandbox.set("PORTICO_LOGIN_HOSTS", "commercial=127.0.0.1:1,us=127.0.0.1:1,china=127.0.0.1:1");
            expected = 0;
        }
    }
    let said = session(&sandbox, &server, &["lookup", "contoso.com"]);
    assert_eq!(server.connections(), expected, "{name}: nothing is tried again, and nobody else is asked\n{said}");
    assert!(said.starts_with("$ portico lookup contoso.com\n--- stderr\nerror: "), "{name}: no result\n{said}");
    assert!(said.ends_with("--- exit 1\n"), "{name}\n{said}");
    said
}

/// Meets these troubles, a few at once, as some of them last as long as a look-up may.
fn all_met(troubles: Vec<(&'static str, Trouble)>) -> Vec<(&'static str, String)> {
    let (queue, met_so_far) = (Mutex::new(troubles.into_iter().enumerate()), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let next = queue.lock().unwrap().next();
            let Some((at, (name, trouble))) = next else { break };
            let said = met(name, trouble);
            met_so_far.lock().unwrap().push((at, name, said));
        }
    };
    thread::scope(|scope| (0..6).for_each(|_| drop(scope.spawn(work))));
    let mut all = met_so_far.into_inner().unwrap();
    all.sort_by_key(|(at, ..)| *at);
    all.into_iter().map(|(_, name, said)| (name, said)).collect()
}

#[test]
fn no_tenant_comes_out_of_a_hostile_answer() {
    let error = |said: &str| said.lines().find_map(|line| line.strip_prefix("error: ")).unwrap_or_default().to_owned();
    let all: String = all_met(troubles()).iter().map(|(name, said)| format!("{name}: {}\n", error(said))).collect();
    insta::assert_snapshot!(all, @r#"
    redirect to http: $COMMERCIAL gave no answer that can be trusted: it leads elsewhere, with status 302
    redirect to another host: $COMMERCIAL gave no answer that can be trusted: it leads elsewhere, with status 302
    redirect to itself: $COMMERCIAL gave no answer that can be trusted: it leads elsewhere, with status 302
    204: $COMMERCIAL gave no answer that can be trusted: it has the status 204
    500: $COMMERCIAL gave no answer that can be trusted: it has the status 500
    429: $COMMERCIAL was asked too often
    a page: $COMMERCIAL gave no answer that can be trusted: it is no sign-in configuration
    11 MB: $COMMERCIAL gave no answer that can be trusted: it has more than 64 KB
    no end: $COMMERCIAL gave no answer that can be trusted: it has more than 64 KB
    headers without end: $COMMERCIAL gave no answer that can be trusted: protocol: http parse resulted in too many headers
    no headers: $COMMERCIAL took too long
    slow headers: $COMMERCIAL took too long
    slow body: $COMMERCIAL took too long
    compressed bomb: $COMMERCIAL gave no answer that can be trusted: it is no sign-in configuration
    broken chunks: $COMMERCIAL gave no answer that can be trusted: protocol: chunk length cannot be read as a number
    missing chunks: $COMMERCIAL gave no answer that can be trusted: it broke off
    cut off: $COMMERCIAL gave no answer that can be trusted: it broke off
    cut off in the middle: $COMMERCIAL gave no answer that can be trusted: it is no sign-in configuration
    byte order mark: $COMMERCIAL gave no answer that can be trusted: it is no sign-in configuration
    one field twice: $COMMERCIAL gave no answer that can be trusted: it is no sign-in configuration
    issuer elsewhere: $COMMERCIAL gave no answer that can be trusted: its issuer is not Microsoft's: "https://login.example/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/v2.0"
    issuer of another cloud: $COMMERCIAL gave no answer that can be trusted: its issuer does not have this endpoint: "https://login.microsoftonline.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44/oauth2/v2.0/token"
    no tenant ID: $COMMERCIAL gave no answer that can be trusted: its issuer names no customer: not a tenant ID: "8f3c1d52-6a0b-4a3e-9d57" (it has 23 characters, a tenant ID has 36)
    two tenant IDs: $COMMERCIAL gave no answer that can be trusted: its issuer does not have this endpoint: "https://login.microsoftonline.com/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f/oauth2/v2.0/token"
    a placeholder: $COMMERCIAL gave no answer that can be trusted: its issuer names no customer: not a tenant ID: "{tenantid}" (it has 10 characters, a tenant ID has 36)
    personal accounts: $COMMERCIAL gave no answer that can be trusted: its issuer names no customer: the tenant of personal Microsoft accounts, not a customer's: 9188040d-6c67-4c5b-b112-36a304b66dad
    a new region: $COMMERCIAL gave no answer that can be trusted: its region stands for no cloud that Portico knows: "WW" "MARS"
    expired certificate: no trusted connection to $COMMERCIAL: its certificate has expired
    certificate of another host: no trusted connection to $COMMERCIAL: its certificate is another host's
    self-signed certificate: no trusted connection to $COMMERCIAL: its certificate is signed by nobody whom this system trusts
    TLS 1.1: no trusted connection to $COMMERCIAL: it speaks no safe version of TLS
    proxy with a password: the proxy did not let the question through: proxy server responded 407/407
    proxy that is not there: the proxy did not let the question through: Connection refused (os error 111)
    no such host: could not reach loginloginloginloginloginloginloginloginloginloginloginloginlogin.invalid: no network, or no such host
    nobody there: could not reach 127.0.0.1:1: Connection refused (os error 111)
    "#);
}

#[test]
fn each_kind_of_failure_says_what_to_do() {
    let kinds = [
        "500",
        "429",
        "slow body",
        "personal accounts",
        "a new region",
        "expired certificate",
        "proxy with a password",
        "nobody there",
    ];
    let chosen = troubles().into_iter().filter(|(name, _)| kinds.contains(name));
    let all: String = all_met(chosen.collect()).into_iter().map(|(_, said)| said).collect();
    insta::assert_snapshot!(all, @r#"
    $ portico lookup contoso.com
    --- stderr
    error: $COMMERCIAL gave no answer that can be trusted: it has the status 500
    hint: something between here and Microsoft may have answered in its place
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: $COMMERCIAL was asked too often
    hint: try again in a minute
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: $COMMERCIAL took too long
    hint: try again in a minute
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: $COMMERCIAL gave no answer that can be trusted: its issuer names no customer: the tenant of personal Microsoft accounts, not a customer's: 9188040d-6c67-4c5b-b112-36a304b66dad
    hint: look up a domain of the customer's own
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: $COMMERCIAL gave no answer that can be trusted: its region stands for no cloud that Portico knows: "WW" "MARS"
    hint: a newer Portico may know it
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: no trusted connection to $COMMERCIAL: its certificate has expired
    hint: check the clock; the certificate of a firewall that looks into connections must be trusted by this system
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: the proxy did not let the question through: proxy server responded 407/407
    hint: check HTTPS_PROXY, as http://USER:PASSWORD@HOST:PORT, and NO_PROXY
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    $ portico lookup contoso.com
    --- stderr
    error: could not reach 127.0.0.1:1: Connection refused (os error 111)
    hint: check the network; with --cloud only the login of that cloud is asked when it knows the domain
    hint: the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; `portico add NAME TENANT_ID` takes it
    --- exit 1
    "#);
}
