//! What a page could do at most if a script of somebody else ran in it: nothing that opens, reads or leads elsewhere.

use std::io::ErrorKind;
use std::net::TcpListener;

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

#[test]
fn quick_open_may_call_its_own_commands_and_no_others() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let (how, found) = invoke(&quick.page, "search", &json!({ "query": "contoso" }));
    assert_eq!((how.as_str(), &found["total"]), ("kept", &json!(1)));
    assert_refused(&quick.page, "overview", &json!({}));
    for (command, arguments) in foreign() {
        assert_refused(&quick.page, command, &arguments);
    }
    quick.assert_nothing_opened();
}

#[test]
fn the_customers_window_reads_and_opens_nothing() {
    let desktop = desktop(&customers());
    let page = WebDriver::start(&desktop, &["--show", "manage"]);
    page.find(".customer");
    let (how, all) = invoke(&page, "overview", &json!({}));
    assert_eq!((how.as_str(), all["customers"].as_array().unwrap().len()), ("kept", 3));
    for (command, arguments) in [
        ("open_portal", request()),
        ("search", json!({ "query": "contoso" })),
        ("add_from_link", json!({ "add": { "link": defender(&id(7)), "name": "Evil", "cloud": "public" } })),
        ("review", json!({})),
        ("accept", json!({ "accept": { "identity": null, "seen": "" } })),
        ("restore", json!({ "backup": "registry.last.json" })),
        ("pending", json!({})),
        ("portals", json!({ "identity": format!("public/{CONTOSO}") })),
        ("history", json!({ "identity": format!("public/{CONTOSO}") })),
        (
            "set_favorite",
            json!({ "change": { "identity": format!("public/{CONTOSO}"), "name": "x", "favorite": true } }),
        ),
        ("show_in_manage", json!({ "identity": format!("public/{CONTOSO}") })),
        ("decline_hotkey", json!({})),
        ("dismiss", json!({})),
        ("hold", json!({ "held": true })),
    ] {
        assert_refused(&page, command, &arguments);
    }
    for (command, arguments) in foreign() {
        assert_refused(&page, command, &arguments);
    }
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
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
