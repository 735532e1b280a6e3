//! Everything that crosses a process: one sandbox, one desktop and one fake browser for the real binaries.
//!
//! Start reading at [`Sandbox`] (a home of its own, commands, the registry file, what the browser was given) and
//! [`Desktop`] (a bus and a display of its own, with or without a tray host). Nothing is shared between two tests, nothing of the
//! person's own session is touched, and all that was started is gone when the test ends, also after a panic.
//!
//! This crate runs binaries. It does not use portico-core, so that a mistake there cannot hide itself here.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a harness that cannot go on fails its test")]

mod sandbox;

mod output;

mod terminal;

mod browser;

mod chromium;

mod installed;

mod site;

mod desktop;

mod host;

mod notifications;

mod panel;

mod screen;

mod tray;

mod wayland;

mod menu;

mod webdriver;

mod login;

mod proxy;

mod processes;

mod binaries;

mod wait;

pub use binaries::shots;
pub use browser::Browser;
pub use chromium::Chromium;
pub use desktop::Desktop;
pub use host::TrayHost;
pub use login::{LoginServer, Proof, Reply, document};
pub use menu::{Kind, Menu, MenuRow};
pub use notifications::Notification;
pub use output::Output;
pub use processes::{Process, descendants, network_sockets, with_variable};
pub use proxy::Proxy;
pub use sandbox::Sandbox;
pub use screen::{Screen, Window};
pub use site::{Site, Visit};
pub use terminal::Terminal;
pub use tray::{Holdings, LayoutUpdates, Tray, TrayItem};
pub use wait::{SOON, try_until, wait_until};
pub use wayland::{Keyboard, Surface};
pub use webdriver::{Element, WebDriver, keys};
