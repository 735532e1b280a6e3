//! The texts as the pages fill them: `{name}` for a placeholder, and a form for each plural category.

use std::collections::BTreeMap;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use serde::Serialize;

/// A text to be filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Template {
    /// One text.
    Plain(String),
    /// One for each plural category of the language that `$count` can fall in: `one`, `other`.
    Counted(BTreeMap<String, String>),
}

/// Returns all texts of a file by key.
pub(super) fn of(resource: &FluentResource) -> BTreeMap<String, Template> {
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .flat_map(|message| {
            let id = message.id.name;
            message
                .attributes
                .iter()
                .map(move |attribute| (format!("{id}.{}", attribute.id.name), template(&attribute.value)))
        })
        .collect()
}

fn template(pattern: &Pattern<&str>) -> Template {
    match &pattern.elements[..] {
        [PatternElement::Placeable { expression: Expression::Select { variants, .. } }] => Template::Counted(
            variants
                .iter()
                .map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => ((*name).to_owned(), plain(&variant.value)),
                    VariantKey::NumberLiteral { value } => ((*value).to_owned(), plain(&variant.value)),
                })
                .collect(),
        ),
        _ => Template::Plain(plain(pattern)),
    }
}

fn plain(pattern: &Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable { expression: Expression::Inline(expression) } => match expression {
                InlineExpression::VariableReference { id } => format!("{{{}}}", id.name),
                InlineExpression::StringLiteral { value } => (*value).to_owned(),
                // The files have nothing else, which a test looks after.
                _ => String::new(),
            },
            PatternElement::Placeable { .. } => String::new(),
        })
        .collect()
}
