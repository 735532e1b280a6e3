//! Names that look alike though they are not the same: `Contoso` and `C0ntoso`, or one with a Cyrillic С.
//!
//! Unicode Technical Standard #39 gives a skeleton that is the same for confusable texts. It does not fold case and tells
//! digits from letters (0/O, 1/l, 5/S), which on a screen at night are the same; so both are folded on top. Some letters are
//! alike only as small ones (Cyrillic у and y) or only as capitals (В and B), so names are compared in both.

use std::collections::HashMap;

use unicode_security::skeleton;

use crate::{cloud::Identity, fold::fold, registry::Registry, tenant::Tenant};

/// The tenants whose name looks like another tenant's, or is the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lookalikes {
    /// The identities that look like others, each with the name of one other.
    twins: HashMap<Identity, String>,
}

impl Lookalikes {
    /// Looks at all names of a registry.
    pub fn of(registry: &Registry) -> Self {
        let looks: Vec<_> = registry.tenants().iter().map(|tenant| (Look::of(&tenant.name), tenant)).collect();
        let mut twins = HashMap::new();
        let looks_in: [fn(&Look) -> &str; 2] = [|look| &look.small, |look| &look.capital];
        for look_in in looks_in {
            let mut groups: HashMap<&str, Vec<&Tenant>> = HashMap::with_capacity(looks.len());
            for (look, tenant) in &looks {
                groups.entry(look_in(look)).or_default().push(tenant);
            }
            for tenants in groups.into_values().filter(|tenants| tenants.len() > 1) {
                for (at, tenant) in tenants.iter().enumerate() {
                    let other = tenants[if at == 0 { 1 } else { 0 }];
                    twins.entry(tenant.identity()).or_insert_with(|| other.name.clone());
                }
            }
        }
        Self { twins }
    }

    /// Returns the name of a tenant that this one could be taken for.
    pub fn twin(&self, identity: &Identity) -> Option<&str> {
        self.twins.get(identity).map(String::as_str)
    }

    /// How many tenants could be taken for another.
    pub fn len(&self) -> usize {
        self.twins.len()
    }

    /// True when every name is unlike all others.
    pub fn is_empty(&self) -> bool {
        self.twins.is_empty()
    }
}

/// Returns the tenants whose names look like this one.
pub fn looking_like<'a>(registry: &'a Registry, tenant: &Tenant) -> Vec<&'a Tenant> {
    let look = Look::of(&tenant.name);
    let others = registry.tenants().iter().filter(|other| other.identity() != tenant.identity());
    others.filter(|other| Look::of(&other.name).is_like(&look)).collect()
}

/// What is left of a name once everything is folded that the eye does not tell apart.
struct Look {
    /// Of its small letters.
    small: String,
    /// Of its capitals.
    capital: String,
}

impl Look {
    fn of(name: &str) -> Self {
        // Before the skeleton, because it knows small letters and capitals apart; and after it, because what was Cyrillic is
        // Latin only now.
        let folded = fold(name);
        let small = same_look(&skeleton(folded.as_str()).collect::<String>());
        let capital = same_look(&skeleton(&folded.as_str().to_uppercase()).collect::<String>());
        Self { small, capital }
    }

    /// True when either look is the same.
    fn is_like(&self, other: &Self) -> bool {
        self.small == other.small || self.capital == other.capital
    }
}

fn same_look(skeleton: &str) -> String {
    fold(skeleton).as_str().chars().filter(|char| !char.is_whitespace()).map(same_letter).collect()
}

