//! A second start: what it asks for is handed to the Portico that runs, and it ends.
//!
//! tauri-plugin-single-instance does so too, but with the toolkits loaded and their threads running, in the middle of whose work it
//! ends the process. Before any of that, a second start is a message and no more. The plugin stays: for the first start, and where two
//! come at the same moment.

#[cfg(target_os = "linux")]
pub(crate) use linux::hand_over;

/// Elsewhere the plugin alone does it.
#[cfg(not(target_os = "linux"))]
pub(crate) fn hand_over() -> bool {
    false
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{env, time::Duration};

    use zbus::blocking::connection::Builder;

    /// The names that the plugin gives to the first start, made from the application's identifier.
    const NAME: &str = "io.portico.Portico.SingleInstance";
    const PATH: &str = "/io/portico/Portico/SingleInstance";
    const INTERFACE: &str = "org.SingleInstance.DBus";

    /// How long a Portico that runs may take to answer. One that hangs is not waited for.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// Hands the arguments to the Portico that runs. Returns false when none does, or it does not answer.
    pub(crate) fn hand_over() -> bool {
        let Ok(bus) = Builder::session().and_then(|bus| bus.method_timeout(PATIENCE).build()) else {
            return false;
        };
        let argv: Vec<_> = env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
        bus.call_method(Some(NAME), PATH, Some(INTERFACE), "ExecuteCallback", &(argv, "")).is_ok()
    }
}
