//! From a click, in the menu or the window, to the browser: the same way for both.

use portico_core::{
    address::{PortalUrl, Unavailable},
    browser::Start,
    cloud::Cloud,
    display::safe,
    history::{self, Intent, Via},
    opening::{Decision, Doubt, Refusal, Target},
    pins::Loss,
    settings::Rule,
    store::Recorded,
    template::Placeholder,
};
use tauri::{AppHandle, Manager, async_runtime};

use crate::{
    app,
    browser::{self, NotStarted},
    ipc::{Failure, Pending, Question, RequestShape, Review},
    menu::{self, Click, Go},
    notification, sessions,
    state::State,
    texts::{text, with},
    tray, windows,
};

mod asked;
pub(crate) mod links;
pub(crate) mod review;

pub(crate) use asked::{Asked, Page};

use asked::Stopped;

/// What became of a request.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The browser's launcher took it.
    Opened,
    /// The person has to answer first.
    Asks(Question),
    /// The person has to look at what changed first.
    Reviews(Review),
}

/// Does what a clicked row of the menu says.
pub(crate) fn menu_item(app: &AppHandle, id: &str) {
    match menu::clicked(id) {
        Some(Click::Open(request)) => {
            let app = app.clone();
            async_runtime::spawn(async move {
                let asked = Asked::from(request);
                let again = RequestShape::from(&asked);
                let outcome = open(&app, asked, Via::Tray).await;
                if let Some(pending) = unfinished(&outcome, again) {
                    windows::show_quick_with(&app, pending);
                }
            });
        }
        Some(Click::Go(Go::Quit)) => app::quit(app),
        Some(Click::Go(Go::Settings)) => windows::show_settings(app),
        Some(Click::Go(Go::Manage)) => windows::show_manage(app),
        Some(Click::Go(Go::Quick)) => windows::show_quick(app),
        Some(Click::Go(Go::Review)) => match review::next(&app.state::<State>().known()) {
            Some(review) => windows::show_quick_with(app, Pending::Reviews { review }),
            None => windows::show_quick(app),
        },
        None => {}
    }
}

/// Returns what there is to say about a request that did not simply open.
pub(crate) fn unfinished(outcome: &Result<Outcome, Failure>, request: RequestShape) -> Option<Pending> {
    match outcome {
        Ok(Outcome::Opened) => None,
        Ok(Outcome::Asks(question)) => Some(Pending::Asks { question: question.clone() }),
        Ok(Outcome::Reviews(review)) => Some(Pending::Reviews { review: review.clone() }),
        Err(error) => Some(Pending::Failed { error: error.clone(), request: Some(request) }),
    }
}

/// Opens a portal or the page of a link, unless the registry as it is now gives reason not to.
///
/// # Errors
///
/// Why nothing was opened, for people; with the address when only the browser was missing. A launcher that takes its time
/// to fail is shown in quick open when it does.
pub(crate) async fn open(app: &AppHandle, asked: Asked, via: Via) -> Result<Outcome, Failure> {
    let state = app.state::<State>();
    // The file may have changed since the menu was drawn, even within the watcher's moment.
    crate::watch::look_again(app);
    let known = state.known();
    let opened = match asked.decide(&known) {
        Err(Stopped::Changed(change)) => return Ok(Outcome::Reviews(review::of(&change, Some((&asked).into()), 1))),
        Err(Stopped::Refused(failure)) => return Err(failure),
        Ok(Decision::Ask(target, doubt)) => return Ok(Outcome::Asks(question(&asked, &target, &doubt))),
        Ok(Decision::Open(target)) => {
            let chosen = sessions::choose(&known.settings.browsers, &target)?;
            Opened::new(&target, via, chosen)
        }
    };
    let recorded = state.record(&opened.intent);
    let url = opened.url.clone();
    let (late, late_recorded, late_app) = (opened.clone(), recorded.clone(), app.clone());
    let later = move |result: Result<(), NotStarted>| {
        finish(&late_app, &late, late_recorded, result.is_ok());
        if let Err(why) = result {
            let error = late.not_started(why);
            windows::show_quick_with(&late_app, Pending::Failed { error, request: Some((&asked).into()) });
        }
    };
    if let Some(result) = browser::open(app, url, opened.chosen.clone(), later).await {
        finish(app, &opened, recorded, result.is_ok());
        result.map_err(|why| opened.not_started(why))?;
    }
    Ok(Outcome::Opened)
}

/// What is remembered of a target once it is open.
#[derive(Debug, Clone)]
struct Opened {
    intent: Intent,
    name: String,
    portal: String,
    /// The domain and the cloud.
    whose: String,
    url: PortalUrl,
    /// The browser; nothing for the default one.
    chosen: Option<Start>,
}

impl Opened {
    fn new(target: &Target<'_>, via: Via, chosen: Option<Start>) -> Self {
        let intent = Intent {
            identity: target.tenant.identity(),
            name: target.tenant.name.clone(),
            portal: target.portal.to_string(),
            via,
        };
        Self {
            intent,
            name: safe(&target.tenant.name).into_owned(),
            portal: target.portal_name.clone(),
            whose: format!("{}, {}", target.tenant.known_as(), cloud(target.tenant.cloud)),
            url: target.url.clone(),
            chosen,
        }
    }

