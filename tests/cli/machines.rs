//! What scripts read: JSON and tab-separated rows. Both are contracts, documented in the README.

use serde_json::{Value, json};

use crate::{CONTOSO, FABRIKAM, customers, with_registry};

#[test]
fn list_json_has_every_documented_field() {
    let output = customers().portico(["list", "--json"]).done();
    assert_eq!(output.stderr, "");
    assert_eq!(
        output.json(),
        json!({ "schema": 1, "query": "", "tenants": [
            {
                "identity": format!("public/{CONTOSO}"),
                "name": "Contoso Pharmaceuticals",
                "tenant_id": CONTOSO,
                "cloud": "public",
                "domain": "contoso.com",
                "initial_domain": "contoso.onmicrosoft.com",
                "sharepoint": "contoso",
                "group": "Healthcare",
                "tags": ["tier1"],
                "aliases": ["CTSO"],
                "favorite": true,
                "own": false,
                "confirm": false,
                "portal": "defender",
                "url": format!("https://security.microsoft.com/?tid={CONTOSO}"),
                "unavailable": null,
                "verified": null,
                "notes": "",
                "tier": null,
            },
            {
                "identity": format!("gcc-high/{FABRIKAM}"),
                "name": "Fabrikam",
                "tenant_id": FABRIKAM,
                "cloud": "gcc-high",
                "domain": null,
                "initial_domain": null,
                "sharepoint": null,
                "group": null,
                "tags": [],
                "aliases": [],
                "favorite": false,
                "own": false,
                "confirm": false,
                "portal": "defender",
                "url": format!("https://security.microsoft.us/?tid={FABRIKAM}"),
                "unavailable": null,
                "verified": null,
                "notes": "",
                "tier": null,
            },
        ] })
    );
}

#[test]
fn a_query_in_json_says_how_well_each_fits() {
    let sandbox = customers();
    for (query, names, tier) in [
        (&["fabrikam"][..], &["Fabrikam"][..], "exact-name"),
        (&["ctso"], &["Contoso Pharmaceuticals"], "exact"),
        (&["pharm", "cont"], &["Contoso Pharmaceuticals"], "word-prefix"),
        (&["fabrkiam"], &["Fabrikam"], "typo"),
    ] {
        let found = sandbox.portico([&["list", "--json"], query].concat()).done().json();
        assert_eq!(found["query"], query.join(" "));
        let found = found["tenants"].as_array().unwrap();
        let names_found: Vec<_> = found.iter().map(|tenant| tenant["name"].as_str().unwrap()).collect();
        assert_eq!(names_found, names, "{query:?}");
        assert_eq!(found[0]["tier"], tier, "{query:?}");
    }
    let nothing = sandbox.portico(["list", "--json", "nobody"]).done();
    assert_eq!(nothing.json(), json!({ "schema": 1, "query": "nobody", "tenants": [] }));
    assert_eq!(nothing.stderr, "", "an empty list says it all");
}

#[test]
fn a_customer_without_an_address_says_why_in_json() {
    let sandbox = with_registry(&format!(
        r#"{{ "schema": 1, "tenants": [
            {{ "name": "A", "tenant_id": "{CONTOSO}", "portal": "teams", "verified": {{ "domain": "contoso.com", "at": "2026-11-12" }} }},
            {{ "name": "B", "tenant_id": "{FABRIKAM}", "portal": "of-a-later-version" }} ] }}"#
    ));
    let tenants = &sandbox.portico(["list", "--json"]).done().json()["tenants"];
    assert_eq!(tenants[0]["url"], Value::Null);
    assert_eq!(tenants[0]["unavailable"], "the customer has no initial domain");
    assert_eq!(tenants[0]["verified"], json!({ "domain": "contoso.com", "at": "2026-11-12" }));
    assert_eq!(
        (&tenants[1]["portal"], &tenants[1]["url"]),
        (&json!("of-a-later-version"), &Value::Null),
        "no other portal in its stead"
    );
}

#[test]
fn portals_json_has_a_template_and_its_evidence_for_each_cloud() {
    let all = customers().portico(["portals", "--json"]).done().json();
    assert_eq!(all["schema"], 1);
    let portals = all["portals"].as_array().unwrap();
    assert_eq!(portals.len(), 16);
    assert_eq!(
        portals[1],
        json!({ "id": "securitycenter", "name": "Defender Security Center (old address)",
            "own": false, "enabled": true, "default": false, "clouds": { "public": {
            "template": "https://securitycenter.windows.com?tid={tenant_id}",
            "evidence": "contested",
            "source": "Microsoft's MSSP documentation of 2021; whether the redirect to security.microsoft.com keeps the tenant depends on the customer's settings",
            "may_show_another_tenant": true,
        } } })
    );
    let clouds: Vec<_> = portals[0]["clouds"].as_object().unwrap().keys().collect();
    assert_eq!(clouds, ["china", "dod", "gcc", "gcc-high", "public"]);
}

#[test]
fn portals_of_a_customer_in_json_have_the_address_or_the_reason() {
    let of = customers().portico(["portals", "fabrikam", "--json"]).done().json();
    assert_eq!(
        (&of["schema"], &of["identity"], &of["name"]),
        (&json!(1), &json!(format!("gcc-high/{FABRIKAM}")), &json!("Fabrikam"))
    );
    let portals = of["portals"].as_array().unwrap();
    assert_eq!(portals.len(), 16, "the unavailable ones too");
    assert_eq!(
        portals[0],
        json!({ "id": "defender", "name": "Microsoft Defender", "own": false, "enabled": true, "default": true,
            "url": format!("https://security.microsoft.us/?tid={FABRIKAM}"),
            "unavailable": null, "may_show_another_tenant": true })
    );
    assert_eq!(
        portals[1],
        json!({ "id": "securitycenter", "name": "Defender Security Center (old address)",
            "own": false, "enabled": true, "default": false, "url": null,
            "unavailable": "no address is known in this cloud: gcc-high", "may_show_another_tenant": false })
    );
}

#[test]
fn tsv_has_five_columns_and_no_heading() {
    let output = customers().portico(["list", "--format", "tsv"]).done();
    assert_eq!(
        output.stdout,
        format!(
            "public/{CONTOSO}\tContoso Pharmaceuticals\tcontoso.com\tpublic\tHealthcare\n\
             gcc-high/{FABRIKAM}\tFabrikam\t\tgcc-high\t\n"
        )
    );
    let json = customers().portico(["list", "--format", "json"]).done();
    assert_eq!(json, customers().portico(["list", "--json"]).done());
    let empty = portico_tests::Sandbox::new().portico(["list", "--format", "tsv"]).done();
    assert_eq!((empty.stdout.as_str(), empty.stderr.as_str()), ("", ""), "nothing for a script to trip over");
}
