//! Whether the launcher's entries are as the registry has it.

use portico_core::{
    places::Places,
    settings::Entries,
    store::{self, StoreError},
};

use super::Finding;
use crate::integrate;

/// Looks at the launcher's entries. Nothing is said where there are none and none are wanted.
pub(super) fn findings(places: &Places) -> Option<Finding> {
    match finding(places) {
        Ok(finding) => finding,
        // What is wrong with registry and settings is said where they were looked at.
        Err(StoreError::Io { path, error }) if path != places.registry => {
            Some(Finding::wrong("launcher", format!("{}: {error}", path.display()), "see whose the folder is"))
        }
        Err(_) => None,
    }
}

fn finding(places: &Places) -> Result<Option<Finding>, StoreError> {
    let Ok(program) = integrate::program() else { return Ok(None) };
    let (there, out_of_step) = (store::entries_there()?, store::entries_out_of_step(places, &program)?);
    let is_off = store::settings(places)?.entries == Entries::None;
    Ok(match (is_off, out_of_step) {
        (true, 0) => None,
        (false, 0) => Some(Finding::good("launcher", format!("entries for customers: {there}"))),
        (true, left) => Some(Finding::wrong(
            "launcher",
            format!("entries for customers that are not wanted any more: {left}"),
            "remove them with `portico integrate desktop --off`",
        )),
        (false, out_of_step) => Some(Finding::wrong(
            "launcher",
            format!("entries that are not up to date: {out_of_step}"),
            "choose again with `portico integrate desktop`, for instance --favorites",
        )),
    })
}
