//! Customers in text launchers: what they are shown, and that what comes back opens exactly the customer that was shown.

use std::fs;

use portico_tests::{Desktop, Notification, Output, SOON, Sandbox};
use serde_json::{Value, json};

use crate::id;

/// Names that break lines, fields, markup, shells or the reading order.
const HOSTILE: &[&str] = &[
    "a\nb",
    "tab\tbed",
    "x\u{1f}info\u{1f}public/evil",
    "\u{202e}osotnoC",
    "-dash --help",
    "& <b>bold</b> \"q\" 'a' `id` $(id) %s;",
    "back\\slash",
    "👩‍💻 Team",
    "Malmö Stad",
    "public/5b1d7a60-9c3e-4f28-8e41-000000000001",
    "nul\0icon\u{1f}evil",
    LONG,
];

const LONG: &str = "Långa Namnets Kommunalförbund Långa Namnets Kommunalförbund Långa Namnets Kommunalförbund Långa Namnets \
     Kommunalförbund Långa Namnets Kommunalförbund Långa Namnets Kommunalförbund";

pub(crate) fn hostile() -> Desktop {
    let sandbox = Sandbox::new();
    let tenants: Vec<_> = HOSTILE
        .iter()
        .zip(0..)
        .map(|(name, at)| json!({ "name": name, "tenant_id": id(at), "aliases": [format!("alias {name}")] }))
        .collect();
    sandbox.write_registry(&json!({ "schema": 1, "tenants": tenants }).to_string());
    Desktop::bare(sandbox)
}

pub(crate) fn defender(at: u32) -> String {
    format!("https://security.microsoft.com/?tid={}", id(at))
}

#[track_caller]
fn listed(sandbox: &Sandbox, format: &str) -> String {
    sandbox.portico(["list", "--format", format]).done().stdout
}

/// Returns which of the hostile customers an identity is.
#[track_caller]
fn place(identity: &str) -> u32 {
    (0..)
        .take(HOSTILE.len())
        .find(|at| format!("public/{}", id(*at)) == identity)
        .unwrap_or_else(|| panic!("{identity:?}"))
}

/// Runs `portico rofi`, as rofi does when a row was chosen.
#[track_caller]
fn rofi(sandbox: &Sandbox, retv: &str, info: &str) -> Output {
    let mut call = sandbox.command(sandbox.portico_path());
    sandbox.run(call.args(["rofi", "--", "-text"]).env("ROFI_RETV", retv).env("ROFI_INFO", info), None)
}

#[test]
fn each_row_of_rofi_opens_its_own_customer() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let rows = rofi(sandbox, "0", "").done().stdout;
    assert_eq!(rows, listed(sandbox, "rofi"));
    let rows: Vec<_> = rows.lines().filter(|line| !line.starts_with('\0')).collect();
    assert_eq!(rows.len(), HOSTILE.len());
    let mut expected = Vec::new();
    for row in rows {
        let options = row.split_once('\0').unwrap().1;
        let info = options.split('\x1f').nth(3).unwrap();
        rofi(sandbox, "1", info).done();
        expected.push(defender(place(info.split(' ').next().unwrap())));
        assert_eq!(sandbox.wait_opened(expected.len()), expected, "{row:?}");
    }
    let distinct: std::collections::BTreeSet<_> = expected.iter().collect();
    assert_eq!(distinct.len(), HOSTILE.len());
}

#[test]
fn rofi_shows_no_rows_and_a_notification_tells_why() {
    let desktop = Desktop::bare(Sandbox::new());
    let notified = desktop.receive_notifications();
    desktop.sandbox.write_registry("{");
    let said = rofi(&desktop.sandbox, "0", "");
    assert_eq!((said.code, said.stdout.as_str()), (Some(5), ""));
    let Notification { body, .. } = notified.recv_timeout(SOON).expect("a notification");
    assert!(body.contains("registry.json"), "{body}");
}

