//! A tray host of our own: `org.kde.StatusNotifierWatcher` as a panel offers it, with a record of who registered.
//!
//! Protocol: freedesktop.org's StatusNotifierItem. An item calls `RegisterStatusNotifierItem` with a bus name or an object path; it
//! leaves by leaving the bus.

use std::sync::{Arc, Mutex};

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::fdo::DBusProxy;
use zbus::message::Header;
use zbus::names::BusName;
use zbus::object_server::SignalEmitter;

pub(crate) const WATCHER: &str = "org.kde.StatusNotifierWatcher";
pub(crate) const WATCHER_PATH: &str = "/StatusNotifierWatcher";

/// The running host; see [`crate::Desktop::with_host`].
#[derive(Debug)]
pub struct TrayHost {
    connection: Connection,
    registered: Arc<Mutex<Vec<String>>>,
    /// The host whose place this one took. It still has an answer to give.
    _predecessor: Option<Connection>,
}

impl TrayHost {
    pub(crate) fn start(bus: Builder<'static>) -> Self {
        let host = Self::prepare(bus, None);
        host.connection.request_name(WATCHER).unwrap();
        host
    }

    /// Starts a host that ends as the first item registers, before it answers, and is followed by another: a panel that
    /// restarts in the worst moment. Returns the other, which begins without items.
    pub(crate) fn start_that_restarts(first: Builder<'static>, second: Builder<'static>) -> Self {
        let second = Self::prepare(second, None);
        let first = Self::prepare(first, Some(second.connection.clone()));
        first.connection.request_name(WATCHER).unwrap();
        Self { _predecessor: Some(first.connection), ..second }
    }

    fn prepare(bus: Builder<'static>, successor: Option<Connection>) -> Self {
        let registered = Arc::default();
        let watcher = Watcher { registered: Arc::clone(&registered), successor: Mutex::new(successor) };
        // Served from the first moment: added to a running connection, an object may miss the first calls, which then
        // never have an answer.
        let connection = bus.serve_at(WATCHER_PATH, watcher).unwrap().build().unwrap();
        Self { connection, registered, _predecessor: None }
    }

    /// Lets the name go. What it was asked before, it still answers while it is kept.
    pub(crate) fn stop(&self) {
        self.connection.release_name(WATCHER).unwrap();
    }

    /// Returns the items registered with this host so far, gone ones included, as `BUS NAME/OBJECT PATH`, in order.
    pub fn registrations(&self) -> Vec<String> {
        self.registered.lock().unwrap().clone()
    }
}

#[derive(Debug)]
struct Watcher {
    registered: Arc<Mutex<Vec<String>>>,
    /// Who takes the name when an item registers.
    successor: Mutex<Option<Connection>>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    async fn register_status_notifier_item(
        &self,
        service: &str,
        #[zbus(header)] header: Header<'_>,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> zbus::fdo::Result<()> {
        let successor = self.successor.lock().unwrap().take();
        if let Some(successor) = successor {
            emitter.connection().release_name(WATCHER).await?;
            successor.inner().request_name(WATCHER).await?;
            return Ok(());
        }
        // A path alone stands for an object of the caller (libappindicator); a name alone for the usual path (everyone else).
        let item = match (service.starts_with('/'), header.sender()) {
            (true, Some(sender)) => format!("{sender}{service}"),
            _ => format!("{service}/StatusNotifierItem"),
        };
        self.registered.lock().unwrap().push(item.clone());
        Self::status_notifier_item_registered(&emitter, &item).await?;
        Ok(())
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    /// The items whose owner is still on the bus.
    #[zbus(property)]
    async fn registered_status_notifier_items(
        &self,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> zbus::fdo::Result<Vec<String>> {
        let bus = DBusProxy::new(connection).await?;
        let mut items = self.registered.lock().unwrap().clone();
        items.sort();
        items.dedup();
        let mut present = Vec::new();
        for item in items {
            let name =
                BusName::try_from(item.split('/').next().unwrap_or_default().to_owned()).map_err(zbus::Error::from)?;
            if bus.name_has_owner(name).await? {
                present.push(item);
            }
        }
        Ok(present)
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(signal)]
    async fn status_notifier_item_registered(emitter: &SignalEmitter<'_>, item: &str) -> zbus::Result<()>;
}
