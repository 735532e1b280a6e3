//! What the tray knows: the registry as it was last read well, what is wrong with it, and what was opened.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use portico_core::{
    cloud::Identity,
    display,
    menu::Trouble,
    places::Places,
    registry::Registry,
    search::Index,
    store::{self, Stamp, StoreError},
};

use crate::{ipc::Pending, texts, windows::Shown};

/// The most customers remembered as opened last.
const RECENT: usize = 50;

/// The tray's state, shared by menu, windows and watcher.
#[derive(Debug)]
pub(crate) struct State {
    known: Mutex<Known>,
    /// What quick open has to say next time it shows.
    pub(crate) pending: Mutex<Option<Pending>>,
    /// What is known about the quick open window.
    pub(crate) shown: Mutex<Shown>,
}

/// The registry at one moment. Cheap to clone; whoever has one keeps it whatever is read meanwhile.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) registry: Arc<Registry>,
    pub(crate) index: Arc<Index>,
    pub(crate) problem: Option<Problem>,
    pub(crate) places: Option<Places>,
    /// The tenants opened last, newest first.
    pub(crate) recent: Vec<Identity>,
    /// What the files looked like when they were read.
    stamps: Option<(Stamp, Stamp)>,
}

/// What is wrong with the registry, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) trouble: Trouble,
    pub(crate) text: String,
    pub(crate) path: Option<String>,
}

impl State {
    /// Reads the registry for the first time.
    pub(crate) fn load() -> Self {
        let known = Known {
            registry: Arc::default(),
            index: Arc::default(),
            problem: None,
            places: None,
            recent: Vec::new(),
            stamps: None,
        };
        let state = Self { known: Mutex::new(known), pending: Mutex::default(), shown: Mutex::default() };
        state.refresh();
        state
    }

    /// Returns what is known now.
    pub(crate) fn known(&self) -> Known {
        lock(&self.known).clone()
    }

    /// Reads the registry again if its file looks different. Returns true when something changed that people see.
    pub(crate) fn refresh(&self) -> bool {
        let mut known = lock(&self.known);
        let places = match store::find_places() {
            Ok(places) => places,
            Err(error) => return known.fail(&error),
        };
        let stamps = (store::stamp(&places.settings()), store::stamp(&places.registry));
        let same_file = known.places.as_ref() == Some(&places);
        if same_file && known.stamps == Some(stamps) {
            return false;
        }
        let loaded = store::load(&places);
        known.stamps = Some(stamps);
        // A file that was there and is gone was moved or unlinked, not emptied: what it held is kept until it is back.
        let vanished = same_file && !known.registry.tenants().is_empty() && !places.registry.exists();
        known.places = Some(places);
        match loaded {
            Ok(_) if vanished => known.lose(),
            Ok(loaded) => known.adopt(loaded),
            Err(error) => known.fail(&error),
        }
    }

    /// Remembers that a portal of this tenant was opened.
    pub(crate) fn opened(&self, identity: Identity) {
        let recent = &mut lock(&self.known).recent;
        recent.retain(|other| *other != identity);
        recent.insert(0, identity);
        recent.truncate(RECENT);
    }
}

impl Known {
    /// Returns the folders to watch for changes.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        let Some(places) = &self.places else {
            return Vec::new();
        };
        // A link's folder does not tell of changes to what it leads to.
        let target = places.registry.canonicalize().ok();
        let files = [Some(places.registry.clone()), target, Some(places.settings())];
        let mut folders: Vec<_> = files.iter().flatten().filter_map(|file| file.parent().map(Path::to_owned)).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    fn adopt(&mut self, loaded: store::Loaded) -> bool {
        let problem = loaded.newer_schema.map(|schema| {
            self.problem(Trouble::Newer, texts::with("trouble.newer", &[("schema", &schema.to_string())]))
        });
        let changed = *self.registry != loaded.registry || self.problem != problem;
        self.index = Arc::new(Index::new(&loaded.registry));
        self.registry = Arc::new(loaded.registry);
        self.problem = problem;
        changed
    }

    fn fail(&mut self, error: &StoreError) -> bool {
        self.keep(display::safe(&error.to_string()).into_owned())
    }

    fn lose(&mut self) -> bool {
        self.keep(texts::text("trouble.missing"))
    }

    /// Keeps the last good state, and says why.
    fn keep(&mut self, text: String) -> bool {
        let never = self.registry.tenants().is_empty();
        let trouble = if never { Trouble::NeverRead } else { Trouble::Unreadable };
        let problem = Some(self.problem(trouble, text));
        let changed = self.problem != problem;
        self.problem = problem;
        changed
    }

    fn problem(&self, trouble: Trouble, text: String) -> Problem {
        let path = self.places.as_ref().map(|places| display::path(&places.registry));
        Problem { trouble, text, path }
    }
}

/// Locks a mutex; what a panicking thread left behind is whole, because each change is made in one go.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
