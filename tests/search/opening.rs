//! Choosing a row.

use super::*;

#[test]
fn what_was_shown_opens_once() {
    let shell = Shell::new(&registry(["Contoso", "--yes"]));
    let row = format!("public/{} Contoso", id(1));
    assert_eq!(shell.gnome("ActivateResult", &[&row, "['contoso']", "0"]), "()");
    let url = |last| format!("https://security.microsoft.com/?tid={}", id(last));
    assert_eq!(shell.desktop.sandbox.wait_opened(1), [url(1)]);
    shell.kde("SetActivationToken", &["tok-1"]);
    shell.kde("Run", &[&format!("public/{} --yes", id(2)), ""]);
    assert_eq!(shell.desktop.sandbox.wait_opened(2), [url(1), url(2)]);
    shell.kde("Run", &[&row, ""]);
    assert_eq!(shell.desktop.sandbox.wait_opened(3), [url(1), url(2), url(1)]);
    let [first, second] = [(1, "Contoso", ""), (2, "--yes", "tok-1")].map(|(last, name, token)| {
        let (identity, expected) = (format!("public/{}", id(last)), format!("--expect={name}"));
        ["portico", token, "open", &identity, &expected, "--source", "launcher"].map(str::to_owned).to_vec()
    });
    assert_eq!(shell.started(), [first.clone(), second, first], "a token counts once");
}

#[test]
fn a_customer_who_was_renamed_or_is_gone_does_not_open() {
    let shell = Shell::new(&registry(["Contoso"]));
    for (last, name) in [(1, "Fabrikam"), (7, "Contoso")] {
        shell.gnome("ActivateResult", &[&format!("public/{} {name}", id(last)), "@as []", "0"]);
    }
    shell.wait_started(2);
    // What comes last opens last.
    shell.gnome("ActivateResult", &[&format!("public/{} Contoso", id(1)), "@as []", "0"]);
    assert_eq!(shell.desktop.sandbox.wait_opened(1).len(), 1);
}

#[test]
fn the_search_goes_on_in_quick_open() {
    let shell = Shell::new(&registry([]));
    shell.gnome("LaunchSearch", &["['malmö', 'a&b=c#%']", "0"]);
    let link = "portico://search?q=malm%C3%B6%20a%26b%3Dc%23%25";
    assert_eq!(shell.wait_started(1), [["portico-tray", "", link]]);
}
