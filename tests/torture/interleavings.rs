//! Random orders of what people and programs do to a registry, through the real program, with clicks in between.
//!
//! Whoever clicks sees what was listed when they last looked. Whatever happened since, and whatever was done to the file before: what
//! opens is the customer known by the name that was shown, or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use portico_tests::Output;
use serde_json::Value;

use crate::ground::id;
use crate::memory::{Home, Kept, shown};
use crate::report::{Broken, Row, Tier, at_once, rows};

const METHOD: &str = "clicks among random changes by people and programs";
const WRONG: &str = "a customer opens that is not known by the name that was shown";
const UNTOLD: &str = "neither opened nor refused";

const WORKERS: usize = 2;

/// What happens in a round before its last click.
const STEPS: usize = 8;

/// Rounds without pins, which must break the promise: otherwise the others would prove nothing.
const UNGUARDED_ROUNDS: usize = 40;

/// Runs rounds of random steps, and says what each click opened.
pub(crate) fn clicks(tier: Tier) -> Vec<Row> {
    let rounds_of = |worker: usize| (worker..tier.pick(100, 10_000)).step_by(WORKERS);
    let (opened, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let workers: Vec<usize> = (0..WORKERS).collect();
    let (clicks, broken) = at_once(&workers, |worker| {
        let stage = Stage::new();
        let mut broken = Vec::new();
        let mut clicks = 0;
        for seed in rounds_of(*worker) {
            let round = Round::new(&stage, seed, Pins::Kept).run();
            clicks += round.opened + round.refused;
            opened.fetch_add(round.opened, Ordering::Relaxed);
            refused.fetch_add(round.refused, Ordering::Relaxed);
            broken.extend(round.broken.into_iter().map(|found| found.at(&format!("round {seed}"))));
        }
        (clicks, broken)
    });
    let (opened, refused) = (opened.into_inner(), refused.into_inner());
    let stage = Stage::new();
    let unguarded = (0..UNGUARDED_ROUNDS).map(|seed| Round::new(&stage, seed, Pins::Deleted).run());
    let wrong = unguarded.filter(|round| !round.broken.is_empty()).count();
    eprintln!("  {clicks} clicks: {opened} opened, {refused} refused");
    eprintln!("  without pins, {wrong} of {UNGUARDED_ROUNDS} rounds open a wrong customer");
    assert!(opened > clicks / 4 && refused > clicks / 10, "clicks that open and clicks that do not");
    assert!(wrong > UNGUARDED_ROUNDS / 20, "without pins the check should find what it looks for");
    rows(METHOD, &[WRONG, UNTOLD], clicks, &broken)
}

/// Where rounds take place: a home, and what is in it at the beginning of each.
struct Stage {
    home: Home,
    kept: Kept,
}

impl Stage {
    fn new() -> Self {
        let home = Home::new();
        for number in 0..3 {
            home.portico(&["add", &name(number), &id(number)]).done();
        }
        let kept = home.keep();
        Self { home, kept }
    }
}

/// What becomes of the pins just before each command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pins {
    Kept,
    Deleted,
}

struct Round<'a> {
    home: &'a Home,
    pins: Pins,
    random: Random,
    /// What each identity is known by, as far as people said or accepted it.
    truth: BTreeMap<String, String>,
    /// What is on the screen: identity and name.
    shown: Vec<(String, String)>,
    /// Only ever counts up, so that new names and tenant IDs are new.
    fresh: usize,
    opened: usize,
    refused: usize,
    broken: Vec<Broken>,
}

impl<'a> Round<'a> {
    fn new(stage: &'a Stage, seed: usize, pins: Pins) -> Self {
        stage.home.put_back(&stage.kept);
        let truth = (0..3).map(|number| (identity(number), name(number))).collect();
        let random = Random(seed as u64 + 1);
        let (opened, refused, broken) = (0, 0, Vec::new());
        Self { home: &stage.home, pins, random, truth, shown: Vec::new(), fresh: 3, opened, refused, broken }
    }

    fn run(mut self) -> Self {
        self.look();
        for _ in 0..STEPS {
            match self.random.below(10) {
                0 => self.rename(),
                1 => self.give_another_id(),
                2 => self.add(),
                3 => self.remove(),
                4 | 5 => self.change_outside(),
                6 => self.accept(),
                7 => self.look(),
                _ => self.click(),
            }
        }
        self.click();
        self
    }

    fn look(&mut self) {
        self.meet();
        let list = self.portico(&["list", "--json"]).done();
        let shown = shown(&list);
        for row in shown.iter().filter(|row| row.url.is_some()) {
            if self.truth.get(&row.identity) != Some(&row.name) {
                self.broken.push(Broken::new(WRONG, format!("{row:?} is listed with an address")));
            }
        }
        self.shown = shown.into_iter().map(|row| (row.identity, row.name)).collect();
    }

    /// Opens something that is on the screen.
    fn click(&mut self) {
        self.meet();
        let Some((identity, name)) = self.random.choose(&self.shown).cloned() else { return };
        let open = self.portico(&["open", &identity, "--expect", &name, "--print"]);
        match open.code {
            Some(0) => {
                self.opened += 1;
                let tenant_id = identity.trim_start_matches("public/");
                let right = format!("https://security.microsoft.com/?tid={tenant_id}");
                if open.stdout.trim_end() != right || self.truth.get(&identity) != Some(&name) {
                    let known = self.truth.get(&identity);
                    let evidence = format!("{identity} was shown as {name}, is known as {known:?}: {}", open.stdout);
                    self.broken.push(Broken::new(WRONG, evidence));
                }
            }
            Some(3 | 4 | 7) if open.stdout.is_empty() => self.refused += 1,
            _ => self.broken.push(Broken::new(UNTOLD, open.transcript())),
        }
    }

