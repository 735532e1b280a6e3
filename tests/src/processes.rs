//! Processes: started in a group of their own, found again by a variable in their environment, ended for certain.
//!
//! A browser detaches itself from whoever started it (`setsid`), so neither process groups nor parents find it. Its environment does,
//! or the folder in which it stands.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::wait::{SOON, wait_until};

/// A process as `/proc` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub pid: u32,
    pub parent: u32,
    /// The process group, which a terminal's Ctrl+C reaches as a whole.
    pub group: u32,
    /// The arguments, joined by blanks.
    pub command: String,
}

/// Returns the living processes that carry this variable with this value in their environment.
pub fn with_variable(name: &str, value: &str) -> Vec<Process> {
    let entry = format!("{name}={value}");
    let carries = |pid: &u32| {
        let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
        environment.split(|byte| *byte == 0).any(|variable| variable == entry.as_bytes())
    };
    pids().into_iter().filter(carries).filter_map(process).collect()
}

/// Returns the living children of a process, their children and so on.
pub fn descendants(pid: u32) -> Vec<Process> {
    let all: Vec<Process> = pids().into_iter().filter_map(process).collect();
    let mut found: Vec<Process> = Vec::new();
    let mut parents = vec![pid];
    while let Some(parent) = parents.pop() {
        for child in all.iter().filter(|child| child.parent == parent) {
            parents.push(child.pid);
            found.push(child.clone());
        }
    }
    found
}

/// Returns the sockets of a process that reach beyond this machine's files: TCP, UDP, ICMP and raw ones, as `/proc` shows them.
pub fn network_sockets(pid: u32) -> Vec<String> {
    let files = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten();
    let open: Vec<String> = files
        .filter_map(|file| fs::read_link(file.ok()?.path()).ok())
        .map(|target| target.to_string_lossy().into_owned())
        .collect();
    let tables = ["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "icmp", "icmp6", "raw", "raw6"];
    let lines = tables.iter().flat_map(|table| {
        let text = fs::read_to_string(format!("/proc/{pid}/net/{table}")).unwrap_or_default();
        text.lines().map(|line| format!("{table} {line}")).collect::<Vec<_>>()
    });
    // `TABLE SLOT LOCAL REMOTE STATE QUEUES TIMER RETRANSMITS UID TIMEOUT INODE …`
    lines
        .filter(|line| {
            let inode = line.split_whitespace().nth(10).unwrap_or_default();
            open.contains(&format!("socket:[{inode}]"))
        })
        .collect()
}

/// Returns how many threads a process has.
pub(crate) fn threads(pid: u32) -> usize {
    fs::read_dir(format!("/proc/{pid}/task")).unwrap().count()
}

/// Returns how many files, sockets and pipes a process has open.
pub(crate) fn open_files(pid: u32) -> usize {
    fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count()
}

/// Returns the memory of a process in KB that is its own: not files, of which its share changes as other processes come and go.
pub(crate) fn own_memory(pid: u32) -> usize {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("Anonymous:")).expect("Linux tells it");
    line.trim_end_matches("kB").trim().parse().unwrap()
}

/// Returns how often each thread of a process was given and left the processor, as text to compare.
pub(crate) fn switches(pid: u32) -> String {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let status = threads.filter_map(|thread| fs::read_to_string(thread.path().join("status")).ok());
    let lines = status.flat_map(|text| {
        let lines = text.lines().filter(|line| line.starts_with("Pid:") || line.contains("ctxt_switches"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Kills every process that carries this folder in the variable or stands in it, and what they started, until none is left.
pub(crate) fn reap(name: &str, folder: &Path) {
    let stands = |pid: &u32| fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|path| path.starts_with(folder));
    wait_until("the sandbox's processes to end", SOON, || {
        let mut left = with_variable(name, &folder.to_string_lossy());
        // Chromium writes its title over its environment; its children leave the folder, and only their parents tell whose they are.
        left.extend(pids().into_iter().filter(stands).filter_map(process));
        let children: Vec<Process> = left.iter().flat_map(|process| descendants(process.pid)).collect();
        left.extend(children);
        for process in &left {
            signal(process.pid, Signal::KILL);
        }
        if left.is_empty() { Ok(()) } else { Err(left) }
    });
}

pub(crate) fn signal(pid: u32, signal: Signal) {
    // An error means that it ended by itself meanwhile.
    let _ = kill_process(id(pid), signal);
}

/// A child process in a group of its own. The group is killed on drop, unless the process ended by itself: what a launcher leaves
/// behind is meant to live on, until the sandbox ends it.
#[derive(Debug)]
pub(crate) struct Running {
    name: String,
    pub(crate) child: Child,
}

impl Running {
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.process_group(0).spawn().unwrap_or_else(|error| panic!("could not start {name}: {error}"));
        Self { name, child }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits until the process ends by itself.
    #[track_caller]
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let name = self.name.clone();
        wait_until(&format!("{name} to end"), SOON, || self.child.try_wait().unwrap().ok_or("still running"))
    }

    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.ended().is_none() {
            let _ = kill_process_group(id(self.child.id()), Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

fn id(pid: u32) -> Pid {
    i32::try_from(pid).ok().and_then(Pid::from_raw).expect("process ids are positive")
}

fn pids() -> Vec<u32> {
    let entries = fs::read_dir("/proc").unwrap();
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect()
}

/// Returns `None` for one that ended meanwhile and for a zombie, which has ended too.
fn process(pid: u32) -> Option<Process> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // `PID (name) STATE PARENT GROUP …`; the name may hold blanks and brackets.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let state = fields.next()?;
    let (parent, group) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    let arguments = fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    let command = String::from_utf8_lossy(&arguments).trim_end_matches('\0').replace('\0', " ");
    (state != "Z").then_some(Process { pid, parent, group, command })
}
