//! A tray item with a small menu, for testing the harness without Portico.
//!
//! Protocol: `fake-tray LOG` registers with the tray host and appends a line to LOG once it follows what becomes of that host
//! (`there`), for each left click (`activate X Y`) and for each clicked row (its label). The row `Grow` adds a row to the menu, `Quit`
//! ends the program with 0.

#[cfg(target_os = "linux")]
fn main() {
    linux::run();
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::env;
    use std::fs::OpenOptions;
    use std::io::Write;
    use std::process::exit;
    use std::thread;

    use ksni::blocking::TrayMethods as _;
    use ksni::menu::{MenuItem, StandardItem, SubMenu};

    pub(super) fn run() {
        let log = env::args().nth(1).unwrap_or_default();
        match (FakeTray { log, grown: 0 }).spawn() {
            Ok(tray) => {
                tray.update(|tray| tray.log("there"));
                loop {
                    thread::park();
                }
            }
            Err(error) => {
                eprintln!("fake-tray: {error}");
                exit(1);
            }
        }
    }

    struct FakeTray {
        log: String,
        grown: usize,
    }

    impl FakeTray {
        fn log(&self, line: &str) {
            let file = OpenOptions::new().create(true).append(true).open(&self.log);
            if let Err(error) = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes())) {
                eprintln!("fake-tray: {}: {error}", self.log);
            }
        }
    }

    impl ksni::Tray for FakeTray {
        fn id(&self) -> String {
            "fake-tray".into()
        }

        fn title(&self) -> String {
            "Fake tray".into()
        }

        fn icon_pixmap(&self) -> Vec<ksni::Icon> {
            // A red square: alpha, red, green, blue.
            vec![ksni::Icon { width: 24, height: 24, data: [255, 200, 0, 0].repeat(24 * 24) }]
        }

        fn activate(&mut self, x: i32, y: i32) {
            self.log(&format!("activate {x} {y}"));
        }

        fn menu(&self) -> Vec<MenuItem<Self>> {
            let row = |label: &str, enabled: bool| {
                let name = label.to_owned();
                let activate = Box::new(move |tray: &mut Self| tray.log(&name));
                MenuItem::from(StandardItem { label: label.to_owned(), enabled, activate, ..Default::default() })
            };
            let submenu = SubMenu { label: "More".into(), submenu: vec![row("Inner", true)], ..Default::default() };
            let grow = Box::new(|tray: &mut Self| tray.grown += 1);
            let mut menu = vec![
                row("First", true),
                row("snake__case", true),
                row("Off", false),
                MenuItem::Separator,
                submenu.into(),
                StandardItem { label: "Grow".into(), activate: grow, ..Default::default() }.into(),
            ];
            menu.extend((0..self.grown).map(|number| row(&format!("Grown {number}"), true)));
            menu.push(
                StandardItem { label: "Quit".into(), activate: Box::new(|_| exit(0)), ..Default::default() }.into(),
            );
            menu
        }
    }
}