    /// Whoever is met for the first time is known from then on, unless the name belongs to somebody.
    fn meet(&mut self) {
        let new = self.customers().into_iter().filter(|(identity, name)| {
            !self.truth.contains_key(identity) && !self.truth.values().any(|known| known == name)
        });
        let new: Vec<_> = new.collect();
        self.truth.extend(new);
    }

    fn add(&mut self) {
        self.meet();
        let number = self.new_number();
        self.portico(&["add", &name(number), &id(number)]).done();
        self.truth.insert(identity(number), name(number));
    }

    fn rename(&mut self) {
        let Some((before, _)) = self.any() else { return };
        let name = name(self.new_number());
        self.edit(&before, &["--name", &name], &before, Some(&name));
    }

    fn give_another_id(&mut self) {
        let Some((before, _)) = self.any() else { return };
        let number = self.new_number();
        self.edit(&before, &["--tenant-id", &id(number)], &identity(number), None);
    }

    /// Changes a customer through Portico, to this identity and name. One that waits for a person's eyes is refused.
    fn edit(&mut self, before: &str, change: &[&str], identity: &str, name: Option<&str>) {
        let was = self.truth.clone();
        self.meet();
        let old = self.customers().into_iter().find(|(identity, _)| identity == before).expect("it is in the file").1;
        let edit = self.portico(&[&["edit", before], change].concat());
        match edit.code {
            Some(0) => {
                self.truth.remove(before);
                self.truth.insert(identity.to_owned(), name.unwrap_or(&old).to_owned());
            }
            // Nothing was saved, so nobody was met.
            Some(7) => self.truth = was,
            _ => self.broken.push(Broken::new(UNTOLD, edit.transcript())),
        }
    }

    fn remove(&mut self) {
        let Some((identity, _)) = self.any() else { return };
        self.meet();
        self.portico(&["remove", &identity, "--yes"]).done();
        self.truth.remove(&identity);
    }

    /// Accepts what waits, as a person does who looked at old and new.
    fn accept(&mut self) {
        let Some((identity, name)) = self.any() else { return };
        self.meet();
        let accept = self.portico(&["pins", "accept", &identity]).done();
        if accept.stdout.starts_with("Accepted ") {
            let there = self.customers();
            self.truth.retain(|identity, known| *known != name || there.iter().any(|(other, _)| other == identity));
            self.truth.insert(identity, name);
        }
    }

    /// Changes the file as another program does it.
    fn change_outside(&mut self) {
        let text = self.registry();
        let (Some(one), Some(other)) = (self.any(), self.any()) else { return };
        let swapped =
            |text: &str, one: &str, other: &str| text.replace(one, "\u{1}").replace(other, one).replace('\u{1}', other);
        let ids = [&one, &other].map(|(identity, _)| identity.trim_start_matches("public/").to_owned());
        let names = [&one, &other].map(|(_, name)| format!("\"{name}\""));
        let number = self.new_number();
        let changed = match self.random.below(5) {
            0 => swapped(&text, &ids[0], &ids[1]),
            1 => swapped(&text, &names[0], &names[1]),
            2 => text.replace(&ids[0], &id(number)),
            3 => text.replace(&names[0], &format!("\"{}\"", name(number))),
            _ => {
                let entry = format!("{{ \"name\": \"{}\", \"tenant_id\": \"{}\" }}", name(number), id(number));
                text.replace("\"tenants\": [", &format!("\"tenants\": [{entry},"))
            }
        };
        assert!(changed != text || one == other, "something should change: {text}");
        fs::write(self.home.registry_path(), changed).unwrap();
    }

    fn portico(&self, arguments: &[&str]) -> Output {
        if self.pins == Pins::Deleted {
            self.home.forget_pins();
        }
        self.home.portico(arguments)
    }

    fn registry(&self) -> String {
        fs::read_to_string(self.home.registry_path()).unwrap()
    }

    /// Returns identity and name of each customer in the file.
    fn customers(&self) -> Vec<(String, String)> {
        let registry: Value = serde_json::from_str(&self.registry()).unwrap();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let tenants = registry["tenants"].as_array().expect("a list").iter();
        tenants.map(|tenant| (format!("public/{}", text(&tenant["tenant_id"])), text(&tenant["name"]))).collect()
    }

    fn any(&mut self) -> Option<(String, String)> {
        let customers = self.customers();
        self.random.choose(&customers).cloned()
    }

    fn new_number(&mut self) -> usize {
        self.fresh += 1;
        self.fresh
    }
}

fn name(number: usize) -> String {
    format!("Customer {number}")
}

fn identity(number: usize) -> String {
    format!("public/{}", id(number))
}

/// The same numbers for the same seed (xorshift64*), so that a round that fails can be looked at.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % limit
    }

    fn choose<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        (!of.is_empty()).then(|| &of[self.below(of.len())])
    }
}
