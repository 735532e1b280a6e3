//! Pictures of the screen, kept once nothing moves any more.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;

use portico_tests::{Desktop, SOON, wait_until};

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
        *self.before.borrow_mut() = self.look().1;
    }

    /// Waits until what was done shows, and nothing changes any more: four looks in a row are the same.
    pub(crate) fn wait_still(&self) -> PathBuf {
        let (mut last, mut same) = (String::new(), 0);
        let shot = wait_until("a new picture that stands still", SOON, || {
            let (shot, now) = self.look();
            same = if now == last && now != *self.before.borrow() { same + 1 } else { 0 };
            last = now;
            if same == 3 { Ok(shot) } else { Err("it still changes, or does not") }
        });
        *self.before.borrow_mut() = last;
        shot
    }

    /// Keeps what is there now under this name, and says so.
    pub(crate) fn keep(&self, name: &str) {
        let (shot, _) = self.look();
        let folder = shot.ancestors().nth(2).expect("pictures lie in a folder of target/").join("demo");
        fs::create_dir_all(&folder).expect("target/ can be written");
        let kept = folder.join(format!("{name}.png"));
        let mut convert = self.desktop.sandbox.command("convert");
        convert.arg(&shot).args(["-crop", &self.part, "+repage", "-strip"]).arg(&kept);
        self.desktop.sandbox.run(&mut convert, None).done();
        println!("{name:<36} {}", kept.display());
    }

    /// Takes a picture, and returns it with a sum of the pixels of its part.
    fn look(&self) -> (PathBuf, String) {
        let shot = self.desktop.screen().screenshot("demo");
        let mut convert = self.desktop.sandbox.command("convert");
        convert.arg(&shot).args(["-crop", &self.part, "-format", "%#", "info:-"]);
        let sum = self.desktop.sandbox.run(&mut convert, None).stdout;
        (shot, sum)
    }
}
