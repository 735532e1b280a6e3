//! `portico menu`: only a row that was shown opens, whatever a picker returns.

use portico_tests::Sandbox;

use crate::id;
use crate::launching::{defender, hostile};

/// Puts a program in front of all others that stands for a picker.
fn with_picker(sandbox: &mut Sandbox, name: &str, script: &str) {
    sandbox.write_script(&format!("pickers/{name}"), script);
    sandbox.set("PATH", format!("{}/pickers:/usr/bin:/bin", sandbox.path().display()));
}

#[test]
fn menu_opens_the_row_that_was_chosen_with_the_portal_that_was_named() {
    for picker in ["rofi", "fuzzel", "dmenu", "fzf"] {
        let mut desktop = hostile();
        with_picker(&mut desktop.sandbox, picker, "grep '^[^(]*Malm' || exit 1");
        let said = desktop.sandbox.portico(["menu", "--with", picker, "--portal", "entra"]);
        assert_eq!(said.code, Some(0), "{said:?}");
        assert_eq!(
            desktop.sandbox.wait_opened(1),
            [format!("https://entra.microsoft.com/{}/#home", id(8))],
            "{picker}"
        );
    }
}

#[test]
fn menu_opens_nothing_that_it_has_not_shown() {
    for (script, code) in [
        ("echo Malmö Stad", 1),
        ("echo 0", 1),
        ("echo https://evil.example", 1),
        ("head -n 1 | sed 's/ /  /'", 1),
        ("cat", 1),
        ("true", 1),
        ("exit 1", 130),
        ("exit 130", 130),
        ("exit 3", 1),
        ("kill -9 $$", 1),
    ] {
        let mut desktop = hostile();
        with_picker(&mut desktop.sandbox, "dmenu", script);
        let said = desktop.sandbox.portico(["menu", "--with", "dmenu"]);
        assert_eq!((said.code, said.stdout.as_str()), (Some(code), ""), "{script}: {said:?}");
        assert_eq!(desktop.sandbox.opened(), Vec::<String>::new(), "{script}");
    }
}

#[test]
fn a_picker_that_cannot_start_is_no_cancellation() {
    for (script, code, said) in [
        (
            "echo 'dmenu: cannot grab keyboard' >&2; exit 1",
            1,
            "error: dmenu could not be used: dmenu: cannot grab keyboard\n",
        ),
        ("echo 'Gtk-WARNING **: no theme' >&2; exit 1", 130, ""),
        ("exit 1", 130, ""),
    ] {
        let mut sandbox = Sandbox::new();
        with_picker(&mut sandbox, "dmenu", script);
        sandbox.portico(["add", "Contoso", &id(1)]).done();
        let ended = sandbox.portico(["menu", "--with", "dmenu"]);
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(code), said), "{script}");
    }
}

#[test]
fn fzf_on_a_terminal_opens_what_was_found() {
    let mut desktop = hostile();
    desktop.sandbox.set("FZF_DEFAULT_OPTS", "--multi --print-query --no-such-option");
    let terminal = desktop.sandbox.terminal(["menu", "--with", "fzf"]);
    terminal.wait_for("m12/12").type_keys("malmo");
    terminal.wait_for("m1/12").type_keys("\r");
    terminal.finish().done();
    assert_eq!(desktop.sandbox.wait_opened(1), [defender(8)]);
}

#[test]
fn menu_says_what_is_missing() {
    let mut sandbox = Sandbox::new();
    let said = |sandbox: &Sandbox, arguments: &[&str]| sandbox.portico(arguments).transcript();
    insta::assert_snapshot!(said(&sandbox, &["menu", "--with", "rofi"]), @"
    --- stderr
    error: No customers yet. Add the first with `portico add NAME TENANT_ID`.
    --- exit 3
    ");
    sandbox.portico(["add", "Contoso", &id(1)]).done();
    insta::assert_snapshot!(said(&sandbox, &["menu", "fabrikam", "--with", "rofi"]), @r#"
    --- stderr
    error: No customer matches "fabrikam".
    --- exit 3
    "#);
    sandbox.set("PATH", "/nowhere");
    insta::assert_snapshot!(said(&sandbox, &["menu", "--with", "rofi"]), @"
    --- stderr
    error: nothing to choose with: rofi is not installed
    hint: `portico open NAME` opens a customer by its name
    --- exit 1
    ");
}
