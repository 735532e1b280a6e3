//! A list that meets customers who are known: what it adds, what stays, and what a person has to decide.

use portico_tests::Sandbox;
use serde_json::{Value, json};

use crate::lists::{assert_all_open, changing_nothing, imported, list, of, sample, table, tenant, tenants};
use crate::{CONTOSO, CUSTOMERS, FABRIKAM, customers, id, refusals, with_registry};

const ALL: &str = "Tenant ID,Name,Domain,Initial domain,SharePoint,Group,Tags,Aliases,Notes";

#[test]
fn what_is_set_stays_and_what_is_missing_is_filled_in() {
    let sandbox = customers();
    let rows = [
        "CONTOSO,Contoso Ltd,contoso.net,other.onmicrosoft.com,other,Pharma,tier1;gold,CTSO;CP,call first",
        "FABRIKAM,Fabrikam Inc,fabrikam.com,fabrikam.onmicrosoft.us,fabrikam,Retail,gold,FBK,call first",
    ];
    let said = imported(&sandbox, &table(ALL, &rows), &[]);
    let kept = json!([
        { "field": "domain", "value": "contoso.com", "in_list": "contoso.net", "why": "registry" },
        { "field": "initial domain", "value": "contoso.onmicrosoft.com", "in_list": "other.onmicrosoft.com", "why": "registry" },
        { "field": "SharePoint label", "value": "contoso", "in_list": "other", "why": "registry" },
        { "field": "group", "value": "Healthcare", "in_list": "Pharma", "why": "registry" },
    ]);
    assert_eq!((&said["changed"][0]["kept"], &said["changed"][1]["kept"]), (&kept, &json!([])));
    assert_eq!(
        tenants(&sandbox),
        [
            json!({ "name": "Contoso Pharmaceuticals", "tenant_id": CONTOSO, "domain": "contoso.com",
                "initial_domain": "contoso.onmicrosoft.com", "sharepoint": "contoso", "group": "Healthcare",
                "tags": ["tier1", "gold"], "aliases": ["CTSO", "Contoso Ltd", "CP"], "favorite": true, "notes": "call first" }),
            json!({ "name": "Fabrikam", "tenant_id": FABRIKAM, "cloud": "gcc-high", "domain": "fabrikam.com",
                "initial_domain": "fabrikam.onmicrosoft.us", "sharepoint": "fabrikam", "group": "Retail", "tags": ["gold"],
                "aliases": ["Fabrikam Inc", "FBK"], "notes": "call first" }),
        ]
    );
    let notes = imported(&sandbox, &table(ALL, &["CONTOSO,,,,,,,,never mind"]), &[]);
    assert_eq!(tenant(&sandbox, "Contoso Pharmaceuticals")["notes"], "call first", "{notes}");
    assert_all_open(&sandbox);
}

#[test]
fn a_name_that_differs_in_case_and_accents_alone_is_no_alias() {
    let sandbox = customers();
    let said =
        imported(&sandbox, &table("Tenant ID,Name", &["CONTOSO,CONTOSO  pharmaceutícals", "FABRIKAM,fabrikam"]), &[]);
    assert_eq!((&said["changed"], &said["saved"]), (&json!([]), &json!(false)));
    assert_eq!(sandbox.registry(), CUSTOMERS);
}

#[test]
fn the_lists_name_is_taken_only_when_somebody_says_so() {
    let sandbox = customers();
    let text = table("Tenant ID,Name", &["CONTOSO,Contoso Ltd", "FABRIKAM,Fabrikam Inc"]);
    imported(&sandbox, &text, &[]);
    let fabrikam = format!("gcc-high/{FABRIKAM}");
    imported(&sandbox, &text, &["--rename", "ctso", "--rename", &fabrikam]);
    assert_eq!(tenant(&sandbox, "Contoso Ltd")["aliases"], json!(["CTSO", "Contoso Pharmaceuticals"]));
    assert_eq!(tenant(&sandbox, "Fabrikam Inc")["aliases"], json!(["Fabrikam"]));
    assert_all_open(&sandbox);
    let address = |name: &str| sandbox.portico(["url", name]).done().stdout;
    assert_eq!(address("Contoso Pharmaceuticals"), address("Contoso Ltd"), "the old name still finds it");
}

