//! `portico export`.

use std::{
    io::{self, IsTerminal},
    path::Path,
};

use portico_core::{
    display, export,
    places::Places,
    store::{self, StoreError},
};

use crate::{
    args::{ExportArgs, ExportFormat},
    failure::{Exit, Failure},
    json, output, registry,
};

pub(crate) fn export(args: &ExportArgs) -> Result<(), Failure> {
    let (places, registry) = registry::load()?;
    let text = match args.format {
        ExportFormat::Json => store::export_json(&places)?,
        ExportFormat::Csv => export::csv(&registry),
    };
    let Some(file) = &args.output else { return Ok(output::text(&shown(args.format, text))?) };
    write(&places, file, args.format, &text)?;
    let count = output::customers(registry.tenants().len());
    // It is written, whether or not anybody reads that.
    let _ = output::line(&format!("Exported {count} to {}", display::path(file)));
    Ok(())
}

/// Returns the text as it may go to where standard output goes: on a terminal nothing in it may drive that.
fn shown(format: ExportFormat, text: String) -> String {
    match format {
        _ if !io::stdout().is_terminal() => text,
        ExportFormat::Json => json::harmless(&text),
        ExportFormat::Csv => text.split_inclusive('\n').map(line_shown).collect(),
    }
}

fn line_shown(line: &str) -> String {
    let bare = line.trim_end_matches(['\r', '\n']);
    display::safe(bare).into_owned() + &line[bare.len()..]
}

fn write(places: &Places, file: &Path, format: ExportFormat, text: &str) -> Result<(), Failure> {
    // Excel takes a CSV file for the system's old encoding unless it begins with the mark.
    let mark = if format == ExportFormat::Csv { "\u{feff}" } else { "" };
    store::write_export(places, file, format!("{mark}{text}").as_bytes()).map_err(|error| match error {
        StoreError::Save { error, .. } | StoreError::Unknown { error, .. } => {
            Failure::new(Exit::Failed, format!("could not write {}: {error}", display::path(file)))
        }
        other => other.into(),
    })
}
