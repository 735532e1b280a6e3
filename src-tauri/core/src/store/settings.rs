//! The settings on disk.

use std::io;

use super::{
    StoreError,
    atomic::{self, Placed},
    read,
};
use crate::{
    browser::Whom,
    cloud::Identity,
    format::{self, FormatError, SIZE_LIMIT},
    hotkey::Hotkey,
    own::OwnPortal,
    places::Places,
    portal::PortalId,
    settings::{Change, Settings},
};

/// How often a change is made anew on what another program wrote in the last moment.
const TRIES: usize = 20;

/// Reads the settings. No file yet is nothing set.
///
/// # Errors
///
/// The file cannot be read.
pub fn settings(places: &Places) -> Result<Settings, StoreError> {
    match read(&places.settings(), SIZE_LIMIT)? {
        Some(bytes) => format::parse_settings(&bytes).map_err(|error| unreadable(places, error)),
        None => Ok(Settings::default()),
    }
}

/// Changes the settings. What else is set stays, also what another program sets in the same moment.
///
/// # Errors
///
/// The settings cannot be read or not be saved; they are as they were then.
pub fn change_settings(places: &Places, changes: &[Change]) -> Result<(), StoreError> {
    let path = places.settings();
    atomic::create_private_folder(&places.config)
        .map_err(|error| StoreError::Save { path: places.config.clone(), error })?;
    // Not under the registry's lock: before there are pins, that file says that some were lost.
    for _ in 0..TRIES {
        let before = read(&path, SIZE_LIMIT)?;
        let after = format::with_changes(before.as_deref().unwrap_or_default(), changes)
            .map_err(|error| unreadable(places, error))?;
        if atomic::write_beside(&path, after.as_bytes())?.put_in_place(before.as_deref())? == Placed::Done {
            return Ok(());
        }
    }
    Err(StoreError::Save { path, error: io::Error::other("another program changes it all the time") })
}

/// Has tenants that get another tenant ID or cloud keep the browsers that were chosen for them. The rules of before stay: the old
/// state may be brought back.
///
/// # Errors
///
/// As [`change_settings`].
pub(super) fn keep_browsers(places: &Places, moves: &[(Identity, Identity)]) -> Result<(), StoreError> {
    if moves.is_empty() {
        return Ok(());
    }
    let rules = settings(places)?.browsers;
    let way = |identity| rules.own(identity).and_then(|rule| rule.way.clone().ok());
    let is_left = |identity: &Identity| moves.iter().any(|(from, _)| from == identity);
    let kept = moves.iter().filter(|(from, to)| rules.own(from).is_some() || is_left(to) && rules.own(to).is_some());
    let changes: Vec<_> = kept.map(|(from, to)| Change::Browser(Whom::Tenant(*to), way(from))).collect();
    if changes.is_empty() { Ok(()) } else { change_settings(places, &changes) }
}

/// Writes down which keys bring up quick open, or that none do.
///
/// # Errors
///
/// As [`change_settings`].
pub fn set_hotkey(places: &Places, keys: Option<&Hotkey>) -> Result<(), StoreError> {
    change_settings(places, &[Change::Hotkey(keys.cloned())])
}

/// Saves an own portal, in place of the one that has its key.
///
/// # Errors
///
/// As [`change_settings`].
pub fn save_own_portal(places: &Places, own: OwnPortal) -> Result<(), StoreError> {
    change_settings(places, &[Change::OwnPortal(own)])
}

/// Removes an own portal, also from the order of portals, from those that are off, and as the default.
///
/// # Errors
///
/// As [`change_settings`].
pub fn remove_own_portal(places: &Places, id: PortalId) -> Result<(), StoreError> {
    change_settings(places, &[Change::NoOwnPortal(id)])
}

/// Saves in which order portals stand, which are off, and which one opens when a tenant names no other.
///
/// # Errors
///
/// As [`change_settings`].
pub fn arrange_portals(
    places: &Places,
    order: Vec<PortalId>,
    off: Vec<PortalId>,
    default: Option<PortalId>,
) -> Result<(), StoreError> {
    change_settings(places, &[Change::PortalOrder(order), Change::PortalsOff(off), Change::DefaultPortal(default)])
}

