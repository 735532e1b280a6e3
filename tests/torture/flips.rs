//! Every single bit of a registry, flipped, and the real program asked what opens then.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use portico_tests::Output;

use crate::ground::id;
use crate::memory::{Home, shown};
use crate::report::{Broken, Row, at_once, rows};

const METHOD: &str = "a flipped bit in a registry of 20 pinned customers";
const ELSEWHERE: &str = "an address that was not there before opens";
const UNTOLD: &str = "neither listed nor refused";

/// Portico looks again for a while at a file that is no registry: somebody may be in the middle of writing it. Many can wait at once.
const WORKERS: usize = 24;

/// One flip in this many is looked at with all commands, and without pins. Not a multiple of eight: all bits of a byte are met.
const CLOSER_LOOK: usize = 199;

/// What the flips came to.
#[derive(Debug, Default)]
struct Counts {
    /// The file was no registry any more.
    refused: AtomicUsize,
    /// A customer did not open any more.
    seen: AtomicUsize,
    /// All addresses were what they were.
    harmless: AtomicUsize,
    /// Looked at without pins.
    unguarded: AtomicUsize,
    /// Opened another address then, which shows that the pins are what prevents it.
    unguarded_elsewhere: AtomicUsize,
}

impl Counts {
    fn one_more(count: &AtomicUsize) {
        count.fetch_add(1, Ordering::Relaxed);
    }
}

/// Flips each bit of the file, one at a time, and lists the customers: whoever opens has the address that was there before.
pub(crate) fn every_bit() -> Vec<Row> {
    let counts = Counts::default();
    let workers: Vec<usize> = (0..WORKERS).collect();
    let (flips, broken) = at_once(&workers, |worker| flips_of(*worker, &counts));
    let Counts { refused, seen, harmless, unguarded, unguarded_elsewhere } = counts;
    let [refused, seen, harmless, unguarded, unguarded_elsewhere] =
        [refused, seen, harmless, unguarded, unguarded_elsewhere].map(AtomicUsize::into_inner);
    eprintln!("  {flips} flips: {refused} refused, {seen} seen, {harmless} harmless");
    eprintln!("  without pins, {unguarded_elsewhere} of {unguarded} open another address");
    assert!(refused > 1_000 && seen > 1_000 && harmless > 100, "a flip should come to all of these");
    assert!(unguarded_elsewhere > unguarded / 10, "without pins the check should find what it looks for");
    rows(METHOD, &[ELSEWHERE, UNTOLD], flips, &broken)
}

fn flips_of(worker: usize, counts: &Counts) -> (usize, Vec<Broken>) {
    let home = home();
    let (kept, pins) = (home.keep(), home.pins());
    let good = fs::read(home.registry_path()).unwrap();
    let before = Addresses::of(&home.portico(&["list", "--json"]).done());
    assert_eq!(before.0.len(), 20, "all open before: {before:?}");
    let portals: BTreeMap<&str, BTreeSet<String>> =
        before.0.keys().map(|(identity, _)| (identity.as_str(), every_portal(&home, identity))).collect();

    let (mut flips, mut broken) = (0, Vec::new());
    for bit in (worker..good.len() * 8).step_by(WORKERS) {
        let mut flipped = good.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(home.registry_path(), &flipped).unwrap();
        let list = home.portico(&["list", "--json"]);
        flips += 1;
        let mut found = Vec::new();
        match list.code {
            Some(0) => {
                let after = Addresses::of(&list);
                found.extend(after.not_in(&before).map(|address| Broken::new(ELSEWHERE, address)));
                Counts::one_more(if after.0.len() < before.0.len() { &counts.seen } else { &counts.harmless });
                if bit % CLOSER_LOOK == 0 {
                    found.extend(elsewhere(&home, &list, &before, &portals));
                    home.forget_pins();
                    let unguarded = Addresses::of(&home.portico(&["list", "--json"]).done());
                    Counts::one_more(&counts.unguarded);
                    if unguarded.not_in(&before).next().is_some() {
                        Counts::one_more(&counts.unguarded_elsewhere);
                    }
                }
            }
            Some(5) => Counts::one_more(&counts.refused),
            _ => found.push(Broken::new(UNTOLD, list.transcript())),
        }
        if home.pins() != pins {
            home.put_back(&kept);
        }
        broken.extend(found.into_iter().map(|found| found.at(&format!("bit {bit}"))));
    }
    (flips, broken)
}

/// Returns a home with twenty customers that are known by all there is to be known by, in all clouds.
fn home() -> Home {
    let home = Home::new();
    for at in 0..20 {
        let cloud = ["public", "gcc", "gcc-high", "dod", "china"][at % 5];
        let [name, alias, group] = ["Customer", "C", "Group"].map(|word| format!("{word} {at}"));
        let [domain, initial] = ["example", "onmicrosoft.com"].map(|end| format!("customer{at}.{end}"));
        let (tenant_id, label) = (id(0x0101_0101 * at), format!("customer{at}"));
        let mut add = vec!["add", &name, &tenant_id, "--cloud", cloud, "--domain", &domain];
        add.extend(["--initial-domain", &initial, "--sharepoint", &label, "--alias", &alias, "--group", &group]);
        // None has a portal of its own: that is no part of who a customer is, and without it the customer opens in the usual one.
        add.extend((at == 7).then_some("--confirm"));
        home.portico(&add).done();
    }
    home
}

/// What opens, by what is shown for it: identity and name.
#[derive(Debug)]
struct Addresses(BTreeMap<(String, String), String>);

impl Addresses {
    fn of(list: &Output) -> Self {
        let shown = shown(list).into_iter();
        Self(shown.filter_map(|shown| Some(((shown.identity, shown.name), shown.url?))).collect())
    }

    /// Describes what opens here and not there.
    fn not_in(&self, before: &Self) -> impl Iterator<Item = String> {
        let new = self.0.iter().filter(|(shown, url)| before.0.get(shown) != Some(url));
        new.map(|(shown, url)| format!("{shown:?} opens {url}"))
    }
}

/// Opens every customer that is listed, and asks for its addresses in all portals.
fn elsewhere(
    home: &Home,
    list: &Output,
    before: &Addresses,
    portals: &BTreeMap<&str, BTreeSet<String>>,
) -> Vec<Broken> {
    let mut broken = Vec::new();
    for shown in shown(list) {
        let open = home.portico(&["open", &shown.identity, "--print"]);
        let was = before.0.get(&(shown.identity.clone(), shown.name.clone()));
        if open.code == Some(0) && was.map(String::as_str) != Some(open.stdout.trim_end()) {
            broken.push(Broken::new(ELSEWHERE, format!("{shown:?}: {}", open.transcript())));
        }
        let none = BTreeSet::new();
        let were = portals.get(shown.identity.as_str()).unwrap_or(&none);
        let new: Vec<_> = every_portal(home, &shown.identity).difference(were).cloned().collect();
        if !new.is_empty() {
            broken.push(Broken::new(ELSEWHERE, format!("{shown:?} in a portal: {new:?}")));
        }
    }
    broken
}

/// Returns the lines `PORTAL<tab>ADDRESS` of a customer; none when it must not be opened.
fn every_portal(home: &Home, identity: &str) -> BTreeSet<String> {
    home.portico(&["url", identity, "--all"]).stdout.lines().map(str::to_owned).collect()
}
