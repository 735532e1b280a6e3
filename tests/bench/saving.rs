//! A durable save beside the same bytes written plainly: write, fsync, rename, fsync of the folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use portico_tests::Sandbox;

use crate::ground;
use crate::report::{Pair, Row, in_turn, median};

const ROUNDS: usize = 30;
const PLAIN: &str = "the same bytes written plainly";

pub(crate) fn save() -> Vec<Row> {
    let sandbox = Sandbox::new();
    let home = ground::home(&sandbox, 1_000);
    let in_core = |command: &str| {
        let mut measure = sandbox.command(ground::beside_portico(&sandbox, "examples/measure"));
        measure.env("PORTICO_HOME", &home).args([command, &ROUNDS.to_string()]);
        let lines = sandbox.run(&mut measure, None).done().stdout;
        let nanoseconds = |text: &str| Duration::from_nanos(text.parse().unwrap());
        let pairs = lines.lines().filter_map(|line| line.split_once('\t'));
        let (ours, plain) = pairs.map(|(ours, plain)| (nanoseconds(ours), nanoseconds(plain))).unzip();
        Pair { ours: median(ours), peer: median(plain) }
    };
    let mut round = 0;
    let edit = || {
        round += 1;
        let identity = format!("public/{}", ground::tenant_id(1));
        let mut portico = sandbox.command(sandbox.portico_path());
        portico.env("PORTICO_HOME", &home).args(["edit", &identity, "--notes", &format!("round {round:06}")]);
        ground::time_to_end(&mut portico)
    };
    let plain = || {
        let bytes = fs::read(home.join("registry.json")).unwrap();
        let began = Instant::now();
        plainly(&home, &bytes).unwrap();
        began.elapsed()
    };
    vec![
        in_core("save").row("a durable save, 1,000 customers, in the core", PLAIN, 4.0),
        in_core("rename").row("the same for a new name, with its pin", PLAIN, 4.0),
        in_turn(ROUNDS, edit, plain).row("`portico edit --notes`, start → end", PLAIN, 4.0),
    ]
}

fn plainly(folder: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let (temporary, target) = (folder.join("plain.new"), folder.join("plain"));
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&temporary, &target)?;
    File::open(folder)?.sync_all()
}
