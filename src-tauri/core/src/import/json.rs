//! JSON as Graph, the Azure CLI, CIPP and PowerShell print it: a list, a list in an object, several pages one after another,
//! or one object alone.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess},
};
use serde_json::value::RawValue;

use super::{
    CELL_LIMIT, COLUMN_LIMIT, Note, Place, Reason, Unusable,
    list::{List, Row},
    record::{Cell, Record, key},
};
use crate::{
    display::shortened,
    format::{Members, Seen},
};

/// The members of an object that hold the list: of Graph and REST, of `azureProfile.json`, of CIPP.
const LISTS: [&str; 3] = ["value", "subscriptions", "Results"];

/// Returns true when a text is JSON rather than anything else: `{GUID}` and `[name](link)` are not.
pub(super) fn is_json(text: &str) -> bool {
    let mut chars = text.trim_start().chars();
    match chars.next() {
        Some('{') => chars.find(|char| !char.is_whitespace()).is_none_or(|char| matches!(char, '"' | '}')),
        Some('[') => chars.find(|char| !char.is_whitespace()).is_none_or(|char| matches!(char, '{' | '[' | ']' | '"')),
        _ => false,
    }
}

/// Reads all pages of a text.
///
/// # Errors
///
/// The text is cut or otherwise no JSON, or holds no list of objects.
pub(super) fn read(text: &str) -> Result<List, Unusable> {
    let mut list = List::default();
    let mut places = Places { text, at: 0, line: 1 };
    let mut more = false;
    for page in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
        more = read_page(page?, &mut list, &mut places)?;
    }
    if more {
        list.notes.push(Note::OnePage);
    }
    Ok(list)
}

/// Adds the rows of a page. Returns true when it says that another one follows.
fn read_page<'a>(page: &'a RawValue, list: &mut List, places: &mut Places<'a>) -> Result<bool, Unusable> {
    if page.get().starts_with('[') {
        let rows: Vec<&RawValue> = serde_json::from_str(page.get())?;
        let mut more = false;
        for row in rows {
            // A list of pages, as `az rest` and scripts collect them.
            match rows_of(row) {
                Some(_) => more = read_page(row, list, places)?,
                None => push(row, list, places)?,
            }
        }
        return Ok(more);
    }
    if !page.get().starts_with('{') {
        return Err(Unusable::NoObjects);
    }
    let Some(rows) = rows_of(page) else {
        push(page, list, places)?;
        return Ok(false);
    };
    let Members(members) = serde_json::from_str(page.get())?;
    for row in rows {
        push(row, list, places)?;
    }
    let text_of = |name: &str| {
        let (_, value) = members.iter().find(|(key, _)| key == name)?;
        serde_json::from_str::<String>(value.get()).ok()
    };
    list.context += &text_of("@odata.context").unwrap_or_default();
    Ok(["@odata.nextLink", "nextLink"].into_iter().any(|name| text_of(name).is_some()))
}

/// Returns the rows of a page: the list in an object; nothing where the object is none.
fn rows_of(page: &RawValue) -> Option<Vec<&RawValue>> {
    let Members(members) = serde_json::from_str(page.get()).ok()?;
    let (_, value) = members.into_iter().find(|(key, _)| LISTS.contains(&key.as_str()))?;
    serde_json::from_str(value.get()).ok()
}

fn push<'a>(row: &'a RawValue, list: &mut List, places: &mut Places<'a>) -> Result<(), Unusable> {
    let place = places.of(row, list.rows.len() + 1);
    let node: Node = serde_json::from_str(row.get()).map_err(|error| Unusable::from_row(place, &error))?;
    let Node::Object(members) = node else { return Err(Unusable::NoObjects) };
    let mut record = Record::default();
    let result = flatten(members, "", &mut record, &mut list.columns);
    list.push(Row { place, record: result.map(|()| record) })
}

/// Puts the members of an object into a record, those of inner objects under `outer.inner`.
fn flatten(
    members: Vec<(String, Node)>,
    outer: &str,
    record: &mut Record,
    columns: &mut Vec<String>,
) -> Result<(), Reason> {
    for (name, node) in members {
        let path = if outer.is_empty() { name } else { format!("{outer}.{name}") };
        let cell = match node {
            Node::Object(members) => {
                flatten(members, &path, record, columns)?;
                continue;
            }
            Node::Nothing => None,
            Node::Text(text) if text.len() > CELL_LIMIT => return Err(Reason::LongCell),
            Node::Text(text) => Some(Cell::Text(text)),
            Node::List(nodes) => Some(Cell::List(nodes.into_iter().filter_map(Node::into_text).collect())),
        };
        let key = path_key(&path);
        if record.has(&key) {
            // `tenantId` and `TenantID`: which one counts, nobody knows.
            return Err(Reason::FieldTwice(path));
        }
        match cell {
            Some(_) if record.len() == COLUMN_LIMIT => return Err(Reason::ManyFields),
            Some(cell) => record.push(key, cell),
            None => {}
        }
        if !columns.contains(&path) && columns.len() < COLUMN_LIMIT {
            columns.push(path);
        }
    }
    Ok(())
}

/// Returns the key of a path, in which the dots stay.
pub(super) fn path_key(path: &str) -> String {
    path.split('.').map(key).collect::<Vec<_>>().join(".")
}

