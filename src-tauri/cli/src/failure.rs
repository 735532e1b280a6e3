//! Why a command did not do what was asked: the message, the way out, and the exit code.

use std::{io, process::ExitCode};

use portico_core::{
    address::Unavailable,
    opening::Refusal,
    pins::{Change, Difference, Field, Loss},
    portal::UnknownPortal,
    store::StoreError,
    template::Placeholder,
};

use crate::output;

/// The exit codes of the command line. They are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done = 0,
    Failed = 1,
    Usage = 2,
    NoSuchTenant = 3,
    Ambiguous = 4,
    Registry = 5,
    Browser = 6,
    Refused = 7,
    Cancelled = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A command that failed.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    /// What happened: lower case, no full stop. Empty when there is nothing to say.
    pub(crate) message: String,
    /// What the message speaks of, a line each.
    pub(crate) details: Vec<String>,
    /// What to do, a line each.
    pub(crate) hints: Vec<String>,
    broken_pipe: bool,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), details: Vec::new(), hints: Vec::new(), broken_pipe: false }
    }

    #[must_use]
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.details.push(detail.into());
        self
    }

    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The person said no. That is no error, and needs no words.
    pub(crate) fn cancelled() -> Self {
        Self::new(Exit::Cancelled, "")
    }

    pub(crate) fn of_output(error: io::Error) -> Self {
        let broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        Self { broken_pipe, ..Self::new(Exit::Failed, format!("could not write the output: {error}")) }
    }

    pub(crate) fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (exit, hints): (Exit, &[&str]) = match &error {
            StoreError::NoHome => (Exit::Failed, &[]),
            StoreError::Locked { .. } => (Exit::Failed, &["try again in a moment"]),
            StoreError::Refused(_) => (Exit::Failed, &["nothing was changed; run `portico list` to see all customers"]),
            StoreError::NoTenant(_) => (Exit::NoSuchTenant, &["run `portico list` to see all customers"]),
            StoreError::Waiting { .. } => {
                (Exit::Refused, &["run `portico pins` to see old and new, and `portico pins accept` if it is right"])
            }
            StoreError::Io { .. } => (Exit::Registry, &[]),
            StoreError::Gone { .. } => (
                Exit::Registry,
                &[
                    "put it back, or bring back what was saved last with `portico restore`",
                    "if it was meant to go, `portico pins accept --all` lets Portico begin anew",
                ],
            ),
            StoreError::Unreadable { .. } => (
                Exit::Registry,
                &[
                    "correct the file, or bring a backup back with `portico restore`",
                    "Portico does not write over a file that it cannot read",
                ],
            ),
            StoreError::Settings { .. } => (Exit::Registry, &["correct the file, or remove it"]),
            StoreError::Newer { .. } => (Exit::Registry, &["use the newer Portico"]),
            StoreError::Save { .. } => (Exit::Failed, &["the registry is as it was"]),
            StoreError::Unknown { .. } => (Exit::Failed, &["run `portico list` to see what the registry holds now"]),
        };
        hints.iter().copied().fold(Self::new(exit, error.to_string()), Self::hint)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let message = refusal.to_string();
        match &refusal {
            Refusal::Gone(_) => Self::new(Exit::NoSuchTenant, message),
            Refusal::Changed(change) => {
                let failure = Self::new(Exit::Refused, message);
                let failure = differences(change).into_iter().fold(failure, Self::detail);
                failure
                    .hint(format!("if this is right, accept it with `portico pins accept {}`", change.new.0))
                    .hint("if not, put it right with `portico edit` or in the registry file")
            }
            Refusal::PinsLost(loss) => of_loss(message, loss),
            Refusal::Portal(UnknownPortal { broken: Some(_), .. }) => {
                Self::new(Exit::Usage, message).hint("correct it in settings.json: `portico doctor` says where that is")
            }
            Refusal::Portal(unknown) => {
                Self::new(Exit::Usage, message).hint(format!("portals: {}", unknown.known.join(", ")))
            }
            Refusal::OwnPortal { unknown, .. } => Self::new(Exit::Failed, message).hint(format!(
                "name a portal with --portal, or set another with `portico edit TENANT --portal P`: {}",
                unknown.known.join(", ")
            )),
            Refusal::Unavailable { why, .. } => Self::new(Exit::Failed, message).hint(match why {
                Unavailable::Missing(value) => way_to(*value),
                Unavailable::Cloud(_) | Unavailable::Damaged => {
                    "run `portico portals TENANT` to see what can be opened".to_owned()
                }
            }),
        }
    }
}

fn of_loss(message: String, loss: &Loss) -> Failure {
    let failure = Failure::new(Exit::Refused, message);
    let failure = match loss {
        Loss::Missing => failure.hint("if the registry came here from another machine, that is as it should be"),
        Loss::Unreadable(_) => failure.hint("if you have a copy of pins.json, put it back"),
    };
    failure.hint("look through `portico list`, and if all is right run `portico pins accept --all`")
}

/// Returns a line for each field that differs, with old and new.
pub(crate) fn differences(change: &Change) -> Vec<String> {
    let lines = change.differences().into_iter();
    lines.map(|Difference { field, old, new }| output::difference(title(field), &old, &new)).collect()
}

fn title(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::TenantId => "tenant ID",
        Field::Cloud => "cloud",
        Field::Domain => "domain",
        Field::InitialDomain => "initial domain",
        Field::SharePoint => "SharePoint label",
        Field::Aliases => "aliases",
    }
}

fn way_to(value: Placeholder) -> String {
    let (flag, example) = match value {
        Placeholder::TenantId => ("tenant-id", "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"),
        Placeholder::Domain => ("domain", "contoso.com"),
        Placeholder::InitialDomain => ("initial-domain", "contoso.onmicrosoft.com"),
        Placeholder::SharePoint => ("sharepoint", "contoso"),
    };
    format!("add it with `portico edit TENANT --{flag} {example}`, with the customer's own value")
}
