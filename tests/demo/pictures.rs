//! Pictures of the screen, kept once nothing moves any more.

use std::cell::RefCell;
use std::fs;
use std::process::Command;

use portico_tests::{Desktop, SOON, shots, wait_until};

/// Takes pictures of one desktop, and keeps them in `target/demo`.
pub(crate) struct Pictures<'a> {
    desktop: &'a Desktop,
    /// The part of the screen that is kept.
    part: String,
    /// What the part looked like before something was done.
    before: RefCell<String>,
}

impl<'a> Pictures<'a> {
    /// Pictures of this part of the screen, as ImageMagick names it.
    pub(crate) fn of(desktop: &'a Desktop, part: &str) -> Self {
        Self { desktop, part: part.to_owned(), before: RefCell::default() }
    }

    /// Remembers what is there now: what comes next is something else.
    pub(crate) fn before(&self) {
        *self.before.borrow_mut() = self.look();
    }

    /// Waits until what was done shows, and nothing changes any more: four looks in a row are the same.
    pub(crate) fn wait_still(&self) {
        let (mut last, mut same) = (String::new(), 0);
        wait_until("a new picture that stands still", SOON, || {
            let now = self.look();
            same = if now == last && now != *self.before.borrow() { same + 1 } else { 0 };
            last = now;
            if same == 3 { Ok(()) } else { Err("it still changes, or does not") }
        });
        *self.before.borrow_mut() = last;
    }

    /// Keeps what is there now under this name, and says so.
    pub(crate) fn keep(&self, name: &str) {
        let folder = shots().parent().expect("it lies in target/").join("demo");
        fs::create_dir_all(&folder).expect("target/ can be written");
        let kept = folder.join(format!("{name}.png"));
        let mut import = self.import();
        import.args(["+repage", "-strip"]).arg(&kept);
        self.desktop.sandbox.run(&mut import, None).done();
        println!("{name:<36} {}", kept.display());
    }

    /// Returns a sum of the pixels that are there now. Without a file: to write one takes longer than all else.
    fn look(&self) -> String {
        let mut import = self.import();
        import.args(["-format", "%#", "info:-"]);
        self.desktop.sandbox.run(&mut import, None).done().stdout
    }

    fn import(&self) -> Command {
        let mut import = self.desktop.sandbox.command("import");
        import.args(["-window", "root", "-crop", &self.part]);
        import
    }
}
