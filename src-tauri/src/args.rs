//! The arguments of the tray, also those that a second start hands over.

use clap::{Parser, ValueEnum};

/// Portico's tray. `portico --help` shows the commands of the terminal.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Args {
    /// Show this window at once
    #[arg(long)]
    pub(crate) show: Option<Window>,
    /// Started at login: wait quietly for the panel
    #[arg(long)]
    pub(crate) background: bool,
    /// Print a line when the tray is there
    #[arg(long, hide = true)]
    pub(crate) announce: bool,
}

/// A window of Portico.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Window {
    /// Quick open
    Quick,
    /// The customers
    Manage,
}

impl Args {
    /// Returns the window that a second start with these arguments asks for. What it cannot read counts as none.
    pub(crate) fn window_of_second_start(argv: &[String]) -> Option<Window> {
        match Self::try_parse_from(argv) {
            Ok(args) if args.background => args.show,
            Ok(args) => Some(args.show.unwrap_or(Window::Quick)),
            // Any process of this user may send anything: it can bring up a window, no more.
            Err(_) => Some(Window::Quick),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_asks_for_a_window_and_nothing_else() {
        for (argv, window) in [
            (&["portico-tray"][..], Some(Window::Quick)),
            (&["portico-tray", "--announce"], Some(Window::Quick)),
            (&["portico-tray", "--show", "manage"], Some(Window::Manage)),
            (&["portico-tray", "--background"], None),
            (&["portico-tray", "--quit", "https://evil.example"], Some(Window::Quick)),
            (&[], Some(Window::Quick)),
        ] {
            let argv: Vec<_> = argv.iter().map(ToString::to_string).collect();
            assert_eq!(Args::window_of_second_start(&argv), window, "{argv:?}");
        }
    }
}
