//! Links from a page, a mail or another program: they say what quick open shows, and open nothing.

use std::{sync::Mutex, time::Instant};

use portico_core::deep_link::{self, DeepLink, NotALink, Rate};
use tauri::{AppHandle, Manager};

use crate::{
    ipc::Pending,
    state::{State, lock},
    windows,
};

/// The links that came.
#[derive(Debug)]
pub(crate) struct Links {
    began: Instant,
    rate: Mutex<Rate>,
}

impl Default for Links {
    fn default() -> Self {
        Self { began: Instant::now(), rate: Mutex::default() }
    }
}

/// Shows quick open with what the link names. Of a flood of links most are not even looked at.
pub(crate) fn follow(app: &AppHandle, text: &str) {
    let state = app.state::<State>();
    if !lock(&state.links.rate).admits(state.links.began.elapsed()) {
        return;
    }
    let link = match deep_link::read(text) {
        Ok(DeepLink::Open { identity, portal }) => Pending::Link {
            text: Some(identity.tenant_id.to_string()),
            identity: Some(identity.to_string()),
            portal: portal.map(|portal| portal.to_string()),
        },
        Ok(DeepLink::Search(text)) => Pending::Link { text: Some(text), identity: None, portal: None },
        Err(NotALink) => Pending::Link { text: None, identity: None, portal: None },
    };
    windows::show_quick_with_link(app, link);
}
