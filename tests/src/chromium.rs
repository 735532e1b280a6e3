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
    data: &'static str,
}

impl<'a> Chromium<'a> {
    pub fn of(sandbox: &'a Sandbox) -> Self {
        Self { sandbox, data: DEFAULT }
    }

    /// The one that a test installed with [`Chromium::script`].
    pub fn installed(sandbox: &'a Sandbox) -> Self {
        Self { sandbox, data: INSTALLED }
    }

    /// Returns a script for [`Sandbox::install_browser_running`]: the real Chromium in its usual folder of user data.
    pub fn script(arguments: &str) -> String {
        format!("exec {} {arguments} \"$@\"", command("\"$XDG_CONFIG_HOME/chromium\""))
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
        let Ok(port_file) = fs::read_to_string(self.sandbox.path().join(self.data).join("DevToolsActivePort")) else {
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

/// Where the default Chromium keeps its user data, and where an installed one does.
const DEFAULT: &str = "chromium";
const INSTALLED: &str = "config/chromium";

/// Returns the script that stands in the desktop entry.
pub(crate) fn start(user_data: &Path) -> String {
    format!("exec {} --host-resolver-rules='MAP * 127.0.0.1' \"$@\"", command(&user_data.display().to_string()))
}

/// Returns the beginning of a command for a shell.
fn command(user_data: &str) -> String {
    // --no-sandbox: the tests may run as root, where Chromium's own sandbox refuses to start.
    format!(
        "{} --no-sandbox --user-data-dir={user_data} --remote-debugging-port=0 --no-first-run --no-default-browser-check \\
    --disable-background-networking --disable-component-update --disable-sync --disable-gpu --password-store=basic",
        binaries::system("chromium", "chromium").display()
    )
}
