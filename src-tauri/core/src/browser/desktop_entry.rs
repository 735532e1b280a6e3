//! Browsers as desktop entries tell them (Desktop Entry Specification 1.5).

use std::path::{Path, PathBuf};

use super::{
    Command, Registration,
    family::{Family, Folders, Packaging, kind},
};

/// The longest entry that is read as one. Those of browsers, with all their languages, have some 30 kB.
pub(super) const MOST: usize = 1024 * 1024;

/// Options that take the address as their value, or say where it opens. Ours say where.
const IN_THE_WAY: [&str; 8] =
    ["-url", "--url", "-new-tab", "--new-tab", "-new-window", "--new-window", "--file-forwarding", "--"];

/// Reads the entry of a browser that opens https links; nothing for any other entry, or for one that is hidden.
///
/// `id` is its file name without `.desktop`.
pub fn desktop_entry(id: &str, text: &str, folders: &Folders) -> Option<Registration> {
    if text.len() > MOST || id.starts_with("io.portico.") {
        return None;
    }
    let group = || {
        let lines = text.lines().map(str::trim).skip_while(|line| *line != "[Desktop Entry]").skip(1);
        lines.take_while(|line| !line.starts_with('['))
    };
    let value =
        |key: &str| group().find_map(|line| Some(line.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim_start()));
    let is_on = |key: &str| value(key) == Some("true");
    let opens_links = value("MimeType")?.split(';').any(|kind| kind.trim() == "x-scheme-handler/https");
    if !opens_links || value("Type") != Some("Application") {
        return None;
    }
    if is_on("Hidden") || is_on("NoDisplay") || is_on("Terminal") {
        return None;
    }
    let Exec { program, mut before, mut after } = exec(value("Exec")?)?;
    let name = value("Name").map(unescaped).filter(|name| !name.trim().is_empty()).unwrap_or_else(|| id.to_owned());

    let started = started(&program, &before);
    let stem = Path::new(&started).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = stem.strip_suffix(".sh").unwrap_or(&stem).to_owned();
    let packaging = match value("X-Flatpak") {
        Some(app) => Packaging::Flatpak(app.to_owned()),
        None if started.starts_with("/snap/bin/") || started.starts_with("/var/lib/snapd/") => {
            Packaging::Snap(stem.split('.').next().unwrap_or(&stem).to_owned())
        }
        None => Packaging::Plain,
    };
    let kind = match &packaging {
        Packaging::Flatpak(app) => kind(&[app]),
        Packaging::Plain | Packaging::Snap(_) => kind(&[&stem, id]),
    };
    let mut data = kind.map(|kind| kind.data(folders, &packaging)).unwrap_or_default();
    let own_data = before.iter().chain(&after).rev().find_map(|argument| argument.strip_prefix("--user-data-dir="));
    if let (Some(own), true) = (own_data, kind.is_some_and(|kind| kind.family.is_chromium())) {
        data = vec![PathBuf::from(own)];
    }
    let family = kind.map_or(Family::Other, |kind| kind.family);
    if family != Family::Other {
        for arguments in [&mut before, &mut after] {
            arguments.retain(|argument| !IN_THE_WAY.contains(&argument.as_str()));
        }
    }
    Some(Registration {
        id: id.to_owned(),
        name,
        family,
        command: Command::Program { program, before, after },
        data,
        packaging,
    })
}

struct Exec {
    program: String,
    before: Vec<String>,
    after: Vec<String>,
}

/// Reads a command, with the place of the address in it ("The Exec key"). Nothing where it is not sound, or where the address
/// would be a part of an argument.
fn exec(value: &str) -> Option<Exec> {
    let mut words = words(&unescaped(value))?.into_iter();
    let program = words.next().filter(|program| !program.is_empty() && !program.contains('%'))?;
    let (mut before, mut after, mut is_behind) = (Vec::new(), Vec::new(), false);
    for word in words {
        match word.as_str() {
            "%u" | "%U" | "%f" | "%F" => is_behind = true,
            // Where Flatpak lets files through: an address is none.
            "@@" | "@@u" => {}
            "%i" | "%c" | "%k" | "%d" | "%D" | "%n" | "%N" | "%v" | "%m" => {}
            word => {
                let plain = word.replace("%%", "");
                if plain.contains('%') {
                    return None;
                }
                if is_behind { &mut after } else { &mut before }.push(word.replace("%%", "%"));
            }
        }
    }
    Some(Exec { program, before, after })
}

