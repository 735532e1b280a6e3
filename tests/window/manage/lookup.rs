//! Looking up, against logins on this machine: what is asked, and what becomes of the answers.

use portico_tests::{LoginServer, Reply, document};

use super::*;

const COMMERCIAL: &str = "login.microsoftonline.com";
const US: &str = "login.microsoftonline.us";

fn worldwide(id: &str) -> Reply {
    Reply::json(document(COMMERCIAL, id, r#","tenant_region_scope":"WW""#))
}

fn gcc_high(id: &str) -> Reply {
    Reply::json(document(US, id, r#","tenant_region_scope":"USGov","tenant_region_sub_scope":"DODCON""#))
}

fn desktop_with_logins(tenants: &Value) -> (Desktop, LoginServer) {
    let mut sandbox = Sandbox::new();
    let server = LoginServer::start(&mut sandbox);
    (desktop_of(sandbox, tenants), server)
}

/// Opens the form of a new customer with this domain, and presses the button.
#[track_caller]
fn look_up(manage: &Manage<'_>, domain: &str) {
    manage.click(".add-button");
    manage.enter("#field-domain", domain);
    manage.press_button("Look up");
}

#[test]
fn a_domain_fills_tenant_id_and_cloud() {
    let (desktop, server) = desktop_with_logins(&customers());
    server.answer("us", "tailspin.example", gcc_high(&id(7)));
    let manage = Manage::open(&desktop);
    assert_eq!(server.asked(), Vec::<String>::new(), "nobody is asked unasked");
    look_up(&manage, "tailspin.example");
    manage.wait_value("#field-tenant_id", &id(7));
    manage.wait_value("#field-cloud", "gcc-high");
    manage.enter("#field-name", "Tailspin");
    manage.click(".form-buttons .primary");
    assert_eq!(manage.steps(), 5, "add, domain, look up, name, save");
    let all = manage.wait_tenants("the customer", |all| all.as_array().is_some_and(|all| all.len() == 4));
    assert_eq!((&all[3]["tenant_id"], &all[3]["cloud"]), (&json!(id(7)), &json!("gcc-high")));
    let asked = server.asked();
    assert!(asked.len() <= 3 && asked.iter().all(|one| one.ends_with(" tailspin.example")), "{asked:?}");
}

#[test]
fn a_domain_in_two_clouds_is_a_choice() {
    let (desktop, server) = desktop_with_logins(&customers());
    server.answer("commercial", "tailspin.example", worldwide(&id(7)));
    server.answer("us", "tailspin.example", gcc_high(&id(8)));
    let manage = Manage::open(&desktop);
    look_up(&manage, "tailspin.example");
    manage.wait_part(".looked-up", "Which is the customer’s?");
    assert_eq!(manage.value("#field-tenant_id"), "", "nobody chose yet");
    manage.page.script(&format!(
        "[...document.querySelectorAll('.looked-up button')].find(one => one.innerText.includes('{}')).id = 'portico_choice'",
        id(8)
    ));
    manage.click("#portico_choice");
    manage.wait_value("#field-tenant_id", &id(8));
    manage.wait_value("#field-cloud", "gcc-high");
}

/// Contoso is right, Tailspin is another tenant, and Northwind has no domain.
fn to_verify() -> Value {
    json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com" },
        { "name": "Tailspin", "tenant_id": id(7), "domain": "tailspin.example" },
        { "name": "Northwind", "tenant_id": id(1) },
    ])
}

#[test]
fn verifying_all_marks_those_that_are_right_and_no_others() {
    let (desktop, server) = desktop_with_logins(&to_verify());
    server.answer("commercial", "contoso.com", worldwide(CONTOSO));
    server.answer("commercial", "tailspin.example", worldwide(&id(8)));
    let manage = Manage::open(&desktop);
    manage.go("import");
    manage.press_button("Verify all 3");
    manage.wait_part(".verify-result", "1 customer is verified.");
    assert_eq!(manage.steps(), 2, "page, verify");
    let all = desktop.sandbox.registry_json()["tenants"].take();
    assert_eq!(all[0]["verified"]["domain"], "contoso.com", "{all}");
    assert_eq!((all[1].get("verified"), all[2].get("verified")), (None, None));
    assert_eq!(all[1]["tenant_id"], id(7), "what is wrong is not repaired unasked");
    manage.wait_part(".verify-findings, .verify", "Tailspin");
    let asked = server.asked();
    let known = ["contoso.com", "tailspin.example"];
    assert!(asked.iter().all(|one| known.iter().any(|domain| one.ends_with(domain))), "{asked:?}");
    assert!(asked.len() <= 6, "each login once for each domain: {asked:?}");
}

#[test]
fn a_canceled_verification_keeps_what_it_found() {
    let mut tenants = to_verify();
    for number in 10..40 {
        let one = json!({ "name": format!("Customer {number}"), "tenant_id": id(number), "domain": format!("c{number}.example") });
        tenants.as_array_mut().unwrap().push(one);
    }
    let (desktop, server) = desktop_with_logins(&tenants);
    server.answer("commercial", "contoso.com", worldwide(CONTOSO));
    let manage = Manage::open(&desktop);
    manage.go("import");
    manage.press_button("Verify all 33");
    wait_until("the first two to be asked about", SOON, || {
        let asked = server.asked();
        if asked.iter().any(|one| one.ends_with("tailspin.example")) { Ok(()) } else { Err(asked) }
    });
    manage.click_named(".verify-running button", "Cancel");
    manage.wait_part(".verify-result", "Stopped after");
    let all = desktop.sandbox.registry_json()["tenants"].take();
    assert_eq!(all[0]["verified"]["domain"], "contoso.com", "what was found is kept");
    assert!(!server.asked().iter().any(|one| one.ends_with("c39.example")), "{:?}", server.asked());
}

#[test]
fn one_customer_is_verified_on_its_own_page() {
    let (desktop, server) = desktop_with_logins(&to_verify());
    server.answer("commercial", "contoso.com", worldwide(CONTOSO));
    let manage = Manage::open(&desktop);
    manage.select("Contoso");
    manage.press_button("Verify");
    manage.wait_part(".verified-line.is-verified", "Verified with contoso.com");
    assert_eq!(desktop.sandbox.registry_json()["tenants"][0]["verified"]["domain"], "contoso.com");
    assert!(server.asked().iter().all(|one| one.ends_with(" contoso.com")), "{:?}", server.asked());
}
