//! The columns of a list with some of what stands in them, for whoever has to say what they hold.

use super::{
    Mapping, Unusable,
    columns::{self, Field},
    json,
    list::List,
    record::key,
    table, text,
};
use crate::display::shortened;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// The longest value that is shown, in characters.
const SAMPLE: usize = 60;

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name, as the list writes it. It may be hostile.
    pub name: String,
    /// What it holds by its name, if Portico knows that.
    pub field: Option<Field>,
    /// Some of its values, each once, shortened. They may be hostile.
    pub samples: Vec<String>,
}

/// Returns the columns of a list, in their order; none where it has no columns.
///
/// # Errors
///
/// It is not a text, or cannot be read as the list that it is.
pub fn columns(bytes: &[u8], mappings: &[Mapping]) -> Result<Vec<Column>, Unusable> {
    let text = text::decode(bytes)?.text;
    let is_mapped = |column: &str| mappings.iter().any(|mapping| key(&mapping.column) == column);
    let list = if json::is_json(&text) {
        json::read(&text)?
    } else {
        match table::read(&text, |column| columns::is_known(column) || is_mapped(column)) {
            Some(list) => list?,
            None => return Ok(Vec::new()),
        }
    };
    Ok(list.columns.iter().map(|name| column(&list, name)).collect())
}

fn column(list: &List, name: &str) -> Column {
    let path = json::path_key(name);
    let field = Field::ALL.into_iter().find(|field| field.columns().contains(&path.as_str()));
    let mut samples: Vec<String> = Vec::new();
    for text in list.records().filter_map(|record| record.text(&path)).filter(|text| !text.trim().is_empty()) {
        let sample = shortened(text.trim(), SAMPLE).into_owned();
        if !samples.contains(&sample) {
            samples.push(sample);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    Column { name: name.to_owned(), field, samples }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_with_what_they_hold_and_look_like() {
        let text = "Kund;Mandant;Land\nContoso;8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44;SE\nFabrikam;x;SE\n;;\n";
        let columns = columns(text.as_bytes(), &[]).unwrap();
        let told: Vec<_> = columns.iter().map(|column| (column.name.as_str(), column.field)).collect();
        assert_eq!(told, [("Kund", Some(Field::Name)), ("Mandant", None), ("Land", None)]);
        assert_eq!(
            (&columns[0].samples[..], columns[2].samples.len()),
            (&["Contoso".into(), "Fabrikam".into()][..], 1)
        );
    }

    #[test]
    fn json_has_columns_and_a_text_has_none() {
        let json = br#"[{ "customer": { "displayName": "Contoso" }, "x": 1 }]"#;
        let names: Vec<_> = columns(json, &[]).unwrap().into_iter().map(|column| column.name).collect();
        assert_eq!(names, ["customer.displayName", "x"]);
        assert_eq!(columns(b"see https://security.microsoft.com/?tid=x", &[]), Ok(Vec::new()));
    }
}
