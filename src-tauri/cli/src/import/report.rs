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

fn new(New { tenant, kept, .. }: &New) -> String {
    let mut text = line('+', tenant);
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
        Why::Clash(_) | Why::ManyTexts => String::new(),
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
pub(super) fn notes(import: &Import, plan: &Plan) {
    for note in &import.notes {
        let kind = if matches!(note, Note::OnePage) { "warning" } else { "note" };
        output::note(&format!("{kind}: {note}"));
    }
    let alike: Vec<_> = plan.new.iter().filter_map(|new| Some((&new.tenant, new.alike.as_ref()?))).collect();
    if let Some((tenant, other)) = alike.first() {
        let more = output::and_more(&alike);
        let [name, other] = [&tenant.name, *other].map(|name| quoted(name));
        output::note(&format!(
            "note: the name {name} looks like that of {other}{more}: look at the domain when you open it"
        ));
    }
}

/// Returns what taking an import back does, or did.
pub(super) fn of_undo(done: &Done, reverted: &Reverted, saved: bool) -> String {
    let when = done.at.strftime("%Y-%m-%d %H:%M UTC");
    let mut text = format!("Import of {}, {when}\n", safe(&done.source));
    part(&mut text, "Removed", usize::MAX, &reverted.removed, |tenant| line('-', tenant));
    part(&mut text, "Changed back", usize::MAX, &reverted.changed, |(now, back)| {
        let changes: String = fields::changes(now, back).map(|change| format!("      {change}\n")).collect();
        line('~', now) + &changes
    });
    part(&mut text, "Changed since, and kept", usize::MAX, &reverted.kept, |tenant| line('=', tenant));
    text += match (saved, reverted.is_empty()) {
        (true, _) => "The import is taken back.\n",
        (false, true) => "Nothing of it is left to take back.\n",
        (false, false) => "Nothing was changed: this was a dry run.\n",
    };
    text
}