fn unreadable(places: &Places, error: FormatError) -> StoreError {
    StoreError::Settings { path: places.settings(), error }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::Timestamp;

    use super::*;
    use crate::{
        browser::Way,
        cloud::Cloud,
        own::{self, Entry},
        portal::Catalogue,
        registry::Registry,
        settings::{HotkeySetting, Theme},
        store::{self, tests::home},
        tenant::Tenant,
    };

    #[test]
    fn a_choice_is_kept_and_a_file_that_cannot_be_read_is_left_alone() {
        let home = home();
        let keys: Hotkey = "Ctrl+Alt+KeyP".parse().unwrap();
        set_hotkey(&home.places, Some(&keys)).unwrap();
        assert_eq!(settings(&home.places).unwrap().hotkey, HotkeySetting::Keys(Ok(keys.clone())));
        set_hotkey(&home.places, None).unwrap();
        assert_eq!(settings(&home.places).unwrap().hotkey, HotkeySetting::Off);

        fs::write(home.places.settings(), "{ \"history\": fals").unwrap();
        assert!(matches!(set_hotkey(&home.places, Some(&keys)), Err(StoreError::Settings { .. })));
        assert_eq!(fs::read_to_string(home.places.settings()).unwrap(), "{ \"history\": fals");
    }

    #[test]
    fn a_tenant_with_another_id_keeps_its_browser() {
        let home = home();
        let places = &home.places;
        let tenant = |id: u32| {
            Tenant::new("Contoso", Cloud::Public, format!("00000000-0000-4000-8000-{id:012}").parse().unwrap())
        };
        let chosen =
            |id: u32| settings(places).unwrap().browsers.own(&tenant(id).identity()).map(|rule| rule.way.clone());
        store::update(places, Timestamp::UNIX_EPOCH, |registry| registry.add(tenant(1))).unwrap();
        change_settings(places, &[Change::Browser(Whom::Tenant(tenant(1).identity()), Some(Way::Default))]).unwrap();
        let to = |from: u32, to: u32| {
            let change = |registry: &mut Registry| registry.replace(&tenant(from).identity(), tenant(to)).map(drop);
            store::update(places, Timestamp::UNIX_EPOCH, change).unwrap();
        };
        to(1, 2);
        assert_eq!((chosen(2), chosen(3)), (Some(Ok(Way::Default)), None));
        to(2, 3);
        assert_eq!(chosen(3), Some(Ok(Way::Default)));

        // Somebody else changed it, and it was accepted.
        let text = fs::read_to_string(&places.registry).unwrap();
        fs::write(&places.registry, text.replace("000000000003", "000000000004")).unwrap();
        store::load_guarded(places).unwrap();
        store::accept(places, tenant(4).identity(), None).unwrap();
        assert_eq!(chosen(4), Some(Ok(Way::Default)));
    }

    #[test]
    fn own_portals_and_their_places_are_kept() {
        let home = home();
        let id = |text: &str| text.parse::<PortalId>().unwrap();
        let templates = [("public".to_owned(), "https://a.example/{tenant_id}".to_owned())].into();
        let entry = Entry { name: "Tool".into(), templates, ..Entry::default() };
        let tool = own::check(&entry, &Registry::default(), Catalogue::built_in()).unwrap();
        save_own_portal(&home.places, tool).unwrap();
        arrange_portals(&home.places, vec![id("tool"), id("entra")], vec![id("mto")], Some(id("tool"))).unwrap();
        let catalogue = || Catalogue::of(&settings(&home.places).unwrap().portals);
        assert_eq!((catalogue().portals()[0].id.as_str(), catalogue().default_portal().id.as_str()), ("tool", "tool"));

        remove_own_portal(&home.places, id("tool")).unwrap();
        assert_eq!(catalogue().portals()[0].id.as_str(), "entra");
        assert_eq!((catalogue().default_portal().id.as_str(), catalogue().problems()), ("defender", &[][..]));
    }

    #[test]
    fn changes_at_the_same_time_lose_nothing() {
        let home = home();
        std::thread::scope(|scope| {
            for change in [
                Change::Theme(Theme::Dark),
                Change::Notify(false),
                Change::HistoryDays(Some(30)),
                Change::Language(Some("nl".into())),
            ] {
                let places = &home.places;
                scope.spawn(move || change_settings(places, &[change]).unwrap());
            }
        });
        let now = settings(&home.places).unwrap();
        assert_eq!((now.theme, now.notify, now.history_days), (Theme::Dark, false, Some(30)));
        assert_eq!(now.language.as_deref(), Some("nl"));
    }
}
