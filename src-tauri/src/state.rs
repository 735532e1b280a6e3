//! What the tray knows: the registry as it was last read well, what is wrong with it, and what was opened.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
};

use jiff::Timestamp;
use portico_core::{
    cloud::Identity,
    display::safe,
    history::{self, Intent, Outcome},
    lookalike::Lookalikes,
    menu::{self, Trouble},
    opening::{self, Refusal},
    pins::Pinning,
    places::Places,
    portal::Catalogue,
    registry::Registry,
    search::Index,
    settings::Settings,
    store::{self, Guarded, Recorded, Stamp, StoreError, backup},
    tenant::Tenant,
};

use crate::{
    customers::Undos,
    deep_links::Links,
    entries,
    hotkey::Taken,
    ipc::{self, Failure, Pending},
    lists::InHand,
    look::Followed,
    look_ups::LookUps,
    open,
    sessions::Seen,
    windows::Shown,
};

mod problem;

pub(crate) use problem::{Action, Problem};

/// The tray's state, shared by menu, windows and watcher.
#[derive(Debug)]
pub(crate) struct State {
    known: Mutex<Known>,
    /// What quick open has to say next time it shows.
    pub(crate) pending: Mutex<Option<Pending>>,
    /// What is known about the quick open window.
    pub(crate) shown: Mutex<Shown>,
    /// The page of the customers window is there.
    pub(crate) manage_painted: AtomicBool,
    /// The keys that are taken for quick open.
    pub(crate) hotkey: Mutex<Taken>,
    /// The last changes of customers, with what takes them back.
    pub(crate) undos: Undos,
    /// The list that is being looked at.
    pub(crate) list: InHand,
    /// What is being looked up.
    pub(crate) look_ups: LookUps,
    /// How windows look.
    pub(crate) look: Followed,
    /// The links that came from elsewhere.
    pub(crate) links: Links,
    /// What the launcher's entries were made of.
    pub(crate) entries: entries::Followed,
}

/// The registry at one moment. Cheap to clone; whoever has one keeps it whatever is read meanwhile.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) registry: Arc<Registry>,
    pub(crate) pinning: Arc<Pinning>,
    pub(crate) index: Arc<Index>,
    pub(crate) lookalikes: Arc<Lookalikes>,
    pub(crate) problem: Option<Problem>,
    pub(crate) places: Option<Places>,
    pub(crate) settings: Settings,
    /// The portals that there are for these customers, as the settings arrange them.
    pub(crate) catalogue: Arc<Catalogue>,
    /// The tenants opened last, newest first.
    pub(crate) recent: Vec<Identity>,
    /// When each of them was.
    opened: HashMap<Identity, Timestamp>,
    /// What the files looked like when they were read.
    stamps: Option<Stamps>,
    /// Why the registry, as it is now, could not be read or all of it not be pinned.
    cause: Option<problem::Cause>,
    /// Not all customers could be pinned.
    is_unpinned: bool,
    /// How many customers were changed by other means than Portico.
    changed: usize,
    /// The browsers that rules name.
    browsers: Arc<Seen>,
}

/// What the files look like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamps {
    settings: Stamp,
    registry: Stamp,
    pins: Stamp,
    history: Stamp,
}

impl State {
    /// Reads the registry for the first time.
    pub(crate) fn load() -> Self {
        let state = Self {
            known: Mutex::default(),
            pending: Mutex::default(),
            shown: Mutex::default(),
            manage_painted: AtomicBool::default(),
            hotkey: Mutex::default(),
            undos: Undos::default(),
            list: InHand::default(),
            look_ups: LookUps::default(),
            look: Followed::default(),
            links: Links::default(),
            entries: entries::Followed::default(),
        };
        state.refresh();
        state
    }

    /// Returns what is known now.
    pub(crate) fn known(&self) -> Known {
        lock(&self.known).clone()
    }

    /// Reads what looks different from outside. Returns true when something changed that people see.
    pub(crate) fn refresh(&self) -> bool {
        let mut known = lock(&self.known);
        let seen = known.seen();
        known.read_again();
        known.problem = problem::of(&known);
        known.seen() != seen
    }

