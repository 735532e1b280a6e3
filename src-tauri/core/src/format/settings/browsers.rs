//! The rules for browsers: `[ { "group": "Healthcare", "browser": "microsoft-edge", "profile": "Profile 1" }, … ]`.
//!
//! What makes no sense must not open somewhere else: a rule that cannot be read refuses what it is about, and where even that cannot
//! be told, everything.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, value::RawValue};

use super::{Raw, Reader, present_in};
use crate::{
    browser::{BrowserRule, BrowserRules, Chosen, DEFAULT, Mode, Way, Whom},
    format::{FormatError, members::Unique},
};

/// The members that say what a rule is about.
const SUBJECTS: [&str; 4] = ["tenant", "group", "cloud", "portal"];

type Members<'a> = BTreeMap<String, &'a RawValue>;

impl Reader {
    pub(super) fn browsers(&mut self, raw: Raw<'_>) -> BrowserRules {
        let mut rules = BrowserRules::default();
        let Some(raw) = raw else { return rules };
        let items: Vec<&RawValue> = match serde_json::from_str(raw.get()) {
            Ok(items) => items,
            Err(error) => {
                rules.unclear = Some(self.told("browsers", FormatError::from(error).what));
                return rules;
            }
        };
        for (at, item) in items.into_iter().enumerate() {
            let member = format!("browsers[{at}]");
            match whom(item) {
                Ok((whom, members)) => {
                    let way = way(&members).map_err(|why| self.told(&member, why));
                    rules.rules.push(BrowserRule { whom, way });
                }
                Err(why) => {
                    let why = self.told(&member, why);
                    rules.unclear.get_or_insert(why);
                }
            }
        }
        rules
    }

    /// Notes what is wrong, and returns it with its place.
    fn told(&mut self, member: &str, why: String) -> String {
        let told = format!("{member}: {why}");
        self.wrong(member, why);
        told
    }
}

/// Reads what a rule is about.
pub(super) fn whom(rule: &RawValue) -> Result<(Whom, Members<'_>), String> {
    let Unique(members) = serde_json::from_str::<Unique<Members<'_>>>(rule.get()).map_err(what)?;
    let mut named = SUBJECTS.into_iter().filter(|subject| members.contains_key(*subject));
    let (Some(subject), None) = (named.next(), named.next()) else {
        return Err("it has to name one tenant, group, cloud or portal".to_owned());
    };
    let text: String = read(&members, subject)?.unwrap_or_default();
    let whom = match subject {
        "tenant" => Whom::Tenant(text.parse().map_err(|error| format!("{error}"))?),
        "group" if text.trim().is_empty() => return Err("the group has no name".to_owned()),
        "group" => Whom::Group(text),
        "cloud" => Whom::Cloud(text.parse().map_err(|error| format!("{error}"))?),
        _ => Whom::Portal(text.parse().map_err(|error| format!("{error}"))?),
    };
    Ok((whom, members))
}

fn way(members: &Members<'_>) -> Result<Way, String> {
    let browser: String = read(members, "browser")?.ok_or("it names no browser")?;
    let profile: Option<String> = read(members, "profile")?;
    let container: Option<String> = read(members, "container")?;
    let mode = match (read(members, "private")?.unwrap_or(false), container) {
        (true, Some(_)) => return Err("a container is in no private window".to_owned()),
        (true, None) => Mode::Private,
        (false, Some(container)) => Mode::Container(container),
        (false, None) => Mode::Usual,
    };
    if browser != DEFAULT {
        return Ok(Way::In(Chosen { browser, profile, mode }));
    }
    if profile.is_some() || mode != Mode::Usual {
        return Err("the default browser can be asked for nothing but the page".to_owned());
    }
    Ok(Way::Default)
}

fn read<T: DeserializeOwned>(members: &Members<'_>, name: &str) -> Result<Option<T>, String> {
    let Some(raw) = present_in(members, name) else { return Ok(None) };
    serde_json::from_str(raw.get()).map(Some).map_err(|error| format!("{name}: {}", what(error)))
}

fn what(error: serde_json::Error) -> String {
    FormatError::from(error).what
}

