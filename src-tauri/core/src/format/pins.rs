//! The file of pins, a pin a line: `{ "schema": 1, "registries": [ … ], "pins": [ … ], "past": { … }, "moving": { … } }`.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use serde::{Deserialize, Serialize};

use super::{FormatError, text_of};
use crate::{
    cloud::Identity,
    pins::{Facts, Pins},
};

const SCHEMA: u32 = 1;

/// The biggest file of pins that is read, in bytes: what a full registry's pins take, twice over.
pub const PINS_LIMIT: u64 = 4 * super::SIZE_LIMIT;

/// Reads the pins.
///
/// # Errors
///
/// What is wrong and in which line.
pub fn parse_pins(bytes: &[u8]) -> Result<Pins, FormatError> {
    let FilePins { schema, registries, pins, moving, past } = serde_json::from_str(text_of(bytes)?)?;
    if schema != SCHEMA {
        return Err(fault(format!("a newer Portico wrote the pins (schema {schema})")));
    }
    let pins: Vec<_> =
        pins.into_iter().map(|pin| Ok((pin.identity()?, pin.into_facts()))).collect::<Result<_, FormatError>>()?;
    let twice = {
        let mut identities: Vec<_> = pins.iter().map(|(identity, _)| *identity).collect();
        identities.sort_unstable();
        identities.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
    };
    if let Some(identity) = twice {
        return Err(fault(format!("there are two pins of {identity}")));
    }
    // They stand in order in the file; made of all at once the map takes a fraction of the time.
    let known = pins.into_iter().collect();
    let identity = |text: &str| text.parse::<Identity>().map_err(|error| fault(format!("{error}")));
    let moving = moving.into_iter().map(|(key, to)| Ok((identity(&key)?, to.map(FilePin::into_facts))));
    let past = past
        .into_iter()
        .map(|(key, facts)| Ok((identity(&key)?, facts.into_iter().map(FilePin::into_facts).collect())));
    let (moving, past) = (moving.collect::<Result<_, FormatError>>()?, past.collect::<Result<_, FormatError>>()?);
    Ok(Pins::new(known, moving, past, registries))
}

/// Returns the text of the file.
pub fn render_pins(pins: &Pins) -> String {
    let registries = json(pins.registries());
    let mut text = format!("{{\n  \"schema\": {SCHEMA},\n  \"registries\": {registries},\n  \"pins\": [");
    for (at, (identity, facts)) in pins.known().iter().enumerate() {
        let pin = FilePin::new(Some(identity), facts);
        // Writing to a String cannot fail.
        let _ = write!(text, "{}\n    {}", if at == 0 { "" } else { "," }, json(&pin));
    }
    text += if pins.known().is_empty() { "]" } else { "\n  ]" };
    if !pins.past().is_empty() {
        let past = pins.past().iter().map(|(identity, facts)| {
            (identity.to_string(), facts.iter().map(|facts| FilePin::new(None, facts)).collect::<Vec<_>>())
        });
        let _ = write!(text, ",\n  \"past\": {}", json(&past.collect::<BTreeMap<_, _>>()));
    }
    if !pins.moving().is_empty() {
        let moving: BTreeMap<_, _> = pins
            .moving()
            .iter()
            .map(|(identity, to)| (identity.to_string(), to.as_ref().map(|facts| FilePin::new(None, facts))))
            .collect();
        let _ = write!(text, ",\n  \"moving\": {}", json(&moving));
    }
    text + "\n}\n"
}

#[derive(Deserialize)]
#[serde(expecting = "an object with the field `pins`")]
struct FilePins<'a> {
    schema: u32,
    #[serde(default)]
    registries: BTreeSet<String>,
    #[serde(borrow)]
    pins: Vec<FilePin<'a>>,
    #[serde(borrow, default)]
    moving: BTreeMap<String, Option<FilePin<'a>>>,
    #[serde(borrow, default)]
    past: BTreeMap<String, Vec<FilePin<'a>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(expecting = "a pin, which is an object")]
struct FilePin<'a> {
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    identity: Option<Cow<'a, str>>,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    initial_domain: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sharepoint: Option<String>,
}

impl FilePin<'_> {
    fn new(identity: Option<&Identity>, facts: &Facts) -> Self {
        let Facts { name, aliases, domain, initial_domain, sharepoint } = facts.clone();
        Self {
            identity: identity.map(|identity| identity.to_string().into()),
            name,
            aliases,
            domain,
            initial_domain,
            sharepoint,
        }
    }

    fn identity(&self) -> Result<Identity, FormatError> {
        let text = self.identity.as_deref().unwrap_or_default();
        text.parse().map_err(|error| fault(format!("{error}")))
    }

    fn into_facts(self) -> Facts {
        let Self { identity: _, name, aliases, domain, initial_domain, sharepoint } = self;
        Facts { name, aliases, domain, initial_domain, sharepoint }
    }
}

fn fault(what: String) -> FormatError {
    FormatError { line: 0, what, newer_schema: None }
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| unreachable!("strings are always JSON"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, registry::Registry, tenant::Tenant};

    fn full() -> Tenant {
        let id = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44".parse().unwrap();
        Tenant {
            aliases: vec!["b\u{202e}".into(), "a\"".into()],
            domain: "contoso.com".parse().ok(),
            initial_domain: "contoso.onmicrosoft.com".parse().ok(),
            sharepoint: "contoso".parse().ok(),
            ..Tenant::new("Contoso\n", Cloud::GccHigh, id)
        }
    }

    #[test]
    fn pins_read_back_as_they_were_written() {
        let plain = Tenant::new("A", Cloud::Public, "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f".parse().unwrap());
        let before = Registry::new(vec![full(), plain.clone()]).unwrap();
        let mut pins = Pins::of(&before);
        assert_eq!(parse_pins(render_pins(&pins).as_bytes()).unwrap(), pins);
        let after = Registry::new(vec![Tenant { name: "B".into(), ..plain }]).unwrap();
        pins.allow(&before, &after);
        assert_eq!(parse_pins(render_pins(&pins).as_bytes()).unwrap(), pins, "with a change under way");
        pins.settle(&after);
        assert!(pins.serve("/home/åsa/registry.json") && !pins.serve("/home/åsa/registry.json"));
        assert_eq!(pins.past().len(), 2);
        assert_eq!(parse_pins(render_pins(&pins).as_bytes()).unwrap(), pins, "with what was known before");
        assert_eq!(render_pins(&Pins::default()), "{\n  \"schema\": 1,\n  \"registries\": [],\n  \"pins\": []\n}\n");
    }

    #[test]
    fn what_is_no_file_of_pins_is_refused() {
        let good = render_pins(&Pins::of(&Registry::new(vec![full()]).unwrap()));
        let pin = good.lines().find(|line| line.contains("identity")).unwrap();
        for text in [
            "",
            "{}",
            "{\"schema\":1}",
            "{\"schema\":2,\"pins\":[]}",
            &good.replace("gcc-high/", "gcc-higi/"),
            &good.replace("\"identity\"", "\"identitx\""),
            &good.replace(pin, &format!("{pin},{pin}")),
            &good[..good.len() / 2],
        ] {
            assert!(parse_pins(text.as_bytes()).is_err(), "{text}");
        }
    }
}
