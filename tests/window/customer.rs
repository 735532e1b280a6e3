//! What quick open asks about one customer, at the seam: portals, history, favorites, the way to the customers window.

use super::*;

fn identity() -> String {
    format!("public/{CONTOSO}")
}

/// Calls a command that has to succeed, and returns what it gives.
#[track_caller]
fn call(quick: &Quick<'_>, command: &str, arguments: &Value) -> Value {
    let (how, what) = invoke(&quick.page, command, arguments);
    assert_eq!(how, "kept", "{command}: {what}");
    what
}

/// Calls a command that has to be refused, and returns the code.
#[track_caller]
fn code(quick: &Quick<'_>, command: &str, arguments: &Value) -> String {
    let (how, what) = invoke(&quick.page, command, arguments);
    assert_eq!(how, "broken", "{command}: {what}");
    what["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_portals_of_a_customer_are_all_there_the_default_first_with_address_or_reason() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com", "portal": "entra" },
        { "name": "Fabrikam", "tenant_id": FABRIKAM, "cloud": "china" },
    ]));
    let quick = Quick::open(&desktop);
    let rows = call(&quick, "portals", &json!({ "identity": identity() }));
    let rows = rows.as_array().unwrap();
    let catalogue: Value = serde_json::from_str(&desktop.sandbox.portico(["portals", "--json"]).done().stdout).unwrap();
    assert_eq!(rows.len(), catalogue["portals"].as_array().unwrap().len(), "each once");
    assert_eq!((&rows[0]["portal"], &rows[1]["portal"]), (&json!("entra"), &json!("defender")));
    for row in rows {
        assert_eq!(
            (&row["identity"], &row["name"], &row["tenant_id"]),
            (&json!(identity()), &json!("Contoso"), &json!(CONTOSO))
        );
        // What the terminal prints for the same portal is what the row opens, or both have none.
        let portal = row["portal"].as_str().unwrap();
        let printed = desktop.sandbox.portico(["url", "contoso.com", "-p", portal]);
        assert_eq!(row["url"].as_str().unwrap_or_default(), printed.stdout.trim_end(), "{portal}");
        assert_eq!(row["blocked"].is_null(), printed.code == Some(0), "{portal}: {row}");
    }
    let in_china = call(&quick, "portals", &json!({ "identity": format!("china/{FABRIKAM}") }));
    let reasons: Vec<_> = in_china.as_array().unwrap().iter().filter_map(|row| row["blocked"].as_str()).collect();
    assert!(reasons.iter().any(|reason| reason.contains("has no known address in the China cloud")), "{reasons:?}");
    assert_eq!(code(&quick, "portals", &json!({ "identity": format!("public/{}", id(9)) })), "Gone");
    assert_eq!(code(&quick, "portals", &json!({ "identity": "https://evil.example/" })), "BadIdentity");
    quick.assert_nothing_opened();
}

#[test]
fn a_favorite_is_saved_and_only_for_the_name_that_was_seen() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let change = |name: &str, favorite: bool| json!({ "change": { "identity": identity(), "name": name, "favorite": favorite } });
    call(&quick, "set_favorite", &change("Contoso Pharmaceuticals", true));
    assert_eq!(desktop.sandbox.registry_json()["tenants"][0]["favorite"], json!(true));
    quick.page.find("[role=option] .row-star");
    call(&quick, "set_favorite", &change("Contoso Pharmaceuticals", false));
    assert_eq!(desktop.sandbox.registry_json()["tenants"][0].get("favorite"), None, "no is not written");

    let before = desktop.sandbox.registry();
    assert_eq!(code(&quick, "set_favorite", &change("Contoso Health", true)), "Renamed");
    let gone = json!({ "change": { "identity": format!("public/{}", id(9)), "name": "Nobody", "favorite": true } });
    assert_eq!(code(&quick, "set_favorite", &gone), "Gone");
    assert_eq!(desktop.sandbox.registry(), before, "nothing was changed");
}

#[test]
fn the_history_of_a_customer_is_its_own_the_last_first() {
    let desktop = desktop(&customers());
    let sandbox = &desktop.sandbox;
    sandbox.portico(["open", "contoso.com"]).done();
    sandbox.portico(["open", &format!("gcc-high/{FABRIKAM}")]).done();
    sandbox.portico(["open", "contoso.com", "-p", "entra"]).done();
    let quick = Quick::open(&desktop);
    let history = call(&quick, "history", &json!({ "identity": identity() }));
    let told: Vec<_> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (entry["portal_name"].as_str().unwrap(), entry["via"].as_str().unwrap(), entry["result"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [("Microsoft Entra", "terminal", "handed-over"), ("Microsoft Defender", "terminal", "handed-over")]
    );
    assert_eq!(call(&quick, "history", &json!({ "identity": format!("public/{}", id(1)) })), json!([]));
    let found = call(&quick, "search", &json!({ "query": "" }));
    let of = |name: &str| found["rows"].as_array().unwrap().iter().find(|row| row["name"] == *name).unwrap().clone();
    assert_eq!(of("Contoso Pharmaceuticals")["opened_at"], history[0]["at"], "as the history has it");
    assert_eq!((&of("Fabrikam")["section"], of("Northwind Traders")["opened_at"].is_null()), (&json!("recent"), true));
}

#[test]
fn a_customer_is_shown_among_all_in_place_of_quick_open() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    call(&quick, "show_in_manage", &json!({ "identity": identity() }));
    wait_until("the customers window alone", SOON, || {
        let titles: Vec<_> = desktop.screen().windows("portico").into_iter().map(|window| window.title).collect();
        if titles == ["Portico: customers"] { Ok(()) } else { Err(titles) }
    });
    assert_eq!(code(&quick, "show_in_manage", &json!({ "identity": "x" })), "BadIdentity");
}
