//! Waiting for a tray: panels start late, and some desktops have none.

use std::{process, sync::mpsc, thread, time::Duration};

use tauri::AppHandle;
use zbus::{
    MatchRule,
    blocking::{Connection, MessageIterator, fdo::DBusProxy},
    message::Type,
    zvariant::OwnedValue,
};

use crate::{args::Args, ipc::Pending, notification, texts::text, windows};

/// The name under which a desktop's tray is found.
///
/// Source: <https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/>
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

const WATCHER_PATH: &str = "/StatusNotifierWatcher";

/// At login panels may take a while; after so long people are told.
const PATIENCE: Duration = Duration::from_secs(10);

/// Waits on a thread of its own, and puts the icon there as soon as there is a tray.
///
/// Somebody who started Portico by hand sees at once why there is no icon, and can work.
pub(crate) fn wait(app: &AppHandle, args: &Args) {
    if !args.background {
        windows::show_quick_with(app, Pending::no_tray(&text("tray.waiting")));
    }
    let (waiting, told_late) = (app.clone(), args.background);
    thread::spawn(move || {
        // Without the bus there is no tray to wait for; it was there at the start, so the session is ending.
        let _ = retry(&waiting);
    });
    if told_late {
        let app = app.clone();
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            if app.tray_by_id(super::ID).is_none() {
                notification::show(&text("tray.missing-title"), &text("tray.missing"));
            }
        });
    }
}

fn retry(app: &AppHandle) -> zbus::Result<()> {
    let bus = Connection::session()?;
    let messages = MessageIterator::from(&bus);
    let proxy = DBusProxy::new(&bus)?;
    for rule in rules()? {
        proxy.add_match_rule(rule)?;
    }
    // A tray that came between the first try and the rules told nobody.
    if build(app) {
        return Ok(());
    }
    for message in messages {
        let message = message?;
        let header = message.header();
        let is_news = header.message_type() == Type::Signal
            && header
                .member()
                .is_some_and(|member| member == "NameOwnerChanged" || member == "StatusNotifierHostRegistered");
        if is_news && build(app) {
            return Ok(());
        }
    }
    Ok(())
}

/// Makes sure, on a thread of its own, that the tray there is now knows the icon.
///
/// ksni registers first and begins to listen for new trays a moment later (`run` in ksni 0.3.7, src/service.rs). A panel that
/// restarts in between is missed, and the icon would be gone until the next restart. Whoever is on the bus may register an
/// item, so this looks once, after ksni listens, and does what was missed.
pub(super) fn ensure_registered() {
    thread::spawn(|| {
        // Without a tray now there is nothing to make good: ksni hears of the next one.
        let _ = register_missing();
    });
}

fn register_missing() -> zbus::Result<()> {
    let bus = Connection::session()?;
    let proxy = DBusProxy::new(&bus)?;
    let properties = Some("org.freedesktop.DBus.Properties");
    let items = (WATCHER, "RegisteredStatusNotifierItems");
    let answer = bus.call_method(Some(WATCHER), WATCHER_PATH, properties, "Get", &items)?;
    let registered = Vec::<String>::try_from(answer.body().deserialize::<OwnedValue>()?)?;
    let own = format!("org.kde.StatusNotifierItem-{}-", process::id());
    for name in proxy.list_names()?.into_iter().filter(|name| name.starts_with(&own)) {
        // GNOME's extension lists items by the name that the bus gave, the others by the one that the item took.
        let owner = proxy.get_name_owner(name.inner().as_ref())?;
        let is_known =
            |item: &String| [name.as_str(), owner.as_str()].contains(&item.split('/').next().unwrap_or(item));
        if !registered.iter().any(is_known) {
            bus.call_method(
                Some(WATCHER),
                WATCHER_PATH,
                Some(WATCHER),
                "RegisterStatusNotifierItem",
                &(name.as_str(),),
            )?;
        }
    }
    Ok(())
}

/// What tells of a new tray: its name gets an owner, or its host says that it is there.
fn rules() -> zbus::Result<[MatchRule<'static>; 2]> {
    let owner = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender("org.freedesktop.DBus")?
        .interface("org.freedesktop.DBus")?
        .member("NameOwnerChanged")?
        .arg(0, WATCHER)?
        .build();
    let host =
        MatchRule::builder().msg_type(Type::Signal).interface(WATCHER)?.member("StatusNotifierHostRegistered")?.build();
    Ok([owner, host])
}

/// Tries on the main thread, where icons are made. Returns true when the icon is there.
fn build(app: &AppHandle) -> bool {
    let (tell, told) = mpsc::channel();
    let builder = app.clone();
    let asked = app.run_on_main_thread(move || {
        let _ = tell.send(super::build(&builder).is_ok());
    });
    // When Portico is ending there is nothing left to wait for.
    asked.is_err() || told.recv().unwrap_or(true)
}
