//! `portico doctor`.

use std::fmt::Write;

use jiff::Timestamp;
use portico_core::{
    display::{self, safe},
    lookalike::Lookalikes,
    pins::{Loss, Pinning},
    places::{Places, RegistrySource},
    portal::Catalogue,
    registry::Registry,
    store::{self, Condition, StoreError, backup},
};

use crate::{
    failure::{Exit, Failure},
    output,
};

mod browsers;
mod desktop;
mod entries;
mod programs;

pub(crate) fn doctor() -> Result<(), Failure> {
    let mut findings = programs::versions();
    match store::find_places() {
        Ok(places) => findings.extend(files(&places)),
        Err(error) => findings.push(Finding::wrong("settings", error.to_string(), "correct the file, or remove it")),
    }
    findings.extend(desktop::findings());
    let text: String = findings.iter().map(Finding::text).collect();
    output::text(&text)?;
    match findings.iter().filter(|finding| finding.state == State::Wrong).count() {
        0 => Ok(output::line("\nEverything is in order.")?),
        1 => Err(Failure::new(Exit::Failed, "1 thing is wrong")),
        wrong => Err(Failure::new(Exit::Failed, format!("{wrong} things are wrong"))),
    }
}

/// One thing that was looked at.
struct Finding {
    state: State,
    what: &'static str,
    text: String,
    to_do: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    /// Worth knowing, and not in the way of anything.
    Note,
    Wrong,
}

impl Finding {
    fn good(what: &'static str, text: impl Into<String>) -> Self {
        Self { state: State::Good, what, text: text.into(), to_do: None }
    }

    fn note(what: &'static str, text: impl Into<String>) -> Self {
        Self { state: State::Note, ..Self::good(what, text) }
    }

    fn wrong(what: &'static str, text: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { state: State::Wrong, what, text: text.into(), to_do: Some(to_do.into()) }
    }

    fn text(&self) -> String {
        let state = match self.state {
            State::Good => "ok",
            State::Note => "note",
            State::Wrong => "WRONG",
        };
        let mut text = format!("{state:<6}{:<12}{}\n", self.what, safe(&self.text));
        if let Some(to_do) = &self.to_do {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{:18}{}", "", safe(to_do));
        }
        text
    }
}

fn files(places: &Places) -> Vec<Finding> {
    let mut findings = Vec::new();
    match store::load(places) {
        Ok(loaded) => {
            findings.push(registry(places, &loaded.registry, loaded.newer_schema));
            findings.extend(store::conditions(places).iter().map(|condition| in_the_way(places, condition)));
            findings.extend(pins(places, &loaded.registry));
            findings.extend(lookalikes(&loaded.registry));
            findings.extend(settings(places, &loaded.registry));
        }
        Err(error) => {
            findings.push(unreadable(&error));
            findings.extend(settings(places, &Registry::default()));
        }
    }
    findings.extend(store::conflicts(&places.registry).iter().map(|copy| {
        Finding::wrong(
            "registry",
            format!("{} looks like a copy made when two machines wrote at once", display::path(copy)),
            "take over what is missing in the registry, then move the copy away",
        )
    }));
    findings.push(backups(places));
    findings.push(history(places));
    findings.extend(entries::findings(places));
    findings
}

fn registry(places: &Places, registry: &Registry, newer: Option<u32>) -> Finding {
    let place = match places.registry_source {
        RegistrySource::Default => "",
        RegistrySource::Settings => ", set in settings.json",
        RegistrySource::Environment => ", set by PORTICO_REGISTRY",
    };
    let text = format!("{} ({}{place})", display::path(&places.registry), output::customers(registry.tenants().len()));
    match newer {
        None => Finding::good("registry", text),
        Some(schema) => Finding::note(
            "registry",
            format!("{text}, written by a newer Portico (schema {schema}): read, not changed"),
        ),
    }
}

fn unreadable(error: &StoreError) -> Finding {
    let to_do = match error {
        StoreError::Gone { .. } => "put it back, or run `portico restore`",
        StoreError::Unreadable { .. } => "correct it, or run `portico restore`",
        StoreError::Newer { .. } => "use the newer Portico",
        _ => "see to it that Portico may read it",
    };
    Finding::wrong("registry", error.to_string(), to_do)
}

