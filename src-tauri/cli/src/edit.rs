//! `portico edit`.

use portico_core::{
    places::Places,
    portal::PortalId,
    store::{self, StoreError},
    tenant::Tenant,
};

use crate::{
    args::EditArgs,
    failure::{Exit, Failure},
    fields, output, registry,
};

pub(crate) fn edit(args: EditArgs) -> Result<(), Failure> {
    let (places, registry) = registry::load()?;
    let before = registry::find(&registry, &args.tenant)?;
    let edit = Edit::new(args, &places)?;
    let identity = before.identity();
    // Checked before anything is written, though what is changed is what the file holds then.
    edit.applied(before)?;
    let (before, after, alike) = store::update(&places, jiff::Timestamp::now(), |registry| {
        let before = registry.get(&identity).cloned().ok_or(StoreError::NoTenant(identity))?;
        let after = edit.applied_unchecked(&before);
        registry.replace(&identity, after.clone())?;
        let alike = if after.name == before.name { Vec::new() } else { registry::alike(registry, &after) };
        Ok::<_, StoreError>((before, after, alike))
    })?;
    let lines: String = fields::changes(&before, &after).map(|line| format!("  {line}\n")).collect();
    // It is changed, whether or not anybody reads that.
    let _ = if lines.is_empty() {
        output::line(&format!("{} is like that already", registry::described(&after)))
    } else {
        output::text(&format!("Changed {}\n{lines}", registry::described(&after)))
    };
    registry::note_alike(&alike);
    Ok(())
}

/// What is to be changed, with texts trimmed and names resolved.
struct Edit {
    args: EditArgs,
    portal: Option<Option<PortalId>>,
}

impl Edit {
    fn new(args: EditArgs, places: &Places) -> Result<Self, Failure> {
        let portal = match args.portal.as_deref().map(str::trim) {
            Some("") => Some(None),
            Some(key) => Some(Some(registry::portal_id(places, key)?)),
            None => None,
        };
        let edit = Self { args, portal };
        if edit.is_empty() {
            return Err(Failure::new(Exit::Usage, "nothing to change was named")
                .hint("`portico edit --help` shows what can be changed"));
        }
        Ok(edit)
    }

    fn is_empty(&self) -> bool {
        let args = &self.args;
        let flags = [args.favorite, args.no_favorite, args.own, args.no_own, args.confirm, args.no_confirm];
        let values = [
            args.name.is_some(),
            args.tenant_id.is_some(),
            args.cloud.is_some(),
            args.domain.is_some(),
            args.initial_domain.is_some(),
            args.sharepoint.is_some(),
            args.group.is_some(),
            args.tags.is_some(),
            args.aliases.is_some(),
            args.portal.is_some(),
            args.notes.is_some(),
        ];
        !flags.into_iter().chain(values).any(|named| named)
    }

    fn applied(&self, before: &Tenant) -> Result<Tenant, Failure> {
        let after = self.applied_unchecked(before);
        after
            .ensure_edited(before)
            .map_err(|error| Failure::new(Exit::Usage, error.to_string()).hint("nothing was changed"))?;
        Ok(after)
    }

    fn applied_unchecked(&self, before: &Tenant) -> Tenant {
        let args = &self.args;
        let text = |new: &Option<String>, old: &str| {
            new.as_deref().map_or_else(|| old.to_owned(), |new| new.trim().to_owned())
        };
        let texts = |new: &Option<Vec<String>>, old: &[String]| match new {
            Some(new) => new.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect(),
            None => old.to_vec(),
        };
        let flag = |yes: bool, no: bool, old: bool| yes || (old && !no);
        let group = text(&args.group, before.group.as_deref().unwrap_or_default());
        let after = Tenant {
            name: text(&args.name, &before.name),
            tenant_id: args.tenant_id.unwrap_or(before.tenant_id),
            cloud: args.cloud.unwrap_or(before.cloud),
            domain: args.domain.clone().map_or_else(|| before.domain.clone(), |entry| entry.0),
            initial_domain: args.initial_domain.clone().map_or_else(|| before.initial_domain.clone(), |entry| entry.0),
            sharepoint: args.sharepoint.clone().map_or_else(|| before.sharepoint.clone(), |entry| entry.0),
            group: (!group.is_empty()).then_some(group),
            tags: texts(&args.tags, &before.tags),
            aliases: texts(&args.aliases, &before.aliases),
            favorite: flag(args.favorite, args.no_favorite, before.favorite),
            own: flag(args.own, args.no_own, before.own),
            confirm: flag(args.confirm, args.no_confirm, before.confirm),
            portal: self.portal.clone().unwrap_or_else(|| before.portal.clone()),
            verified: before.verified.clone(),
            notes: text(&args.notes, &before.notes),
        };
        after.without_stale_look_up(before)
    }
}
