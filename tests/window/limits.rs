//! What a page could do at most if a script of somebody else ran in it: nothing that opens, reads or leads elsewhere.

use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::Path;

use super::*;

/// Commands that no page of Portico needs, from every corner of Tauri and its plugins.
fn foreign() -> Vec<(&'static str, Value)> {
    let evil = "https://evil.example/";
    vec![
        ("plugin:shell|open", json!({ "path": evil })),
        ("plugin:shell|execute", json!({ "program": "true", "args": [], "options": {} })),
        ("plugin:shell|spawn", json!({ "program": "true", "args": [], "options": {} })),
        ("plugin:opener|open_url", json!({ "url": evil })),
        ("plugin:fs|read_text_file", json!({ "path": "/etc/hostname" })),
        ("plugin:fs|write_text_file", json!({ "path": "/tmp/x", "contents": "" })),
        ("plugin:http|fetch", json!({ "clientConfig": { "url": evil, "method": "GET" } })),
        ("plugin:event|emit", json!({ "event": "changed", "payload": null })),
        ("plugin:webview|create_webview_window", json!({ "options": { "label": "evil", "url": evil } })),
        ("plugin:window|create", json!({ "options": { "label": "evil" } })),
        ("plugin:window|set_title", json!({ "label": "quick", "value": "evil" })),
        ("plugin:window|hide", json!({ "label": "quick" })),
        ("plugin:menu|new", json!({ "kind": "Menu", "handler": 1 })),
        ("plugin:tray|new", json!({ "options": {}, "handler": 1 })),
        ("plugin:app|version", json!({})),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:image|from_path", json!({ "path": "/etc/hostname" })),
        ("plugin:resources|close", json!({ "rid": 1 })),
        ("plugin:process|exit", json!({ "code": 0 })),
        ("plugin:single-instance|anything", json!({})),
        ("no_such_command", json!({})),
    ]
}

/// A request that would open something at once, were it allowed.
fn request() -> Value {
    let identity = format!("public/{CONTOSO}");
    json!({ "request": { "identity": identity, "portal": "defender", "name": "Contoso Pharmaceuticals", "confirmed": true } })
}

#[track_caller]
fn assert_refused(page: &WebDriver, command: &str, arguments: &Value) {
    let (how, what) = invoke(page, command, arguments);
    assert_eq!(how, "broken", "{command} should be refused, but said {what}");
    // A wrong argument is refused by the command itself; this has to happen before.
    let what = what.to_string();
    let known = ["not allowed", "not found"].iter().any(|words| what.contains(words));
    assert!(known, "{command} should be refused before it runs: {what}");
}

/// Every command of the backend, and the windows that may call it.
const COMMANDS: [(&str, &[&str]); 57] = [
    ("start", &["quick", "manage"]),
    ("search", &["quick"]),
    ("open_portal", &["quick", "manage"]),
    ("portals", &["quick", "manage"]),
    ("history", &["quick", "manage"]),
    ("set_favorite", &["quick"]),
    ("show_in_manage", &["quick"]),
    ("hotkey", &["quick", "manage"]),
    ("set_hotkey", &["quick", "manage"]),
    ("decline_hotkey", &["quick"]),
    ("add_from_link", &["quick"]),
    ("review", &["quick", "manage"]),
    ("accept", &["quick", "manage"]),
    ("restore", &["quick", "manage"]),
    ("pending", &["quick"]),
    ("painted", &["quick", "manage"]),
    ("dismiss", &["quick"]),
    ("hold", &["quick"]),
    ("overview", &["manage"]),
    ("customer", &["manage"]),
    ("find", &["manage"]),
    ("check_customer", &["manage"]),
    ("read_pasted", &["manage"]),
    ("save_customer", &["manage"]),
    ("change_customers", &["manage"]),
    ("remove_customers", &["manage"]),
    ("undo_change", &["manage"]),
    ("read_list", &["manage"]),
    ("plan_import", &["manage"]),
    ("import_list", &["manage"]),
    ("last_import", &["manage"]),
    ("undo_import", &["manage"]),
    ("look_up", &["manage"]),
    ("verify", &["manage"]),
    ("verifying", &["manage"]),
    ("cancel_verify", &["manage"]),
    ("settings", &["manage"]),
    ("change_settings", &["manage"]),
    ("use_registry", &["manage"]),
    ("choose_registry", &["manage"]),
    ("catalogue", &["manage"]),
    ("arrange_portals", &["manage"]),
    ("check_portal", &["manage"]),
    ("save_portal", &["manage"]),
    ("remove_portal", &["manage"]),
    ("openings", &["manage"]),
    ("export_openings", &["manage"]),
    ("backups", &["manage"]),
    ("backup_difference", &["manage"]),
    ("diagnostics", &["manage"]),
    ("browsers", &["manage"]),
    ("save_browser_rule", &["manage"]),
    ("try_browser", &["manage"]),
    ("help_links", &["manage"]),
    ("open_help", &["manage"]),
    ("show_page", &["quick"]),
    ("close_window", &["manage"]),
];

