//! `portico-search`: answers what the launchers of GNOME and KDE ask over D-Bus, and leaves when nobody asks any more.
//!
//! The bus starts it. It lists customers and has `portico` open them; it writes nothing and knows no address.

#[cfg(target_os = "linux")]
mod customers;

#[cfg(target_os = "linux")]
mod row;

#[cfg(target_os = "linux")]
mod desk;

#[cfg(target_os = "linux")]
mod gnome;

#[cfg(target_os = "linux")]
mod krunner;

#[cfg(target_os = "linux")]
mod start;

#[cfg(target_os = "linux")]
mod service;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    match service::run(service::idle(std::env::args_os().skip(1))) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: no launcher can ask for customers: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn main() -> std::process::ExitCode {
    eprintln!("error: portico-search answers the launchers of Linux desktops; there are none here");
    std::process::ExitCode::FAILURE
}
