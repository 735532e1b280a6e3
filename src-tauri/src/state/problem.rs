//! What is wrong with the registry, for people: what happened, what is safe, what to press.

use std::path::{Path, PathBuf};

use jiff::{Timestamp, tz::TimeZone};
use portico_core::{
    display::{self, safe},
    menu::Trouble,
    pins::{Loss, Pinning},
    places::Places,
    store::{self, Condition, StoreError, backup::Backup},
};

use super::Known;
use crate::texts::{counted, text, with};

/// What is wrong with the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) trouble: Trouble,
    pub(crate) title: String,
    /// What happened.
    pub(crate) text: String,
    /// What is safe.
    pub(crate) safe: String,
    pub(crate) path: Option<String>,
    pub(crate) action: Option<Action>,
}

/// What to press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Bring a backup back.
    Restore { backup: String, label: String },
    /// Look at what changed.
    Review { label: String },
    /// Copy a command for the terminal.
    Copy { command: String, label: String },
}

/// Why the registry, as it is now, is not what is shown, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cause {
    /// Which file cannot be read, and why.
    Settings(PathBuf, String),
    Gone,
    Unreadable(String),
    Newer(u32),
    Unpinned(String),
}

impl From<StoreError> for Cause {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Settings { ref path, .. } => {
                Self::Settings(path.clone(), safe(&error.to_string()).into_owned())
            }
            StoreError::Gone { .. } => Self::Gone,
            error => Self::Unreadable(safe(&error.to_string()).into_owned()),
        }
    }
}

/// Returns the worst that is wrong now.
pub(super) fn of(known: &Known) -> Option<Problem> {
    let conditions = known.places.as_ref().map(store::conditions).unwrap_or_default();
    let trouble = trouble(known, &conditions)?;
    let customers = known.registry.tenants().len();
    let shown = counted("trouble.safe-shown", customers, &[]);
    let opens = text("trouble.safe-opens");
    let path = match &known.cause {
        Some(Cause::Settings(file, _)) => Some(display::path(file)),
        _ => known.places.as_ref().map(|places| display::path(&places.registry)),
    };
    let file = path.clone().unwrap_or_default();
    let (title, text, safe, action) = match &trouble {
        Trouble::Settings => {
            let why = match &known.cause {
                Some(Cause::Settings(_, why)) => why.clone(),
                _ => String::new(),
            };
            let kept = if customers == 0 { text("trouble.safe-settings") } else { shown };
            // Nothing is wrong with the registry, as far as anybody knows: no backup is offered in its place.
            (text("trouble.settings-title"), why, kept, None)
        }
        Trouble::Gone | Trouble::Unreadable | Trouble::NeverRead => {
            let never = customers == 0;
            let (title, what) = match &known.cause {
                Some(Cause::Unreadable(what)) if never => ("trouble.never-read-title", what.clone()),
                Some(Cause::Unreadable(what)) => ("trouble.unreadable-title", what.clone()),
                _ => ("trouble.gone-title", text("trouble.gone")),
            };
            let kept = if never { text("trouble.safe-kept") } else { shown };
            (text(title), what, kept, known.places.as_ref().and_then(restore))
        }
        Trouble::PinsLost => {
            let why = match &*known.pinning {
                Pinning::Lost(Loss::Unreadable(why)) => with("trouble.pins-unreadable", &[("why", why)]),
                _ => text("trouble.pins-missing"),
            };
            let review = Action::Review { label: counted("trouble.review-all", customers, &[]) };
            (text("trouble.pins-title"), why, text("trouble.safe-pins"), Some(review))
        }
        Trouble::Changed(count) => {
            let review = Action::Review { label: text("trouble.review") };
            (
                counted("trouble.changed-title", *count, &[]),
                text("trouble.changed"),
                text("trouble.safe-changed"),
                Some(review),
            )
        }
        Trouble::DiskFull => (text("trouble.full-title"), text("trouble.full"), opens, None),
        Trouble::Foreign => {
            let owner = conditions.iter().find_map(|condition| match condition {
                Condition::Foreign(owner) => Some(owner.as_str()),
                _ => None,
            });
            let command = format!("sudo chown \"$USER\" {}", display::shell_word(&file));
            let copy = Action::Copy { command, label: text("trouble.copy-command") };
            let copy = (!cfg!(windows)).then_some(copy);
            (
                text("trouble.foreign-title"),
                with("trouble.foreign", &[("owner", owner.unwrap_or_default())]),
                opens,
                copy,
            )
        }
        Trouble::FolderClosed => {
            let why = match &known.cause {
                Some(Cause::Unpinned(why)) => why.clone(),
                _ => text("trouble.closed"),
            };
            (text("trouble.closed-title"), why, opens, None)
        }
        Trouble::ReadOnly => (text("trouble.read-only-title"), text("trouble.read-only"), opens, None),
        Trouble::Newer => {
            let schema = match &known.cause {
                Some(Cause::Newer(schema)) => schema.to_string(),
                _ => String::new(),
            };
            (text("trouble.newer-title"), with("trouble.newer", &[("schema", &schema)]), opens, None)
        }
    };
    Some(Problem { trouble, title, text, safe, path, action })
}

fn trouble(known: &Known, conditions: &[Condition]) -> Option<Trouble> {
    let never = known.registry.tenants().is_empty();
    let read = known.cause.as_ref().map(|cause| match cause {
        Cause::Settings(..) => Trouble::Settings,
        Cause::Gone => Trouble::Gone,
        Cause::Unreadable(_) if never => Trouble::NeverRead,
        Cause::Unreadable(_) => Trouble::Unreadable,
        Cause::Newer(_) => Trouble::Newer,
        Cause::Unpinned(_) => Trouble::FolderClosed,
    });
    let pins = match &*known.pinning {
        Pinning::Lost(_) => Some(Trouble::PinsLost),
        Pinning::Kept(_) => (known.changed > 0).then_some(Trouble::Changed(known.changed)),
    };
    let conditions = conditions.iter().filter_map(|condition| match condition {
        Condition::DiskFull => Some(Trouble::DiskFull),
        Condition::Foreign(_) => Some(Trouble::Foreign),
        Condition::FolderClosed => Some(Trouble::FolderClosed),
        Condition::ReadOnly => Some(Trouble::ReadOnly),
        Condition::OpenToAll => None,
    });
    read.into_iter().chain(pins).chain(conditions).min()
}

/// Returns the way back to the last good state, with how many customers it has and when it was saved.
fn restore(places: &Places) -> Option<Action> {
    let (Backup { name, path }, registry) = store::way_back(places)?;
    let time = saved_at(&path).unwrap_or_default();
    let label = counted("trouble.restore", registry.tenants().len(), &[("time", &time)]);
    Some(Action::Restore { backup: name, label })
}

fn saved_at(file: &Path) -> Option<String> {
    let at = Timestamp::try_from(file.metadata().ok()?.modified().ok()?).ok()?;
    Some(at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string())
}
