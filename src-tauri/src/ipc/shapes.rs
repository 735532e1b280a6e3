//! The JSON that crosses to the pages. `ui/js/backend.js` has the same shapes as JSDoc types.

use std::collections::BTreeMap;

use portico_core::{
    display::safe,
    history::{Entry, Outcome},
    menu::Trouble,
    portal::Catalogue,
    store::StoreError,
};
use serde::{Deserialize, Serialize};

use crate::{
    failure,
    open::{self, Asked, Page},
    state,
    texts::{Template, text, with},
};

#[derive(Serialize)]
pub(crate) struct Start {
    pub(crate) texts: BTreeMap<String, Template>,
    pub(crate) platform: &'static str,
    pub(crate) rounded: bool,
    pub(crate) language: String,
    pub(crate) version: &'static str,
}

#[derive(Serialize)]
pub(crate) struct Results {
    pub(crate) query: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) total: usize,
    pub(crate) customers: usize,
    pub(crate) preselect: bool,
    pub(crate) registry: String,
    pub(crate) problem: Option<Problem>,
    pub(crate) link: Option<Linked>,
}

/// What the rows are about when it is a link: its text, which comes back with what is to be opened or added.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Linked {
    /// The rows are whom the link names.
    Named { link: String },
    /// The link names nobody: the rows are those for whom its page can be opened.
    Which { link: String, portal: String, page: String },
    /// There are no rows, and this is why.
    Message { link: String, title: String, text: String, value: Option<String>, offer: Option<Offer> },
}

/// A tenant that could be added, because nobody here has its ID.
#[derive(Serialize)]
pub(crate) struct Offer {
    pub(crate) tenant_id: String,
    pub(crate) portal: String,
    /// Where it may live, and where it lives unless somebody knows better.
    pub(crate) clouds: Vec<OfferedCloud>,
    pub(crate) cloud: Option<&'static str>,
}

#[derive(Serialize)]
pub(crate) struct OfferedCloud {
    pub(crate) key: &'static str,
    pub(crate) name: &'static str,
}

/// A customer to be added. It holds no tenant ID: that is read from the link here.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddShape {
    pub(crate) link: String,
    pub(crate) name: String,
    pub(crate) cloud: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) identity: String,
    pub(crate) tenant_id: String,
    pub(crate) portal: String,
    pub(crate) name: String,
    pub(crate) name_marks: Vec<[usize; 2]>,
    pub(crate) also: Option<Also>,
    pub(crate) domain: Option<String>,
    pub(crate) domain_marks: Vec<[usize; 2]>,
    pub(crate) group: Option<String>,
    pub(crate) cloud: String,
    pub(crate) cloud_badge: Option<&'static str>,
    pub(crate) section: Option<&'static str>,
    /// When something of the customer was opened last, in milliseconds since 1970.
    pub(crate) opened_at: Option<i64>,
    pub(crate) favorite: bool,
    pub(crate) monogram: String,
    pub(crate) color: u8,
    pub(crate) portal_name: String,
    /// The browser and profile that it opens in; nothing for the default browser.
    pub(crate) browser: Option<String>,
    pub(crate) warning: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) blocked: Option<String>,
    pub(crate) changed: Option<String>,
    pub(crate) lookalike: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Also {
    pub(crate) text: String,
    pub(crate) marks: Vec<[usize; 2]>,
}

#[derive(Serialize)]
pub(crate) struct Problem {
    title: String,
    text: String,
    safe: String,
    /// Nothing is broken, and nothing has to be done now.
    calm: bool,
    path: Option<String>,
    action: Option<Action>,
}

/// What to press about a problem.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Action {
    Restore { label: String, backup: String },
    Review { label: String },
    Copy { label: String, command: String },
}

impl From<&state::Problem> for Problem {
    fn from(problem: &state::Problem) -> Self {
        let calm = matches!(problem.trouble, Trouble::Newer | Trouble::ReadOnly);
        let state::Problem { title, text, safe, path, action, .. } = problem.clone();
        let action = action.map(|action| match action {
            state::Action::Restore { backup, label } => Action::Restore { label, backup },
            state::Action::Review { label } => Action::Review { label },
            state::Action::Copy { command, label } => Action::Copy { label, command },
        });
        Self { title, text, safe, calm, path, action }
    }
}

/// What a page asks to open: a portal or the page of a link, one of both. It holds no address: that is built here.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestShape {
    pub(crate) identity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) portal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<String>,
    pub(crate) name: String,
    pub(crate) confirmed: bool,
}

#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "lowercase")]
pub(crate) enum Answer {
    Opened,
    Asks { question: Question },
    Reviews { review: Review },
}

