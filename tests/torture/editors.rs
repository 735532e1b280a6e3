//! Another program that edits the registry while Portico saves, in the six ways editors and sync programs write files.
//!
//! What Portico promises: what somebody else wrote, and what was in place then, is never overwritten by a file that does not hold it. A
//! file in the middle of being written, or away for a moment, is never taken for the registry. And it does not lose its own
//! changes.
//!
//! What it cannot promise: an editor that read the file before a change of Portico's and writes it afterwards takes that change
//! back, and does not know. Such changes are counted and not held against Portico. Nor is an edit in place when Portico replaced
//! the file while the editor had it open: it must then be in a backup, which is another name of the file that was open.

use std::collections::BTreeSet;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use portico_tests::{Output, Sandbox};

use crate::ground::{LEFT, STUCK, TORN, id, temporary, tenants};
use crate::moments::moment;
use crate::report::{Broken, Outcome, Row, Tier, rows};
use crate::styles::{STYLES, Style};

const METHOD: &str = "edits by others during saves, 6 styles";
pub(crate) const OVERWRITTEN: &str = "edits overwritten";
pub(crate) const ADOPTED: &str = "half-written or missing files taken for the registry";
pub(crate) const LOST_BY_PORTICO: &str = "acknowledged changes lost by Portico";
pub(crate) const UNTRUE: &str = "changes that were refused, and made all the same";

/// How long the editor waits between two edits, at most.
const LONGEST_PAUSE: Duration = Duration::from_millis(40);

/// How long the editor takes from reading to writing, at most.
const LONGEST_THOUGHT: Duration = Duration::from_millis(6);

/// Adds customers in a row, while each kind of editor makes its edits.
pub(crate) fn all_styles(tier: Tier) -> Vec<Row> {
    let edits = tier.pick(25, 250);
    let stories: Vec<Story> = thread::scope(|scope| {
        let runs: Vec<_> = STYLES.iter().map(|style| scope.spawn(move || tell(style, edits))).collect();
        runs.into_iter().map(|run| run.join().expect("its panic is on stderr")).collect()
    });
    let promises = [OVERWRITTEN, ADOPTED, LOST_BY_PORTICO, UNTRUE, TORN, LEFT, STUCK];
    let broken: Vec<_> = stories.iter().flat_map(|story| &story.broken).cloned().collect();
    let mut rows = rows(METHOD, &promises, edits * STYLES.len(), &broken);
    rows.push(Row {
        promise: format!("{METHOD}: acknowledged changes that the editor overwrote with its older copy"),
        tries: stories.iter().map(|story| story.acknowledged).sum(),
        outcome: Outcome::Counted(stories.iter().map(|story| story.taken_back).sum()),
    });
    rows
}

/// What happened between Portico and one editor.
struct Story {
    acknowledged: usize,
    /// Acknowledged changes that the editor's own older copy overwrote.
    taken_back: usize,
    broken: Vec<Broken>,
}

fn tell(style: &Style, edits: usize) -> Story {
    let sandbox = Sandbox::new();
    for number in 0..3 {
        sandbox.portico(["add", &format!("First {number}"), &id(number)]).done();
    }
    let (added, editor) = thread::scope(|scope| {
        let editor = scope.spawn(|| Editor::new(&sandbox, style).edit(edits));
        let running = (1_000_000..).take_while(|_| !editor.is_finished());
        let added: Vec<_> = running.map(|number| Add::run(&sandbox, number)).collect();
        (added, editor.join().expect("its panic is on stderr"))
    });
    let (adds, in_place, met) = (added.len(), editor.writes.len(), editor.met);
    let story = conclude(&sandbox, &added, editor);
    let Story { acknowledged, taken_back, broken } = &story;
    eprintln!(
        "  {}: {edits} edits, {in_place} in place, Portico's saves between {met} of them; {adds} adds, {acknowledged} acknowledged, \
         {taken_back} of these taken back by the editor; {} promises broken",
        style.name,
        broken.len()
    );
    assert!(met >= edits / 10, "{}: Portico and the editor should take turns", style.name);
    story
}

/// An add of Portico's, with when it began and ended.
struct Add {
    tenant: String,
    began: Instant,
    ended: Instant,
    output: Output,
}

impl Add {
    fn run(sandbox: &Sandbox, number: usize) -> Self {
        let began = Instant::now();
        let output = sandbox.portico(["add", &format!("Ours {number}"), &id(number)]);
        Self { tenant: format!("public/{}", id(number)), began, ended: Instant::now(), output }
    }
}

/// A program that reads the registry, adds an entry of its own and writes it back, again and again.
struct Editor<'a> {
    sandbox: &'a Sandbox,
    style: &'a Style,
    /// What it has found or written in place. Nobody ever removes any of it.
    expected: BTreeSet<String>,
    /// What it wrote in place last.
    last: Vec<u8>,
    writes: Vec<Write>,
    /// How often Portico had saved between two edits.
    met: usize,
    broken: Vec<Broken>,
}

/// What an editor put in place.
struct Write {
    read: Instant,
    ended: Instant,
    tenants: BTreeSet<String>,
}

