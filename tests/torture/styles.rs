//! The six ways in which programs write a file that is already there.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{FileExt, MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// A way to write.
#[derive(Debug)]
pub(crate) struct Style {
    pub(crate) name: &'static str,
    pub(crate) write: fn(&Path, &str) -> End,
}

/// What became of what was written.
#[derive(Debug, Default)]
pub(crate) struct End {
    /// It is what the path leads to, or was a moment ago.
    pub(crate) in_place: bool,
    /// There was another file when the editor had taken its own away.
    pub(crate) found_another: bool,
}

pub(crate) const STYLES: &[Style] = &[
    Style { name: "write in place", write: in_place },
    Style { name: "rename over", write: rename_over },
    Style { name: "unlink and create", write: unlink_and_create },
    Style { name: "symlink swap", write: symlink_swap },
    Style { name: "two writes 50 ms apart", write: two_writes },
    Style { name: "truncate, then write", write: truncate_then_write },
];

/// How long a file stays half-written or away; this is what is tested.
const GAP: Duration = Duration::from_millis(50);
const SHORT_GAP: Duration = Duration::from_millis(10);

fn in_place(path: &Path, text: &str) -> End {
    let file = File::options().write(true).open(path).unwrap();
    file.write_all_at(text.as_bytes(), 0).unwrap();
    file.set_len(text.len() as u64).unwrap();
    through(&file, path)
}

fn rename_over(path: &Path, text: &str) -> End {
    let new = beside(path, "editor.new");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
    End { in_place: true, ..End::default() }
}

fn unlink_and_create(path: &Path, text: &str) -> End {
    fs::remove_file(path).unwrap();
    thread::sleep(SHORT_GAP);
    let found_another = path.exists();
    let mut file = File::create(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    End { found_another, ..through(&file, path) }
}

fn symlink_swap(path: &Path, text: &str) -> End {
    let here = fs::read_link(path).unwrap_or_default();
    let there = beside(path, if here.ends_with("registry.1") { "registry.2" } else { "registry.1" });
    // What is written must not be a file that something of Portico's has another name for.
    let _ = fs::remove_file(&there);
    fs::write(&there, text).unwrap();
    let link = beside(path, "editor.link");
    symlink(there, &link).unwrap();
    fs::rename(link, path).unwrap();
    End { in_place: true, ..End::default() }
}

fn two_writes(path: &Path, text: &str) -> End {
    write_after(path, text, text.len() / 2, GAP)
}

fn truncate_then_write(path: &Path, text: &str) -> End {
    write_after(path, text, 0, SHORT_GAP)
}

/// Truncates the file, writes its first bytes, waits and writes the rest.
fn write_after(path: &Path, text: &str, first: usize, gap: Duration) -> End {
    let mut file = File::options().write(true).truncate(true).open(path).unwrap();
    file.write_all(&text.as_bytes()[..first]).unwrap();
    thread::sleep(gap);
    file.write_all(&text.as_bytes()[first..]).unwrap();
    through(&file, path)
}

/// Returns whether the file that was written is the one the path leads to.
fn through(file: &File, path: &Path) -> End {
    let written = file.metadata().unwrap().ino();
    End { in_place: fs::metadata(path).is_ok_and(|there| there.ino() == written), found_another: false }
}

fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(name)
}
