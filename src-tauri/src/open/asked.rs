//! What is asked for, and what the registry as it is now says to it.

use portico_core::{
    cloud::Identity,
    following, link,
    opening::{self, Decision, Refusal},
    pins::Change,
};

use super::{links, refused};
use crate::{
    ipc::{Failure, RequestShape},
    state::Known,
};

/// A page of one customer.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) identity: Identity,
    pub(crate) page: Page,
    /// The name that the person saw beside what they chose.
    pub(crate) shown_name: Option<String>,
    /// True when the person has been asked and said yes.
    pub(crate) confirmed: bool,
}

/// What is to be opened of a customer.
#[derive(Debug, Clone)]
pub(crate) enum Page {
    /// A portal, or the customer's default.
    Portal(Option<String>),
    /// What this link leads to. The link is read again for each look at it, and never opened.
    Link(String),
}

/// Why nothing opens now.
#[derive(Debug)]
pub(super) enum Stopped {
    /// The customer was changed outside Portico, and somebody has to look at it.
    Changed(Box<Change>),
    /// Why, for people.
    Refused(Failure),
}

impl Asked {
    /// Decides by the registry and the pins.
    pub(super) fn decide<'a>(&self, known: &'a Known) -> Result<Decision<'a>, Stopped> {
        match &self.page {
            Page::Portal(portal) => {
                let request = opening::Request {
                    identity: self.identity,
                    portal: portal.clone(),
                    shown_name: self.shown_name.clone(),
                    confirmed: self.confirmed,
                };
                Ok(opening::decide(known.opening(), &request)?)
            }
            Page::Link(text) => {
                let link = link::read(text).map_err(|error| links::unreadable(&error).into_failure())?;
                let request = following::Request {
                    customer: Some(self.identity),
                    shown_name: self.shown_name.clone(),
                    confirmed: self.confirmed,
                };
                let decision = following::decide(known.opening(), &link, &request)?;
                decision.ok_or_else(|| Failure::refused("NobodyNamed").into())
            }
        }
    }
}

impl From<opening::Request> for Asked {
    fn from(request: opening::Request) -> Self {
        let opening::Request { identity, portal, shown_name, confirmed } = request;
        Self { identity, page: Page::Portal(portal), shown_name, confirmed }
    }
}

impl TryFrom<RequestShape> for Asked {
    type Error = Failure;

    fn try_from(shape: RequestShape) -> Result<Self, Failure> {
        let RequestShape { identity, portal, link, name, confirmed } = shape;
        let identity = identity.parse().map_err(|_| Failure::refused("BadIdentity"))?;
        let page = match (portal, link) {
            (portal @ Some(_), None) => Page::Portal(portal),
            (None, Some(link)) if link.len() <= links::LIMIT => Page::Link(link),
            _ => return Err(Failure::refused("BadPage")),
        };
        Ok(Self { identity, page, shown_name: Some(name), confirmed })
    }
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Changed(change) => Self::Changed(change),
            refusal => Self::Refused(refused(&refusal)),
        }
    }
}

impl From<following::Refusal> for Stopped {
    fn from(refusal: following::Refusal) -> Self {
        match refusal {
            following::Refusal::Opening(refusal) => refusal.into(),
            refusal => Self::Refused(links::refused(&refusal).into_failure()),
        }
    }
}
