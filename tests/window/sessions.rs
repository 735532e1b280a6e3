//! In which browser and profile a row opens, when that is not the default one.

use super::*;

#[test]
fn row_and_footer_say_where_it_opens_and_a_profile_that_is_gone_opens_nothing() {
    let desktop = desktop(&customers());
    let sandbox = &desktop.sandbox;
    sandbox.install_browser("chromium", "Chromium", "chromium");
    sandbox.write_local_state("chromium", &[("Default", "Mine"), ("Profile 2", "<b>Contoso admin")]);
    let rule =
        ["settings", "browser", "--tenant", "contoso.com", "--browser", "chromium", "--profile", "<b>Contoso admin"];
    sandbox.portico(rule).done();
    let quick = Quick::open(&desktop);
    quick.search("contoso", &["Contoso Pharmaceuticals"]);
    quick.page.wait_texts(".row-browser", &["in Chromium · <b>Contoso admin"]);
    quick.page.wait_texts("#footer .footer-browser", &["· Chromium · <b>Contoso admin"]);
    std::fs::remove_dir_all(sandbox.path().join("config/chromium/Profile 2")).unwrap();
    quick.press(keys::ENTER);
    wait_until("what is wrong to be said", SOON, || {
        let said = quick.page.script("return document.body.innerText").to_string();
        let is_said = said.contains("Choose another one.") && said.contains("Chromium has no profile");
        if is_said { Ok(()) } else { Err(said) }
    });
    quick.assert_nothing_opened();
    assert_eq!(sandbox.calls("chromium"), Vec::<Vec<String>>::new());
}
