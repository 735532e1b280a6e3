//! The real Chromium as the sandbox's default browser, asked over its DevTools port which addresses it shows.
//!
//! It reaches no network: every name resolves to this machine, where nothing answers, so a page fails to load. The list of pages
//! names the address that was asked for all the same.

use std::fs;
use std::path::Path;

use crate::sandbox::Sandbox;
use crate::webdriver::request;
use crate::{SOON, binaries, wait_until};

/// The Chromium of a sandbox made with [`crate::Browser::Chromium`]. It starts when something is opened.
#[derive(Debug)]
pub struct Chromium<'a> {
    sandbox: &'a Sandbox,
}

impl<'a> Chromium<'a> {
    pub fn of(sandbox: &'a Sandbox) -> Self {
        Self { sandbox }
    }

    /// Waits until a page shows an address that fits, and returns the address.
    #[track_caller]
    pub fn wait_for_page(&self, fits: impl Fn(&str) -> bool) -> String {
        wait_until("the page in Chromium", SOON, || {
            let pages = self.pages();
            pages.iter().find(|url| fits(url)).cloned().ok_or(pages)
        })
    }

    /// Returns the addresses of the open pages; none while Chromium is not running.
    pub fn pages(&self) -> Vec<String> {
        let Ok(port_file) = fs::read_to_string(self.sandbox.path().join("chromium/DevToolsActivePort")) else {
            return Vec::new();
        };
        let port = port_file.lines().next().unwrap_or_default();
        let Ok(targets) = request("GET", &format!("http://127.0.0.1:{port}/json/list"), None) else {
            return Vec::new();
        };
        let pages = targets.as_array().into_iter().flatten().filter(|target| target["type"] == "page");
        pages.filter_map(|page| page["url"].as_str()).map(str::to_owned).collect()
    }
}

/// Returns the script that stands in the desktop entry.
pub(crate) fn wrapper(user_data: &Path) -> String {
    let chromium = binaries::system("chromium", "chromium");
    format!(
        "#!/bin/sh
# --no-sandbox: the tests may run as root, where Chromium's own sandbox refuses to start.
exec {} --no-sandbox --user-data-dir={} --remote-debugging-port=0 \\
    --host-resolver-rules='MAP * 127.0.0.1' --no-first-run --no-default-browser-check --disable-background-networking \\
    --disable-component-update --disable-sync --disable-gpu --password-store=basic \"$@\"
",
        chromium.display(),
        user_data.display()
    )
}
