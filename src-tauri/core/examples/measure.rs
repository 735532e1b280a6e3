//! What `make bench` measures inside of portico-core, with the registry of `PORTICO_HOME`. Prints nanoseconds, one measurement a line.
//!
//! ```text
//! measure keystroke        QUERY <tab> NANOSECONDS, a line a query
//! measure save ROUNDS      OURS <tab> PLAIN, a line a round: a save of one customer's notes, and the same bytes written plainly
//! measure rename ROUNDS    the same for a new name, which moves the customer's pin
//! ```
#![expect(clippy::expect_used, reason = "a measurement that cannot go on says where")]

use std::{
    env,
    fs::{self, File},
    hint::black_box,
    io::Write,
    path::Path,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use portico_core::{
    places::Places,
    search::{Index, Reach},
    store,
    tenant::Tenant,
};

/// As many rows as quick open shows.
const ROWS: usize = 24;

/// How often each query is searched for; the median counts.
const TRIES: usize = 5;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let places = store::find_places().expect("PORTICO_HOME is set");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["keystroke"] => keystrokes(&places),
        ["save", rounds] => saves(&places, number(rounds), |tenant, round| tenant.notes = format!("round {round:06}")),
        ["rename", rounds] => saves(&places, number(rounds), |tenant, round| tenant.name = format!("Round {round:06}")),
        _ => panic!("measure keystroke | save ROUNDS | rename ROUNDS"),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number of rounds")
}

/// Types names, domains and IDs letter by letter, some of them with a mistake, and searches at each letter.
fn keystrokes(places: &Places) {
    let registry = store::load(places).expect("a registry").registry;
    let index = Index::new(&registry);
    let recent: Vec<_> = registry.tenants().iter().step_by(199).map(Tenant::identity).take(50).collect();
    for tenant in registry.tenants().iter().step_by(997) {
        let domain = tenant.known_domain().map(ToString::to_string).unwrap_or_default();
        // The third letter twice, and two letters swapped: what the fuzzy and the one-typo tier are for.
        let doubled: String =
            tenant.name.chars().enumerate().flat_map(|(at, char)| vec![char; 1 + usize::from(at == 2)]).collect();
        let mut swapped: Vec<char> = tenant.name.chars().collect();
        swapped.swap(3, 4);
        let texts = [tenant.name.clone(), domain, tenant.tenant_id.to_string(), doubled, swapped.into_iter().collect()];
        for text in texts {
            for (end, _) in text.char_indices().skip(1).take(14) {
                let query = &text[..end];
                let mut times: Vec<_> = (0..TRIES)
                    .map(|_| time(|| drop(black_box(index.search(query, &recent, ROWS, Reach::Everything)))))
                    .collect();
                times.sort_unstable();
                println!("{query}\t{}", times[TRIES / 2].as_nanos());
            }
        }
    }
}

/// Changes one customer a round, and writes as many bytes beside it in the plainest way that survives a power cut.
fn saves(places: &Places, rounds: usize, change: impl Fn(&mut Tenant, usize)) {
    let identity = store::load(places).expect("a registry").registry.tenants()[0].identity();
    for round in 0..rounds {
        let ours = time(|| {
            let changed = store::update(places, Timestamp::now(), |registry| {
                let mut tenant = registry.get(&identity).expect("it is there").clone();
                change(&mut tenant, round);
                registry.replace(&identity, tenant)
            });
            assert!(
                changed.map_err(|error: store::StoreError| error.to_string()).expect("a save"),
                "a customer was changed"
            );
        });
        let bytes = fs::read(&places.registry).expect("the registry");
        let plain = time(|| plainly(&places.data, &bytes).expect("a plain save"));
        println!("{}\t{}", ours.as_nanos(), plain.as_nanos());
    }
}

/// Write, fsync, rename, fsync of the folder.
fn plainly(folder: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let (temporary, target) = (folder.join("plain.new"), folder.join("plain"));
    let mut file = File::create(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&temporary, &target)?;
    File::open(folder)?.sync_all()
}

fn time(act: impl FnOnce()) -> Duration {
    let began = Instant::now();
    act();
    began.elapsed()
}
