//! Faults at an exact system call, through strace: `-e inject=fsync:error=EIO:when=2` and the like.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::fs;
use std::process::Command;

use portico_tests::Output;

use crate::ground::{Ground, Operation};

/// The moment a program makes a system call for the nth time.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    pub(crate) syscall: String,
    pub(crate) time: usize,
}

impl Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.syscall, self.time)
    }
}

impl Point {
    /// Returns the fault at this point, as strace takes it.
    pub(crate) fn with(&self, fault: &str) -> String {
        format!("{}:{fault}:when={}", self.syscall, self.time)
    }

    /// Returns the same fault at this point and at each later call of the same name.
    pub(crate) fn ever_after_with(&self, fault: &str) -> String {
        format!("{}+", self.with(fault))
    }
}

/// The system calls of an operation in their order.
#[derive(Debug)]
pub(crate) struct Trace {
    pub(crate) points: Vec<Point>,
    /// Where the program itself begins, behind the dynamic loader and the runtime: the first call about one of our files.
    pub(crate) begin: usize,
}

impl Trace {
    /// Traces an operation once, undisturbed.
    pub(crate) fn of(ground: &Ground, operation: &Operation) -> Self {
        ground.reset();
        let log = ground.sandbox.path().join("strace.txt");
        let mut command = ground.sandbox.command("strace");
        command.args(["-f", "-qq", "-e", "signal=none", "-o"]).arg(&log);
        command.args(operation.always.map(|fault| format!("--inject={fault}")));
        command.arg(ground.sandbox.portico_path()).args(operation.arguments);
        ground.sandbox.run(&mut command, None).done();

        let folder = ground.sandbox.path().display().to_string();
        let (mut points, mut begin, mut times) = (Vec::new(), None, BTreeMap::new());
        // `PID NAME(ARGUMENTS…) = RESULT`. The first is the execve that starts the program.
        for line in fs::read_to_string(log).unwrap().lines().skip(1) {
            let Some(syscall) = line.split_whitespace().nth(1).and_then(|call| Some(call.split_once('(')?.0)) else {
                continue;
            };
            let time = times.entry(syscall.to_owned()).or_insert(0);
            *time += 1;
            if line.contains(&folder) {
                begin.get_or_insert(points.len());
            }
            points.push(Point { syscall: syscall.to_owned(), time: *time });
        }
        Self { points, begin: begin.expect("an operation works on the sandbox's files") }
    }
}

/// Runs an operation with this fault, and the one that is always there.
pub(crate) fn run(ground: &Ground, operation: &Operation, fault: &str) -> Output {
    let faults: Vec<&str> = operation.always.iter().copied().chain([fault]).collect();
    let syscalls: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').next()).collect();
    let mut command = ground.sandbox.command("strace");
    command.args(["-f", "-qq", "-e", "signal=none", "-o", "/dev/null", "-e", &format!("trace={}", syscalls.join(","))]);
    command.args(faults.iter().map(|fault| format!("--inject={fault}")));
    command.arg(ground.sandbox.portico_path()).args(operation.arguments);
    ground.sandbox.run(&mut command, None)
}

/// Returns why nothing can be traced here.
pub(crate) fn ensure_permitted() -> Result<(), String> {
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "/bin/true"]).output();
    match tried {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("strace is not permitted: {}", String::from_utf8_lossy(&output.stderr).trim())),
        Err(error) => Err(format!("strace does not start ({error}): apt-get install strace")),
    }
}
