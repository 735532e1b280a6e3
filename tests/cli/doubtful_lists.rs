//! Lists and files that could mean something else than they say: each doubt is named, nothing is taken on a guess.

use std::fs;
use std::os::unix::fs::symlink;

use portico_tests::Sandbox;
use serde_json::json;

use crate::hostile::assert_harmless;
use crate::lists::{changing_nothing, imported, json, kept, list, table, tenants};
use crate::{CONTOSO, CUSTOMERS, customers, id, refused, with_registry};

#[test]
fn an_export_goes_into_the_folder_one_is_in() {
    let sandbox = customers();
    let output = sandbox.portico(["export", "-o", "customers.json"]).done();
    assert_eq!(output.stdout, "Exported 2 customers to customers.json\n");
    assert_eq!(fs::read_to_string(sandbox.path().join("home/customers.json")).unwrap(), CUSTOMERS);
}

#[test]
fn fields_that_portico_does_not_know_come_back_with_an_exported_json() {
    let text =
        format!(r#"{{ "schema": 1, "tenants": [ {{ "name": "A", "tenant_id": "{CONTOSO}", "x-ticket": 7 }} ] }}"#);
    let sandbox = with_registry(&text);
    let exported = sandbox.portico(["export"]).done().stdout;
    let new = Sandbox::new();
    new.portico_reading(&exported, ["import", "-"]).done();
    assert_eq!(tenants(&new)[0]["x-ticket"], 7, "help says: both can be imported again without loss");
}

#[test]
fn an_export_does_not_call_a_newer_registry_an_old_one() {
    let sandbox = with_registry(&CUSTOMERS.replace("\"schema\": 1", "\"schema\": 2"));
    let exported = sandbox.portico(["export"]).done().json();
    assert_eq!(exported["schema"], 2);
}

#[test]
fn an_export_goes_over_no_backup_and_over_no_file_that_is_still_to_come() {
    let sandbox = customers();
    sandbox.portico(["add", "New", &id(1)]).done();
    let backups = sandbox.registry_path().with_file_name("backups");
    for path in [backups.join("registry.last.json"), fs::read_dir(&backups).unwrap().next().unwrap().unwrap().path()] {
        refused(&sandbox, &["export", "--format", "csv", "-o", &path.display().to_string()]);
    }
    let new = Sandbox::new();
    for folder in ["data/portico", "config/portico", "state/portico"] {
        fs::create_dir_all(new.path().join(folder)).unwrap();
    }
    symlink(new.registry_path(), new.path().join("home/link.json")).unwrap();
    for path in [
        "../data/portico/registry.json",
        "../config/portico/settings.json",
        "../state/portico/history.jsonl",
        "../state/portico/pins.json",
        "link.json",
    ] {
        let output = new.portico(["export", "--format", "csv", "-o", path]);
        assert_eq!((output.code, kept(&new).len()), (Some(1), 0), "{path}: {output:?}");
    }
}

#[test]
fn a_csv_on_a_terminal_does_not_drive_it() {
    let sandbox = customers();
    let notes = "call\u{1b}]0;title\u{7}\u{202e}";
    list(&sandbox, "list.csv", format!("Tenant ID,Name,Notes\n{},Adatum,\"{notes}\"\n", id(1)));
    sandbox.portico(["import", "list.csv"]).done();
    for format in ["csv", "json"] {
        let output = sandbox.terminal(["export", "--format", format]).finish();
        assert_harmless(&output, format, &['\n', '\r']);
    }
}

#[test]
fn taking_back_leaves_a_customer_to_whom_somebody_added_a_field() {
    let sandbox = customers();
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    sandbox
        .write_registry(&sandbox.registry().replace("\"name\": \"Adatum\"", "\"x-ticket\": 7, \"name\": \"Adatum\""));
    sandbox.portico(["import", "--undo"]);
    assert!(sandbox.registry().contains("\"x-ticket\": 7"), "{}", sandbox.registry());
}

#[test]
fn taking_back_touches_no_other_registry_than_the_one_that_was_imported_into() {
    let mut sandbox = Sandbox::new();
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    let team = sandbox.path().join("home/team.json");
    fs::copy(sandbox.registry_path(), &team).unwrap();
    sandbox.set("PORTICO_REGISTRY", team.as_os_str());
    sandbox.portico(["import", "--undo"]);
    assert!(fs::read_to_string(team).unwrap().contains("Adatum"), "nothing was imported into this one");
}

#[test]
fn an_import_that_was_overtaken_leaves_the_one_before_it_to_be_taken_back() {
    let sandbox = customers();
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    list(&sandbox, "list.csv", table("Tenant ID,Name", &["#2,Litware", "CONTOSO,Contoso Ltd"]));
    let terminal = sandbox.terminal(["import", "list.csv"]);
    terminal.wait_for("[y/N] ");
    sandbox.portico(["edit", "ctso", "--tag", "other"]).done();
    terminal.type_line("y");
    assert_eq!(terminal.finish().code, Some(1), "nothing was imported");
    let said = sandbox.portico(["import", "--undo"]).done().stdout;
    assert!(said.contains("- Adatum"), "{said}");
}

#[test]
fn two_members_that_mean_the_tenant_id_never_go_unnoticed() {
    for (one, other) in [("tenantId", "TenantID"), ("TenantId", "tenant_id"), ("customerId", "Customer ID")] {
        let sandbox = Sandbox::new();
        list(&sandbox, "list.json", json!([{ one: id(1), "displayName": "Adatum", other: id(2) }]).to_string());
        sandbox.portico(["import", "list.json"]);
        assert_eq!(tenants(&sandbox), Vec::<serde_json::Value>::new(), "{one} and {other}");
    }
}

#[test]
fn an_id_that_is_said_to_be_something_else_is_not_taken_in_any_language() {
    for text in [
        "Prenumerations-ID: {}",
        "Abonnement {}",
        "Abonnements-ID: {}",
        "{} subscription",
        "{} (Subscription ID)",
        "Subscription ID\n{}",
    ] {
        let sandbox = Sandbox::new();
        list(&sandbox, "notes.txt", format!("Adatum {}\n{}\n", id(7), text.replace("{}", &id(1))));
        json(&sandbox, "notes.txt", &[]);
        assert!(!sandbox.registry().contains(&id(1)), "{text}");
    }
}

#[test]
fn an_id_somewhere_in_a_web_page_is_no_tenant() {
    for page in [
        format!("<!DOCTYPE html>\n<html><body>Something went wrong. Trace: {}</body></html>\n", id(1)),
        format!("<html><head>\n<script src='/a.js' nonce='{}'></script>\n</head></html>\n", id(1)),
    ] {
        let sandbox = customers();
        list(&sandbox, "page.csv", &page);
        let output = changing_nothing(&sandbox, &["import", "page.csv", "--yes"]);
        assert_eq!(output.code, Some(1), "{page}: {output:?}");
    }
}

#[test]
fn a_row_that_is_passed_over_takes_a_line_not_a_screen() {
    let sandbox = Sandbox::new();
    list(&sandbox, "list.csv", format!("Tenant ID,Name\n{},{}\n{},Adatum\n", id(1), "x".repeat(60_000), id(2)));
    let said = sandbox.portico(["import", "list.csv"]).done().stdout;
    assert!(said.len() < 2000, "{} characters", said.len());
}

#[test]
fn a_relationship_that_is_passed_over_is_called_by_its_customer() {
    let sandbox = Sandbox::new();
    let row = json!({ "displayName": "KRS adatum", "status": "terminated", "customer": { "tenantId": id(1), "displayName": "Adatum" } });
    list(&sandbox, "list.json", json!({ "value": [row] }).to_string());
    assert_eq!(json(&sandbox, "list.json", &[])["skipped"][0]["name"], "Adatum");
}

#[test]
fn a_missing_file_is_called_missing() {
    let said = refused(&customers(), &["import", "missing.csv"]).stderr;
    assert!(said.contains("No such file or directory"), "{said}");
}

#[test]
fn no_list_keeps_the_machine_busy_for_minutes() {
    let members: Vec<_> = (0..200_000).map(|number| format!("\"a{number}\":0")).collect();
    let pipes: String = (0..45_000).map(|number| format!("a{number}|{}|Customer {number}\n", id(number))).collect();
    let names: String = (0..25_000).map(|number| format!("{CONTOSO},Contoso {number}\n")).collect();
    for (name, text) in [
        ("members.json", format!("{{\"tenantId\":\"{}\",{}}}", id(1), members.join(","))),
        ("pipes.txt", pipes),
        ("names.csv", format!("Tenant ID,Name\n{names}")),
    ] {
        let sandbox = customers();
        list(&sandbox, name, text);
        // The harness waits as long as anything may take.
        sandbox.portico(["import", name, "--dry-run"]);
    }
}

#[test]
fn two_companies_on_one_id_are_pointed_out() {
    let sandbox = Sandbox::new();
    let rows = ["#1,Adatum,adatum.example", "#1,Litware,litware.example"];
    let said = imported(&sandbox, &table("Tenant ID,Name,Domain", &rows), &[]);
    assert!(said.to_string().contains("litware.example"), "a domain does not get lost without a word: {said:#}");
}

#[test]
fn a_name_that_another_customer_has_does_not_become_an_alias_without_a_word() {
    let sandbox = customers();
    list(&sandbox, "list.csv", table("Tenant ID,Name", &["CONTOSO,Fabrikam"]));
    let output = sandbox.portico(["import", "list.csv"]).done();
    let still = sandbox.portico(["url", "fabrikam"]).code == Some(0);
    assert!(still || output.stderr.contains("Fabrikam"), "Fabrikam does not open by its name any more: {output:?}");
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_called_what_it_is() {
    let sandbox = Sandbox::new();
    let rows: String = (2..=9).map(|number| format!("Customer {number},{}\n", id(number))).collect();
    list(&sandbox, "list.csv", format!("Name,Tenant ID\nFirst,{}\n\"Open,{}\n{rows}", id(1), id(90)));
    let output = sandbox.portico(["import", "list.csv"]);
    let said = output.stdout + &output.stderr;
    assert!(said.contains("quot"), "eight customers are lost in one cell: {said}");
}

#[test]
fn a_subscriptions_name_is_no_customers() {
    let sandbox = Sandbox::new();
    // Get-AzSubscription | Select-Object Name, Id, TenantId, State | Export-Csv
    imported(&sandbox, &table("Name,Id,TenantId,State", &["Pay-As-You-Go,#9,#1,Enabled"]), &[]);
    assert!(!sandbox.registry().contains("Pay-As-You-Go"), "{}", sandbox.registry());
}

#[test]
fn the_sharepoint_label_is_that_of_the_tenant_and_not_of_onedrive() {
    let sandbox = Sandbox::new();
    let row = "#1,Adatum,https://adatum-my.sharepoint.com/personal/x";
    imported(&sandbox, &table("Tenant ID,Name,SharePoint", &[row]), &[]);
    assert_ne!(tenants(&sandbox)[0]["sharepoint"], "adatum-my");
}

#[test]
fn a_row_that_speaks_of_two_customers_gives_neither_anything() {
    for (header, row) in [
        ("Tenant ID,Name,Initial domain", "CONTOSO,Fabrikam,fabrikam.onmicrosoft.com"),
        ("Tenant ID,Name,Domain,SharePoint", "CONTOSO,Someone,fabrikam.com,fabrikam1"),
        ("Tenant ID,Name,Group", "CONTOSO,Fabrikam,Retail"),
    ] {
        let sandbox = with_registry(&CUSTOMERS.replace("\"cloud\": \"gcc-high\"", "\"domain\": \"fabrikam.com\""));
        let before = sandbox.registry();
        let said = imported(&sandbox, &table(header, &[row]), &[]);
        assert_eq!(said["conflicts"].as_array().unwrap().len(), 1, "{row}: {said:#}");
        assert_eq!(sandbox.registry(), before, "{row}");
    }
}

#[test]
fn a_new_customer_takes_no_name_that_another_one_is_known_by() {
    let sandbox = customers();
    imported(&sandbox, &table("Tenant ID,Name,Aliases", &["#1,Adatum,CTSO;contoso.com;Fabrikam;ADT"]), &[]);
    let adatum = tenants(&sandbox).into_iter().find(|tenant| tenant["name"] == "Adatum").unwrap();
    assert_eq!(adatum["aliases"], json!(["ADT"]));
    for name in ["ctso", "contoso.com", "fabrikam"] {
        assert_eq!(sandbox.portico(["url", name]).code, Some(0), "{name} still names one customer");
    }
}

#[test]
fn what_a_program_printed_for_people_is_refused_whole() {
    for text in [
        "- cloudName: AzureUSGovernment\n  id: {}\n  name: sub\n  tenantId: {2}\n",
        "Id       : {}\nTenantId : {2}\nName     : sub\n",
        "ContractType : x\nCustomerId   : {2}\nId           : {}\n",
    ] {
        let sandbox = customers();
        list(&sandbox, "list.txt", text.replace("{2}", &id(2)).replace("{}", &id(1)));
        let said = refused(&sandbox, &["import", "list.txt"]).stderr;
        assert!(said.contains("print it as JSON or CSV instead"), "{said}");
    }
}

#[test]
fn an_id_beside_a_link_counts_and_two_that_differ_are_a_doubt() {
    let sandbox = Sandbox::new();
    let portal = format!("https://security.microsoft.com/?tid={}", id(3));
    let lines = [
        format!("Adatum https://adatum.example {}", id(1)),
        format!("Litware {} {portal}", id(2)),
        format!("| **Initech** | {} | [initech.com](https://initech.com) |", id(4)),
    ];
    list(&sandbox, "notes.txt", lines.join("\n"));
    let said = json(&sandbox, "notes.txt", &[]);
    let found: Vec<_> = tenants(&sandbox).iter().map(|tenant| tenant["tenant_id"].clone()).collect();
    assert_eq!(found, [json!(id(1)), json!(id(4))]);
    assert_eq!((&said["rows"], said["skipped"].as_array().unwrap().len()), (&json!(3), 1), "{said:#}");
}

#[test]
fn a_table_is_found_below_its_title_and_with_the_words_of_the_country() {
    for text in [
        format!("Kundlista 2026;;\n;;\nKundnamn;Tenant ID;Domain\nAdatum;{};adatum.example\n", id(1)),
        format!("Klant;Tenant ID;Domain\nAdatum;{};adatum.example\n", id(1)),
        format!("Firma;Mandanten-ID;Domain\nAdatum;'{};adatum.example\n", id(1)),
        format!("| Name | Tenant ID | Domain |\n|---|---|---|\n| Adatum | {} | adatum.example |\n", id(1)),
        format!("Name, Tenant ID, Domain\n\"Adatum\", \"{}\", \"adatum.example\"\n", id(1)),
    ] {
        let sandbox = Sandbox::new();
        list(&sandbox, "list.csv", &text);
        sandbox.portico(["import", "list.csv"]).done();
        let found = tenants(&sandbox);
        assert_eq!((&found[0]["name"], &found[0]["domain"]), (&json!("Adatum"), &json!("adatum.example")), "{text}");
    }
}

#[test]
fn taking_back_asks_on_a_terminal() {
    let sandbox = Sandbox::new();
    imported(&sandbox, &table("Tenant ID,Name", &["#1,Adatum"]), &[]);
    for (answer, code, left) in [("n", 130, 1), ("y", 0, 0)] {
        let terminal = sandbox.terminal(["import", "--undo"]);
        terminal.wait_for("[y/N] ");
        terminal.type_line(answer);
        assert_eq!((terminal.finish().code, tenants(&sandbox).len()), (Some(code), left), "{answer}");
    }
}