/// Any JSON value in which no object has a member twice: one of the two would silently be dropped.
#[derive(Debug)]
enum Node {
    Nothing,
    /// A string, a number or a truth value.
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Returns what names an item of a list: itself, or the name of what it is.
    fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Object(members) => {
                let is_name =
                    |name: &str| matches!(key(name).as_str(), "name" | "displayname" | "groupname" | "tenantid");
                members.into_iter().find(|(name, _)| is_name(name)).and_then(|(_, node)| node.into_text())
            }
            Self::Nothing | Self::List(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Nothing)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
                Ok(Node::Text(value.to_string()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
                Ok(Node::Text(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
                Ok(Node::Text(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
                Ok(Node::Text(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Node, E> {
                Ok(Node::Text(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
                let mut nodes = Vec::new();
                while let Some(node) = items.next_element()? {
                    nodes.push(node);
                }
                Ok(Node::List(nodes))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut members: Vec<(String, Node)> = Vec::new();
                let mut seen = Seen::default();
                while let Some((name, node)) = map.next_entry::<String, Node>()? {
                    if !seen.insert(name.clone()) {
                        return Err(de::Error::custom(format!("duplicate field `{name}`")));
                    }
                    members.push((name, node));
                }
                Ok(Node::Object(members))
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

/// Finds the lines of rows, which come in their order.
struct Places<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Places<'_> {
    fn of(&mut self, row: &RawValue, number: usize) -> Place {
        let from = (row.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        self.line +=
            self.text.as_bytes().get(self.at..from).into_iter().flatten().filter(|byte| **byte == b'\n').count();
        self.at = from.max(self.at);
        Place { line: self.line, row: Some(number) }
    }
}

impl Unusable {
    fn from_row(place: Place, error: &serde_json::Error) -> Self {
        let Self::Json { why, line } = Self::from_json(error) else { unreachable!("from_json makes no other") };
        Self::Json { why, line: place.line + line.saturating_sub(1) }
    }

    fn from_json(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        if error.is_eof() {
            return Self::Json { why: "it is cut off".to_owned(), line: error.line() };
        }
        Self::Json { why: shortened(text.strip_suffix(&place).unwrap_or(&text), 200).into_owned(), line: error.line() }
    }
}

impl From<serde_json::Error> for Unusable {
    fn from(error: serde_json::Error) -> Self {
        Self::from_json(&error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(usize, String)> {
        let rows = read(text).unwrap().rows.into_iter();
        rows.map(|row| (row.place.line, row.record.unwrap().text("name").unwrap().to_owned())).collect()
    }

    #[test]
    fn rows_are_found_however_they_are_wrapped() {
        let one_two = [(1, "A".to_owned()), (2, "B".to_owned())];
        for text in [
            "[{\"name\":\"A\"},\n{\"name\":\"B\"}]",
            "{\"value\":[{\"Name\":\"A\"},\n{\"name\":\"B\"}]}",
            "{\"value\":[{\"name\":\"A\"}]}\n{\"value\":[{\"name\":\"B\"}]}",
            "[{\"value\":[{\"name\":\"A\"}]},\n{\"value\":[{\"name\":\"B\"}]}]",
            "{\"installationId\":1,\"subscriptions\":[{\"name\":\"A\"},\n{\"name\":\"B\"}]}",
            "{\"name\":\"A\"}\n{\"name\":\"B\"}",
        ] {
            assert_eq!(names(text), one_two, "{text}");
        }
    }

    #[test]
    fn a_page_that_has_a_next_one_is_not_the_list() {
        let page = |name: &str, next: &str| format!("{{\"value\":[{{\"name\":\"{name}\"}}]{next}}}");
        let next = ",\"@odata.nextLink\":\"https://graph.microsoft.com/v1.0/x\"";
        for (text, notes) in [
            (page("A", next), &[Note::OnePage][..]),
            (page("A", next) + &page("B", ""), &[]),
            (format!("[{},{}]", page("A", next), page("B", next)), &[Note::OnePage]),
        ] {
            assert_eq!(read(&text).unwrap().notes, notes, "{text}");
        }
    }

    #[test]
    fn inner_objects_and_lists_become_cells() {
        let list = read(
            r##"[{"@odata.type":"#x","customer":{"tenantId":"1"},"domains":["a","b"],"n":7,"none":null,
            "tenantGroups":[{"groupId":3,"groupName":"Gold"}]}]"##,
        );
        let list = list.unwrap();
        let record = list.rows[0].record.as_ref().unwrap();
        assert_eq!(record.text("customer.tenantid"), Some("1"));
        assert_eq!((record.text("odata.type"), record.text("n"), record.text("none")), (Some("#x"), Some("7"), None));
        assert_eq!(record.list("domains", &[]), ["a", "b"]);
        assert_eq!(record.list("tenantgroups", &[]), ["Gold"]);
    }

    #[test]
    fn what_is_cut_deep_or_said_twice_is_refused_with_its_line() {
        let deep = format!("[{}1{}]", "{\"a\":".repeat(60_000), "}".repeat(60_000));
        for (text, why) in [
            ("[{\"name\":\n\"A\"", "its JSON cannot be read: it is cut off (line 2)"),
            ("[{\"a\":1,\n\"a\":2}]", "its JSON cannot be read: duplicate field `a` (line 2)"),
            (&deep, "its JSON cannot be read: recursion limit exceeded (line 1)"),
            ("[1, 2]", "its list holds no objects"),
            ("7", "its list holds no objects"),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), why);
        }
    }

    #[test]
    fn only_what_begins_like_json_is_read_as_json() {
        for (text, json) in [
            (" {\"a\"", true),
            ("[\n{", true),
            ("[]", true),
            ("{", true),
            ("{8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44} Contoso", false),
            ("[Contoso](https://security.microsoft.com)", false),
            ("Name,Tenant ID", false),
        ] {
            assert_eq!(is_json(text), json, "{text}");
        }
    }
}
