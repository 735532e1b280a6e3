//! The icon in the panel: seen on any, and there again with each.

use portico_tests::{Browser, SOON, wait_until};

use super::Panel;

/// The least contrast of a shape that people must find (WCAG 2.2, 1.4.11).
const CONTRAST: f64 = 3.0;

#[test]
fn the_icon_stands_out_on_panels_of_any_color_and_height() {
    let panel = Panel::with(Browser::Fake);
    let screen = panel.desktop.screen();
    for (name, shade) in [("white", 1.0), ("light", 0.9), ("grey", 0.5), ("dark", 0.15), ("black", 0.0)] {
        for height in [18, 24, 32, 48] {
            panel.desktop.set_panel(height, [shade; 3]);
            let what = format!("the icon to stand out on a {name} panel of {height} pixels");
            wait_until(&what, SOON, || {
                let place = screen.wait_tray_icons();
                let ground = luminance([(shade * 255.0) as u8; 3]);
                let pixels = screen.pixels(&place);
                let clear = pixels.iter().filter(|pixel| contrast(luminance(**pixel), ground) >= CONTRAST).count();
                let is_high = place.height.abs_diff(i32::try_from(height).unwrap()) <= 2;
                // A quarter of an icon of 16 pixels, and more of larger ones: not a line, not a dot.
                let side = usize::try_from(place.width.min(place.height) - 4).unwrap();
                if is_high && clear >= side * side / 4 { Ok(()) } else { Err((place, clear)) }
            });
            screen.screenshot(&format!("icon-{name}-{height}"));
        }
    }
}

#[test]
fn the_icon_comes_back_with_each_new_panel() {
    let mut panel = Panel::with(Browser::Fake);
    for _ in 0..3 {
        panel.desktop.restart_panel();
        panel.icon = panel.desktop.screen().wait_tray_icons().center();
    }
    let menu = panel.open_menu();
    panel.click_row(&menu, 1);
    assert_eq!(panel.desktop.sandbox.wait_opened(1), [super::defender(super::CONTOSO)]);
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Source: WCAG 2.2, relative luminance.
fn luminance(pixel: [u8; 3]) -> f64 {
    let [red, green, blue] = pixel.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
