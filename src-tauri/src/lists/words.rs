//! What there is to say about lists and their rows, in the person's language.

use portico_core::{
    display::{safe, shortened},
    import::{Note, Place, Reason, SIZE_LIMIT, Shape, Unusable, Why},
    tenant::Tenant,
};

use crate::{
    customers::entry,
    open::links,
    texts::{counted, text, with},
};

/// The longest value of a list that is shown in a sentence, in characters.
const VALUE: usize = 120;

/// Says what kind of list it is.
pub(super) fn kind(shape: Shape) -> String {
    text(match shape {
        Shape::PartnerCenter => "list.partner-center",
        Shape::Contracts => "list.contracts",
        Shape::DelegatedCustomers => "list.delegated-customers",
        Shape::Relationships => "list.relationships",
        Shape::Cipp => "list.cipp",
        Shape::AzureTenants => "list.azure-tenants",
        Shape::AzureSubscriptions => "list.azure-subscriptions",
        Shape::PorticoCsv | Shape::PorticoJson => "list.portico",
        Shape::TenantSwitcher => "list.switcher",
        Shape::Columns => "list.columns",
        Shape::Text => "list.text",
    })
}

/// Says why nothing of a list can be used.
pub(super) fn unusable(unusable: &Unusable) -> String {
    let line = |line: &usize| line.to_string();
    match unusable {
        Unusable::Empty => text("list.empty"),
        Unusable::NoText | Unusable::Kind(_) => text("list.no-text"),
        Unusable::Utf16 => text("list.utf-16"),
        Unusable::TooLarge => with("list.too-large", &[("size", &(SIZE_LIMIT >> 20).to_string())]),
        Unusable::TooManyRows | Unusable::TooManyColumns => text("list.too-many"),
        Unusable::SignIn => text("list.sign-in"),
        Unusable::WebPage => text("list.web-page"),
        Unusable::Json { line: at, .. } => with("list.bad-json", &[("line", &line(at))]),
        Unusable::NoObjects | Unusable::NoRows => text("list.no-rows"),
        Unusable::ColumnTwice(column) => with("list.column-twice", &[("column", &value(column))]),
        Unusable::NoIdColumn(_) => text("list.no-id-column"),
        Unusable::MostlyNoIds { rows, without_id, .. } => {
            with("list.mostly-no-ids", &[("rows", &rows.to_string()), ("without", &without_id.to_string())])
        }
        Unusable::NoSuchColumn { column, .. } => with("list.no-such-column", &[("column", &value(column))]),
        Unusable::NoColumns => text("list.no-columns"),
        Unusable::Listing(at) => with("list.listing", &[("line", &line(at))]),
        Unusable::Switcher { line: at, .. } => with("list.bad-switcher", &[("line", &line(at))]),
        Unusable::Newer(_) => text("list.newer"),
        Unusable::Unknown => text("list.unknown"),
    }
}

/// Says what else is worth knowing about a list.
pub(super) fn note(note: &Note) -> String {
    match note {
        Note::OnePage => text("list.one-page"),
        Note::NotUnicode => text("list.not-unicode"),
        Note::NoNames(count, _) => counted("list.no-names", *count, &[]),
        Note::NotTaken { place: at, error } => {
            with("list.not-taken", &[("place", &place(*at)), ("why", &value(error))])
        }
    }
}

/// Says where a row stands.
pub(super) fn place(place: Place) -> String {
    let line = place.line.to_string();
    match place.row {
        Some(row) => with("list.row", &[("row", &row.to_string()), ("line", &line)]),
        None => with("list.line", &[("line", &line)]),
    }
}