/// Those that need nothing else and change what a test sees: they are called on their own.
const LAST: [&str; 3] = ["dismiss", "close_window", "choose_registry"];

/// Returns the names in a list of texts of a source file, behind this beginning.
fn listed(source: &str, beginning: &str) -> Vec<String> {
    let (_, list) = source.split_once(beginning).unwrap();
    let (list, _) = list.split_once(']').unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_table_of_commands_is_whole() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri");
    let read = |path: &str| fs::read_to_string(source.join(path)).unwrap();
    let built = listed(&read("build.rs"), "const COMMANDS: &[&str] = &[");
    let mut known = COMMANDS.map(|(command, _)| command.to_owned());
    let mut there = built.clone();
    known.sort();
    there.sort();
    assert_eq!(known.to_vec(), there, "every command of build.rs stands in the table");
    for window in ["quick", "manage"] {
        let granted = listed(&read(&format!("capabilities/{window}.json")), "\"permissions\": [");
        let allowed = COMMANDS.iter().filter(|(_, windows)| windows.contains(&window));
        let mut wanted: Vec<_> = allowed.map(|(command, _)| format!("allow-{}", command.replace('_', "-"))).collect();
        wanted.push("core:event:allow-listen".to_owned());
        if window == "manage" {
            wanted.push("core:webview:allow-set-webview-zoom".to_owned());
        }
        wanted.sort();
        let mut granted = granted;
        granted.sort();
        assert_eq!(granted, wanted, "{window} is granted what the table says and nothing else");
    }
}

/// Fails unless the window may call exactly the commands that the table says.
#[track_caller]
fn assert_limits(page: &WebDriver, window: &str) {
    for (command, windows) in COMMANDS {
        if !windows.contains(&window) {
            assert_refused(page, command, &json!({}));
        } else if !LAST.contains(&command) {
            // Most lack an argument here: they say so themselves, and do nothing.
            let what = invoke(page, command, &json!({})).1.to_string();
            assert!(!what.contains("not allowed"), "{window} may call {command}: {what}");
        }
    }
    for (command, arguments) in foreign() {
        assert_refused(page, command, &arguments);
    }
}

/// Calls a command after which the page may be gone.
fn invoke_last(page: &WebDriver, command: &str, arguments: &Value) {
    let command = Value::from(command);
    page.script(&format!("setTimeout(() => window.__TAURI_INTERNALS__.invoke({command}, {arguments}))"));
}

#[test]
fn quick_open_may_call_its_own_commands_and_no_others() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    assert_limits(&quick.page, "quick");
    quick.assert_nothing_opened();
    invoke_last(&quick.page, "dismiss", &json!({ "opened": false }));
    quick.wait_hidden();
}

#[test]
fn the_customers_window_may_call_its_own_commands_and_no_others() {
    let desktop = desktop(&customers());
    let page = WebDriver::start(&desktop, &["--show", "manage"]);
    page.find(".customer");
    let before = desktop.sandbox.registry();
    assert_limits(&page, "manage");
    assert_eq!(desktop.sandbox.registry(), before);
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
    invoke_last(&page, "choose_registry", &json!({}));
    wait_until("the window to choose a file in", SOON, || {
        let windows = desktop.screen().windows("portico");
        if windows.len() == 2 { Ok(()) } else { Err(windows) }
    });
    desktop.screen().keys(&["Escape"]);
    wait_until("that window to go", SOON, || {
        let windows = desktop.screen().windows("portico");
        if windows.len() == 1 { Ok(()) } else { Err(windows) }
    });
    invoke_last(&page, "close_window", &json!({}));
    desktop.screen().wait_no_window("portico");
}

