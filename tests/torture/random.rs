//! `kill -9` out of the blue, while eight processes change the registry.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use portico_tests::Sandbox;

use crate::ground::{LEFT, LOST, STUCK, TORN, id, temporary, tenants, unreadable};
use crate::moments::moment;
use crate::report::{Broken, Row, Tier, rows};

const METHOD: &str = "kill -9 at random, 8 writers";
const WRITERS: usize = 8;

/// How much longer an add may live when the one before was killed, and how much shorter when it was not: half of them are killed,
/// however fast the machine is.
const STEP: f64 = 1.1;

/// Kills adds until this many were killed, and compares what they said with what is there.
pub(crate) fn kills(tier: Tier) -> Vec<Row> {
    let wanted = tier.pick(100, 1_000);
    let sandbox = Sandbox::new();
    let (killed, numbers) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let acknowledged: BTreeSet<String> = thread::scope(|scope| {
        let writers: Vec<_> =
            (0..WRITERS).map(|_| scope.spawn(|| write(&sandbox, &numbers, &killed, wanted))).collect();
        writers.into_iter().flat_map(|writer| writer.join().expect("its panic is on stderr")).collect()
    });
    let broken = aftermath(&sandbox, &acknowledged);
    let killed = killed.into_inner();
    eprintln!("  {killed} killed, {} acknowledged", acknowledged.len());
    assert!(!acknowledged.is_empty(), "some adds should get through");
    rows(METHOD, &[LOST, TORN, LEFT, STUCK], killed, &broken)
}

/// Adds customers and kills each add after a while, until enough were killed. Returns those whose add was acknowledged.
fn write(sandbox: &Sandbox, numbers: &AtomicUsize, killed: &AtomicUsize, wanted: usize) -> Vec<String> {
    let (mut acknowledged, mut longest) = (Vec::new(), Duration::from_millis(30));
    while killed.load(Ordering::SeqCst) < wanted {
        let number = numbers.fetch_add(1, Ordering::SeqCst);
        let output = add_for(sandbox, number, moment(number, longest));
        if output.status.code().is_none() {
            killed.fetch_add(1, Ordering::SeqCst);
            longest = longest.mul_f64(STEP);
        } else {
            longest = longest.div_f64(STEP);
        }
        if output.stdout.starts_with(b"Added ") {
            acknowledged.push(format!("public/{}", id(number)));
        }
    }
    acknowledged
}

/// Starts an add and kills it after this long.
fn add_for(sandbox: &Sandbox, number: usize, life: Duration) -> Output {
    let mut command = sandbox.command(sandbox.portico_path());
    command.args(["add", &format!("Customer {number}"), &id(number)]);
    let mut add = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The moment of the kill is what is tested.
    thread::sleep(life);
    // One that has ended by itself takes no notice.
    let _ = add.kill();
    add.wait_with_output().unwrap()
}

/// Looks for what was acknowledged, opens every customer, and goes on working.
pub(crate) fn aftermath(sandbox: &Sandbox, acknowledged: &BTreeSet<String>) -> Vec<Broken> {
    let torn = unreadable(sandbox.path());
    let mut broken: Vec<_> = torn.into_iter().map(|file| Broken::new(TORN, file)).collect();
    let next = sandbox.portico(["add", "Next", "5b1d7a60-9c3e-4f28-8e41-00020000000e"]);
    if next.code != Some(0) {
        broken.push(Broken::new(STUCK, format!("the next add: {}", next.transcript())));
    }
    let present = tenants(&fs::read(sandbox.registry_path()).unwrap_or_default());
    broken.extend(acknowledged.difference(&present).map(|tenant| Broken::new(LOST, tenant.clone())));
    for tenant in &present {
        let output = sandbox.portico(["open", tenant, "--print"]);
        if output.code != Some(0) {
            broken.push(Broken::new(STUCK, format!("open {tenant}: {}", output.transcript())));
        }
    }
    broken.extend(temporary(sandbox.path()).into_iter().map(|file| Broken::new(LEFT, file.display().to_string())));
    broken
}
