//! GNOME Shell's search (`org.gnome.Shell.SearchProvider2`).
//!
//! The interface is that of GNOME Shell's `data/dbus-interfaces/org.gnome.Shell.SearchProvider2.xml`; the rules are those of
//! its `js/ui/remoteSearch.js`.

use std::{collections::HashMap, sync::Arc};

use portico_core::{display::safe, launcher::Entry};
use zbus::{fdo, interface, zvariant::Value};

use crate::{
    desk::Desk,
    row::{self, LONGEST},
    start::Starter,
};

/// Where the interface is.
pub(crate) const PATH: &str = "/io/portico/Portico/SearchProvider";

/// As many rows as the shell shows of one provider.
const ROWS: usize = 5;

/// The most rows that may be asked about at once. The shell asks about those it shows.
const MOST_IDS: usize = 100;

/// What the shell talks to.
#[derive(Debug)]
pub(crate) struct Provider {
    pub(crate) desk: Arc<Desk>,
    pub(crate) starter: Arc<Starter>,
}

// Not spawned: calls are answered in turn, so that a flood waits in the sender's queue and not in ours.
#[interface(name = "org.gnome.Shell.SearchProvider2", spawn = false)]
impl Provider {
    #[zbus(out_args("results"))]
    fn get_initial_result_set(&self, terms: Vec<&str>) -> Vec<String> {
        self.desk.answer(|customers| customers.find(terms, ROWS).into_iter().map(|row| row.id).collect())
    }

    /// Searches anew: whoever fits now may have been the sixth before.
    #[zbus(out_args("results"))]
    fn get_subsearch_result_set(&self, previous_results: Vec<&str>, terms: Vec<&str>) -> Vec<String> {
        let _ = previous_results;
        self.get_initial_result_set(terms)
    }

    /// Describes rows: one each, with an id and a name that are not empty, or the shell shows none of them.
    #[zbus(out_args("metas"))]
    fn get_result_metas(&self, identifiers: Vec<&str>) -> fdo::Result<Vec<HashMap<&str, Value<'_>>>> {
        if identifiers.len() > MOST_IDS || identifiers.iter().any(|id| id.len() > LONGEST) {
            self.desk.touch();
            return Err(fdo::Error::LimitsExceeded("too much is asked about at once".to_owned()));
        }
        let entries: Vec<_> = self.desk.answer(|customers| {
            let entry = |id: &&str| row::read(id).and_then(|shown| customers.entry(&shown));
            identifiers.iter().map(entry).collect()
        });
        let entries = entries.into_iter().chain(std::iter::repeat(None));
        Ok(identifiers.iter().zip(entries).map(|(id, entry)| meta(id, entry)).collect())
    }

    fn activate_result(&self, identifier: &str, terms: Vec<&str>, timestamp: u32) {
        let _ = (terms, timestamp);
        self.desk.touch();
        if let Some(shown) = row::read(identifier) {
            self.starter.open(&shown, None);
        }
    }

    fn launch_search(&self, terms: Vec<&str>, timestamp: u32) {
        let _ = timestamp;
        self.desk.touch();
        self.starter.search(&terms);
    }
}

/// Returns the meta of a row; of one that is not there any more its name as it was shown.
fn meta(id: &str, entry: Option<Entry>) -> HashMap<&'static str, Value<'static>> {
    let entry = entry.unwrap_or_else(|| {
        let name = row::read(id).map(|shown| safe(&shown.name).into_owned());
        Entry { title: name.unwrap_or_else(|| "?".to_owned()), detail: String::new() }
    });
    let id = if id.is_empty() { "?" } else { id };
    // Neither is markup: the shell escapes what it highlights.
    let mut meta = HashMap::from([("id", id.to_owned().into()), ("name", entry.title.into())]);
    if !entry.detail.is_empty() {
        meta.extend([("description", entry.detail.into()), ("gicon", "io.portico.Portico".into())]);
    }
    meta
}