/// Returns the members of a rule as they are written; without a value where it is not to have one.
pub(super) fn written(whom: &Whom, way: &Way) -> Vec<(&'static str, Option<Value>)> {
    let text = |text: &str| Some(Value::from(text));
    let (subject, about) = match whom {
        Whom::Tenant(identity) => ("tenant", text(&identity.to_string())),
        Whom::Group(group) => ("group", text(group)),
        Whom::Cloud(cloud) => ("cloud", text(cloud.key())),
        Whom::Portal(id) => ("portal", text(id.as_str())),
    };
    let (browser, profile, mode) = match way {
        Way::Default => (DEFAULT, None, &Mode::Usual),
        Way::In(Chosen { browser, profile, mode }) => (browser.as_str(), profile.as_deref(), mode),
    };
    let container = match mode {
        Mode::Container(name) => Some(Value::from(name.as_str())),
        Mode::Usual | Mode::Private => None,
    };
    vec![
        (subject, about),
        ("browser", text(browser)),
        ("profile", profile.map(Value::from)),
        ("private", (*mode == Mode::Private).then_some(Value::from(true))),
        ("container", container),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, format::parse_settings};

    fn rules(text: &str) -> (BrowserRules, Vec<String>) {
        let settings = parse_settings(format!(r#"{{"browsers": {text}}}"#).as_bytes()).unwrap();
        (settings.browsers, settings.problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_rule_says_what_it_is_about_and_where_that_opens() {
        let (rules, problems) = rules(
            r#"[ { "tenant": "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44", "browser": "edge", "profile": "Profile 1", "since": 1 },
                 { "group": "Health", "browser": "default" }, { "cloud": "gcc-high", "browser": "a", "private": true, "profile": null },
                 { "portal": "entra", "browser": "firefox", "profile": "x", "private": false, "container": "C" } ]"#,
        );
        let chosen = |browser: &str, profile: Option<&str>, mode| {
            Ok(Way::In(Chosen { browser: browser.into(), profile: profile.map(str::to_owned), mode }))
        };
        let identity = "public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap();
        let expected = [
            (Whom::Tenant(identity), chosen("edge", Some("Profile 1"), Mode::Usual)),
            (Whom::Group("Health".into()), Ok(Way::Default)),
            (Whom::Cloud(Cloud::GccHigh), chosen("a", None, Mode::Private)),
            (Whom::Portal("entra".parse().unwrap()), chosen("firefox", Some("x"), Mode::Container("C".into()))),
        ];
        assert_eq!(rules.rules, expected.map(|(whom, way)| BrowserRule { whom, way }));
        assert_eq!((rules.unclear, problems), (None, Vec::new()));
        for none in ["null", "[]"] {
            assert_eq!(super::tests::rules(none), (BrowserRules::default(), Vec::new()));
        }
    }

    #[test]
    fn a_rule_that_makes_no_sense_refuses_what_it_is_about() {
        for (rest, why) in [
            ("", "it names no browser"),
            (r#", "browser": 5"#, "browser: invalid type: integer `5`, expected a string"),
            (r#", "browser": "a", "private": "yes""#, "private: invalid type: string \"yes\", expected a boolean"),
            (r#", "browser": "a", "private": true, "container": "c""#, "a container is in no private window"),
            (r#", "browser": "default", "profile": "p""#, "the default browser can be asked for nothing but the page"),
        ] {
            let (rules, problems) = rules(&format!(r#"[ {{ "group": "Health"{rest} }} ]"#));
            assert_eq!(problems, [format!("browsers[0]: {why}")], "{rest}");
            assert_eq!((rules.rules.len(), rules.unclear), (1, None), "{rest}");
            assert_eq!(rules.rules[0].way, Err(problems[0].clone()));
        }
    }

    #[test]
    fn where_it_cannot_be_told_whom_a_rule_is_about_that_is_said() {
        for text in [
            "{}",
            "5",
            "[5]",
            r#"[ { "browser": "a" } ]"#,
            r#"[ { "group": "a", "cloud": "gcc", "browser": "a" } ]"#,
            r#"[ { "group": " ", "browser": "a" } ]"#,
            r#"[ { "group": null, "browser": "a" } ]"#,
            r#"[ { "cloud": "gcchigh", "browser": "a" } ]"#,
            r#"[ { "tenant": "contoso.com", "browser": "a" } ]"#,
            r#"[ { "portal": "Not a key", "browser": "a" } ]"#,
            r#"[ { "group": "a", "group": "b", "browser": "a" } ]"#,
        ] {
            let (rules, problems) = rules(text);
            assert_eq!((rules.rules.len(), problems.len()), (0, 1), "{text}: {problems:?}");
            assert_eq!(rules.unclear.as_ref(), problems.first(), "{text}");
        }
    }
}
