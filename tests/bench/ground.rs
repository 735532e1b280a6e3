//! What the measurements stand on: registries, programs compiled for them, a browser that tells when it starts.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portico_tests::{SOON, Sandbox};
use serde_json::{Value, json};

const FIRST: [&str; 40] = [
    "Contoso",
    "Fabrikam",
    "Northwind",
    "Adatum",
    "Bellows",
    "Coho",
    "Consolidated",
    "Malmö",
    "Tailspin",
    "Wingtip",
    "Woodgrove",
    "Litware",
    "Lucerne",
    "Margie",
    "Munson",
    "Proseware",
    "Relecloud",
    "Trey",
    "Wide World",
    "Alpine",
    "Blue Yonder",
    "City Power",
    "Fourth",
    "Graphic",
    "Humongous",
    "Liberty",
    "Nod",
    "Parnell",
    "School of",
    "Southridge",
    "VanArsdel",
    "Best For You",
    "Baldwin",
    "Phone Company",
    "Fincher",
    "Olde",
    "Österlen",
    "Åkeri",
    "Strøm",
    "Łódzka",
];
const SECOND: [&str; 25] = [
    "Pharmaceuticals",
    "Retail",
    "Construction",
    "Traders",
    "Messenger",
    "Importers",
    "College",
    "Logistics",
    "Bank",
    "Insurance",
    "Airlines",
    "Toys",
    "Publishing",
    "Travel",
    "Vineyard",
    "Design",
    "Video",
    "Foods",
    "Energy",
    "Health",
    "Research",
    "Shipping",
    "Systems",
    "Telecom",
    "Works",
];
const THIRD: [&str; 10] =
    ["Group", "Holding", "AB", "GmbH", "Nordic", "North", "South", "International", "Services", "Partners"];
const GROUPS: [&str; 8] =
    ["Healthcare", "Retail", "Public sector", "Logistics", "Education", "Finance", "Energy", "Industry"];

/// Returns the names of so many customers, at most 10,000, all different.
pub(crate) fn names(count: usize) -> Vec<String> {
    assert!(count <= FIRST.len() * SECOND.len() * THIRD.len(), "there are no more names");
    let name = |at: usize| {
        // Neighbors differ in their first word, as in a registry that grew over the years.
        let (first, second, third) = (at % 40, at / 40 % 25, at / 1000);
        format!("{} {} {}", FIRST[first], SECOND[second], THIRD[third])
    };
    (0..count).map(name).collect()
}

/// Returns the text of a registry of so many customers, as Portico writes it.
pub(crate) fn registry(count: usize) -> String {
    let tenants: Vec<Value> = names(count).into_iter().enumerate().map(|(at, name)| tenant(at, &name)).collect();
    format!("{:#}\n", json!({ "schema": 1, "tenants": tenants }))
}

fn tenant(at: usize, name: &str) -> Value {
    let label = format!("{}{at}", name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase());
    let mut tenant = json!({
        "name": name,
        "tenant_id": tenant_id(at),
        "domain": format!("{label}.com"),
        "initial_domain": format!("{label}.onmicrosoft.com"),
        "group": GROUPS[at % GROUPS.len()],
    });
    if at.is_multiple_of(3) {
        tenant["aliases"] = json!([format!("C{at:05}")]);
        tenant["tags"] = json!(["tier1"]);
    }
    if at.is_multiple_of(4) {
        tenant["sharepoint"] = json!(label);
    }
    if at < 10 {
        tenant["favorite"] = json!(true);
    }
    tenant
}

