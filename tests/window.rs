//! The windows through WebKitWebDriver: what stands in them, what Enter does, and what their pages may not do.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

use portico_tests::{Desktop, SOON, Sandbox, WebDriver, keys, wait_until};
use serde_json::{Value, json};

#[path = "window/quick.rs"]
mod quick;

#[path = "window/customer.rs"]
mod customer;

#[path = "window/portals.rs"]
mod portals;

#[path = "window/actions.rs"]
mod actions;

#[path = "window/accessibility.rs"]
mod accessibility;

#[path = "window/links.rs"]
mod links;

#[path = "window/deep_links.rs"]
mod deep_links;

#[path = "window/sessions.rs"]
mod sessions;

#[path = "window/doubts.rs"]
mod doubts;

#[path = "window/changes.rs"]
mod changes;

#[path = "window/trust.rs"]
mod trust;

#[path = "window/recovery.rs"]
mod recovery;

#[path = "window/hostile.rs"]
mod hostile;

#[path = "window/limits.rs"]
mod limits;

#[path = "window/manage.rs"]
mod manage;

const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
/// Buttons that take clicks, but for those of the footer, which is drawn anew with each selection.
const PRESSABLE: &str = "button:not([aria-disabled]):not(.footer-key)";
const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

/// Three customers without favorites, so that nothing is selected before something is typed.
fn customers() -> Value {
    json!([
        { "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "domain": "contoso.com", "aliases": ["CTSO"] },
        { "name": "Fabrikam", "tenant_id": FABRIKAM, "cloud": "gcc-high" },
        { "name": "Northwind Traders", "tenant_id": id(1), "portal": "entra" },
    ])
}

/// Returns the text of a registry with these tenants.
fn registry(tenants: &Value) -> String {
    format!("{:#}\n", json!({ "schema": 1, "tenants": tenants }))
}

/// Returns a desktop with these tenants in its registry.
fn desktop(tenants: &Value) -> Desktop {
    desktop_of(Sandbox::new(), tenants)
}

fn desktop_of(sandbox: Sandbox, tenants: &Value) -> Desktop {
    sandbox.write_registry(&registry(tenants));
    Desktop::with_windows(sandbox)
}

/// Returns the address of a customer in Defender, the portal that opens when none is chosen.
fn defender(tenant_id: &str) -> String {
    format!("https://security.microsoft.com/?tid={tenant_id}")
}

/// Returns a tenant ID that differs from all others by this number.
fn id(number: usize) -> String {
    format!("5b1d7a60-9c3e-4f28-8e41-0000{number:08x}")
}

/// Quick open under WebDriver.
struct Quick<'a> {
    desktop: &'a Desktop,
    page: WebDriver,
}

impl<'a> Quick<'a> {
    /// Starts the tray with quick open and waits until the window is there.
    #[track_caller]
    fn open(desktop: &'a Desktop) -> Self {
        let page = WebDriver::start(desktop, &["--show", "quick"]);
        desktop.screen().wait_window("portico");
        Self { desktop, page }
    }

    /// Types into the search field and waits for exactly these rows.
    #[track_caller]
    fn search(&self, text: &str, names: &[&str]) {
        self.page.find("#input").send_keys(text);
        self.wait_rows(names);
    }

    /// Pastes a text into the search field, from the clipboard.
    #[track_caller]
    fn paste(&self, text: &str) {
        paste(&self.page, "#input", text);
    }

    #[track_caller]
    fn wait_rows(&self, names: &[&str]) {
        self.page.wait_texts(".row-name", names);
    }

    /// Returns the address in the footer.
    #[track_caller]
    fn address(&self) -> String {
        self.page.texts("#footer .address").concat()
    }

    /// Returns the name of the selected row, empty when none is.
    #[track_caller]
    fn selected(&self) -> String {
        self.page.texts("[role=option][aria-selected=true] .row-name").concat()
    }

    /// Waits until keys act: the rows are painted, and have been there for a moment.
    #[track_caller]
    fn wait_acting(&self) {
        wait_until("keys to act", SOON, || {
            let classes = self.page.script("return document.body.className");
            if classes.as_str().unwrap().contains("quiet") { Err(classes) } else { Ok(()) }
        });
        promised(
            &self.page,
            "new Promise(done => { requestAnimationFrame(() => setTimeout(() => setTimeout(done))); setTimeout(done, 200) })",
        );
    }

    /// Presses keys as soon as they act.
    #[track_caller]
    fn press(&self, keys: &str) {
        self.wait_acting();
        self.page.find("#input").send_keys(keys);
    }

