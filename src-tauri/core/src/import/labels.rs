//! What the words beside an ID say about it.

use super::{columns, record::key};

/// The beginnings of words, in English, Swedish and Dutch, that say that an ID is not a tenant's.
const OTHERS: [&str; 26] = [
    "subscri",
    "prenumer",
    "abonne",
    "partnership",
    "partnerskap",
    "contract",
    "kontrakt",
    "relation",
    "applic",
    "applik",
    "registr",
    "object",
    "objekt",
    "correl",
    "korrel",
    "request",
    "session",
    "device",
    "enhet",
    "apparaat",
    "workspace",
    "incident",
    "alert",
    "trace",
    "resource",
    "användar",
];

/// The same as whole words.
const OTHER_WORDS: [&str; 7] = ["app", "appid", "clientid", "user", "userid", "gebruiker", "messageid"];

/// The same of several words.
const OTHER_PHRASES: [&str; 12] = [
    "client id",
    "klient id",
    "message id",
    "activity id",
    "operation id",
    "our own",
    "own tenant",
    "egen tenant",
    "egna tenant",
    "eigen tenant",
    "ignore",
    "not a customer",
];

/// Words for what an ID is, which are nobody's name.
const LABELS: [&str; 8] = ["tenant", "id", "guid", "customer", "directory", "kund", "klant", "tenantguid"];

/// True for a text that says of an ID beside it that it is not a tenant's.
pub(super) fn is_of_another(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined = words.join(" ");
    words.iter().any(|word| OTHERS.iter().any(|other| word.starts_with(other)) || OTHER_WORDS.contains(word))
        || OTHER_PHRASES.iter().any(|phrase| joined.contains(phrase))
}

/// True for what says that an ID follows, and whose kind: `Tenant ID`. It is no customer's name.
pub(super) fn is_label(name: &str) -> bool {
    let key = key(name);
    columns::IDS.contains(&key.as_str()) || LABELS.contains(&key.as_str())
}

/// True for a line that a program printed for people, such as `TenantId : 8f3c1d52-…` of Format-List or `tenantId: 8f3c1d52-…` of
/// YAML: what belongs together there cannot be told line by line.
pub(super) fn is_of_a_program(line: &str) -> bool {
    let line = line.trim_start_matches(|char: char| char == '-' || char.is_whitespace());
    let Some((label, value)) = line.split_once(':') else { return false };
    let label = label.trim_end();
    let is_name = !label.is_empty() && label.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    let key = key(label);
    let is_id = key == "id" || key == "hometenantid" || key == "subscriptionid" || columns::IDS.contains(&key.as_str());
    is_name && is_id && value.trim().len() >= crate::tenant_id::TenantId::LEN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_whose_an_id_is() {
        for (text, other) in [
            ("Prenumerations-ID:", true),
            ("Message-ID: <", true),
            ("App:", true),
            ("Användare", true),
            ("Our own tenant:", true),
            ("Contoso:", false),
            ("Appelmans NV", false),
            ("Tenant ID", false),
            ("Userful Inc", false),
        ] {
            assert_eq!(is_of_another(text), other, "{text}");
        }
        assert!(is_label("Tenant ID") && is_label("tenant") && !is_label("Tenant Ltd"));
    }

    #[test]
    fn what_a_program_printed_is_known_by_its_labels() {
        let id = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
        for (line, program) in [
            (format!("TenantId     : {id}"), true),
            (format!("- id: {id}"), true),
            (format!("  customerId: \"{id}\""), true),
            (format!("Tenant ID: {id}"), false),
            (format!("Contoso: {id}"), false),
            ("id: 7".to_owned(), false),
        ] {
            assert_eq!(is_of_a_program(&line), program, "{line}");
        }
    }
}
