//! Changes that can be taken back, on disk.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{StoreError, read, update};
use crate::{
    changes::{Made, Undone},
    cloud::Identity,
    format,
    places::Places,
    registry::Registry,
};

/// Changes the registry as [`update`] does, and returns what takes it back too.
///
/// # Errors
///
/// As [`update`].
pub fn change<R, E: Into<StoreError>>(
    places: &Places,
    now: Timestamp,
    change: impl Fn(&mut Registry) -> Result<R, E>,
) -> Result<(R, Made), StoreError> {
    update(places, now, |registry| {
        let before = registry.clone();
        let result = change(registry).map_err(Into::into)?;
        let is_shorter = registry.tenants().len() < before.tenants().len();
        let entries = if is_shorter { entries(places)? } else { HashMap::new() };
        Ok::<_, StoreError>((result, Made::between(&before, registry, &entries)))
    })
}

/// Takes a change back, in one save.
///
/// # Errors
///
/// As [`update`]; [`StoreError::Refused`] when another customer has by now what one of them had.
pub fn undo(places: &Places, now: Timestamp, made: &Made) -> Result<Undone, StoreError> {
    update(places, now, |registry| made.undo(registry).map_err(StoreError::from))
}

/// Returns the entries of the registry file as they stand there.
fn entries(places: &Places) -> Result<HashMap<Identity, String>, StoreError> {
    let Some(bytes) = read(&places.registry, format::SIZE_LIMIT)? else { return Ok(HashMap::new()) };
    let text =
        format::text_of(&bytes).map_err(|error| StoreError::Unreadable { path: places.registry.clone(), error })?;
    let entries = format::parse_entries(text).map(|file| file.entries).unwrap_or_default();
    Ok(entries.into_iter().filter_map(|entry| Some((entry.tenant.ok()?.identity(), entry.text))).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::tests::home;

    #[test]
    fn a_customer_comes_back_with_what_portico_does_not_know_of_it() {
        let home = home();
        let text = concat!(
            "{ \"schema\": 1, \"tenants\": [\n    ",
            "{ \"name\": \"A\", \"tenant_id\": \"8f3c1d52-6a0b-4a3e-9d57-000000000001\", \"crm\": { \"id\": 1e3 } },\n    ",
            "{ \"name\": \"B\", \"tenant_id\": \"8f3c1d52-6a0b-4a3e-9d57-000000000002\" }\n  ] }",
        );
        fs::create_dir_all(&home.places.data).unwrap();
        fs::write(&home.places.registry, text).unwrap();
        let identity = "public/8f3c1d52-6a0b-4a3e-9d57-000000000001".parse().unwrap();
        let ((), made) = change(&home.places, Timestamp::UNIX_EPOCH, |registry| {
            registry.remove(&identity);
            Ok::<_, StoreError>(())
        })
        .unwrap();
        assert!(!fs::read_to_string(&home.places.registry).unwrap().contains("crm"));
        assert_eq!(undo(&home.places, Timestamp::UNIX_EPOCH, &made).unwrap(), Undone { back: 1, kept: 0 });
        let after = fs::read_to_string(&home.places.registry).unwrap();
        assert!(after.contains("\"crm\": { \"id\": 1e3 }"), "{after}");
        assert!(after.find("\"A\"") < after.find("\"B\""), "in its old place: {after}");
    }
}
