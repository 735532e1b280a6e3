use super::*;
use crate::{
    browser::{Chosen, Mode},
    cloud::Cloud,
    format::parse_settings,
    own::{self, Entry},
    portal::Catalogue,
    registry::Registry,
    settings::{ConfirmRules, Settings, Theme, TrayRows},
};

fn after(text: &str, changes: &[Change]) -> String {
    with_changes(text.as_bytes(), changes).unwrap()
}

fn id(text: &str) -> PortalId {
    text.parse().unwrap()
}

fn own(name: &str, template: &str) -> OwnPortal {
    let templates = [("public".to_owned(), template.to_owned())].into();
    let entry = Entry { id: name.to_lowercase(), name: name.into(), templates, tenant_less: !template.contains('{') };
    own::check(&entry, &Registry::default(), Catalogue::built_in()).unwrap()
}

#[test]
fn choosing_keys_changes_nothing_else() {
    let keys: crate::hotkey::Hotkey = "Ctrl+Alt+KeyP".parse().unwrap();
    for (before, keys, after) in [
        ("", Some(&keys), "{\n  \"hotkey\": \"Ctrl+Alt+KeyP\"\n}\n"),
        ("{}", None, "{\n  \"hotkey\": null\n}\n"),
        (
            "{ \"a\\\"b\": [1e400, {\"c\": null}], \"hotkey\": null, \"history\": false }",
            Some(&keys),
            "{\n  \"a\\\"b\": [1e400, {\"c\": null}],\n  \"hotkey\": \"Ctrl+Alt+KeyP\",\n  \"history\": false\n}\n",
        ),
    ] {
        let change = Change::Hotkey(keys.cloned());
        assert_eq!(with_changes(before.as_bytes(), &[change]).unwrap(), after);
    }
    for unreadable in ["{ \"history\": false, \"history\": true }", "[]", "null"] {
        assert!(with_changes(unreadable.as_bytes(), &[Change::Hotkey(None)]).is_err());
    }
}

#[test]
fn each_change_is_read_back() {
    let confirm = ConfirmRules {
        all: true,
        groups: vec!["Public \"sector\"".into()],
        clouds: vec![Cloud::Dod],
        doubtful_portals: true,
    };
    let tray = TrayRows { favorites: 0, recent: 20 };
    let text = after(
        "",
        &[
            Change::Registry(Some("/r.json".into())),
            Change::Language(Some("sv".into())),
            Change::Theme(Theme::Light),
            Change::History(false),
            Change::HistoryDays(Some(90)),
            Change::Notify(false),
            Change::Tray(tray),
            Change::Confirm(confirm.clone()),
            Change::PortalOrder(vec![id("entra"), id("azure")]),
            Change::PortalsOff(vec![id("mto")]),
            Change::DefaultPortal(Some(id("entra"))),
            Change::OwnPortal(own("Sentinel", "https://a.example/{tenant_id}")),
        ],
    );
    let read = parse_settings(text.as_bytes()).unwrap();
    assert_eq!((read.registry.as_deref(), read.language.as_deref()), (Some("/r.json"), Some("sv")));
    assert_eq!((read.theme, read.history, read.history_days, read.notify), (Theme::Light, false, Some(90), false));
    assert_eq!((read.tray, &read.confirm), (tray, &confirm));
    let portals = &read.portals;
    assert_eq!((&portals.order[..], &portals.off[..]), (&[id("entra"), id("azure")][..], &[id("mto")][..]));
    assert_eq!((portals.default.as_ref(), portals.own[0].name.as_str()), (Some(&id("entra")), "Sentinel"));
    assert_eq!(read.problems, []);

    let back = [
        Change::Registry(None),
        Change::Language(None),
        Change::Theme(Theme::System),
        Change::History(true),
        Change::HistoryDays(None),
        Change::Notify(true),
        Change::Tray(TrayRows::default()),
        Change::Confirm(ConfirmRules::default()),
        Change::PortalOrder(Vec::new()),
        Change::PortalsOff(Vec::new()),
        Change::DefaultPortal(None),
        Change::NoOwnPortal(id("sentinel")),
    ];
    assert_eq!(parse_settings(after(&text, &back).as_bytes()).unwrap(), Settings::default());
}

