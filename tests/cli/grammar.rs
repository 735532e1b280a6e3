//! Version, and mistakes in the grammar.

use crate::{customers, session};

#[test]
fn version_and_mistakes_in_the_grammar() {
    let said = session(
        &customers(),
        &[
            &["--version"],
            &["xyzzy"],
            &["open"],
            &["add", "Contoso"],
            &["url", "contoso.com", "--all", "--portal", "entra"],
            &["list", "--json", "--format", "tsv"],
            &["list", "--format", "xml"],
            &["open", ""],
            &["url", " "],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico --version
    portico 0.1.0
    --- exit 0
    $ portico xyzzy
    --- stderr
    error: unrecognized subcommand 'xyzzy'

    Usage: portico [COMMAND]

    For more information, try '--help'.
    --- exit 2
    $ portico open
    --- stderr
    error: the following required arguments were not provided:
      <TENANT|LINK>

    Usage: portico open <TENANT|LINK>

    For more information, try '--help'.
    --- exit 2
    $ portico add Contoso
    --- stderr
    error: the following required arguments were not provided:
      <TENANT_ID>

    Usage: portico add <NAME> <TENANT_ID>

    For more information, try '--help'.
    --- exit 2
    $ portico url contoso.com --all --portal entra
    --- stderr
    error: the argument '--all' cannot be used with '--portal <P>'

    Usage: portico url --all <TENANT|LINK>

    For more information, try '--help'.
    --- exit 2
    $ portico list --json --format tsv
    --- stderr
    error: the argument '--json' cannot be used with '--format <FORMAT>'

    Usage: portico list --json [QUERY]...

    For more information, try '--help'.
    --- exit 2
    $ portico list --format xml
    --- stderr
    error: invalid value 'xml' for '--format <FORMAT>'
      [possible values: table, json, tsv, rofi, dmenu, fzf, alfred, flow]

    For more information, try '--help'.
    --- exit 2
    $ portico open ""
    --- stderr
    error: invalid value '' for '<TENANT|LINK>': a name, alias, domain or tenant ID is needed (`portico list` shows them)

    For more information, try '--help'.
    --- exit 2
    $ portico url " "
    --- stderr
    error: invalid value ' ' for '<TENANT|LINK>': a name, alias, domain or tenant ID is needed (`portico list` shows them)

    For more information, try '--help'.
    --- exit 2
    "#);
}
