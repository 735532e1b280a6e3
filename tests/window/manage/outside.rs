//! What was changed outside Portico is compared in the customers window, too, before it opens.

use super::*;

/// One digit of Contoso's tenant ID is another.
const SWAPPED: &str = "8f3c1d52-6a0b-4a3e-9d51-0c2b6f1e7a44";

/// Swaps the digit as another program would, and selects who is there now.
#[track_caller]
fn select_swapped(manage: &Manage<'_>) {
    manage.page.find(".customer");
    let swapped = manage.desktop.sandbox.registry().replace(CONTOSO, SWAPPED);
    manage.desktop.sandbox.write_registry(&swapped);
    manage.page.wait_texts("#banner strong", &["A customer was changed outside Portico"]);
    manage.select("Contoso Pharmaceuticals");
    manage.click_named(".detail-open", "Compare…");
    manage.page.wait_texts("dialog td", &[CONTOSO, SWAPPED]);
}

#[test]
fn it_opens_once_somebody_compared_and_accepted() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    select_swapped(&manage);
    manage.press_button("Accept and open");
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(SWAPPED)]);
    manage.page.wait_texts("#banner strong", &[]);
}

#[test]
fn cancel_opens_and_accepts_nothing() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    select_swapped(&manage);
    manage.click_named("dialog button", "Cancel");
    manage.page.wait_texts("dialog", &[]);
    manage.page.wait_texts("#banner strong", &["A customer was changed outside Portico"]);
    assert_eq!(desktop.sandbox.opened(), Vec::<String>::new());
    assert_eq!(desktop.sandbox.portico(["open", SWAPPED]).code, Some(7), "nothing was accepted");
}
