//! Looking tenants up by their domains, when a person asks for it: one while its form is filled, or many, one a second.

use std::{
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use jiff::{Timestamp, Zoned};
use portico_core::{
    cloud::{Cloud, Identity},
    display::safe,
    domain::Domain,
    lookup::{self, Answer, Found, Verdict, compare},
    places,
    store::{self, StoreError},
    tenant::Tenant,
};
use portico_lookup::{Cancel, Client, LookupError, Pace};
use tauri::{AppHandle, Emitter, Manager};

use crate::{
    customers,
    ipc::{
        Failure,
        look_ups::{Finding, FoundShape, Holder, LookedUp, Progress, Verifying},
    },
    open,
    state::{Known, State, lock},
    texts::{text, with},
    watch,
};

/// How long what was found may stay unsaved. Each save takes the place of a backup, so that not every customer has one.
const UNSAVED: Duration = Duration::from_secs(300);

/// What is being looked up, or was the last time.
#[derive(Debug, Default)]
pub(crate) struct LookUps(Mutex<Option<(Verifying, Cancel)>>);

impl LookUps {
    /// Returns how far it is.
    pub(crate) fn now(&self) -> Option<Verifying> {
        lock(&self.0).as_ref().map(|(now, _)| now.clone())
    }

    /// Stops it. What was found is saved.
    pub(crate) fn cancel(&self) {
        if let Some((_, cancel)) = &*lock(&self.0) {
            cancel.cancel();
        }
    }

    fn set(&self, now: &Verifying) {
        if let Some((last, _)) = &mut *lock(&self.0) {
            last.clone_from(now);
        }
    }
}

/// Looks one domain up.
///
/// # Errors
///
/// It is none, or there is no answer.
pub(crate) fn look_up(known: &Known, domain: &str, cloud: Option<&str>) -> Result<LookedUp, Failure> {
    let domain: Domain = domain.parse().map_err(|_| failed(text("entry.no-domain")))?;
    let cloud: Option<Cloud> = cloud.map(str::parse).transpose().map_err(|_| Failure::refused("BadCloud"))?;
    Ok(match client()?.ask(&domain, cloud).map_err(|error| failed(why(&error)))? {
        Answer::Found(found) => LookedUp::Found { customer: holder(known, &found), found: FoundShape::from(&found) },
        Answer::NotFound => LookedUp::None,
        Answer::Ambiguous(several) => LookedUp::Several { found: several.iter().map(FoundShape::from).collect() },
    })
}

/// Returns who has a tenant.
fn holder(known: &Known, found: &Found) -> Option<Holder> {
    let tenant = lookup::registered(&known.registry, found)?;
    Some(Holder { identity: tenant.identity().to_string(), name: safe(&tenant.name).into_owned() })
}

/// Begins to look customers up, unless that is going on already.
///
/// # Errors
///
/// One of them is gone, or the login hosts are not usable.
pub(crate) fn start(app: &AppHandle, identities: Option<&[String]>) -> Result<Verifying, Failure> {
    let state = app.state::<State>();
    let known = state.known();
    let tenants: Vec<Tenant> = match identities {
        Some(identities) => {
            identities.iter().map(|identity| known.tenant(identity).cloned()).collect::<Result<_, _>>()?
        }
        None => known.registry.tenants().to_vec(),
    };
    let client = client()?;
    let mut running = lock(&state.look_ups.0);
    if let Some((now, _)) = running.as_ref().filter(|(now, _)| now.state == Progress::Running) {
        return Ok(now.clone());
    }
    let now = Verifying { total: tenants.len(), ..Verifying::default() };
    let cancel = Cancel::default();
    *running = Some((now.clone(), cancel.clone()));
    drop(running);
    let app = app.clone();
    let begun = now.clone();
    thread::spawn(move || Run { app, client, cancel, now: begun, unsaved: Vec::new() }.all(&tenants));
    Ok(now)
}

/// Looking many up.
struct Run {
    app: AppHandle,
    client: Client,
    cancel: Cancel,
    now: Verifying,
    /// What was found and is not in the registry yet.
    unsaved: Vec<(Identity, Domain, Answer)>,
}

impl Run {
    fn all(mut self, tenants: &[Tenant]) {
        let mut pace = Pace::new();
        let mut saved = Instant::now();
        let mut end = Progress::Done;
        for tenant in tenants {
            self.now.name = Some(safe(&tenant.name).into_owned());
            self.tell();
            let Some(domain) = tenant.known_domain().cloned() else {
                self.found(tenant, "no-domain", text("lookup.no-domain"));
                continue;
            };
            if !pace.wait(&self.cancel) {
                end = Progress::Canceled;
                break;
            }
            match self.client.ask(&domain, Some(tenant.cloud)) {
                Ok(answer) => self.answered(tenant, domain, answer),
                // Whoever is asked next could not be reached either, or is asked too often already.
                Err(
                    error @ (LookupError::Unreachable { .. } | LookupError::Proxy { .. } | LookupError::Busy { .. }),
                ) => {
                    self.now.message = Some(why(&error));
                    end = Progress::Stopped;
                    break;
                }
                Err(error) => self.found(tenant, "failed", why(&error)),
            }
            if saved.elapsed() > UNSAVED {
                saved = Instant::now();
                if !self.save() {
                    end = Progress::Stopped;
                    break;
                }
            }
        }
        if !self.save() {
            end = Progress::Stopped;
        }
        self.now.name = None;
        self.now.state = end;
        self.tell();
    }

    fn answered(&mut self, tenant: &Tenant, domain: Domain, answer: Answer) {
        let shown = |found: &Found| {
            let (id, cloud) = (found.tenant_id.to_string(), open::cloud(found.cloud));
            [("domain", domain.to_string()), ("id", id), ("cloud", cloud)]
        };
        let said = |key: &str, values: &[(&str, String)]| {
            with(key, &values.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
        };
        match compare(tenant, &answer) {
            Verdict::Verified => {
                self.now.verified += 1;
                self.now.done += 1;
            }
            Verdict::OtherTenant(found) => self.found(tenant, "other", said("lookup.other-tenant", &shown(&found))),
            Verdict::OtherCloud(found) => self.found(tenant, "other", said("lookup.other-cloud", &shown(&found))),
            Verdict::NotFound => {
                self.found(tenant, "none", with("lookup.not-found", &[("domain", domain.as_str())]));
            }
            Verdict::Ambiguous(_) => {
                self.found(tenant, "several", with("lookup.several", &[("domain", domain.as_str())]));
            }
        }
        self.unsaved.push((tenant.identity(), domain, answer));
    }

    fn found(&mut self, tenant: &Tenant, verdict: &'static str, text: String) {
        let name = safe(&tenant.name).into_owned();
        self.now.findings.push(Finding { identity: tenant.identity().to_string(), name, verdict, text });
        self.now.done += 1;
    }

    /// Writes down what was found. Returns false when that did not work.
    fn save(&mut self) -> bool {
        let found = std::mem::take(&mut self.unsaved);
        let day = Zoned::now().date();
        let Ok(places) = customers::places(&self.app) else { return false };
        let known = self.app.state::<State>().known();
        let is_news = |(identity, domain, answer): &(Identity, Domain, Answer)| {
            let tenant = known.registry.get(identity).cloned();
            tenant.is_some_and(|tenant| lookup::verify(tenant.clone(), domain, answer, day) != tenant)
        };
        if !found.iter().any(is_news) {
            return true;
        }
        let saved = store::update(&places, Timestamp::now(), |registry| {
            let proven = found.iter().filter_map(|(identity, domain, answer)| {
                // Whoever was given another ID meanwhile is somebody else.
                let tenant = registry.get(identity)?.clone();
                Some(lookup::verify(tenant, domain, answer, day))
            });
            registry.put(proven.collect()).map_err(StoreError::from)
        });
        watch::look_again(&self.app);
        if let Err(error) = &saved {
            self.now.message = Some(Failure::not_saved(error).message);
        }
        saved.is_ok()
    }

    fn tell(&self) {
        self.app.state::<State>().look_ups.set(&self.now);
        // Fails only when there is no window, and then nobody needs to know.
        let _ = self.app.emit("verifying", &self.now);
    }
}

fn client() -> Result<Client, Failure> {
    let hosts = places::login_hosts().map_err(|error| failed(safe(&error.to_string()).into_owned()))?;
    Ok(Client::new(hosts))
}

fn failed(message: String) -> Failure {
    Failure::new("LookUp", message)
}

/// Says why there is no answer, and what to do.
fn why(error: &LookupError) -> String {
    let host = |host: &String| safe(host).into_owned();
    let said = |key: &str, host: String, why: String| with(key, &[("host", &host), ("why", &why)]);
    match error {
        LookupError::Unreachable { host: name, .. } => said("lookup.unreachable", host(name), String::new()),
        LookupError::Timeout { host: name } => said("lookup.timeout", host(name), String::new()),
        LookupError::Certificate { host: name, why } => said("lookup.certificate", host(name), safe(why).into_owned()),
        LookupError::Proxy { why } => said("lookup.proxy", String::new(), safe(why).into_owned()),
        LookupError::Busy { host: name } => said("lookup.busy", host(name), String::new()),
        LookupError::Broken { host: name, .. } | LookupError::BadAnswer { host: name, .. } => {
            said("lookup.bad-answer", host(name), String::new())
        }
    }
}
