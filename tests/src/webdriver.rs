//! A small WebDriver client for WebKitWebDriver, which starts a program with a WebKitGTK window and drives its page.
//!
//! One session per process: only the first window that the program makes is automated. Pictures: [`crate::Screen::screenshot`].

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::desktop::{Desktop, logged};
use crate::processes::Running;
use crate::{SOON, binaries, wait_until};

/// Returned by the protocol around each element (W3C WebDriver, section 12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with one running program. The program is killed on drop.
#[derive(Debug)]
pub struct WebDriver {
    session: String,
    _driver: Running,
}

/// A found element of the page.
#[derive(Debug)]
pub struct Element<'a> {
    driver: &'a WebDriver,
    path: String,
}

impl WebDriver {
    /// Starts `portico-tray ARGUMENTS` under WebDriver; the arguments must open a window (`--show quick`).
    #[track_caller]
    pub fn start(desktop: &Desktop, arguments: &[&str]) -> Self {
        Self::start_program(desktop, &binaries::ours("portico-tray"), arguments)
    }

    /// Starts any WebKitGTK program that takes part in automation.
    #[track_caller]
    pub fn start_program(desktop: &Desktop, program: &Path, arguments: &[&str]) -> Self {
        wait_until("a WebDriver session", SOON, || Self::try_start(desktop, program, arguments))
    }

    /// Another program may have got the port between looking for a free one and the driver's start.
    fn try_start(desktop: &Desktop, program: &Path, arguments: &[&str]) -> Result<Self, String> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let sandbox = &desktop.sandbox;
        let mut command = sandbox.command(binaries::system("WebKitWebDriver", "webkit2gtk-driver"));
        // The driver hands its own environment on to the program; wry asks for this variable before it allows automation.
        let driver = logged(sandbox, command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true"));
        wait_until("WebKitWebDriver to listen", SOON, || TcpStream::connect(("127.0.0.1", port)).map(drop));

        let base = format!("http://127.0.0.1:{port}/session");
        let options = json!({ "binary": program, "args": arguments });
        let body = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let answer = request("POST", &base, Some(body))?;
        let id = answer["value"]["sessionId"].as_str().expect("a session has an id");
        Ok(Self { session: format!("{base}/{id}"), _driver: driver })
    }

    /// Waits for the first element that fits the CSS selector.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'_> {
        wait_until(&format!("{css} on the page"), SOON, || {
            self.find_all(css).into_iter().next().ok_or_else(|| self.source())
        })
    }

    pub fn find_all(&self, css: &str) -> Vec<Element<'_>> {
        // What goes from the page while it is looked for is looked for again.
        let found = self.post_until_not("stale element", "elements", &json!({ "using": "css selector", "value": css }));
        let paths = found.as_array().expect("a list").iter().filter_map(|element| element[ELEMENT].as_str());
        paths.map(|id| Element { driver: self, path: format!("element/{id}") }).collect()
    }

    /// Types into whatever has the focus. Special keys are the characters of WebDriver, such as [`keys::ENTER`].
    #[track_caller]
    pub fn press(&self, text: &str) {
        let actions: Vec<Value> = text
            .chars()
            .flat_map(|key| {
                [
                    json!({ "type": "keyDown", "value": key.to_string() }),
                    json!({ "type": "keyUp", "value": key.to_string() }),
                ]
            })
            .collect();
        self.post("actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }

    /// Runs a function body in the page and returns its value.
    #[track_caller]
    pub fn script(&self, body: &str) -> Value {
        self.post("execute/sync", json!({ "script": body, "args": [] }))
    }

    /// Returns the rendered text of each element that fits the CSS selector, all at one moment.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let body = format!(
            "return [...document.querySelectorAll({})].filter(e => e.getClientRects().length).map(e => e.innerText.trim())",
            Value::from(css)
        );
        let texts = self.script(&body);
        let texts = texts.as_array().expect("a list").iter();
        texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Waits until exactly this is the text of the visible elements that fit the CSS selector.
    #[track_caller]
    pub fn wait_texts(&self, css: &str, expected: &[&str]) {
        wait_until(&format!("{css} to say {expected:?}"), SOON, || {
            let texts = self.texts(css);
            if texts == expected { Ok(()) } else { Err(texts) }
        });
    }

    pub fn source(&self) -> String {
        self.get("source").as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.value("GET", path, None)
    }

    #[track_caller]
    fn post(&self, path: &str, body: Value) -> Value {
        self.value("POST", path, Some(body))
    }

    /// Asks again as long as the answer is this error, which passes by itself.
    #[track_caller]
    fn post_until_not(&self, error: &str, path: &str, body: &Value) -> Value {
        let url = format!("{}/{path}", self.session);
        let answer = wait_until(path, SOON, || match request("POST", &url, Some(body.clone())) {
            Err(said) if said.contains(error) => Err(said),
            done => Ok(done),
        });
        answer.unwrap_or_else(|error| panic!("WebDriver POST {path}: {error}"))["value"].take()
    }

    #[track_caller]
    fn value(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        let answer = request(method, &format!("{}/{path}", self.session), body);
        answer.unwrap_or_else(|error| panic!("WebDriver {method} {path}: {error}"))["value"].take()
    }
}

