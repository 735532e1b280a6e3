//! Lists that are no tables: JSON in all its forms, lists with pipes, bookmarks and notes.

use portico_tests::Sandbox;
use serde_json::json;

use crate::formats::{customers_of, one};
use crate::lists::{json, list, tenants};
use crate::{id, refusals};

fn page(number: u32, next: bool) -> String {
    let mut page = json!({ "value": [{ "id": id(100 + number), "contractType": "ResellerPartner", "customerId": id(number),
        "displayName": format!("C{number}") }] });
    if next {
        page["@odata.nextLink"] = json!("https://graph.microsoft.com/v1.0/contracts?$skiptoken=x");
    }
    format!("{page:#}\n")
}

#[test]
fn json_is_read_in_all_forms_that_programs_print() {
    let row = json!({ "Id": id(1), "TenantId": id(1), "Name": "Adatum", "DefaultDomain": "adatum.example" });
    for (what, text) in [
        ("one object alone, as ConvertTo-Json prints it", row.to_string()),
        ("a list", json!([row]).to_string()),
        ("REST", json!({ "value": [row] }).to_string()),
        ("azureProfile.json", json!({ "installationId": id(9), "subscriptions": [row] }).to_string()),
        ("CIPP", json!({ "Results": [row], "Metadata": {} }).to_string()),
        ("a mark in front", format!("\u{feff}{}", json!([row]))),
    ] {
        assert_eq!(customers_of("list.json", text.as_bytes(), &[]), one("Adatum"), "{what}");
    }
}

#[test]
fn pages_may_follow_one_another_and_a_missing_one_is_pointed_out() {
    let three = [("C1".to_owned(), id(1)), ("C2".to_owned(), id(2)), ("C3".to_owned(), id(3))];
    let behind = page(1, true) + &page(2, true) + &page(3, false);
    let within = format!("[{},{},{}]", page(1, true), page(2, true), page(3, false));
    for text in [behind, within] {
        assert_eq!(customers_of("list.json", text.as_bytes(), &[]), three);
        let sandbox = Sandbox::new();
        list(&sandbox, "list.json", &text);
        assert_eq!(sandbox.portico(["import", "list.json"]).done().stderr, "");
    }
    let sandbox = Sandbox::new();
    list(&sandbox, "list.json", page(1, false) + &page(2, true));
    let said = sandbox.portico(["import", "list.json"]).done();
    assert_eq!(said.stderr, "warning: this is one page of the list: fetch what its nextLink names too\n");
    assert_eq!(tenants(&sandbox).len(), 2);
}

#[test]
fn a_list_with_pipes_is_taken_whole_or_not_at_all() {
    let good = format!("# mine\nadatum|{}|Adatum AB\n\nlitware|{}|\n", id(1), id(2));
    let found = customers_of("tenants.txt", good.as_bytes(), &[]);
    assert_eq!(found, [("Adatum AB".to_owned(), id(1)), ("litware".to_owned(), id(2))]);
    let sandbox = Sandbox::new();
    for (name, bad) in [
        ("short.txt", "bad line".to_owned()),
        ("id.txt", "nr|5b1d7a60|Nr".to_owned()),
        ("again.txt", format!("other|{}|Other", id(1))),
        ("alias.txt", format!("adatum|{}|Other", id(3))),
    ] {
        list(&sandbox, name, format!("{good}{bad}\n"));
    }
    let said = refusals(
        &sandbox,
        &["short.txt", "id.txt", "again.txt", "alias.txt"]
            .map(|name| ["import", name])
            .each_ref()
            .map(<[_; 2]>::as_slice),
    );
    insta::assert_snapshot!(said, @r#"
    $ portico import short.txt
    --- stderr
    error: short.txt cannot be imported: line 5 of an azure-tenant-switcher list: it is not alias|tenant ID|label; nothing of it is taken then
    hint: nothing was changed
    --- exit 1
    $ portico import id.txt
    --- stderr
    error: id.txt cannot be imported: line 5 of an azure-tenant-switcher list: not a tenant ID: "5b1d7a60" (it has 8 characters, a tenant ID has 36); nothing of it is taken then
    hint: nothing was changed
    --- exit 1
    $ portico import again.txt
    --- stderr
    error: again.txt cannot be imported: line 5 of an azure-tenant-switcher list: it names an alias or a tenant ID again; nothing of it is taken then
    hint: nothing was changed
    --- exit 1
    $ portico import alias.txt
    --- stderr
    error: alias.txt cannot be imported: line 5 of an azure-tenant-switcher list: it names an alias or a tenant ID again; nothing of it is taken then
    hint: nothing was changed
    --- exit 1
    "#);
}

#[test]
fn bookmarks_and_notes_give_what_their_links_name() {
    let bookmarks = format!(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF=\"https://security.microsoft.com/?tid={}\" ADD_DATE=\"1\">Adatum &amp; Sons</A>\n\
         <DT><A HREF=\"https://example.com/?tid={}\">Elsewhere</A>\n</DL>\n",
        id(1),
        id(2)
    );
    assert_eq!(
        customers_of("bookmarks.html", bookmarks.as_bytes(), &[]),
        one("Adatum & Sons"),
        "only portals' links count"
    );
    for line in
        ["Adatum: {}", "- Adatum ({})", "* **Adatum** – {}", "Adatum;{}", "[Adatum](https://entra.microsoft.com/{}/)"]
    {
        let line = line.replace("{}", &id(1));
        let found = customers_of("notes.md", line.as_bytes(), &[]);
        assert_eq!(found[0].1, id(1), "{line}");
        assert!(found[0].0.contains("Adatum"), "{line}: {found:?}");
    }
}

#[test]
fn an_id_in_a_text_that_may_be_anything_is_not_taken() {
    for line in [
        "Subscription {}",
        "Adatum, subscription ID: {}",
        "https://portal.azure.com/#resource/subscriptions/{}/overview",
        "/subscriptions/{}/resourceGroups/x",
        "Correlation ID: {}",
        "app id {}",
        "{} and {}",
        "https://security.microsoft.com.evil.example/?tid={}",
        "https://evil.example/security.microsoft.com/?tid={}",
        "https://security.microsoft.com@evil.example/?tid={}",
    ] {
        let sandbox = Sandbox::new();
        let line = line.replacen("{}", &id(1), 1).replace("{}", &id(2));
        list(&sandbox, "notes.txt", format!("Adatum {}\n{line}\n", id(7)));
        json(&sandbox, "notes.txt", &[]);
        let found = tenants(&sandbox);
        assert_eq!((found.len(), &found[0]["tenant_id"]), (1, &json!(id(7))), "{line}");
    }
}
