//! What the shells ask, method by method.

use super::*;

#[test]
fn gnome_finds_describes_and_narrows() {
    let shell = Shell::new(&registry(["Contoso Retail", "Contoso Pharma", "Malmö Stad", "CONTOSO PHARMA"]));
    let malmo = format!("public/{} Malmö Stad", id(3));
    // Nobody has started it: the bus does.
    assert!(!shell.desktop.has_name(NAME));
    assert_eq!(shell.gnome("GetInitialResultSet", &["['malmo']"]), format!("(['{malmo}'],)"));
    assert_eq!(shell.gnome("GetInitialResultSet", &["['malmp']"]), "(@as [],)", "no typos");
    for empty in ["@as []", "['']", "[' ', '']"] {
        assert_eq!(shell.gnome("GetInitialResultSet", &[empty]), "(@as [],)");
    }
    let two = shell.gnome("GetInitialResultSet", &["['contoso', 'phar']"]);
    assert_eq!(two.matches("public/").count(), 2, "{two}");

    let twin = format!("public/{} CONTOSO PHARMA", id(4));
    let gone = format!("public/{} Long Gone", id(99));
    let renamed = format!("public/{} Other Name", id(1));
    let asked = format!("['{malmo}', '{twin}', '{gone}', '{renamed}', 'nonsense', '']");
    let metas = shell.gnome("GetResultMetas", &[&asked]);
    let names: Vec<_> = values(&metas, "'name': <'");
    assert_eq!(
        names,
        ["Malmö Stad", &format!("CONTOSO PHARMA ({}, public)", id(4)), "Long Gone", "Other Name", "?", "?"],
        "one meta for each id, with a name each, in the order asked: {metas}"
    );
    assert_eq!(values(&metas, "'id': <'"), [&malmo, &twin, &gone, &renamed, "nonsense", "?"]);
    assert_eq!(values(&metas, "'description': <'"), [id(3), id(4)]);
    assert_eq!(shell.gnome("GetResultMetas", &["@as []"]), "(@aa{sv} [],)");
}

/// Returns the texts behind this key.
fn values<'a>(metas: &'a str, key: &str) -> Vec<&'a str> {
    metas.split(key).skip(1).map(|rest| rest.split('\'').next().unwrap()).collect()
}

#[test]
fn gnome_gets_five_rows_and_a_longer_word_finds_the_sixth() {
    let names: Vec<_> = ('a'..='h').map(|letter| format!("Contoso {letter}x")).collect();
    let shell = Shell::new(&registry(names.iter().map(String::as_str)));
    let first = shell.gnome("GetInitialResultSet", &["['contoso']"]);
    assert_eq!(first.matches("public/").count(), 5, "{first}");
    assert!(!first.contains("hx"), "{first}");
    let previous = first.trim_start_matches('(').trim_end_matches(",)");
    let next = shell.gnome("GetSubsearchResultSet", &[previous, "['contoso', 'hx']"]);
    assert_eq!(next, format!("(['public/{} Contoso hx'],)", id(8)));
}

#[test]
fn krunner_matches() {
    let shell = Shell::new(&registry(["Contoso", "Contoso <b>Pharma</b>", "Malmö Stad"]));
    let matches = shell.kde("Match", &["contoso"]);
    let exact =
        format!("('public/{0} Contoso', 'Contoso', 'io.portico.Portico', 100, 1.0, {{'subtext': <'{0}'>}})", id(1));
    assert!(matches.starts_with(&format!("([{exact}, ('public/{} Contoso <b>Pharma</b>', ", id(2))), "{matches}");
    assert!(matches.contains(r"'Contoso \\u{3c}b>Pharma\\u{3c}/b>'"), "a tag is no markup: {matches}");
    assert!(matches.contains("70, 0.99"), "behind the first: {matches}");
    for (typed, found) in [("ret mal", 0), ("stad  mal", 1), ("", 0), ("  ", 0)] {
        assert_eq!(shell.kde("Match", &[typed]).matches("public/").count(), found, "{typed:?}");
    }
    assert_eq!(shell.kde("Actions", &[]), "(@a(sss) [],)");
    assert_eq!(shell.kde("Config", &[]), "({'MinLetterCount': <2>},)");
    assert_eq!(shell.kde("Teardown", &[]), "()");
    assert_eq!(shell.kde("SetActivationToken", &["token"]), "()");
}

#[test]
fn the_interfaces_are_those_of_the_shells() {
    let shell = Shell::new(&registry([]));
    let mut found = Vec::new();
    for (path, interface) in [GNOME, KDE] {
        let mut gdbus = shell.desktop.sandbox.command("gdbus");
        gdbus.args(["introspect", "--session", "--dest", NAME, "--object-path", path]);
        let text = shell.desktop.sandbox.run(&mut gdbus, None).done().stdout;
        let own = text.split(&format!("interface {interface} {{")).nth(1).expect("the interface is there");
        let methods = own.split("signals:").next().unwrap().split(';');
        let methods = methods.filter_map(|method| method.split_once('('));
        found.extend(methods.map(|(name, arguments)| {
            let words: Vec<_> = arguments
                .trim_end_matches(')')
                .split(',')
                .map(|argument| {
                    let words: Vec<_> = argument.split_whitespace().collect();
                    words[..words.len().saturating_sub(1)].join(" ")
                })
                .collect();
            format!("{}({})", name.split_whitespace().last().unwrap(), words.join(", "))
        }));
    }
    found.sort();
    assert_eq!(
        found,
        [
            "Actions(out a(sss))",
            "ActivateResult(in s, in as, in u)",
            "Config(out a{sv})",
            "GetInitialResultSet(in as, out as)",
            "GetResultMetas(in as, out aa{sv})",
            "GetSubsearchResultSet(in as, in as, out as)",
            "LaunchSearch(in as, in u)",
            "Match(in s, out a(sssida{sv}))",
            "Run(in s, in s)",
            "SetActivationToken(in s)",
            "Teardown()",
        ]
    );
}

#[test]
fn what_is_written_between_two_questions_counts_in_the_second() {
    let shell = Shell::new(&registry(["Contoso"]));
    let found = || shell.gnome("GetInitialResultSet", &["['contoso']"]).matches("public/").count();
    assert_eq!(found(), 1);
    shell.desktop.sandbox.write_registry(&registry(["Contoso", "Contoso Pharma"]));
    assert_eq!(found(), 2);
    let pid = shell.pid();
    for broken in ["{ \"schema\": 1, \"tenants\": [", "", "\0\0\0"] {
        shell.desktop.sandbox.write_registry(broken);
        assert_eq!(found(), 0, "{broken:?}");
    }
    fs::remove_file(shell.desktop.sandbox.registry_path()).unwrap();
    assert_eq!(found(), 0);
    shell.desktop.sandbox.write_registry(&registry(["Contoso"]));
    assert_eq!(found(), 1);
    assert_eq!(shell.pid(), pid, "it is the same process");
}
