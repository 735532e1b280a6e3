//! The history on disk: lines that are only ever appended, in files of bounded size.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use jiff::Timestamp;

use super::atomic;
use crate::{
    cloud::Identity,
    format,
    history::{Entry, Intent, Outcome, recent},
    places::Places,
    settings::Settings,
};

/// A file of this size, in bytes, is put aside and a new one begun.
const FULL: u64 = 1024 * 1024;

/// How many full files are kept: some 20,000 requests in all.
const KEPT: usize = 4;

/// Writes down what is about to be opened. It is on disk when this returns.
///
/// # Errors
///
/// It could not be written down. That is no reason not to open it.
pub fn record(places: &Places, now: Timestamp, intent: &Intent) -> io::Result<Recorded> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let id = format!("{:x}-{:x}-{count:x}", now.as_millisecond(), std::process::id());
    atomic::create_private_folder(&places.state)?;
    let mut file = open(places)?;
    append(&mut file, &format::intent_line(now, &id, intent))?;
    file.sync_data()?;
    Ok(Recorded { places: places.clone(), id })
}

/// A request that was written down, and whose outcome is not known yet.
#[derive(Debug, Clone)]
pub struct Recorded {
    places: Places,
    id: String,
}

impl Recorded {
    /// Writes down what became of it.
    ///
    /// # Errors
    ///
    /// It could not be written down.
    pub fn finish(self, now: Timestamp, outcome: Outcome) -> io::Result<()> {
        append(&mut open(&self.places)?, &format::outcome_line(now, &self.id, outcome))
    }
}

