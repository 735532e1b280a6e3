//! A disk that is full, at sixty-four sizes: each save in turn is the one that does not fit.

use std::collections::BTreeSet;
use std::fs;

use portico_tests::Output;

use crate::disk::{Mount, sandbox_on_disk};
use crate::ground::{LEFT, LOST, STUCK, TORN, id, tenants};
use crate::random::aftermath;
use crate::report::{Broken, Row, Tier, rows, skipped};

const METHOD: &str = "full disk, by size";
const UNTRUE: &str = "results that are not what is on the disk";

/// The room that is there in the end.
const ENOUGH: usize = 64 << 10;

/// Fills disks of many sizes, and goes on once there is room.
///
/// A save that does not fit says "not saved" and leaves the file as it was, byte for byte; all that was acknowledged is still there.
pub(crate) fn at_many_sizes(tier: Tier) -> Vec<Row> {
    let (mut broken, mut refused) = (Vec::new(), 0);
    // A page is 4 KB: these are all the sizes there are up to 256 KB.
    let sizes: Vec<usize> = (1..=64).map(|pages| pages * 4).step_by(tier.pick(8, 1)).collect();
    for kilobytes in &sizes {
        match fill(*kilobytes) {
            Ok((refusals, found)) => {
                refused += refusals;
                broken.extend(found.into_iter().map(|found| found.at(&format!("{kilobytes} KB"))));
            }
            Err(why) if *kilobytes == sizes[0] => return skipped(METHOD, &format!("a tmpfs cannot be mounted: {why}")),
            Err(why) => panic!("{kilobytes} KB: {why}"),
        }
    }
    eprintln!("  {} sizes, {refused} saves refused", sizes.len());
    assert!(refused >= sizes.len(), "every size should be too small for something");
    rows(METHOD, &[LOST, UNTRUE, TORN, LEFT, STUCK], sizes.len(), &broken)
}

/// Adds customers until the disk is full and three more, then makes room. Returns how many adds were refused.
fn fill(kilobytes: usize) -> Result<(usize, Vec<Broken>), String> {
    let (sandbox, disk) = sandbox_on_disk();
    let mount = Mount::memory(&disk, kilobytes)?;
    let notes = "n".repeat(1_500);
    let (mut broken, mut acknowledged, mut refused) = (Vec::new(), BTreeSet::new(), 0);
    for number in 0.. {
        let before = fs::read(sandbox.registry_path()).unwrap_or_default();
        let output = sandbox.portico(["add", &format!("Customer {number}"), &id(number), "--notes", &notes]);
        let after = fs::read(sandbox.registry_path()).unwrap_or_default();
        let tenant = format!("public/{}", id(number));
        if !is_true(&output, &before, &after, &tenant) {
            broken.push(Broken::new(UNTRUE, output.transcript()));
        }
        if output.code == Some(0) {
            acknowledged.insert(tenant);
        } else {
            refused += 1;
        }
        if refused == 3 {
            break;
        }
    }
    mount.grow(ENOUGH);
    broken.extend(aftermath(&sandbox, &acknowledged));
    Ok((refused, broken))
}

/// Returns whether what an add said is what is on the disk.
fn is_true(output: &Output, before: &[u8], after: &[u8], tenant: &str) -> bool {
    match output.code {
        Some(0) => tenants(after).contains(tenant),
        Some(1) => output.stderr.contains("not saved") && before == after,
        _ => false,
    }
}
