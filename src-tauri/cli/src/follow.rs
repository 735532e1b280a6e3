//! A link in place of a customer: which one it names, or who is meant where it names none.

use portico_core::{
    display::{quoted, safe},
    following::{self, Marker, Refusal, Request},
    link::{self, LinkError},
    opening::{Decision, Known},
    registry::Registry,
};

use crate::{
    ask,
    failure::{Exit, Failure},
    registry,
};

/// Returns what a link leads to, and what is to be asked before. Asks for the customer where neither the link nor the
/// command names one.
pub(crate) fn decide<'a>(
    known: Known<'a, '_>,
    text: &str,
    customer: Option<&str>,
    request: Request,
) -> Result<Decision<'a>, Failure> {
    let registry = known.registry;
    let link = link::read(text).map_err(unreadable)?;
    let identity_of = |text: &str| registry::find_by_prefix(registry, text).map(|tenant| tenant.identity());
    let customer = customer.map(identity_of).transpose()?;
    let decide = |customer| {
        let request = Request { customer, ..request.clone() };
        following::decide(known, &link, &request).map_err(|refusal| refused(registry, refusal))
    };
    let decision = match decide(customer)? {
        None => decide(Some(identity_of(&which_customer(link.portal_name())?)?))?,
        decision => decision,
    };
    decision.ok_or_else(nobody_named)
}

fn which_customer(portal: &str) -> Result<String, Failure> {
    match ask::line(&format!("This link to {} names no customer. Which customer? ", safe(portal))) {
        Some(answer) if answer.trim().is_empty() => Err(Failure::cancelled()),
        Some(answer) => Ok(answer),
        None => Err(nobody_named()),
    }
}

fn nobody_named() -> Failure {
    Failure::new(Exit::Ambiguous, "the link names no customer: nothing was opened")
        .hint("say for whom with `--for TENANT`, by name, alias, domain or tenant ID")
}

fn unreadable(error: LinkError) -> Failure {
    let failure = Failure::new(Exit::Failed, format!("{error}: nothing was opened"));
    match error {
        LinkError::Sealed(_) | LinkError::TooDeep(_) => {
            failure.hint("copy the address that it leads to, and open that")
        }
        LinkError::UnknownHost(_) => failure.hint("run `portico portals` to see the portals"),
        LinkError::NotALink(_) | LinkError::Malformed(_) | LinkError::TwoTenants(..) | LinkError::NotATenant { .. } => {
            failure.hint("open the customer by name, and go to the page from there")
        }
    }
}

fn refused(registry: &Registry, refusal: Refusal) -> Failure {
    let message = refusal.to_string();
    match refusal {
        Refusal::Unknown { marker: Marker::Id(id), clouds } => {
            // The commercial cloud is what `portico add` takes when none is named.
            let add: Vec<_> = match clouds.iter().any(|cloud| *cloud == Default::default()) {
                true => vec![format!("`portico add NAME {id}`")],
                false => clouds.iter().map(|cloud| format!("`portico add NAME {id} --cloud {cloud}`")).collect(),
            };
            Failure::new(Exit::NoSuchTenant, message).hint(format!("add it with {}", add.join(" or ")))
        }
        Refusal::Unknown { marker: Marker::Domain(domain), .. } => {
            // Tenants begin with a domain of Microsoft's; contoso.onmicrosoft.com, contoso.partner.onmschina.cn.
            let is_initial = domain.as_str().contains(".onmicrosoft.") || domain.as_str().ends_with(".onmschina.cn");
            let flag = if is_initial { "initial-domain" } else { "domain" };
            Failure::new(Exit::NoSuchTenant, message).hint(add_with(flag, domain.as_str()))
        }
        Refusal::Unknown { marker: Marker::SharePoint(label), .. } => {
            Failure::new(Exit::NoSuchTenant, message).hint(add_with("sharepoint", label.as_str()))
        }
        Refusal::Several(identities) => {
            let tenants: Vec<_> = identities.iter().filter_map(|identity| registry.get(identity)).collect();
            registry::several(message, &tenants).hint("say which one with `--for CLOUD/TENANT_ID`")
        }
        Refusal::OtherCustomer { named, .. } => Failure::new(Exit::Refused, message)
            .hint(format!("if {} is the customer you mean, leave --for out", quoted(&named))),
        Refusal::Opening(refusal) => refusal.into(),
        Refusal::NotIts { .. } | Refusal::Elsewhere { .. } | Refusal::Mentions { .. } | Refusal::Page { .. } => {
            Failure::new(Exit::Failed, message).hint("open the customer by name, and go to the page from there")
        }
    }
}

fn add_with(flag: &str, value: &str) -> String {
    format!("if you know whose it is, add it with `portico edit TENANT --{flag} {value}`")
}