#[test]
fn a_name_that_is_not_there_or_too_old_is_not_taken() {
    let sandbox = customers();
    list(&sandbox, "list.csv", table("Tenant ID,Name", &["CONTOSO,Contoso Ltd", "FABRIKAM,Fabrikam"]));
    let contracts = table("ContractType,CustomerId,DisplayName", &["ResellerPartner,CONTOSO,Contoso of 2019"]);
    list(&sandbox, "contracts.csv", contracts);
    let said = refusals(
        &sandbox,
        &[
            &["import", "list.csv", "--rename", "nobody"],
            &["import", "list.csv", "--rename", "fabrikam"],
            &["import", "contracts.csv", "--rename", "ctso"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico import list.csv --rename nobody
    --- stderr
    error: no customer has this name, alias or domain: "nobody"
    hint: run `portico list` to see all customers
    --- exit 3
    $ portico import list.csv --rename fabrikam
    --- stderr
    error: the list has no other name for Fabrikam (gcc-high)
    --- exit 2
    $ portico import contracts.csv --rename ctso
    --- stderr
    error: the list has no other name for Contoso Pharmaceuticals (contoso.com, public)
    hint: names in lists of contracts are old ones, and never taken
    --- exit 2
    "#);
    sandbox.portico(["import", "contracts.csv"]).done();
    assert_eq!(
        tenant(&sandbox, "Contoso Pharmaceuticals")["aliases"],
        json!(["CTSO", "Contoso of 2019"]),
        "but found by it"
    );
}

#[test]
fn an_id_in_the_place_of_a_name_gives_way_to_the_first_name() {
    let sandbox = Sandbox::new();
    list(&sandbox, "links.txt", format!("https://security.microsoft.com/?tid={}\n", id(1)));
    sandbox.portico(["import", "links.txt"]).done();
    assert_eq!(tenants(&sandbox)[0]["name"], id(1));
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    assert_eq!((&tenants(&sandbox)[0]["name"], &tenants(&sandbox)[0]["aliases"]), (&json!("Adatum"), &Value::Null));
}

#[test]
fn the_initial_domain_is_told_by_its_end() {
    for (cloud, domain, initial) in [
        ("public", "adatum.onmicrosoft.com", true),
        ("gcc", "adatum.onmicrosoft.com", true),
        ("gcc-high", "adatum.onmicrosoft.us", true),
        ("dod", "adatum.onmicrosoft.us", true),
        ("china", "adatum.partner.onmschina.cn", true),
        ("public", "adatum.mail.onmicrosoft.com", false),
        ("public", "onmicrosoft.com.example", false),
    ] {
        let sandbox = Sandbox::new();
        let text = table("Tenant ID,Name,Default domain,Cloud", &[&format!("#1,Adatum,{domain},{cloud}")]);
        imported(&sandbox, &text, &[]);
        let tenant = tenant(&sandbox, "Adatum");
        let (is, is_not) = if initial { ("initial_domain", "domain") } else { ("domain", "initial_domain") };
        assert_eq!((&tenant[is], &tenant[is_not]), (&json!(domain), &Value::Null), "{domain} in {cloud}");
    }
}

#[test]
fn what_only_one_can_have_is_not_given_to_another() {
    for (header, value, says) in [
        ("Domain", "contoso.com", "\"Contoso Pharmaceuticals\" already has this domain: contoso.com"),
        (
            "Initial domain",
            "contoso.onmicrosoft.com",
            "\"Contoso Pharmaceuticals\" already has this initial domain: contoso.onmicrosoft.com",
        ),
        ("SharePoint", "contoso", "\"Contoso Pharmaceuticals\" already has this SharePoint label: contoso"),
    ] {
        let sandbox = with_registry(&CUSTOMERS.replace("gcc-high", "public"));
        let before = sandbox.registry();
        let text = table(
            &format!("Tenant ID,Name,{header}"),
            &[&format!("#1,New,{value}"), &format!("FABRIKAM,Known,{value}")],
        );
        let said = imported(&sandbox, &text, &[]);
        assert_eq!(of(&said["conflicts"], "reason"), [says, says]);
        assert_eq!(sandbox.registry(), before, "neither a new customer nor a known one gets it");
    }
    let sandbox = Sandbox::new();
    let said = imported(
        &sandbox,
        &table("Tenant ID,Name,Domain", &["#1,First,adatum.example", "#2,Second,adatum.example"]),
        &[],
    );
    assert_eq!(
        of(&said["conflicts"], "reason"),
        ["\"Second\" already has this domain: adatum.example", "\"First\" already has this domain: adatum.example"],
        "nor within one list, where nothing tells whose it is"
    );
    assert_eq!(tenants(&sandbox).len(), 0);
}

#[test]
fn a_customer_that_was_changed_outside_waits_as_before() {
    let sandbox = customers();
    sandbox.portico(["url", "ctso"]).done();
    let outside = CUSTOMERS.replace("\"sharepoint\": \"contoso\"", "\"sharepoint\": \"other\"");
    sandbox.write_registry(&outside);
    let said = imported(&sandbox, &table("Tenant ID,Name,Group", &["CONTOSO,Contoso Ltd,Pharma", "#1,Adatum,"]), &[]);
    assert_eq!(
        of(&said["conflicts"], "reason"),
        ["the customer was changed outside Portico, and nobody has looked at that yet"]
    );
    assert_eq!(of(&said["new"], "name"), ["Adatum"], "the others come in");
    assert!(sandbox.registry().contains("\"sharepoint\": \"other\""));
    assert_eq!(sandbox.portico(["open", "ctso", "--print"]).code, Some(7), "an import accepts nothing");
    sandbox.portico(["open", "adatum", "--print"]).done();
    let own = customers();
    own.write_registry(&CUSTOMERS.replace(CONTOSO, "fcc38489-6c9c-4cfe-b4e0-7a9ea0f9add8"));
    own.portico(["url", "ctso"]).done();
    let outside = own.registry().replace("contoso.com", "contoso.net");
    own.write_registry(&outside);
    let path = sample("cipp-tenants.json").display().to_string();
    own.portico(["import", &path]).done();
    assert_eq!(own.portico(["open", "ctso", "--print"]).code, Some(7), "not even of the own tenant");
}

#[test]
fn lost_pins_are_not_made_anew_by_an_import() {
    let sandbox = customers();
    sandbox.portico(["url", "ctso"]).done();
    std::fs::remove_file(sandbox.path().join("state/portico/pins.json")).unwrap();
    list(&sandbox, "list.csv", table("Tenant ID,Name", &["CONTOSO,Contoso Ltd", "#1,Adatum"]));
    sandbox.portico(["import", "list.csv"]);
    for customer in [CONTOSO, FABRIKAM] {
        assert_eq!(sandbox.portico(["open", customer, "--print"]).code, Some(7), "{customer} has not been looked at");
    }
}

#[test]
fn fields_and_entries_that_are_none_of_its_business_stay_byte_for_byte() {
    let fabrikam =
        r#"{ "name": "Fabr\u0069kam","tenant_id": "0D9A7C1E-55F2-4B0C-8A6E-3F1B2C4D5E6F", "x-😀": [1,  1e400] }"#;
    let contoso = format!(r#"{{ "x-ticket": [1,  2], "name": "Contoso", "tenant_id": "{CONTOSO}" }}"#);
    let text = format!(
        "{{ \"x-team\": {{ \"lead\":  \"Åsa\" }}, \"schema\": 1, \"tenants\": [\n{contoso},\n{fabrikam}\n], \"x-last\": 0 }}\n"
    );
    let sandbox = with_registry(&text);
    imported(&sandbox, &table("Tenant ID,Name", &["CONTOSO,Contoso Ltd", "FABRIKAM,Fabrikam", "#1,Adatum"]), &[]);
    let registry = sandbox.registry();
    for kept in [fabrikam, "\"x-team\": { \"lead\":  \"Åsa\" }", "\"x-ticket\": [1,  2]", "\"x-last\": 0"] {
        assert!(registry.contains(kept), "{kept} in {registry}");
    }
    for new in ["\"Contoso Ltd\"", "\"Adatum\""] {
        assert!(registry.contains(new), "{new} in {registry}");
    }
    sandbox.portico(["import", "--undo"]).done();
    for kept in [fabrikam, "\"x-team\": { \"lead\":  \"Åsa\" }", "\"x-ticket\": [1,  2]", "\"x-last\": 0"] {
        assert!(sandbox.registry().contains(kept), "{kept} in {}", sandbox.registry());
    }
}

#[test]
fn a_registry_that_would_have_too_many_customers_is_not_saved() {
    let sandbox = customers();
    sandbox.portico(["url", "ctso"]).done();
    let rows: String = (1..=50_000).map(|number| format!("{},Customer {number}\n", id(number))).collect();
    list(&sandbox, "list.csv", format!("Tenant ID,Name\n{rows}"));
    let said = changing_nothing(&sandbox, &["import", "list.csv"]);
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.stderr.contains("a registry holds at most 50000 tenants"), "{said:?}");
}
