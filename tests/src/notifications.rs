//! The desktop's notifications, received by the test.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};

use zbus::zvariant::OwnedValue;

use crate::desktop::Desktop;

/// A notification that a program sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    pub summary: String,
    /// Markup, by the specification.
    pub body: String,
    /// The id of the one that it takes the place of; 0 for none.
    pub replaces: u32,
}

/// `org.freedesktop.Notifications`, which passes on what it is given.
///
/// Source: <https://specifications.freedesktop.org/notification-spec/latest/protocol.html>
struct Service {
    sender: Sender<Notification>,
    last: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    #[expect(clippy::too_many_arguments, reason = "so says the specification")]
    fn notify(
        &mut self,
        _app: &str,
        replaces: u32,
        _icon: &str,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let _ = self.sender.send(Notification { summary, body, replaces });
        self.last += 1;
        if replaces == 0 { self.last } else { replaces }
    }
}

impl Desktop {
    /// Becomes the desktop's notification service, and passes on what is sent from now on.
    pub fn receive_notifications(&self) -> Receiver<Notification> {
        let (sender, notified) = mpsc::channel();
        let server = self.connection().object_server();
        server.at("/org/freedesktop/Notifications", Service { sender, last: 0 }).unwrap();
        self.connection().request_name("org.freedesktop.Notifications").unwrap();
        notified
    }
}
