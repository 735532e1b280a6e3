//! The program on the bus: from the first question until nobody has asked for a while.

use std::{ffi::OsString, sync::Arc, time::Duration};

use zbus::{
    blocking::{Connection, connection, fdo::PeerProxy},
    fdo::RequestNameFlags,
};

use crate::{
    desk::Desk,
    gnome::{self, Provider},
    krunner::{self, Runner},
    start::Starter,
};

const NAME: &str = "io.portico.Portico.SearchProvider";

/// How long nobody has to ask before the program leaves.
const IDLE: Duration = Duration::from_secs(60);

/// Returns how long to stay: `--idle MILLISECONDS` is there for tests.
pub(crate) fn idle(mut arguments: impl Iterator<Item = OsString>) -> Duration {
    let is_given = arguments.next().is_some_and(|argument| argument == "--idle");
    let given = arguments.next().and_then(|value| value.to_str()?.parse().ok()).filter(|_| is_given);
    given.map_or(IDLE, Duration::from_millis)
}

/// Answers until nobody has asked for so long.
///
/// # Errors
///
/// There is no session bus, or it went away.
pub(crate) fn run(idle: Duration) -> zbus::Result<()> {
    let (desk, starter) = (Arc::new(Desk::new()), Arc::<Starter>::default());
    // Read before anybody can ask, so that the first answer is as fast as the others.
    desk.answer(|_| ());
    let provider = Provider { desk: Arc::clone(&desk), starter: Arc::clone(&starter) };
    let runner = Runner::new(Arc::clone(&desk), starter);
    let served = connection::Builder::session()?.serve_at(gnome::PATH, provider)?.serve_at(krunner::PATH, runner)?;
    let connection = served.build()?;
    // Not `name` of the builder: it would wait in the bus's queue for the name.
    match connection.request_name_with_flags(NAME, RequestNameFlags::DoNotQueue.into()) {
        // Another one was quicker, and answers.
        Err(zbus::Error::NameTaken) => return Ok(()),
        requested => requested?,
    };
    desk.wait_idle(idle);
    leave(&connection)
}

/// Gives the name back, and answers what had come before that: the bus starts the program anew for whatever comes after.
fn leave(connection: &Connection) -> zbus::Result<()> {
    connection.release_name(NAME)?;
    // Calls are answered in turn. The answer to this one comes behind those to all others.
    let Some(own) = connection.unique_name() else { return Ok(()) };
    PeerProxy::builder(connection).destination(own)?.path(krunner::PATH)?.build()?.ping()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_of_milliseconds_changes_how_long_it_stays() {
        let idle_of = |arguments: &[&str]| idle(arguments.iter().map(OsString::from));
        assert_eq!(idle_of(&["--idle", "250"]), Duration::from_millis(250));
        for arguments in [&[][..], &["--idle"], &["--idle", "x"], &["250"], &["x", "250"]] {
            assert_eq!(idle_of(arguments), IDLE, "{arguments:?}");
        }
    }
}
