//! Where windows stood last: `{ "manage": { "x": 80, "y": 60, "width": 1000, "height": 700, "maximized": false } }`, in dots.

use serde::{Deserialize, Serialize};

use crate::places::WindowPlace;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct File {
    manage: Option<Place>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    #[serde(default)]
    maximized: bool,
}

/// Reads where the customers window stood. What cannot be read is nowhere: windows then open where they always do.
pub(crate) fn parse_window_place(bytes: &[u8]) -> Option<WindowPlace> {
    let Place { x, y, width, height, maximized } = serde_json::from_slice::<File>(bytes).ok()?.manage?;
    Some(WindowPlace { x, y, width, height, maximized })
}

/// Returns the text that says where the customers window stands.
pub(crate) fn render_window_place(place: &WindowPlace) -> String {
    let WindowPlace { x, y, width, height, maximized } = *place;
    let file = File { manage: Some(Place { x, y, width, height, maximized }) };
    serde_json::to_string_pretty(&file).map(|text| text + "\n").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written_and_nonsense_is_none() {
        let place = WindowPlace { x: -80, y: 60, width: 1000, height: 700, maximized: true };
        assert_eq!(parse_window_place(render_window_place(&place).as_bytes()), Some(place));
        for text in ["", "{}", "[]", "{\"manage\": {\"x\": 1e9}}", "{\"manage\": null}"] {
            assert_eq!(parse_window_place(text.as_bytes()), None, "{text}");
        }
    }
}
