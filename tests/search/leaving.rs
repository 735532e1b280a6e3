//! Leaving when nobody asks, and coming back.

use super::*;

#[test]
fn it_leaves_when_nobody_asks_and_comes_back_for_the_next_question() {
    let shell = Shell::with_idle(&registry(["Contoso"]), 300);
    let found = || shell.gnome("GetInitialResultSet", &["['contoso']"]);
    let expected = format!("(['public/{} Contoso'],)", id(1));
    for _ in 0..2 {
        assert_eq!(found(), expected);
        wait_until("it to leave", SOON, || match shell.desktop.has_name(NAME) {
            true => Err(shell.desktop.names()),
            false => Ok(()),
        });
    }
    wait_until("its process to end", SOON, || {
        let left = shell.desktop.sandbox.processes();
        let left: Vec<_> =
            left.into_iter().filter(|process| format!("{process:?}").contains("portico-search")).collect();
        if left.is_empty() { Ok(()) } else { Err(left) }
    });
}

#[test]
fn a_question_that_comes_while_it_leaves_is_answered() {
    // It leaves about as fast as it is asked.
    let shell = Shell::with_idle(&registry(["Contoso"]), 1);
    let connection = shell.desktop.connection();
    for round in 0..150 {
        let reply =
            connection.call_method(Some(NAME), GNOME.0, Some(GNOME.1), "GetInitialResultSet", &(vec!["contoso"],));
        let reply = reply.unwrap_or_else(|error| panic!("question {round}: {error}"));
        assert_eq!(reply.body().deserialize::<Vec<String>>().unwrap().len(), 1, "question {round}");
    }
}

#[test]
fn a_second_one_leaves_at_once() {
    let shell = Shell::new(&registry(["Contoso"]));
    shell.gnome("GetInitialResultSet", &["['contoso']"]);
    let pid = shell.pid();
    let second = shell.desktop.sandbox.run(&mut shell.desktop.sandbox.command(shell.program()), None).done();
    assert_eq!((second.stdout, second.stderr), (String::new(), String::new()));
    assert_eq!(shell.pid(), pid);
}
