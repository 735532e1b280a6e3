//! `portico history`.

use jiff::{Timestamp, tz::TimeZone};
use portico_core::{
    display::{self, safe},
    history::{Entry, Outcome},
    store,
};

use crate::{
    args::HistoryArgs,
    failure::{Exit, Failure},
    json, output,
    table::Table,
};

pub(crate) fn history(args: &HistoryArgs) -> Result<(), Failure> {
    let places = store::find_places()?;
    let settings = store::settings(&places)?;
    let since = settings.history_since(Timestamp::now());
    let mut entries = store::history(&places, since).map_err(|error| {
        Failure::new(Exit::Failed, format!("could not read {}: {error}", display::path(&places.history())))
    })?;
    entries.reverse();
    if args.json {
        return Ok(output::text(&json::history(&entries))?);
    }
    if entries.is_empty() {
        output::note(if settings.history {
            "Nothing was opened yet."
        } else {
            "The history is turned off in settings.json."
        });
        return Ok(());
    }
    Ok(output::text(&table(&entries))?)
}

fn table(entries: &[Entry]) -> String {
    let zone = TimeZone::system();
    let mut table = Table::new(["TIME", "CUSTOMER", "PORTAL", "FROM", "RESULT", "TENANT"]);
    for entry in entries {
        let result = match entry.outcome {
            Some(Outcome::HandedOver) => "handed to the browser",
            Some(Outcome::Failed) => "no browser started",
            None => "not known",
        };
        table.row([
            entry.at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string(),
            safe(&entry.intent.name).into_owned(),
            safe(&entry.intent.portal).into_owned(),
            entry.intent.via.to_string(),
            result.to_owned(),
            entry.intent.identity.to_string(),
        ]);
    }
    table.to_string()
}
