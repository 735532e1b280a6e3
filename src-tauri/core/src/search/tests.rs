use super::*;
use crate::{cloud::Cloud, registry::Registry, tenant::Tenant};

/// `name | domain | group | aliases | tags`; a star before the name marks a favorite.
fn registry(lines: &[&str]) -> Registry {
    let tenants = lines.iter().enumerate().map(|(at, line)| {
        let mut parts = line.split('|').map(str::trim);
        let mut next = || parts.next().unwrap_or_default();
        let list = |text: &str| text.split(',').filter(|item| !item.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let name = next();
        let id = format!("{:08x}-6a0b-4a3e-9d57-0c2b6f1e7a44", 0x8f3c_1d00 + at).parse().unwrap();
        let mut tenant = Tenant::new(name.trim_start_matches('★'), Cloud::Public, id);
        tenant.favorite = name.starts_with('★');
        tenant.domain = next().parse().ok();
        tenant.initial_domain = tenant
            .domain
            .as_ref()
            .map(|domain| format!("{}.onmicrosoft.com", domain.as_str().split('.').next().unwrap()).parse().unwrap());
        tenant.group = Some(next().to_owned()).filter(|group| !group.is_empty());
        tenant.aliases = list(next());
        tenant.tags = list(next());
        tenant
    });
    Registry::new(tenants.collect()).unwrap()
}

fn customers() -> Registry {
    registry(&[
        "Contoso Retail | contosoretail.com | Retail",
        "Contoso Pharmaceuticals | contoso.com | Healthcare | CTSO,Pharma One | tier1",
        "Consolidated Messenger | consolidatedmessenger.com | Logistics",
        "Fabrikam Construction | fabrikam-construction.us | Public sector",
        "Bellows College | bellows.example | Education | Concord campus",
        "Malmö Stad | malmo.example | Public sector",
        "Łąka Mleczarnia | laka.example | Retail",
        "Wide World Importers | wideworldimporters.com | Logistics",
        "Contoso | contoso-it.example | Retail",
        "Straßenbau O'Brien | umbrafeld.example | Construction",
    ])
}

fn names(registry: &Registry, typed: &str, recent: &[usize], reach: Reach) -> Vec<(Tier, String)> {
    let recent: Vec<_> = recent.iter().map(|at| registry.tenants()[*at].identity()).collect();
    let found = Index::new(registry).search(typed, &recent, 24, reach);
    assert_eq!(found.total, found.hits.len());
    found.hits.iter().map(|hit| (hit.tier, registry.tenants()[hit.at].name.clone())).collect()
}

#[test]
fn what_is_typed_finds_the_best_first() {
    use Tier::*;
    let registry = customers();
    let cases: &[(&str, &[(Tier, &str)])] = &[
        // Exact name before all else
        ("contoso", &[(ExactName, "Contoso"), (Prefix, "Contoso Retail"), (Prefix, "Contoso Pharmaceuticals")]),
        ("CONTOSO RETAIL", &[(ExactName, "Contoso Retail"), (Group, "Contoso")]),
        // Exact alias, domain, tenant ID
        ("ctso", &[(Exact, "Contoso Pharmaceuticals")]),
        ("contoso.com", &[(Exact, "Contoso Pharmaceuticals")]),
        ("contoso.onmicrosoft.com", &[(Exact, "Contoso Pharmaceuticals")]),
        ("8f3c1d02-6a0b-4a3e-9d57-0c2b6f1e7a44", &[(Exact, "Consolidated Messenger")]),
        // Prefix: names before aliases before domains, the shorter before the longer; then word prefix
        (
            "con",
            &[
                (Prefix, "Contoso"),
                (Prefix, "Contoso Retail"),
                (Prefix, "Consolidated Messenger"),
                (Prefix, "Contoso Pharmaceuticals"),
                (Prefix, "Bellows College"),
                (WordPrefix, "Fabrikam Construction"),
                (Group, "Straßenbau O'Brien"),
            ],
        ),
        ("pharma o", &[(Prefix, "Contoso Pharmaceuticals")]),
        ("umbra", &[(Prefix, "Straßenbau O'Brien")]),
        ("8f3c1d03", &[(Prefix, "Fabrikam Construction")]),
        // Word prefix: any order, words of name, alias and domain together
        ("ret con", &[(WordPrefix, "Contoso Retail"), (Group, "Contoso")]),
        ("camp bell", &[(WordPrefix, "Bellows College")]),
        ("stad malmo.example", &[(WordPrefix, "Malmö Stad")]),
        ("construction", &[(WordPrefix, "Fabrikam Construction"), (Group, "Straßenbau O'Brien")]),
        // Initials
        ("wwi", &[(Initials, "Wide World Importers")]),
        ("cp", &[(Initials, "Contoso Pharmaceuticals")]),
        // Substring
        ("toso", &[(Substring, "Contoso"), (Substring, "Contoso Retail"), (Substring, "Contoso Pharmaceuticals")]),
        ("porters world", &[(Substring, "Wide World Importers")]),
        // Group and tags
        ("health", &[(Group, "Contoso Pharmaceuticals")]),
        ("tier1", &[(Group, "Contoso Pharmaceuticals")]),
        ("public malmo", &[(Group, "Malmö Stad")]),
        // Fuzzy
        ("wdwrld", &[(Fuzzy, "Wide World Importers")]),
        // One typo: replaced, missing, too many, swapped
        ("fabrikum", &[(Typo, "Fabrikam Construction")]),
        ("bellwos", &[(Typo, "Bellows College")]),
        ("bellowws coll", &[(Typo, "Bellows College")]),
        ("xbellows", &[(Typo, "Bellows College")]),
        // Folding, both ways
        ("malmo", &[(Exact, "Malmö Stad")].map(|_| (Prefix, "Malmö Stad"))),
        ("MALMÖ STAD", &[(ExactName, "Malmö Stad")]),
        ("malmoe", &[(Prefix, "Malmö Stad")]),
        ("laka mleczarnia", &[(ExactName, "Łąka Mleczarnia")]),
        ("strassenbau", &[(Prefix, "Straßenbau O'Brien")]),
        ("STRAẞEN", &[(Prefix, "Straßenbau O'Brien")]),
        ("o’brien", &[(WordPrefix, "Straßenbau O'Brien")]),
        // Nothing: other customers' public endings, too little, no letters
        ("example", &[]),
        ("onmicrosoft", &[]),
        ("xq", &[]),
        ("...", &[]),
        (" ", &[]),
        ("", &[]),
        ("zzzzzz", &[]),
    ];
    for (typed, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(tier, name)| (*tier, (*name).to_owned())).collect();
        assert_eq!(names(&registry, typed, &[], Reach::Everything), expected, "{typed:?}");
    }
}

