//! What a customer can be used for while it waits for somebody's eyes.

use serde_json::Value;

use crate::pins::{blocked, changed, known};
use crate::{CONTOSO, FABRIKAM, id, refused};

#[test]
fn list_json_has_no_address_for_a_customer_that_waits() {
    let sandbox = known();
    sandbox.write_registry(&changed("\"contoso.com\"", "\"contoso.net\""));
    let tenants = sandbox.portico(["list", "--json"]).done().json()["tenants"].clone();
    assert_eq!(
        (&tenants[0]["url"], &tenants[0]["unavailable"]),
        (&Value::Null, &Value::from("it was changed outside Portico (see `portico pins`)"))
    );
    assert_eq!(tenants[1]["url"], format!("https://security.microsoft.us/?tid={FABRIKAM}"));
    assert_eq!(sandbox.portico(["list", "contoso"]).done().stdout.lines().count(), 2, "it can be looked at");
}

#[test]
fn a_customer_that_waits_can_be_put_right_but_not_freed_by_an_edit() {
    let contoso = &format!("public/{CONTOSO}");
    let sandbox = known();
    sandbox.write_registry(&changed("\"contoso.com\"", "\"contoso.net\""));
    insta::assert_snapshot!(refused(&sandbox, &["edit", contoso, "--alias", "C"]).transcript(), @r#"
    --- stderr
    error: not saved: "Contoso Pharmaceuticals" was changed outside Portico, and nobody has looked at that yet
    hint: run `portico pins` to see old and new, and `portico pins accept` if it is right
    --- exit 7
    "#);
    for edit in [["--name", "Contoso"], ["--domain", "contoso.org"], ["--sharepoint", ""]] {
        let output = refused(&sandbox, &["edit", contoso, edit[0], edit[1]]);
        assert_eq!(output.code, Some(7), "{edit:?}: {output:?}");
    }
    sandbox.portico(["edit", contoso, "--notes", "who did that?"]).done();
    blocked(&sandbox, contoso);
    sandbox.portico(["edit", contoso, "--domain", "contoso.com"]).done();
    sandbox.portico(["url", contoso]).done();

    sandbox.write_registry(&changed(CONTOSO, &id(1)));
    blocked(&sandbox, &id(1));
    sandbox.portico(["edit", &id(1), "--tenant-id", CONTOSO]).done();
    sandbox.portico(["url", contoso]).done();
}

#[test]
fn another_id_or_cloud_does_not_free_a_customer_that_waits() {
    let contoso = &format!("public/{CONTOSO}");
    for (flag, value) in [("--tenant-id", id(1)), ("--cloud", "dod".to_owned())] {
        let sandbox = known();
        sandbox.write_registry(&changed("\"contoso.com\"", "\"contoso.net\""));
        let output = refused(&sandbox, &["edit", contoso, flag, &value]);
        assert_eq!(output.code, Some(7), "{flag}: {output:?}");
        blocked(&sandbox, contoso);
    }
}
