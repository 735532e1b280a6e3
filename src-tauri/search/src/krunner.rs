//! KDE's KRunner, and its menu (`org.kde.krunner1`).
//!
//! The interface is that of KRunner's `src/data/org.kde.krunner1.xml`. Its C++ side reads the relevance as an int32.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use portico_core::search::Tier;
use zbus::{interface, zvariant::Value};

use crate::{
    desk::Desk,
    row::{self, Row},
    start::Starter,
};

/// Where the interface is.
pub(crate) const PATH: &str = "/runner";

/// The most rows of one answer. KRunner shows about as many of one runner.
const ROWS: usize = 8;

/// The longest token that is passed on, in bytes.
const LONGEST_TOKEN: usize = 256;

/// What KRunner talks to.
#[derive(Debug)]
pub(crate) struct Runner {
    desk: Arc<Desk>,
    starter: Arc<Starter>,
    /// What lets the next window come to the front. KRunner sends it right before what it is for.
    token: Mutex<Option<String>>,
}

/// Id, text, icon, relevance of the kind of match, relevance among its kind, properties.
type Match = (String, String, &'static str, i32, f64, HashMap<&'static str, Value<'static>>);

impl Runner {
    pub(crate) fn new(desk: Arc<Desk>, starter: Arc<Starter>) -> Self {
        Self { desk, starter, token: Mutex::default() }
    }

    fn take_token(&self) -> Option<String> {
        self.token.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

// Not spawned: as in `gnome`.
#[interface(name = "org.kde.krunner1", spawn = false)]
impl Runner {
    #[zbus(out_args("matches"))]
    fn r#match(&self, query: &str) -> Vec<Match> {
        let rows = self.desk.answer(|customers| customers.find(query.split_whitespace(), ROWS));
        rows.into_iter().enumerate().map(|(place, row)| shown(place, row)).collect()
    }

    /// There is one thing to do with a customer here: open it.
    #[zbus(out_args("matches"))]
    fn actions(&self) -> Vec<(String, String, String)> {
        self.desk.touch();
        Vec::new()
    }

    fn run(&self, match_id: &str, action_id: &str) {
        self.desk.touch();
        let token = self.take_token();
        // There are no actions, so whoever asks for one means something else.
        if let (Some(shown), true) = (row::read(match_id), action_id.is_empty()) {
            self.starter.open(&shown, token.as_deref());
        }
    }

    fn teardown(&self) {
        self.desk.touch();
    }

    #[zbus(out_args("config"))]
    fn config(&self) -> HashMap<&'static str, Value<'static>> {
        self.desk.touch();
        HashMap::from([("MinLetterCount", 2_i32.into())])
    }

    fn set_activation_token(&self, token: &str) {
        self.desk.touch();
        let is_token = !token.is_empty() && token.len() <= LONGEST_TOKEN && !token.chars().any(char::is_control);
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = is_token.then(|| token.to_owned());
    }
}

fn shown(place: usize, Row { id, title, detail, tier }: Row) -> Match {
    // 100 is an exact match, 70 and 30 are the steps below it, in KDE 5 and 6 alike.
    let kind = match tier {
        Tier::ExactName | Tier::Exact => 100,
        Tier::Prefix | Tier::WordPrefix | Tier::Initials => 70,
        Tier::Substring | Tier::Group | Tier::Fuzzy | Tier::Typo => 30,
    };
    let subtext = HashMap::from([("subtext", plain(&detail).into())]);
    // KRunner sorts anew; so the order goes along as numbers.
    let relevance = 1.0 - f64::from(u8::try_from(place).unwrap_or(u8::MAX)) / 256.0;
    (id, plain(&title), "io.portico.Portico", kind, relevance, subtext)
}

/// Returns the text so that it is the same as markup: some versions of KRunner's rows take tags for markup, others do not.
fn plain(text: &str) -> String {
    text.replace('<', "\\u{3c}")
}