impl From<open::Outcome> for Answer {
    fn from(outcome: open::Outcome) -> Self {
        match outcome {
            open::Outcome::Opened => Self::Opened,
            open::Outcome::Asks(question) => Self::Asks { question },
            open::Outcome::Reviews(review) => Self::Reviews { review },
        }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Question {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) old_name: Option<String>,
    pub(crate) new_name: Option<String>,
    pub(crate) yes: String,
    pub(crate) request: RequestShape,
}

/// What a person has to look at and accept before anything opens.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Review {
    pub(crate) title: String,
    pub(crate) text: String,
    /// What differs, for one changed customer.
    pub(crate) differences: Vec<Difference>,
    /// All customers, when the pins are lost.
    pub(crate) customers: Vec<Known>,
    pub(crate) yes: String,
    pub(crate) accept: Accept,
    /// What to open once it is accepted.
    pub(crate) request: Option<RequestShape>,
}

/// One field that differs.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Difference {
    pub(crate) field: String,
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
}

/// A customer among all.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) domain: Option<String>,
    pub(crate) identity: String,
}

/// What is accepted: one customer, or all, as they were when the person saw them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Accept {
    pub(crate) identity: Option<String>,
    pub(crate) seen: String,
}

impl From<&Asked> for RequestShape {
    fn from(asked: &Asked) -> Self {
        let (portal, link) = match asked.page.clone() {
            Page::Portal(portal) => (Some(portal.unwrap_or_default()), None),
            Page::Link(link) => (None, Some(link)),
        };
        let name = asked.shown_name.clone().unwrap_or_default();
        Self { identity: asked.identity.to_string(), portal, link, name, confirmed: asked.confirmed }
    }
}

/// A customer to become a favorite, or to be none any more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FavoriteShape {
    pub(crate) identity: String,
    /// The name that the person saw.
    pub(crate) name: String,
    pub(crate) favorite: bool,
}

/// A portal that was opened.
#[derive(Serialize)]
pub(crate) struct OpenedShape {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    pub(crate) portal_name: String,
    pub(crate) via: &'static str,
    pub(crate) result: Option<&'static str>,
}

impl OpenedShape {
    pub(crate) fn of(Entry { at, intent, outcome }: Entry, catalogue: &Catalogue) -> Self {
        // A portal that went from the catalogue is still what was opened then.
        let portal = catalogue.named(&intent.portal).map(|portal| portal.name.clone());
        Self {
            at: at.as_millisecond(),
            portal_name: portal.unwrap_or_else(|_| safe(&intent.portal).into_owned()),
            via: intent.via.key(),
            result: outcome.map(Outcome::key),
        }
    }
}

/// The keys that bring up quick open.
#[derive(Debug, Serialize)]
pub(crate) struct HotkeyShape {
    pub(crate) status: &'static str,
    /// As they are written, and as people know them.
    pub(crate) keys: Option<String>,
    pub(crate) shown: Option<String>,
    /// Nobody was asked yet.
    pub(crate) offer: bool,
    /// What a desktop that gives keys itself has to run.
    pub(crate) command: String,
    /// What people should know about the status.
    pub(crate) note: Option<String>,
}

/// Why something was not done. Pages branch on the code and show the message.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Failure {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) url: Option<String>,
}

impl Failure {
    /// What pages branch on, and what they show.
    pub(crate) fn new(code: &'static str, message: String) -> Self {
        Self { code, message, url: None }
    }

    /// The registry or the settings were not saved.
    pub(crate) fn not_saved(error: &StoreError) -> Self {
        Self::new("NotSaved", failure::store(error))
    }

    /// The registry, the settings or a backup cannot be read.
    pub(crate) fn not_read(error: &StoreError) -> Self {
        Self::new("NotRead", failure::store(error))
    }

    /// A request that no page of ours would send.
    pub(crate) fn refused(code: &'static str) -> Self {
        Self::new(code, with("open.refused", &[("code", code)]))
    }
}

/// What quick open has to say when it shows.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Pending {
    Failed {
        error: Failure,
        request: Option<RequestShape>,
    },
    Asks {
        question: Question,
    },
    Reviews {
        review: Review,
    },
    Notice {
        title: String,
        text: String,
    },
    /// A link came from elsewhere: the text to search for, none when it could not be read; and the customer and the portal that it
    /// names.
    Link {
        text: Option<String>,
        identity: Option<String>,
        portal: Option<String>,
    },
}

impl Pending {
    pub(crate) fn no_tray(why: &str) -> Self {
        Self::Notice { title: text("tray.missing-title"), text: why.to_owned() }
    }
}

/// Returns the path of the registry file, or nothing when it is not known.
pub(super) fn registry_path(known: &state::Known) -> String {
    known.places.as_ref().map(|places| safe(&places.registry.display().to_string()).into_owned()).unwrap_or_default()
}
