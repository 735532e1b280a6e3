//! Who a launcher showed, as it is given back when a person chooses.

use std::fmt;

use crate::{cloud::Identity, display::safe, tenant::Tenant};

/// A customer as a launcher showed it: who, and under which name. The name goes along so that a customer who was renamed since then
/// does not open.
///
/// Its text is `CLOUD/TENANT_ID NAME`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The tenant.
    pub identity: Identity,
    /// Its name, as it was shown.
    pub name: String,
}

impl Shown {
    /// Returns what is shown of a customer: its name without a character that could end a line or an argument.
    pub fn new(tenant: &Tenant) -> Self {
        Self { identity: tenant.identity(), name: safe(&tenant.name).into_owned() }
    }

    /// Reads what came back; nothing that Portico would write otherwise.
    pub fn read(text: &str) -> Option<Self> {
        let (identity, name) = text.split_once(' ')?;
        let shown = Self { identity: identity.parse().ok()?, name: name.to_owned() };
        (!name.trim().is_empty() && shown.to_string() == text).then_some(shown)
    }

    /// Returns the arguments with which `portico` opens it, if it still has the name.
    pub fn arguments(&self) -> [String; 5] {
        // In one argument, because a name may begin with a hyphen.
        let expected = format!("--expect={}", self.name);
        ["open".to_owned(), self.identity.to_string(), expected, "--source".to_owned(), "launcher".to_owned()]
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.identity, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, opening};

    const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

    #[test]
    fn what_was_shown_comes_back() {
        let long = "å".repeat(200);
        for name in
            ["Contoso", " a  b ", "-x", "--yes", "a\nb", "a\0b", "a\x1fb", "&<>;%\"'\\", "\u{202e}x", "👩‍💻", &long]
        {
            let tenant = Tenant::new(name, Cloud::GccHigh, ID.parse().unwrap());
            let text = Shown::new(&tenant).to_string();
            assert!(!text.chars().any(crate::display::is_hazardous), "{text:?}");
            let shown = Shown::read(&text).unwrap();
            assert_eq!(shown.identity, tenant.identity());
            assert!(opening::is_same_name(&shown.name, name), "{text:?}");
        }
    }

    #[test]
    fn what_portico_never_wrote_is_nobody() {
        let texts = [
            "",
            " ",
            "0",
            "Contoso",
            ID,
            &format!("public/{ID}"),
            &format!("public/{ID} "),
            &format!("PUBLIC/{ID} Contoso"),
            &format!("public/{} Contoso", ID.to_uppercase()),
            &format!(" public/{ID} Contoso"),
            &format!("mars/{ID} Contoso"),
            &format!("https://security.microsoft.com/?tid={ID} Contoso"),
            "--help Contoso",
        ];
        for text in texts {
            assert_eq!(Shown::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_never_an_option() {
        let shown = Shown { identity: format!("public/{ID}").parse().unwrap(), name: "--yes".to_owned() };
        let identity = format!("public/{ID}");
        assert_eq!(shown.arguments(), ["open", &identity, "--expect=--yes", "--source", "launcher"]);
    }
}