impl Drop for WebDriver {
    /// The picture that a failed test leaves is taken when this window is gone.
    fn drop(&mut self) {
        if thread::panicking() {
            let body = json!({ "script": "return document.body.innerText", "args": [] });
            let text = request("POST", &format!("{}/execute/sync", self.session), Some(body));
            eprintln!(
                "--- page\n{}",
                text.as_ref().map_or_else(String::as_str, |text| text["value"].as_str().unwrap_or_default())
            );
        }
    }
}

impl Element<'_> {
    /// Returns the text as it is rendered.
    #[track_caller]
    pub fn text(&self) -> String {
        self.driver.get(&format!("{}/text", self.path)).as_str().unwrap_or_default().to_owned()
    }

    /// Returns the text, or why there is none: the element may be gone.
    pub fn try_text(&self) -> Result<String, String> {
        let answer = request("GET", &format!("{}/{}/text", self.driver.session, self.path), None)?;
        Ok(answer["value"].as_str().unwrap_or_default().to_owned())
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.driver.get(&format!("{}/attribute/{name}", self.path)).as_str().map(str::to_owned)
    }

    /// Focuses the element and types.
    #[track_caller]
    pub fn send_keys(&self, text: &str) {
        self.driver.post(&format!("{}/value", self.path), json!({ "text": text }));
    }

    #[track_caller]
    pub fn click(&self) {
        // What is just being drawn takes no click yet.
        self.driver.post_until_not("not interactable", &format!("{}/click", self.path), &json!({}));
    }

    /// Clicks, or returns why that is not possible: the element may be gone, or another one over it.
    pub fn try_click(&self) -> Result<(), String> {
        request("POST", &format!("{}/{}/click", self.driver.session, self.path), Some(json!({}))).map(drop)
    }

    #[track_caller]
    pub fn is_displayed(&self) -> bool {
        self.driver.get(&format!("{}/displayed", self.path)) == json!(true)
    }
}

/// The special keys of WebDriver (W3C WebDriver, section 17.4.2).
pub mod keys {
    pub const ENTER: &str = "\u{E007}";
    pub const BACKSPACE: &str = "\u{E003}";
    pub const ESCAPE: &str = "\u{E00C}";
    pub const CONTROL: &str = "\u{E009}";
    pub const ALT: &str = "\u{E00A}";
    pub const LEFT: &str = "\u{E012}";
    pub const UP: &str = "\u{E013}";
    pub const DOWN: &str = "\u{E015}";
    pub const TAB: &str = "\u{E004}";
    pub const RIGHT: &str = "\u{E014}";
    pub const SHIFT: &str = "\u{E008}";
}

/// One HTTP request on this machine with JSON both ways. A status from 400 on is an error with the answer's text.
pub(crate) fn request(method: &str, url: &str, body: Option<Value>) -> Result<Value, String> {
    let config = ureq::Agent::config_builder()
        .proxy(None)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(30)));
    let agent: ureq::Agent = config.build().into();
    let answer = match (method, body) {
        ("GET", _) => agent.get(url).call(),
        (_, body) => agent.post(url).send_json(body.unwrap_or_else(|| json!({}))),
    };
    let mut answer = answer.map_err(|error| error.to_string())?;
    let text = answer.body_mut().read_to_string().map_err(|error| error.to_string())?;
    if answer.status().as_u16() >= 400 {
        return Err(text);
    }
    serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))
}