fn in_the_way(places: &Places, condition: &Condition) -> Finding {
    let path = display::path(&places.registry);
    match condition {
        Condition::DiskFull => Finding::wrong(
            "disk",
            "there is no room left: customers open, changes cannot be saved",
            "make room, then try again: nothing was lost",
        ),
        Condition::ReadOnly => Finding::note("registry", "it is read-only: customers open, changes are refused"),
        Condition::Foreign(owner) => Finding::wrong(
            "registry",
            format!("it belongs to {owner}: customers open, changes are refused"),
            format!("make it yours, for instance with `sudo chown \"$USER\" \"{path}\"`"),
        ),
        Condition::FolderClosed => Finding::wrong(
            "registry",
            "its folder takes no new files: customers open, changes cannot be saved",
            "see to it that you may write into the folder",
        ),
        Condition::OpenToAll => Finding::wrong(
            "registry",
            "every user of this machine may change it",
            format!("keep others out with `chmod o-w \"{path}\"`"),
        ),
    }
}

fn pins(places: &Places, registry: &Registry) -> Vec<Finding> {
    let pins = match store::pinning(places, registry) {
        Pinning::Kept(pins) => pins,
        Pinning::Lost(loss) => {
            let why = match loss {
                Loss::Missing => format!("{} is missing", display::path(&places.pins())),
                Loss::Unreadable(why) => why,
            };
            let text = format!("{why}: no customer opens, for Portico cannot tell whether one was changed");
            return vec![Finding::wrong("pins", text, "look through `portico list`, then `portico pins accept --all`")];
        }
    };
    let known = pins.known().len();
    let gone = pins.absent(registry).len();
    let changes = Pinning::Kept(pins).changes(registry);
    let mut findings: Vec<_> = changes
        .iter()
        .map(|change| {
            let (identity, facts) = &change.new;
            Finding::wrong(
                "pins",
                format!("{} ({identity}) was changed outside Portico and does not open", safe(&facts.name)),
                "run `portico pins` to see old and new",
            )
        })
        .collect();
    if findings.is_empty() {
        findings.push(Finding::good("pins", format!("{} as they were known", output::customers(known - gone))));
    }
    if gone > 0 {
        let text =
            format!("{} known here, but not in the registry now: `portico pins` lists them", output::customers(gone));
        findings.push(Finding::note("pins", text));
    }
    findings
}

fn lookalikes(registry: &Registry) -> Option<Finding> {
    let alike = Lookalikes::of(registry);
    let mut names = registry.tenants().iter().filter_map(|tenant| {
        let twin = alike.twin(&tenant.identity())?;
        Some(format!("{} and {}", display::quoted(&tenant.name), display::quoted(twin)))
    });
    let first = names.next()?;
    Some(Finding::note(
        "names",
        format!("{} look like another's, as {first}: check the domain", output::customers(alike.len())),
    ))
}

/// Returns what stands in the settings and is left out.
fn settings(places: &Places, registry: &Registry) -> Vec<Finding> {
    let settings = match store::settings(places) {
        Ok(settings) => settings,
        Err(error) => return vec![Finding::wrong("settings", error.to_string(), "correct the file, or remove it")],
    };
    let catalogue = Catalogue::among(&settings.portals, registry);
    let left_out = settings.problems.iter().chain(catalogue.problems());
    let to_do = || format!("correct it in {}", display::path(&places.settings()));
    let left_out = left_out.map(|problem| Finding::wrong("settings", problem.to_string(), to_do()));
    left_out.chain(browsers::findings(&settings.browsers, registry)).collect()
}

fn backups(places: &Places) -> Finding {
    match backup::list(places) {
        Ok(list) => match list.first() {
            Some(newest) => Finding::good(
                "backups",
                format!("{} in {}", list.len(), display::path(&places.backups()))
                    + &format!(", the newest is {}", newest.name),
            ),
            None => Finding::good("backups", "none yet: the first is made before the second change"),
        },
        Err(error) => Finding::wrong("backups", error.to_string(), "see to it that Portico may read the folder"),
    }
}

fn history(places: &Places) -> Finding {
    let settings = store::settings(places).unwrap_or_default();
    match (settings.history, store::history(places, settings.history_since(Timestamp::now()))) {
        (false, _) => Finding::note("history", "turned off in settings.json"),
        (_, Ok(entries)) => {
            Finding::good("history", format!("{} opened, in {}", entries.len(), display::path(&places.history())))
        }
        (_, Err(error)) => Finding::wrong(
            "history",
            format!("{}: {error}", display::path(&places.history())),
            "see to it that Portico may read and write it",
        ),
    }
}
