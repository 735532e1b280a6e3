//! Looking at what changed outside Portico, accepting it, and bringing an earlier state back.

use jiff::Timestamp;
use portico_core::{
    display::safe,
    pins::{self, Change, Field, Pinning},
    store::{self, AcceptError, backup},
};
use tauri::{AppHandle, Manager};

use crate::{
    ipc::{self, Accept, Difference, Failure, RequestShape, Review},
    state::{Known, State},
    texts::{text, with},
    watch,
};

/// Returns what a person has to look at next, if anything.
pub(crate) fn next(known: &Known) -> Option<Review> {
    if let Pinning::Lost(_) = &*known.pinning {
        return Some(all(known));
    }
    let changes = known.pinning.changes(&known.registry);
    Some(of(changes.first()?, None, changes.len()))
}

/// Returns the comparison of one customer with what it was known as; `request` is what opens when it is accepted, and
/// `count` how many customers wait.
pub(crate) fn of(change: &Change, request: Option<RequestShape>, count: usize) -> Review {
    let (identity, facts) = &change.new;
    let name = safe(&facts.name).into_owned();
    let shown = |value: &str| (!value.is_empty()).then(|| safe(value).into_owned());
    let differences = change.differences();
    let swapped = differences.iter().any(|difference| matches!(difference.field, Field::TenantId | Field::Cloud));
    let count = count.to_string();
    let values = [("name", name.as_str()), ("count", &count)];
    Review {
        title: with("review.title", &values),
        text: text(if swapped { "review.swapped" } else { "review.changed" }),
        differences: differences
            .iter()
            .map(|difference| Difference {
                field: text(title(difference.field)),
                old: shown(&difference.old),
                new: shown(&difference.new),
            })
            .collect(),
        customers: Vec::new(),
        yes: match &request {
            Some(_) => text("review.accept-and-open"),
            None if count != "1" => with("review.accept-of", &values),
            None => text("review.accept"),
        },
        accept: Accept { identity: Some(identity.to_string()), seen: change.fingerprint() },
        // What opens then is the customer as it was seen here.
        request: request.map(|request| RequestShape { name, ..request }),
    }
}

/// Returns all customers, to be looked through when nothing is left to compare them with.
fn all(known: &Known) -> Review {
    let tenants = known.registry.tenants();
    let count = tenants.len().to_string();
    let customers = tenants.iter().map(|tenant| ipc::Known {
        name: safe(&tenant.name).into_owned(),
        domain: tenant.known_domain().map(ToString::to_string),
        identity: tenant.identity().to_string(),
    });
    Review {
        title: text("review.lost-title"),
        text: text("review.lost"),
        differences: Vec::new(),
        customers: customers.collect(),
        yes: if tenants.len() == 1 { text("review.accept") } else { with("review.accept-all", &[("count", &count)]) },
        accept: Accept { identity: None, seen: pins::fingerprint_of(&known.registry) },
        request: None,
    }
}

fn title(field: Field) -> &'static str {
    match field {
        Field::Name => "review.name",
        Field::TenantId => "review.tenant-id",
        Field::Cloud => "review.cloud",
        Field::Domain => "review.domain",
        Field::InitialDomain => "review.initial-domain",
        Field::SharePoint => "review.sharepoint",
        Field::Aliases => "review.aliases",
    }
}

/// Accepts what a person saw, if it is still so.
pub(crate) fn accept(app: &AppHandle, Accept { identity, seen }: &Accept) -> Result<(), Failure> {
    let state = app.state::<State>();
    let places = state.known().places()?.clone();
    let accepted = match identity {
        Some(identity) => {
            let identity = ipc::parsed(identity)?;
            store::accept(&places, identity, Some(seen)).map(drop)
        }
        None => store::accept_all(&places, Timestamp::now(), Some(seen)).map(drop),
    };
    watch::look_again(app);
    match accepted {
        // Somebody else was faster.
        Ok(()) | Err(AcceptError::Nothing) => Ok(()),
        Err(AcceptError::Gone) => Err(Failure::new("Gone", text("open.gone"))),
        Err(AcceptError::ChangedAgain | AcceptError::Lost) => {
            Err(Failure::new("ChangedAgain", text("review.changed-again")))
        }
        Err(AcceptError::Store(error)) => Err(Failure::not_saved(&error)),
    }
}

/// Brings back the backup with this name.
pub(crate) fn restore(app: &AppHandle, name: &str) -> Result<(), Failure> {
    let state = app.state::<State>();
    let places = state.known().places()?.clone();
    // They say which registry is meant.
    store::settings(&places).map_err(|error| Failure::not_saved(&error))?;
    let backups = backup::list(&places).map_err(|error| Failure::not_saved(&error))?;
    let backup = backup::last(&places).into_iter().chain(backups).find(|backup| backup.name == name);
    let backup = backup.ok_or_else(|| Failure::new("NoBackup", text("review.no-backup")))?;
    let restored = store::restore(&places, Timestamp::now(), &backup);
    watch::look_again(app);
    restored.map(drop).map_err(|error| Failure::not_saved(&error))
}
