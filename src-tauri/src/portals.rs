//! The portals page: all portals as the person arranged them, and the person's own.

use std::collections::BTreeMap;

use portico_core::{
    cloud::Cloud,
    display::{safe, shortened},
    own::{self, Entry, Field, Held, Problem},
    portal::{Catalogue, Grade, Portal, PortalId},
    settings, store,
    template::{Placeholder, Template, TemplateFault},
    tenant::Tenant,
};
use tauri::{AppHandle, Manager};

use crate::{
    customers::places,
    ipc::{
        Failure,
        choices::{Address, ArrangementShape, CatalogueShape, PortalCheck, PortalEntry, PortalPreview, PortalShape},
    },
    state::{Known, State},
    texts::{counted, text, with},
    watch,
};

/// Returns all portals, in the person's order.
pub(crate) fn shape(known: &Known) -> CatalogueShape {
    let catalogue = &known.catalogue;
    CatalogueShape {
        portals: catalogue.portals().iter().map(|portal| portal_shape(catalogue, portal)).collect(),
        default: catalogue.default_portal().id.to_string(),
        problems: catalogue
            .problems()
            .iter()
            .map(settings::Problem::to_string)
            .map(|text| safe(&text).into_owned())
            .collect(),
    }
}

fn portal_shape(catalogue: &Catalogue, portal: &Portal) -> PortalShape {
    let addresses: Vec<Address> = Cloud::ALL.into_iter().filter_map(|cloud| address(portal, cloud)).collect();
    let is_same_for_all = |cloud: Cloud| portal.template(cloud).is_none_or(Template::is_tenant_less);
    PortalShape {
        id: portal.id.to_string(),
        name: safe(&portal.name).into_owned(),
        own: portal.is_own(),
        on: catalogue.is_on(&portal.id),
        tenant_less: Cloud::ALL.into_iter().all(is_same_for_all),
        addresses,
    }
}

fn address(portal: &Portal, cloud: Cloud) -> Option<Address> {
    let (template, evidence) = (portal.template(cloud)?, portal.evidence(cloud)?);
    Some(Address {
        cloud: cloud.key(),
        cloud_name: cloud.name(),
        template: template.as_str().to_owned(),
        evidence: text(match evidence.grade {
            Grade::Documented => "catalogue.documented",
            Grade::Tools => "catalogue.tools",
            Grade::Inferred => "catalogue.inferred",
            Grade::Contested => "catalogue.contested",
            Grade::Own => "catalogue.own",
        }),
        // What Portico comes with names pages and programs, which are the same in every language.
        source: if portal.is_own() { String::new() } else { evidence.source.clone() },
        needs: template.placeholders().iter().copied().map(placeholder).collect(),
        check: portal.may_show_another_tenant(cloud),
    })
}

fn placeholder(placeholder: Placeholder) -> String {
    text(match placeholder {
        Placeholder::TenantId => "field.tenant-id",
        Placeholder::Domain => "field.domain",
        Placeholder::InitialDomain => "field.initial-domain",
        Placeholder::SharePoint => "field.sharepoint",
    })
}

/// Saves order, default and which are off.
///
/// # Errors
///
/// A portal is not there, or it was not saved.
pub(crate) fn arrange(app: &AppHandle, shape: &ArrangementShape) -> Result<CatalogueShape, Failure> {
    let known = app.state::<State>().known();
    let id = |key: &String| {
        known.catalogue.named(key).map(|portal| portal.id.clone()).map_err(|_| Failure::refused("NoPortal"))
    };
    let ids = |keys: &[String]| keys.iter().map(id).collect::<Result<Vec<PortalId>, _>>();
    let (order, off, default) = (ids(&shape.order)?, ids(&shape.off)?, id(&shape.default)?);
    store::arrange_portals(&places(app)?, order, off, Some(default)).map_err(|error| Failure::not_saved(&error))?;
    Ok(follow(app))
}

/// Says what is wrong with an own portal, and what its addresses would be.
pub(crate) fn check(known: &Known, shape: PortalEntry) -> PortalCheck {
    let entry = entry(shape);
    let mut check = PortalCheck::default();
    if let Err(problems) = own::check(&entry, &known.registry, &known.catalogue) {
        for (field, problem) in problems {
            let (key, fix) = match (field, &problem) {
                (Field::Template(cloud), Problem::Holds(held)) => (cloud.key(), held.corrected.clone()),
                (Field::Template(cloud), _) => (cloud.key(), None),
                (Field::Id | Field::Name, _) => ("name", None),
                (Field::Templates, _) => (Cloud::default().key(), None),
            };
            check.fixes.extend(fix.map(|fix| (key.to_owned(), fix)));
            check.errors.entry(key.to_owned()).or_insert_with(|| said(&problem));
        }
    }
    check.previews = Cloud::ALL.into_iter().filter_map(|cloud| preview(known, &entry, cloud)).collect();
    check
}