#[test]
fn a_domain_with_an_accent_never_means_the_one_without() {
    let registry = registry(&["Kabel | malmo.example", "Stad | malmö.example"]);
    for (typed, name) in [("malmo.example", "Kabel"), ("malmö.example", "Stad"), ("xn--malm-8qa.example", "Stad")] {
        assert_eq!(names(&registry, typed, &[], Reach::Everything), [(Tier::Exact, name.to_owned())], "{typed}");
    }
    let both = names(&registry, "malm", &[], Reach::Everything);
    assert_eq!(both.len(), 2, "the beginning of a domain is found folded");
}

#[test]
fn launchers_get_no_guesses() {
    for typed in ["wdwrld", "fabrikum"] {
        assert_eq!(names(&customers(), typed, &[], Reach::Strict), []);
    }
}

#[test]
fn recent_use_orders_only_inside_a_tier() {
    let registry = customers();
    let order = |typed, recent: &[usize]| {
        names(&registry, typed, recent, Reach::Everything).into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(order("contoso", &[1])[..2], ["Contoso", "Contoso Pharmaceuticals"], "the exact name beats recent use");
    assert_eq!(order("cont", &[1, 0])[..3], ["Contoso Pharmaceuticals", "Contoso Retail", "Contoso"]);
    assert_eq!(order("con", &[3])[..1], ["Contoso"], "a recent word prefix stays behind the prefixes");
}

#[test]
fn a_favorite_comes_first_among_equals() {
    let registry = registry(&["Alpha A", "★Alpha BB"]);
    let found = names(&registry, "alpha", &[], Reach::Everything);
    assert_eq!(found[0].1, "Alpha BB");
}

#[test]
fn one_key_opens_only_what_is_surely_meant() {
    let registry = registry(&[
        "Contoso | contoso.com || same,first",
        "Contoso Retail ||Retail",
        "Alpha A || East",
        "Alpha B || East",
        "Fabrikam || West| same",
    ]);
    for (typed, certain, why) in [
        ("contoso", true, "the exact name, and no other"),
        ("cont", true, "the shorter of two"),
        ("contoso r", true, "only one fits"),
        ("alpha", false, "two fit equally well"),
        ("same", false, "two have the alias"),
        ("east", false, "only the group fits"),
        ("west", false, "only the group fits, if only one"),
        ("fbrk", false, "the letters alone fit"),
        ("fabrikan", false, "a typo"),
        ("", false, "nothing typed"),
        ("nobody", false, "nothing found"),
    ] {
        let index = Index::new(&registry);
        assert_eq!(index.search(typed, &[], 24, Reach::Everything).certain, certain, "{typed}: {why}");
        let recent = [registry.tenants()[2].identity()];
        assert_eq!(
            index.search(typed, &recent, 1, Reach::Everything).certain,
            certain,
            "{typed}: habit and limit do not matter"
        );
    }
}

#[test]
fn the_limit_cuts_rows_not_the_count() {
    let lines: Vec<_> = (0..500).map(|at| format!("Customer {at:03}")).collect();
    let registry = registry(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let found = Index::new(&registry).search("customer", &[], 24, Reach::Everything);
    assert_eq!((found.total, found.hits.len()), (500, 24));
    assert_eq!(found.hits.iter().map(|hit| hit.at).collect::<Vec<_>>(), (0..24).collect::<Vec<_>>());
}

#[test]
fn marks_stand_where_the_typed_words_are() {
    let registry = customers();
    let index = Index::new(&registry);
    // The shown texts with what is marked in brackets
    for (typed, name, alias) in [
        ("con", "[Con]toso", None),
        ("ret con", "[Con]toso [Ret]ail", None),
        ("malmo", "[Malmö] Stad", None),
        ("o’brien strass", "[Straß]enbau [O'Brien]", None),
        ("wwi", "[W]ide [W]orld [I]mporters", None),
        ("camp", "Bellows College", Some("Concord [camp]us")),
        ("fabrikum", "Fabrikam Construction", None),
    ] {
        let hit = index.search(typed, &[], 1, Reach::Everything).hits[0];
        let marks = index.marks(&hit, typed);
        let tenant = &registry.tenants()[hit.at];
        assert_eq!(bracketed(&tenant.name, &marks.name), name, "{typed}");
        assert_eq!(marks.alias.map(|(at, marks)| bracketed(&tenant.aliases[at], &marks)).as_deref(), alias, "{typed}");
    }
}

fn bracketed(text: &str, marks: &[std::ops::Range<usize>]) -> String {
    let mut shown = text.to_owned();
    for mark in marks.iter().rev() {
        shown.insert(mark.end, ']');
        shown.insert(mark.start, '[');
    }
    shown
}

#[test]
fn among_some_the_others_are_as_if_they_were_not_there() {
    let registry = customers();
    let index = Index::new(&registry);
    let [retail, pharma, .., contoso, _] = registry.tenants() else { panic!("ten customers") };
    let found = |typed: &str, left_out: &Tenant| {
        let left_out = left_out.identity();
        let found = index.search_among(typed, &[left_out], 24, Reach::Everything, |identity| *identity != left_out);
        let names: Vec<_> = found.hits.iter().map(|hit| registry.tenants()[hit.at].name.as_str()).collect();
        (names.join(", "), found.total, found.certain)
    };
    assert_eq!(found("contoso", contoso), ("Contoso Retail, Contoso Pharmaceuticals".into(), 2, true));
    assert_eq!(found("ctso", pharma), ("Contoso, Contoso Retail".into(), 2, false), "a guess, now that nothing fits");
    assert_eq!(found("contoso retail", retail).0, "Contoso", "not even as the better one");
}

proptest::proptest! {
    /// The texts that are looked through first only say who cannot fit.
    #[test]
    fn who_is_not_looked_at_would_not_have_fit(
        part in "[a-zA-Zöåßł0-9' .&@-]{1,6}",
        typed in proptest::sample::select(vec![
            "contoso", "pharma one", "fabrikam-construction.us", "Malmö Stad", "malmö.example", "straßenbau o'brien", "tier1",
            "laka.example", "wide world", "8f3c1d03", "xn--malm-8qa.example", "bellows.onmicrosoft.com",
        ]),
        cut in 0..20_usize,
        kept in 1..20_usize,
        swap in 0..20_usize,
    ) {
        let mut registry = customers().tenants().to_vec();
        registry[5].domain = "malmö.example".parse().ok();
        let index = Index::new(&Registry::new(registry).unwrap());
        let mut letters: Vec<char> = typed.chars().skip(cut % typed.chars().count()).take(kept).collect();
        let last = letters.len() - 1;
        letters.swap(swap.min(last), (swap + 1).min(last));
        let cut: String = letters.into_iter().collect();
        for typed in [cut.clone(), part.clone(), format!("{cut}{part}"), format!("{part} {cut}")] {
            let query = Query::new(&typed);
            let Some(needle) = query.needle() else { continue };
            let (looked_at, near): (Vec<_>, _) = (index.holding(needle).collect(), index.nearly_holding(&query));
            for (at, entry) in index.entries().iter().enumerate() {
                let fits = matching::as_typed(&index, entry, &query);
                proptest::prop_assert!(fits.is_none() || looked_at.contains(&at), "{typed:?} as {fits:?}");
                let fits = matching::one_typo(&index, entry, &query);
                proptest::prop_assert!(fits.is_none() || near.contains(&at), "{typed:?} as {fits:?}");
            }
        }
    }
}