    /// Has the page press Enter a fifth of a second after its rows are drawn and fit this condition of the page: they are painted
    /// by then, but nobody has read them.
    #[track_caller]
    fn enter_after_change(&self, fits: &str) {
        self.page.script(&format!(
            "window.portico_pressed = null;
             const watch = new MutationObserver(() => {{
                 if (!({fits})) return;
                 watch.disconnect();
                 const changed = performance.now();
                 setTimeout(() => {{
                     const in_time = performance.now() - changed < 400;
                     const press = new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true }});
                     if (in_time) document.querySelector('#input').dispatchEvent(press);
                     window.portico_pressed = in_time;
                 }}, 200);
             }});
             watch.observe(document.querySelector('#list'), {{ childList: true, subtree: true }});",
        ));
    }

    /// Waits for the Enter of [`Quick::enter_after_change`]. False when the machine was too slow to press it in time.
    #[track_caller]
    fn wait_entered(&self) -> bool {
        wait_until("the page to press Enter", SOON, || {
            let pressed = self.page.script("return window.portico_pressed");
            pressed.as_bool().ok_or(pressed)
        })
    }

    /// Waits for the panel over the rows and returns its whole text.
    #[track_caller]
    fn wait_panel(&self) -> String {
        self.page.find("#panel-title");
        self.page.texts("#panel").concat()
    }

    /// Presses the button with this text, as soon as it takes clicks. One that is drawn anew meanwhile is looked for again.
    #[track_caller]
    fn press_button(&self, text: &str) {
        wait_until(&format!("the button {text:?} to be pressed"), SOON, || {
            let buttons = self.page.find_all(PRESSABLE);
            let texts: Vec<_> = buttons.iter().map(|button| button.try_text()).collect();
            match texts.iter().position(|label| label.as_deref() == Ok(text)) {
                Some(at) => buttons[at].try_click(),
                None => Err(format!("{texts:?}")),
            }
        });
    }

    /// Presses the button that says what to do about a problem, and returns what it says.
    #[track_caller]
    fn press_remedy(&self) -> String {
        let label = self.page.find(".banner .primary, .recovery .primary").text();
        self.press_button(&label);
        label
    }

    /// Waits until the row of the only customer found says that it was changed outside Portico.
    #[track_caller]
    fn wait_changed(&self) {
        self.page.wait_texts(".row .is-caution", &["Changed"]);
    }

    /// Waits for the comparison with these values, before and now of each field.
    #[track_caller]
    fn wait_comparison(&self, values: &[&str]) {
        self.page.wait_texts("#panel td", values);
    }

    #[track_caller]
    fn wait_hidden(&self) {
        self.desktop.screen().wait_no_window("portico");
    }

    #[track_caller]
    fn assert_nothing_opened(&self) {
        assert_eq!(self.desktop.sandbox.opened(), Vec::<String>::new());
    }
}

/// Pastes a text into a field, from the clipboard.
#[track_caller]
fn paste(page: &WebDriver, css: &str, text: &str) {
    page.script(&format!(
        "const area = document.createElement('textarea');
         area.id = 'portico_test';
         area.value = {};
         document.body.append(area);",
        Value::from(text)
    ));
    page.find("#portico_test").send_keys(&format!("{}ac", keys::CONTROL));
    page.script("document.querySelector('#portico_test').remove()");
    page.find(css).send_keys(&format!("{}v", keys::CONTROL));
}

/// Waits for what a promise of the page comes to: `["kept", VALUE]` or `["broken", REASON]`.
#[track_caller]
fn promised(page: &WebDriver, promise: &str) -> (String, Value) {
    page.script(&format!(
        "window.portico_test = null;
         const tell = (how) => (what) => {{
             const value = what instanceof Error ? String(what) : what ?? null;
             window.portico_test = [how, value];
         }};
         ({promise}).then(tell('kept'), tell('broken'));"
    ));
    let mut answer = wait_until(promise, SOON, || {
        let answer = page.script("return window.portico_test");
        if answer.is_array() { Ok(answer) } else { Err(answer) }
    });
    (answer[0].as_str().unwrap().to_owned(), answer[1].take())
}

/// Calls a command of the backend as a page that was taken over would.
#[track_caller]
fn invoke(page: &WebDriver, command: &str, arguments: &Value) -> (String, Value) {
    promised(page, &format!("window.__TAURI_INTERNALS__.invoke({}, {arguments})", Value::from(command)))
}
