//! The customers window as a person goes through it: one file a journey. The steps are counted, because a journey that grows is a loss.

use std::cell::Cell;

use super::*;

#[path = "manage/accessible.rs"]
mod accessible;

#[path = "manage/alike.rs"]
mod alike;

#[path = "manage/browsers.rs"]
mod browsers;

#[path = "manage/editing.rs"]
mod editing;

#[path = "manage/first_run.rs"]
mod first_run;

#[path = "manage/harmless.rs"]
mod harmless;

#[path = "manage/import.rs"]
mod import;

#[path = "manage/lookup.rs"]
mod lookup;

#[path = "manage/opened.rs"]
mod opened;

#[path = "manage/outside.rs"]
mod outside;

#[path = "manage/own_portals.rs"]
mod own_portals;

#[path = "manage/several.rs"]
mod several;

#[path = "manage/settings.rs"]
mod settings;

#[path = "manage/unsaved.rs"]
mod unsaved;

/// The customers window under WebDriver, and how many steps a person has taken in it.
struct Manage<'a> {
    desktop: &'a Desktop,
    page: WebDriver,
    steps: Cell<u32>,
}

impl<'a> Manage<'a> {
    /// Starts the tray with the customers window and waits until the window is there.
    #[track_caller]
    fn open(desktop: &'a Desktop) -> Self {
        let page = WebDriver::start(desktop, &["--show", "manage"]);
        desktop.screen().wait_window("portico");
        page.find(".side-item");
        Self { desktop, page, steps: Cell::new(0) }
    }

    fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// Returns the steps since the last look.
    fn steps(&self) -> u32 {
        self.steps.take()
    }

    /// Clicks the first element that fits, can be seen, takes clicks and, unless it is empty, has this text or name.
    #[track_caller]
    fn click_named(&self, css: &str, name: &str) {
        let script = format!(
            "const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
             for (const old of document.querySelectorAll('[data-portico-test]')) old.removeAttribute('data-portico-test');
             const name = {};
             const fits = element => element.checkVisibility() && !element.hasAttribute('aria-disabled') &&
                 (name === '' || [element.innerText.trim(), element.getAttribute('aria-label')].includes(name));
             const all = [...root.querySelectorAll({})];
             const found = all.find(fits);
             found?.scrollIntoView({{ block: 'center' }});
             found?.setAttribute('data-portico-test', '');
             return found ? null : all.map(element => element.innerText)",
            Value::from(name),
            Value::from(css)
        );
        // What was found may be drawn anew before it is clicked.
        wait_until(&format!("{css} {name:?} to click"), SOON, || {
            let missing = self.page.script(&script);
            let found = self.page.find_all("[data-portico-test]").into_iter().next();
            found.ok_or_else(|| missing.to_string())?.try_click()
        });
        self.step();
    }

    #[track_caller]
    fn click(&self, css: &str) {
        self.click_named(css, "");
    }

    /// Presses the button with this text.
    #[track_caller]
    fn press_button(&self, text: &str) {
        self.click_named("button", text);
    }

    /// Goes to a page by the sidebar.
    #[track_caller]
    fn go(&self, place: &str) {
        self.click(&format!("[data-place={}]", Value::from(place)));
    }

    /// Selects the customer with this name.
    #[track_caller]
    fn select(&self, name: &str) {
        self.click_named(".customer-name", name);
        self.page.wait_texts("#detail-name", &[name]);
    }

    /// Replaces what stands in a field, as a person types.
    #[track_caller]
    fn enter(&self, css: &str, text: &str) {
        self.page.find(css).send_keys(&format!("{}a", keys::CONTROL));
        self.page.find(css).send_keys(&format!("{}{text}", keys::BACKSPACE));
        self.step();
    }

    /// Chooses in a list of choices, by the key of the choice.
    #[track_caller]
    fn choose(&self, css: &str, key: &str) {
        let script = format!(
            "const select = document.querySelector({});
             if (select === null) return false;
             select.value = {};
             select.dispatchEvent(new Event('change', {{ bubbles: true }}));
             return true;",
            Value::from(css),
            Value::from(key)
        );
        // The page may just be drawing itself anew.
        wait_until(
            css,
            SOON,
            || if self.page.script(&script) == json!(true) { Ok(()) } else { Err(self.page.source()) },
        );
        self.step();
    }

    /// Pastes a text into a field, from the clipboard.
    #[track_caller]
    fn paste(&self, css: &str, text: &str) {
        self.page.find(css);
        paste(&self.page, css, text);
        self.step();
    }

    /// Waits until a field has this value.
    #[track_caller]
    fn wait_value(&self, css: &str, value: &str) {
        wait_until(&format!("{css} to have {value:?}"), SOON, || {
            let now = self.value(css);
            if now == value { Ok(()) } else { Err(now) }
        });
    }

    #[track_caller]
    fn value(&self, css: &str) -> Value {
        self.page.script(&format!("return document.querySelector({})?.value ?? null", Value::from(css)))
    }

    /// Waits for the notice with this text.
    #[track_caller]
    fn wait_notice(&self, text: &str) {
        self.page.wait_texts("#notice .notice-text", &[text]);
    }

    /// Waits for something on the page that has this part in its text.
    #[track_caller]
    fn wait_part(&self, css: &str, part: &str) {
        wait_until(&format!("{css} with {part:?}"), SOON, || {
            let texts = self.page.texts(css).concat();
            if texts.contains(part) { Ok(()) } else { Err(texts) }
        });
    }

    #[track_caller]
    fn wait_names(&self, names: &[&str]) {
        self.page.wait_texts(".customer-name", names);
    }

    /// Waits until the registry's tenants fit.
    #[track_caller]
    fn wait_tenants(&self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        wait_until(what, SOON, || {
            let tenants = self.desktop.sandbox.registry_json()["tenants"].take();
            if fits(&tenants) { Ok(tenants) } else { Err(tenants) }
        })
    }

    /// Closes the window as the person's desktop does.
    fn close_window(&self) {
        self.desktop.screen().keys(&["alt+F4"]);
        self.step();
    }
}

/// Returns the settings file of a sandbox.
#[track_caller]
fn settings_of(sandbox: &Sandbox) -> Value {
    let text = std::fs::read_to_string(sandbox.path().join("config/portico/settings.json")).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Waits until a member of the settings file has this value.
#[track_caller]
fn wait_setting(sandbox: &Sandbox, pointer: &str, value: &Value) {
    wait_until(&format!("the setting {pointer} to be {value}"), SOON, || {
        let all = settings_of(sandbox);
        if all.pointer(pointer).unwrap_or(&Value::Null) == value { Ok(()) } else { Err(all) }
    });
}
