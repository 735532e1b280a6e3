//! Customers whose names look alike are told apart by their domain, else by their tenant ID.

use super::*;

#[test]
fn one_without_a_domain_shows_its_tenant_id() {
    let desktop = desktop(&json!([
        { "name": "Contoso", "tenant_id": CONTOSO, "domain": "contoso.com", "aliases": ["Soap"] },
        { "name": "C0ntoso", "tenant_id": id(1), "group": "Retail", "aliases": ["Soup"] },
        { "name": "Fabrikam", "tenant_id": FABRIKAM },
    ]));
    let manage = Manage::open(&desktop);
    let id = id(1);
    manage.page.wait_texts(".customer-domain", &[&id, "contoso.com"]);
    manage.select("C0ntoso");
    manage.page.wait_texts(".detail-meta", &[&format!("{id} · Retail")]);
    // Also where another name is what was found.
    manage.enter(".pane-list .search-field", "so");
    manage.page.wait_texts(".customer-also", &["· also known as “Soup”", "· also known as “Soap”"]);
    manage.page.wait_texts(".customer-domain", &[&id, "contoso.com"]);
    desktop.screen().screenshot("manage-alike");
}
