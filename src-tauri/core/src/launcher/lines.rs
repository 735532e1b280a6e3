//! Customers as lines for launchers that choose among lines. Each carries cloud and tenant ID: what comes back is read by them, never
//! by its text or place.

use super::{Entry, Shown, words};
use crate::{display::safe, fold::fold, lookalike::Lookalikes, tenant::Tenant};

/// What stands before the identity at the end of a plain line.
const GAP: &str = "   ";

/// Returns a line for dmenu and its kin, which show and return all of it: name, domain, what the name is without accents, identity.
pub fn plain(tenant: &Tenant, lookalikes: &Lookalikes) -> String {
    let Entry { title, detail } = Entry::new(tenant, lookalikes);
    let folded = fold(&safe(&tenant.name)).as_str().to_owned();
    let accented = folded != safe(&tenant.name).to_lowercase();
    let folded = if accented { format!(" ({folded})") } else { String::new() };
    format!("{title} · {detail}{folded}{GAP}{}", tenant.identity())
}

/// Returns the rows of rofi's script mode (rofi-script(5)) behind what they have in common: nothing but a row can be chosen, and
/// names are no markup. What comes back is the text of [`Shown`].
pub fn rofi<'a>(tenants: impl IntoIterator<Item = &'a Tenant>, lookalikes: &Lookalikes) -> String {
    let mut rows = "\0prompt\x1fPortico\n\0no-custom\x1ftrue\n\0markup-rows\x1ffalse\n".to_owned();
    for tenant in tenants {
        let Entry { title, detail } = Entry::new(tenant, lookalikes);
        let meta = words(tenant).join(" ");
        let shown = Shown::new(tenant);
        rows += &format!("{title} · {detail}\0icon\x1fio.portico.Portico\x1finfo\x1f{shown}\x1fmeta\x1f{meta}\n");
    }
    rows
}

/// Returns a line for fzf: identity and name, then what is shown, a tab between each (`--delimiter '\t' --with-nth 3..`).
pub fn fzf(tenant: &Tenant, lookalikes: &Lookalikes) -> String {
    let Entry { title, detail } = Entry::new(tenant, lookalikes);
    format!("{}\t{}\t{title}\t{detail}\t{}", tenant.identity(), safe(&tenant.name), words(tenant).join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, registry::Registry};

    #[test]
    fn a_hostile_name_is_one_line_that_leads_back() {
        for name in [
            "Contoso",
            "a\nb",
            "a\tb",
            "a\0icon\x1fevil\x1finfo\x1fpublic/x",
            "  public/00000000-0000-4000-8000-000000000009",
            "\u{202e}osotnoC",
            "-x --help",
            "%s & <b>'\"`$(id)",
            "Malmö Stad",
        ] {
            let mut tenant = Tenant::new(name, Cloud::GccHigh, "00000000-0000-4000-8000-000000000001".parse().unwrap());
            tenant.aliases = vec![name.to_owned()];
            tenant.group = Some(name.to_owned());
            let lookalikes = Lookalikes::of(&Registry::new(vec![tenant.clone()]).unwrap());
            let identity = tenant.identity().to_string();

            let line = plain(&tenant, &lookalikes);
            assert_eq!(line.rsplit(' ').next(), Some(identity.as_str()), "{line:?}");
            assert!(!line.chars().any(crate::display::is_hazardous), "{line:?}");

            let line = fzf(&tenant, &lookalikes);
            assert_eq!(line.split('\t').count(), 5, "{line:?}");
            assert_eq!(line.split('\t').next(), Some(identity.as_str()));

            let rows = rofi([&tenant], &lookalikes);
            let row = rows.lines().nth(3).unwrap();
            assert_eq!(rows.lines().count(), 4, "{rows:?}");
            let (shown, options) = row.split_once('\0').unwrap();
            assert!(!shown.contains('\x1f'));
            let options: Vec<_> = options.split('\x1f').collect();
            assert_eq!((options.len(), options[0], options[2], options[4]), (6, "icon", "info", "meta"), "{row:?}");
            assert_eq!(Shown::read(options[3]), Some(Shown::new(&tenant)));
        }
    }
}
