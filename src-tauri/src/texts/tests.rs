use std::{collections::BTreeSet, fs, path::Path};

use fluent_syntax::{ast::Entry, parser};

use super::*;

/// Returns the source files of the tray, but for the tests of the texts themselves.
fn sources() -> Vec<String> {
    fn below(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, found);
            } else if !path.ends_with("texts/tests.rs") {
                found.push(fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// Texts of more than two words that are the same in all languages: no sentence is in them.
const SAME: [&str; 5] =
    ["list.becomes", "quick.add-example", "quick.key-with-control-shift", "quick.portals-count", "tray.opened"];

fn forms(template: &Template) -> Vec<&String> {
    match template {
        Template::Plain(text) => vec![text],
        Template::Counted(forms) => forms.values().collect(),
    }
}

fn placeholders(template: &Template) -> BTreeSet<&str> {
    forms(template)
        .into_iter()
        .flat_map(|text| text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)))
        .collect()
}

#[test]
fn values_are_filled_once() {
    let filled = with("tray.opened", &[("name", "{ $portal }"), ("portal", "Defender"), ("time", "03:00")]);
    assert_eq!(filled, "{ $portal } · Defender · 03:00");
}

#[test]
fn one_customer_is_not_many() {
    assert_ne!(counted("trouble.safe-shown", 1, &[]), counted("trouble.safe-shown", 2, &[]).replace('2', "1"));
    assert!(counted("trouble.safe-shown", 1_234, &[]).contains("1234"));
}

#[test]
fn every_file_is_without_errors_and_has_only_what_pages_can_fill() {
    for language in Language::ALL {
        let parsed = parser::parse(language.file()).map_err(|(_, errors)| errors);
        let resource = parsed.unwrap_or_else(|errors| panic!("{}: {errors:?}", language.key()));
        let mut keys = BTreeSet::new();
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    assert!(message.value.is_none(), "{}: a text is an attribute", message.id.name);
                    for attribute in message.attributes {
                        let key = format!("{}.{}", message.id.name, attribute.id.name);
                        assert!(keys.insert(key.clone()), "{}: twice: {key}", language.key());
                    }
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                other => panic!("{}: {other:?}", language.key()),
            }
        }
        for (key, template) in Texts::of(language).templates {
            for form in forms(&template) {
                assert!(!form.trim().is_empty(), "{}: {key} says nothing", language.key());
            }
        }
    }
}

#[test]
fn every_language_says_everything_with_the_same_placeholders() {
    let english = Texts::of(Language::English).templates;
    for language in [Language::Swedish, Language::Dutch] {
        let name = language.key();
        let own = Texts::of(language).templates;
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let unused: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert_eq!((missing, unused), (vec![], vec![]), "missing and unused in {name}");
        for (key, template) in &english {
            assert_eq!(placeholders(&own[key]), placeholders(template), "{name}: {key}");
            if let (Template::Counted(forms), Template::Counted(other)) = (template, &own[key]) {
                assert_eq!(other.keys().collect::<Vec<_>>(), forms.keys().collect::<Vec<_>>(), "{name}: {key}");
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = Texts::of(Language::English).templates;
    for language in [Language::Swedish, Language::Dutch] {
        let own = Texts::of(language).templates;
        let same: Vec<_> = english
            .iter()
            .filter(|(key, template)| own.get(*key) == Some(template) && !SAME.contains(&key.as_str()))
            // Names of products and commands are the same everywhere; a sentence is not.
            .filter(|(_, template)| {
                forms(template).iter().any(|text| text.split(' ').filter(|word| word.len() > 3).count() > 2)
            })
            .map(|(key, _)| key)
            .collect();
        assert!(same.is_empty(), "not translated in {}: {same:?}", language.key());
    }
}

#[test]
fn every_text_that_the_tray_names_is_there() {
    let all = all();
    let messages: BTreeSet<&str> =
        all.keys().filter_map(|key| key.split_once('.').map(|(message, _)| message)).collect();
    let sources = sources();
    let is_key = |word: &&str| {
        word.split_once('.').is_some_and(|(message, attribute)| {
            let plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
            messages.contains(message) && attribute != "html" && attribute.chars().all(plain)
        })
    };
    let named: BTreeSet<&str> = sources.iter().flat_map(|source| source.split('"')).filter(is_key).collect();
    let missing: Vec<_> = named.iter().filter(|key| !all.contains_key(**key)).collect();
    assert!(missing.is_empty(), "no text for these keys: {missing:?}");
    assert!(named.len() > 100, "the texts are found in the sources");
}
