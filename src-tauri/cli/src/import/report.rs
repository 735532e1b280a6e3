//! What an import would do, or did, for people.

use std::fmt::Write;

use portico_core::{
    display::{quoted, safe, shortened},
    import::{Conflict, Done, Import, Kept, Known, Left, New, Note, Plan, Reverted, Skipped, Why},
    tenant::Tenant,
};

use crate::{fields, output, registry};

/// The last line of an import that was saved.
pub(super) const SAVED: &str = "Saved. `portico import --undo` takes it back.";

/// The last line of an import that was taken back.
pub(super) const TAKEN_BACK: &str = "The import is taken back.";

/// How many lines a part has, unless everything was asked for.
const MOST: usize = 50;

/// Returns what a plan does, part by part, and how much of each.
pub(super) fn of(source: &str, import: &Import, plan: &Plan, all: bool) -> String {
    let most = if all { usize::MAX } else { MOST };
    let rows = if import.rows() == 1 { "1 row".to_owned() } else { format!("{} rows", import.rows()) };
    let mut text = format!("{source}: {}, {rows}\n", import.shape);
    part(&mut text, "New", most, &plan.new, new);
    part(&mut text, "Changed", most, &plan.changed, changed);
    let otherwise_called: Vec<_> = plan.unchanged.iter().filter(|known| known.rename.is_some()).collect();
    part(&mut text, "Unchanged, and called otherwise in the list", most, &otherwise_called, otherwise);
    part(&mut text, "To decide, and left out", usize::MAX, &plan.conflicts, conflict);
    part(&mut text, "Skipped", most, &import.skipped, skipped);
    let counts = [
        (plan.new.len(), "new"),
        (plan.changed.len(), "changed"),
        (plan.unchanged.len(), "unchanged"),
        (plan.merged, "repeated"),
        (plan.conflicts.len(), "to decide"),
        (import.skipped.len(), "skipped"),
    ];
    let counts: Vec<_> = counts.iter().map(|(count, what)| format!("{count} {what}")).collect();
    let _ = writeln!(text, "{}", counts.join(", "));
    text
}

fn part<T>(text: &mut String, title: &str, most: usize, items: &[T], line: impl Fn(&T) -> String) {
    if items.is_empty() {
        return;
    }
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{title} ({})", items.len());
    text.extend(items.iter().take(most).map(line));
    if items.len() > most {
        let _ = writeln!(text, "  … and {} more (--dry-run shows all)", items.len() - most);
    }
}

fn new(New { tenant, alike, kept, .. }: &New) -> String {
    let mut text = line('+', tenant) + &details(tenant);
    if let Some(other) = alike {
        let _ = writeln!(text, "      looks like {}: look at the domain when you open it", quoted(other));
    }
    if !tenant.aliases.is_empty() {
        let _ = writeln!(text, "      also known as {}", shortened(&tenant.aliases.join(", "), 300));
    }
    text + &left_out(kept)
}

fn changed(Known { before, after, rename, kept, .. }: &Known) -> String {
    let mut text = line('~', before);
    for change in fields::changes(before, after) {
        let _ = writeln!(text, "      {change}");
    }
    text += &left_out(kept);
    text + &rename.as_ref().map(|name| offer(before, name)).unwrap_or_default()
}

/// What a new customer has besides its name and its domain, in one line.
fn details(tenant: &Tenant) -> String {
    let initial = tenant.initial_domain.as_ref().filter(|_| tenant.domain.is_some());
    let marks = [(tenant.favorite, "favorite"), (tenant.own, "your own"), (tenant.confirm, "asked about")];
    let details: Vec<String> = [
        initial.map(ToString::to_string),
        tenant.sharepoint.as_ref().map(|label| format!("SharePoint {label}")),
        tenant.group.as_ref().map(|group| format!("group {}", shortened(group, 80))),
        (!tenant.tags.is_empty()).then(|| format!("tags {}", shortened(&tenant.tags.join(", "), 120))),
        (!tenant.notes.is_empty()).then(|| "notes".to_owned()),
    ]
    .into_iter()
    .flatten()
    .chain(marks.into_iter().filter(|(is_set, _)| *is_set).map(|(_, mark)| mark.to_owned()))
    .collect();
    if details.is_empty() { String::new() } else { format!("      {}\n", details.join(" · ")) }
}

