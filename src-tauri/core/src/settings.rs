//! What a person chose on this machine. The file is `settings.json`; all of it is optional.

use crate::hotkey::{BadHotkey, Hotkey};

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The registry file, when it is not in its usual place.
    pub registry: Option<String>,
    /// Whether to write down what is opened.
    pub history: bool,
    /// Whether a notification tells what was opened from the tray or a launcher, where no window has said it.
    pub notify: bool,
    /// The keys that bring up quick open.
    pub hotkey: HotkeySetting,
}

/// Whether keys bring up quick open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum HotkeySetting {
    /// Nobody was asked yet.
    #[default]
    Unasked,
    /// No.
    Off,
    /// Yes, these; or what is wrong with what stands there.
    Keys(Result<Hotkey, BadHotkey>),
}

impl Default for Settings {
    fn default() -> Self {
        Self { registry: None, history: true, notify: true, hotkey: HotkeySetting::default() }
    }
}
