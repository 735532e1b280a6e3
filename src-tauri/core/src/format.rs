//! The registry file: `{ "schema": 1, "tenants": [ … ] }`, made to be read in a diff and kept in git.
//!
//! Reading checks everything at once and names the line. Writing patches the text that is there: entries that did not
//! change stay as they are to the byte, and fields that Portico does not know survive.

use std::{borrow::Cow, fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;

use crate::{
    cloud::Cloud,
    domain::{Domain, SharePointLabel},
    portal::PortalId,
    registry::{Clash, ClashKind, Registry},
    tenant::{Tenant, Verified},
    tenant_id::TenantId,
};

mod history;
mod import;
mod members;
mod patch;
mod pins;
mod settings;
mod windows;

pub use history::{intent_line, is_before, openings_json, outcome_line, parse_history};
pub use import::{IMPORT_LIMIT, parse_import, render_import, unknown_fields, unknown_of_all};
pub(crate) use members::{Members, Seen, Unique};
pub use patch::render;
pub use pins::{PINS_LIMIT, parse_pins, render_pins};
pub use settings::{parse_settings, with_changes};
pub(crate) use windows::{parse_window_place, render_window_place};

/// The schema that this version writes.
pub const SCHEMA: u32 = 1;

/// The biggest registry file that is read, in bytes.
pub const SIZE_LIMIT: u64 = 16 * 1024 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a registry file. A byte order mark is accepted.
///
/// # Errors
///
/// What is wrong and in which line. There is no partial result: a customer that silently went missing would be worse.
pub fn parse(bytes: &[u8]) -> Result<Document, FormatError> {
    let text = text_of(bytes)?;
    read(text).map_err(|error| {
        // A newer schema may have changed everything else: then that is why it cannot be read.
        let schema = serde_json::from_str::<SchemaOnly>(text).map(|SchemaOnly { schema }| schema);
        FormatError { newer_schema: schema.ok().filter(|schema| *schema > SCHEMA), ..error }
    })
}

fn read(text: &str) -> Result<Document, FormatError> {
    let Unique(FileRegistry { schema, tenants: Tenants(tenants) }) = serde_json::from_str(text)?;
    let registry = Registry::new(tenants)?;
    Ok(Document { registry, newer_schema: (schema > SCHEMA).then_some(schema) })
}

/// Reads a registry file entry by entry, so that a bad one does not keep the others from being read. Nothing where the text is
/// no registry file.
pub(crate) fn parse_entries(text: &str) -> Option<Entries> {
    #[derive(Deserialize)]
    struct Raw<'a> {
        schema: u32,
        #[serde(borrow)]
        tenants: Vec<&'a RawValue>,
    }

    let Raw { schema, tenants } = serde_json::from_str(text).ok()?;
    let mut line = 1;
    let mut at = 0;
    let entries = tenants.into_iter().map(|raw| {
        let from = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        line += text.as_bytes().get(at..from).into_iter().flatten().filter(|byte| **byte == b'\n').count();
        at = from;
        let tenant = serde_json::from_str(raw.get()).map(|Unique(tenant): Unique<FileTenant<'_>>| Tenant::from(tenant));
        Entry { line, text: raw.get().to_owned(), tenant: tenant.map_err(FormatError::from) }
    });
    Some(Entries { schema, entries: entries.collect() })
}

/// The entries of a registry file.
#[derive(Debug)]
pub(crate) struct Entries {
    /// The schema of the file.
    pub(crate) schema: u32,
    /// The entries.
    pub(crate) entries: Vec<Entry>,
}

/// An entry of a registry file.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The line in which it begins.
    pub(crate) line: usize,
    /// Its text.
    pub(crate) text: String,
    /// The tenant, or why it is none.
    pub(crate) tenant: Result<Tenant, FormatError>,
}

/// What a registry file holds.
#[derive(Debug)]
pub struct Document {
    /// The registry.
    pub registry: Registry,
    /// Set when a newer Portico wrote the file. Such a file is read, and never written.
    pub newer_schema: Option<u32>,
}

/// Why a file is not a registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    /// The line, from 1; 0 when the fault has no place.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// Set when a newer Portico wrote the file, which is why this one cannot read it.
    pub newer_schema: Option<u32>,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for FormatError {}

