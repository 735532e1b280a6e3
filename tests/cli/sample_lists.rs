//! What the samples hold, as tests/samples has them: the companies, domains and IDs are made up.

use serde_json::{Value, json};

/// The customers of the samples: name, tenant ID, domain and the first part of the initial domain. The last one is the own tenant.
pub(crate) const CUSTOMERS: [(&str, &str, &str, &str); 13] = [
    (
        "Bramblewick Dental Group",
        "9b61bc46-942c-4e61-b21e-da1ede61c820",
        "bramblewick-dental.example",
        "bramblewickdenta8073",
    ),
    ("Fjordlys Energi AS", "9f308f8e-8a57-416d-a7f7-814665e8dced", "fjordlys-energi.example", "fjordlysenergi6392"),
    (
        "Marlowe, Finch and Vane LLP",
        "5410efd8-e309-4c55-88b3-51b2fa70ee98",
        "marlowefinchvane.example",
        "marlowefinchvane2500",
    ),
    ("Söderblom Åkeri AB", "e5cef184-0ac2-4c1a-b329-6ebd02f20b9c", "soderblomakeri.example", "soderblomakeri6716"),
    (
        "Tannenhof Pflegedienste GmbH",
        "eb3f1f48-262d-4507-9e8b-85aa1a0af43f",
        "tannenhof-pflege.example",
        "tannenhofpflege5077",
    ),
    (
        "Łąka Mleczarnia Sp. z o.o.",
        "1285d694-4aed-4c2b-b298-dc171e74ffd5",
        "laka-mleczarnia.example",
        "lakamleczarnia2621",
    ),
    ("Copperkettle Breweries", "23cb8c13-2cbd-4c64-98df-5189b06f4cc6", "copperkettle.example", "copperkettle8711"),
    ("Hollins Vale School Trust", "97a3ef63-4a5b-4cc5-bd10-608db09c2fa9", "hollinsvale.example", "hollinsvale1154"),
    (
        "Isla Verde Logística S.L.",
        "db370bac-df5b-45d9-99c8-a42d2e37d62e",
        "islaverde-logistica.example",
        "islaverdelogisti2176",
    ),
    (
        "Ravensmoor Housing Association",
        "750f34ba-17a1-41e8-b763-67d96fc13519",
        "ravensmoor-housing.example",
        "ravensmoorhousin1245",
    ),
    ("Umbrafeld Straßenbau KG", "e35feb12-d444-4016-bdbe-b251709d33f8", "umbrafeld.example", "umbrafeld4168"),
    ("Yarrow Street Clinics", "69038ebc-fe91-4a69-a209-b96e368fd976", "yarrowstreet.example", "yarrowstreet3822"),
    ("Kestrel Ridge Security", OWN, "kestrelridge.example", "kestrelridge4471"),
];

pub(crate) const OWN: &str = "fcc38489-6c9c-4cfe-b4e0-7a9ea0f9add8";

/// What the names of a sample are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Has {
    Names,
    NamesAndDomains,
    /// With the initial domains.
    All,
    /// Links alone: a customer is called by its ID until a list has a name.
    Ids,
}

/// A sample and what it gives.
pub(crate) struct Sample {
    pub(crate) file: &'static str,
    pub(crate) format: &'static str,
    pub(crate) rows: usize,
    pub(crate) merged: usize,
    /// The numbers of its customers, from 1, in the order of the list.
    pub(crate) customers: &'static [usize],
    pub(crate) has: Has,
    /// Fields of customers that are theirs alone, or other than in [`CUSTOMERS`].
    pub(crate) fields: &'static [(usize, &'static str, &'static str)],
    /// Rows that are passed over: line, row, and what the reason begins with.
    pub(crate) skipped: &'static [(usize, Option<usize>, &'static str)],
}

