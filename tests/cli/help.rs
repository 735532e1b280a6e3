//! What help says. Each command shows examples, and each example works.

use crate::{customers, session};
use portico_tests::Sandbox;

#[test]
fn the_first_help_names_all_commands_and_exit_codes() {
    insta::assert_snapshot!(Sandbox::new().portico(["--help"]).transcript(), @"
    Open a customer's Microsoft portal.

    Without a command, starts the tray, or brings up quick open if the tray runs.

    Usage: portico [COMMAND]

    Commands:
      open         Open a customer's portal in the browser
      url          Print the address of a customer's portal
      list         List the customers, or those that match, best first
      menu         Choose a customer in rofi, fuzzel, dmenu or fzf, and open it
      add          Add a customer
      edit         Change a customer
      remove       Remove a customer
      import       Bring in customers from another program's list
      export       Print all customers, or write them to a file
      restore      Bring back an earlier state of the registry
      pins         Show what customers are known by, and accept changes made outside Portico
      history      Show what was opened, the last first
      doctor       Check that everything Portico needs is in order
      portals      List the portals, or what a customer can be opened in
      browsers     List the browsers and profiles of this machine
      settings     Show the settings, and choose in which browser customers open
      lookup       Ask Microsoft which tenant a domain belongs to
      integrate    Fit Portico into the system: its launchers, the login
      completions  Print what makes a shell complete commands, customers, portals and groups

    Options:
      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Exit codes: 0 done, 1 failed, 2 usage, 3 no such tenant, 4 ambiguous, 5 registry unreadable or
    newer, 6 browser could not be started, 7 pin, --expect or --for refused, 130 cancelled.
    --- exit 0
    ");
}

#[test]
fn help_of_open_and_url() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(session(&sandbox, &[&["open", "--help"], &["url", "--help"]]), @r#"
    $ portico open --help
    Open a customer's portal in the browser

    Usage: portico open [OPTIONS] <TENANT|LINK>

    Arguments:
      <TENANT|LINK>  The customer, or a link to one of the customer's portals

    Options:
          --for <TENANT>     The customer, where a link names none
      -p, --portal <P>       The portal [default: the customer's own, else yours, else defender]
          --print            Print the address and open nothing
          --expect <NAME>    Refuse if the customer is not named so
          --yes              Answer yes where a customer is marked to be asked about
          --browser <NAME>   The browser for this time, as `portico browsers` shows it, or `default`
          --profile <NAME>   The profile of that browser
          --private          A private window of that browser
          --source <SOURCE>  Who asks; for a launcher, failures become a desktop notification [possible
                             values: launcher]
      -h, --help             Print help

    TENANT is a customer's name, alias or domain, a tenant ID, or CLOUD/TENANT_ID. It must match
    exactly, upper and lower case and accents in names aside. On a terminal a beginning is enough if
    only one customer has it.

    LINK is a portal's address from a mail, ticket or chat, as it stands there, Safe Links and the like
    around it. Portico opens that page with the tenant ID of the customer that it names; where it names
    none, --for does, or Portico asks on a terminal. The customer must be known.

    Examples:
      portico open contoso.com
      portico open "Contoso Pharmaceuticals" --portal entra
      portico open public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44
      portico open contoso.com --expect "Contoso Pharmaceuticals"
      portico open contoso.com --browser edge --profile "Contoso admin"
      portico open 'https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44'
      portico open https://security.microsoft.com/incidents/4127 --for contoso.com
    --- exit 0
    $ portico url --help
    Print the address of a customer's portal

    Usage: portico url [OPTIONS] <TENANT|LINK>

    Arguments:
      <TENANT|LINK>  The customer, or a link to one of the customer's portals

    Options:
          --for <TENANT>  The customer, where a link names none
      -p, --portal <P>    The portal [default: the customer's own, else yours, else defender]
          --all           All portals of the customer, as PORTAL<tab>ADDRESS
      -h, --help          Print help

    TENANT is a customer's name, alias or domain, a tenant ID, or CLOUD/TENANT_ID. It must match
    exactly, upper and lower case and accents in names aside. On a terminal a beginning is enough if
    only one customer has it.

    LINK is a portal's address from a mail, ticket or chat, as it stands there, Safe Links and the like
    around it. Portico opens that page with the tenant ID of the customer that it names; where it names
    none, --for does, or Portico asks on a terminal. The customer must be known.

    Examples:
      portico url contoso.com
      portico url contoso.com --all
      portico url https://security.microsoft.com/incidents/4127 --for contoso.com
    --- exit 0
    "#);
}

#[test]
fn help_of_list_and_portals() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(session(&sandbox, &[&["list", "--help"], &["portals", "--help"]]), @"
    $ portico list --help
    List the customers, or those that match, best first

    Usage: portico list [OPTIONS] [QUERY]...

    Arguments:
      [QUERY]...
              What to search for in names, aliases, domains, tenant IDs, groups and tags

    Options:
          --json
              The same as --format json

          --format <FORMAT>
              How to print

              Possible values:
              - table:  For people
              - json:   One object, documented in the README
              - tsv:    CLOUD/TENANT_ID, name, domain, cloud, group
              - rofi:   Rows of rofi's script mode
              - dmenu:  A line each that ends in CLOUD/TENANT_ID
              - fzf:    CLOUD/TENANT_ID, name, and behind two tabs what is shown
              - alfred: Alfred's Script Filter
              - flow:   Flow Launcher's rows
              
              [default: table]

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      portico list
      portico list contoso
      portico list --format tsv | cut -f 2
    --- exit 0
    $ portico portals --help
    List the portals, or what a customer can be opened in

    Usage: portico portals [OPTIONS] [TENANT]

    Arguments:
      [TENANT]  The customer

    Options:
          --json  Print one object, documented in the README
      -h, --help  Print help

    TENANT is a customer's name, alias or domain, a tenant ID, or CLOUD/TENANT_ID. It must match
    exactly, upper and lower case and accents in names aside.

    Examples:
      portico portals
      portico portals contoso.com
    --- exit 0
    ");
}

#[test]
fn help_of_add() {
    insta::assert_snapshot!(Sandbox::new().portico(["add", "--help"]).transcript(), @r#"
    Add a customer

    Usage: portico add [OPTIONS] <NAME> <TENANT_ID>

    Arguments:
      <NAME>       The customer's name
      <TENANT_ID>  The tenant ID; spaces and braces around it are dropped

    Options:
          --cloud <C>           The cloud: public, gcc, gcc-high, dod or china [default: public]
          --domain <D>          The default domain, as contoso.com
          --initial-domain <D>  The initial domain, as contoso.onmicrosoft.com
          --sharepoint <S>      The SharePoint label, as contoso in contoso.sharepoint.com
          --group <G>           The group to list the customer under
          --tag <T>             A word to find the customer by; may be repeated
          --alias <A>           Another name of the customer; may be repeated
          --favorite            List the customer first in the tray menu
          --own                 This is your own tenant: ask before opening
          --confirm             Ask before opening
          --portal <P>          The portal that opens when none is named
          --notes <N>           Notes [default: ""]
      -h, --help                Print help

    Where to find the tenant ID: Entra admin center > Entra ID > Overview > Properties > Tenant ID,
    signed in to the customer's directory.

    Examples:
      portico add Contoso 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 --domain contoso.com
      portico add Fabrikam 0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f --cloud gcc-high
    --- exit 0
    "#);
}

#[test]
fn help_of_lookup() {
    insta::assert_snapshot!(Sandbox::new().portico(["lookup", "--help"]).transcript(), @"
    Ask Microsoft which tenant a domain belongs to

    Usage: portico lookup [OPTIONS] <DOMAIN>

    Arguments:
      <DOMAIN>  The domain, as contoso.com; of a web or mail address its domain is taken

    Options:
          --cloud <C>  The cloud to ask first [default: the customer's, else all are asked]
          --json       Print one object, documented in the README
      -h, --help       Print help

    This is the only command that uses the network. It sends the domain, and nothing else, to
    Microsoft's public sign-in configuration: to that of the customer's own cloud first, to those of the
    other clouds only when it is not known there. Nothing is saved.

    Ends with 3 when no tenant has the domain, and with 4 when tenants in several clouds have it.

    Examples:
      portico lookup contoso.com
      portico lookup contoso.com --json
      portico lookup contoso.com --cloud gcc-high
    --- exit 0
    ");
}

#[test]
fn every_command_has_examples_and_they_work() {
    for command in ["open", "url", "list", "add", "portals"] {
        // The customers of the examples are there, but for those that are added.
        let sandbox = if command == "add" { Sandbox::new() } else { customers() };
        let help = sandbox.portico([command, "--help"]).done().stdout;
        let (_, examples) =
            help.split_once("Examples:\n").unwrap_or_else(|| panic!("no examples for {command}:\n{help}"));
        let folder = crate::program();
        let script = joined(examples).replace("portico open", "portico open --print");
        let output = sandbox.run(
            sandbox
                .command("sh")
                .args(["-euc", &script])
                .env("PATH", format!("{}:/usr/bin:/bin", folder.parent().unwrap().display())),
            None,
        );
        assert_eq!(output.code, Some(0), "{script}\n{output:#?}");
        // A link does not tell people whose it is.
        let said = output.stderr.lines().all(|line| line.starts_with("note: Microsoft Defender for Contoso"));
        assert!(said, "{script}\n{output:#?}");
    }
}

/// Help may break a long example; a line that is no command of its own belongs to the one before.
fn joined(examples: &str) -> String {
    let mut script = String::new();
    for line in examples.lines().map(str::trim).filter(|line| !line.is_empty()) {
        script += if line.starts_with("portico ") { "\n" } else { " " };
        script += line;
    }
    script
}

#[test]
fn no_line_of_help_is_broken_in_the_middle() {
    let sandbox = Sandbox::new();
    let broken: Vec<_> = ["open", "url", "list", "add", "portals", "lookup", ""]
        .into_iter()
        .flat_map(|command| {
            let command = (!command.is_empty()).then_some(command);
            let help = sandbox.portico(command.into_iter().chain(["--help"])).done().stdout;
            let (text, examples) = help.split_once("Examples:\n").unwrap_or((&help, ""));
            // What a break leaves behind: a word or two in the middle of a sentence, half of an example.
            let stumps = text
                .lines()
                .skip(1)
                .filter(|line| (1..20).contains(&line.len()) && !line.starts_with(' ') && !line.ends_with([':', '.']));
            let halves = examples.lines().filter(|line| !line.is_empty() && !line.starts_with("  portico "));
            stumps.chain(halves).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(broken, Vec::<String>::new());
}
