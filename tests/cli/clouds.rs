//! Which cloud a row of a list means, and what is left to a person.

use portico_tests::Sandbox;
use serde_json::{Value, json};

use crate::lists::{imported, of, table, tenants};
use crate::{CONTOSO, customers, id, with_registry};

const CLOUDS: [&str; 5] = ["public", "gcc", "gcc-high", "dod", "china"];

/// A registry with the same tenant ID in each of these clouds.
fn known_in(clouds: &[&str]) -> Sandbox {
    let tenants: Vec<_> = clouds
        .iter()
        .map(|cloud| json!({ "name": format!("In {cloud}"), "tenant_id": CONTOSO, "cloud": cloud }))
        .collect();
    with_registry(&json!({ "schema": 1, "tenants": tenants }).to_string())
}

fn clouds(sandbox: &Sandbox) -> Vec<String> {
    tenants(sandbox).iter().map(|tenant| tenant["cloud"].as_str().unwrap_or("public").to_owned()).collect()
}

#[test]
fn a_row_that_names_no_cloud_goes_by_its_tenant_id() {
    for cloud in CLOUDS {
        let sandbox = known_in(&[cloud]);
        let said = imported(&sandbox, &table("Tenant ID,Name,Group", &["CONTOSO,Contoso,Retail"]), &[]);
        assert_eq!(said["changed"][0]["identity"], format!("{cloud}/{CONTOSO}"));
        assert_eq!((clouds(&sandbox), &tenants(&sandbox)[0]["group"]), (vec![cloud.to_owned()], &json!("Retail")));
    }
}

#[test]
fn of_two_entries_with_one_id_a_person_says_which() {
    let text = table("Tenant ID,Name", &["CONTOSO,Contoso"]);
    let sandbox = known_in(&["public", "gcc-high"]);
    let before = sandbox.registry();
    let said = imported(&sandbox, &text, &[]);
    let reason = "the tenant ID stands in several clouds (public, gcc-high), and the list does not say which";
    assert_eq!(of(&said["conflicts"], "reason"), [reason]);
    assert_eq!(sandbox.registry(), before);
    imported(&sandbox, &text, &["--cloud", "gcc-high"]);
    let aliases: Vec<_> = tenants(&sandbox).iter().map(|tenant| tenant["aliases"].clone()).collect();
    assert_eq!(aliases, [Value::Null, json!(["Contoso"])]);
    let said = imported(&sandbox, &table("Tenant ID,Name,Cloud", &["CONTOSO,Contoso One,public"]), &[]);
    assert_eq!(said["changed"][0]["identity"], format!("public/{CONTOSO}"), "or the list does");
}

#[test]
fn a_customer_is_never_added_a_second_time_in_another_cloud() {
    for known in CLOUDS {
        for stated in CLOUDS.into_iter().filter(|stated| *stated != known) {
            let text = table("Tenant ID,Name,Cloud", &[&format!("CONTOSO,Contoso,{stated}")]);
            let reason = format!("the list says {stated}, the customer is in {known}");
            for (text, more) in [(text, &[][..]), (table("Tenant ID,Name", &["CONTOSO,Contoso"]), &["--cloud", stated])]
            {
                let sandbox = known_in(&[known]);
                let before = sandbox.registry();
                let said = imported(&sandbox, &text, more);
                assert_eq!(of(&said["conflicts"], "reason"), std::slice::from_ref(&reason), "{more:?}");
                assert_eq!(sandbox.registry(), before);
            }
        }
    }
}

#[test]
fn every_word_for_a_cloud_is_known_and_no_other() {
    for (word, cloud) in [
        ("public", "public"),
        ("Commercial", "public"),
        ("Worldwide", "public"),
        ("AzureCloud", "public"),
        ("GCC", "gcc"),
        ("GCC High", "gcc-high"),
        ("gcc-high", "gcc-high"),
        ("DoD", "dod"),
        ("AzureChinaCloud", "china"),
        ("21Vianet", "china"),
    ] {
        let sandbox = Sandbox::new();
        imported(&sandbox, &table("Tenant ID,Name,Cloud", &[&format!("#1,Adatum,{word}")]), &[]);
        assert_eq!(clouds(&sandbox), [cloud], "{word}");
    }
    for word in ["AzureGermanCloud", "mars", "gcc or dod"] {
        let sandbox = Sandbox::new();
        let said =
            imported(&sandbox, &table("Tenant ID,Name,Cloud", &[&format!("#1,Adatum,{word}"), "#2,Litware,"]), &[]);
        let reason = of(&said["skipped"], "reason").join(" ");
        assert!(reason.starts_with(&format!("no such cloud: \"{word}\" (public, gcc,")), "{reason}");
        assert_eq!(tenants(&sandbox).len(), 1, "never the public one in its stead");
    }
}

