//! The desktop entries by which launchers find customers (Desktop Entry Specification 1.4).
//!
//! An entry names cloud and tenant ID, and the name that it was made with: one that is out of date opens nothing.

use std::path::Path;

use super::{Entry, Shown, words};
use crate::{
    cloud::Identity, display::safe, lookalike::Lookalikes, opening, portal::Catalogue, registry::Registry,
    settings::Entries, tenant::Tenant,
};

/// The file name of Portico's own entry, which is the application's.
pub const OWN: &str = "io.portico.Portico.desktop";

/// How the file names of customers' entries begin.
pub const PREFIX: &str = "io.portico.Portico.tenant-";

/// The key by which Portico knows the entries that are its own to change.
const MARK: &str = "X-Portico-Managed=";

/// How the names of actions begin that open a customer.
const ACTION: &str = "Tenant-";

/// The most customers among the actions of Portico's own entry.
const ACTIONS: usize = 5;

/// A desktop entry of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, the same as long as cloud and tenant ID are.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Returns the entries that there are to be, given the program that opens them.
pub fn files(registry: &Registry, catalogue: &Catalogue, chosen: &Entries, program: &Path) -> Vec<File> {
    let lookalikes = Lookalikes::of(registry);
    let customers = registry.tenants().iter().filter(|tenant| chosen.has(tenant));
    customers.map(|tenant| file(tenant, &lookalikes, catalogue, program)).collect()
}

fn file(tenant: &Tenant, lookalikes: &Lookalikes, catalogue: &Catalogue, program: &Path) -> File {
    let Entry { title, detail } = Entry::new(tenant, lookalikes);
    // Where there is none, opening says why.
    let portal = opening::default_portal(catalogue, tenant).map(|portal| format!("{} · ", portal.name));
    let comment = safe(&portal.unwrap_or_default()).into_owned() + &detail;
    let keywords: String = words(tenant).iter().map(|word| value(word).replace(';', "\\;") + ";").collect();
    let text = format!(
        "[Desktop Entry]\nVersion=1.4\nType=Application\nName={}\nComment={}\nExec={}\nTryExec={}\n\
         Icon=io.portico.Portico\nTerminal=false\nCategories=Network;\nKeywords={keywords}\nStartupNotify=false\n{MARK}1\n",
        value(&title),
        value(&comment),
        exec(tenant, program),
        value(&program.to_string_lossy()),
    );
    File { name: format!("{PREFIX}{}.desktop", id(&tenant.identity())), text }
}

/// Returns cloud and tenant ID in characters that file names and names of actions may have.
fn id(identity: &Identity) -> String {
    format!("{}-{}", identity.cloud, identity.tenant_id)
}

fn exec(tenant: &Tenant, program: &Path) -> String {
    let [open, identity, expected, source, launcher] = Shown::new(tenant).arguments();
    format!("{} {open} {identity} {} {source} {launcher}", quoted(&program.to_string_lossy()), quoted(&expected))
}

/// Returns true when the entry is one that Portico may change or remove.
pub fn is_ours(text: &str) -> bool {
    main_group(text).any(|line| line.starts_with(MARK))
}

/// Returns true when Portico's own entry is a copy that Portico made of the system's.
pub fn is_copy(text: &str) -> bool {
    main_group(text).any(|line| line == format!("{MARK}copy"))
}

fn main_group(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().skip_while(|line| *line != "[Desktop Entry]").skip(1);
    lines.take_while(|line| !line.starts_with('['))
}

/// Returns Portico's own entry with the first favorites among its actions, or without any when no entries are chosen.
pub fn own(text: &str, registry: &Registry, chosen: &Entries, program: &Path) -> String {
    let lookalikes = Lookalikes::of(registry);
    let favorites = registry.tenants().iter().filter(|tenant| tenant.favorite && *chosen != Entries::None);
    let favorites: Vec<_> = favorites.take(ACTIONS).collect();
    // By cloud and tenant ID: a launcher may start what it read long ago, and must not start another customer by its place.
    let name = |tenant: &Tenant| format!("{ACTION}{}", id(&tenant.identity()));
    let mut lines = Vec::new();
    let mut is_left_out = false;
    for line in text.trim_end().lines() {
        if line.starts_with('[') {
            is_left_out = line.strip_prefix("[Desktop Action ").is_some_and(|action| action.starts_with(ACTION));
        }
        if is_left_out {
            continue;
        }
        lines.push(match line.strip_prefix("Actions=") {
            Some(actions) => {
                let actions = actions.split(';').filter(|action| !action.is_empty() && !action.starts_with(ACTION));
                let all = actions.map(str::to_owned).chain(favorites.iter().map(|tenant| name(tenant)));
                format!("Actions={}", all.map(|action| action + ";").collect::<String>())
            }
            None => line.to_owned(),
        });
    }
    let mut text = lines.join("\n").trim_end().to_owned() + "\n";
    for tenant in &favorites {
        let title = Entry::new(tenant, &lookalikes).title;
        text +=
            &format!("\n[Desktop Action {}]\nName={}\nExec={}\n", name(tenant), value(&title), exec(tenant, program));
    }
    text
}

/// Returns the system's entry, marked as a copy that stands before it.
pub fn copy(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with(MARK));
    let marked =
        lines.map(|line| if line == "[Desktop Entry]" { format!("{line}\n{MARK}copy\n") } else { format!("{line}\n") });
    marked.collect()
}

