//! What is wrong with what was entered about a customer, in the person's language.

use portico_core::{
    cloud::Cloud,
    display::{safe, shortened},
    entering::{self, Entered, Fault, Field, Remark},
    import::{self, Choices},
    pins::Pinning,
    registry::{Clash, ClashKind, Registry},
    tenant::{Tenant, Text, TextError},
    tenant_id::{TenantId, TenantIdError},
};

use crate::{
    ipc::{Checked, EntryShape, Failure, Messages, Pasted},
    state::Known,
    texts::{text, with},
};

/// Looks at what is entered so far. Nothing is saved.
///
/// # Errors
///
/// The customer is gone.
pub(crate) fn check(known: &Known, shape: EntryShape) -> Result<Checked, Failure> {
    let before = shape.identity.as_deref().map(|identity| known.tenant(identity)).transpose()?;
    let tenant = match Entered::from(shape.fields).read(before) {
        Ok(tenant) => tenant,
        Err(faults) => return Ok(Checked { errors: messages(&faults), notes: Messages::new() }),
    };
    let own = before.map(Tenant::identity);
    let errors = entering::clash(&known.registry, own.as_ref(), &tenant)
        .map(|(field, error)| (field.key(), clash(&error)))
        .into_iter()
        .collect();
    let notes = entering::remarks(&known.registry, before, &tenant)
        .into_iter()
        .map(|(field, remark)| (field.key(), remarked(&remark)))
        .collect();
    Ok(Checked { errors, notes })
}

/// Returns a sentence for each field that something is wrong with.
pub(crate) fn messages(faults: &[(Field, Fault)]) -> Messages {
    let mut messages = Messages::new();
    for (field, fault) in faults {
        messages.entry(field.key()).or_insert_with(|| fault_text(fault));
    }
    messages
}

fn fault_text(fault: &Fault) -> String {
    match fault {
        Fault::Text(error) => bad_text(error),
        Fault::TenantId(error) => bad_id(error),
        Fault::Cloud(_) => text("entry.no-cloud"),
        Fault::Domain(_) => text("entry.no-domain"),
        Fault::SharePoint(_) => text("entry.no-sharepoint"),
        Fault::Portal(_) => text("entry.no-portal"),
        Fault::Clash(error) => clash(error),
    }
}

/// Says what is wrong with a text.
pub(crate) fn bad_text(error: &TextError) -> String {
    match error {
        TextError::Empty(Text::Name) => text("entry.no-name"),
        TextError::Empty(_) => text("entry.empty"),
        TextError::TooLong(_, most) => with("entry.long", &[("most", &most.to_string())]),
        TextError::Hazardous(_, value) => with("entry.hazardous", &[("value", &shown(value))]),
    }
}

/// Says what is wrong with a tenant ID.
pub(crate) fn bad_id(error: &TenantIdError) -> String {
    match error {
        TenantIdError::Empty => text("entry.no-id"),
        TenantIdError::Shape(value) if value.chars().count() == TenantId::LEN - 1 => text("entry.id-short"),
        TenantIdError::Shape(_) => text("entry.id-shape"),
        TenantIdError::Placeholder(word) => with("entry.id-word", &[("word", word)]),
        TenantIdError::Nil | TenantIdError::Max => text("entry.id-empty"),
        TenantIdError::Consumer => text("entry.id-consumer"),
    }
}

/// Says what two customers would share.
pub(crate) fn clash(error: &Clash) -> String {
    let name = shown(&error.first);
    match &error.kind {
        ClashKind::Identity(_) => with("entry.taken-id", &[("name", &name)]),
        ClashKind::Directory(_, one, _) => with("entry.taken-directory", &[("name", &name), ("cloud", one.name())]),
        ClashKind::Value(_, value) => with("entry.taken-value", &[("name", &name), ("value", value)]),
        ClashKind::TooMany => text("entry.too-many"),
    }
}

fn remarked(remark: &Remark) -> String {
    match remark {
        Remark::SameName(name) => with("entry.same-name", &[("name", &shown(name))]),
        Remark::Lookalike(name) => with("entry.lookalike", &[("name", &shown(name))]),
        Remark::OtherTenant => text("entry.other-tenant"),
        Remark::NotVerified => text("entry.not-verified"),
    }
}

fn shown(value: &str) -> String {
    shortened(&safe(value), 80).into_owned()
}

/// Returns the one tenant that a pasted text names.
pub(crate) fn pasted(pasted: &str) -> Option<Pasted> {
    if let Ok(id) = TenantId::from_entry(pasted) {
        return Some(Pasted { tenant_id: id.to_string(), cloud: None, domain: None, initial_domain: None });
    }
    let list = import::read(pasted.as_bytes(), &[]).ok()?;
    // What the list would add to nothing is what it says.
    let plan = list.plan(&Registry::default(), &Pinning::default(), &Choices::default());
    match (&plan.new[..], &plan.conflicts[..]) {
        ([new], []) => {
            let tenant = &new.tenant;
            Some(Pasted {
                tenant_id: tenant.tenant_id.to_string(),
                cloud: (tenant.cloud != Cloud::default()).then(|| tenant.cloud.key()),
                domain: tenant.domain.as_ref().map(ToString::to_string),
                initial_domain: tenant.initial_domain.as_ref().map(ToString::to_string),
            })
        }
        ([], [open]) => {
            let id = open.tenant_id.to_string();
            Some(Pasted { tenant_id: id, cloud: None, domain: None, initial_domain: None })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

    #[test]
    fn a_tenant_is_found_in_whatever_is_pasted() {
        for text in [
            ID.to_owned(),
            format!(" {{{}}} ", ID.to_uppercase()),
            format!("https://security.microsoft.com/?tid={ID}"),
            format!("https://entra.microsoft.com/{ID}/#home"),
            format!("Tenant ID: {ID}"),
            format!("Contoso;{ID}"),
            format!("{{\"tenantId\": \"{ID}\", \"displayName\": \"Contoso\"}}"),
        ] {
            assert_eq!(pasted(&text).map(|pasted| pasted.tenant_id), Some(ID.to_owned()), "{text}");
        }
        let cloud = pasted(&format!("https://portal.azure.cn/{ID}/")).and_then(|pasted| pasted.cloud);
        assert_eq!(cloud, Some("china"));
    }

    #[test]
    fn what_names_nobody_or_several_fills_nothing() {
        let two = format!("{ID}\n0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f");
        for text in ["", "Contoso", "contoso.com", &two, "00000000-0000-0000-0000-000000000000"] {
            assert!(pasted(text).is_none(), "{text}");
        }
    }
}
