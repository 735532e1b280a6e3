//! The tray: turns desktop events into core calls and core values into pixels. No rules live here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;

mod add;
mod app;
mod args;
mod browser;
mod browsers;
mod choices;
mod customers;
mod deep_links;
mod desktop;
mod entries;
mod failure;
mod hotkey;
mod ipc;
mod kept;
mod link_scheme;
mod lists;
mod login;
mod look;
mod look_ups;
mod menu;
mod notification;
mod open;
mod place;
mod portals;
mod second_start;
mod sessions;
mod state;
mod texts;
mod tray;
mod watch;
mod windows;

fn main() -> ExitCode {
    desktop::spare_opengl();
    let args = Args::parse();
    let started = desktop::ensure_display().and_then(|()| if second_start::hand_over() { Ok(()) } else { start(args) });
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Without a standard error there is nobody to tell.
            let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{message}\n").as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn start(args: Args) -> Result<(), String> {
    desktop::ensure_usable()?;
    app::run(args)
}