#[test]
fn an_own_portal_is_written_for_people_and_keeps_what_else_stands_there() {
    let before = r#"{ "portals": { "newer": {"a":1},
      "own": [ { "name": "Tool", "id": "tool", "icon": "x",  "templates": {}, "tenant_less": true }, "?", { "id": "tool" } ] } }"#;
    let changed = after(before, &[Change::OwnPortal(own("Tool", "https://a.example/{tenant_id}"))]);
    assert_eq!(
        changed,
        r#"{
  "portals": {
    "newer": {"a":1},
    "own": [
      {
        "name": "Tool",
        "id": "tool",
        "icon": "x",
        "templates": {
          "public": "https://a.example/{tenant_id}"
        }
      },
      "?"
    ]
  }
}
"#
    );
    let two = after(&changed, &[Change::OwnPortal(own("Same", "https://a.example/"))]);
    let portals = parse_settings(two.as_bytes()).unwrap().portals;
    assert_eq!(
        portals.own.iter().map(|own| (own.id.as_str(), own.tenant_less)).collect::<Vec<_>>(),
        [("tool", false), ("same", true)]
    );
}

#[test]
fn a_removed_portal_is_named_nowhere() {
    let text = r#"{"portals": {"own": [{"id": "tool"}, {"id": "other"}], "order": ["tool", "entra"], "off": ["tool"], "default": "tool"}}"#;
    let text = after(text, &[Change::NoOwnPortal(id("tool"))]);
    assert!(!text.contains("tool") && text.contains("other") && text.contains("entra"), "{text}");
    let same = "{\"a\":  1}\n";
    assert_eq!(after(same, &[Change::NoOwnPortal(id("tool"))]), same, "nothing to remove, nothing to write");
}

#[test]
fn what_is_no_object_or_list_is_not_written_over() {
    for text in [r#"{"portals": 5}"#, r#"{"portals": {"own": {"tool": 1}}}"#] {
        let error = with_changes(text.as_bytes(), &[Change::OwnPortal(own("Tool", "https://a.example/"))]).unwrap_err();
        assert!(error.line == 0 && error.what.starts_with("portals: "), "{error:?}");
    }
    let null = after(r#"{"portals": null}"#, &[Change::PortalsOff(vec![id("mto")])]);
    assert_eq!(parse_settings(null.as_bytes()).unwrap().portals.off, [id("mto")]);
}

#[test]
fn a_rule_takes_the_place_of_what_was_said_about_the_same() {
    let before = r#"{ "browsers": [ { "group": "Hälsa", "browser": 5, "note": "x" }, { "cloud": "dod", "browser": "a" }, "?",
        { "group": "halsa", "browser": "b" } ] }"#;
    let chosen =
        |profile: Option<&str>, mode| Chosen { browser: "edge".into(), profile: profile.map(str::to_owned), mode };
    let put = |whom: Whom, way: Way| Change::Browser(whom, Some(way));
    let group = Whom::Group("HALSA".into());
    let text = after(before, &[put(group.clone(), Way::In(chosen(Some("Profile \"1"), Mode::Private)))]);
    assert_eq!(
        text,
        r#"{
  "browsers": [
    {
      "group": "HALSA",
      "browser": "edge",
      "note": "x",
      "profile": "Profile \"1",
      "private": true
    },
    { "cloud": "dod", "browser": "a" },
    "?"
  ]
}
"#
    );
    let read = |text: &str| parse_settings(text.as_bytes()).unwrap().browsers;
    let text = after(
        &text,
        &[
            put(group.clone(), Way::Default),
            put(Whom::Portal(id("entra")), Way::In(chosen(None, Mode::Container("c".into())))),
        ],
    );
    let rules = read(&text);
    assert_eq!(rules.rules.len(), 3, "{text}");
    assert_eq!(rules.rules[0].way, Ok(Way::Default), "profile and window are gone with the browser");
    assert_eq!(rules.rules[2].way, Ok(Way::In(chosen(None, Mode::Container("c".into())))));
    let text = after(&text, &[Change::Browser(group, None), Change::Browser(Whom::Cloud(Cloud::Gcc), None)]);
    assert_eq!(read(&text).rules.len(), 2, "{text}");
    assert!(with_changes(br#"{"browsers": {}}"#, &[put(Whom::Cloud(Cloud::Gcc), Way::Default)]).is_err());
}
