//! Customers by the thousand, for measurements and pictures. The companies and their IDs are made up.

use serde_json::{Value, json};

const FIRST: [&str; 40] = [
    "Contoso",
    "Fabrikam",
    "Northwind",
    "Adatum",
    "Bellows",
    "Coho",
    "Consolidated",
    "Malmö",
    "Tailspin",
    "Wingtip",
    "Woodgrove",
    "Litware",
    "Lucerne",
    "Margie",
    "Munson",
    "Proseware",
    "Relecloud",
    "Trey",
    "Wide World",
    "Alpine",
    "Blue Yonder",
    "City Power",
    "Fourth",
    "Graphic",
    "Humongous",
    "Liberty",
    "Nod",
    "Parnell",
    "School of",
    "Southridge",
    "VanArsdel",
    "Best For You",
    "Baldwin",
    "Phone Company",
    "Fincher",
    "Olde",
    "Österlen",
    "Åkeri",
    "Strøm",
    "Łódzka",
];
const SECOND: [&str; 25] = [
    "Pharmaceuticals",
    "Retail",
    "Construction",
    "Traders",
    "Messenger",
    "Importers",
    "College",
    "Logistics",
    "Bank",
    "Insurance",
    "Airlines",
    "Toys",
    "Publishing",
    "Travel",
    "Vineyard",
    "Design",
    "Video",
    "Foods",
    "Energy",
    "Health",
    "Research",
    "Shipping",
    "Systems",
    "Telecom",
    "Works",
];
const THIRD: [&str; 10] =
    ["Group", "Holding", "AB", "GmbH", "Nordic", "North", "South", "International", "Services", "Partners"];
const GROUPS: [&str; 8] =
    ["Healthcare", "Retail", "Public sector", "Logistics", "Education", "Finance", "Energy", "Industry"];

/// Returns the names of so many customers, at most 10,000, all different.
pub(crate) fn names(count: usize) -> Vec<String> {
    assert!(count <= FIRST.len() * SECOND.len() * THIRD.len(), "there are no more names");
    let name = |at: usize| {
        // Neighbors differ in their first word, as in a registry that grew over the years.
        let (first, second, third) = (at % 40, at / 40 % 25, at / 1000);
        format!("{} {} {}", FIRST[first], SECOND[second], THIRD[third])
    };
    (0..count).map(name).collect()
}

/// Returns the text of a registry of so many customers, as Portico writes it.
pub(crate) fn registry(count: usize) -> String {
    let tenants: Vec<Value> = names(count).into_iter().enumerate().map(|(at, name)| tenant(at, &name)).collect();
    format!("{:#}\n", json!({ "schema": 1, "tenants": tenants }))
}

fn tenant(at: usize, name: &str) -> Value {
    let label = format!("{}{at}", name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase());
    let mut tenant = json!({
        "name": name,
        "tenant_id": tenant_id(at),
        "domain": format!("{label}.com"),
        "initial_domain": format!("{label}.onmicrosoft.com"),
        "group": GROUPS[at % GROUPS.len()],
    });
    if at.is_multiple_of(3) {
        tenant["aliases"] = json!([format!("C{at:05}")]);
        tenant["tags"] = json!(["tier1"]);
    }
    if at.is_multiple_of(4) {
        tenant["sharepoint"] = json!(label);
    }
    if at < 10 {
        tenant["favorite"] = json!(true);
    }
    tenant
}

/// Returns a tenant ID that looks like any other.
pub(crate) fn tenant_id(at: usize) -> String {
    // An odd factor: every number comes to another one.
    let mixed = (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (high, low) = (mixed >> 32, mixed & 0xffff_ffff);
    format!("{high:08x}-{:04x}-4{:03x}-9{:03x}-{at:04x}{low:08x}", low >> 16, high & 0xfff, low & 0xfff)
}
