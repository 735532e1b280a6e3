//! A registry whose every text tries to be a script: it is text on every page, and asks nobody for anything.

use std::io::ErrorKind;
use std::net::TcpListener;

use super::*;

/// Returns customers whose texts would run or load something in every place where a page could be careless.
fn polyglots(here: &str) -> Value {
    let text = |number: usize| {
        format!(
            "{number}\"'></textarea></title><img src={here}img{number} onerror=window.hacked=1><script>window.hacked=1</script>javascript:window.hacked=1"
        )
    };
    let all = (0..4).map(|number| {
        json!({
            "name": text(number), "tenant_id": id(number + 1), "group": text(20), "aliases": [text(30)], "tags": [text(40)],
            "notes": format!("{}\n<iframe src={here}frame>", text(50)), "favorite": number == 0,
        })
    });
    all.collect()
}

#[track_caller]
fn assert_harmless(manage: &Manage<'_>, place: &str) {
    let found = manage.page.script(
        "return [window.hacked ?? null, document.title, document.querySelectorAll('img, main script, iframe').length,
                 document.documentElement.scrollWidth <= innerWidth]",
    );
    assert_eq!(found, json!([null, "Portico: customers", 0, true]), "{place}");
}

#[test]
fn hostile_texts_are_texts_on_every_page() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let here = format!("http://{}/", listener.local_addr().unwrap());
    let all = polyglots(&here);
    let desktop = desktop(&all);
    desktop.sandbox.portico(["open", &id(1), "--yes"]).done();
    desktop.sandbox.portico(["edit", &id(2), "--notes", "changed"]).done();
    let manage = Manage::open(&desktop);
    let name = all[0]["name"].as_str().unwrap();
    manage.wait_part(".customer-name", name);
    assert_harmless(&manage, "the list");
    manage.click(".customer-name");
    manage.wait_part("#detail-name", "onerror");
    manage.page.find("#field-notes");
    assert_harmless(&manage, "a customer");
    manage.press_button("Remove…");
    manage.wait_part("dialog", "onerror");
    assert_harmless(&manage, "the question");
    manage.click_named("dialog button", "Cancel");
    manage.page.find("#list").send_keys(&format!("{}a", keys::CONTROL));
    manage.page.wait_texts(".many h2", &["4 selected"]);
    assert_harmless(&manage, "several");
    for (page, sign) in [
        ("portals", ".arranged-row"),
        ("history", ".opening-name"),
        ("settings", ".settings-content"),
        ("help", "#page-help h1"),
    ] {
        manage.go(page);
        manage.page.find(sign);
        assert_harmless(&manage, page);
    }
    manage.go("settings");
    manage.click(".backup button");
    manage.wait_part("dialog", "onerror");
    assert_harmless(&manage, "a backup");
    manage.click_named("dialog button", "Cancel");
    manage.go("import");
    let list = format!(
        "Name,Tenant ID,Group\n\"{}\",{},\"{}\"\n",
        name.replace('"', "\"\""),
        id(9),
        name.replace('"', "\"\"")
    );
    manage.paste(".import-text", &list);
    manage.press_button("Read this text");
    manage.wait_part(".import-preview", "onerror");
    assert_harmless(&manage, "the preview");
    manage.click(".import-foot .primary");
    manage.wait_part("#notice .notice-text", "added");
    manage.go("customers");
    manage.enter("#search", "onerror");
    assert_harmless(&manage, "the search");
    let came = listener.accept();
    assert_eq!(came.map(drop).map_err(|error| error.kind()), Err(ErrorKind::WouldBlock), "nobody was asked at {here}");
}
