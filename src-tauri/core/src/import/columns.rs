//! The names of columns, and what stands under them.
//!
//! The names are those of imports.md section 3 and of common spreadsheets, as [`super::record::key`] makes them. Where a row
//! fills several, the first counts.

use std::{fmt, str::FromStr};

use super::{
    Unusable,
    list::List,
    record::{Record, key},
};
use crate::{display::quoted, link};

/// The columns of tenant IDs. `id` is not one of them: in most lists it is a partnership or a subscription.
pub(super) const IDS: [&str; 18] = [
    "tenantid",
    "customerid",
    "microsoftid",
    "customercontextid",
    "customertenantid",
    "directoryid",
    "directorytenantid",
    "entratenantid",
    "azuretenantid",
    "aadtenantid",
    "azureadtenantid",
    "m365tenantid",
    "microsofttenantid",
    "tenantguid",
    "mandantid",
    "mandantenid",
    "tenantidguid",
    "tenant",
];

/// The same in lists of contracts.
pub(super) const CONTRACT_IDS: [&str; 3] = ["customerid", "customercontextid", "tenantid"];

pub(super) const NAMES: [&str; 30] = [
    "displayname",
    "companyname",
    "tenantdisplayname",
    "customername",
    "tenantname",
    "organizationname",
    // Beside these, `name` may be a contact's.
    "company",
    "customer",
    "client",
    "clientname",
    "account",
    "accountname",
    "kundnamn",
    "kund",
    "företag",
    "företagsnamn",
    "bolag",
    "klantnaam",
    "klant",
    "bedrijf",
    "bedrijfsnaam",
    "kunde",
    "kundenname",
    "firma",
    "name",
    "namn",
    "naam",
    "organization",
    "organisation",
    // Unless it is the ID.
    "tenant",
];

pub(super) const DOMAINS: [&str; 8] = [
    "defaultdomainname",
    "primarydomainname",
    "defaultdomain",
    "tenantdefaultdomain",
    "primarydomain",
    "verifieddomainname",
    "domainname",
    "domain",
];

pub(super) const INITIAL_DOMAINS: [&str; 3] = ["initialdomainname", "initialdomain", "onmicrosoftdomain"];

pub(super) const SHAREPOINT: [&str; 6] =
    ["sharepointadminurl", "portalsharepoint", "sharepointurl", "sharepointhost", "sharepointlabel", "sharepoint"];

pub(super) const GROUPS: [&str; 2] = ["group", "customergroup"];

pub(super) const TAGS: [&str; 3] = ["tenantgroups", "tags", "tag"];

pub(super) const ALIASES: [&str; 3] = ["aliases", "alias", "othernames"];

pub(super) const CLOUDS: [&str; 3] = ["cloudname", "environmentname", "cloud"];

pub(super) const NOTES: [&str; 4] = ["notes", "note", "comments", "comment"];

/// What a column can be said to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The customer's name.
    Name,
    /// The tenant ID.
    TenantId,
    /// The cloud.
    Cloud,
    /// The default domain.
    Domain,
    /// The initial domain.
    InitialDomain,
    /// The SharePoint label, or an address that has it.
    SharePoint,
    /// The group.
    Group,
    /// Tags, with commas or semicolons between them.
    Tags,
    /// Other names, with commas or semicolons between them.
    Aliases,
    /// Notes.
    Notes,
    /// Nothing that is wanted.
    Ignore,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::TenantId,
        Self::Cloud,
        Self::Domain,
        Self::InitialDomain,
        Self::SharePoint,
        Self::Group,
        Self::Tags,
        Self::Aliases,
        Self::Notes,
        Self::Ignore,
    ];

    /// The word on the command line, which is the field's name in the registry file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::TenantId => "tenant_id",
            Self::Cloud => "cloud",
            Self::Domain => "domain",
            Self::InitialDomain => "initial_domain",
            Self::SharePoint => "sharepoint",
            Self::Group => "group",
            Self::Tags => "tags",
            Self::Aliases => "aliases",
            Self::Notes => "notes",
            Self::Ignore => "ignore",
        }
    }

    /// Returns the columns that hold the field by themselves.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Name => &NAMES,
            Self::TenantId => &IDS,
            Self::Cloud => &CLOUDS,
            Self::Domain => &DOMAINS,
            Self::InitialDomain => &INITIAL_DOMAINS,
            Self::SharePoint => &SHAREPOINT,
            Self::Group => &GROUPS,
            Self::Tags => &TAGS,
            Self::Aliases => &ALIASES,
            Self::Notes => &NOTES,
            Self::Ignore => &[],
        }
    }
}

