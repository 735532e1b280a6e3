//! `portico completions`, and what the shells ask while a person types.
//!
//! The scripts only ask and insert. Which words fit is decided here, and nothing here reads the shell's variables or writes.

use std::ffi::{OsStr, OsString};

use clap::{Command, CommandFactory};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, complete};
use portico_core::{
    browser::Found, display::safe, fold::fold, places, portal::Catalogue, registry::Registry, settings::Settings,
    store, tenant::Tenant,
};

use crate::{
    args::{Args, CompleteArgs, Shell},
    failure::Failure,
    output,
};

/// Prints the script that teaches a shell to complete.
pub(crate) fn script(shell: Shell) -> Result<(), Failure> {
    output::text(match shell {
        Shell::Bash => include_str!("completions/portico.bash"),
        Shell::Zsh => include_str!("completions/portico.zsh"),
        Shell::Fish => include_str!("completions/portico.fish"),
        Shell::Powershell => include_str!("completions/portico.ps1"),
    })?;
    Ok(())
}

/// Prints the words that fit, one a line, each with a tab and what it is.
pub(crate) fn words(args: CompleteArgs) -> Result<(), Failure> {
    let mut words: Vec<OsString> = [OsString::from("portico")].into_iter().chain(args.words).collect();
    if words.last().is_some_and(|word| word == " ") {
        words.pop();
        words.push(OsString::new());
    }
    let last = words.len() - 1;
    let mut command = with_completers(Args::command());
    // Whoever presses Tab wants words, or else quiet.
    let found = complete(&mut command, words, last, None).unwrap_or_default();
    output::text(&found.iter().map(line).collect::<String>())?;
    Ok(())
}

fn line(candidate: &CompletionCandidate) -> String {
    let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
    format!("{}\t{}\n", candidate.get_value().to_string_lossy(), safe(help.lines().next().unwrap_or_default()))
}

/// Adds the customers, portals and groups to the arguments that take one, in all commands.
fn with_completers(command: Command) -> Command {
    let command = command.mut_args(|arg| match arg.get_id().as_str() {
        "tenant" | "customer" => arg.add(ArgValueCompleter::new(customers)),
        "portal" => arg.add(ArgValueCompleter::new(portals)),
        "group" => arg.add(ArgValueCompleter::new(groups)),
        "browser" => arg.add(ArgValueCompleter::new(browsers)),
        "profile" => arg.add(ArgValueCompleter::new(profiles)),
        _ => arg,
    });
    command.mut_subcommands(with_completers)
}

fn customers(typed: &OsStr) -> Vec<CompletionCandidate> {
    let registry = registry();
    let of = |tenant| spellings(tenant).into_iter().map(move |spelling| (spelling, crate::registry::described(tenant)));
    fitting(typed, registry.tenants().iter().flat_map(of))
}

fn portals(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Ok(places) = store::find_places() else { return Vec::new() };
    let settings = store::settings(&places).unwrap_or_else(|_| Settings::default());
    let catalogue = Catalogue::among(&settings.portals, &registry());
    fitting(typed, catalogue.enabled().map(|portal| (portal.id.to_string(), portal.name.to_string())))
}

fn groups(typed: &OsStr) -> Vec<CompletionCandidate> {
    let registry = registry();
    let mut groups: Vec<_> = registry.tenants().iter().filter_map(|tenant| tenant.group.clone()).collect();
    groups.sort_unstable();
    groups.dedup();
    fitting(typed, groups.into_iter().filter(|group| is_plain(group)).map(|group| (group, String::new())))
}

fn browsers(typed: &OsStr) -> Vec<CompletionCandidate> {
    let found = found_browsers().browsers.into_iter();
    fitting(typed, found.map(|browser| (browser.id, browser.name)).filter(|(id, _)| is_plain(id)))
}

/// Returns the profiles of all browsers: which one is meant may not have been typed yet.
fn profiles(typed: &OsStr) -> Vec<CompletionCandidate> {
    let found = found_browsers().browsers.into_iter();
    let named =
        found.flat_map(|browser| browser.profiles.into_iter().map(move |profile| (profile.name, browser.name.clone())));
    fitting(typed, named.filter(|(name, _)| is_plain(name)))
}

fn found_browsers() -> Found {
    places::browsers().map(|places| store::browsers(&places)).unwrap_or_default()
}

/// Returns the customers; none where they cannot be read, which the command itself will tell.
fn registry() -> Registry {
    let read = store::find_places().ok().and_then(|places| store::load(&places).ok());
    read.map(|loaded| loaded.registry).unwrap_or_default()
}

/// Returns those that begin like the text, upper and lower case and accents aside.
fn fitting(typed: &OsStr, words: impl Iterator<Item = (String, String)>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy().replace('\\', "");
    let beginning = fold(&typed);
    let fits = |word: &str| typed.is_empty() || fold(word).as_str().starts_with(beginning.as_str());
    let words = words.filter(|(word, _)| fits(word));
    words.map(|(word, help)| CompletionCandidate::new(word).help((!help.is_empty()).then(|| help.into()))).collect()
}

/// Returns what a customer can be completed to: names and aliases that need no care in any shell, and domains; the identity
/// where there is none of them.
fn spellings(tenant: &Tenant) -> Vec<String> {
    let names = [&tenant.name].into_iter().chain(&tenant.aliases).filter(|name| is_plain(name)).cloned();
    let domains = [&tenant.domain, &tenant.initial_domain].into_iter().flatten().map(ToString::to_string);
    let mut spellings: Vec<_> = names.chain(domains).collect();
    if spellings.is_empty() {
        spellings.push(tenant.identity().to_string());
    }
    spellings
}

/// Returns true if no shell sees more in a text than words: letters, digits, single spaces between, and `.`, `-`, `_`.
fn is_plain(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
        && !text.ends_with(' ')
        && !text.contains("  ")
        && text.chars().all(|char| char.is_alphanumeric() || " .-_".contains(char))
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn only_names_that_no_shell_reads_as_more_are_completed() {
        for plain in ["Contoso", "Malmö Stad", "3M", "Fabrikam A.-B_1", "東京"] {
            assert!(is_plain(plain), "{plain}");
        }
        for hostile in [
            "",
            "-rf",
            " x",
            "x ",
            "a  b",
            "$(id)",
            "a;b",
            "a\nb",
            "a\tb",
            "*",
            "a'b",
            "a\"b",
            "a\\b",
            "`id`",
            "a\u{202e}b",
            "~",
            "a&b",
            "a|b",
            "%x%",
            "a\u{1f}b",
            "a🦊b",
        ] {
            assert!(!is_plain(hostile), "{hostile:?}");
        }
    }
}
