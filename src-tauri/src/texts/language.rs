//! The languages there are, and which of them a person reads.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::{LanguageIdentifier, langid};

/// A language that tray and windows speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Swedish,
    Dutch,
}

impl Language {
    /// All of them, each with its key, its own name and its texts.
    pub(crate) const ALL: [Self; 3] = [Self::English, Self::Swedish, Self::Dutch];

    /// The word in the settings file, which is also what `<html lang>` takes.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
            Self::Dutch => "nl",
        }
    }

    /// The name of the language in itself, as whoever reads nothing else finds it.
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Swedish => "Svenska",
            Self::Dutch => "Nederlands",
        }
    }

    pub(super) fn file(self) -> &'static str {
        match self {
            Self::English => include_str!("../../locales/en.ftl"),
            Self::Swedish => include_str!("../../locales/sv.ftl"),
            Self::Dutch => include_str!("../../locales/nl.ftl"),
        }
    }

    pub(super) fn tag(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::Swedish => langid!("sv"),
            Self::Dutch => langid!("nl"),
        }
    }

    /// Returns the language that was chosen, else the first of the system's languages that there is, else English.
    pub(crate) fn of(chosen: Option<&str>, system: &[String]) -> Self {
        let asked: Vec<LanguageIdentifier> =
            chosen.into_iter().chain(system.iter().map(String::as_str)).filter_map(|tag| tag.parse().ok()).collect();
        let known = Self::ALL.map(Self::tag);
        let found = negotiate_languages(&asked, &known, None, NegotiationStrategy::Lookup);
        Self::ALL.into_iter().find(|language| found.first() == Some(&&language.tag())).unwrap_or(Self::English)
    }
}

/// Returns the system's languages, the best first.
pub(crate) fn of_system() -> Vec<String> {
    sys_locale::get_locales().collect()
}

/// Returns the language as the system's person writes it, which decides how dates and numbers look: `en-GB`.
pub(crate) fn locale(language: Language, system: &[String]) -> String {
    let is_variant =
        |tag: &&String| tag.parse::<LanguageIdentifier>().is_ok_and(|tag| tag.language == language.tag().language);
    system.iter().find(is_variant).cloned().unwrap_or_else(|| language.key().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_look_as_in_the_persons_region() {
        for (language, system, locale) in [
            (Language::English, &["sv-SE", "en-GB"][..], "en-GB"),
            (Language::Swedish, &["sv-FI"], "sv-FI"),
            (Language::Dutch, &["sv-SE"], "nl"),
            (Language::English, &["C"], "en"),
        ] {
            let system: Vec<_> = system.iter().map(|&tag| tag.to_owned()).collect();
            assert_eq!(super::locale(language, &system), locale);
        }
    }

    #[test]
    fn the_language_is_the_chosen_one_else_the_systems() {
        for (chosen, system, language) in [
            (None, &["sv-SE"][..], Language::Swedish),
            (None, &["sv-FI", "fi"], Language::Swedish),
            (None, &["nl-BE"], Language::Dutch),
            (None, &["de-DE", "nl-NL", "en-US"], Language::Dutch),
            (None, &["de-DE"], Language::English),
            (None, &["C"], Language::English),
            (None, &[], Language::English),
            (Some("nl"), &["sv-SE"], Language::Dutch),
            (Some("en"), &["sv-SE"], Language::English),
            // A choice that nobody knows is none.
            (Some("tlh"), &["sv-SE"], Language::Swedish),
            (Some("../sv"), &["nl-NL"], Language::Dutch),
        ] {
            let system: Vec<_> = system.iter().map(|&tag| tag.to_owned()).collect();
            assert_eq!(Language::of(chosen, &system), language, "{chosen:?} {system:?}");
        }
    }
}
