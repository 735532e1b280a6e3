//! The six ways in which programs write a file that is already there.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{FileExt, MetadataExt, symlink};
use std::path::Path;
use std::time::Duration;

/// A way to write.
#[derive(Debug)]
pub(crate) struct Style {
    pub(crate) name: &'static str,
    /// How long the file stays half-written or away; nothing where others see the old file or the new one.
    pub(crate) gap: Option<Duration>,
    /// Writes the text to the path; calls the function in the middle of the gap.
    pub(crate) write: fn(&Path, &str, &mut dyn FnMut()) -> End,
}

/// What became of what was written.
#[derive(Debug, Default)]
pub(crate) struct End {
    /// It is what the path leads to, or was a moment ago.
    pub(crate) in_place: bool,
    /// What was there when the editor had taken its own file away.
    pub(crate) found: Option<Vec<u8>>,
}

pub(crate) const STYLES: &[Style] = &[
    Style { name: "write in place", gap: None, write: in_place },
    Style { name: "rename over", gap: None, write: rename_over },
    Style { name: "unlink and create", gap: Some(Duration::from_millis(10)), write: unlink_and_create },
    Style { name: "symlink swap", gap: None, write: symlink_swap },
    Style { name: "two writes 50 ms apart", gap: Some(Duration::from_millis(50)), write: two_writes },
    Style { name: "truncate, then write", gap: Some(Duration::from_millis(10)), write: truncate_then_write },
];

fn in_place(path: &Path, text: &str, _: &mut dyn FnMut()) -> End {
    let file = File::options().write(true).open(path).unwrap();
    file.write_all_at(text.as_bytes(), 0).unwrap();
    file.set_len(text.len() as u64).unwrap();
    through(&file, path)
}

fn rename_over(path: &Path, text: &str, _: &mut dyn FnMut()) -> End {
    let new = path.with_file_name("editor.new");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
    End { in_place: true, found: None }
}

fn unlink_and_create(path: &Path, text: &str, gap: &mut dyn FnMut()) -> End {
    fs::remove_file(path).unwrap();
    gap();
    let found = fs::read(path).ok();
    let mut file = File::create(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    End { found, ..through(&file, path) }
}

fn symlink_swap(path: &Path, text: &str, _: &mut dyn FnMut()) -> End {
    let here = fs::read_link(path).unwrap_or_default();
    let there = path.with_file_name(if here.ends_with("registry.1") { "registry.2" } else { "registry.1" });
    // Portico's backup may be another name of what is there.
    let _ = fs::remove_file(&there);
    fs::write(&there, text).unwrap();
    let link = path.with_file_name("editor.link");
    symlink(there, &link).unwrap();
    fs::rename(link, path).unwrap();
    End { in_place: true, found: None }
}

fn two_writes(path: &Path, text: &str, gap: &mut dyn FnMut()) -> End {
    write_in_two(path, text.split_at(text.len() / 2), gap)
}

fn truncate_then_write(path: &Path, text: &str, gap: &mut dyn FnMut()) -> End {
    write_in_two(path, ("", text), gap)
}

fn write_in_two(path: &Path, (first, second): (&str, &str), gap: &mut dyn FnMut()) -> End {
    let mut file = File::options().write(true).truncate(true).open(path).unwrap();
    file.write_all(first.as_bytes()).unwrap();
    gap();
    file.write_all(second.as_bytes()).unwrap();
    through(&file, path)
}

/// Returns whether the file that was written is the one the path leads to.
fn through(file: &File, path: &Path) -> End {
    let written = file.metadata().unwrap().ino();
    End { in_place: fs::metadata(path).is_ok_and(|there| there.ino() == written), found: None }
}
