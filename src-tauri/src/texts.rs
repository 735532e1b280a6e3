//! The texts of tray and windows: a Fluent file for each language, compiled in.
//!
//! A key `quick.title` is the attribute `title` of the message `quick`. Texts with a `$count` have a form for each plural
//! category of their language.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

mod language;
mod templates;

pub(crate) use language::{Language, locale, of_system};
pub(crate) use templates::Template;

/// The language that is in use, with its texts.
static IN_USE: RwLock<Option<Arc<Texts>>> = RwLock::new(None);

/// The texts of one language.
struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    templates: BTreeMap<String, Template>,
}

/// Uses another language from now on. Returns true when it is another than before.
pub(crate) fn use_language(language: Language) -> bool {
    let is_new = in_use().language != language;
    if is_new {
        *IN_USE.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(Texts::of(language)));
    }
    is_new
}

/// Returns the language that is in use.
pub(crate) fn language() -> Language {
    in_use().language
}

/// Returns all texts by key, for the pages.
pub(crate) fn all() -> BTreeMap<String, Template> {
    in_use().templates.clone()
}

/// Returns a text.
pub(crate) fn text(key: &str) -> String {
    in_use().said(key, &FluentArgs::new())
}

/// Returns a text with its placeholders filled.
pub(crate) fn with(key: &str, values: &[(&str, &str)]) -> String {
    in_use().said(key, &values.iter().copied().collect())
}

/// Returns a text in its form for this `$count`, with its other placeholders filled.
pub(crate) fn counted(key: &str, count: usize, values: &[(&str, &str)]) -> String {
    let mut args: FluentArgs<'_> = values.iter().copied().collect();
    args.set("count", count);
    in_use().said(key, &args)
}

fn in_use() -> Arc<Texts> {
    static ENGLISH: OnceLock<Arc<Texts>> = OnceLock::new();
    let chosen = IN_USE.read().unwrap_or_else(PoisonError::into_inner).clone();
    chosen.unwrap_or_else(|| ENGLISH.get_or_init(|| Arc::new(Texts::of(Language::English))).clone())
}

impl Texts {
    fn of(language: Language) -> Self {
        // Files with errors would lose a text here and there; a test reads them all.
        let resource = match FluentResource::try_new(language.file().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let templates = templates::of(&resource);
        let mut bundle = FluentBundle::new_concurrent(vec![language.tag()]);
        // The pages isolate names where they stand; in menus and notifications the marks would be seen.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle, templates }
    }

    /// A missing text shows its key, which is better than nothing; a test finds it first.
    fn said(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = key
            .split_once('.')
            .and_then(|(message, attribute)| Some(self.bundle.get_message(message)?.get_attribute(attribute)?.value()));
        match pattern {
            // Values are filled in once: a customer may be named { $portal }.
            Some(pattern) => self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned(),
            None => key.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