/// Writes a text as a value of a desktop entry ("Possible value types").
fn value(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\");
    match escaped.strip_prefix(' ') {
        Some(rest) => format!("\\s{rest}"),
        None => escaped,
    }
}

/// Quotes an argument as the Desktop Entry Specification asks ("The Exec key"): a backslash before these four, itself escaped as
/// every backslash of a string is; percent signs are doubled.
pub(crate) fn quoted(argument: &str) -> String {
    let mut quoted = String::from("\"");
    for char in argument.chars() {
        match char {
            '\\' => quoted.push_str("\\\\\\\\"),
            '"' | '`' | '$' => {
                quoted.push_str("\\\\");
                quoted.push(char);
            }
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::Cloud;

    const OWN_ENTRY: &str =
        "[Desktop Entry]\nName=Portico\nActions=Search;\n\n[Desktop Action Search]\nName=Search\nExec=a\n";

    fn tenant(name: &str, id: u32) -> Tenant {
        Tenant::new(name, Cloud::Public, format!("00000000-0000-4000-8000-{id:012}").parse().unwrap())
    }

    fn line<'a>(text: &'a str, key: &str) -> &'a str {
        text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('=')).unwrap()
    }

    #[test]
    fn an_argument_is_quoted_twice() {
        for (argument, quoted) in [("/a b", "\"/a b\""), ("/$x", "\"/\\\\$x\""), ("/a\\b", "\"/a\\\\\\\\b\"")] {
            assert_eq!(super::quoted(argument), quoted);
        }
    }

    #[test]
    fn an_entry_says_whom_it_opens_and_by_which_name() {
        let mut malmo = tenant("Malmö; 100 %\n\"Stad\"", 1);
        malmo.aliases = vec!["a;b".to_owned()];
        let registry = Registry::new(vec![malmo]).unwrap();
        let all = files(&registry, Catalogue::built_in(), &Entries::All, Path::new("/opt/a b/portico"));
        assert_eq!(all[0].name, "io.portico.Portico.tenant-public-00000000-0000-4000-8000-000000000001.desktop");
        let text = &all[0].text;
        assert_eq!(line(text, "Name"), r#"Malmö; 100 %\\u{a}"Stad""#);
        assert_eq!(
            line(text, "Exec"),
            r#""/opt/a b/portico" open public/00000000-0000-4000-8000-000000000001 "--expect=Malmö; 100 %%\\\\u{a}\\"Stad\\"" --source launcher"#
        );
        assert_eq!(line(text, "Comment"), "Microsoft Defender · 00000000-0000-4000-8000-000000000001");
        assert!(line(text, "Keywords").starts_with(r"a\;b;"), "{text}");
        assert!(is_ours(text) && !is_copy(text));
    }

    #[test]
    fn only_what_is_chosen_has_an_entry() {
        let (mut starred, mut grouped) = (tenant("A", 1), tenant("B", 2));
        starred.favorite = true;
        grouped.group = Some("Hälsa".to_owned());
        let registry = Registry::new(vec![starred, grouped, tenant("C", 3)]).unwrap();
        for (chosen, names) in [
            (Entries::None, &[][..]),
            (Entries::Favorites, &["A"]),
            (Entries::Group("halsa".to_owned()), &["B"]),
            (Entries::Group("other".to_owned()), &[]),
            (Entries::All, &["A", "B", "C"]),
        ] {
            let all = files(&registry, Catalogue::built_in(), &chosen, Path::new("/p"));
            assert_eq!(all.iter().map(|file| line(&file.text, "Name")).collect::<Vec<_>>(), names, "{chosen:?}");
        }
    }

    #[test]
    fn the_own_entry_gains_the_first_favorites_and_loses_them_again() {
        let starred = |id| Tenant { favorite: true, ..tenant(&format!("Customer {id}"), id) };
        let mut all: Vec<_> = (2..9).map(starred).collect();
        all.insert(0, tenant("No favorite", 1));
        let registry = Registry::new(all).unwrap();
        let with = own(OWN_ENTRY, &registry, &Entries::All, Path::new("/p"));
        assert_eq!(line(&with, "Actions").matches(';').count(), 6, "{with}");
        assert_eq!(with.matches("[Desktop Action Tenant-public-").count(), 5, "{with}");
        assert!(
            with.contains("Name=Customer 2\nExec=\"/p\" open public/00000000-0000-4000-8000-000000000002 "),
            "{with}"
        );
        assert_eq!(own(&with, &registry, &Entries::All, Path::new("/p")), with, "nothing is there twice");
        assert_eq!(own(&with, &registry, &Entries::None, Path::new("/p")), OWN_ENTRY);
    }

    #[test]
    fn an_entry_of_somebody_else_is_not_ours() {
        for (text, is_ours) in [
            ("[Desktop Entry]\nX-Portico-Managed=1\n", true),
            ("[Desktop Entry]\nName=X-Portico-Managed=1\n", false),
            ("[Desktop Entry]\nName=a\n[Other]\nX-Portico-Managed=1\n", false),
            ("# X-Portico-Managed=1\n", false),
            ("", false),
        ] {
            assert_eq!(super::is_ours(text), is_ours, "{text}");
        }
        assert!(is_copy(&copy("[Desktop Entry]\nX-Portico-Managed=1\nName=a\n")));
        assert_eq!(copy("[Desktop Entry]\nName=a"), "[Desktop Entry]\nX-Portico-Managed=copy\nName=a\n");
    }
}