impl From<serde_json::Error> for FormatError {
    fn from(error: serde_json::Error) -> Self {
        let line = error.line();
        let place = format!(" at line {line} column {}", error.column());
        let text = error.to_string();
        let what = text.strip_suffix(&place).unwrap_or(&text);
        Self { line, what: crate::display::safe(what).into_owned(), newer_schema: None }
    }
}

impl From<Clash> for FormatError {
    fn from(clash: Clash) -> Self {
        Self {
            line: 0,
            what: match clash.kind {
                ClashKind::TooMany => clash.to_string(),
                _ => format!("{} cannot stand beside the others: {clash}", crate::display::quoted(&clash.second)),
            },
            newer_schema: None,
        }
    }
}

pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, FormatError> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| FormatError {
        line: bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1,
        what: "the file is not UTF-8 text".to_owned(),
        newer_schema: None,
    })
}

#[derive(Deserialize)]
#[serde(expecting = "an object with the field `schema`")]
struct SchemaOnly {
    schema: u32,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with the fields `schema` and `tenants`")]
struct FileRegistry {
    schema: u32,
    tenants: Tenants,
}

/// The tenants, each made as soon as it is read: a second list of thousands would cost as much as the first.
struct Tenants(Vec<Tenant>);

impl<'de> Deserialize<'de> for Tenants {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Tenants;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut entries: A) -> Result<Tenants, A::Error> {
                let mut tenants = Vec::new();
                while let Some(Unique(tenant)) = entries.next_element::<Unique<FileTenant<'de>>>()? {
                    tenants.push(Tenant::from(tenant));
                }
                Ok(Tenants(tenants))
            }
        }

        deserializer.deserialize_seq(Visitor)
    }
}

/// A tenant as it stands in the file. Unknown fields are passed over here; [`render`] keeps them.
#[derive(Deserialize)]
#[serde(expecting = "a tenant, which is an object")]
struct FileTenant<'a> {
    #[serde(borrow)]
    name: Name<'a>,
    #[serde(deserialize_with = "parsed")]
    tenant_id: TenantId,
    #[serde(default, deserialize_with = "parsed")]
    cloud: Cloud,
    #[serde(default, deserialize_with = "parsed_option")]
    domain: Option<Domain>,
    #[serde(default, deserialize_with = "parsed_option")]
    initial_domain: Option<Domain>,
    #[serde(default, deserialize_with = "parsed_option")]
    sharepoint: Option<SharePointLabel>,
    group: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    favorite: bool,
    #[serde(default)]
    own: bool,
    #[serde(default)]
    confirm: bool,
    #[serde(default, deserialize_with = "parsed_option")]
    portal: Option<PortalId>,
    verified: Option<FileVerified>,
    #[serde(default)]
    notes: String,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `domain` and `at`")]
struct FileVerified {
    #[serde(deserialize_with = "parsed")]
    domain: Domain,
    at: String,
}

/// A name that is not blank.
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<'a, str>::deserialize(deserializer)?;
        if name.trim().is_empty() { Err(de::Error::custom("the name is empty")) } else { Ok(Self(name)) }
    }
}

impl From<FileTenant<'_>> for Tenant {
    fn from(file: FileTenant<'_>) -> Self {
        Self {
            name: file.name.0.into_owned(),
            tenant_id: file.tenant_id,
            cloud: file.cloud,
            domain: file.domain,
            initial_domain: file.initial_domain,
            sharepoint: file.sharepoint,
            group: file.group.filter(|group| !group.trim().is_empty()),
            tags: file.tags,
            aliases: file.aliases,
            favorite: file.favorite,
            own: file.own,
            confirm: file.confirm,
            portal: file.portal,
            verified: file.verified.map(|verified| Verified { domain: verified.domain, at: verified.at }),
            notes: file.notes,
        }
    }
}

/// Reads a string through its type's own parser, so that the error has the parser's words and the file's line.
fn parsed<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    deserializer.deserialize_str(Parsed(PhantomData))
}

/// Like [`parsed`]; an empty string or null counts as absent.
fn parsed_option<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    deserializer.deserialize_option(ParsedOption(PhantomData))
}

/// Parses a string where it stands in the file: copied first, tens of thousands of them take longer than all else.
struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> de::Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

struct ParsedOption<T>(PhantomData<T>);