    /// Writes down what is about to be opened, unless the settings say not to.
    pub(crate) fn record(&self, intent: &Intent) -> Option<Recorded> {
        // That it could not be written down is no reason not to open; a full disk is told of by the state's problem.
        let places = self.known().places?;
        let wanted = store::settings(&places).is_ok_and(|settings| settings.history);
        wanted.then(|| store::record(&places, Timestamp::now(), intent).ok()).flatten()
    }

    /// Remembers that a portal of this tenant was opened, or that it was not.
    pub(crate) fn finish(&self, identity: Identity, recorded: Option<Recorded>, outcome: Outcome) {
        if let Some(recorded) = recorded {
            let _ = recorded.finish(Timestamp::now(), outcome);
            self.known().forget_history();
        }
        if outcome == Outcome::HandedOver {
            let known = &mut lock(&self.known);
            known.recent.retain(|other| *other != identity);
            known.recent.insert(0, identity);
            known.recent.truncate(history::RECENT);
            known.opened.insert(identity, Timestamp::now());
        }
    }
}

impl Known {
    /// Returns the menu for this.
    pub(crate) fn menu(&self) -> menu::Menu {
        menu::build(menu::Known {
            registry: &self.registry,
            pinning: &self.pinning,
            catalogue: &self.catalogue,
            rows: self.settings.tray,
            lookalikes: &self.lookalikes,
            recent: &self.recent,
            trouble: self.problem.as_ref().map(|problem| problem.trouble),
        })
    }

    /// Returns what a request to open something is decided by.
    pub(crate) fn opening(&self) -> opening::Known<'_, '_> {
        let Self { registry, pinning, catalogue, settings, .. } = self;
        opening::Known { registry, pinning, catalogue, confirm: &settings.confirm }
    }

    /// Returns what to show of the browser in which a portal of this tenant opens, nothing for the default one.
    ///
    /// # Errors
    ///
    /// Why it does not open, for people.
    pub(crate) fn browser(&self, tenant: &Tenant, portal: &str) -> Result<Option<String>, String> {
        match portal.parse() {
            Ok(portal) => self.browsers.label(&self.settings.browsers, tenant, &portal),
            // It opens nowhere, and what is wrong with it is said.
            Err(_) => Ok(None),
        }
    }

    /// Returns the time before which nothing that was opened is shown.
    pub(crate) fn history_since(&self) -> Option<Timestamp> {
        self.settings.history_since(Timestamp::now())
    }

    /// Removes what was opened too long ago.
    fn forget_history(&self) {
        if let (Some(places), Some(since)) = (&self.places, self.history_since()) {
            // What could not be removed now goes next time.
            let _ = store::forget_history(places, since);
        }
    }

    /// Returns where everything is.
    ///
    /// # Errors
    ///
    /// That could never be found out.
    pub(crate) fn places(&self) -> Result<&Places, Failure> {
        self.places.as_ref().ok_or_else(|| Failure::refused("NoPlaces"))
    }

    /// Returns the customer that a page means.
    ///
    /// # Errors
    ///
    /// It is not in the registry any more.
    pub(crate) fn tenant(&self, identity: &str) -> Result<&Tenant, Failure> {
        let identity = ipc::parsed(identity)?;
        self.registry.get(&identity).ok_or_else(|| open::refused(&Refusal::Gone(identity)))
    }

    /// Returns true when no change can be saved, and the problem says why.
    pub(crate) fn is_read_only(&self) -> bool {
        let trouble = self.problem.as_ref().map(|problem| problem.trouble);
        matches!(
            trouble,
            Some(
                Trouble::Gone
                    | Trouble::Unreadable
                    | Trouble::NeverRead
                    | Trouble::Settings
                    | Trouble::Foreign
                    | Trouble::FolderClosed
                    | Trouble::ReadOnly
                    | Trouble::Newer
            )
        )
    }

    /// Returns when something of this customer was opened last, as far as it is remembered.
    pub(crate) fn opened_at(&self, identity: &Identity) -> Option<Timestamp> {
        self.opened.get(identity).copied()
    }

