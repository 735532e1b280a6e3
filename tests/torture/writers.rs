//! Many processes that add at once, while the tray runs.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use portico_tests::{Desktop, SOON, Sandbox, WebDriver, wait_until};
use serde_json::{Value, json};

use crate::ground::{LEFT, LOST, STUCK, TORN, id};
use crate::random::aftermath;
use crate::report::{Broken, Outcome, Row, rows, skipped};

const NOT_FOUND: &str = "not found by search in the running tray";

/// How many names the page looks for in one call of WebDriver.
const AT_ONCE: usize = 50;

/// Adds customers from many processes at once, and looks for each of them: in the list, in the file, and in the tray.
pub(crate) fn all_are_there(writers: usize, each: usize) -> Vec<Row> {
    let method = format!("{writers} processes × {each} adds");
    if let Err(why) = ensure_desktop() {
        let sandbox = Sandbox::new();
        let told_to_wait = adds(&sandbox, writers, each);
        let mut rows = in_the_list_and_the_file(&sandbox, &method, writers * each);
        rows.push(waits(&method, writers * each, told_to_wait));
        rows.extend(skipped(&format!("{method}: {NOT_FOUND}"), &why));
        return rows;
    }
    let desktop = Desktop::with_windows(Sandbox::new());
    let tray = WebDriver::start(&desktop, &["--show", "quick"]);
    tray.find("#input");
    let told_to_wait = adds(&desktop.sandbox, writers, each);
    let missing = in_the_tray(&tray, writers * each);
    let mut all = in_the_list_and_the_file(&desktop.sandbox, &method, writers * each);
    all.extend(rows(&method, &[NOT_FOUND], writers * each, &missing));
    all.push(waits(&method, writers * each, told_to_wait));
    all
}

/// Adds customers, from this many writers all at the same time. Returns how often one was told to wait and tried again.
fn adds(sandbox: &Sandbox, writers: usize, each: usize) -> usize {
    let told_to_wait = AtomicUsize::new(0);
    thread::scope(|scope| {
        for writer in 0..writers {
            let told_to_wait = &told_to_wait;
            scope.spawn(move || {
                for number in writer * each..(writer + 1) * each {
                    wait_until(&format!("{} to be added", name(number)), SOON * 3, || {
                        let add = sandbox.portico(["add", &name(number), &id(number)]);
                        if !add.stderr.contains("the registry is being changed by") {
                            return Ok(add.done());
                        }
                        told_to_wait.fetch_add(1, Ordering::Relaxed);
                        Err(add)
                    });
                }
            });
        }
    });
    told_to_wait.into_inner()
}

fn waits(method: &str, tries: usize, count: usize) -> Row {
    let promise = format!("{method}: adds that got no turn for seconds, said so, and were tried again");
    Row { promise, tries, outcome: Outcome::Counted(count) }
}

fn in_the_list_and_the_file(sandbox: &Sandbox, method: &str, count: usize) -> Vec<Row> {
    let all: BTreeSet<String> = (0..count).map(identity).collect();
    let list = sandbox.portico(["list", "--format", "tsv"]).done().stdout;
    let listed: BTreeSet<String> = list.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    let unlisted = all.difference(&listed).map(|tenant| Broken::new(LOST, format!("{tenant} is not listed")));
    let broken: Vec<_> = unlisted.chain(aftermath(sandbox, &all)).collect();
    rows(method, &[LOST, TORN, LEFT, STUCK], count, &broken)
}

/// Searches for every customer by name, and expects it in the first row.
fn in_the_tray(tray: &WebDriver, count: usize) -> Vec<Broken> {
    let began = Instant::now();
    let numbers: Vec<usize> = (0..count).collect();
    // The tray reads the file again a moment after its last change. One that never does is no reason to end the run.
    let missing = wait_until("a last look", SOON * 2, || {
        let missing: Vec<Broken> = numbers.chunks(AT_ONCE).flat_map(|numbers| not_first(tray, numbers)).collect();
        if missing.is_empty() || began.elapsed() > SOON { Ok(missing) } else { Err(missing.len()) }
    });
    eprintln!("  {} of {count} found by search in the tray", count - missing.len());
    missing
}

/// Returns those that are not in the first row when their name is searched for.
fn not_first(tray: &WebDriver, numbers: &[usize]) -> Vec<Broken> {
    let names: Vec<String> = numbers.iter().copied().map(name).collect();
    tray.script(&format!(
        "window.portico_found = null;
         const search = (query) => window.__TAURI_INTERNALS__.invoke('search', {{ query }});
         Promise.all({}.map(search)).then(
             (found) => window.portico_found = found.map(({{ rows }}) => rows.slice(0, 1)),
             (why) => window.portico_found = String(why));",
        json!(names)
    ));
    let found = wait_until("the search to answer", SOON, || {
        let found = tray.script("return window.portico_found");
        if found.is_null() { Err(found) } else { Ok(found) }
    });
    let found = found.as_array().unwrap_or_else(|| panic!("the search should answer, and said {found}"));
    assert_eq!(found.len(), numbers.len(), "an answer to each question");
    let is_there = |rows: &Value, number: usize| {
        rows[0]["identity"] == identity(number).as_str() && rows[0]["name"] == name(number).as_str()
    };
    let wrong = numbers.iter().zip(found).filter(|(number, rows)| !is_there(rows, **number));
    wrong.map(|(number, rows)| Broken::new(NOT_FOUND, format!("{}: {rows}", name(*number)))).collect()
}

fn name(number: usize) -> String {
    format!("Customer {number}")
}

fn identity(number: usize) -> String {
    format!("public/{}", id(number))
}

/// Returns what is missing for a desktop with windows that a driver can use.
fn ensure_desktop() -> Result<(), String> {
    let programs = [
        ("Xvfb", "xvfb"),
        ("WebKitWebDriver", "webkit2gtk-driver"),
        ("dbus-daemon", "dbus-daemon"),
        ("xfwm4", "xfwm4"),
        ("xprop", "x11-utils"),
    ];
    let folders = ["/usr/bin", "/bin"].map(Path::new);
    let missing = programs.iter().find(|(program, _)| !folders.iter().any(|folder| folder.join(program).is_file()));
    missing.map_or(Ok(()), |(program, package)| Err(format!("{program} is missing: apt-get install {package}")))
}
