//! What differs between a tenant as it was known and as it is, for a person's eyes.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::Facts;
use crate::{cloud::Identity, registry::Registry};

/// A customer as it was known, and as it is in the registry now.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    /// Before.
    pub old: (Identity, Facts),
    /// Now.
    pub new: (Identity, Facts),
}

impl Change {
    /// Returns a short text that is another for every other change: what a person saw and accepts must still be so.
    pub fn fingerprint(&self) -> String {
        fingerprint(self)
    }

    /// Returns the fields that differ, with both values; an empty value is an empty text.
    pub fn differences(&self) -> Vec<Difference> {
        let ((old_identity, old), (new_identity, new)) = (&self.old, &self.new);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let fields = [
            (Field::Name, old.name.clone(), new.name.clone()),
            (Field::TenantId, old_identity.tenant_id.to_string(), new_identity.tenant_id.to_string()),
            (Field::Cloud, old_identity.cloud.to_string(), new_identity.cloud.to_string()),
            (Field::Domain, text(&old.domain), text(&new.domain)),
            (Field::InitialDomain, text(&old.initial_domain), text(&new.initial_domain)),
            (Field::SharePoint, text(&old.sharepoint), text(&new.sharepoint)),
            (Field::Aliases, old.aliases.join(", "), new.aliases.join(", ")),
        ];
        let differ = fields.into_iter().filter(|(_, old, new)| old != new);
        differ.map(|(field, old, new)| Difference { field, old, new }).collect()
    }
}

/// Returns a short text that is another for every other registry, as far as pins go.
pub fn fingerprint_of(registry: &Registry) -> String {
    let facts: Vec<_> = registry.tenants().iter().map(|tenant| (tenant.identity(), Facts::of(tenant))).collect();
    fingerprint(&facts)
}

/// Against mix-ups, not against attackers: whoever could aim at it could as well write the pins.
fn fingerprint(value: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// One field that differs. The values are as they stand in the file: show them through [`crate::display`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// Before.
    pub old: String,
    /// Now.
    pub new: String,
}

/// A field that pins watch over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name.
    Name,
    /// The tenant ID.
    TenantId,
    /// The cloud.
    Cloud,
    /// The default domain.
    Domain,
    /// The initial domain.
    InitialDomain,
    /// The SharePoint label.
    SharePoint,
    /// The aliases.
    Aliases,
}
