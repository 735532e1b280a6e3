//! `portico integrate desktop`, and the launcher's entries after a save.

use std::{env, path::PathBuf};

use portico_core::{
    display::{self, quoted},
    places,
    places::Places,
    settings::{Change, Entries},
    store::{self, Entered},
};

use crate::{
    args::DesktopArgs,
    failure::{Exit, Failure},
    output,
};

pub(super) fn desktop(args: &DesktopArgs) -> Result<(), Failure> {
    let places = store::find_places()?;
    ensure_launcher()?;
    let Some(chosen) = chosen(args) else { return show(&places) };
    store::change_settings(&places, &[Change::Entries(chosen.clone())])?;
    match store::choose_entries(&places, &program()?)? {
        Some(Entered { entries, in_the_way }) => {
            output::line(&format!(
                "The launcher has an entry for {} ({}).",
                output::customers(entries),
                described(&chosen)
            ))?;
            for path in &in_the_way {
                output::note(&format!(
                    "warning: this file is not Portico's, and was left alone: {}",
                    display::path(path)
                ));
            }
            note_many(&chosen, entries);
            Ok(())
        }
        None => Ok(output::line("The launcher has no entries for customers.")?),
    }
}

/// Has the launcher's entries follow what may have been saved. The save is done: what fails here is only said.
pub(crate) fn follow() {
    let followed =
        store::find_places().map_err(Failure::from).and_then(|places| Ok(store::sync_entries(&places, &program()?)?));
    if let Err(failure) = followed {
        output::note(&format!("warning: the entries in the launcher are not up to date: {}", failure.message));
        output::note("hint: `portico doctor` tells when they are");
    }
}

/// Returns this program, for others to start.
pub(crate) fn program() -> Result<PathBuf, Failure> {
    env::current_exe()
        .map_err(|error| Failure::new(Exit::Failed, format!("this program's own place cannot be found out: {error}")))
}

fn ensure_launcher() -> Result<(), Failure> {
    if places::entry_folders().is_some() {
        return Ok(());
    }
    let failure = Failure::new(Exit::Failed, "Portico cannot put entries into the launcher here");
    Err(if cfg!(all(unix, not(target_os = "macos"))) {
        failure.hint("PORTICO_HOME is set, and Portico leaves nothing outside that folder")
    } else {
        failure.hint("only the desktops of Linux have them")
    })
}

fn chosen(args: &DesktopArgs) -> Option<Entries> {
    let DesktopArgs { favorites, group, all, off } = args;
    match group {
        Some(group) => Some(Entries::Group(group.trim().to_owned())),
        None if *favorites => Some(Entries::Favorites),
        None if *all => Some(Entries::All),
        None => off.then_some(Entries::None),
    }
}

fn show(places: &Places) -> Result<(), Failure> {
    let chosen = store::settings(places)?.entries;
    output::line(&format!("Chosen:   {}", described(&chosen)))?;
    output::line(&format!("Entries:  {}", store::entries_there()?))?;
    let out_of_step = store::entries_out_of_step(places, &program()?)?;
    if out_of_step > 0 {
        output::note("note: they are not up to date; choosing again brings them there");
    }
    Ok(())
}

/// Returns for which customers there are entries.
pub(crate) fn described(chosen: &Entries) -> String {
    match chosen {
        Entries::None => "none".to_owned(),
        Entries::Favorites => "favorites".to_owned(),
        Entries::Group(group) => format!("group {}", quoted(group)),
        Entries::All => "all".to_owned(),
    }
}

fn note_many(chosen: &Entries, entries: usize) {
    if entries == 0 {
        output::note(match chosen {
            Entries::Favorites => "note: no customer is a favorite now: `portico edit TENANT --favorite` makes one",
            Entries::Group(_) => "note: no customer is in this group now",
            Entries::None | Entries::All => "note: there are no customers yet",
        });
    } else if entries > Entries::MANY {
        output::note(
            "note: desktops that show all programs on one page, as GNOME does, become hard to use with so many",
        );
        output::note("hint: --favorites or --group makes fewer");
    }
}