/// Returns a tenant ID that looks like any other.
pub(crate) fn tenant_id(at: usize) -> String {
    // An odd factor: every number comes to another one.
    let mixed = (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (high, low) = (mixed >> 32, mixed & 0xffff_ffff);
    format!("{high:08x}-{:04x}-4{:03x}-9{:03x}-{at:04x}{low:08x}", low >> 16, high & 0xfff, low & 0xfff)
}

/// Makes a home for Portico with so many customers in the sandbox, and has it pin them. Returns the folder, for `PORTICO_HOME`.
pub(crate) fn home(sandbox: &Sandbox, count: usize) -> PathBuf {
    let home = sandbox.path().join(format!("home-{count}"));
    fs::create_dir(&home).unwrap();
    fs::write(home.join("registry.json"), registry(count)).unwrap();
    let identity = format!("public/{}", tenant_id(0));
    let mut met = sandbox.command(sandbox.portico_path());
    sandbox.run(met.env("PORTICO_HOME", &home).args(["open", "--print", &identity]), None).done();
    home
}

/// Returns the path of a program that stands beside `portico`.
pub(crate) fn beside_portico(sandbox: &Sandbox, name: &str) -> PathBuf {
    let path = sandbox.portico_path().with_file_name(name);
    assert!(path.is_file(), "no {} yet; `make bench` builds it", path.display());
    path
}

/// Compiles a C file of the benchmarks into the sandbox.
pub(crate) fn compiled(sandbox: &Sandbox, name: &str, packages: &[&str]) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench").join(name).with_extension("c");
    let program = sandbox.path().join(name);
    let flags =
        sandbox.run(sandbox.command("pkg-config").args(["--cflags", "--libs"]).args(packages), None).done().stdout;
    let mut compiler = sandbox.command("cc");
    compiler.args(["-O2", "-o"]).arg(&program).arg(source).args(flags.split_whitespace());
    sandbox.run(&mut compiler, None).done();
    program
}

/// Runs a program to its end with all it says thrown away, and returns how long that took.
pub(crate) fn time_to_end(command: &mut Command) -> Duration {
    let began = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    let took = began.elapsed();
    assert!(status.success(), "{command:?} ended with {status}");
    took
}

/// The fake browser's log as a pipe: a line in it is a browser that has just started.
#[derive(Debug)]
pub(crate) struct Starts(Receiver<Instant>);

impl Starts {
    /// Puts the pipe in the log's place; before the first browser starts.
    pub(crate) fn of(sandbox: &Sandbox) -> Self {
        let pipe = sandbox.path().join("opened.jsonl");
        sandbox.run(sandbox.command("mkfifo").arg(&pipe), None).done();
        // Open for both, so that it does not end with each browser.
        let file = File::options().read(true).write(true).open(pipe).unwrap();
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(file).lines();
            lines.map_while(Result::ok).try_for_each(|_| tell.send(Instant::now()))
        });
        Self(told)
    }

    /// Starts a program and returns how long it takes until a browser starts. Waits for the program's end too.
    pub(crate) fn time(&self, command: &mut Command) -> Duration {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let began = Instant::now();
        let mut child = command.spawn().unwrap();
        let started = self.0.recv_timeout(SOON).unwrap_or_else(|_| panic!("{command:?} started no browser"));
        assert!(child.wait().unwrap().success(), "{command:?} should end well");
        started - began
    }
}

/// A program that answers a line with a line.
#[derive(Debug)]
pub(crate) struct Watcher {
    child: Child,
    said: Receiver<(String, Instant)>,
}

impl Watcher {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let output = child.stdout.take().expect("piped above");
        let (tell, said) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(output).lines();
            lines.map_while(Result::ok).try_for_each(|line| tell.send((line, Instant::now())))
        });
        let watcher = Self { child, said };
        watcher.wait("ready");
        watcher
    }

    pub(crate) fn ask(&mut self) {
        self.child.stdin.as_mut().expect("piped above").write_all(b"\n").unwrap();
    }

    /// Waits for this line, and returns when it came.
    pub(crate) fn wait(&self, expected: &str) -> Instant {
        let (line, at) = self.said.recv_timeout(SOON).unwrap_or_else(|_| panic!("waited {SOON:?} for {expected:?}"));
        assert_eq!(line, expected);
        at
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // An error means that it ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