/// What a person says about a column: `COLUMN=FIELD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The column, as the list names it.
    pub column: String,
    /// What it holds.
    pub field: Field,
}

impl FromStr for Mapping {
    type Err = NotAMapping;

    fn from_str(text: &str) -> Result<Self, NotAMapping> {
        // The column may have an equals sign in its name; no field has.
        let (column, word) = text.rsplit_once('=').ok_or_else(|| NotAMapping(text.to_owned()))?;
        let field = Field::ALL.into_iter().find(|field| key(field.key()) == key(word));
        match field {
            Some(field) if !column.trim().is_empty() => Ok(Self { column: column.trim().to_owned(), field }),
            _ => Err(NotAMapping(text.to_owned())),
        }
    }
}

/// The text is not `COLUMN=FIELD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAMapping(String);

impl fmt::Display for NotAMapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: Vec<_> = Field::ALL.into_iter().map(Field::key).collect();
        write!(f, "not COLUMN=FIELD: {} (fields: {})", quoted(&self.0), fields.join(", "))
    }
}

impl std::error::Error for NotAMapping {}

/// Renames the columns that a person spoke about, and drops what else would hold the same fields.
///
/// # Errors
///
/// The list has no such column.
pub(super) fn map(list: &mut List, mappings: &[Mapping]) -> Result<(), Unusable> {
    let mut renamed = Vec::new();
    for Mapping { column, field } in mappings {
        let path = super::json::path_key(column);
        if !list.columns.iter().any(|name| super::json::path_key(name) == path) {
            return Err(Unusable::NoSuchColumn { column: column.clone(), columns: list.columns.clone() });
        }
        renamed.push((path, *field));
    }
    for row in &mut list.rows {
        if let Ok(record) = &mut row.record {
            record.rename(|key| match renamed.iter().find(|(path, _)| path == key) {
                Some((_, field)) => field.columns().first().copied(),
                None if renamed.iter().any(|(_, field)| field.columns().contains(&key)) => None,
                None => Some(key),
            });
        }
    }
    Ok(())
}

/// Returns true when the row has a tenant ID, or a link that names one.
pub(super) fn has_id(record: &Record) -> bool {
    record.first(&IDS).is_some() || has_portal_link(record)
}

/// Returns true when a cell of the row is a portal link that names a tenant ID.
pub(super) fn has_portal_link(record: &Record) -> bool {
    record.texts().any(|(_, text)| link::is_link(text) && link::read(text).is_ok_and(|link| link.tenant_id().is_some()))
}

/// Returns true when a column of this key is known for something.
pub(super) fn is_known(column: &str) -> bool {
    Field::ALL.into_iter().any(|field| field.columns().contains(&column))
        || column.starts_with("portal")
        || column == "id"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::record::Cell;

    #[test]
    fn a_mapping_names_a_column_and_a_field() {
        for (text, column, field) in [
            ("Mandant=tenant_id", "Mandant", Field::TenantId),
            (" Kund = name", "Kund", Field::Name),
            ("a=b=Initial domain", "a=b", Field::InitialDomain),
        ] {
            assert_eq!(text.parse(), Ok(Mapping { column: column.into(), field }), "{text}");
        }
        for text in ["Mandant", "Mandant=", "=name", "Mandant=id"] {
            assert!(text.parse::<Mapping>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_mapped_column_takes_the_place_of_the_one_with_the_usual_name() {
        let mut record = Record::default();
        for (key, text) in [("name", "sub-1"), ("kund", "Contoso"), ("x", "1")] {
            record.push(key.into(), Cell::Text(text.into()));
        }
        let row = crate::import::list::Row { place: crate::import::Place::line(2), record: Ok(record) };
        let columns = ["Name", "Kund", "X"].map(str::to_owned).to_vec();
        let mut list = List { columns, rows: vec![row], ..List::default() };
        map(&mut list, &["Kund=name".parse().unwrap(), "x=ignore".parse().unwrap()]).unwrap();
        let record = list.records().next().unwrap();
        assert_eq!((record.first(&NAMES), record.text("name"), record.text("x")), (Some("Contoso"), None, None));
        let missing = map(&mut list, &["Klant=name".parse().unwrap()]).unwrap_err();
        assert_eq!(missing.to_string(), "it has no column \"Klant\"; its columns are: Name, Kund, X");
    }
}
