//! A sign of life on the terminal while something takes long.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A list of more bytes than this is worth a sign of life.
const LONG: usize = 512 * 1024;

/// What is being done now. It is shown only on a terminal, and goes when it ends.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn for_bytes(bytes: usize) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if bytes > LONG {
            // Its own check hides it where standard error is no terminal.
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::default_spinner());
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Self(bar)
    }

    pub(super) fn say(&self, what: &'static str) {
        self.0.set_message(what);
    }

    pub(super) fn end(self) {}
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
