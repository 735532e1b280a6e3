//! The keys that bring up quick open from anywhere: how they are written, and which of them nobody should take.
//!
//! Taking them is the desktop's business; nothing here knows whether another program has them.

use std::{fmt, str::FromStr};

/// Modifiers and a key, written `Ctrl+Alt+KeyP`: the key by its place on the keyboard, as in `KeyboardEvent.code`.
///
/// Source of the codes: <https://www.w3.org/TR/uievents-code/>
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hotkey {
    modifiers: Modifiers,
    code: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Modifiers {
    ctrl: bool,
    alt: bool,
    shift: bool,
    meta: bool,
}

/// Systems differ in which keys type characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Linux and other Unix desktops.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
}

impl System {
    /// The system this program was built for.
    pub const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(target_os = "macos") {
        Self::MacOs
    } else {
        Self::Linux
    };
}

impl Hotkey {
    /// Makes sure that taking these keys from all programs does no harm.
    ///
    /// # Errors
    ///
    /// What speaks against them.
    pub fn ensure_usable(&self, system: System) -> Result<(), BadHotkey> {
        let Modifiers { ctrl, alt, meta, .. } = self.modifiers;
        if !ctrl && !alt && !meta {
            return if is_spare(&self.code) { Ok(()) } else { Err(BadHotkey::NoModifier) };
        }
        if !prints(&self.code) {
            return Ok(());
        }
        let types = match system {
            // AltGr is Ctrl and Alt there: with it people write @, € and { on most European keyboards.
            System::Windows => ctrl && alt && !meta,
            System::MacOs => alt && !ctrl && !meta,
            System::Linux => false,
        };
        if types {
            return Err(BadHotkey::Types);
        }
        // Copy, paste, save, close: with one modifier every program has its own meaning for most keys.
        let count = [ctrl, alt, self.modifiers.shift, meta].into_iter().filter(|held| *held).count();
        if count == 1 && self.code != "Space" { Err(BadHotkey::InUse) } else { Ok(()) }
    }

    /// Returns the keys as people know them: `Ctrl + Alt + P`, on macOS `⌃⌥P`.
    pub fn shown(&self, system: System) -> String {
        let names = match system {
            System::MacOs => ["⌃", "⌥", "⇧", "⌘"],
            System::Windows => ["Ctrl", "Alt", "Shift", "Win"],
            System::Linux => ["Ctrl", "Alt", "Shift", "Super"],
        };
        let held = self.modifiers.held().into_iter().zip(names).filter_map(|(held, name)| held.then_some(name));
        let parts: Vec<_> = held.chain([label(&self.code)]).collect();
        parts.join(if system == System::MacOs { "" } else { " + " })
    }
}

impl Modifiers {
    /// In the order in which they are written.
    fn held(self) -> [bool; 4] {
        [self.ctrl, self.alt, self.shift, self.meta]
    }
}

impl FromStr for Hotkey {
    type Err = BadHotkey;

    fn from_str(text: &str) -> Result<Self, BadHotkey> {
        let unknown = || BadHotkey::Unknown(text.to_owned());
        let mut parts = text.split('+').map(str::trim).rev();
        let code = parts.next().filter(|code| prints(code) || is_named(code)).ok_or_else(unknown)?.to_owned();
        let mut modifiers = Modifiers::default();
        for part in parts {
            let held = match part {
                "Ctrl" => &mut modifiers.ctrl,
                "Alt" => &mut modifiers.alt,
                "Shift" => &mut modifiers.shift,
                "Meta" | "Super" => &mut modifiers.meta,
                _ => return Err(unknown()),
            };
            *held = true;
        }
        Ok(Self { modifiers, code })
    }
}

/// As it stands in the settings.
impl fmt::Display for Hotkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in self.modifiers.held().into_iter().zip(["Ctrl", "Alt", "Shift", "Super"]) {
            if held {
                write!(f, "{name}+")?;
            }
        }
        f.write_str(&self.code)
    }
}

/// What speaks against keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadHotkey {
    /// They are not written as they should be, or the key is one that always has another use.
    Unknown(String),
    /// A key alone would be missing from typing.
    NoModifier,
    /// Programs have these keys for something else, such as copying.
    InUse,
    /// With these keys people type characters.
    Types,
}

impl fmt::Display for BadHotkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(text) => write!(f, "not keys that can be taken: {text}"),
            Self::NoModifier => f.write_str("a key alone is needed for typing"),
            Self::InUse => f.write_str("programs use these keys themselves"),
            Self::Types => f.write_str("these keys type a character"),
        }
    }
}

impl std::error::Error for BadHotkey {}

/// Keys that type a character, with what stands on them on a US keyboard.
const MARKS: [(&str, &str); 12] = [
    ("Space", "Space"),
    ("Backquote", "`"),
    ("Minus", "-"),
    ("Equal", "="),
    ("BracketLeft", "["),
    ("BracketRight", "]"),
    ("Backslash", "\\"),
    ("Semicolon", ";"),
    ("Quote", "'"),
    ("Comma", ","),
    ("Period", "."),
    ("Slash", "/"),
];

