//! Which programs there are.

use std::process::{Command, Stdio};

use portico_core::display;

use super::Finding;
use crate::tray;

/// Looks at the versions of Portico's programs.
pub(super) fn versions() -> Vec<Finding> {
    let own = env!("CARGO_PKG_VERSION");
    let system = format!("{} on {}", std::env::consts::ARCH, std::env::consts::OS);
    let program = Finding::good("portico", format!("{own}, {system}"));
    let path = tray::program();
    let said = Command::new(&path).arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output();
    let version = said.ok().filter(|said| said.status.success());
    let version = version.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned());
    let tray = match version.as_deref().map(|text| text.rsplit(' ').next().unwrap_or_default()) {
        Some(version) if version == own => Finding::good("tray", format!("{version}, {}", display::path(&path))),
        Some(version) => Finding::wrong(
            "tray",
            format!("{} is version {version}, not {own}", display::path(&path)),
            "install both programs from one build",
        ),
        None => Finding::note("tray", "portico-tray is not installed beside portico: only the terminal works"),
    };
    vec![program, tray]
}
