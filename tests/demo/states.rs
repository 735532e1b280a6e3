//! Quick open in the states that people meet, brought up as they would: by a click on the icon, and keys.

use std::fs;

use portico_tests::{Desktop, SOON, Tray, wait_until};

use crate::pictures::Pictures;

/// A state: its name, and what is typed and pressed until it is there.
type State = (&'static str, &'static [Step]);

/// What a person does in quick open.
#[derive(Clone, Copy)]
enum Step {
    /// Types a text.
    Text(&'static str),
    /// Presses a key, when what is there has been seen: before that it would do nothing.
    Key(&'static str),
}

use Step::{Key, Text};

const STATES: [State; 7] = [
    ("favorites", &[]),
    ("search", &[Text("con")]),
    ("portals", &[Text("contoso ph"), Key("Right"), Key("Down"), Key("Down"), Key("Down")]),
    ("actions", &[Text("malm"), Key("ctrl+k"), Key("Down"), Key("Down")]),
    ("link", &[Text("https://security.microsoft.com/incidents/4127"), Key("Return"), Text("nor")]),
    ("question", &[Text("bell"), Key("Return")]),
    ("none", &[Text("tailspin")]),
];

/// The customer whose tenant ID another program changes: `(tenant ID, the other one)`.
const CHANGED: (&str, &str) = ("1d7a8b3c-0e4f-4c2d-8a91-6b5f2e7d3c10", "1d7a8b3c-0e4f-4c2d-8a19-6b5f2e7d3c10");

/// Takes a picture of each state; `look` ends the names of the pictures.
pub(crate) fn show(desktop: &Desktop, pictures: &Pictures, look: &str) {
    let tray = Tray::start(desktop, &[]);
    let icon = desktop.screen().wait_tray_icons().center();
    for (name, steps) in STATES {
        picture(desktop, pictures, icon, &format!("{name}-{look}"), steps);
    }
    let registry = desktop.sandbox.registry_path();
    let before = fs::read_to_string(&registry).expect("the registry was written before");
    desktop.sandbox.write_registry(&before.replace(CHANGED.0, CHANGED.1));
    let steps = [Text("contoso r"), Key("Return")];
    picture(desktop, pictures, icon, &format!("comparison-{look}"), &steps);
    desktop.sandbox.write_registry(&before);
    crate::end(tray);
}

fn picture(desktop: &Desktop, pictures: &Pictures, icon: (i32, i32), name: &str, steps: &[Step]) {
    let screen = desktop.screen();
    pictures.before();
    screen.click(icon, 1);
    screen.wait_window("portico");
    pictures.wait_still();
    for step in steps {
        match step {
            Text(text) => screen.type_text(text),
            Key(key) => screen.keys(&[key]),
        }
        pictures.wait_still();
    }
    pictures.keep(&format!("quick-{name}"));
    // One Escape leaves each thing that is open, the last the window.
    wait_until("quick open to hide", SOON, || {
        screen.keys(&["Escape"]);
        let windows = screen.windows("portico");
        if windows.is_empty() { Ok(()) } else { Err(windows) }
    });
}