impl<'de, T: FromStr<Err: fmt::Display>> de::Visitor<'de> for ParsedOption<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Option<T>, E> {
        if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(E::custom) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTOSO: &str = r#"{"schema": 1, "tenants": [
        {"name": "Contoso",
         "tenant_id": "8F3C1D52-6a0b-4a3e-9d57-0c2b6f1e7a44", "cloud": "gcc-high", "domain": "Contoso.com", "initial_domain": "",
         "sharepoint": "contoso", "group": "Healthcare", "tags": ["tier1"], "aliases": ["CTSO"], "favorite": true, "own": true, "confirm": true,
         "portal": "entra", "verified": {"domain": "contoso.com", "at": "2026-11-12"}, "notes": "n", "unknown": {"a": [1e400]}}]}"#;

    #[test]
    fn every_field_is_read() {
        let document = parse(CONTOSO.as_bytes()).unwrap();
        let tenant = &document.registry.tenants()[0];
        assert_eq!(tenant.identity().to_string(), "gcc-high/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44");
        assert_eq!(
            (tenant.name.as_str(), tenant.notes.as_str(), tenant.group.as_deref()),
            ("Contoso", "n", Some("Healthcare"))
        );
        assert_eq!(tenant.domain.as_ref().map(Domain::as_str), Some("contoso.com"));
        assert_eq!(tenant.initial_domain, None);
        assert_eq!(tenant.sharepoint.as_ref().map(SharePointLabel::as_str), Some("contoso"));
        assert_eq!((&tenant.tags[..], &tenant.aliases[..]), (&["tier1".to_owned()][..], &["CTSO".to_owned()][..]));
        assert!(tenant.favorite && tenant.own && tenant.confirm);
        assert_eq!(tenant.portal.as_ref().map(PortalId::as_str), Some("entra"));
        assert_eq!(tenant.verified.as_ref().map(|verified| verified.at.as_str()), Some("2026-11-12"));
        assert_eq!(document.newer_schema, None);
    }

    #[test]
    fn a_byte_order_mark_is_accepted() {
        let bytes = [BYTE_ORDER_MARK, CONTOSO.as_bytes()].concat();
        assert_eq!(parse(&bytes).unwrap().registry, parse(CONTOSO.as_bytes()).unwrap().registry);
    }

    #[test]
    fn a_newer_schema_is_read_and_marked() {
        let newer = CONTOSO.replace("\"schema\": 1", "\"schema\": 2");
        assert_eq!(parse(newer.as_bytes()).unwrap().newer_schema, Some(2));
        let other_shape = parse(b"{\"schema\": 3, \"customers\": {}}").unwrap_err();
        assert_eq!(other_shape.newer_schema, Some(3), "a newer file is not a broken one");
    }

    #[test]
    fn a_fault_is_named_with_its_line() {
        for (from, to, line, what) in [
            (
                "6a0b-4a3e",
                "6a0b-4a3",
                3,
                "not a tenant ID: \"8F3C1D52-6a0b-4a3-9d57-0c2b6f1e7a44\" (it has 35 characters, a tenant ID has 36)",
            ),
            ("gcc-high", "gcchigh", 3, "no such cloud: \"gcchigh\" (public, gcc, gcc-high, dod, china)"),
            ("Contoso.com", "Contoso", 3, "not a domain: \"Contoso\" (it looks like contoso.com)"),
            ("\"Contoso\"", "\" \"", 2, "the name is empty"),
            ("\"sharepoint\"", "\"domain\"", 4, "duplicate field `domain`"),
            ("\"schema\": 1,", "", 5, "missing field `schema`"),
            ("\"unknown\": {", "\"unknown\": 1, \"unknown\": {", 5, "duplicate field `unknown`"),
            ("\"schema\": 1,", "\"x\": 1, \"schema\": 1, \"x\": 2,", 1, "duplicate field `x`"),
            ("\"favorite\": true", "\"favorite\": 1", 4, "invalid type: integer `1`, expected a boolean"),
            ("}}]}", "}}]", 5, "EOF while parsing an object"),
        ] {
            let error = parse(CONTOSO.replace(from, to).as_bytes()).unwrap_err();
            assert_eq!((error.line, error.what.as_str()), (line, what), "{from} -> {to}");
        }
    }

    #[test]
    fn an_empty_file_is_not_an_empty_registry() {
        for bytes in [&b""[..], b" \n", b"{}", b"null", b"[]", &[0; 4096], b"{\"schema\":1,\"tenants\":[]}\0"] {
            assert!(parse(bytes).is_err(), "{bytes:?}");
        }
        assert_eq!(parse(b"{\"schema\":1,\"tenants\":[]}").unwrap().registry, Registry::default());
    }
}
