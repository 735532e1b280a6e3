//! `portico pins` and `pins accept`: seeing what changed, accepting exactly that, and pins that got lost.

use std::fs;
use std::path::PathBuf;

use portico_tests::Sandbox;
use serde_json::Value;

use crate::pins::known;
use crate::{CONTOSO, CUSTOMERS, FABRIKAM, id, refusals, refused, session};

fn pins(sandbox: &Sandbox) -> PathBuf {
    sandbox.path().join("state/portico/pins.json")
}

#[test]
fn pins_shows_what_changed_and_accept_accepts_exactly_that() {
    let sandbox = known();
    let both = CUSTOMERS.replace("\"contoso.com\"", "\"contoso.net\"").replace("\"Fabrikam\"", "\"Fabrikam Inc\"");
    sandbox.write_registry(&both);
    let said = session(
        &sandbox,
        &[&["pins"], &["pins", "accept", "contoso.net"], &["url", "contoso.net"], &["pins", "accept", "contoso.net"]],
    );
    insta::assert_snapshot!(said, @"
    $ portico pins
    NAME                     DOMAIN       TENANT
    Contoso Pharmaceuticals  contoso.com  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44    changed
    Fabrikam                              gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f  changed

    Contoso Pharmaceuticals (contoso.net, public) was changed outside Portico and does not open until that is accepted:
      domain           contoso.com -> contoso.net
      portico pins accept public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44

    Fabrikam Inc (gcc-high) was changed outside Portico and does not open until that is accepted:
      name             Fabrikam -> Fabrikam Inc
      portico pins accept gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    $ portico pins accept contoso.net
    Accepted Contoso Pharmaceuticals (contoso.net, public)
      domain           contoso.com -> contoso.net
    --- exit 0
    $ portico url contoso.net
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico pins accept contoso.net
    --- stderr
    Contoso Pharmaceuticals (contoso.net, public) is as it was known: nothing to accept
    --- exit 0
    ");
    assert_eq!(refused(&sandbox, &["url", "fabrikam inc"]).code, Some(7), "nobody accepted that");
    sandbox.write_registry(CUSTOMERS);
    assert_eq!(refused(&sandbox, &["url", "contoso.com"]).code, Some(7), "what was accepted is the known state now");
    sandbox.portico(["url", "fabrikam"]).done();
}

#[test]
fn another_id_under_a_known_name_can_be_accepted_and_the_old_one_does_not_come_back_unseen() {
    let sandbox = known();
    sandbox.write_registry(&CUSTOMERS.replace(CONTOSO, &id(1)));
    let said = session(&sandbox, &[&["pins"], &["pins", "accept", &id(1)], &["pins"]]);
    insta::assert_snapshot!(said, @"
    $ portico pins
    NAME                     DOMAIN       TENANT
    Contoso Pharmaceuticals  contoso.com  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44    changed
    Fabrikam                              gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f

    Contoso Pharmaceuticals (contoso.com, public) was changed outside Portico and does not open until that is accepted:
      tenant ID        8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 -> 5b1d7a60-9c3e-4f28-8e41-000000000001
      portico pins accept public/5b1d7a60-9c3e-4f28-8e41-000000000001
    --- exit 0
    $ portico pins accept 5b1d7a60-9c3e-4f28-8e41-000000000001
    Accepted Contoso Pharmaceuticals (contoso.com, public)
      tenant ID        8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 -> 5b1d7a60-9c3e-4f28-8e41-000000000001
    --- exit 0
    $ portico pins
    NAME                     DOMAIN       TENANT
    Contoso Pharmaceuticals  contoso.com  public/5b1d7a60-9c3e-4f28-8e41-000000000001
    Fabrikam                              gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    ");
    sandbox.portico(["url", "ctso"]).done();
    sandbox.write_registry(CUSTOMERS);
    assert_eq!(refused(&sandbox, &["url", "ctso"]).code, Some(7));
}

#[test]
fn all_changes_can_be_accepted_at_once() {
    let sandbox = known();
    sandbox.write_registry(&CUSTOMERS.replace("\"contoso.com\"", "\"contoso.net\"").replace(FABRIKAM, &id(1)));
    let said = session(&sandbox, &[&["pins", "accept", "--all"], &["url", "contoso.net"], &["url", "fabrikam"]]);
    insta::assert_snapshot!(said, @"
    $ portico pins accept --all
    Accepted Contoso Pharmaceuticals (contoso.net, public)
      domain           contoso.com -> contoso.net
    Accepted Fabrikam (gcc-high)
      tenant ID        0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f -> 5b1d7a60-9c3e-4f28-8e41-000000000001
    Accepted 2 customers as they are now
    --- exit 0
    $ portico url contoso.net
    https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    --- exit 0
    $ portico url fabrikam
    https://security.microsoft.us/?tid=5b1d7a60-9c3e-4f28-8e41-000000000001
    --- stderr
    note: this portal may show another tenant: check the name in the portal
    --- exit 0
    ");
}

#[test]
fn accept_names_one_customer_or_all() {
    let sandbox = known();
    sandbox.write_registry(&CUSTOMERS.replace("\"contoso.com\"", "\"contoso.net\""));
    let before = fs::read(pins(&sandbox)).unwrap();
    for (arguments, code) in [
        (&["pins", "accept"][..], 2),
        (&["pins", "accept", ""], 2),
        (&["pins", "accept", "ctso", "--all"], 2),
        (&["pins", "accept", "Contoso"], 3),
        (&["pins", "accept", "contoso.com"], 3),
        (&["pins", "reject", "ctso"], 2),
    ] {
        assert_eq!(refused(&sandbox, arguments).code, Some(code), "{arguments:?}");
    }
    assert_eq!(fs::read(pins(&sandbox)).unwrap(), before);
}

#[test]
fn lost_pins_are_told_and_never_made_anew_unasked() {
    for broken in [None, Some("{ \"schema\": 1, \"pins\": {"), Some("")] {
        let sandbox = known();
        match broken {
            None => fs::remove_file(pins(&sandbox)).unwrap(),
            Some(text) => fs::write(pins(&sandbox), text).unwrap(),
        }
        for arguments in [
            &["open", "ctso"][..],
            &["open", "ctso", "--print"],
            &["url", "ctso"],
            &["url", "ctso", "--all"],
            &["portals", "ctso"],
            &["pins"],
            &["pins", "accept", "ctso"],
        ] {
            let output = refused(&sandbox, arguments);
            assert_eq!(output.code, Some(7), "{arguments:?} without pins ({broken:?}): {output:?}");
        }
        // A change, a look and a search neither.
        sandbox.portico(["add", "New", &id(1)]).done();
        sandbox.portico(["edit", "new", "--notes", "x"]).done();
        let listed = sandbox.portico(["list", "--json"]).done().json();
        for at in 0..3 {
            let tenant = &listed["tenants"][at];
            assert_eq!((&tenant["url"], tenant["unavailable"].is_string()), (&Value::Null, true), "{tenant}");
        }
        assert_eq!(refused(&sandbox, &["url", "ctso"]).code, Some(7));
        assert_eq!(refused(&sandbox, &["url", "new"]).code, Some(7));
        assert_eq!(fs::read_to_string(pins(&sandbox)).ok().as_deref(), broken);

        sandbox.portico(["pins", "accept", "--all"]).done();
        for customer in ["ctso", "fabrikam", "new"] {
            sandbox.portico(["url", customer]).done();
        }
        let state = fs::read_dir(pins(&sandbox).parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let aside: Vec<_> = state.filter(|path| path.extension().is_some_and(|end| end == "broken")).collect();
        let kept: Vec<_> = aside.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        assert_eq!(kept, Vec::from_iter(broken), "what could not be read is kept");
    }
}

#[test]
fn lost_pins_are_explained_with_the_way_out() {
    let sandbox = known();
    fs::remove_file(pins(&sandbox)).unwrap();
    let missing = refusals(&sandbox, &[&["open", "ctso"]]);
    fs::write(pins(&sandbox), "{").unwrap();
    let unreadable = refusals(&sandbox, &[&["open", "ctso"], &["pins", "accept", "ctso"]]);
    insta::assert_snapshot!(missing + &unreadable, @"
    $ portico open ctso
    --- stderr
    error: the pins are missing: Portico cannot tell whether customers were changed, and opens none
    hint: if the registry came here from another machine, that is as it should be
    hint: look through `portico list`, and if all is right run `portico pins accept --all`
    --- exit 7
    $ portico open ctso
    --- stderr
    error: the pins cannot be read: Portico cannot tell whether customers were changed, and opens none ($STATE/portico/pins.json:1: EOF while parsing an object)
    hint: if you have a copy of pins.json, put it back
    hint: look through `portico list`, and if all is right run `portico pins accept --all`
    --- exit 7
    $ portico pins accept ctso
    --- stderr
    error: the pins cannot be read: Portico cannot tell whether customers were changed, and opens none ($STATE/portico/pins.json:1: EOF while parsing an object)
    hint: if you have a copy of pins.json, put it back
    hint: look through `portico list`, and if all is right run `portico pins accept --all`
    --- exit 7
    ");
    sandbox.portico(["pins", "accept", "--all"]).done();
    insta::assert_snapshot!(session(&sandbox, &[&["pins"]]), @"
    $ portico pins
    NAME                     DOMAIN       TENANT
    Contoso Pharmaceuticals  contoso.com  public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
    Fabrikam                              gcc-high/0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f
    --- exit 0
    ");
}
