//! Thousands of random orders of what people and programs do to a registry, with a click in between.
//!
//! Whoever clicks sees what the registry held when it was last looked at. Whatever happened since, and whatever was done to
//! the file before: what opens is the tenant known by the name that was shown, or nothing.

use std::{collections::BTreeMap, fs, path::Path};

use super::*;
use crate::{
    cloud::Identity,
    opening::{Decision, Known, Request, decide},
    store::pins::{accept, load_guarded},
};

const ROUNDS: u64 = 10_000;
const STEPS: usize = 8;

#[test]
fn nothing_opens_but_what_was_shown() {
    let mut counts = Counts::default();
    for seed in 0..ROUNDS {
        Round::new(seed).run(&mut counts);
    }
    // Otherwise the rounds would prove nothing.
    assert!(counts.opened > ROUNDS / 4 && counts.blocked > ROUNDS / 10 && counts.asked > ROUNDS / 100, "{counts:?}");
}

#[derive(Debug, Default)]
struct Counts {
    opened: u64,
    blocked: u64,
    asked: u64,
}

struct Round {
    home: Home,
    random: Random,
    /// What each identity is known by, as far as people said or accepted it.
    truth: BTreeMap<Identity, String>,
    /// What is on the screen.
    shown: Vec<(Identity, String)>,
    /// Only ever counts up, so that new names and tenant IDs are new.
    fresh: u32,
}

impl Round {
    fn new(seed: u64) -> Self {
        let home = home_in(Path::new(if Path::new("/dev/shm").is_dir() { "/dev/shm" } else { "/tmp" }));
        let mut round = Self { home, random: Random(seed + 1), truth: BTreeMap::new(), shown: Vec::new(), fresh: 0 };
        for _ in 0..3 {
            round.add();
        }
        round.look();
        round
    }

    fn run(&mut self, counts: &mut Counts) {
        for _ in 0..STEPS {
            match self.random.below(10) {
                0 => self.rename(),
                1 => self.give_another_id(),
                2 => self.add(),
                3 => self.remove(),
                4 | 5 => self.tamper(),
                6 => self.accept(),
                7 => self.look(),
                _ => self.click(counts),
            }
        }
        self.click(counts);
    }

    fn look(&mut self) {
        self.meet();
        let guarded = load_guarded(&self.home.places).unwrap();
        let tenants = guarded.loaded.registry.tenants();
        self.shown = tenants.iter().map(|tenant| (tenant.identity(), tenant.name.clone())).collect();
    }

    /// Whoever is met for the first time is known from then on, unless the name belongs to somebody.
    fn meet(&mut self) {
        let met: Vec<_> = self
            .registry()
            .tenants()
            .iter()
            .filter(|tenant| !self.truth.contains_key(&tenant.identity()))
            .filter(|tenant| !self.truth.values().any(|name| *name == tenant.name))
            .map(|tenant| (tenant.identity(), tenant.name.clone()))
            .collect();
        self.truth.extend(met);
    }

    fn click(&mut self, counts: &mut Counts) {
        self.meet();
        let Some((identity, name)) = self.random.choose(&self.shown).cloned() else { return };
        let guarded = load_guarded(&self.home.places).unwrap();
        let request = Request { identity, portal: None, shown_name: Some(name.clone()), confirmed: true };
        match decide(Known::plain(&guarded.loaded.registry, &guarded.pinning), &request) {
            Ok(Decision::Open(target)) => {
                counts.opened += 1;
                let seed = self.random.0;
                assert_eq!(target.tenant.identity(), identity, "{seed}");
                assert_eq!(target.tenant.name, name, "{seed}");
                assert!(target.url.as_str().ends_with(&identity.tenant_id.to_string()), "{seed}: {}", target.url);
                assert_eq!(self.truth.get(&identity), Some(&name), "{seed}: it is not known by what was shown");
            }
            Ok(Decision::Ask(..)) => counts.asked += 1,
            Err(_) => counts.blocked += 1,
        }
    }

    fn new_tenant(&mut self) -> Tenant {
        self.fresh += 1;
        tenant(&format!("Customer {}", self.fresh), self.fresh)
    }

    fn add(&mut self) {
        self.meet();
        let new = self.new_tenant();
        update(&self.home.places, now(), |registry| registry.add(new.clone())).unwrap();
        self.truth.insert(new.identity(), new.name);
    }

    /// Changes one tenant through Portico. One that waits for a person's eyes is refused.
    fn change(&mut self, change: impl Fn(&mut Tenant)) {
        self.meet();
        let Some(before) = self.any() else { return };
        let mut after = before.clone();
        change(&mut after);
        let identity = before.identity();
        let changed = update(&self.home.places, now(), |registry| registry.replace(&identity, after.clone()));
        match changed {
            Ok(_) => {
                self.truth.remove(&identity);
                self.truth.insert(after.identity(), after.name);
            }
            Err(StoreError::Waiting { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }

    fn rename(&mut self) {
        let name = self.new_tenant().name;
        self.change(|tenant| tenant.name = name.clone());
    }

    fn give_another_id(&mut self) {
        let id = self.new_tenant().tenant_id;
        self.change(|tenant| tenant.tenant_id = id);
    }

    fn remove(&mut self) {
        self.meet();
        let Some(tenant) = self.any() else { return };
        let identity = tenant.identity();
        update(&self.home.places, now(), |registry| Ok::<_, StoreError>(registry.remove(&identity))).unwrap();
        self.truth.remove(&identity);
    }

    /// Accepts what waits, as a person does who looked at old and new.
    fn accept(&mut self) {
        let Some(tenant) = self.any() else { return };
        if accept(&self.home.places, tenant.identity(), None).is_ok() {
            let there: Vec<_> = self.registry().tenants().iter().map(Tenant::identity).collect();
            self.truth.retain(|identity, name| *name != tenant.name || there.contains(identity));
            self.truth.insert(tenant.identity(), tenant.name);
        }
    }

    /// Changes the file as another program does it.
    fn tamper(&mut self) {
        let text = fs::read_to_string(&self.home.places.registry).unwrap();
        let (Some(one), Some(other)) = (self.any(), self.any()) else { return };
        let swapped =
            |text: &str, one: &str, other: &str| text.replace(one, "\u{1}").replace(other, one).replace('\u{1}', other);
        let ids = [&one, &other].map(|tenant| tenant.tenant_id.to_string());
        let names = [&one, &other].map(|tenant| format!("\"{}\"", tenant.name));
        let new = self.new_tenant();
        let tampered = match self.random.below(5) {
            0 => swapped(&text, &ids[0], &ids[1]),
            1 => swapped(&text, &names[0], &names[1]),
            2 => text.replace(&ids[0], &new.tenant_id.to_string()),
            3 => text.replace(&names[0], &format!("\"{}\"", new.name)),
            _ => text.replace(
                "\"tenants\": [",
                &format!("\"tenants\": [{{ \"name\": \"{}\", \"tenant_id\": \"{}\" }},", new.name, new.tenant_id),
            ),
        };
        fs::write(&self.home.places.registry, tampered).unwrap();
    }

    fn registry(&self) -> Registry {
        load(&self.home.places).unwrap().registry
    }

    fn any(&mut self) -> Option<Tenant> {
        let registry = self.registry();
        self.random.choose(registry.tenants()).cloned()
    }
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