/// Keys that move, and type nothing.
const MOVING: [(&str, &str); 9] = [
    ("Insert", "Insert"),
    ("Home", "Home"),
    ("End", "End"),
    ("PageUp", "Page Up"),
    ("PageDown", "Page Down"),
    ("ArrowUp", "↑"),
    ("ArrowDown", "↓"),
    ("ArrowLeft", "←"),
    ("ArrowRight", "→"),
];

fn prints(code: &str) -> bool {
    character(code).is_some() || MARKS.iter().any(|(mark, _)| *mark == code)
}

fn is_named(code: &str) -> bool {
    function(code).is_some() || MOVING.iter().any(|(key, _)| *key == code)
}

/// True for a key that few keyboards have, and no program waits for.
fn is_spare(code: &str) -> bool {
    function(code).is_some_and(|number| number > 12)
}

/// Returns the letter or digit of `KeyA` and `Digit1`.
fn character(code: &str) -> Option<&str> {
    let letter = code.strip_prefix("Key").filter(|rest| matches!(rest.as_bytes(), [b'A'..=b'Z']));
    letter.or_else(|| code.strip_prefix("Digit").filter(|rest| matches!(rest.as_bytes(), [b'0'..=b'9'])))
}

/// Returns the number of `F1` to `F24`.
fn function(code: &str) -> Option<u8> {
    let digits = code.strip_prefix('F').filter(|digits| !digits.starts_with(['0', '+']))?;
    digits.parse().ok().filter(|number| (1..=24).contains(number))
}

fn label(code: &str) -> &str {
    let named = MARKS.iter().chain(&MOVING).find(|(key, _)| *key == code).map(|(_, label)| *label);
    named.or_else(|| character(code)).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usable(text: &str, system: System) -> Result<(), BadHotkey> {
        text.parse::<Hotkey>()?.ensure_usable(system)
    }

    #[test]
    fn keys_are_read_as_they_are_written() {
        for (text, written, linux, mac) in [
            ("Ctrl+Alt+KeyP", "Ctrl+Alt+KeyP", "Ctrl + Alt + P", "⌃⌥P"),
            ("Shift+Ctrl+Space", "Ctrl+Shift+Space", "Ctrl + Shift + Space", "⌃⇧Space"),
            ("Meta+Digit1", "Super+Digit1", "Super + 1", "⌘1"),
            ("Alt + PageUp", "Alt+PageUp", "Alt + Page Up", "⌥Page Up"),
            ("F13", "F13", "F13", "F13"),
        ] {
            let keys: Hotkey = text.parse().unwrap();
            assert_eq!(keys.to_string(), written);
            assert_eq!((&*keys.shown(System::Linux), &*keys.shown(System::MacOs)), (linux, mac));
            assert_eq!(keys.to_string().parse(), Ok(keys));
        }
        for text in [
            "",
            "Ctrl",
            "Ctrl+",
            "Ctrl+P",
            "Hyper+KeyP",
            "Ctrl+KeyÄ",
            "Ctrl+F0",
            "Ctrl+F25",
            "Ctrl+Alt+Delete",
            "Alt+Tab",
        ] {
            assert_eq!(text.parse::<Hotkey>(), Err(BadHotkey::Unknown(text.into())));
        }
    }

    #[test]
    fn keys_that_people_type_or_copy_with_are_refused() {
        use System::{Linux, MacOs, Windows};
        for (text, system, verdict) in [
            // Two modifiers
            ("Ctrl+Shift+KeyP", Linux, Ok(())),
            ("Ctrl+Alt+KeyP", Linux, Ok(())),
            ("Alt+Shift+KeyP", Windows, Ok(())),
            // AltGr
            ("Ctrl+Alt+KeyQ", Windows, Err(BadHotkey::Types)),
            ("Ctrl+Alt+Shift+Digit7", Windows, Err(BadHotkey::Types)),
            ("Ctrl+Alt+Home", Windows, Ok(())),
            ("Ctrl+Alt+Meta+KeyQ", Windows, Ok(())),
            ("Alt+Shift+KeyL", MacOs, Err(BadHotkey::Types)),
            ("Alt+Meta+KeyL", MacOs, Ok(())),
            // One modifier
            ("Ctrl+KeyC", Linux, Err(BadHotkey::InUse)),
            ("Meta+KeyC", MacOs, Err(BadHotkey::InUse)),
            ("Ctrl+Space", Linux, Ok(())),
            ("Ctrl+F9", Linux, Ok(())),
            // None
            ("KeyP", Linux, Err(BadHotkey::NoModifier)),
            ("Shift+KeyP", Linux, Err(BadHotkey::NoModifier)),
            ("F1", Linux, Err(BadHotkey::NoModifier)),
            ("Shift+F13", Linux, Ok(())),
        ] {
            assert_eq!(usable(text, system), verdict, "{text} on {system:?}");
        }
    }
}
