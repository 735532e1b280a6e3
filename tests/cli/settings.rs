//! `portico settings`: what is set on this machine, as it is used.

use portico_tests::Sandbox;

use crate::{CUSTOMERS, customers, refused, session};

#[test]
fn without_a_file_all_is_as_it_comes() {
    insta::assert_snapshot!(customers().portico(["settings"]).transcript(), @"
    SETTING   VALUE
    registry  $DATA/portico/registry.json, the usual place
    language  the system's
    theme     the system's
    hotkey    none yet
    notify    on
    history   on
    entries   none
    tray      10 favorites, 5 recent customers
    confirm   customers that are marked
    portals   as they come
    browsers  the default browser

    They stand in $CONFIG/portico/settings.json.
    --- exit 0
    ");
}

#[test]
fn everything_in_the_file_is_shown_by_its_name_and_what_makes_no_sense_is_told() {
    let sandbox = Sandbox::new();
    sandbox.write_settings(
        r#"{ "registry": "team.json", "language": "sv", "theme": "dark", "hotkey": "Ctrl+Alt+KeyP", "notify": false, "history_days": 90,
             "entries": { "group": "Health\u202ecare" }, "tray": { "favorites": 3, "recent": 99 },
             "confirm": { "groups": ["Public sector"], "clouds": ["gcc-high"], "doubtful_portals": true },
             "portals": { "order": ["entra"], "off": ["azure", "mto"], "default": "entra" },
             "browsers": [{ "cloud": "gcc-high", "browser": "default" }], "mine": 1 }"#,
    );
    insta::assert_snapshot!(sandbox.portico(["settings"]).transcript(), @r#"
    SETTING   VALUE
    registry  $CONFIG/portico/team.json
    language  sv
    theme     dark
    hotkey    Ctrl+Alt+KeyP
    notify    off
    history   on, for 90 days
    entries   group "Health\u{202e}care"
    tray      3 favorites, 5 recent customers
    confirm   customers that are marked, the group "Public sector", the cloud gcc-high, portals that may show another tenant
    portals   default entra; first entra; off azure, mto
    browsers  1 rule: `portico settings browser` lists it

    They stand in $CONFIG/portico/settings.json.
    --- stderr
    warning: left out: tray.recent: not a number from 0 to 20: 99
    --- exit 0
    "#);
    sandbox.write_settings(r#"{ "history": false, "hotkey": "KeyP", "browsers": [{ "tag": "x" }], "confirm": 1 }"#);
    insta::assert_snapshot!(sandbox.portico(["settings"]).transcript(), @"
    SETTING   VALUE
    registry  $DATA/portico/registry.json, the usual place
    language  the system's
    theme     the system's
    hotkey    KeyP
    notify    on
    history   off
    entries   none
    tray      10 favorites, 5 recent customers
    confirm   everything
    portals   as they come
    browsers  unclear: `portico settings browser` tells

    They stand in $CONFIG/portico/settings.json.
    --- stderr
    warning: left out: confirm: invalid type: integer `1`, expected an object
    warning: left out: browsers[0]: it has to name one tenant, group, cloud or portal
    --- exit 0
    ");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let sandbox = Sandbox::new();
    sandbox.write_registry(CUSTOMERS);
    sandbox.write_settings(r#"{ "history": "#);
    let said = refused(&sandbox, &["settings"]);
    assert!(said.stderr.contains("settings.json"), "{said:?}");
}

#[test]
fn a_choice_of_a_browser_has_something_it_is_about_and_a_way() {
    let said = session(
        &customers(),
        &[
            &["settings", "browser"],
            &["settings", "browser", "--json"],
            &["settings", "browser", "--tenant", "ctso"],
            &["settings", "browser", "--default"],
            &["settings", "browser", "--json", "--tenant", "ctso", "--default"],
            &["settings", "browser", "--tenant", "ctso", "--cloud", "gcc", "--default"],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico settings browser
    Everything opens in the default browser.
    --- exit 0
    $ portico settings browser --json
    {
      "rules": [],
      "schema": 1
    }
    --- exit 0
    $ portico settings browser --tenant ctso
    --- stderr
    error: the following required arguments were not provided:
      <--browser <NAME>|--default|--forget>

    Usage: portico settings browser --tenant <TENANT> <--browser <NAME>|--default|--forget>

    For more information, try '--help'.
    --- exit 2
    $ portico settings browser --default
    --- stderr
    error: the following required arguments were not provided:
      <--tenant <TENANT>|--group <G>|--cloud <C>|--portal <P>>

    Usage: portico settings browser --default <--tenant <TENANT>|--group <G>|--cloud <C>|--portal <P>>

    For more information, try '--help'.
    --- exit 2
    $ portico settings browser --json --tenant ctso --default
    --- stderr
    error: the argument '--json' cannot be used with:
      --tenant <TENANT>
      --group <G>
      --cloud <C>
      --portal <P>
      --browser <NAME>
      --default
      --forget

    Usage: portico settings browser --json

    For more information, try '--help'.
    --- exit 2
    $ portico settings browser --tenant ctso --cloud gcc --default
    --- stderr
    error: the argument '--tenant <TENANT>' cannot be used with '--cloud <C>'

    Usage: portico settings browser --tenant <TENANT> --default

    For more information, try '--help'.
    --- exit 2
    "#);
}
