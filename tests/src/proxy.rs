//! A proxy on this machine, as a company has it: `CONNECT host:port`, let through or refused, with a record of who was asked for.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::Sandbox;

/// The running proxy; it lives as long as the test.
#[derive(Debug)]
pub struct Proxy {
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Starts a proxy that lets everything through, and makes it the sandbox's.
    pub fn start(sandbox: &mut Sandbox) -> Self {
        Self::start_that_answers(sandbox, None)
    }

    /// Starts a proxy that wants a password, and makes it the sandbox's.
    pub fn start_with_password(sandbox: &mut Sandbox) -> Self {
        Self::start_that_answers(
            sandbox,
            Some("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
        )
    }

    fn start_that_answers(sandbox: &mut Sandbox, refusal: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        sandbox.set("HTTPS_PROXY", format!("http://{}", listener.local_addr().unwrap()));
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let shared = Arc::clone(&asked);
        thread::spawn(move || {
            for client in listener.incoming() {
                let (client, shared) = (client.unwrap(), Arc::clone(&shared));
                // An error means that one of the two left.
                thread::spawn(move || converse(client, &shared, refusal));
            }
        });
        Self { asked }
    }

    /// Returns the hosts that were asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn converse(mut client: TcpStream, asked: &Mutex<Vec<String>>, refusal: Option<&str>) -> io::Result<()> {
    let mut text = Vec::new();
    while !text.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        client.read_exact(&mut byte)?;
        text.extend(byte);
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    let host = text.split(' ').nth(1).unwrap_or_default().to_owned();
    asked.lock().unwrap().push(host.clone());
    if let Some(refusal) = refusal {
        return client.write_all(refusal.as_bytes());
    }
    let server = TcpStream::connect(host)?;
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
    let (from, to) = (client.try_clone()?, server.try_clone()?);
    thread::spawn(move || pass_on(&from, &to));
    pass_on(&server, &client)
}

fn pass_on(mut from: &TcpStream, mut to: &TcpStream) -> io::Result<()> {
    io::copy(&mut from, &mut to)?;
    to.shutdown(Shutdown::Write)
}
