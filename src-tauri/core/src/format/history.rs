//! The lines of the history: one JSON object for each request before its browser is started, and one for what became of it.
//!
//! ```json
//! {"v":1,"at":"2026-11-12T03:04:05.678Z","id":"…","open":"public/8f3c1d52-…","name":"Contoso","portal":"defender","via":"tray"}
//! {"v":1,"at":"2026-11-12T03:04:05.701Z","id":"…","result":"handed-over"}
//! ```

use std::{borrow::Cow, collections::HashMap};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::history::{Entry, Intent, Outcome, Via};

const VERSION: u32 = 1;

/// Returns the line for what is about to be opened. `id` ties it to the line of its outcome.
pub fn intent_line(at: Timestamp, id: &str, intent: &Intent) -> String {
    line(&Line {
        open: Some(intent.identity.to_string().into()),
        name: Some(intent.name.as_str().into()),
        portal: Some(intent.portal.as_str().into()),
        via: Some(intent.via.key().into()),
        ..Line::new(at, id)
    })
}

/// Returns the line for what became of it.
pub fn outcome_line(at: Timestamp, id: &str, outcome: Outcome) -> String {
    line(&Line { result: Some(outcome.key().into()), ..Line::new(at, id) })
}

/// Returns openings as one JSON object, as `portico history --json` prints it.
pub fn openings_json(entries: &[Entry]) -> String {
    let entry = |entry: &Entry| {
        json!({
            "at": entry.at.to_string(),
            "identity": entry.intent.identity.to_string(),
            "name": entry.intent.name,
            "portal": entry.intent.portal,
            "via": entry.intent.via.key(),
            "result": entry.outcome.map(Outcome::key),
        })
    };
    let entries: Vec<_> = entries.iter().map(entry).collect();
    format!("{:#}\n", json!({ "schema": VERSION, "entries": entries }))
}

/// Reads lines, oldest first. What is no line of ours, as after a power cut, is passed over.
pub fn parse_history(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at_id: HashMap<String, usize> = HashMap::new();
    for line in text.lines() {
        let Ok(line) = serde_json::from_str::<Line<'_>>(line) else { continue };
        if let Some(outcome) = line.outcome() {
            if let Some(at) = at_id.get(&*line.id) {
                entries[*at].outcome = Some(outcome);
            }
        } else if let Some(entry) = line.entry() {
            at_id.insert(line.id.into_owned(), entries.len());
            entries.push(entry);
        }
    }
    entries
}

/// True when each line of a text is one of ours and from before this time. One that is torn, or not ours, is of no known time.
pub fn is_before(text: &str, time: Timestamp) -> bool {
    let is_older = |line: &str| {
        let Ok(line) = serde_json::from_str::<Line<'_>>(line) else { return false };
        let at = line.at.parse::<Timestamp>();
        (line.outcome().is_some() || line.entry().is_some()) && at.is_ok_and(|at| at < time)
    };
    // From the end, where the newest stands.
    !text.is_empty() && text.lines().rev().all(is_older)
}

#[derive(Serialize, Deserialize)]
struct Line<'a> {
    v: u32,
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    open: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    portal: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    via: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    result: Option<Cow<'a, str>>,
}

impl<'a> Line<'a> {
    fn new(at: Timestamp, id: &'a str) -> Self {
        // To the millisecond: finer times say nothing about when somebody clicked.
        let at = at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
        Self { v: VERSION, at: at.into(), id: id.into(), open: None, name: None, portal: None, via: None, result: None }
    }

    fn outcome(&self) -> Option<Outcome> {
        let result = self.result.as_deref()?;
        [Outcome::HandedOver, Outcome::Failed].into_iter().find(|outcome| outcome.key() == result)
    }

    fn entry(&self) -> Option<Entry> {
        let via = self.via.as_deref()?;
        let intent = Intent {
            identity: self.open.as_deref()?.parse().ok()?,
            name: self.name.as_deref()?.to_owned(),
            portal: self.portal.as_deref()?.to_owned(),
            via: Via::ALL.into_iter().find(|known| known.key() == via)?,
        };
        Some(Entry { at: self.at.parse().ok()?, intent, outcome: None })
    }
}

fn line(line: &Line<'_>) -> String {
    serde_json::to_string(line).unwrap_or_else(|_| unreachable!("strings are always JSON")) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history;

    fn intent(last: u8, name: &str) -> Intent {
        Intent {
            identity: format!("public/8f3c1d52-6a0b-4a3e-9d57-00000000000{last}").parse().unwrap(),
            name: name.into(),
            portal: "defender".into(),
            via: Via::Tray,
        }
    }

    #[test]
    fn lines_read_back_with_what_became_of_each() {
        let at: Timestamp = "2026-11-12T03:04:05.678Z".parse().unwrap();
        let text = [
            intent_line(at, "a", &intent(1, "Contoso\n\u{202e}")),
            intent_line(at, "b", &intent(2, "Fabrikam")),
            outcome_line(at, "b", Outcome::Failed),
            "{\"v\":1,\"at\":\"2026-11-12T03:0".to_owned() + "\n",
            outcome_line(at, "nobody", Outcome::HandedOver),
            intent_line(at, "c", &intent(1, "Contoso")),
            outcome_line(at, "a", Outcome::HandedOver),
        ];
        assert!(text.iter().all(|line| line.matches('\n').count() == 1), "a line each, whatever the name");
        let entries = parse_history(&text.concat());
        let outcomes: Vec<_> = entries.iter().map(|entry| (entry.intent.name.as_str(), entry.outcome)).collect();
        assert_eq!(
            outcomes,
            [("Contoso\n\u{202e}", Some(Outcome::HandedOver)), ("Fabrikam", Some(Outcome::Failed)), ("Contoso", None)]
        );
        assert_eq!(entries[0].at, at);
        let recent = history::recent(&entries);
        assert_eq!(recent, [(intent(1, "").identity, at)], "each once, and none that failed");
    }

    #[test]
    fn a_text_is_old_when_each_of_its_lines_is() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (old, limit, new) =
            (at("2026-01-01T00:00:00Z"), at("2026-06-01T00:00:00Z"), at("2026-06-01T00:00:00.001Z"));
        let line = |at| intent_line(at, "a", &intent(1, "Contoso"));
        let both = line(old) + &outcome_line(old, "a", Outcome::HandedOver);
        for (text, is_old) in [
            (both.clone(), true),
            (both.trim_end().to_owned(), true),
            (line(old) + &line(new), false),
            (line(new) + &line(old), false),
            (line(limit), false),
            (both.clone() + "{\"v\":1,\"at\":\"20", false),
            (both.clone() + "{\"v\":1,\"at\":\"2026-01-01T00:00:00Z\",\"id\":\"x\",\"news\":1}\n", false),
            (both + "\n", false),
            (String::new(), false),
        ] {
            assert_eq!(is_before(&text, limit), is_old, "{text}");
        }
    }
}
