//! Importing a list from the customers window: what it would do is shown, then done as it was shown.

use std::{
    collections::{HashSet, VecDeque},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use jiff::Timestamp;
use portico_core::{
    cloud::{Cloud, Identity},
    display::safe,
    import::{self, Choices, Column, Field, Import, Mapping, Plan, SIZE_LIMIT, Unusable},
    store,
};
use tauri::{AppHandle, Manager};

use crate::{
    customers::places,
    ipc::{
        self, Failure,
        lists::{ChoicesShape, ColumnShape, Imported, LastImport, Preview, RevertedShape, fields},
    },
    state::{Known, State, lock},
    texts::text,
    watch,
};

mod rows;
mod words;

pub(crate) use words::differences;

/// How many answers about a list are remembered.
const SEEN: usize = 4;

/// The list that is being looked at.
#[derive(Debug, Default)]
pub(crate) struct InHand(Mutex<Option<List>>);

/// A list with what was made of it last.
#[derive(Debug, Clone)]
struct List {
    id: u64,
    source: String,
    bytes: Arc<Vec<u8>>,
    mappings: Vec<Mapping>,
    read: Result<Arc<Import>, Unusable>,
    columns: Vec<Column>,
    /// What was shown, the last first. More than one: of two questions at once either may be answered last.
    shown: VecDeque<Seen>,
}

/// What was shown: what importing would do with these choices.
#[derive(Debug, Clone)]
struct Seen {
    id: String,
    choices: Choices,
    plan: Plan,
}

impl List {
    fn of(id: u64, source: String, bytes: Arc<Vec<u8>>, mappings: Vec<Mapping>) -> Self {
        let read = import::read(&bytes, &mappings).map(Arc::new);
        // What cannot be read has no columns to speak of.
        let columns = import::columns(&bytes, &mappings).unwrap_or_default();
        Self { id, source, bytes, mappings, read, columns, shown: VecDeque::new() }
    }
}

/// Takes a list in hand and says what importing it would do.
///
/// # Errors
///
/// It is too large.
pub(crate) fn take(state: &State, bytes: Vec<u8>, source: String) -> Result<Preview, Failure> {
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(Failure::new("TooLarge", words::unusable(&Unusable::TooLarge)));
    }
    let id = next();
    let list = List::of(id, source, Arc::new(bytes), Vec::new());
    *lock(&state.list.0) = Some(list);
    let choices =
        ChoicesShape { list: id, columns: Default::default(), cloud: None, renames: Vec::new(), left_out: Vec::new() };
    plan(state, &choices)
}

/// Says what importing the list in hand would do.
///
/// # Errors
///
/// It is another list by now, or none.
pub(crate) fn plan(state: &State, choices: &ChoicesShape) -> Result<Preview, Failure> {
    let known = state.known();
    let mut list = in_hand(state, choices)?;
    let seen = next().to_string();
    let choices = Decided::of(choices)?.choices;
    let plan = match &list.read {
        Ok(import) => import.plan(&known.registry, &known.pinning, &choices),
        Err(_) => Plan::default(),
    };
    let preview = preview(&list, &plan, &known, &seen);
    let mut held = lock(&state.list.0);
    // Another answer may have come to stand there meanwhile, and is kept too; another list has taken this one's place.
    let now = held.as_mut().filter(|now| now.id == list.id).ok_or_else(no_list)?;
    list.shown = std::mem::take(&mut now.shown);
    list.shown.push_front(Seen { id: seen, choices, plan });
    list.shown.truncate(SEEN);
    *now = list;
    Ok(preview)
}

/// Does what was shown, if it is still what importing would do.
///
/// # Errors
///
/// It was not saved.
pub(crate) fn import(app: &AppHandle, choices: &ChoicesShape, seen: &str) -> Result<Imported, Failure> {
    let state = app.state::<State>();
    let places = places(app)?;
    let known = state.known();
    let list = in_hand(&state, choices)?;
    let (Ok(import), Some(shown)) = (&list.read, list.shown.iter().find(|shown| shown.id == seen)) else {
        return Err(no_list());
    };
    let decided = Decided::of(choices)?;
    let is_overtaken = AtomicBool::new(false);
    let done = store::import(&places, Timestamp::now(), &list.source, |registry| {
        // What would be done now as it was shown; the names to take are chosen on what was shown.
        let overtaken = import.plan(registry, &known.pinning, &shown.choices) != shown.plan;
        is_overtaken.store(overtaken, Ordering::Relaxed);
        if overtaken {
            return Plan::default();
        }
        let mut now = import.plan(registry, &known.pinning, &decided.choices);
        now.leave_out(&decided.left_out);
        now
    });
    watch::look_again(app);
    let done = done.map_err(|error| Failure::not_saved(&error))?;
    if is_overtaken.into_inner() {
        return Ok(Imported::Changed { preview: Box::new(plan(&state, choices)?) });
    }
    *lock(&state.list.0) = None;
    Ok(Imported::Saved { added: done.new.len(), changed: done.changed.len() })
}