#[test]
fn a_page_names_customers_and_never_addresses() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let with = |member: &str, value: Value| {
        let mut request = request();
        request["request"][member] = value;
        request
    };
    for arguments in [
        with("url", json!("https://evil.example/")),
        with("portal", json!("https://evil.example/")),
        with("portal", json!("../defender")),
        with("identity", json!("https://evil.example/")),
        with("identity", json!(format!("public/{FABRIKAM}"))),
        with("identity", json!(CONTOSO)),
        with("identity", json!(0)),
    ] {
        let (how, what) = invoke(&quick.page, "open_portal", &arguments);
        assert_eq!(how, "broken", "{arguments} should be refused: {what}");
    }
    let (how, asks) = invoke(&quick.page, "open_portal", &with("name", json!("Somebody else")));
    assert_eq!((how.as_str(), &asks["outcome"]), ("kept", &json!("asks")));
    // A link is no way around: it is read again, and has to name the customer that is to be opened.
    let linked = |link: &str| {
        let mut request = request();
        request["request"].as_object_mut().unwrap().remove("portal");
        request["request"]["link"] = json!(link);
        request
    };
    for arguments in [
        with("link", json!(defender(CONTOSO))),
        linked("https://evil.example/"),
        linked(&defender(FABRIKAM)),
        linked(&defender(&id(1))),
        linked(&format!("https://security.microsoft.com.evil.example/?tid={CONTOSO}")),
        linked("javascript:alert(1)"),
        linked(""),
    ] {
        let (how, what) = invoke(&quick.page, "open_portal", &arguments);
        assert_eq!(how, "broken", "{arguments} should be refused: {what}");
    }
    quick.assert_nothing_opened();
    // The same without a lie opens, so it was not something else that was refused.
    assert_eq!(invoke(&quick.page, "open_portal", &request()).1["outcome"], "opened");
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(CONTOSO)]);
}

#[test]
fn a_page_runs_no_script_but_portico_s() {
    for window in ["quick", "manage"] {
        let desktop = desktop(&customers());
        let page = WebDriver::start(&desktop, &["--show", window]);
        page.find("body main");
        let (_, ran) = promised(
            &page,
            "(async () => {
                window.ran = [];
                const attempt = (name, act) => { try { act(); } catch {} };
                attempt('eval', () => eval(\"window.ran.push('eval')\"));
                attempt('Function', () => new Function(\"window.ran.push('Function')\")());
                const script = document.createElement('script');
                script.textContent = \"window.ran.push('inline script')\";
                document.body.append(script);
                const remote = (tag, url) => new Promise(done => {
                    const element = document.createElement(tag);
                    element.onload = () => { window.ran.push(`${tag} ${url}`); done(); };
                    element.onerror = done;
                    element.src = url;
                    document.body.append(element);
                });
                await remote('script', \"data:text/javascript,window.ran.push('data script')\");
                const button = document.createElement('button');
                button.setAttribute('onclick', \"window.ran.push('handler')\");
                document.body.append(button);
                button.click();
                try { location.href = \"javascript:window.ran.push('javascript:')\"; } catch {}
                return window.ran;
            })()",
        );
        assert_eq!(ran, json!([]), "in {window}");
    }
}

#[test]
fn a_page_reaches_nothing_outside() {
    let desktop = desktop(&customers());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let here = format!("http://{}/", listener.local_addr().unwrap());
    let quick = Quick::open(&desktop);
    let own = quick.page.script("return location.href");
    for url in [&*here, "https://example.com/", "file:///etc/hostname"] {
        let script = format!(
            "(async () => {{
                const url = {};
                const reached = [];
                await fetch(url, {{ mode: 'no-cors' }}).then(() => reached.push('fetch'), () => {{}});
                await new Promise(done => {{
                    const image = new Image();
                    image.onload = () => {{ reached.push('image'); done(); }};
                    image.onerror = done;
                    image.src = url;
                }});
                try {{ new WebSocket(url.replace('http', 'ws')); }} catch {{}}
                try {{ navigator.sendBeacon(url, 'x'); }} catch {{}}
                if (window.open(url)) reached.push('window');
                const frame = document.createElement('iframe');
                frame.src = url;
                document.body.append(frame);
                const form = document.createElement('form');
                form.action = url;
                document.body.append(form);
                form.submit();
                const link = document.createElement('a');
                link.href = url;
                link.target = '_blank';
                document.body.append(link);
                link.click();
                location.href = url;
                return reached;
            }})()",
            Value::from(url)
        );
        let (how, reached) = promised(&quick.page, &script);
        // What became of beacon, socket, frame, form and link is not told to the page; the listener knows.
        assert_eq!((how.as_str(), reached), ("kept", json!([])), "{url}");
        // The page asks for its next rows behind the attempt to leave: had it left, nobody would answer.
        for _ in 0..3 {
            invoke(&quick.page, "search", &json!({ "query": "" }));
        }
        assert_eq!(quick.page.script("return location.href"), own, "{url}");
    }
    let came = listener.accept();
    assert_eq!(
        came.map(drop).map_err(|error| error.kind()),
        Err(ErrorKind::WouldBlock),
        "nothing of the page came to {here}"
    );
    assert_eq!(desktop.screen().windows("portico").len(), 1, "no other window");
    quick.assert_nothing_opened();
}
