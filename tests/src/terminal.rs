//! A program on a terminal: it sees a real pseudo-terminal with its own session, so `is_terminal`, prompts and Ctrl+C work.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::output::Output;
use crate::sandbox::{self, Sandbox};
use crate::{SOON, binaries, wait_until};

/// A running program and the screen it writes on. Killed on drop.
#[derive(Debug)]
pub struct Terminal {
    child: Child,
    keyboard: File,
    screen: Arc<Mutex<Vec<u8>>>,
    folder: PathBuf,
}

impl Terminal {
    /// Starts a program with its arguments on a terminal of 100 columns and 40 rows.
    pub(crate) fn start<A: AsRef<OsStr>>(
        sandbox: &Sandbox,
        program: &OsStr,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let keyboard = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&keyboard).unwrap();
        unlockpt(&keyboard).unwrap();
        let name = ptsname(&keyboard, Vec::new()).unwrap().into_string().unwrap();
        let line: OwnedFd = OpenOptions::new().read(true).write(true).open(name).unwrap().into();
        tcsetwinsize(&line, Winsize { ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
        let copy = || Stdio::from(line.try_clone().unwrap());
        // setsid makes the terminal the program's own, which is what lets Ctrl+C reach it.
        let child = sandbox
            .command(binaries::system("setsid", "util-linux"))
            .arg("--ctty")
            .arg(program)
            .args(arguments)
            .env("TERM", "xterm")
            .stdin(copy())
            .stdout(copy())
            .stderr(copy())
            .spawn()
            .unwrap();
        let keyboard = File::from(keyboard);
        let screen = read_along(keyboard.try_clone().unwrap());
        Self { child, keyboard, screen, folder: sandbox.path().to_owned() }
    }

    /// Waits until the screen shows this text.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> &Self {
        wait_until(&format!("{text:?} on the terminal"), SOON, || {
            let screen = self.screen();
            if screen.contains(text) { Ok(()) } else { Err(screen) }
        });
        self
    }

    /// Types a line and presses Enter.
    pub fn type_line(&self, line: &str) {
        self.type_keys(&format!("{line}\r"));
    }

    /// Types, and leaves it at that.
    pub fn type_keys(&self, keys: &str) {
        (&self.keyboard).write_all(keys.as_bytes()).unwrap();
    }

    /// Presses Ctrl+C.
    pub fn interrupt(&self) {
        (&self.keyboard).write_all(b"\x03").unwrap();
    }

    /// Waits for the end. The screen is the output's stdout; on a terminal the two streams are one.
    #[track_caller]
    pub fn finish(mut self) -> Output {
        let status = wait_until("the program on the terminal to end", SOON, || {
            self.child.try_wait().unwrap().ok_or_else(|| self.screen())
        });
        // The last text may still be on its way: the reader ends when nobody has the terminal open any more.
        wait_until("the terminal to close", SOON, || {
            if Arc::strong_count(&self.screen) == 1 { Ok(()) } else { Err("something still holds the terminal") }
        });
        Output { stdout: self.screen(), stderr: String::new(), code: status.code() }
    }

    /// Returns everything written so far, with the sandbox's folders named.
    pub fn screen(&self) -> String {
        let bytes = self.screen.lock().unwrap().clone();
        sandbox::shown(&self.folder, &String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Collects what the program writes until nobody has the terminal open, which reads as an error (EIO) on Linux.
fn read_along(mut terminal: File) -> Arc<Mutex<Vec<u8>>> {
    let screen = Arc::new(Mutex::new(Vec::new()));
    let copy = Arc::clone(&screen);
    thread::spawn(move || {
        let mut chunk = [0; 4096];
        while let Ok(count @ 1..) = terminal.read(&mut chunk) {
            copy.lock().unwrap().extend_from_slice(&chunk[..count]);
        }
    });
    screen
}