impl<'a> Editor<'a> {
    fn new(sandbox: &'a Sandbox, style: &'a Style) -> Self {
        let expected = (0..3).map(|number| format!("public/{}", id(number))).collect();
        Self { sandbox, style, expected, last: Vec::new(), writes: Vec::new(), met: 0, broken: Vec::new() }
    }

    fn edit(mut self, edits: usize) -> Self {
        for number in 0..edits {
            self.edit_once(number);
            // When an edit comes is what is tested.
            thread::sleep(moment(number, LONGEST_PAUSE));
        }
        self.look();
        self
    }

    fn edit_once(&mut self, number: usize) {
        let read = Instant::now();
        let base = self.look();
        // How old the copy is that it writes is tested as well.
        thread::sleep(moment(number, LONGEST_THOUGHT));
        let tenant = format!("public/{}", id(2_000_000 + number));
        let Some(text) = with_entry(&base, &format!("Theirs {number}"), &id(2_000_000 + number)) else {
            return self.accuse(TORN, format!("nothing to edit in {:?}", String::from_utf8_lossy(&base)));
        };
        // How long the file is half-written or away is tested as well.
        let mut gap = || thread::sleep(self.style.gap.unwrap_or_default());
        let end = (self.style.write)(&self.sandbox.registry_path(), &text, &mut gap);
        if end.found.is_some_and(|found| !tenants(&found).is_superset(&self.expected)) {
            self.accuse(ADOPTED, format!("a registry was made from nothing while the file was away, before {tenant}"));
        }
        if end.in_place {
            self.expected.insert(tenant);
            self.writes.push(Write { read, ended: Instant::now(), tenants: tenants(text.as_bytes()) });
            self.last = text.into_bytes();
        } else if !is_in_a_backup(self.sandbox, &tenant) {
            self.accuse(OVERWRITTEN, format!("{tenant}, written into the file while it was replaced, is in no backup"));
        }
    }

    /// Reads the registry and looks for all that should be there.
    fn look(&mut self) -> Vec<u8> {
        let registry = fs::read(self.sandbox.registry_path()).unwrap_or_default();
        self.met += usize::from(registry != self.last);
        let present = tenants(&registry);
        let missing: Vec<String> = self.expected.difference(&present).cloned().collect();
        for tenant in missing {
            let kept = if is_in_a_backup(self.sandbox, &tenant) { "but is in a backup" } else { "and is in no backup" };
            self.accuse(OVERWRITTEN, format!("{tenant} was in the file and is not any more, {kept}"));
            self.expected.remove(&tenant);
        }
        registry
    }

    fn accuse(&mut self, promise: &'static str, evidence: String) {
        self.broken.push(Broken::new(promise, evidence).at(self.style.name));
    }
}

/// Looks at the end of the story: what Portico acknowledged is there, or the editor has overwritten it.
fn conclude(sandbox: &Sandbox, added: &[Add], editor: Editor) -> Story {
    let (name, writes, mut broken) = (editor.style.name, editor.writes, editor.broken);
    let present = tenants(&fs::read(sandbox.registry_path()).unwrap_or_default());
    let (mut acknowledged, mut taken_back) = (0, 0);
    for add in added {
        let (is_acknowledged, is_present) = (add.output.code == Some(0), present.contains(&add.tenant));
        acknowledged += usize::from(is_acknowledged);
        match (is_acknowledged, is_present) {
            (true, false) if is_taken_back(add, &writes) => taken_back += 1,
            (true, false) => broken.push(Broken::new(LOST_BY_PORTICO, add.tenant.clone()).at(name)),
            (false, true) => broken.push(Broken::new(UNTRUE, add.output.transcript()).at(name)),
            _ => {}
        }
    }
    let next = sandbox.portico(["add", "Next", &id(9)]);
    if next.code != Some(0) {
        broken.push(Broken::new(STUCK, next.transcript()).at(name));
    }
    let left = temporary(sandbox.path());
    broken.extend(left.into_iter().map(|file| Broken::new(LEFT, file.display().to_string()).at(name)));
    Story { acknowledged, taken_back, broken }
}

/// Returns whether the first write of the editor's that lacks the customer was made from a copy older than the add.
///
/// A copy that was read after the add and lacks it is no excuse: somebody else had removed the customer by then.
fn is_taken_back(add: &Add, writes: &[Write]) -> bool {
    let first = writes.iter().find(|write| write.ended > add.began && !write.tenants.contains(&add.tenant));
    first.is_some_and(|write| write.read < add.ended)
}

pub(crate) fn is_in_a_backup(sandbox: &Sandbox, tenant: &str) -> bool {
    let folder = sandbox.registry_path().with_file_name("backups");
    let backups = fs::read_dir(folder).into_iter().flatten().flatten();
    backups.into_iter().any(|backup| tenants(&fs::read(backup.path()).unwrap_or_default()).contains(tenant))
}

/// Returns the text with one more entry at the end of the list, as a person would type it.
pub(crate) fn with_entry(registry: &[u8], name: &str, tenant_id: &str) -> Option<String> {
    let text = std::str::from_utf8(registry).ok()?;
    let end = text.rfind("\n  ]")?;
    let entry = format!(",\n    {{ \"name\": \"{name}\", \"tenant_id\": \"{tenant_id}\" }}");
    Some(format!("{}{entry}{}", &text[..end], &text[end..]))
}
