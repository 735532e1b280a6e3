//! Where quick open stands: beside the tray's icon when that was clicked and the system tells where it is, else in the middle.

use tauri::{AppHandle, PhysicalPosition, PhysicalRect, PhysicalSize, WebviewWindow};

use crate::tray;

/// Between the icon and the window, in physical pixels.
const GAP: i32 = 8;

/// Moves the window beside the tray's icon, where its place is known. `margin` is what of the window is its shadow, in logical
/// pixels.
pub(crate) fn beside_icon(app: &AppHandle, window: &WebviewWindow, margin: f64) -> bool {
    let Some(icon) = tray::place(app) else { return false };
    let center = PhysicalPosition::new(
        f64::from(icon.position.x) + f64::from(icon.size.width) / 2.0,
        f64::from(icon.position.y) + f64::from(icon.size.height) / 2.0,
    );
    let (Ok(size), Ok(Some(monitor))) = (window.outer_size(), app.monitor_from_point(center.x, center.y)) else {
        return false;
    };
    let margin = (margin * monitor.scale_factor()).round();
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen pixels")]
    let at = beside(&icon, size, monitor.work_area(), margin as i32);
    window.set_position(at).is_ok()
}

/// Returns the place of a window beside an icon: above it in the lower half of the screen and below it in the upper, its middle on
/// the icon's as far as the screen allows. The margin around the window may stand over the edge.
fn beside(
    icon: &PhysicalRect<i32, u32>,
    size: PhysicalSize<u32>,
    area: &PhysicalRect<i32, u32>,
    margin: i32,
) -> PhysicalPosition<i32> {
    let (width, height) = (signed(size.width), signed(size.height));
    let (left, top) = (area.position.x, area.position.y);
    let (right, bottom) = (left + signed(area.size.width), top + signed(area.size.height));
    let middle = icon.position.x + signed(icon.size.width) / 2;
    let is_low = icon.position.y + signed(icon.size.height) / 2 > (top + bottom) / 2;
    let y = if is_low {
        icon.position.y.min(bottom) - GAP - height + margin
    } else {
        (icon.position.y + signed(icon.size.height)).max(top) + GAP - margin
    };
    let within = |wanted: i32, from: i32, to: i32, length: i32| {
        let (first, last) = (from - margin, to + margin - length);
        wanted.min(last).max(first)
    };
    PhysicalPosition::new(within(middle - width / 2, left, right, width), within(y, top, bottom, height))
}

/// Sizes on screens are far below the limit.
fn signed(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: i32, y: i32, width: u32, height: u32) -> PhysicalRect<i32, u32> {
        PhysicalRect { position: PhysicalPosition::new(x, y), size: PhysicalSize::new(width, height) }
    }

    #[test]
    fn the_window_stands_beside_the_icon_and_on_the_screen() {
        let size = PhysicalSize::new(688, 540);
        for (what, icon, area, place) in [
            // Taskbar below: the window's right edge would leave the screen.
            ("below", rect(1800, 1048, 24, 24), rect(0, 0, 1920, 1040), (1256, 516)),
            ("menu bar", rect(960, 0, 24, 24), rect(0, 25, 1920, 1055), (628, 9)),
            ("left", rect(8, 900, 24, 24), rect(48, 0, 1872, 1080), (24, 376)),
            ("second screen", rect(-100, 1048, 24, 24), rect(-1920, 0, 1920, 1040), (-664, 516)),
            ("small screen", rect(600, 470, 24, 24), rect(0, 0, 640, 460), (-24, -24)),
        ] {
            let at = beside(&icon, size, &area, 24);
            assert_eq!((at.x, at.y), place, "{what}");
        }
    }
}
