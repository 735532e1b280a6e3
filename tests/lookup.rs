//! `portico lookup` against logins on this machine: what it says, whom it asks, and what it does not believe.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

use portico_tests::{LoginServer, Output, Reply, Sandbox, document};

#[path = "lookup/answers.rs"]
mod answers;

#[path = "lookup/customers.rs"]
mod customers;

#[path = "lookup/hostile.rs"]
mod hostile;

#[path = "lookup/proxies.rs"]
mod proxies;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

const COMMERCIAL: &str = "login.microsoftonline.com";
const US: &str = "login.microsoftonline.us";
const CHINA: &str = "login.partner.microsoftonline.cn";

const WORLDWIDE: &str = r#","tenant_region_scope":"WW""#;
const GCC_HIGH: &str = r#","tenant_region_scope":"USGov","tenant_region_sub_scope":"DODCON""#;

/// Returns a sandbox and its logins, which know no domain yet.
fn logins() -> (Sandbox, LoginServer) {
    let mut sandbox = Sandbox::new();
    let server = LoginServer::start(&mut sandbox);
    (sandbox, server)
}

/// Returns the good answer for a commercial tenant.
fn commercial(id: &str) -> Reply {
    Reply::json(document(COMMERCIAL, id, WORLDWIDE))
}

/// Runs the command and returns what was typed and what came of it, the logins' addresses by their names.
#[track_caller]
fn session(sandbox: &Sandbox, server: &LoginServer, arguments: &[&str]) -> String {
    let output = sandbox.portico(arguments);
    format!("$ portico {}\n{}\n", arguments.join(" "), server.shown(&output.transcript()))
}

/// Looks a domain up and returns the outcome.
fn lookup(sandbox: &Sandbox, domain: &str) -> Output {
    sandbox.portico(["lookup", domain])
}
