//! From the start of `portico open` to the start of the browser, beside bare `xdg-open`.

use std::time::Duration;

use portico_tests::{Desktop, Sandbox};

use crate::ground::{self, Starts};
use crate::report::{Row, in_turn};

const ROUNDS: usize = 25;

pub(crate) fn open() -> Vec<Row> {
    let desktop = Desktop::bare(Sandbox::new());
    let sandbox = &desktop.sandbox;
    let (few, many) = (ground::home(sandbox, 1_000), ground::home(sandbox, 10_000));
    let starts = Starts::of(sandbox);
    let id = ground::tenant_id(500);
    let bare = || {
        let url = format!("https://security.microsoft.com/?tid={id}");
        starts.time(sandbox.command("xdg-open").arg(url))
    };
    let ours = |home| {
        let mut portico = sandbox.command(sandbox.portico_path());
        starts.time(portico.env("PORTICO_HOME", home).args(["open", &format!("public/{id}")]))
    };
    let what = |count: &str| format!("`portico open`, {count} customers: start → browser started");
    vec![
        in_turn(ROUNDS, || ours(&few), bare).row(&what("1,000"), "`xdg-open`", 1.25),
        in_turn(ROUNDS, || ours(&many), bare).row_above(&what("10,000"), "`xdg-open`", Duration::from_millis(10)),
    ]
}
