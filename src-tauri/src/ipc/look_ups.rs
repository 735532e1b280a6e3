//! Looking tenants up by their domains. Each command parses, makes one call and converts.

use portico_core::lookup::Found;
use serde::Serialize;
use tauri::{AppHandle, State as Managed};

use super::Failure;
use crate::{look_ups, open, state::State};

/// A tenant that a login knows.
#[derive(Debug, Serialize)]
pub(crate) struct FoundShape {
    tenant_id: String,
    cloud: &'static str,
    cloud_name: String,
}

impl From<&Found> for FoundShape {
    fn from(found: &Found) -> Self {
        Self { tenant_id: found.tenant_id.to_string(), cloud: found.cloud.key(), cloud_name: open::cloud(found.cloud) }
    }
}

/// Who has a tenant already.
#[derive(Debug, Serialize)]
pub(crate) struct Holder {
    pub(crate) identity: String,
    pub(crate) name: String,
}

/// What a look-up found.
#[derive(Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "lowercase")]
pub(crate) enum LookedUp {
    Found { found: FoundShape, customer: Option<Holder> },
    None,
    Several { found: Vec<FoundShape> },
}

/// How far looking up many is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Verifying {
    pub(crate) state: Progress,
    pub(crate) done: usize,
    pub(crate) total: usize,
    pub(crate) verified: usize,
    pub(crate) name: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) findings: Vec<Finding>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Progress {
    #[default]
    Running,
    Done,
    Canceled,
    /// By a failure that would meet all others too.
    Stopped,
}

/// A customer who is not verified, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    pub(crate) identity: String,
    pub(crate) name: String,
    pub(crate) verdict: &'static str,
    pub(crate) text: String,
}

/// Looks a domain up. `cloud` is the customer's own.
#[tauri::command(async)]
pub(crate) fn look_up(state: Managed<'_, State>, domain: String, cloud: Option<String>) -> Result<LookedUp, Failure> {
    look_ups::look_up(&state.known(), &domain, cloud.as_deref())
}

/// Looks customers up, or all of them, one a second.
#[tauri::command(async)]
pub(crate) fn verify(app: AppHandle, identities: Option<Vec<String>>) -> Result<Verifying, Failure> {
    look_ups::start(&app, identities.as_deref())
}

#[tauri::command]
pub(crate) fn verifying(state: Managed<'_, State>) -> Option<Verifying> {
    state.look_ups.now()
}

#[tauri::command]
pub(crate) fn cancel_verify(state: Managed<'_, State>) {
    state.look_ups.cancel();
}
