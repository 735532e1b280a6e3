//! Portals that cannot be opened for a customer: with the reason and the way out, and no other portal in their stead.

use crate::{CUSTOMERS, refusals, refused, with_registry};

#[test]
fn a_portal_without_its_value_or_its_cloud_is_not_opened() {
    let sandbox = with_registry(&CUSTOMERS.replace("contoso.onmicrosoft.com", "").replace("\"contoso\"", "\"\""));
    let said = refusals(
        &sandbox,
        &[
            &["open", "contoso.com", "--portal", "teams"],
            &["url", "contoso.com", "--portal", "sharepoint"],
            &["open", "fabrikam", "--portal", "securitycenter"],
            &["open", "fabrikam", "--portal", "teams", "--print"],
            &["url", "contoso.com", "--portal", "frontdoor"],
            &["open", "contoso.com", "--portal", ""],
        ],
    );
    insta::assert_snapshot!(said, @r#"
    $ portico open contoso.com --portal teams
    --- stderr
    error: Teams admin center cannot be opened for "Contoso Pharmaceuticals": the customer has no initial domain
    hint: add it with `portico edit TENANT --initial-domain contoso.onmicrosoft.com`, with the customer's own value
    --- exit 1
    $ portico url contoso.com --portal sharepoint
    --- stderr
    error: SharePoint admin center cannot be opened for "Contoso Pharmaceuticals": the customer has no SharePoint label
    hint: add it with `portico edit TENANT --sharepoint contoso`, with the customer's own value
    --- exit 1
    $ portico open fabrikam --portal securitycenter
    --- stderr
    error: Defender Security Center (old address) cannot be opened for "Fabrikam": no address is known in this cloud: gcc-high
    hint: run `portico portals TENANT` to see what can be opened
    --- exit 1
    $ portico open fabrikam --portal teams --print
    --- stderr
    error: Teams admin center cannot be opened for "Fabrikam": no address is known in this cloud: gcc-high
    hint: run `portico portals TENANT` to see what can be opened
    --- exit 1
    $ portico url contoso.com --portal frontdoor
    --- stderr
    error: no such portal: "frontdoor"
    hint: portals: defender, securitycenter, mto, entra, azure, intune, purview, m365-admin, exchange, teams, sharepoint, power-platform, power-bi, partner-center, my-access, my-sign-ins
    --- exit 2
    $ portico open contoso.com --portal ""
    --- stderr
    error: no such portal: ""
    hint: portals: defender, securitycenter, mto, entra, azure, intune, purview, m365-admin, exchange, teams, sharepoint, power-platform, power-bi, partner-center, my-access, my-sign-ins
    --- exit 2
    "#);
}

#[test]
fn a_portal_that_the_file_names_and_nobody_knows_is_not_replaced_by_another() {
    let sandbox = with_registry(&CUSTOMERS.replace("\"favorite\": true", "\"portal\": \"of-a-later-version\""));
    let output = refused(&sandbox, &["open", "contoso.com"]);
    assert!(output.stderr.contains("\"of-a-later-version\""), "{output:?}");
    sandbox.portico(["url", "contoso.com", "--portal", "defender"]).done();
}
