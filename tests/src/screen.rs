//! The display of a desktop: its windows, mouse, keyboard, and pictures of it. All through the usual X11 tools.

use std::path::PathBuf;

use crate::sandbox::Sandbox;
use crate::{SOON, binaries, wait_until};

/// A window with its place on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    pub id: u32,
    /// Instance and class, such as `portico-tray Portico-tray`; empty for a window without.
    pub class: String,
    pub title: String,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Window {
    /// Returns the middle of the window.
    pub fn center(&self) -> (i32, i32) {
        (self.x + self.width / 2, self.y + self.height / 2)
    }
}

/// See [`crate::Desktop::screen`].
#[derive(Debug)]
pub struct Screen<'a> {
    sandbox: &'a Sandbox,
}

impl<'a> Screen<'a> {
    pub(crate) fn new(sandbox: &'a Sandbox) -> Self {
        Self { sandbox }
    }

    /// Returns the windows that can be seen and whose class contains this text, in lower or upper case.
    pub fn windows(&self, class: &str) -> Vec<Window> {
        let found = self.xdotool(&["search", "--onlyvisible", "--class", class]);
        let visible: Vec<u32> = found.lines().filter_map(|id| id.trim().parse().ok()).collect();
        let wanted = |window: &Window| visible.contains(&window.id) && window.width > 1 && !window.class.is_empty();
        self.all_windows().into_iter().filter(wanted).collect()
    }

    /// Waits for a window whose class contains this text.
    #[track_caller]
    pub fn wait_window(&self, class: &str) -> Window {
        wait_until(&format!("a window of class {class}"), SOON, || {
            self.windows(class).into_iter().next().ok_or_else(|| self.all_windows())
        })
    }

    /// Waits until a menu is painted, such as the one that the panel opens for a tray icon.
    #[track_caller]
    pub fn wait_menu(&self) -> Window {
        wait_until("an open menu", SOON, || {
            let windows = self.windows(".*");
            // Before it is painted a menu ignores clicks. A tooltip is of the same program and class.
            let menu = windows.iter().find(|window| self.is_menu(window) && self.colors(window) > 1);
            menu.cloned().ok_or(windows)
        })
    }

    /// Returns the menus that are open, and their submenus.
    pub fn menus(&self) -> Vec<Window> {
        self.windows(".*").into_iter().filter(|window| self.is_menu(window)).collect()
    }

    /// Waits until no menu is open.
    #[track_caller]
    pub fn wait_no_menu(&self) {
        wait_until("the menu to close", SOON, || {
            let menus = self.menus();
            if menus.is_empty() { Ok(()) } else { Err(menus) }
        });
    }

    /// Waits until the submenu of this menu is painted.
    #[track_caller]
    pub fn wait_submenu(&self, menu: &Window) -> Window {
        wait_until("an open submenu", SOON, || {
            let windows = self.windows(".*");
            let submenu =
                windows.iter().find(|window| window.id != menu.id && self.is_menu(window) && self.colors(window) > 1);
            submenu.cloned().ok_or(windows)
        })
    }

    /// Returns the middle of each row of a menu, found by where it is painted; separators are no rows.
    pub fn menu_rows(&self, menu: &Window) -> Vec<(i32, i32)> {
        let mut import = self.sandbox.command(binaries::system("import", "imagemagick"));
        let area = format!("{}x{}+{}+{}", menu.width, menu.height, menu.x, menu.y);
        import.args([
            "-window",
            "root",
            "-crop",
            &area,
            "+repage",
            "-depth",
            "8",
            "-colorspace",
            "gray",
            "-compress",
            "none",
            "pgm:-",
        ]);
        let picture = self.sandbox.run(&mut import, None).done().stdout;
        // `P2 WIDTH HEIGHT MAXIMUM` and then the gray of each pixel.
        let mut numbers = picture.split_whitespace().skip(1).filter_map(|number| number.parse::<usize>().ok());
        let width = numbers.next().unwrap_or(1);
        let pixels: Vec<usize> = numbers.skip(2).collect();
        let painted: Vec<bool> = pixels
            .chunks(width)
            .map(|line| {
                // Without the frame and the shadow.
                let inner = line.get(16..width.saturating_sub(16)).unwrap_or_default();
                let (low, high) = (inner.iter().min(), inner.iter().max());
                low.zip(high).is_some_and(|(low, high)| high - low > 24)
            })
            .collect();
        bands(&painted)
            .into_iter()
            .map(|(from, to)| {
                let middle = i32::try_from((from + to) / 2).unwrap();
                (menu.x + menu.width / 3, menu.y + middle)
            })
            .collect()
    }

    /// Waits until a window shows something: it is there and has the keyboard before it is painted.
    #[track_caller]
    pub fn wait_painted(&self, window: &Window) {
        wait_until("the window to be painted", SOON, || {
            // Writing has many shades.
            let colors = self.colors(window);
            if colors > 16 { Ok(()) } else { Err(colors) }
        });
    }

    fn is_menu(&self, window: &Window) -> bool {
        let mut xprop = self.sandbox.command(binaries::system("xprop", "x11-utils"));
        xprop.args(["-id", &window.id.to_string(), "_NET_WM_WINDOW_TYPE"]);
        self.sandbox.run(&mut xprop, None).stdout.contains("_MENU")
    }

    /// Waits until no window of this class can be seen.
    #[track_caller]
    pub fn wait_no_window(&self, class: &str) {
        wait_until(&format!("the windows of class {class} to go"), SOON, || {
            let windows = self.windows(class);
            if windows.is_empty() { Ok(()) } else { Err(windows) }
        });
    }

