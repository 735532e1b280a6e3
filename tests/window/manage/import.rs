//! Import: a list, what it would do, done, and taken back.

use std::fs;
use std::path::Path;

use super::*;

/// Waits until this many rows would be new.
#[track_caller]
fn wait_new(manage: &Manage<'_>, count: usize) {
    manage.wait_part(".import-sum", &format!("{count} new"));
}

#[test]
fn a_partner_center_list_is_imported_without_a_row_and_taken_back_to_the_byte() {
    let desktop = desktop(&customers());
    let before = desktop.sandbox.registry();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/partner-center.csv");
    let manage = Manage::open(&desktop);
    manage.go("import");
    manage.page.find("#page-import .import-drop");
    manage.page.find("#page-import input[type=file]").send_keys(list.to_str().unwrap());
    manage.step();
    manage.page.wait_texts("#page-import .page-title", &["partner-center.csv"]);
    manage.wait_part(".import-kind", "Partner Center");
    let names = manage.page.texts(".import-name");
    assert!(names.iter().any(|name| name == "Copperkettle Breweries"), "{names:?}");
    manage.page.script(
        "for (const row of document.querySelectorAll('.import-row'))
             if (row.innerText.includes('Copperkettle')) row.querySelector('.pick-tick').id = 'portico_tick'",
    );
    manage.click("#portico_tick");
    manage.page.find(".import-row.is-left-out");
    manage.click(".import-foot .primary");
    manage.wait_part("#notice .notice-text", "customers added");
    assert_eq!(manage.steps(), 4, "page, file, untick, import");
    let after = desktop.sandbox.registry();
    assert!(after.contains("Fjordlys Energi AS") && !after.contains("Copperkettle"), "{after}");
    manage.press_button("Undo");
    manage.wait_part("#notice .notice-text", "removed again");
    assert_eq!(desktop.sandbox.registry(), before, "to the byte");
}

#[test]
fn unknown_columns_are_mapped_and_the_rows_follow() {
    let desktop = desktop(&customers());
    let list = desktop.sandbox.path().join("home/kunden.csv");
    fs::write(&list, format!("Nr,Wer,Kennung\n1,Tailspin Toys,{}\n2,Wingtip,{}\n", id(7), id(8))).unwrap();
    let manage = Manage::open(&desktop);
    manage.go("import");
    manage.page.find("#page-import .import-drop");
    manage.page.find("#page-import input[type=file]").send_keys(list.to_str().unwrap());
    manage.press_columns();
    manage.wait_part(".import-note.is-said", "Say which one does");
    manage.choose("#holds-1", "name");
    manage.choose("#holds-2", "tenant_id");
    wait_new(&manage, 2);
    manage.page.wait_texts(".import-note.is-said", &[]);
    manage.click(".import-foot .primary");
    manage.wait_notice("2 customers added");
    let tenants = manage.wait_tenants("five", |all| all.as_array().is_some_and(|all| all.len() == 5));
    let of = |name: &str| tenants.as_array().unwrap().iter().find(|one| one["name"] == *name).cloned();
    assert_eq!(of("Tailspin Toys").unwrap()["tenant_id"], id(7));
    assert_eq!(of("Wingtip").unwrap()["tenant_id"], id(8));
}

#[test]
fn a_registry_that_changed_since_the_preview_is_shown_again_and_not_overwritten() {
    let desktop = desktop(&customers());
    let manage = Manage::open(&desktop);
    manage.go("import");
    manage.paste(".import-text", &format!("{} Tailspin", defender(&id(7))));
    manage.press_button("Read this text");
    wait_new(&manage, 1);
    desktop.sandbox.portico(["add", "Tailspin Toys", &id(7)]).done();
    let before = desktop.sandbox.registry();
    manage.click(".import-foot .primary");
    manage.wait_part(".import-note.is-said", "nothing was saved");
    assert_eq!(desktop.sandbox.registry(), before);
}

impl Manage<'_> {
    /// Shows what the columns hold, where it is not shown already.
    #[track_caller]
    fn press_columns(&self) {
        self.page.find(".import-preview");
        if self.page.texts(".columns").is_empty() {
            self.click_named("[role=tab]", "Columns");
        }
        self.page.find("#holds-2");
    }
}