    fn not_started(&self, why: NotStarted) -> Failure {
        not_started(why, &self.url, self.chosen.as_ref())
    }
}

pub(crate) fn not_started(why: NotStarted, url: &PortalUrl, chosen: Option<&Start>) -> Failure {
    let message = match why {
        NotStarted::NoLauncher => text("open.no-launcher"),
        NotStarted::Refused => text("open.no-browser"),
        NotStarted::Chosen => with("browser.not-started", &[("browser", chosen.map_or("", Start::browser))]),
    };
    Failure { code: "BrowserFailed", message, url: Some(url.to_string()) }
}

/// Says why a portal cannot be opened for a customer.
pub(crate) fn reason(why: Unavailable) -> String {
    match why {
        Unavailable::Cloud(cloud) => with("open.not-in-cloud", &[("cloud", cloud.name())]),
        Unavailable::Missing(Placeholder::TenantId) | Unavailable::Damaged => text("open.damaged"),
        Unavailable::Missing(Placeholder::Domain) => text("open.needs-domain"),
        Unavailable::Missing(Placeholder::InitialDomain) => text("open.needs-initial-domain"),
        Unavailable::Missing(Placeholder::SharePoint) => text("open.needs-sharepoint"),
    }
}

/// Says why nothing can be opened.
pub(crate) fn refused(refusal: &Refusal) -> Failure {
    let (code, message) = match refusal {
        Refusal::Gone(_) => ("Gone", text("open.gone")),
        Refusal::Changed(_) => ("Changed", text("open.changed")),
        Refusal::PinsLost(Loss::Missing | Loss::Unreadable(_)) => ("PinsLost", text("open.pins-lost")),
        Refusal::Portal(unknown) | Refusal::OwnPortal { unknown, .. } => {
            ("UnknownPortal", with("open.no-portal", &[("portal", &safe(&unknown.text))]))
        }
        Refusal::Unavailable { tenant, portal, why } => {
            let values = [("name", &*safe(tenant)), ("portal", portal), ("reason", &reason(*why))];
            ("Unavailable", with("open.unavailable", &values))
        }
    };
    Failure::new(code, message)
}

fn question(asked: &Asked, target: &Target<'_>, doubt: &Doubt) -> Question {
    let name = safe(&target.tenant.name).into_owned();
    let domain = target.tenant.known_as();
    let values = [("name", name.as_str()), ("domain", &domain), ("portal", &target.portal_name)];
    let (title, words, old_name) = match doubt {
        Doubt::Renamed(old) => ("open.renamed-title", "open.renamed", Some(safe(old).into_owned())),
        Doubt::Own => ("open.own-title", "open.own", None),
        Doubt::Marked => ("open.marked-title", "open.marked", None),
        Doubt::Rule(rule) => ("open.marked-title", rule_text(rule), None),
    };
    let renamed = old_name.is_some();
    Question {
        title: with(title, &values),
        text: with(words, &values),
        yes: with("open.yes", &values),
        old_name,
        new_name: renamed.then(|| name.clone()),
        request: RequestShape {
            name,
            // A yes to the new name is not yet a yes to opening a tenant that is asked about.
            confirmed: !renamed || asked.confirmed,
            ..RequestShape::from(asked)
        },
    }
}

/// Returns the text of the rule that asks.
fn rule_text(rule: &Rule) -> &'static str {
    match rule {
        Rule::All => "open.rule-all",
        Rule::Group(_) => "open.rule-group",
        Rule::Cloud(_) => "open.rule-cloud",
        Rule::DoubtfulPortal => "open.rule-doubtful",
    }
}

/// Returns the cloud in words.
pub(crate) fn cloud(cloud: Cloud) -> String {
    match cloud {
        Cloud::Public => text("portal.cloud-public"),
        cloud => with("portal.cloud", &[("cloud", cloud.name())]),
    }
}

/// Writes down what became of a request, and shows an open where people look for it: the tooltip, the recent customers.
fn finish(app: &AppHandle, opened: &Opened, recorded: Option<Recorded>, is_open: bool) {
    let state = app.state::<State>();
    let outcome = if is_open { history::Outcome::HandedOver } else { history::Outcome::Failed };
    state.finish(opened.intent.identity, recorded, outcome);
    if is_open {
        tray::show_opened(app, &opened.intent, &opened.portal);
        // The window has said what it opens; from the tray nothing has.
        if opened.intent.via == Via::Tray && state.known().settings.notify {
            let opening = with("tray.opening", &[("portal", &opened.portal), ("whose", &opened.whose)]);
            let browser = opened.chosen.as_ref().map(sessions::label);
            notification::opened(&opened.name, &sessions::behind(&opening, browser.as_deref()));
        }
        crate::watch::changed(app);
    }
}