/// Returns the import that can be taken back. One that cannot be read cannot.
pub(crate) fn last(known: &Known) -> Option<LastImport> {
    let places = known.places.as_ref()?;
    let done = store::last_import(places).ok()??;
    let is_something = store::revertible(places, &done).is_ok_and(|reverted| !reverted.is_empty());
    is_something.then(|| LastImport::from(done))
}

/// Takes the last import back.
///
/// # Errors
///
/// There is none, or it was not saved.
pub(crate) fn undo(app: &AppHandle) -> Result<RevertedShape, Failure> {
    let places = places(app)?;
    let nothing = || Failure::new("NoUndo", text("list.no-undo"));
    let done = store::last_import(&places).ok().flatten().ok_or_else(nothing)?;
    let reverted = store::undo_import(&places, Timestamp::now(), &done);
    watch::look_again(app);
    let reverted = reverted.map_err(|error| Failure::not_saved(&error))?;
    Ok(RevertedShape { removed: reverted.removed.len(), changed: reverted.changed.len(), kept: reverted.kept.len() })
}

/// What a person decided, read.
struct Decided {
    choices: Choices,
    left_out: HashSet<Identity>,
}

impl Decided {
    fn of(shape: &ChoicesShape) -> Result<Self, Failure> {
        let cloud: Option<Cloud> = shape.cloud.as_deref().map(str::parse).transpose().map_err(|_| bad_choice())?;
        let identities =
            |keys: &[String]| -> Result<Vec<Identity>, Failure> { keys.iter().map(|key| ipc::parsed(key)).collect() };
        Ok(Self {
            choices: Choices { cloud, renames: identities(&shape.renames)? },
            left_out: identities(&shape.left_out)?.into_iter().collect(),
        })
    }
}

/// Returns the list that a page speaks of, read with what it says about the columns.
fn in_hand(state: &State, choices: &ChoicesShape) -> Result<List, Failure> {
    let list = lock(&state.list.0).clone().filter(|list| list.id == choices.list).ok_or_else(no_list)?;
    let mappings = choices
        .columns
        .iter()
        .map(|(column, key)| {
            let field = Field::ALL.into_iter().find(|field| field.key() == key).ok_or_else(bad_choice)?;
            Ok(Mapping { column: column.clone(), field })
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    if mappings == list.mappings {
        return Ok(list);
    }
    let List { id, source, bytes, shown, .. } = list;
    Ok(List { shown, ..List::of(id, source, bytes, mappings) })
}

fn preview(list: &List, plan: &Plan, known: &Known, seen: &str) -> Preview {
    let (kind, rows, notes) = match &list.read {
        Ok(import) => (words::kind(import.shape), import.rows(), import.notes.iter().map(words::note).collect()),
        Err(_) => (String::new(), 0, Vec::new()),
    };
    let skipped = list.read.as_ref().map(|import| import.skipped.iter().map(rows::skipped).collect());
    let column = |Column { name, field, samples }: &Column| {
        let said = list.mappings.iter().find(|mapping| mapping.column == *name).map(|mapping| mapping.field);
        let field = said.or(*field).map(Field::key);
        let samples = samples.iter().map(|sample| safe(sample).into_owned()).collect();
        ColumnShape { name: name.clone(), field, samples }
    };
    Preview {
        list: list.id,
        source: safe(&list.source).into_owned(),
        kind,
        unusable: list.read.as_ref().err().map(words::unusable),
        asks_for_columns: list.read.as_ref().is_err_and(Unusable::asks_for_columns),
        columns: list.columns.iter().map(column).collect(),
        fields: fields(),
        rows,
        added: plan.new.iter().map(rows::added).collect(),
        changed: plan.changed.iter().chain(&plan.unchanged).filter_map(|change| rows::changed(change, known)).collect(),
        unchanged: plan.unchanged.iter().filter(|change| change.rename.is_none()).count(),
        conflicts: plan.conflicts.iter().map(rows::conflict).collect(),
        skipped: skipped.unwrap_or_default(),
        merged: plan.merged,
        notes,
        seen: seen.to_owned(),
    }
}

fn next() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

fn no_list() -> Failure {
    Failure::new("NoList", text("list.gone"))
}

fn bad_choice() -> Failure {
    Failure::refused("BadChoice")
}
