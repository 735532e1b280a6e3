//! A link to a tenant that no customer has: it is added, and opens with the next Enter.

use super::*;

#[test]
fn an_unknown_tenant_is_added_and_opens_with_the_next_enter() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.paste(&incident(&id(7)));
    let said = wait_said(&quick, "No customer has this tenant ID");
    assert!(said.contains(&id(7)), "{said}");
    assert_eq!(quick.address(), "");

    quick.press(keys::ENTER);
    let form = quick.wait_panel();
    assert!(form.contains(&id(7)) && form.contains("Microsoft Defender"), "{form}");
    let field = quick.page.find("#add-name");
    assert_eq!(quick.page.script("return document.activeElement.id"), "add-name");
    assert_eq!(chosen_cloud(&quick), "public", "what a host of the commercial cloud means");
    assert_eq!(quick.page.texts(".add-cloud"), ["Public", "GCC"]);

    // What the core does not take is said below the field, and nothing is saved.
    let before = desktop.sandbox.registry();
    field.send_keys(keys::ENTER);
    quick.page.wait_texts("#add-name-error", &["Enter the customer’s name."]);
    quick.page.script("document.querySelector('#add-name').value = 'C\u{202e}ontoso'");
    field.send_keys(keys::ENTER);
    quick.page.wait_texts("#add-name-error", &["This has control or invisible characters: C\\u{202e}ontoso"]);
    assert_eq!(desktop.sandbox.registry(), before);
    assert_eq!(quick.page.script("return document.activeElement.id"), "add-name");

    quick.page.script("document.querySelector('#add-name').value = ''");
    field.send_keys(&format!("Northwlnd Traders{}", keys::ENTER));
    quick.wait_rows(&["Northwlnd Traders"]);
    assert!(desktop.sandbox.registry().contains(&id(7)), "on disk before anybody says so");
    assert_eq!((quick.selected().as_str(), quick.address()), ("Northwlnd Traders", incident(&id(7))));
    let footer = quick.page.texts("#footer").concat();
    assert!(footer.contains("The name looks like “Northwind Traders”"), "{footer}");
    quick.assert_nothing_opened();
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [incident(&id(7))]);
    quick.wait_hidden();
}

#[test]
fn the_enter_that_adds_a_customer_opens_nothing() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let mut now = 6;
    wait_until("the page to be fast enough", SOON, || {
        now += 1;
        quick.paste(&incident(&id(now)));
        wait_said(&quick, "No customer has this tenant ID");
        quick.press(keys::ENTER);
        let name = format!("Customer {now}");
        quick.enter_after_change(&format!("document.querySelector('#list').textContent.includes('{name}')"));
        quick.page.find("#add-name").send_keys(&format!("{name}{}{}", keys::ENTER, keys::ENTER));
        let in_time = quick.wait_entered();
        quick.wait_rows(&[&name]);
        if in_time {
            return Ok(());
        }
        quick.press(keys::ESCAPE);
        Err("late")
    });
    quick.assert_nothing_opened();
    assert_eq!(quick.selected(), format!("Customer {now}"), "the row was there to be opened");
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [incident(&id(now))]);
}

#[test]
fn a_host_of_two_clouds_lets_the_person_choose_and_cancel_adds_nobody() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    let link = format!("https://portal.azure.us/{}/", id(7));
    quick.paste(&link);
    wait_said(&quick, "No customer has this tenant ID");
    let before = desktop.sandbox.registry();
    for how in ["escape", "button"] {
        quick.wait_acting();
        quick.press_button("Add customer…");
        quick.wait_panel();
        quick.page.find("#add-name").send_keys("Fabrikam Federal");
        match how {
            "escape" => quick.page.press(keys::ESCAPE),
            _ => quick.press_button("Cancel"),
        }
        wait_said(&quick, "No customer has this tenant ID");
        assert_eq!((text(&quick), desktop.sandbox.registry()), (link.clone(), before.clone()), "{how}");
    }
    quick.press(keys::ENTER);
    assert_eq!(chosen_cloud(&quick), Value::Null, "nobody but the person knows");
    quick.page.find("#add-name").send_keys(&format!("Fabrikam Federal{}", keys::ENTER));
    quick.page.wait_texts("#add-cloud-error", &["Choose the cloud. The link does not say which of them it is."]);
    assert_eq!(desktop.sandbox.registry(), before);
    // The focus is in the clouds; the space bar chooses.
    quick.page.press(" ");
    assert_eq!(chosen_cloud(&quick), "gcc-high");
    quick.page.press(keys::DOWN);
    assert_eq!(chosen_cloud(&quick), "dod");
    quick.page.press(keys::ENTER);
    quick.wait_rows(&["Fabrikam Federal"]);
    assert_eq!(quick.page.texts(".row .badge"), ["DoD"]);
    quick.press(keys::ENTER);
    assert_eq!(desktop.sandbox.wait_opened(1), [link]);
}

/// Returns the key of the cloud that is chosen in the form.
#[track_caller]
fn chosen_cloud(quick: &Quick<'_>) -> Value {
    quick.page.find("#add-name");
    quick.page.script("return document.querySelector('.add-cloud input:checked')?.value ?? null")
}

#[test]
fn a_customer_that_cannot_be_saved_is_not_there() {
    let desktop = desktop(&customers());
    let quick = Quick::open(&desktop);
    quick.paste(&incident(&id(7)));
    wait_said(&quick, "No customer has this tenant ID");
    quick.press(keys::ENTER);
    quick.page.find("#add-name").send_keys("Tailspin");
    // Somebody was faster; the window shows it below the form by now.
    desktop.sandbox.portico(["add", "Tailspin Toys", &id(7)]).done();
    quick.page.find("#add-name").send_keys(keys::ENTER);
    wait_until("the clash", SOON, || {
        let said = quick.page.texts("#add-error").concat();
        if said.contains("Tailspin Toys already has this tenant ID") { Ok(()) } else { Err(said) }
    });
    quick.page.press(keys::ESCAPE);
    quick.wait_rows(&["Tailspin Toys"]);
    quick.assert_nothing_opened();
}

#[test]
fn an_empty_registry_gets_its_first_customer_from_a_link() {
    let desktop = Desktop::with_windows(Sandbox::new());
    let quick = Quick::open(&desktop);
    quick.page.wait_texts("#state h2", &["No customers yet"]);
    quick.paste(&incident(CONTOSO));
    wait_said(&quick, "No customer has this tenant ID");
    quick.press(keys::ENTER);
    quick.page.find("#add-name").send_keys(&format!("Contoso{}", keys::ENTER));
    quick.wait_rows(&["Contoso"]);
    assert_eq!(quick.address(), incident(CONTOSO));
    assert!(desktop.sandbox.registry().contains(CONTOSO));
    quick.assert_nothing_opened();
}