#[test]
fn azure_government_leaves_the_cloud_open() {
    let text = table("Tenant ID,Name,Cloud", &["#1,Adatum,AzureUSGovernment"]);
    let reason = "the list leaves open whether it is gcc-high or dod";
    for more in [&[][..], &["--cloud", "public"], &["--cloud", "china"]] {
        let sandbox = customers();
        let said = imported(&sandbox, &text, more);
        assert_eq!(of(&said["conflicts"], "reason"), [reason], "{more:?}");
        assert_eq!(tenants(&sandbox).len(), 2);
    }
    let shown = customers();
    imported(&shown, &text, &["--dry-run"]);
    let shown = shown.portico(["import", "list.csv", "--dry-run"]).done().stdout;
    assert!(shown.contains(&format!("{reason}; say it with --cloud gcc-high or --cloud dod")), "{shown}");
    for cloud in ["gcc-high", "dod"] {
        let sandbox = Sandbox::new();
        imported(&sandbox, &text, &["--cloud", cloud]);
        assert_eq!(clouds(&sandbox), [cloud], "a person said so");
        let known = known_in(&[cloud]);
        imported(&known, &table("Tenant ID,Name,Cloud,Group", &["CONTOSO,,AzureUSGovernment,Retail"]), &[]);
        assert_eq!(
            (clouds(&known), &tenants(&known)[0]["group"]),
            (vec![cloud.to_owned()], &json!("Retail")),
            "it is known"
        );
    }
}

#[test]
fn a_list_that_means_the_public_cloud_or_gcc_fits_both() {
    let text = table("Tenant ID,Name,Cloud,Group", &["CONTOSO,,AzureCloud,Retail"]);
    for cloud in ["public", "gcc"] {
        let sandbox = known_in(&[cloud]);
        imported(&sandbox, &text, &[]);
        assert_eq!((clouds(&sandbox), &tenants(&sandbox)[0]["group"]), (vec![cloud.to_owned()], &json!("Retail")));
    }
}

#[test]
fn a_chosen_cloud_is_for_rows_that_do_not_tell_theirs() {
    let sandbox = Sandbox::new();
    let rows = ["#1,One,", "#2,Two,public", "#3,Three,gcc"];
    imported(&sandbox, &table("Tenant ID,Name,Cloud", &rows), &["--cloud", "dod"]);
    assert_eq!(clouds(&sandbox), ["dod", "public", "gcc"]);
}

#[test]
fn where_nothing_is_said_the_initial_domain_tells_the_cloud() {
    let sandbox = Sandbox::new();
    let rows = ["#1,One,one.onmicrosoft.com", "#2,Two,two.partner.onmschina.cn", "#3,Three,three.onmicrosoft.us"];
    let said = imported(&sandbox, &table("Tenant ID,Name,Initial domain", &rows), &[]);
    assert_eq!(clouds(&sandbox), ["public", "china"]);
    assert_eq!(of(&said["conflicts"], "tenant_id"), [id(3)], "gcc-high or dod");
}

#[test]
fn rows_of_one_id_in_several_clouds_are_several_customers() {
    let sandbox = Sandbox::new();
    let rows = ["#1,Public,public", "#1,High,gcc-high", "#1,Which,"];
    let said = imported(&sandbox, &table("Tenant ID,Name,Cloud", &rows), &[]);
    assert_eq!(clouds(&sandbox), ["public", "gcc-high"]);
    let reason = "the list has the tenant ID in several clouds, and here none";
    assert_eq!(of(&said["conflicts"], "reason"), [reason]);
    assert!(!sandbox.registry().contains("Which"));
}
