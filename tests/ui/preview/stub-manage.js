/** Answers the commands of the customers' window: a registry that can be searched, changed and taken back, all in memory. */

(() => {
  const { stub } = /** @type {any} */ (window);
  stub.commands.show_page = () => stub.emit('hidden');
  // Quick open has its own portals, and cannot do the rest.
  if (!location.pathname.endsWith('/manage.html')) return;
  const asked = new URLSearchParams(location.search);
  const CLOUDS = [['public', 'Public'], ['gcc', 'GCC'], ['gcc-high', 'GCC High'], ['dod', 'DoD'], ['china', 'China (21Vianet)']].map(([key, name]) => ({ key, name }));
  const EMPTY = { name: '', tenant_id: '', cloud: 'public', domain: '', initial_domain: '', sharepoint: '', group: '', tags: [], aliases: [], favorite: false, own: false, confirm: false, portal: '', notes: '' };
  const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

  /** Who is registered, by identity; what the tests change, too. @type {Map<string, any>} */
  const registry = new Map(made().map((one) => [one.identity, one]));
  /** What can be taken back, by its number. @type {Map<number, () => { count: number, kept: number }>} */
  const undos = new Map();
  let count = 0;

  function made() {
    if (['empty', 'problem-only', 'gone'].includes(stub.state)) return [];
    const some = [...previewRows('calm'), ...previewRows('home').filter((row) => /North|Malm|Wide/.test(row.name)), ...(stub.state === 'nasty' ? previewRows('nasty') : [])];
    const many = Number(asked.get('count') ?? 60);
    return [...some, ...previewMany(Math.max(0, many - some.length))].map((row, at) => fromRow(row, at));
  }

  /** @param {any} row @param {number} at */
  function fromRow(row, at) {
    const cloud = row.cloud_badge ? 'gcc-high' : 'public';
    const domain = row.domain ?? '';
    return {
      identity: `${cloud}/${row.tenant_id}`, monogram: row.monogram, color: row.color, opened_at: at % 3 === 0 ? Date.now() - 20 * 60_000 : null,
      verified: at % 2 === 0 && domain ? { domain, at: '2026-11-12' } : null, changed: stub.state === 'signs' && at === 0, lookalike: stub.state === 'signs' && at === 1,
      fields: {
        ...EMPTY, name: row.name, tenant_id: row.tenant_id, cloud, domain, initial_domain: at === 0 ? 'contoso.onmicrosoft.com' : '', group: row.group ?? '', favorite: row.favorite,
        aliases: row.also ? [row.also.text] : at === 0 ? ['CTSO', 'Contoso, Inc.'] : [], tags: at === 0 ? ['tier1', 'soc'] : [],
      },
    };
  }

  /** @param {any} one */
  function listed({ identity, monogram, color, changed, lookalike, fields }) {
    const { name, domain, group, tags, cloud, favorite } = fields;
    return {
      identity, name, domain: domain || null, group: group || null, tags, cloud_badge: cloud === 'public' ? null : nameOf(cloud), favorite,
      changed, lookalike, monogram, color,
    };
  }

  /** As the backend sends them. @param {any[]} some */
  function inColumns(some) {
    const columns = ['identity', 'name', 'domain', 'group', 'tags', 'cloud_badge', 'favorite', 'changed', 'lookalike', 'monogram', 'color'];
    return Object.fromEntries(columns.map((key) => [key, some.map((one) => (typeof one[key] === 'boolean' ? Number(one[key]) : one[key]))]));
  }

  /** @param {any} one */
  function detailed(one) {
    const { identity, monogram, color, verified, opened_at, fields, changed, lookalike } = one;
    return {
      identity, name: fields.name, fields: structuredClone(fields), verified, opened_at, monogram, color, cloud_name: `${nameOf(fields.cloud).toLowerCase()} cloud`,
      cloud_badge: fields.cloud === 'public' ? null : nameOf(fields.cloud), portal_name: 'Microsoft Defender', opens: stub.opens?.(identity) ?? { browser: null, trouble: null, by: null },
      lookalike: lookalike ? 'The name looks like “Contoso Retall”: look at the domain' : null,
      changed: changed ? 'It was changed outside Portico, and does not open before somebody compared.' : null,
    };
  }

  /** @param {string} cloud */
  const nameOf = (cloud) => CLOUDS.find(({ key }) => key === cloud)?.name ?? cloud;
  /** @param {string} identity */
  const known = (identity) => {
    const one = registry.get(identity);
    if (!one) throw { code: 'Gone', message: previewTexts['customer.gone'] };
    return one;
  };

  /** Writes it down, and how to take it back. @param {[string, any][]} changes  Null removes. */
  function write(changes) {
    if (stub.state === 'read-only') throw { code: 'NotSaved', message: 'The registry could not be saved: it is read-only.' };
    const before = changes.map(([identity]) => /** @type {[string, any]} */ ([identity, structuredClone(registry.get(identity) ?? null)]));
    const apply = (/** @type {[string, any][]} */ all) => {
      for (const [identity, one] of all) one ? registry.set(identity, one) : registry.delete(identity);
      stub.emit('changed');
    };
    apply(changes);
    undos.set(count += 1, () => { apply(before); return { count: before.length, kept: 0 }; });
    return count;
  }

  /** @param {any} fields */
  function wrong({ name, tenant_id, domain }) {
    const errors = /** @type {Record<string, string>} */ ({});
    if (!name.trim()) errors.name = 'Enter the customer’s name.';
    if (!new RegExp(`^${ID.source}$`, 'i').test(tenant_id.trim())) errors.tenant_id = tenant_id ? 'This is no tenant ID: it has 36 characters, as 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44.' : 'Enter the tenant ID.';
    if (/\s|@/.test(domain)) errors.domain = 'This is no domain, as contoso.com is one.';
    return errors;
  }

  Object.assign(stub.commands, {
    overview: () => {
      if (stub.state === 'overview-fails') throw { code: 'Io', message: 'The registry is locked by another program. Close it and try again.' };
      return {
        customers: inColumns([...registry.values()].map(listed)), clouds: CLOUDS, portals: previewPortals(previewRow({})).map((/** @type {any} */ { portal, portal_name }) => ({ key: portal, name: portal_name })),
        default_portal: 'Microsoft Defender', read_only: stub.state === 'foreign', problem: stub.problems[stub.state] ?? null, registry: '/home/ana/.local/share/portico/registry.json', registry_source: 'default',
        folders: { data: '/home/ana/.local/share/portico', config: '/home/ana/.config/portico', state: '/home/ana/.local/state/portico' },
      };
    },
    customer: ({ identity }) => (stub.state === 'slow' ? new Promise(() => {}) : detailed(known(identity))),
    portals: ({ identity }) => {
      const { fields, changed } = known(identity);
      const sign = changed ? { changed: previewTexts['quick.changed'], url: null, blocked: null } : {};
      return previewPortals(previewRow({ identity, id: fields.tenant_id, name: fields.name, identity_: identity })).map((/** @type {any} */ row) => ({ ...row, identity, ...sign }));
    },
    find: ({ query }) => {
      const text = query.toLowerCase();
      const all = [...registry.values()].filter(({ fields }) => [fields.name, fields.domain, fields.tenant_id, fields.group, ...fields.aliases].some((one) => one.toLowerCase().includes(text)));
      const hits = all.slice(0, 500).map(({ identity, fields }) => {
        const at = fields.name.toLowerCase().indexOf(text);
        const alias = fields.aliases.find((/** @type {string} */ one) => one.toLowerCase().includes(text));
        const inDomain = fields.domain.toLowerCase().indexOf(text);
        return {
          identity, name_marks: at < 0 ? [] : [[at, at + text.length]], domain_marks: inDomain < 0 ? [] : [[inDomain, inDomain + text.length]],
          also: at < 0 && alias ? { text: alias, marks: [] } : null,
        };
      });
      return { hits, total: all.length };
    },
    check_customer: ({ entry }) => {
      const twin = [...registry.values()].find(({ identity, fields }) => identity !== entry.identity && entry.fields.name && fields.name === entry.fields.name);
      return { errors: wrong(entry.fields), notes: twin ? { name: `Another customer is called so: ${twin.fields.domain || twin.fields.tenant_id}` } : {} };
    },
    read_pasted: ({ text }) => {
      const [tenant_id] = ID.exec(text) ?? [];
      const domain = /([a-z0-9-]+\.(?:example|com))/i.exec(text.replace(/https?:\/\/\S+/g, ''))?.[1] ?? null;
      return tenant_id ? { tenant_id: tenant_id.toLowerCase(), cloud: text.includes('microsoft.us') ? 'gcc-high' : null, domain, initial_domain: null } : null;
    },
    save_customer: ({ entry }) => {
      const errors = wrong(entry.fields);
      if (Object.keys(errors).length > 0) return { outcome: 'invalid', errors };
      const one = entry.identity ? known(entry.identity) : { monogram: entry.fields.name.slice(0, 2).toUpperCase(), color: 3, verified: null, opened_at: null, changed: false, lookalike: false };
      const differing = (/** @type {string} */ key) => JSON.stringify(one.fields?.[key]) !== JSON.stringify(entry.base?.[key]);
      const mine = Object.keys(entry.fields).filter((key) => JSON.stringify(entry.fields[key]) !== JSON.stringify(entry.base?.[key]));
      const conflicts = entry.identity ? mine.filter((key) => differing(key) && JSON.stringify(one.fields[key]) !== JSON.stringify(entry.fields[key])) : [];
      if (conflicts.length > 0) return { outcome: 'conflict', fields: conflicts, details: detailed(one) };
      const fields = { ...(one.fields ?? EMPTY), ...Object.fromEntries(mine.map((key) => [key, entry.fields[key]])) };
      const identity = `${fields.cloud}/${fields.tenant_id}`;
      const undo = write([...(entry.identity && entry.identity !== identity ? [/** @type {[string, any]} */ ([entry.identity, null])] : []), [identity, { ...structuredClone(one), identity, fields }]]);
      return { outcome: 'saved', identity, undo };
    },
    change_customers: ({ change: { customers, group, add_tags = [], remove_tags = [], favorite } }) => {
      const undo = write(customers.map(({ identity }) => {
        const one = structuredClone(known(identity));
        if (group !== undefined) one.fields.group = group;
        if (favorite !== undefined) one.fields.favorite = favorite;
        one.fields.tags = [...new Set([...one.fields.tags, ...add_tags])].filter((tag) => !remove_tags.includes(tag));
        return [identity, one];
      }));
      return { undo, count: customers.length };
    },
    remove_customers: ({ customers }) => ({ undo: write(customers.map(({ identity }) => [identity, null])), count: customers.length }),
    undo_change: ({ undo }) => {
      const take = undos.get(undo);
      if (!take) throw { code: 'NoUndo', message: 'This cannot be taken back any more.' };
      undos.delete(undo);
      return take();
    },
    look_up: ({ domain }) => {
      if (stub.state === 'offline') throw { code: 'LookUp', message: 'login.microsoftonline.com does not answer. Check the connection, or paste the tenant ID.' };
      if (domain.startsWith('none')) return { outcome: 'none' };
      const found = (/** @type {string} */ tenant_id, /** @type {string} */ cloud) => ({ tenant_id, cloud, cloud_name: `${nameOf(cloud).toLowerCase()} cloud` });
      if (domain.startsWith('several')) return { outcome: 'several', found: [found('11111111-2222-4333-8444-5555555555aa', 'public'), found('11111111-2222-4333-8444-5555555555bb', 'gcc-high')] };
      const one = [...registry.values()].find(({ fields }) => fields.domain === domain);
      return { outcome: 'found', found: found(one?.fields.tenant_id ?? '99999999-2222-4333-8444-555555555599', one?.fields.cloud ?? 'public'), customer: one ? { identity: one.identity, name: one.fields.name } : null };
    },
    verify: ({ identities }) => {
      for (const identity of identities ?? []) {
        const one = known(identity);
        one.verified = one.fields.domain ? { domain: one.fields.domain, at: '2026-11-25' } : null;
      }
      const now = { state: 'done', done: 1, total: 1, verified: 1, name: null, message: null, findings: [] };
      stub.emit('changed');
      stub.emit('verifying', now);
      return now;
    },
    verifying: () => null,
    close_window: () => null,
    open_help: () => null,
    help_links: () => Object.fromEntries([['entra', 'https://entra.microsoft.com/'], ...['grant-access', 'notifications', 'fetch-alerts', 'gdap'].map((key) => [key, `https://learn.microsoft.com/defender/${key}`])]),
  });
  Object.assign(stub, { registry, EMPTY });
})();
