//! Adding the customer that a link names and nobody here has.

use jiff::Timestamp;
use portico_core::{
    cloud::Cloud,
    following::{self, Marker, Refusal},
    link,
    store::{self, StoreError},
    tenant::Tenant,
    tenant_id::TenantId,
};
use tauri::{AppHandle, Manager};

use crate::{
    customers::entry,
    ipc::{AddShape, Failure},
    open::links,
    state::State,
    texts::text,
    watch,
};

/// Adds a customer with the tenant ID in the link. Nothing opens.
///
/// # Errors
///
/// Why it was not added, for people: `BadName` and `NoCloud` are about what was entered.
pub(crate) fn from_link(app: &AppHandle, shape: &AddShape) -> Result<(), Failure> {
    let state = app.state::<State>();
    let places = state.known().places()?.clone();
    let tenant = entered(shape)?;
    let added = store::update(&places, Timestamp::now(), |registry| {
        // What somebody else added meanwhile is a clash, which says with whom.
        registry.add(tenant.clone()).map_err(StoreError::from)
    });
    watch::look_again(app);
    added.map(drop).map_err(|error| Failure::not_saved(&error))
}

/// Makes the tenant. Its ID is read from the link here, so that it is the one that was shown.
fn entered(AddShape { link, name, cloud }: &AddShape) -> Result<Tenant, Failure> {
    let no_id = || Failure::refused("NoTenantId");
    if link.len() > links::LIMIT {
        return Err(no_id());
    }
    let link = link::read(link).map_err(|_| no_id())?;
    let id = link.tenant_id().ok_or_else(no_id)?;
    let cloud = match cloud.as_deref() {
        Some(key) => key.parse().ok().filter(|cloud| link.clouds().contains(cloud)),
        None => return Err(Failure::new("NoCloud", text("add.no-cloud"))),
    };
    let cloud = cloud.ok_or_else(|| Failure::refused("BadCloud"))?;
    let tenant = Tenant::new(name.trim(), cloud, id);
    tenant.ensure_enterable().map_err(|error| Failure::new("BadName", entry::bad_text(&error)))?;
    Ok(tenant)
}

/// Returns the tenant ID that could be added because of this refusal, the clouds it may live in, and the one that it
/// lives in unless somebody knows better.
pub(crate) fn offered(refusal: &Refusal) -> Option<(TenantId, &[Cloud], Option<Cloud>)> {
    let following::Refusal::Unknown { marker: Marker::Id(id), clouds } = refusal else { return None };
    let usual = match &clouds[..] {
        [only] => Some(*only),
        // The commercial cloud is what is taken everywhere when none is named.
        clouds => clouds.iter().copied().find(|cloud| *cloud == Cloud::default()),
    };
    Some((*id, clouds, usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";

    fn enter(host: &str, name: &str, cloud: Option<&str>) -> Result<(String, Cloud, String), &'static str> {
        let shape = AddShape {
            link: format!("https://{host}/?tid={ID}"),
            name: name.to_owned(),
            cloud: cloud.map(str::to_owned),
        };
        let tenant = entered(&shape).map_err(|failure| failure.code)?;
        Ok((tenant.name, tenant.cloud, tenant.tenant_id.to_string()))
    }

    #[test]
    fn a_customer_is_added_as_the_link_and_the_person_say() {
        let added = Ok(("Contoso".to_owned(), Cloud::Gcc, ID.to_owned()));
        assert_eq!(enter("security.microsoft.com", " Contoso ", Some("gcc")), added);
        for (host, name, cloud, code) in [
            ("security.microsoft.com", " ", Some("public"), "BadName"),
            ("security.microsoft.com", "Con\u{202e}toso", Some("public"), "BadName"),
            ("security.microsoft.com", "Contoso", None, "NoCloud"),
            ("security.microsoft.com", "Contoso", Some("gcc-high"), "BadCloud"),
            ("security.microsoft.us", "Contoso", Some("public"), "BadCloud"),
            ("evil.example", "Contoso", Some("public"), "NoTenantId"),
        ] {
            assert_eq!(enter(host, name, cloud), Err(code), "{host} {name} {cloud:?}");
        }
    }

    #[test]
    fn only_a_host_that_means_one_cloud_chooses_it() {
        let id: TenantId = ID.parse().unwrap();
        for (clouds, usual) in [
            (&[Cloud::Public, Cloud::Gcc][..], Some(Cloud::Public)),
            (&[Cloud::GccHigh], Some(Cloud::GccHigh)),
            (&[Cloud::GccHigh, Cloud::Dod], None),
            (&[Cloud::Gcc, Cloud::GccHigh], None),
        ] {
            let refusal = Refusal::Unknown { marker: Marker::Id(id), clouds: clouds.to_vec() };
            assert_eq!(offered(&refusal), Some((id, clouds, usual)));
        }
    }
}