    /// Returns the folders to watch for changes.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        let Some(places) = &self.places else {
            return Vec::new();
        };
        // A link's folder does not tell of changes to what it leads to.
        let target = places.registry.canonicalize().ok();
        let files = [Some(places.registry.clone()), target, Some(places.settings()), Some(places.pins())];
        let mut folders: Vec<_> = files.iter().flatten().filter_map(|file| file.parent().map(Path::to_owned)).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    /// Returns all that people see.
    fn seen(&self) -> (Arc<Registry>, Arc<Pinning>, Option<Problem>, Vec<Identity>, Settings) {
        let Self { registry, pinning, problem, recent, settings, .. } = self.clone();
        (registry, pinning, problem, recent, settings)
    }

    fn read_again(&mut self) {
        let places = match store::find_places() {
            Ok(places) => places,
            Err(error) => {
                self.cause = Some(problem::Cause::from(error));
                // Once it is known where the registry is, it is read, also when it is as before.
                return self.stamps = None;
            }
        };
        let mut stamps = Stamps {
            settings: store::stamp(&places.settings()),
            registry: store::stamp(&places.registry),
            pins: store::stamp(&places.pins()),
            history: store::stamp(&places.history()),
        };
        let before = self.stamps.filter(|_| self.places.as_ref() == Some(&places));
        if before == Some(stamps) {
            return;
        }
        if before.is_none_or(|before| before.settings != stamps.settings)
            && let Ok(settings) = store::settings(&places)
        {
            self.settings = settings;
        }
        if before.is_none_or(|before| before.history != stamps.history)
            && let Ok(recent) = store::opened_last(&places, &self.settings, Timestamp::now())
            // What is not written down is remembered here alone.
            && (self.settings.history || !recent.is_empty())
        {
            self.recent = recent.iter().map(|(identity, _)| *identity).collect();
            self.opened = recent.into_iter().collect();
        }
        if before.is_none_or(|before| Stamps { history: stamps.history, ..before } != stamps) {
            // New customers may have been pinned just now.
            stamps.pins = self.read_registry(&places).unwrap_or(stamps.pins);
        }
        let catalogue = Catalogue::among(&self.settings.portals, &self.registry);
        if *self.catalogue != catalogue {
            self.catalogue = Arc::new(catalogue);
        }
        // What could not be pinned is tried again at the next look.
        self.stamps = (!self.is_unpinned).then_some(stamps);
        self.places = Some(places);
    }

    /// Returns what the pins looked like when they were read.
    fn read_registry(&mut self, places: &Places) -> Option<Stamp> {
        match store::load_guarded(places) {
            Ok(guarded) => Some(self.adopt(guarded)),
            Err(error) => {
                if let StoreError::Unreadable { .. } = error {
                    // Whoever mends the file may need what it was.
                    let _ = backup::keep_unreadable(places, Timestamp::now());
                }
                // What was read last stays in use: it is what was shown.
                self.cause = Some(problem::Cause::from(error));
                None
            }
        }
    }

    fn adopt(&mut self, Guarded { loaded, pinning, pins, unpinned }: Guarded) -> Stamp {
        self.is_unpinned = unpinned.is_some();
        self.cause = match (loaded.newer_schema, unpinned) {
            // Somebody is changing the registry; that will be over soon.
            (_, None | Some(StoreError::Locked { .. })) => loaded.newer_schema.map(problem::Cause::Newer),
            (_, Some(error)) => Some(problem::Cause::Unpinned(safe(&error.to_string()).into_owned())),
        };
        if *self.registry != loaded.registry {
            self.index = Arc::new(Index::new(&loaded.registry));
            self.lookalikes = Arc::new(Lookalikes::of(&loaded.registry));
            self.registry = Arc::new(loaded.registry);
        }
        if *self.pinning != pinning {
            self.pinning = Arc::new(pinning);
        }
        self.changed = self.pinning.changes(&self.registry).len();
        pins
    }
}

/// Locks a mutex; what a panicking thread left behind is whole, because each change is made in one go.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
