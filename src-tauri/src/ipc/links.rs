//! What quick open says to a pasted link: the customer that it names, the question whose page is meant, or why it leads nowhere.

use portico_core::{
    display::shortened,
    following::{self, Refusal, Request},
    link::{self, Link},
    opening::{self, Target},
    pins::Pinning,
    search::{Marks, Reach},
    tenant::Tenant,
};

use super::{
    rows::{self, Opens},
    shapes::{Linked, Offer, OfferedCloud, Row},
};
use crate::{
    add,
    open::{self, links::Said},
    state::Known,
    texts::with,
};

/// The longest part of a link that is shown, in characters.
const PAGE: usize = 160;

/// The rows for a link: how many customers there are in all, whether the first is so clearly meant that one key may open it.
pub(super) type Answer = (Vec<Row>, usize, bool, Linked);

/// Returns the answer to a link; `typed` is looked for where the link names no customer.
pub(super) fn answer(known: &Known, text: &str, typed: &str, most: usize) -> Answer {
    let link = match link::read(text) {
        Ok(link) => link,
        Err(error) => return message(text, open::links::unreadable(&error), None),
    };
    if link.names_no_tenant() {
        return which(known, text, &link, typed, most);
    }
    let named = match following::named(&known.registry, &link) {
        Ok(named) => named,
        Err(refusal) => return message(text, open::links::refused(&refusal), offer(&link, &refusal)),
    };
    let (total, certain) = (named.len(), named.len() == 1);
    let mut rows = Vec::new();
    for tenant in named.into_iter().take(most) {
        let target = target(known, &link, tenant);
        match target {
            // What is wrong is the link, not what is known about the customer.
            Err(refusal) if certain && !matches!(refusal, Refusal::Opening(_)) => {
                return message(text, open::links::refused(&refusal), None);
            }
            target => rows.push(rows::row(known, tenant, &Marks::default(), None, opens(&link, target))),
        }
    }
    (rows, total, certain, Linked::Named { link: text.to_owned() })
}

/// Asks whose page is meant: nobody is chosen before a name is typed, whoever is a favorite.
fn which(known: &Known, text: &str, link: &Link, typed: &str, most: usize) -> Answer {
    let anybody = Request::default();
    match following::decide(opening::Known::plain(&known.registry, &Pinning::default()), link, &anybody) {
        Ok(_) => {}
        Err(refusal) => return message(text, open::links::refused(&refusal), None),
    }
    if !known.registry.tenants().is_empty() && following::candidates(&known.registry, link).next().is_none() {
        return message(text, open::links::nobody_there(link.portal_name(), link.clouds()), None);
    }
    let opens = |tenant: &Tenant| opens(link, target(known, link, tenant));
    let (rows, total, certain) = if typed.trim().is_empty() {
        let all: Vec<_> = following::candidates(&known.registry, link).collect();
        let (rows, total, _) = rows::at_rest(known, &all, most, opens);
        (rows, total, false)
    } else {
        let counts = |identity: &portico_core::cloud::Identity| link.clouds().contains(&identity.cloud);
        let found = known.index.search_among(typed, &known.recent, most, Reach::Everything, counts);
        (rows::found(known, typed, &found.hits, opens), found.total, found.certain)
    };
    let page = link.page();
    let page = if page == "/" { "" } else { &page };
    let (portal, page) = (link.portal_name().to_owned(), shortened(page, PAGE).into_owned());
    (rows, total, certain, Linked::Which { link: text.to_owned(), portal, page })
}

/// Returns what a row opens.
fn opens(link: &Link, target: Result<Target<'_>, Refusal>) -> Opens {
    match target {
        Ok(target) => Opens {
            portal: target.portal.to_string(),
            portal_name: target.portal_name,
            url: Ok(target.url),
            check: target.may_show_another_tenant,
        },
        Err(refusal) => Opens {
            portal: link.portal().to_string(),
            portal_name: link.portal_name().to_owned(),
            url: Err(match refusal {
                Refusal::Opening(opening::Refusal::Unavailable { portal, why, .. }) => {
                    with("open.blocked", &[("portal", &portal), ("reason", &open::reason(why))])
                }
                refusal => open::links::refused(&refusal).text,
            }),
            check: false,
        },
    }
}

/// Returns the page of the link for a customer. Pins, and what a person is asked before it opens, are not looked at.
fn target<'a>(known: &'a Known, link: &Link, tenant: &Tenant) -> Result<Target<'a>, Refusal> {
    let request = Request { customer: Some(tenant.identity()), shown_name: None, confirmed: true };
    let pinning = Pinning::default();
    let decision = following::decide(opening::Known::plain(&known.registry, &pinning), link, &request)?;
    decision.map(|decision| decision.into_parts().0).ok_or_else(|| Refusal::Several(Vec::new()))
}

fn offer(link: &Link, refusal: &Refusal) -> Option<Offer> {
    let (tenant_id, clouds, usual) = add::offered(refusal)?;
    let clouds = clouds.iter().map(|cloud| OfferedCloud { key: cloud.key(), name: cloud.name() }).collect();
    let portal = link.portal_name().to_owned();
    Some(Offer { tenant_id: tenant_id.to_string(), portal, clouds, cloud: usual.map(|cloud| cloud.key()) })
}

pub(super) fn message(text: &str, Said { title, text: words, value }: Said, offer: Option<Offer>) -> Answer {
    (Vec::new(), 0, false, Linked::Message { link: text.to_owned(), title, text: words, value, offer })
}
