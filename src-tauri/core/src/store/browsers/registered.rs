//! The browsers that Windows knows of.

use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

use crate::browser::Client;

const CLIENTS: &str = r"SOFTWARE\Clients\StartMenuInternet";

/// Reads the browsers of this person, then those of all people; one that both have is the person's.
pub(super) fn clients() -> Vec<Client> {
    let mut all: Vec<Client> = Vec::new();
    for root in [CURRENT_USER, LOCAL_MACHINE] {
        let Ok(clients) = root.open(CLIENTS) else { continue };
        let Ok(names) = clients.keys() else { continue };
        for name in names {
            if all.iter().all(|known| !known.key.eq_ignore_ascii_case(&name)) {
                all.extend(clients.open(&name).ok().and_then(|key| client(name, &key)));
            }
        }
    }
    all
}

fn client(name: String, key: &Key) -> Option<Client> {
    let command = key.open(r"shell\open\command").and_then(|command| command.get_string("")).ok()?;
    let capabilities = key.open("Capabilities");
    let shown = capabilities.as_ref().ok().and_then(|key| key.get_string("ApplicationName").ok());
    // The name of an application may be a reference into its program.
    let shown = shown.filter(|name| !name.starts_with('@')).or_else(|| key.get_string("").ok());
    let opens_https = key.open(r"Capabilities\URLAssociations").is_ok_and(|links| links.get_string("https").is_ok());
    Some(Client { key: name, name: shown, command, opens_https })
}
