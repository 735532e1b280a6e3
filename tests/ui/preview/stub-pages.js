/** Answers the commands of the pages import, portals, history and settings, in memory. `?state=…` chooses what a list is, and what fails. */

(() => {
  const { stub } = /** @type {any} */ (window);
  const asked = new URLSearchParams(location.search);
  const HOUR = 3_600_000;
  const HOSTILE = '<img src=x onerror="document.title=1">';
  const LONG = `Contoso ${'Very Long Holding Company Name '.repeat(9)}`.trim();
  const is = (/** @type {string[]} */ ...states) => states.includes(stub.state);
  const notSaved = { code: 'NotSaved', message: 'The registry could not be saved: it is read-only.' };

  const FIELDS = [['name', 'Name'], ['tenant_id', 'Tenant ID'], ['domain', 'Domain'], ['initial_domain', 'Initial domain'], ['group', 'Group'], ['cloud', 'Cloud']].map(([key, name]) => ({ key, name }));

  /** @param {number} n @param {object} [more] */
  const row = (n, more = {}) => ({
    key: `row-${n}`, place: `line ${n + 2}`, name: `Fabrikam ${n}`, tenant_id: `41111111-2222-4333-8444-${String(n).padStart(12, '0')}`, domain: `fabrikam-${n}.example`,
    cloud_badge: null, texts: [], rename: null, lookalike: null, ...more,
  });

  /** @param {string} source */
  function listOf(source) {
    const base = {
      list: 1, source, kind: 'Partner Center', unusable: null, asks_for_columns: false, columns: [], fields: FIELDS, rows: 63, unchanged: 40, merged: 2,
      added: Array.from({ length: 12 }, (_, n) => row(n)), notes: [], seen: 'a', changed: [
        row(50, { name: 'Contoso Retail', domain: 'contosoretail.com', texts: ['domain: contoso-retail.com → contosoretail.com', 'group: Retail → Stores'] }),
        row(51, { name: 'Malmö Stad', domain: 'malmo.example', texts: [], rename: 'City of Malmö' }),
        row(52, { name: 'Northwind Traders', domain: 'northwindtraders.com', texts: ['initial domain: northwind.onmicrosoft.com'], rename: 'Northwind Traders Inc.', lookalike: 'The name looks like “Northwlnd Traders”: look at the domain' }),
      ],
      conflicts: [
        row(60, { name: 'Bellows College', domain: 'contoso.com', texts: ['The domain contoso.com belongs to Contoso Pharmaceuticals already'] }),
        row(61, { name: 'Fabrikam Construction', cloud_badge: 'GCC High', texts: ['Registered in another cloud: public cloud'] }),
      ],
      skipped: [
        row(70, { name: '', tenant_id: null, domain: 'litware.example', texts: ['No tenant ID'] }), row(71, { name: 'Production subscription', tenant_id: null, domain: null, texts: ['Not a tenant ID: “contoso”'] }),
        row(72, { name: '*All Tenants', tenant_id: null, domain: null, texts: ['Stands for all tenants'] }), row(73, { name: 'Own company', domain: 'mssp.example', texts: ['The own tenant of whoever exported the list'] }),
      ],
    };
    const columns = [
      { name: 'Kund', field: 'name', samples: ['Contoso, Ltd', 'Fabrikam AB', 'Malmö Stad'] }, { name: 'Katalog', field: null, samples: ['8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44'] },
      { name: 'Anteckning om kunden som är ganska lång', field: null, samples: [] }, { name: HOSTILE, field: null, samples: [HOSTILE, 'حلول كونتوسو', LONG] },
    ];
    const none = { added: [], changed: [], conflicts: [], skipped: [], unchanged: 0, merged: 0 };
    if (is('import-many')) return { ...base, rows: 5000, added: Array.from({ length: 5000 }, (_, n) => row(n)), changed: [], conflicts: [] };
    if (is('import-columns')) return { ...base, ...none, kind: 'Spreadsheet', rows: 21, asks_for_columns: true, columns, unusable: 'No column has tenant IDs. Say which one does.' };
    if (is('import-mapped')) return { ...base, kind: 'Spreadsheet', columns, notes: ['The file is one page of a longer list: export all pages.', 'One customer is your own tenant and was left out.'] };
    if (is('import-known')) return { ...base, ...none, unchanged: 128, rows: 128 };
    if (is('import-nasty')) {
      return {
        ...base, source: `${LONG}.csv`, added: [
          row(1, { name: LONG, cloud_badge: 'GCC High', domain: 'a-domain-that-is-rather-long-too.contoso-holding-international.example', texts: ['Alias not taken: it is another customer’s name', 'Tag not taken: too long'], lookalike: `The name looks like “${LONG}”: look at the domain` }),
          row(2, { name: HOSTILE, domain: 'markup.example' }), row(3, { name: 'حلول كونتوسو للرعاية الصحية (CON)' }), row(4, { name: 'קונטוסו שירותים 24/7' }),
        ],
        changed: [row(5, { name: HOSTILE, rename: LONG, texts: [`name: ${LONG}`] })],
      };
    }
    return base;
  }

  stub.originalList = () => listOf('Customers.csv');
  /** The import that can be taken back. @type {object | null} */
  let last = is('import-last', 'import-last-fails') ? { at: Date.now() - 20 * 60_000, source: 'Customers.csv', added: 12, changed: 3 } : null;

  const findings = [
    { identity: 'public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44', name: 'Contoso Pharmaceuticals', verdict: 'other', text: 'contoso.com belongs to another tenant: 11111111-2222-4333-8444-555555555599' },
    { identity: 'public/11111111-2222-4333-8444-555555555504', name: 'Bellows College', verdict: 'no-domain', text: 'No domain is registered' },
    { identity: 'public/21111111-2222-4333-8444-555555555501', name: HOSTILE, verdict: 'none', text: 'No tenant has the domain markup.example' },
  ];
  /** @type {Record<string, object>} */
  const verifyings = {
    'verify-running': { state: 'running', done: 41, total: 128, verified: 40, name: 'Northwind Traders', message: null, findings: findings.slice(0, 1) },
    'verify-done': { state: 'done', done: 128, total: 128, verified: 125, name: null, message: null, findings },
    'verify-stopped': { state: 'stopped', done: 3, total: 128, verified: 3, name: null, message: 'login.microsoftonline.com does not answer. Check the connection, and try again.', findings: [] },
  };

  Object.assign(stub.commands, {
    read_list: (/** @type {Uint8Array} */ bytes) => {
      if (is('import-slow')) return new Promise(() => {});
      if (is('import-fails')) throw { code: 'TooLarge', message: 'It has more than 50,000 rows. Split it, and import the parts.' };
      const preview = listOf('Customers.csv');
      if (is('import-unusable')) return { ...preview, added: [], changed: [], conflicts: [], skipped: [], unusable: 'It is a web page, and has no links to portals. Export the list as CSV or JSON.' };
      return { ...preview, bytes: bytes.length };
    },
    plan_import: ({ choices }) => {
      if (is('import-columns') && choices.columns['Katalog'] === 'tenant_id') {
        stub.state = 'import-mapped';
        return { ...listOf('Customers.csv'), kind: 'Spreadsheet' };
      }
      return listOf('Customers.csv');
    },
    import_list: ({ choices }) => {
      if (is('import-not-saved')) throw notSaved;
      if (is('import-changed')) {
        stub.state = 'import';
        const preview = listOf('Customers.csv');
        return { outcome: 'changed', preview: { ...preview, added: preview.added.slice(2), seen: 'b' } };
      }
      const { added, changed } = listOf('Customers.csv');
      const count = (/** @type {any[]} */ rows) => rows.filter(({ key }) => !choices.left_out.includes(key)).length;
      last = { at: Date.now(), source: 'Customers.csv', added: count(added), changed: count(changed) };
      return { outcome: 'saved', added: count(added), changed: count(changed) };
    },
    last_import: () => last,
    undo_import: () => {
      if (is('import-last-fails')) throw notSaved;
      last = null;
      return { removed: 11, changed: 3, kept: 1 };
    },
    verifying: () => verifyings[stub.state] ?? null,
    cancel_verify: () => {
      stub.emit('verifying', { ...verifyings['verify-running'], state: 'canceled', name: null });
      return null;
    },
  });
  const { verify } = stub.commands;
  stub.commands.verify = (/** @type {any} */ args) => (args.identities ? verify(args) : verifyings['verify-running']);

  /** @param {string} id @param {string} name @param {object} [more] */
  const portal = (id, name, more = {}) => ({
    id, name, own: false, on: true, tenant_less: false,
    addresses: [address('public', 'public cloud', `https://${id}.microsoft.com/?tid={tenant_id}`), address('gcc-high', 'GCC High', `https://${id}.microsoft.us/?tid={tenant_id}`)], ...more,
  });
  /** @param {string} cloud @param {string} cloud_name @param {string} template @param {object} [more] */
  const address = (cloud, cloud_name, template, more = {}) => ({ cloud, cloud_name, template, evidence: 'documented by Microsoft', source: 'https://learn.microsoft.com/defender-xdr/mto-tenants', needs: [], check: false, ...more });
  const own = { cloud: 'public', evidence: 'your own', source: '', check: false };
  /** In the person's order. */
  let portals = [
    portal('defender', 'Microsoft Defender'),
    portal('entra', 'Microsoft Entra'),
    portal('sentinel', 'Sentinel workspace', { own: true, addresses: [{ ...address('public', 'public cloud', 'https://portal.azure.com/{tenant_id}#view/sentinel'), ...own }] }),
    portal('azure', 'Azure portal'),
    portal('exchange', 'Exchange admin center', { addresses: [address('public', 'public cloud', 'https://admin.cloud.microsoft/exchange?delegatedOrg={initial_domain}', { check: true, needs: ['initial domain'], evidence: 'seen to work', source: 'CIPP, src/data/portals.json' })] }),
    portal('mto', 'Defender multitenant management', { on: false, tenant_less: true, addresses: [address('public', 'public cloud', 'https://mto.security.microsoft.com/', { check: true })] }),
    portal('sharepoint', 'SharePoint admin center', { addresses: [address('public', 'public cloud', 'https://{sharepoint}-admin.sharepoint.com/', { check: true, needs: ['SharePoint label'] })] }),
    ...(is('portals-nasty') ? [portal('evil', HOSTILE, { own: true, addresses: [{ ...address('public', 'public cloud', `https://x.example/${'segment/'.repeat(20)}?t={tenant_id}`), ...own, source: HOSTILE }] }), portal('long', LONG.slice(0, 60), { own: true })] : []),
  ];
  let chosen = 'defender';
  const catalogue = () => ({
    portals: structuredClone(portals), default: chosen,
    problems: is('portals-nasty', 'portals-problem') ? ['The portal “kibana” in settings.json is left out: its address must begin with https://'] : [],
  });
  Object.assign(stub.commands, {
    catalogue: () => {
      if (is('portals-fails')) throw { code: 'Io', message: 'settings.json cannot be read: expected value at line 3 column 7' };
      return is('portals-slow') ? new Promise(() => {}) : catalogue();
    },
    arrange_portals: ({ arrangement }) => {
      if (is('portals-not-saved')) throw { code: 'NotSaved', message: 'settings.json could not be saved: the disk is full.' };
      portals = arrangement.order.map((/** @type {string} */ id) => ({ ...portals.find((one) => one.id === id), on: !arrangement.off.includes(id) }));
      chosen = arrangement.default;
      return catalogue();
    },
    check_portal: ({ entry }) => {
      const errors = /** @type {Record<string, string>} */ ({});
      const fixes = /** @type {Record<string, string>} */ ({});
      const filled = Object.entries(entry.templates).filter(([, template]) => template !== '');
      if (!entry.name.trim()) errors.name = 'Enter a name.';
      if (filled.length === 0) errors.public = 'Enter at least one address.';
      for (const [cloud, template] of filled) {
        if (!template.startsWith('https://')) errors[cloud] = 'The address must begin with https://';
        else if (/[0-9a-f]{8}-[0-9a-f-]{27}/.test(template)) {
          errors[cloud] = 'It has the tenant ID of Contoso Pharmaceuticals in it.';
          fixes[cloud] = template.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{tenant_id}');
        } else if (!template.includes('{') && !entry.tenant_less) errors[cloud] = 'It has no placeholder, so it is the same for all customers. Say so below, or put {tenant_id} in it.';
      }
      return {
        errors, fixes,
        previews: filled.filter(([cloud]) => !errors[cloud]).map(([cloud, template]) => ({ cloud, cloud_name: cloud, customer: cloud === 'public' ? 'Contoso Pharmaceuticals' : null, url: template.replace('{tenant_id}', '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44') })),
      };
    },
    save_portal: ({ entry }) => {
      const id = entry.id ?? entry.name.toLowerCase().replace(/\W+/g, '-');
      const addresses = Object.entries(entry.templates).filter(([, template]) => template).map(([cloud, template]) => ({ ...address(cloud, cloud === 'public' ? 'public cloud' : cloud, template), ...own, cloud }));
      const saved = portal(id, entry.name, { own: true, tenant_less: entry.tenant_less, addresses });
      portals = entry.id ? portals.map((one) => (one.id === id ? saved : one)) : [...portals, saved];
      return catalogue();
    },
    remove_portal: ({ id }) => {
      if (is('portals-in-use')) throw { code: 'InUse', message: '2 customers have it as their default: Contoso Retail, Malmö Stad. Choose another for them first.' };
      portals = portals.filter((one) => one.id !== id);
      return catalogue();
    },
  });

  /** @param {number} count */
  const openings = (count) => Array.from({ length: count }, (_, n) => ({
    at: Date.now() - (n * 1.7 + 0.4) * HOUR, identity: `public/31111111-2222-4333-8444-${String(n % 40).padStart(12, '0')}`,
    name: ['Contoso Pharmaceuticals', 'Malmö Stad', 'Northwind Traders', ...(is('history-nasty') ? [HOSTILE, LONG, 'حلول كونتوسو للرعاية الصحية (CON)'] : [])][n % (is('history-nasty') ? 6 : 3)],
    portal_name: ['Microsoft Defender', 'Microsoft Entra'][n % 2], via: ['window', 'tray', 'terminal', 'launcher'][n % 4], result: n % 9 === 4 ? 'failed' : n % 5 === 3 ? null : 'handed-over',
  }));
  Object.assign(stub.commands, {
    openings: () => {
      if (is('history-fails')) throw { code: 'Io', message: 'The history cannot be read: /home/ana/.local/state/portico/history.jsonl belongs to another user.' };
      if (is('history-slow')) return new Promise(() => {});
      return is('history-none', 'history-off') ? [] : openings(Number(asked.get('openings') ?? (is('history-many') ? 20_000 : 60)));
    },
    export_openings: ({ format }) => (is('history-given-up') ? null : `/home/ana/Documents/openings.${format}`),
  });

  const settings = {
    language: null, languages: [['en', 'English'], ['sv', 'Svenska'], ['nl', 'Nederlands']].map(([key, name]) => ({ key, name })), theme: null,
    start_at_login: is('settings-portable') ? null : false, entries: is('settings-portable') ? null : 'none', notify: true, history: !is('history-off'), history_days: null, tray_favorites: 10, tray_recent: 5,
    confirm: { all: false, groups: ['Public sector', 'A group that is gone'], clouds: ['gcc-high'], doubtful_portals: false },
    registry: '/home/ana/.local/share/portico/registry.json', registry_source: 'default', usual_registry: '/home/ana/.local/share/portico/registry.json',
    folders: { data: '/home/ana/.local/share/portico', config: '/home/ana/.config/portico', state: '/home/ana/.local/state/portico' },
    ...(is('settings-elsewhere') && { registry: `/home/ana/Shared/${'a folder with a long name/'.repeat(6)}registry.json`, registry_source: 'settings' }),
    ...(is('settings-environment') && { registry: '/srv/portico/registry.json', registry_source: 'environment' }),
  };
  Object.assign(stub.commands, {
    settings: () => {
      if (is('settings-fails')) throw { code: 'Io', message: 'settings.json cannot be read: expected value at line 3 column 7' };
      return is('settings-slow') ? new Promise(() => {}) : structuredClone(settings);
    },
    change_settings: ({ change }) => {
      if (is('settings-not-saved')) throw { code: 'NotSaved', message: 'settings.json could not be saved: the disk is full.' };
      return structuredClone(Object.assign(settings, change));
    },
    use_registry: ({ path }) => {
      if (path?.includes('broken')) throw { code: 'BadRegistry', message: 'This is no registry of Portico: expected value at line 1 column 1. The old one stays in use.' };
      return structuredClone(Object.assign(settings, path ? { registry: path, registry_source: 'settings' } : { registry: settings.usual_registry, registry_source: 'default' }));
    },
    choose_registry: () => (is('settings-broken-registry') ? '/home/ana/broken.json' : '/home/ana/Shared/registry.json'),
    backups: () => (is('settings-no-backups') ? [] : Array.from({ length: 12 }, (_, n) => ({ name: `registry-${n}.json`, at: Date.now() - (n * 26 + 1) * HOUR, customers: n === 3 ? null : 128 - n }))),
    backup_difference: () => (is('settings-same') ? { added: [], removed: [], changed: [] } : {
      added: ['Litware', HOSTILE], removed: Array.from({ length: is('settings-nasty') ? 3000 : 2 }, (_, n) => `Fabrikam ${n}`),
      changed: [{ name: 'Contoso Retail', texts: ['domain: contosoretail.com → contoso-retail.com', 'group: Stores → Retail'] }, { name: LONG, texts: ['favorite: yes → no'] }],
    }),
    diagnostics: () => 'Portico 0.1.0\nLinux, X11',
  });
})();
