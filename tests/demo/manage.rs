//! The customers window, page by page: with a few customers, with none, with thousands; and in each language.

use std::path::Path;

use portico_tests::{Desktop, SOON, Sandbox, WebDriver, keys, wait_until};

use crate::crowd;
use crate::pictures::Pictures;

/// What is looked at in one window, and by whom.
struct Visit {
    /// `None` is English, which the names of the pictures leave out.
    language: Option<&'static str>,
    customers: Customers,
    pages: &'static [Page],
}

#[derive(Clone, Copy)]
enum Customers {
    None,
    Few,
    Many(usize),
}

/// A page: its name, its place in the window (empty where it opens), what is done there, and what shows then, as a CSS selector.
type Page = (&'static str, &'static str, &'static [Step], &'static str);

/// What a person does on a page.
#[derive(Clone, Copy)]
enum Step {
    /// Types into what this CSS selector finds. Special keys are the characters of WebDriver.
    Type(&'static str, &'static str),
    /// Presses what this CSS selector finds.
    Press(&'static str),
    /// Looks at what this CSS selector finds, until it changes no more.
    See(&'static str),
    /// Chooses this file of `tests/samples`.
    Choose(&'static str),
}

use Step::{Choose, Press, See, Type};

/// Home, then Down three times with Shift held.
const FIRST_FOUR: &str = "\u{E011}\u{E008}\u{E015}\u{E015}\u{E015}";

const CONTOSO: &str = "customers/public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
const CUSTOMERS: Page = ("customers", CONTOSO, &[], ".detail-acts");
const IMPORT: Page = ("import", "import", &[], ".import-drop");
const SETTINGS: Page = ("settings", "settings", &[], ".settings-card");
const BROWSERS: Page = ("browsers", "browsers", &[], ".rule");
const FIRST_RUN: Page = ("first-run", "", &[], ".welcome");

/// The last one asks before it is left.
const PAGES: &[Page] = &[
    CUSTOMERS,
    ("several", "customers", &[Type("#list", FIRST_FOUR)], ".is-many"),
    IMPORT,
    ("import-preview", "import", &[Choose("partner-center.csv")], ".import-foot .primary:not([aria-disabled])"),
    ("portals", "portals", &[], ".arranged-row"),
    BROWSERS,
    ("history", "history", &[], ".opening-when"),
    SETTINGS,
    ("help", "help", &[], ".guide-title"),
    (
        "own-portal",
        "portals",
        &[
            Press(".portals-head .primary"),
            Type("#field-portal-name", "Case board"),
            Type("#field-template-public", "https://cases.example/board?tenant={tenant_id}"),
        ],
        ".portal-preview .address",
    ),
];
const NEW: &[Page] = &[(
    "new",
    "customers/new",
    &[
        Type("#field-name", "Adatum Insurance"),
        Type("#field-tenant_id", "9c1e4b7a-52d0-4f"),
        Type("#field-domain", "adatum.example"),
    ],
    "#field-tenant_id[aria-invalid]",
)];
const FOUND: &[Page] = &[(
    "customers",
    "customers",
    &[Type("#search", "con"), See(".customer-name mark"), Type("#search", keys::DOWN)],
    ".detail-acts",
)];
const WORDY: &[Page] = &[CUSTOMERS, IMPORT, BROWSERS, SETTINGS];

const VISITS: [Visit; 8] = [
    Visit { language: None, customers: Customers::Few, pages: PAGES },
    Visit { language: None, customers: Customers::Few, pages: NEW },
    Visit { language: None, customers: Customers::None, pages: &[FIRST_RUN] },
    Visit { language: None, customers: Customers::Many(5_000), pages: FOUND },
    Visit { language: Some("sv"), customers: Customers::Few, pages: WORDY },
    Visit { language: Some("sv"), customers: Customers::None, pages: &[FIRST_RUN] },
    Visit { language: Some("nl"), customers: Customers::Few, pages: WORDY },
    Visit { language: Some("nl"), customers: Customers::None, pages: &[FIRST_RUN] },
];

/// What was opened before, the last one last: which of the customers, and where.
const OPENED: [(usize, &str); 6] =
    [(6, "entra"), (0, "defender"), (1, "intune"), (7, "azure"), (0, "purview"), (5, "defender")];

/// What opens elsewhere than in the default browser.
const RULES: [&[&str]; 3] = [
    &["--tenant", "contoso.com", "--browser", "edge", "--profile", "Contoso admin"],
    &["--group", "Public sector", "--browser", "edge", "--private"],
    &["--cloud", "gcc-high", "--browser", "edge", "--profile", "GCC High"],
];

/// Takes the pictures of one look, which ends their names.
pub(crate) fn show(look: &str, theme: &str) {
    for visit in VISITS {
        let desktop = desktop(&visit, theme);
        let pictures = Pictures::of(&desktop, &crate::part(1, (1140, 780), (70, 10)));
        pictures.before();
        let page = WebDriver::start(&desktop, &["--show", "manage"]);
        let window = desktop.screen().wait_window("portico");
        desktop.screen().wait_painted(&window);
        wait_drawn(&page, "#nav [aria-current]");
        pictures.wait_still();
        for shown in visit.pages {
            if !shown.1.is_empty() {
                go(&page, &pictures, shown);
                pictures.wait_still();
            }
            let language = visit.language.map(|language| format!("-{language}")).unwrap_or_default();
            let count = match visit.customers {
                Customers::Many(count) => format!("-{count}"),
                _ => String::new(),
            };
            pictures.keep(&format!("manage-{}-{look}{language}{count}", shown.0));
        }
    }
}

fn desktop(visit: &Visit, theme: &str) -> Desktop {
    let mut sandbox = Sandbox::new();
    sandbox.set("GTK_THEME", theme);
    let language = visit.language.unwrap_or("en");
    sandbox.write_settings(&format!("{{ \"hotkey\": null, \"language\": \"{language}\" }}\n"));
    match visit.customers {
        Customers::None => {}
        Customers::Few => {
            crate::add_customers(&sandbox);
            sandbox.install_browser("microsoft-edge", "Microsoft Edge", "microsoft-edge-stable");
            let profiles = [("Default", "Work"), ("Profile 1", "Contoso admin"), ("Profile 2", "GCC High")];
            sandbox.write_local_state("microsoft-edge", &profiles);
            for rule in RULES {
                sandbox.portico([&["settings", "browser"][..], rule].concat()).done();
            }
        }
        Customers::Many(count) => sandbox.write_registry(&crowd::registry(count)),
    }
    crate::keep_still(&sandbox);
    let desktop = Desktop::with_windows(sandbox);
    crate::hang_wallpaper(&desktop);
    if let Customers::Few = visit.customers {
        for (at, portal) in OPENED {
            let identity = format!("public/{}", crate::CUSTOMERS[at].1);
            desktop.sandbox.portico(["open", &identity, "--portal", portal]).done();
        }
    }
    // What is under the pointer looks otherwise.
    desktop.screen().move_mouse((0, 799));
    desktop
}

/// Goes to a page and does there what is to be done.
fn go(page: &WebDriver, pictures: &Pictures, (_, place, steps, shows): &Page) {
    page.script(&format!("location.hash = '{place}'"));
    for step in *steps {
        match step {
            Type(into, text) => page.find(into).send_keys(text),
            Press(what) => page.find(what).click(),
            See(what) => {
                page.find(what);
                pictures.wait_still();
            }
            Choose(file) => {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(file);
                page.find("#page-import input[type=file]").send_keys(&path.to_string_lossy());
            }
        }
    }
    wait_drawn(page, shows);
}

/// Waits until what this CSS selector finds is there and was drawn: a busy machine stands still before that, too.
fn wait_drawn(page: &WebDriver, shows: &str) {
    page.find(shows);
    page.script(
        "window.portico_drawn = false;
         requestAnimationFrame(() => requestAnimationFrame(() => { window.portico_drawn = true; }));",
    );
    wait_until("the page to be drawn", SOON, || {
        let drawn = page.script("return window.portico_drawn");
        if drawn == true { Ok(()) } else { Err(drawn) }
    });
}