/// What the list says and is not taken, a line each.
fn left_out(kept: &[Kept]) -> String {
    const MOST: usize = 5;
    let line = |Kept { field, value, other, why }: &Kept| {
        let other = quoted(other);
        match why {
            Left::Registry if value.is_empty() => format!("      {field} stays empty, the list has {other}\n"),
            Left::Registry => format!("      {field} stays {}, the list has {other}\n", quoted(value)),
            Left::OtherRow => format!("      {field} is {}, another row has {other}\n", quoted(value)),
            Left::Taken => format!("      {field} {other} is left out, another customer is known by it\n"),
        }
    };
    let mut lines: String = kept.iter().take(MOST).map(line).collect();
    if kept.len() > MOST {
        let _ = writeln!(lines, "      … and {} more", kept.len() - MOST);
    }
    lines
}

/// How to take the list's name.
fn offer(tenant: &Tenant, name: &str) -> String {
    format!("      the list calls it {}: --rename {} takes that name\n", quoted(name), tenant.identity())
}

/// A customer that has all the list says, and could be called as there.
fn otherwise(known: &&Known) -> String {
    let offer = known.rename.as_ref().map(|name| offer(&known.before, name));
    line('=', &known.before) + &offer.unwrap_or_default()
}

fn conflict(Conflict { place, name, tenant_id, why }: &Conflict) -> String {
    let name = name.as_ref().map(|name| format!("{}, ", shortened(name, 80))).unwrap_or_default();
    let hint = match why {
        Why::Undecided(clouds) => {
            let flags: Vec<_> = clouds.iter().map(|cloud| format!("--cloud {cloud}")).collect();
            format!("; say it with {}", flags.join(" or "))
        }
        Why::Waiting => "; see `portico pins`".to_owned(),
        Why::SeveralEntries(_) | Why::SeveralRows => "; say it in a column: --map COLUMN=cloud".to_owned(),
        Why::OtherCloud { .. } => "; correct the list, or the customer with `portico edit`".to_owned(),
        Why::Clash(_) | Why::NameOfAnother(_) => "; look whether the row has the right tenant ID".to_owned(),
        Why::ManyTexts => String::new(),
    };
    format!("  ! {place}: {name}{tenant_id}: {why}{hint}\n")
}

fn skipped(Skipped { place, name, reason }: &Skipped) -> String {
    let name = name.as_ref().map(|name| format!("{}: ", shortened(name, 80))).unwrap_or_default();
    format!("  - {place}: {name}{reason}\n")
}

fn line(sign: char, tenant: &Tenant) -> String {
    format!("  {sign} {}  {}\n", registry::described(tenant), tenant.identity())
}

/// Says what else is worth knowing.
pub(super) fn notes(import: &Import) {
    for note in &import.notes {
        let kind = if matches!(note, Note::OnePage) { "warning" } else { "note" };
        output::note(&format!("{kind}: {note}"));
    }
}

/// Returns what taking an import back does, or did.
pub(super) fn of_undo(done: &Done, reverted: &Reverted, undo: Undo) -> String {
    let when = done.at.strftime("%Y-%m-%d %H:%M UTC");
    let mut text = format!("Import of {}, {when}\n", safe(&done.source));
    part(&mut text, "Removed", usize::MAX, &reverted.removed, |tenant| line('-', tenant));
    part(&mut text, "Changed back", usize::MAX, &reverted.changed, |(now, back)| {
        let changes: String = fields::changes(now, back).map(|change| format!("      {change}\n")).collect();
        line('~', now) + &changes
    });
    part(&mut text, "Changed since, and kept", usize::MAX, &reverted.kept, |tenant| line('=', tenant));
    if !reverted.kept.is_empty() {
        text += "`portico remove` takes such a customer out.\n";
    }
    match undo {
        Undo::Asked => text,
        Undo::Done => text + TAKEN_BACK + "\n",
        Undo::Not if reverted.is_empty() => text + "Nothing of it is left to take back.\n",
        Undo::Not => text + "Nothing was changed: this was a dry run.\n",
    }
}

/// How far taking an import back has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undo {
    /// Somebody is asked.
    Asked,
    Done,
    Not,
}