#[test]
fn what_rofi_did_not_show_opens_nothing() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    for (retv, info) in [
        ("2", format!("public/{} Malmö Stad", id(8)).as_str()),
        ("1", ""),
        ("1", "Malmö Stad"),
        ("10", "x"),
        ("1", "public/1 x"),
        ("1", "https://evil.example x"),
    ] {
        let said = rofi(sandbox, retv, info);
        assert_eq!((said.code, said.stdout.as_str()), (Some(0), ""), "{retv} {info:?}");
    }
    sandbox.portico(["open", "Malmö Stad"]).done();
    assert_eq!(sandbox.wait_opened(1), [defender(8)], "and nothing before it");
}

#[test]
fn a_line_of_dmenu_ends_in_the_identity() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let lines = listed(sandbox, "dmenu");
    let places: Vec<_> = lines.lines().map(|line| place(line.rsplit(' ').next().unwrap())).collect();
    assert_eq!(places.len(), HOSTILE.len());
    let malmo = lines.lines().find(|line| line.starts_with("Malmö Stad")).unwrap();
    assert!(malmo.contains("(malmo stad)"), "dmenu folds nothing: {malmo}");
}

#[test]
fn fzf_finds_without_accents_and_returns_the_identity() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let lines = listed(sandbox, "fzf");
    for (typed, at) in [("malmo", 8), ("back\\slash", 6), ("osotnoC", 3), ("bold", 5), ("alias tab", 1)] {
        let mut fzf = sandbox.command("fzf");
        fzf.args(["--delimiter", "\t", "--with-nth", "3..", "--filter", typed]);
        let found = sandbox.run(&mut fzf, Some(lines.as_bytes())).done().stdout;
        let first = found.lines().next().unwrap_or_default();
        assert_eq!(place(first.split('\t').next().unwrap()), at, "{typed}: {found}");
    }
}

/// Checks an object against its documented keys: the required ones, and no others than these.
#[track_caller]
fn shaped(value: &Value, required: &[&str], optional: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("{value}"));
    for key in required {
        assert!(object.contains_key(*key), "{key} is missing in {value}");
    }
    for key in object.keys() {
        assert!(required.contains(&key.as_str()) || optional.contains(&key.as_str()), "{key} is unknown in {value}");
    }
}

#[test]
fn alfred_gets_what_its_script_filter_documents() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let answer: Value = serde_json::from_str(&listed(sandbox, "alfred")).unwrap();
    // https://www.alfredapp.com/help/workflows/inputs/script-filter/json/
    shaped(&answer, &["items"], &["skipknowledge", "rerun", "cache", "variables"]);
    let items = answer["items"].as_array().unwrap();
    assert_eq!(items.len(), HOSTILE.len());
    for item in items {
        let optional = [
            "uid",
            "subtitle",
            "arg",
            "icon",
            "valid",
            "match",
            "autocomplete",
            "type",
            "mods",
            "text",
            "quicklookurl",
            "variables",
        ];
        shaped(item, &["title"], &optional);
        let (identity, name) = (item["arg"].as_str().unwrap(), item["variables"]["name"].as_str().unwrap());
        let printed = sandbox.portico(["open", identity, &format!("--expect={name}"), "--print"]).done();
        assert_eq!(printed.stdout.trim(), defender(place(identity)));
    }
}