/// Digits and small letters that stand for each other. UTS #39 maps 1, I and | to l already, and rn to m.
fn same_letter(char: char) -> char {
    match char {
        '0' => 'o',
        '1' | 'i' | '|' => 'l',
        '5' => 's',
        '-' | '_' | '.' | '·' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_seen() {
        for (one, other) in [
            ("Contoso", "C0ntoso"),
            ("Contoso", "Сontoso"),
            ("Contoso", "Cοntoso"),
            ("Contoso", "CONTOSO"),
            ("Contoso", "Con\u{200b}toso"),
            ("Contoso", "\u{202e}Contoso"),
            ("Contoso Ltd", "Contoso\u{a0}Ltd"),
            ("Contoso Ltd", "ContosoLtd"),
            ("Malmö Stad", "Malmo Stad"),
            ("Fabrikam", "Fabrikarn"),
            ("Fabrikam", "FABRlKAM"),
            ("Illinois", "lllinois"),
            ("1nitech", "Initech"),
            ("Tailspin", "Tai1spin"),
            ("Wingtip 5", "Wingtip S"),
            ("Paypal", "Раураl"),
            ("Adatum", "Аdаtum"),
            ("A. Datum", "A- Datum"),
            ("Ｃｏｎｔｏｓｏ", "contoso"),
            // Alike as capitals only: Cyrillic, Greek
            ("Beta", "\u{412}eta"),
            ("Beta", "\u{392}eta"),
            ("Beta", "\u{392}\u{395}\u{3a4}\u{391}"),
            ("Beta", "\u{412}\u{415}\u{422}\u{410}"),
            ("Munson's", "\u{41c}unson's"),
            ("Humongous", "\u{41d}umongous"),
            ("Trey Research", "\u{422}rey Research"),
            ("Northwind", "\u{39d}orthwind"),
        ] {
            assert!(Look::of(one).is_like(&Look::of(other)), "{one} and {other}");
        }
    }

    #[test]
    fn names_that_do_not_are_left_alone() {
        for (one, other) in [
            ("Contoso", "Contosa"),
            ("Contoso", "Contoso 2"),
            ("Contoso Retail", "Contoso Pharma"),
            ("Fabrikam", "Fabrikan"),
            ("北京", "南京"),
            ("Nord", "Fjord"),
            ("Region 2", "Region 3"),
            ("Beta", "Вега"),
            ("Malmö Öst", "Malmö Väst"),
        ] {
            assert!(!Look::of(one).is_like(&Look::of(other)), "{one} and {other}");
        }
    }

    #[test]
    fn both_of_a_pair_are_flagged() {
        use crate::cloud::Cloud;

        let tenant = |name: &str, last: u32| {
            Tenant::new(name, Cloud::Public, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
        };
        let [contoso, twin, other] = [tenant("Contoso", 1), tenant("C0ntoso", 2), tenant("Fabrikam", 3)];
        let registry = Registry::new(vec![contoso.clone(), twin.clone(), other.clone()]).unwrap();
        let alike = Lookalikes::of(&registry);
        assert_eq!(alike.twin(&contoso.identity()), Some("C0ntoso"));
        assert_eq!(alike.twin(&twin.identity()), Some("Contoso"));
        assert_eq!(alike.twin(&other.identity()), None);
        assert_eq!(alike.len(), 2);
        assert_eq!(looking_like(&registry, &twin), [&contoso]);
    }

    #[test]
    fn a_name_may_have_one_twin_by_small_letters_and_one_by_capitals() {
        use crate::cloud::Cloud;

        let names = ["Beta", "\u{412}eta", "B\u{435}ta", "Fabrikam"];
        let tenants = names.into_iter().zip(1..).map(|(name, last)| {
            Tenant::new(name, Cloud::Public, format!("8f3c1d52-6a0b-4a3e-9d57-0000{last:08x}").parse().unwrap())
        });
        let registry = Registry::new(tenants.collect()).unwrap();
        let alike = Lookalikes::of(&registry);
        let twins: Vec<_> = registry.tenants().iter().map(|tenant| alike.twin(&tenant.identity())).collect();
        assert_eq!(twins, [Some("B\u{435}ta"), Some("Beta"), Some("Beta"), None]);
        for (tenant, others) in registry.tenants().iter().zip([2, 2, 2, 0]) {
            assert_eq!(looking_like(&registry, tenant).len(), others, "{}", tenant.name);
        }
    }
}
