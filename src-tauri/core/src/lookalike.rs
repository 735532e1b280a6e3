//! Names that look alike though they are not the same: `Contoso` and `C0ntoso`, or one with a Cyrillic С.
//!
//! Unicode Technical Standard #39 gives a skeleton that is the same for confusable texts. It does not fold case and tells
//! digits from letters (0/O, 1/l, 5/S), which on a screen at night are the same; so both are folded on top.

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
        let mut looks: HashMap<String, Vec<&Tenant>> = HashMap::with_capacity(registry.tenants().len());
        for tenant in registry.tenants() {
            looks.entry(look(&tenant.name)).or_default().push(tenant);
        }
        let alike = looks.into_values().filter(|tenants| tenants.len() > 1);
        let twins = alike.flat_map(|tenants| {
            let other = |at: usize| tenants[if at == 0 { 1 } else { 0 }].name.clone();
            let twins: Vec<_> = tenants.iter().enumerate().map(|(at, tenant)| (tenant.identity(), other(at))).collect();
            twins
        });
        Self { twins: twins.collect() }
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
    let look_of_it = look(&tenant.name);
    let others = registry.tenants().iter().filter(|other| other.identity() != tenant.identity());
    others.filter(|other| look(&other.name) == look_of_it).collect()
}

/// Returns what is left of a name once everything is folded that the eye does not tell apart.
fn look(name: &str) -> String {
    // Before the skeleton, because it knows the look of small letters best; and after it, because what was Cyrillic is Latin
    // only now.
    let skeleton: String = skeleton(fold(name).as_str()).collect();
    let folded = fold(&skeleton);
    folded.as_str().chars().filter(|char| !char.is_whitespace()).map(same_look).collect()
}

/// Digits and small letters that stand for each other. UTS #39 maps 1, I and | to l already, and rn to m.
fn same_look(char: char) -> char {
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
        ] {
            assert_eq!(look(one), look(other), "{one} and {other}");
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
        ] {
            assert_ne!(look(one), look(other), "{one} and {other}");
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
}