/// Returns the program that a command is about: behind `env` and its settings, it is another one.
fn started(program: &str, arguments: &[String]) -> String {
    let is_env = Path::new(program).file_name().is_some_and(|name| name == "env");
    let behind = arguments.iter().find(|argument| !argument.contains('=') && !argument.starts_with('-'));
    behind.filter(|_| is_env).map_or_else(|| program.to_owned(), Clone::clone)
}

/// Splits a command into words. Quotation marks hold a word together; a backslash in them takes what follows as it is.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            ' ' | '\t' | '\n' => words.extend(word.take()),
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '"' => break,
                        '\\' => word.push(chars.next()?),
                        char => word.push(char),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(chars.next()?),
            char => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    Some(words)
}

/// Reads a value of the type string ("Possible value types").
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        match (char, char == '\\') {
            (char, false) => text.push(char),
            (_, true) => match chars.next() {
                Some('s') => text.push(' '),
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                Some('\\') | None => text.push('\\'),
                Some(other) => text.extend(['\\', other]),
            },
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::Platform;

    fn folders() -> Folders {
        let config = PathBuf::from("/h/.config");
        Folders { platform: Platform::Linux, home: "/h".into(), local: config.clone(), config }
    }

    fn entry(id: &str, lines: &str) -> Option<Registration> {
        let text =
            format!("[Desktop Entry]\nType=Application\nName=B\nMimeType=text/html;x-scheme-handler/https;\n{lines}\n");
        desktop_entry(id, &text, &folders())
    }

    fn shown(registration: &Registration) -> String {
        let Command::Program { program, before, after } = &registration.command else { panic!("a program") };
        let data: Vec<_> = registration.data.iter().map(|path| path.display().to_string()).collect();
        let words: Vec<_> = [program]
            .into_iter()
            .chain(before)
            .map(String::as_str)
            .chain(["@"])
            .chain(after.iter().map(String::as_str))
            .collect();
        format!("{} {} [{}]", registration.family.key(), words.join("|"), data.join(", "))
    }

    #[test]
    fn each_browsers_own_entry_is_understood() {
        for (id, lines, expected) in [
            // Packages
            (
                "google-chrome",
                "Exec=/usr/bin/google-chrome-stable %U",
                "chrome /usr/bin/google-chrome-stable|@ [/h/.config/google-chrome]",
            ),
            ("chromium", "Exec=/usr/bin/chromium %U", "chromium /usr/bin/chromium|@ [/h/.config/chromium]"),
            (
                "microsoft-edge",
                "Exec=/usr/bin/microsoft-edge-stable %U",
                "edge /usr/bin/microsoft-edge-stable|@ [/h/.config/microsoft-edge]",
            ),
            (
                "microsoft-edge-beta",
                "Exec=/usr/bin/microsoft-edge-beta %U",
                "edge /usr/bin/microsoft-edge-beta|@ [/h/.config/microsoft-edge-beta]",
            ),
            (
                "brave-browser",
                "Exec=/usr/bin/brave-browser-stable %U",
                "brave /usr/bin/brave-browser-stable|@ [/h/.config/BraveSoftware/Brave-Browser]",
            ),
            (
                "vivaldi-stable",
                "Exec=/usr/bin/vivaldi-stable %U",
                "vivaldi /usr/bin/vivaldi-stable|@ [/h/.config/vivaldi]",
            ),
            (
                "firefox-esr",
                "Exec=/usr/lib/firefox-esr/firefox-esr %u",
                "firefox /usr/lib/firefox-esr/firefox-esr|@ [/h/.mozilla/firefox, /h/.config/mozilla/firefox]",
            ),
            // Flatpak
            (
                "com.google.Chrome",
                "Exec=/usr/bin/flatpak run --branch=stable --command=/app/bin/chrome --file-forwarding com.google.Chrome @@u %U @@\nX-Flatpak=com.google.Chrome",
                "chrome /usr/bin/flatpak|run|--branch=stable|--command=/app/bin/chrome|com.google.Chrome|@ [/h/.var/app/com.google.Chrome/config/google-chrome]",
            ),
            (
                "org.mozilla.firefox",
                "Exec=/usr/bin/flatpak run --command=firefox --file-forwarding org.mozilla.firefox @@u %u @@\nX-Flatpak=org.mozilla.firefox",
                "firefox /usr/bin/flatpak|run|--command=firefox|org.mozilla.firefox|@ [/h/.var/app/org.mozilla.firefox/.mozilla/firefox, /h/.var/app/org.mozilla.firefox/config/mozilla/firefox]",
            ),
            // Snap
            (
                "firefox_firefox",
                "Exec=env BAMF_DESKTOP_FILE_HINT=/var/lib/snapd/desktop/applications/firefox_firefox.desktop /snap/bin/firefox %u",
                "firefox env|BAMF_DESKTOP_FILE_HINT=/var/lib/snapd/desktop/applications/firefox_firefox.desktop|/snap/bin/firefox|@ [/h/snap/firefox/common/.mozilla/firefox, /h/snap/firefox/common/.config/mozilla/firefox]",
            ),
            (
                "chromium_chromium",
                "Exec=env BAMF_DESKTOP_FILE_HINT=/x.desktop /snap/bin/chromium %U",
                "chromium env|BAMF_DESKTOP_FILE_HINT=/x.desktop|/snap/bin/chromium|@ [/h/snap/chromium/common/chromium, /h/snap/chromium/current/.config/chromium]",
            ),
            // Others, and entries that people make
            ("org.gnome.Epiphany", "Exec=epiphany --new-window %U", "other epiphany|--new-window|@ []"),
            (
                "firefox",
                "Exec=firefox --new-window %u",
                "firefox firefox|@ [/h/.mozilla/firefox, /h/.config/mozilla/firefox]",
            ),
            (
                "work",
                "Exec=\"/opt/my browsers/chromium\" \"--user-data-dir=/h/work \\\\$1\" --x=%% %u --y",
                "chromium /opt/my browsers/chromium|--user-data-dir=/h/work $1|--x=%|@|--y [/h/work $1]",
            ),
            ("chromium", "Exec = /h/bin/wrapper", "chromium /h/bin/wrapper|@ [/h/.config/chromium]"),
        ] {
            assert_eq!(entry(id, lines).map(|it| shown(&it)).as_deref(), Some(expected), "{id}");
        }
    }

    #[test]
    fn what_is_no_browser_for_people_is_left_out() {
        for lines in [
            "",
            "Exec=",
            "Exec=a \"b",
            "Exec=a --url=%u",
            "Exec=sh -c \"firefox '%u'\"",
            "Exec=%u",
            "Exec=w3m %u\nTerminal=true",
            "Exec=a %u\nHidden=true",
            "Exec=a %u\nNoDisplay=true",
            "[Desktop Action New]\nExec=a %u",
        ] {
            assert_eq!(entry("a", lines), None, "{lines}");
        }
        assert_eq!(entry("io.portico.Portico", "Exec=a %u"), None, "Portico is none");
        let folders = folders();
        for text in [
            "[Desktop Entry]\nType=Application\nExec=a %u\nMimeType=x-scheme-handler/http;\n",
            "[Desktop Entry]\nType=Link\nExec=a %u\nMimeType=x-scheme-handler/https;\n",
            "[Other]\nType=Application\nExec=a %u\nMimeType=x-scheme-handler/https;\n",
            "",
        ] {
            assert_eq!(desktop_entry("a", text, &folders), None, "{text}");
        }
    }

    #[test]
    fn a_browser_without_a_name_has_its_id() {
        let text = "[Desktop Entry]\nType=Application\nName= \nExec=a %u\nMimeType=x-scheme-handler/https\n";
        assert_eq!(desktop_entry("b", text, &folders()).unwrap().name, "b");
        assert_eq!(entry("a", "Exec=a").unwrap().name, "B");
    }
}
