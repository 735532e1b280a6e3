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
    /// A link that begins with portico:, to be shown in quick open
    #[arg(value_name = "LINK", conflicts_with_all = ["show", "background"])]
    pub(crate) link: Option<String>,
}

/// A window of Portico.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Window {
    /// Quick open
    Quick,
    /// The customers
    Manage,
}

/// What a start asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A window.
    Window(Window),
    /// Quick open with what this link names.
    Link(String),
}

impl Args {
    /// Returns what these arguments ask to be shown.
    pub(crate) fn wanted(&self) -> Option<Wanted> {
        self.link.clone().map(Wanted::Link).or(self.show.map(Wanted::Window))
    }

    /// Returns what a second start with these arguments asks for. What it cannot read counts as none.
    pub(crate) fn wanted_by_second_start(argv: &[String]) -> Option<Wanted> {
        match Self::try_parse_from(argv) {
            Ok(args) if args.background => args.wanted(),
            Ok(args) => Some(args.wanted().unwrap_or(Wanted::Window(Window::Quick))),
            // Any process of this user may send anything: it can bring up a window, no more.
            Err(_) => Some(Wanted::Window(Window::Quick)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_asks_for_a_window_or_with_a_link_and_nothing_else() {
        let quick = || Some(Wanted::Window(Window::Quick));
        for (argv, wanted) in [
            (&["portico-tray"][..], quick()),
            (&["portico-tray", "--announce"], quick()),
            (&["portico-tray", "--show", "manage"], Some(Wanted::Window(Window::Manage))),
            (&["portico-tray", "--background"], None),
            (&["portico-tray", "portico://search?q=a"], Some(Wanted::Link("portico://search?q=a".to_owned()))),
            (&["portico-tray", "https://evil.example"], Some(Wanted::Link("https://evil.example".to_owned()))),
            (&["portico-tray", "--quit", "https://evil.example"], quick()),
            (&["portico-tray", "portico://search?q=a", "portico://search?q=b"], quick()),
            (&[], quick()),
        ] {
            let argv: Vec<_> = argv.iter().map(ToString::to_string).collect();
            assert_eq!(Args::wanted_by_second_start(&argv), wanted, "{argv:?}");
        }
    }
}