/// Returns the address for the first customer of a cloud that has all it needs, or for an example.
fn preview(known: &Known, entry: &Entry, cloud: Cloud) -> Option<PortalPreview> {
    let template: Template = entry.templates.get(cloud.key())?.trim().parse().ok()?;
    let of = |tenant: &Tenant| own::preview(&template, tenant).ok();
    let mut customers = known.registry.tenants().iter().filter(|tenant| tenant.cloud == cloud);
    let found = customers.find_map(|tenant| Some((safe(&tenant.name).into_owned(), of(tenant)?)));
    let (customer, url) = match found {
        Some((name, url)) => (Some(name), Some(url)),
        None => (None, own::example(cloud).as_ref().and_then(of)),
    };
    Some(PortalPreview { cloud: cloud.key(), cloud_name: cloud.name(), customer, url })
}

/// Saves a portal of the person's own.
///
/// # Errors
///
/// Something is wrong with it, or it was not saved.
pub(crate) fn save(app: &AppHandle, shape: PortalEntry) -> Result<CatalogueShape, Failure> {
    let known = app.state::<State>().known();
    let own = own::check(&entry(shape), &known.registry, &known.catalogue).map_err(|problems| {
        let first = problems.first().map(|(_, problem)| said(problem));
        Failure::new("Invalid", first.unwrap_or_default())
    })?;
    store::save_own_portal(&places(app)?, own).map_err(|error| Failure::not_saved(&error))?;
    Ok(follow(app))
}

/// Removes a portal of the person's own, unless customers open it by default.
///
/// # Errors
///
/// Customers do, or it was not saved.
pub(crate) fn remove(app: &AppHandle, id: &str) -> Result<CatalogueShape, Failure> {
    let known = app.state::<State>().known();
    let id: PortalId = id.parse().map_err(|_| Failure::refused("NoPortal"))?;
    let users = known.registry.tenants().iter().filter(|tenant| tenant.portal.as_ref() == Some(&id)).count();
    if users > 0 {
        return Err(Failure::new("InUse", counted("catalogue.in-use", users, &[])));
    }
    store::remove_own_portal(&places(app)?, id).map_err(|error| Failure::not_saved(&error))?;
    Ok(follow(app))
}

fn follow(app: &AppHandle) -> CatalogueShape {
    let state = app.state::<State>();
    state.refresh();
    watch::changed(app);
    shape(&state.known())
}

fn entry(PortalEntry { id, name, templates, tenant_less }: PortalEntry) -> Entry {
    let templates: BTreeMap<String, String> = templates;
    Entry { id: id.unwrap_or_default(), name, templates, tenant_less }
}

/// Says what is wrong with a field.
fn said(problem: &Problem) -> String {
    let shown = |value: &str| shortened(&safe(value), 80).into_owned();
    match problem {
        Problem::BadId(_) | Problem::BuiltIn(_) => text("catalogue.bad-key"),
        Problem::NoName => text("catalogue.no-name"),
        Problem::LongName => text("catalogue.long-name"),
        Problem::HazardousName(name) => with("entry.hazardous", &[("value", &shown(name))]),
        Problem::NameTaken(name) => with("catalogue.name-taken", &[("name", &shown(name))]),
        Problem::NoTemplate => text("catalogue.no-template"),
        Problem::NoSuchCloud(_) => text("entry.no-cloud"),
        Problem::LongTemplate => text("catalogue.long-template"),
        Problem::Template(error) => text(fault(error.why)),
        Problem::Holds(Held { what, customer, .. }) => {
            let what = placeholder(*what);
            match customer {
                Some(customer) => with("catalogue.holds", &[("what", &what), ("name", &shown(customer))]),
                None => with("catalogue.holds-some", &[("what", &what)]),
            }
        }
        Problem::Unopenable => text("catalogue.unopenable"),
        Problem::NamesNobody => with("catalogue.names-nobody", &[("placeholder", "{tenant_id}")]),
        Problem::NamesSomebody => text("catalogue.names-somebody"),
    }
}

fn fault(fault: TemplateFault) -> &'static str {
    match fault {
        TemplateFault::Characters => "catalogue.characters",
        TemplateFault::InQueryKey => "catalogue.in-query-key",
        TemplateFault::Unopened | TemplateFault::Unclosed => "catalogue.braces",
        TemplateFault::UnknownPlaceholder => "catalogue.unknown-placeholder",
        TemplateFault::Twice => "catalogue.twice",
        TemplateFault::NotHttps => "catalogue.not-https",
        TemplateFault::SharePointPlace | TemplateFault::InHost => "catalogue.in-host",
        TemplateFault::UserOrPort => "catalogue.user-or-port",
        TemplateFault::NoHost => "catalogue.no-host",
    }
}