/// Says why a row is passed over.
pub(super) fn skipped(reason: &Reason) -> String {
    match reason {
        Reason::NoId | Reason::NoIdInLink => text("list.no-id"),
        Reason::BadId(error) => entry::bad_id(error),
        Reason::IdsDiffer(one, other) => {
            with("list.ids-differ", &[("one", &one.to_string()), ("other", &other.to_string())])
        }
        Reason::SeveralIds | Reason::OtherId => text("list.several-ids"),
        Reason::AllTenants => text("list.all-tenants"),
        Reason::Own(_) => text("list.own"),
        Reason::NotActive(status) => with("list.not-active", &[("status", &value(status))]),
        Reason::Lighthouse => text("list.lighthouse"),
        Reason::Excluded => text("list.excluded"),
        Reason::Cells { found, expected } => {
            with("list.cells", &[("found", &found.to_string()), ("expected", &expected.to_string())])
        }
        Reason::OpenQuote { last } => with("list.open-quote", &[("line", &last.to_string())]),
        Reason::LongCell => text("list.long-cell"),
        Reason::FieldTwice(field) => with("list.field-twice", &[("field", &value(field))]),
        Reason::ManyFields | Reason::ManyTexts => text("list.many-texts"),
        Reason::Text(error) => entry::bad_text(error),
        Reason::Cloud(_) => text("list.no-cloud"),
        Reason::Link(error) => links::unreadable(error).title,
        Reason::Entry(why) => with("list.bad-entry", &[("why", &value(why))]),
    }
}

/// Says what there is to decide about a row.
pub(super) fn conflict(why: &Why) -> String {
    match why {
        Why::SeveralEntries(clouds) => {
            let names: Vec<_> = clouds.iter().map(|cloud| cloud.name()).collect();
            with("list.several-entries", &[("clouds", &names.join(", "))])
        }
        Why::SeveralRows => text("list.several-rows"),
        Why::OtherCloud { stated, entry } => {
            with("list.other-cloud", &[("stated", &stated.to_string()), ("cloud", entry.name())])
        }
        Why::Undecided(clouds) => with("list.undecided", &[("clouds", &clouds.to_string())]),
        Why::Clash(clash) => entry::clash(clash),
        Why::NameOfAnother(name) => with("list.name-of-another", &[("name", &value(name))]),
        Why::ManyTexts => text("list.many-texts"),
        Why::Waiting => text("list.waiting"),
    }
}

/// Returns a sentence for each field that differs.
pub(crate) fn differences(before: &Tenant, after: &Tenant) -> Vec<String> {
    let text = |value: Option<String>| value.unwrap_or_default();
    let yes = |flag: bool| if flag { crate::texts::text("list.yes") } else { crate::texts::text("list.no") };
    let fields = |tenant: &Tenant| {
        [
            ("field.name", tenant.name.clone()),
            ("field.tenant-id", tenant.tenant_id.to_string()),
            ("field.cloud", tenant.cloud.name().to_owned()),
            ("field.domain", text(tenant.domain.as_ref().map(ToString::to_string))),
            ("field.initial-domain", text(tenant.initial_domain.as_ref().map(ToString::to_string))),
            ("field.sharepoint", text(tenant.sharepoint.as_ref().map(ToString::to_string))),
            ("field.group", text(tenant.group.clone())),
            ("field.tags", tenant.tags.join(", ")),
            ("field.aliases", tenant.aliases.join(", ")),
            ("field.favorite", yes(tenant.favorite)),
            ("field.own", yes(tenant.own)),
            ("field.confirm", yes(tenant.confirm)),
            ("field.portal", text(tenant.portal.as_ref().map(ToString::to_string))),
            ("field.notes", tenant.notes.clone()),
        ]
    };
    let both = fields(before).into_iter().zip(fields(after));
    both.filter(|(old, new)| old != new)
        .map(|((key, old), (_, new))| {
            let (field, old, new) = (crate::texts::text(key), value(&old), value(&new));
            let values = [("field", &*field), ("old", &*old), ("new", &*new)];
            match (old.is_empty(), new.is_empty()) {
                (true, _) => with("list.gets", &values),
                (_, true) => with("list.loses", &values),
                _ => with("list.becomes", &values),
            }
        })
        .collect()
}

/// Returns the name of a field that the core names in English.
pub(super) fn field(field: &str) -> String {
    match field {
        "name" => text("field.name"),
        "cloud" => text("field.cloud"),
        "domain" => text("field.domain"),
        "initial domain" | "initial_domain" => text("field.initial-domain"),
        "SharePoint label" | "sharepoint" => text("field.sharepoint"),
        "group" => text("field.group"),
        "tags" | "tag" => text("field.tags"),
        "alias" | "aliases" => text("field.aliases"),
        "notes" => text("field.notes"),
        other => other.to_owned(),
    }
}

fn value(value: &str) -> String {
    shortened(&safe(value), VALUE).into_owned()
}
