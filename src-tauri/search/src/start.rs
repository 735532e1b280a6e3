//! Starting `portico` and `portico-tray`. Whatever is asked for, nothing else is ever started from here.

use std::{
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use portico_core::{deep_link, launcher::Shown, places, starting};

use crate::customers;

/// The most programs that run at a time. A person starts one; a flood of calls must not start thousands.
const MOST: usize = 8;

/// Starts programs and waits for their end.
#[derive(Debug, Default)]
pub(crate) struct Starter {
    running: Arc<AtomicUsize>,
}

impl Starter {
    /// Has `portico` open a customer, if it is still named as it was shown. `portico` says itself, in a notification, why it does not.
    pub(crate) fn open(&self, shown: &Shown, token: Option<&str>) {
        let mut portico = Command::new(places::program("portico"));
        portico.args(shown.arguments()).envs(token.map(|token| ("XDG_ACTIVATION_TOKEN", token)));
        self.start(portico);
    }

    /// Has quick open show what was typed. It waits for Enter.
    pub(crate) fn search(&self, terms: &[&str]) {
        let link = customers::joined(terms.iter().copied()).and_then(|typed| deep_link::to_search(&typed));
        let mut tray = Command::new(places::program("portico-tray"));
        match link {
            Some(link) => tray.arg(link),
            None => tray.args(["--show", "quick"]),
        };
        self.start(tray);
    }

    fn start(&self, mut command: Command) {
        if self.running.fetch_add(1, Ordering::SeqCst) >= MOST {
            self.running.fetch_sub(1, Ordering::SeqCst);
            return;
        }
        let running = Arc::clone(&self.running);
        match starting::on_its_own(&mut command).spawn() {
            Ok(mut child) => {
                // Somebody has to wait, or what has ended stays in the process table.
                thread::spawn(move || {
                    let _ = child.wait();
                    running.fetch_sub(1, Ordering::SeqCst);
                });
            }
            Err(error) => {
                running.fetch_sub(1, Ordering::SeqCst);
                eprintln!("error: {} could not be started: {error}", command.get_program().display());
            }
        }
    }
}
