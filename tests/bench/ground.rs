//! What the measurements stand on: homes with customers, programs compiled for them, a browser that tells when it starts.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portico_tests::{SOON, Sandbox};

pub(crate) use crate::crowd::{names, registry, tenant_id};

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

    pub(crate) fn ask(&mut self, what: &str) {
        writeln!(self.child.stdin.as_mut().expect("piped above"), "{what}").unwrap();
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