    /// Waits until the panel's tray shows icons, and returns the place of the icons. With one icon its middle is the icon.
    #[track_caller]
    pub fn wait_tray_icons(&self) -> Window {
        wait_until("an icon in the panel's tray", SOON, || {
            let windows = self.all_windows();
            // Without icons the plugin is one pixel wide. Room for an icon comes first, the icon that takes clicks a little later.
            let tray =
                windows.iter().find(|window| window.title == "wrapper-2.0" && window.y == 0 && window.width >= 16);
            tray.filter(|tray| self.colors(tray) > 1).cloned().ok_or(windows)
        })
    }

    /// Returns how many different colors a window shows; 1 means that nothing is painted.
    fn colors(&self, place: &Window) -> usize {
        let area = format!("{}x{}+{}+{}", place.width, place.height, place.x, place.y);
        let mut import = self.sandbox.command(binaries::system("import", "imagemagick"));
        import.args(["-window", "root", "-crop", &area, "-depth", "8", "-format", "%k", "info:-"]);
        self.sandbox.run(&mut import, None).stdout.trim().parse().unwrap_or(0)
    }

    /// Returns the pixels (red, green, blue) of a part of the screen, line by line.
    pub fn pixels(&self, place: &Window) -> Vec<[u8; 3]> {
        let area = format!("{}x{}+{}+{}", place.width, place.height, place.x, place.y);
        let mut import = self.sandbox.command(binaries::system("import", "imagemagick"));
        import.args(["-window", "root", "-crop", &area, "-depth", "8", "rgb:-"]);
        import.output().unwrap().stdout.as_chunks::<3>().0.to_vec()
    }

    /// Presses and releases a mouse button: 1 is left, 2 the middle, 3 right.
    pub fn click(&self, (x, y): (i32, i32), button: u8) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", &button.to_string()]);
    }

    pub fn move_mouse(&self, (x, y): (i32, i32)) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]);
    }

    /// Moves a window to this place and gives it this width and height, as a person does with its frame.
    pub fn move_window(&self, window: &Window, (x, y): (i32, i32), (width, height): (i32, i32)) {
        let id = window.id.to_string();
        self.xdotool(&["windowsize", &id, &width.to_string(), &height.to_string()]);
        self.xdotool(&["windowmove", &id, &x.to_string(), &y.to_string()]);
    }

    /// Presses keys one after the other, by their X names: `Return`, `ctrl+k`, `Down`.
    pub fn keys(&self, keys: &[&str]) {
        self.xdotool(&[&["key", "--delay", "20"], keys].concat());
    }

    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "20", text]);
    }

    /// Returns the title of the window that has the keyboard.
    pub fn focused(&self) -> String {
        self.xdotool(&["getwindowfocus", "getwindowname"]).trim().to_owned()
    }

    /// Writes a picture of the whole screen to `target/test-shots/NAME.png`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        self.try_screenshot(name).expect("a screenshot should be possible")
    }

    pub(crate) fn try_screenshot(&self, name: &str) -> Option<PathBuf> {
        let path = binaries::shots().join(name).with_extension("png");
        let mut import = self.sandbox.command(binaries::system("import", "imagemagick"));
        import.args(["-window", "root"]).arg(&path).status().ok()?.success().then_some(path)
    }

    /// Returns every window, visible or not.
    #[track_caller]
    pub fn all_windows(&self) -> Vec<Window> {
        // A window that goes while it is looked at makes the whole look fail.
        let tree = wait_until("a list of windows", SOON, || {
            let mut xwininfo = self.sandbox.command(binaries::system("xwininfo", "x11-utils"));
            let output = self.sandbox.run(xwininfo.args(["-root", "-tree"]), None);
            if output.code == Some(0) { Ok(output.stdout) } else { Err(output) }
        });
        tree.lines().filter_map(window).collect()
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let mut xdotool = self.sandbox.command(binaries::system("xdotool", "xdotool"));
        // A search without a result ends with 1, so the code says nothing.
        self.sandbox.run(xdotool.args(arguments), None).stdout
    }
}

/// Returns the runs of painted lines that are high enough for writing; dots and accents above letters belong to them.
fn bands(painted: &[bool]) -> Vec<(usize, usize)> {
    let mut bands: Vec<(usize, usize)> = Vec::new();
    for (at, _) in painted.iter().enumerate().filter(|(_, painted)| **painted) {
        match bands.last_mut() {
            Some((_, to)) if at - *to <= 3 => *to = at,
            _ => bands.push((at, at)),
        }
    }
    bands.retain(|(from, to)| to - from >= 5);
    bands
}

/// Reads a line such as `0x600001 "title": ("instance" "Class")  10x20+0+0  +30+40`: size, then the place on the screen.
fn window(line: &str) -> Option<Window> {
    let (id, rest) = line.trim().split_once(' ')?;
    let id = u32::from_str_radix(id.strip_prefix("0x")?, 16).ok()?;
    let mut fields = rest.rsplitn(3, "  ");
    let (place, size, names) = (fields.next()?, fields.next()?, fields.next()?);
    let (x, y) = place.trim().strip_prefix('+')?.split_once('+')?;
    let (width, height) = size.trim().split('+').next()?.split_once('x')?;
    let height = height.split('-').next()?;
    let (title, class) = names.rsplit_once(": (").unwrap_or((names, ""));
    Some(Window {
        id,
        class: class.trim_end_matches(')').replace('"', ""),
        title: title.trim_matches('"').to_owned(),
        x: x.parse().ok()?,
        y: y.parse().ok()?,
        width: width.split('-').next()?.parse().ok()?,
        height: height.parse().ok()?,
    })
}
