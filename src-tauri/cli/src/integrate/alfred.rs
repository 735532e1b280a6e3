//! `portico integrate alfred`: a workflow, as a file that Alfred installs when it is opened.
//!
//! What is in it: alfredapp.com/help/workflows/inputs/script-filter and .../actions/run-script. Names reach the scripts as arguments and
//! in the environment, never inside their text, which a name could break.

use std::{
    io::{Cursor, Write},
    path::Path,
};

use plist::Value;
use portico_core::{display, store};
use serde_json::json;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::program;
use crate::{
    args::AlfredArgs,
    failure::{Exit, Failure},
    output,
};

const BUNDLE: &str = "io.portico.Portico";
const FILTER: &str = "5B0E6B1C-5C0B-4C3E-9B6A-6D1F3F5B7A01";
const OPEN: &str = "5B0E6B1C-5C0B-4C3E-9B6A-6D1F3F5B7A02";
const ICON: &[u8] = include_bytes!("../../../icons/hicolor/256.png");

/// Writes the workflow.
pub(super) fn alfred(args: &AlfredArgs) -> Result<(), Failure> {
    let file = &args.output;
    let failed = |why: String| Failure::new(Exit::Failed, format!("could not write {}: {why}", display::path(file)));
    let bytes = workflow(&program()?).map_err(|error| failed(error.to_string()))?;
    store::write_export(&store::find_places()?, file, &bytes).map_err(|error| failed(error.to_string()))?;
    // It is written, whether or not anybody reads that.
    let _ =
        output::line(&format!("Wrote {}. Open it on the Mac with Alfred, and type: portico NAME", display::path(file)));
    Ok(())
}

/// Returns the workflow that calls this program.
fn workflow(program: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut info = Vec::new();
    plist::to_writer_xml(&mut info, &info_of(program)?)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("info.plist", info.as_slice()), ("icon.png", ICON)] {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn info_of(program: &Path) -> Result<Value, plist::Error> {
    let portico = display::shell_word(&program.to_string_lossy());
    plist::to_value(&json!({
        "bundleid": BUNDLE,
        "name": "Portico",
        "description": "Opens a customer's Microsoft portal",
        "createdby": "The Portico developers",
        "version": env!("CARGO_PKG_VERSION"),
        "category": "Productivity",
        "disabled": false,
        "readme": "Type portico and part of a customer's name, alias or domain.",
        "webaddress": "",
        "objects": [{
            "uid": FILTER,
            "type": "alfred.workflow.input.scriptfilter",
            "version": 3,
            "config": {
                // Portico matches and sorts, and an argument may be missing.
                "alfredfiltersresults": false,
                "argumenttype": 1,
                "argumenttreatemptyqueryasnil": false,
                "keyword": "portico",
                "withspace": true,
                "title": "Portico",
                "subtext": "Open a customer's Microsoft portal",
                "runningsubtext": "",
                "queuedelaycustom": 1,
                "queuedelayimmediatelyinitially": true,
                "queuedelaymode": 0,
                // What was typed before is of no use any more.
                "queuemode": 2,
                "escaping": 0,
                "script": format!("exec {portico} list --format alfred -- \"$1\""),
                "scriptargtype": 1,
                "scriptfile": "",
                "type": 0,
            },
        }, {
            "uid": OPEN,
            "type": "alfred.workflow.action.script",
            "version": 2,
            "config": {
                "concurrently": true,
                "escaping": 0,
                "script": format!("exec {portico} open \"$1\" \"--expect=$name\" --source launcher"),
                "scriptargtype": 1,
                "scriptfile": "",
                "type": 0,
            },
        }],
        "connections": {
            FILTER: [{ "destinationuid": OPEN, "modifiers": 0, "modifiersubtext": "", "vitoclose": false }],
        },
        "uidata": { FILTER: { "xpos": 60, "ypos": 60 }, OPEN: { "xpos": 300, "ypos": 60 } },
    }))
}