#[test]
fn alfred_says_why_there_is_nothing_to_choose() {
    let sandbox = Sandbox::new();
    let only = |sandbox: &Sandbox, query: &str| {
        let items = sandbox.portico(["list", "--format", "alfred", "--", query]).done().json();
        assert_eq!((items["items"].as_array().unwrap().len(), &items["items"][0]["valid"]), (1, &json!(false)));
        items["items"][0]["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(only(&sandbox, ""), "No customers yet. Add the first with `portico add NAME TENANT_ID`.");
    sandbox.portico(["add", "Contoso", &id(1)]).done();
    assert_eq!(only(&sandbox, "fabrikam"), "No customer matches \"fabrikam\".");
    sandbox.write_registry("{");
    assert!(only(&sandbox, "contoso").contains("registry.json"));
}

/// Returns what Alfred would run for each part of the workflow, by its type.
fn scripts(sandbox: &Sandbox) -> [String; 2] {
    let file = sandbox.path().join("Portico.alfredworkflow");
    let mut command = sandbox.command(sandbox.portico_path());
    sandbox.run(command.args(["integrate", "alfred", "-o"]).arg(&file), None).done();
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    assert!(zip.by_name("icon.png").is_ok());
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("info.plist").unwrap(), &mut text).unwrap();
    let info = plist::Value::from_reader_xml(text.as_bytes()).unwrap();
    let objects = info.as_dictionary().unwrap()["objects"].as_array().unwrap();
    let [filter, open] = ["alfred.workflow.input.scriptfilter", "alfred.workflow.action.script"].map(|kind| {
        let has_kind = |object: &&plist::Dictionary| object["type"].as_string() == Some(kind);
        objects.iter().filter_map(plist::Value::as_dictionary).find(has_kind).unwrap_or_else(|| panic!("no {kind}"))
    });
    let uid = |object: &plist::Dictionary| object["uid"].as_string().unwrap().to_owned();
    let connections = info.as_dictionary().unwrap()["connections"].as_dictionary().unwrap();
    let leads_to = connections[&uid(filter)].as_array().unwrap()[0].as_dictionary().unwrap();
    assert_eq!(leads_to["destinationuid"].as_string(), Some(uid(open).as_str()));
    [filter, open].map(|object| {
        let config = object["config"].as_dictionary().unwrap();
        assert_eq!(config["scriptargtype"].as_signed_integer(), Some(1), "what was typed comes as an argument");
        config["script"].as_string().unwrap().to_owned()
    })
}

#[test]
fn alfreds_workflow_opens_what_it_shows() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let [filter, open] = scripts(sandbox);
    let run = |script: &str, argument: &str, name: Option<&str>| {
        let mut shell = sandbox.command("sh");
        shell.args(["-c", script, "sh", argument]);
        shell.envs(name.map(|name| ("name", name)));
        sandbox.run(&mut shell, None).done()
    };
    let mut expected = Vec::new();
    for (at, name) in (0..).zip(HOSTILE) {
        let rows = run(&filter, &id(at), None).json();
        let item = &rows["items"][0];
        run(&open, item["arg"].as_str().unwrap(), item["variables"]["name"].as_str());
        expected.push(defender(at));
        assert_eq!(sandbox.wait_opened(expected.len()), expected, "{name:?}");
    }
    assert_eq!(run(&filter, "$(touch x) \"`id`", None).json()["items"][0]["valid"], json!(false));
}

/// Calls `portico` as Flow Launcher does, and returns its rows. Not a byte may come on standard error.
#[track_caller]
fn flow(sandbox: &Sandbox, call: &str) -> Vec<Value> {
    let said = sandbox.portico([call]);
    assert_eq!((said.code, said.stderr.as_str()), (Some(0), ""), "{call}");
    let answer = said.json();
    shaped(&answer, &["result"], &[]);
    let rows = answer["result"].as_array().unwrap().clone();
    for row in &rows {
        // https://www.flowlauncher.com/docs/#/json-rpc
        shaped(row, &["Title"], &["SubTitle", "IcoPath", "Score", "AutoCompleteText", "ContextData", "JsonRPCAction"]);
    }
    rows
}

#[test]
fn flow_launcher_gets_rows_whose_calls_open_them() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let rows =
        flow(sandbox, &json!({ "id": 1, "method": "query", "parameters": ["malmo"], "settings": {} }).to_string());
    assert_eq!(rows.len(), 1, "{rows:?}");
    let all = flow(sandbox, r#"{"method":"query","parameters":[""]}"#);
    assert_eq!(all.len(), HOSTILE.len());
    let scores: Vec<_> = all.iter().map(|row| row["Score"].as_u64().unwrap()).collect();
    assert!(scores.is_sorted_by(|one, next| one > next), "Flow Launcher sorts by it: {scores:?}");
    let mut expected = Vec::new();
    for row in all {
        shaped(&row["JsonRPCAction"], &["method", "parameters"], &["dontHideAfterAction"]);
        let call = &row["JsonRPCAction"];
        flow(sandbox, &json!({ "id": 2, "method": call["method"], "parameters": call["parameters"] }).to_string());
        expected.push(defender(place(call["parameters"][0].as_str().unwrap())));
        assert_eq!(sandbox.wait_opened(expected.len()), expected);
    }
}

