//! Power cuts: a disk that loses everything it was not told to keep, in the middle of saves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use portico_tests::Sandbox;

use crate::disk::{Mount, make_image, sandbox_on_disk};
use crate::ground::{LEFT, LOST, STUCK, TORN, id};
use crate::moments::moment;
use crate::random::aftermath;
use crate::report::{Broken, Row, Tier, rows, skipped};

const WRITERS: usize = 2;

/// The power goes before some twenty saves are done.
const LATEST_CUT: Duration = Duration::from_millis(300);

/// Cuts the power of ext4 and xfs disks while two processes save, and looks at what the journal brings back.
///
/// Only what was acknowledged before the cut counts: an add that is acknowledged during it may have been on either side.
pub(crate) fn cuts(tier: Tier) -> Vec<Row> {
    let disks = [("ext4", "mkfs.ext4", 64), ("xfs", "mkfs.xfs", 320)];
    disks.into_iter().flat_map(|(name, mkfs, megabytes)| cuts_of(name, mkfs, megabytes, tier.pick(3, 100))).collect()
}

fn cuts_of(name: &str, mkfs: &str, megabytes: u64, cuts: usize) -> Vec<Row> {
    let method = format!("power cut, {name}");
    let (sandbox, folder) = sandbox_on_disk();
    let image = sandbox.path().join("disk.img");
    if let Err(why) = make_image(&image, megabytes, mkfs) {
        return skipped(&method, &why);
    }
    let (mut saved, mut broken) = (0, Vec::new());
    for cut in 0..cuts {
        let acknowledged = match save_until_cut(&sandbox, &image, &folder, moment(cut + 1, LATEST_CUT)) {
            Ok(acknowledged) => acknowledged,
            Err(why) if cut == 0 => return skipped(&method, &why),
            Err(why) => panic!("{name}, cut {cut}: {why}"),
        };
        saved += acknowledged.len();
        let found = plug_in_again(&sandbox, &image, &folder, &acknowledged);
        broken.extend(found.into_iter().map(|found| found.at(&format!("cut {cut}"))));
    }
    eprintln!("  {name}: {cuts} cuts, {saved} adds acknowledged before them");
    assert!(saved > cuts, "there should be something to lose at most cuts");
    rows(&method, &[LOST, TORN, LEFT, STUCK], cuts, &broken)
}

/// Saves on the disk until the power goes. Returns the customers that were acknowledged before.
fn save_until_cut(
    sandbox: &Sandbox,
    image: &Path,
    folder: &Path,
    moment: Duration,
) -> Result<BTreeSet<String>, String> {
    let disk = Mount::image(image, folder)?;
    let (acknowledged, stop) = (Mutex::new(BTreeSet::new()), AtomicBool::new(false));
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (acknowledged, stop) = (&acknowledged, &stop);
            scope.spawn(move || {
                for number in (writer..).step_by(WRITERS).take_while(|_| !stop.load(Ordering::SeqCst)) {
                    if sandbox.portico(["add", &format!("Customer {number}"), &id(number)]).code == Some(0) {
                        acknowledged.lock().unwrap().insert(format!("public/{}", id(number)));
                    }
                }
            });
        }
        // The moment of the cut is what is tested.
        thread::sleep(moment);
        let before_the_cut = acknowledged.lock().unwrap().clone();
        let cut = disk.cut_power();
        stop.store(true, Ordering::SeqCst);
        cut.map(|()| before_the_cut)
    })
}

/// Mounts the disk again, which replays its journal, looks at what is there, and leaves it empty for the next cut.
fn plug_in_again(sandbox: &Sandbox, image: &Path, folder: &Path, acknowledged: &BTreeSet<String>) -> Vec<Broken> {
    let _disk = match Mount::image(image, folder) {
        Ok(disk) => disk,
        Err(why) => return vec![Broken::new(TORN, format!("the disk: {why}"))],
    };
    let broken = aftermath(sandbox, acknowledged);
    for entry in ["portico", "state"] {
        let _ = fs::remove_dir_all(folder.join(entry));
    }
    broken
}
