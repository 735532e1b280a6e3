//! Completion in the shells themselves, with a real Tab, and the manual pages.

use portico_tests::Sandbox;

const REGISTRY: &str = r#"{"schema":1,"tenants":[
{"name":"Malmö Stad","cloud":"public","tenant_id":"8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44"},
{"name":"Malice $(touch pwned)","cloud":"public","tenant_id":"0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f","domain":"evil.example"}]}"#;

fn customers() -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.write_registry(REGISTRY);
    let folder = sandbox.portico_path().parent().unwrap().to_owned();
    sandbox.set("PATH", format!("{}:/usr/bin:/bin", folder.display()));
    sandbox.set("TERM", "xterm");
    sandbox.set("LANG", "C.UTF-8");
    sandbox
}

fn completed(shell: &str, arguments: &[&str], load: &str) {
    let sandbox = customers();
    let terminal = sandbox.terminal_running(shell, arguments);
    terminal.type_line(load);
    terminal.type_line("echo rea\"\"dy-2");
    terminal.wait_for("ready-2");
    terminal.type_line("portico url Malm\t --portal entr\t");
    terminal.wait_for("https://entra.microsoft.com/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44");
}

#[test]
fn bash_completes_a_name_with_a_space_and_a_portal() {
    completed("/bin/bash", &["--norc", "-i"], "source <(portico completions bash)");
}

#[test]
fn zsh_completes_a_name_with_a_space_and_a_portal() {
    completed("/usr/bin/zsh", &["-f", "-i"], "autoload -U compinit; compinit -u -D; source <(portico completions zsh)");
}

#[test]
fn fish_completes_a_name_with_a_space_and_a_portal() {
    completed("/usr/bin/fish", &["--no-config", "-i"], "portico completions fish | source");
}

#[test]
fn a_hostile_name_is_completed_by_its_domain_alone() {
    let sandbox = customers();
    let words = sandbox.portico(["complete", "--", "url", "malmo"]);
    assert!(words.stdout.starts_with("Malmö Stad\t"), "{}", words.stdout);
    assert_eq!(sandbox.portico(["complete", "--", "url", "mali"]).stdout, "");
    let words = sandbox.portico(["complete", "--", "url", "evil"]);
    assert!(words.stdout.starts_with("evil.example\t"), "{}", words.stdout);
    sandbox.write_registry("{");
    let words = sandbox.portico(["complete", "--", "url", "m"]);
    assert_eq!((words.stdout.as_str(), words.stderr.as_str()), ("", ""), "Tab never complains");
}

#[test]
fn there_is_a_manual_page_of_portico_and_of_each_command() {
    let sandbox = customers();
    let page = sandbox.portico(["man"]).stdout;
    assert!(page.contains(".TH portico 1") && page.contains("portico\\-open(1)"), "{page}");
    let page = sandbox.portico(["man", "open"]).stdout;
    assert!(page.contains(".TH portico-open 1") && page.contains("portico open"), "{page}");
    for name in sandbox.portico(["man", "--list"]).done().stdout.lines() {
        let page = sandbox.portico(["man"].into_iter().chain(name.split(' '))).done().stdout;
        assert!(page.contains(&format!(".TH portico-{} 1", name.replace(' ', "-"))), "{name}: {page}");
        for other in page.lines().filter_map(|line| line.strip_suffix("(1)")?.strip_prefix("portico\\-")) {
            let other: Vec<_> = other.split("\\-").collect();
            assert_eq!(sandbox.portico(["man"].into_iter().chain(other.iter().copied())).code, Some(0), "{other:?}");
        }
    }
    assert_eq!(sandbox.portico(["man", "nothing"]).code, Some(2));
}