/// Reads the history, oldest first, without what is from before `since`. No file yet is no history.
///
/// # Errors
///
/// A file that is there cannot be read.
pub fn history(places: &Places, since: Option<Timestamp>) -> io::Result<Vec<Entry>> {
    let mut text = String::new();
    for at in (0..=KEPT).rev() {
        match fs::read(file(places, at)) {
            Ok(bytes) => text += &String::from_utf8_lossy(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    let mut entries = format::parse_history(&text);
    entries.retain(|entry| since.is_none_or(|since| entry.at >= since));
    Ok(entries)
}

/// Returns the tenants that were opened last and when, newest first, as far as the settings have it remembered.
///
/// # Errors
///
/// A file that is there cannot be read.
pub fn opened_last(places: &Places, settings: &Settings, now: Timestamp) -> io::Result<Vec<(Identity, Timestamp)>> {
    Ok(recent(&history(places, settings.history_since(now))?))
}

/// Removes the files that were put aside and hold nothing but what is from before `since`.
///
/// # Errors
///
/// One cannot be read or not be removed.
pub fn forget_history(places: &Places, since: Timestamp) -> io::Result<()> {
    let aside = |ago: usize| file(places, ago);
    if !(1..=KEPT).any(|ago| aside(ago).exists()) {
        return Ok(());
    }
    // Under the lock of the file that is written now: nobody puts one aside, and so another in the place of one, meanwhile.
    let now = open(places)?;
    now.lock()?;
    for path in (1..=KEPT).rev().map(aside) {
        match fs::read(&path) {
            Ok(bytes) if format::is_before(&String::from_utf8_lossy(&bytes), since) => fs::remove_file(&path)?,
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Returns the history file that is written now, or the one that was put aside so many files ago.
fn file(places: &Places, ago: usize) -> PathBuf {
    match ago {
        0 => places.history(),
        ago => places.state.join(format!("history.{ago}.jsonl")),
    }
}

/// Opens the file to append to. A full one is put aside first.
fn open(places: &Places) -> io::Result<File> {
    let path = places.history();
    if path.symlink_metadata().is_ok_and(|file| !file.is_file()) {
        return Err(io::Error::other("the history is not a regular file"));
    }
    let open = || {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path)
    };
    let file = open()?;
    if file.metadata()?.len() < FULL {
        return Ok(file);
    }
    // Under the full file's own lock, and looked at again: whoever comes second finds it put aside.
    file.lock()?;
    if fs::metadata(&path)?.len() >= FULL {
        for ago in (0..KEPT).rev() {
            match fs::rename(self::file(places, ago), self::file(places, ago + 1)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    open()
}

/// Appends a line in one write, so that lines of several processes do not mix.
fn append(file: &mut File, line: &str) -> io::Result<()> {
    // Wine, unlike Windows, lets two writes of one process land in one place.
    static APPENDING: Mutex<()> = Mutex::new(());
    let _alone = APPENDING.lock().unwrap_or_else(PoisonError::into_inner);
    let text = if is_torn(file)? { format!("\n{line}") } else { line.to_owned() };
    file.write_all(text.as_bytes())
}

/// True when the last line has no end, as after a power cut: the next one must not become part of it.
fn is_torn(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        history::Via,
        store::tests::{Home, home, now},
    };

    fn intent(name: &str) -> Intent {
        let identity = "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap();
        Intent { identity, name: name.into(), portal: "defender".into(), via: Via::Terminal }
    }

    fn names(home: &Home) -> Vec<(String, Option<Outcome>)> {
        let entries = history(&home.places, None).unwrap().into_iter();
        entries.map(|entry| (entry.intent.name, entry.outcome)).collect()
    }

    #[test]
    fn what_is_about_to_be_opened_is_there_before_what_became_of_it() {
        let home = home();
        assert_eq!(names(&home), []);
        let recorded = record(&home.places, now(), &intent("Contoso")).unwrap();
        assert_eq!(names(&home), [("Contoso".into(), None)]);
        recorded.finish(now(), Outcome::HandedOver).unwrap();
        assert_eq!(names(&home), [("Contoso".into(), Some(Outcome::HandedOver))]);
    }

    #[test]
    fn a_torn_line_takes_no_other_along() {
        let home = home();
        fs::create_dir_all(&home.places.state).unwrap();
        fs::write(home.places.history(), "{\"v\":1,\"at\":\"20").unwrap();
        record(&home.places, now(), &intent("Contoso")).unwrap();
        assert_eq!(names(&home), [("Contoso".into(), None)]);
    }

    #[test]
    fn a_full_file_is_put_aside_and_the_oldest_goes() {
        let home = home();
        let filler = format!("{}\n", "x".repeat(1023)).repeat(1024);
        for at in 0..=KEPT + 1 {
            record(&home.places, now(), &intent(&format!("Customer {at}"))).unwrap();
            let mut file = OpenOptions::new().append(true).open(home.places.history()).unwrap();
            file.write_all(filler.as_bytes()).unwrap();
        }
        record(&home.places, now(), &intent("Last")).unwrap();
        let kept: Vec<_> = names(&home).into_iter().map(|(name, _)| name).collect();
        assert_eq!(kept, ["Customer 2", "Customer 3", "Customer 4", "Customer 5", "Last"]);
    }

    #[test]
    fn what_is_too_old_is_not_read_and_goes_with_its_file() {
        let home = home();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (old, new) = (at("2026-01-01T00:00:00Z"), at("2026-06-02T00:00:00Z"));
        let line = |at| format::intent_line(at, "a", &intent("Contoso"));
        record(&home.places, new, &intent("Now")).unwrap();
        for (ago, text) in [(1, line(new)), (2, line(old) + &line(new)), (3, line(old) + "torn"), (4, line(old))] {
            fs::write(file(&home.places, ago), text).unwrap();
        }
        let since = at("2026-06-01T00:00:00Z");
        let read = history(&home.places, Some(since)).unwrap();
        assert_eq!(read.iter().map(|entry| entry.at).collect::<Vec<_>>(), [new; 3]);
        forget_history(&home.places, since).unwrap();
        let left: Vec<_> = (0..=KEPT).filter(|ago| file(&home.places, *ago).exists()).collect();
        assert_eq!(left, [0, 1, 2, 3], "only the file in which all is old");
    }

    #[test]
    fn lines_of_many_writers_stay_whole() {
        let home = home();
        std::thread::scope(|scope| {
            for writer in 0..8 {
                let places = &home.places;
                scope.spawn(move || {
                    for at in 0..50 {
                        let recorded = record(places, now(), &intent(&format!("{writer}-{at}"))).unwrap();
                        recorded.finish(now(), Outcome::HandedOver).unwrap();
                    }
                });
            }
        });
        let all = names(&home);
        assert_eq!(all.len(), 400);
        assert!(all.iter().all(|(_, outcome)| *outcome == Some(Outcome::HandedOver)));
    }

    #[test]
    #[cfg(unix)]
    fn the_history_is_private_and_a_file() {
        use std::os::unix::fs::PermissionsExt;

        let home = home();
        record(&home.places, now(), &intent("Contoso")).unwrap();
        assert_eq!(fs::metadata(home.places.history()).unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_file(home.places.history()).unwrap();
        std::os::unix::fs::symlink("/dev/full", home.places.history()).unwrap();
        assert!(record(&home.places, now(), &intent("Contoso")).is_err());
    }
}
