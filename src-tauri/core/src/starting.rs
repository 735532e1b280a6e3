//! How programs are started that go on when the one that started them ends.

use std::process::{Command, Stdio};

use crate::places;

/// Has a program be of its own group, without our pipes: it outlives this program and its terminal.
pub fn on_its_own(program: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(program, 0);
    program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}

/// Has a browser start on its own, without what the environment has for this program alone.
pub fn as_browser(browser: &mut Command) -> &mut Command {
    for (name, value) in places::for_browsers() {
        match value {
            Some(value) => browser.env(name, value),
            None => browser.env_remove(name),
        };
    }
    on_its_own(browser)
}