#[test]
fn flow_launcher_never_sees_standard_error() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let calls = [
        "{",
        "{}",
        "{\u{202e}",
        r#"{"method":1}"#,
        r#"{"method":"query"}"#,
        r#"{"method":"query","parameters":[1,{}]}"#,
        r#"{"method":"open"}"#,
        r#"{"method":"open","parameters":["https://evil.example","x"]}"#,
        r#"{"method":"open","parameters":[null]}"#,
        r#"{"method":"context_menu","parameters":[""]}"#,
        r#"{"method":"rm -rf"}"#,
    ];
    for call in calls {
        flow(sandbox, call);
    }
    let not_alone = sandbox.portico([r#"{"method":"query","parameters":["malmo"]}"#, "--help"]);
    assert_eq!((not_alone.code, not_alone.stdout.as_str()), (Some(2), ""));
    for registry in ["{", r#"{ "schema": 99, "tenants": [] }"#] {
        sandbox.write_registry(registry);
        flow(sandbox, r#"{"method":"query","parameters":["x"]}"#);
    }
    sandbox.write_registry("{");
    let rows = flow(sandbox, r#"{"method":"query","parameters":["x"]}"#);
    assert_eq!(rows[0]["Title"], "Portico cannot read its customers");
    assert_eq!(sandbox.opened(), Vec::<String>::new());
}

#[test]
fn a_customer_renamed_since_it_was_shown_does_not_open() {
    let desktop = hostile();
    let sandbox = &desktop.sandbox;
    let info = format!("public/{} Malmö Stad", id(8));
    sandbox.portico(["edit", "Malmö Stad", "--name", "Lunds kommun"]).done();
    rofi(sandbox, "1", &info).done();
    flow(sandbox, &json!({ "method": "open", "parameters": [format!("public/{}", id(8)), "Malmö Stad"] }).to_string());
    let refused =
        sandbox.portico(["open", &format!("public/{}", id(8)), "--expect=Malmö Stad", "--source", "launcher"]);
    assert_eq!(refused.code, Some(7));
    sandbox.portico(["open", "Lunds kommun"]).done();
    assert_eq!(sandbox.wait_opened(1), [defender(8)], "this one, and no other before");
}

#[test]
fn favorites_come_first_then_those_opened_last_then_the_others_by_name() {
    let desktop = Desktop::bare(Sandbox::new());
    let sandbox = &desktop.sandbox;
    let tenant =
        |name: &str, at: u32, favorite: bool| json!({ "name": name, "tenant_id": id(at), "favorite": favorite });
    let tenants = [
        tenant("Zeta", 1, false),
        tenant("Beta", 2, false),
        tenant("Yard", 3, true),
        tenant("Alfa", 4, true),
        tenant("Élan", 5, false),
    ];
    sandbox.write_registry(&json!({ "schema": 1, "tenants": tenants }).to_string());
    sandbox.portico(["open", "Zeta"]).done();
    let names = |arguments: &[&str]| {
        let lines = sandbox.portico(arguments).done().stdout;
        lines.lines().map(|line| line.split('\t').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["list", "--format", "fzf"]), ["Yard", "Alfa", "Zeta", "Beta", "Élan"]);
    assert_eq!(names(&["list", "elan", "--format", "fzf"]), ["Élan"]);
    assert_eq!(names(&["list", "ztaa", "--format", "fzf"]), Vec::<String>::new(), "a launcher guesses nothing");
}
