//! Messages that no shell sends.

use std::thread;

use zbus::{
    Message,
    blocking::MessageIterator,
    message::Type,
    zvariant::{DynamicType, Value},
};

use super::*;

#[test]
fn a_hundred_and_fifty_hostile_messages_open_nothing() {
    let shell = Shell::new(&registry(["Contoso", "Malmö Stad"]));
    shell.gnome("GetInitialResultSet", &["['contoso']"]);
    let pid = shell.pid();
    let long = "x".repeat(100_000);
    let texts: Vec<String> = [
        "",
        " ",
        "\n",
        "\x1f",
        "\x1b[31m",
        "&<>\"'",
        ";rm -rf ~",
        "$(id)",
        "`id`",
        "%00",
        "%s%n",
        "\\",
        "..",
        "../../etc/passwd",
        "--help",
        "-x",
        "\u{202e}osotnoC",
        "\u{feff}",
        "👩‍💻",
        "https://evil.example/?tid=1",
        "portico://open?tenant=1",
        "public/",
        "/",
        "public/x Contoso",
        "Contoso",
        "special:public",
        "0",
        "-1",
        "null",
        &long,
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([
        id(1),
        format!("public/{}", id(1)),
        format!("public/{} ", id(1)),
        format!("PUBLIC/{} Contoso", id(1)),
        format!("public/{} Contoso", id(1).to_uppercase()),
        format!("mars/{} Contoso", id(1)),
        format!("public/{}\tContoso", id(1)),
    ])
    .collect();
    let mut sent = 0;
    for text in &texts {
        let text = text.as_str();
        let many = vec![text; 200];
        send(&shell, GNOME, "ActivateResult", &(text, vec![text], 0_u32));
        send(&shell, GNOME, "GetInitialResultSet", &(many.clone(),));
        send(&shell, GNOME, "GetResultMetas", &(many,));
        send(&shell, KDE, "Run", &(text, text));
        send(&shell, KDE, "Match", &(text,));
        sent += 5;
    }
    // Real ids with an action that there is not; wrong types; methods and interfaces that there are not.
    send(&shell, KDE, "Run", &(format!("public/{} Contoso", id(1)), "delete"));
    send(&shell, GNOME, "ActivateResult", &(7_u32,));
    send(&shell, GNOME, "GetResultMetas", &(Value::from(vec![1_u8]),));
    send(&shell, GNOME, "Open", &("https://evil.example",));
    send(&shell, ("/", "org.example.None"), "Match", &());
    sent += 5;
    assert!(sent >= 150, "{sent}");
    assert!(shell.gnome("GetInitialResultSet", &["['malmo']"]).contains("Malmö Stad"), "it still answers");
    assert_eq!(shell.pid(), pid, "and did not crash in between");
    assert_eq!((shell.started(), shell.desktop.sandbox.opened()), (vec![], vec![]));
}

/// Sends a message and waits for its answer, whatever that is.
fn send(shell: &Shell, (path, interface): (&str, &str), method: &str, body: &(impl serde::Serialize + DynamicType)) {
    match shell.desktop.connection().call_method(Some(NAME), path, Some(interface), method, body) {
        Ok(_) | Err(zbus::Error::MethodError(..)) => {}
        Err(error) => panic!("{method} got no answer: {error}"),
    }
}

#[test]
fn a_flood_is_answered_and_leaves_the_memory_as_it_was() {
    let names: Vec<_> = (0..1_000).map(|number| format!("Contoso {number}")).collect();
    let shell = Shell::new(&registry(names.iter().map(String::as_str)));
    shell.gnome("GetInitialResultSet", &["['contoso']"]);
    let before = memory(shell.pid());
    let connection = shell.desktop.connection();
    let answers = MessageIterator::from(connection);
    let question = || {
        let call = Message::method_call(KDE.0, "Match").unwrap().destination(NAME).unwrap();
        call.interface(KDE.1).unwrap().build(&("contoso 99",)).unwrap()
    };
    thread::scope(|scope| {
        scope.spawn(|| (0..10_000).for_each(|_| connection.send(&question()).unwrap()));
        let is_answer = |answer: &Message| matches!(answer.message_type(), Type::MethodReturn | Type::Error);
        for answer in answers.map(Result::unwrap).filter(is_answer).take(10_000) {
            assert_eq!(answer.message_type(), Type::MethodReturn, "{answer:?}");
        }
    });
    let after = memory(shell.pid());
    assert!(after < before + 16 * 1024, "{before} kB before, {after} kB after");
    assert!(shell.gnome("GetInitialResultSet", &["['contoso 7']"]).contains("public/"));
}

/// Returns how much memory a process has, in kB.
fn memory(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("each process has memory");
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