pub(crate) const SAMPLES: [Sample; 12] = [
    Sample {
        file: "partner-center.csv",
        format: "partner-center",
        rows: 9,
        merged: 1,
        customers: &[1, 2, 3, 4, 5, 6, 7],
        has: Has::NamesAndDomains,
        fields: &[
            (1, "tags", r#"["Gold","UK"]"#),
            (2, "tags", r#"["Gold"]"#),
            (4, "tags", r#"["Silver","Nordics"]"#),
            (7, "tags", r#"["Gold"]"#),
        ],
        skipped: &[(6, None, "no tenant ID")],
    },
    Sample {
        file: "graph-contracts.json",
        format: "contracts",
        rows: 7,
        merged: 1,
        customers: &[3, 4, 5, 6, 7, 8],
        has: Has::NamesAndDomains,
        fields: &[(4, "aliases", r#"["Soderblom Akeri"]"#), (7, "name", r#""Copperkettle Brewing Company""#)],
        skipped: &[],
    },
    Sample {
        file: "graph-delegated-admin-customers.json",
        format: "delegated-admin-customers",
        rows: 8,
        merged: 0,
        customers: &[1, 2, 3, 4, 5, 6, 7, 8],
        has: Has::Names,
        fields: &[],
        skipped: &[],
    },
    Sample {
        file: "graph-delegated-admin-relationships.json",
        format: "delegated-admin-relationships",
        rows: 9,
        merged: 1,
        customers: &[1, 2, 3, 4, 5],
        has: Has::Names,
        fields: &[],
        skipped: &[
            (166, Some(7), "gives no access: status \"terminated\""),
            (193, Some(8), "made by Microsoft 365 Lighthouse"),
            (220, Some(9), "gives no access: status \"approvalPending\""),
        ],
    },
    Sample {
        file: "cipp-tenants.json",
        format: "cipp",
        rows: 8,
        merged: 0,
        customers: &[5, 6, 7, 8, 9, 10],
        has: Has::All,
        fields: &[
            (5, "sharepoint", r#""tannenhofpflege5077""#),
            (6, "sharepoint", r#""lakamleczarnia2621""#),
            (7, "sharepoint", r#""copperkettlebeer""#),
            (8, "sharepoint", r#""hollinsvale1154""#),
        ],
        skipped: &[(2, Some(1), "stands for all tenants"), (20, Some(2), "your own tenant")],
    },
    Sample {
        file: "cipp-tenants.csv",
        format: "cipp",
        rows: 7,
        merged: 0,
        customers: &[1, 2, 3, 4, 5, 6],
        has: Has::All,
        fields: &[
            (1, "sharepoint", r#""bramblewickdenta8073""#),
            (2, "sharepoint", r#""fjordlysenergi6392""#),
            (3, "sharepoint", r#""marlowefinchvane2500""#),
            (4, "sharepoint", r#""soderblomakeri6716""#),
            (2, "tags", r#"["Gold","24x7"]"#),
            (4, "tags", r#"["Gold","24x7"]"#),
            (6, "tags", r#"["Gold","24x7"]"#),
        ],
        skipped: &[(2, None, "your own tenant")],
    },
    Sample {
        file: "az-account-list.json",
        format: "azure-subscriptions",
        rows: 8,
        merged: 3,
        customers: &[13, 7, 8, 9, 10],
        has: Has::NamesAndDomains,
        fields: &[],
        skipped: &[],
    },
    Sample {
        file: "az-account-tenant-list.json",
        format: "azure-tenants",
        rows: 7,
        merged: 0,
        customers: &[7, 8, 9, 10, 11, 12],
        has: Has::All,
        fields: &[],
        skipped: &[(2, Some(1), "your own tenant")],
    },
    Sample {
        file: "get-aztenant.csv",
        format: "azure-tenants",
        rows: 6,
        merged: 0,
        customers: &[6, 7, 8, 9, 10, 11],
        has: Has::NamesAndDomains,
        fields: &[],
        skipped: &[],
    },
    Sample {
        file: "get-mgcontract.csv",
        format: "contracts",
        rows: 6,
        merged: 0,
        customers: &[7, 8, 9, 10, 11, 12],
        has: Has::NamesAndDomains,
        fields: &[],
        skipped: &[],
    },
    Sample {
        file: "generic.csv",
        format: "columns",
        rows: 8,
        merged: 1,
        customers: &[4, 5, 6, 9, 11, 12],
        has: Has::All,
        fields: &[
            (4, "aliases", r#"["Söderblom","SAB","Söderblom Trucking"]"#),
            (5, "aliases", r#"["Tannenhof"]"#),
            (6, "aliases", r#"["Laka"]"#),
            (12, "aliases", r#"["YSC"]"#),
            (12, "name", r#""The \"Yarrow Street\" Clinics; Ottawa""#),
            (4, "group", r#""Nordics""#),
            (5, "group", r#""DACH""#),
            (9, "group", r#""Iberia""#),
            (11, "group", r#""DACH""#),
        ],
        skipped: &[(6, None, "not a tenant ID: \"c9f6211f-1aa0-4115-b580-8ee90a5eec5\" (it has 35 characters")],
    },
    Sample {
        file: "links.txt",
        format: "text",
        rows: 12,
        merged: 2,
        customers: &[1, 2, 3, 8, 9, 5, 6, 7, 10],
        has: Has::Ids,
        fields: &[(8, "name", r#""Hollins Vale""#)],
        skipped: &[(13, None, "the link has no tenant ID")],
    },
];

impl Sample {
    /// Returns the registry's entries after this sample alone.
    pub(crate) fn tenants(&self) -> Vec<Value> {
        let tenant = |number: &usize| {
            let (name, id, domain, initial) = CUSTOMERS[number - 1];
            let mut tenant = json!({ "name": if self.has == Has::Ids { id } else { name }, "tenant_id": id });
            if matches!(self.has, Has::NamesAndDomains | Has::All) {
                tenant["domain"] = json!(domain);
            }
            if self.has == Has::All {
                tenant["initial_domain"] = json!(format!("{initial}.onmicrosoft.com"));
            }
            for (_, field, value) in self.fields.iter().filter(|(of, ..)| of == number) {
                tenant[*field] = serde_json::from_str(value).unwrap();
            }
            tenant
        };
        self.customers.iter().map(tenant).collect()
    }
}
