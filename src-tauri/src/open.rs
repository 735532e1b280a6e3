//! From a click, in the menu or the window, to the browser: the same way for both.

use portico_core::{
    address::Unavailable,
    cloud::Identity,
    display::safe,
    opening::{self, Decision, Doubt, Refusal, Request, Target},
    template::Placeholder,
};
use tauri::{AppHandle, Manager, async_runtime};

use crate::{
    app,
    browser::{self, NotStarted},
    ipc::{Failure, Pending, Question, RequestShape},
    menu::{self, Click, Go},
    state::{State, lock},
    texts::{text, with},
    tray, windows,
};

/// What became of a request.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The browser's launcher took it.
    Opened,
    /// The person has to answer first.
    Asks(Question),
}

/// Does what a clicked row of the menu says.
pub(crate) fn menu_item(app: &AppHandle, id: &str) {
    match menu::clicked(id) {
        Some(Click::Open(request)) => {
            let app = app.clone();
            async_runtime::spawn(async move {
                let again = RequestShape::from(&request);
                let outcome = open(&app, request).await;
                if let Some(pending) = unfinished(&outcome, again) {
                    windows::show_quick_with(&app, pending);
                }
            });
        }
        Some(Click::Go(Go::Quit)) => app::quit(app),
        Some(Click::Go(Go::Settings)) => windows::show_settings(app),
        Some(Click::Go(Go::Manage)) => windows::show_manage(app),
        Some(Click::Go(Go::Quick)) => windows::show_quick(app),
        None => {}
    }
}

/// Returns what there is to say about a request that did not simply open.
pub(crate) fn unfinished(outcome: &Result<Outcome, Failure>, request: RequestShape) -> Option<Pending> {
    match outcome {
        Ok(Outcome::Opened) => None,
        Ok(Outcome::Asks(question)) => Some(Pending::Asks { question: question.clone() }),
        Err(error) => Some(Pending::Failed { error: error.clone(), request: Some(request) }),
    }
}

/// Opens a portal, unless the registry as it is now gives reason not to.
///
/// # Errors
///
/// Why nothing was opened, for people; with the address when only the browser was missing.
pub(crate) async fn open(app: &AppHandle, request: Request) -> Result<Outcome, Failure> {
    let state = app.state::<State>();
    // The file may have changed since the menu was drawn, even within the watcher's moment.
    if state.refresh() {
        crate::watch::changed(app);
    }
    let registry = state.known().registry;
    let target = match opening::decide(&registry, &request).map_err(|refusal| refused(&refusal))? {
        Decision::Ask(target, doubt) => {
            return Ok(Outcome::Asks(question(&request, &target, &doubt)));
        }
        Decision::Open(target) => target,
    };
    browser::open(app, target.url.clone()).await.map_err(|error| Failure {
        code: "BrowserFailed",
        message: text(match error {
            NotStarted::NoLauncher => "open.no-launcher",
            NotStarted::Refused => "open.no-browser",
        }),
        url: Some(target.url.to_string()),
    })?;
    record(app, &state, &target);
    Ok(Outcome::Opened)
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
        Refusal::Portal(unknown) | Refusal::OwnPortal { unknown, .. } => {
            ("UnknownPortal", with("open.no-portal", &[("portal", &safe(&unknown.text))]))
        }
        Refusal::Unavailable { tenant, portal, why } => {
            let values = [("name", &*safe(tenant)), ("portal", portal), ("reason", &reason(*why))];
            ("Unavailable", with("open.unavailable", &values))
        }
    };
    Failure { code, message, url: None }
}

fn question(request: &Request, target: &Target<'_>, doubt: &Doubt) -> Question {
    let name = safe(&target.tenant.name).into_owned();
    let domain = target.tenant.known_domain().map_or_else(|| target.tenant.tenant_id.to_string(), ToString::to_string);
    let values = [("name", name.as_str()), ("domain", &domain), ("portal", &target.portal.name)];
    let (title, words, old_name) = match doubt {
        Doubt::Renamed(old) => ("open.renamed-title", "open.renamed", Some(safe(old).into_owned())),
        Doubt::Own => ("open.own-title", "open.own", None),
        Doubt::Marked => ("open.marked-title", "open.marked", None),
    };
    let renamed = old_name.is_some();
    Question {
        title: with(title, &values),
        text: with(words, &values),
        yes: with("open.yes", &values),
        old_name,
        new_name: renamed.then(|| name.clone()),
        request: RequestShape {
            identity: request.identity.to_string(),
            portal: target.portal.id.to_string(),
            name,
            // A yes to the new name is not yet a yes to opening a tenant that is asked about.
            confirmed: !renamed || request.confirmed,
        },
    }
}

/// Remembers an open where people look for it: the tooltip, and the recent customers.
fn record(app: &AppHandle, state: &State, target: &Target<'_>) {
    let identity: Identity = target.tenant.identity();
    state.opened(identity);
    let time = jiff::Zoned::now().strftime("%H:%M").to_string();
    let name = safe(&target.tenant.name).into_owned();
    tray::set_tooltip(app, &with("tray.opened", &[("name", &name), ("portal", &target.portal.name), ("time", &time)]));
    lock(&state.pending).take();
    crate::watch::changed(app);
}
