//! Seeing changes of the registry, whoever makes them.

use std::{
    path::PathBuf,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::Duration,
};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tauri::{AppHandle, Emitter, Manager};

use crate::{entries, hotkey, look, state::State, tray};

/// An editor's save is several events; they are taken as one.
const SETTLE: Duration = Duration::from_millis(100);

/// Network folders tell nothing, so the file is looked at now and then all the same.
const LOOK: Duration = Duration::from_secs(5);

/// The same while a folder cannot be watched, mostly because it is not there yet.
const LOOK_UNWATCHED: Duration = Duration::from_millis(500);

/// Watches until Portico ends, on a thread of its own.
pub(crate) fn start(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || watch(&app));
}

/// Draws everything anew that shows the registry.
pub(crate) fn changed(app: &AppHandle) {
    tray::redraw(app);
    // Fails only when there is no window, and then nobody needs to know.
    let _ = app.emit("changed", ());
}

/// Reads what looks different, and draws it.
pub(crate) fn look_again(app: &AppHandle) {
    if app.state::<State>().refresh() {
        changed(app);
    }
}

fn watch(app: &AppHandle) {
    let (tell, told) = mpsc::channel();
    let mut folders = Folders { watcher: notify::recommended_watcher(tell).ok(), watched: Vec::new() };
    let state = app.state::<State>();
    hotkey::follow(app);
    entries::follow(app);
    loop {
        let all_watched = folders.follow(state.known().folders());
        wait(&told, if all_watched { LOOK } else { LOOK_UNWATCHED });
        look_again(app);
        hotkey::follow(app);
        look::follow(app);
        entries::follow(app);
    }
}

/// Waits until something happened and it has been quiet for a moment, or for so long at the most.
fn wait(told: &Receiver<notify::Result<Event>>, longest: Duration) {
    let mut longest = longest;
    loop {
        match told.recv_timeout(longest) {
            // Reading the file is an event too, and nothing to react to.
            Ok(Ok(event)) if matches!(event.kind, EventKind::Access(_)) => {}
            Ok(_) => longest = SETTLE,
            Err(RecvTimeoutError::Timeout) => return,
            // No watcher could be made: then the pauses alone have to do.
            Err(RecvTimeoutError::Disconnected) => return thread::sleep(LOOK_UNWATCHED),
        }
    }
}

/// The folders that are watched.
struct Folders {
    watcher: Option<RecommendedWatcher>,
    watched: Vec<PathBuf>,
}

impl Folders {
    /// Watches these folders and no others. Returns false when one of them cannot be watched.
    fn follow(&mut self, folders: Vec<PathBuf>) -> bool {
        let Some(watcher) = &mut self.watcher else {
            return false;
        };
        // A folder that was removed and made again is another one: its watch ended with it.
        self.watched.retain(|folder| {
            let stays = folders.contains(folder) && folder.is_dir();
            if !stays {
                let _ = watcher.unwatch(folder);
            }
            stays
        });
        for folder in &folders {
            if !self.watched.contains(folder) && watcher.watch(folder, RecursiveMode::NonRecursive).is_ok() {
                self.watched.push(folder.clone());
            }
        }
        self.watched.len() == folders.len()
    }
}
