/**
 * Stands in for Tauri in a plain browser: answers the commands of the IPC contract. `?state=…` chooses the state,
 * `&rounded` the composited window. `window.stub` lets the checks script it.
 */

(() => {
  const asked = new URLSearchParams(location.search);
  const state = asked.get('state') ?? 'home';
  const listeners = /** @type {Record<string, ((event: object) => void)[]>} */ ({});
  const callbacks = /** @type {((event: object) => void)[]} */ ([]);
  const registry = '/home/ana/.local/share/portico/registry.json';
  const url = 'https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
  const request = { identity: 'public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44', portal: 'defender', name: 'Contoso Pharmaceuticals', confirmed: true };
  const question = {
    title: 'This customer has another name now', yes: 'Open Contoso Health', request,
    text: 'The list showed one name, the registry has another for the same tenant ID. Check with a colleague if you did not expect this.',
    old_name: 'Contoso Pharmaceuticals', new_name: 'Contoso Health',
  };
  const failed = { code: 'BrowserFailed', message: 'No program on this computer opens web pages. Copy the link into a browser.', url };
  /** What is wrong with the registry, by name; the texts are those of the tray. */
  const problems = /** @type {Record<string, object>} */ ({
    problem: {
      title: previewTexts['trouble.unreadable-title'], text: `${registry}:214: expected value at line 214 column 7`,
      safe: said('trouble.safe-shown', { count: 128 }), path: registry, calm: false,
      action: { kind: 'restore', backup: 'registry-1.json', label: said('trouble.restore', { count: 128, time: '2025-11-21 17:02' }) },
    },
    'problem-only': {
      title: previewTexts['trouble.never-read-title'], text: `${registry}:214: expected value at line 214 column 7`,
      safe: previewTexts['trouble.safe-kept'], path: registry, calm: false,
      action: { kind: 'restore', backup: 'registry-1.json', label: said('trouble.restore', { count: 128, time: '2025-11-21 17:02' }) },
    },
    gone: { title: previewTexts['trouble.gone-title'], text: previewTexts['trouble.gone'], safe: previewTexts['trouble.safe-kept'], path: registry, calm: false, action: null },
    changed: {
      title: said('trouble.changed-title', { count: 1 }), text: previewTexts['trouble.changed'], safe: previewTexts['trouble.safe-changed'], path: registry, calm: false,
      action: { kind: 'review', label: previewTexts['trouble.review'] },
    },
    'pins-lost': {
      title: previewTexts['trouble.pins-title'], text: previewTexts['trouble.pins-missing'], safe: previewTexts['trouble.safe-pins'], path: registry, calm: false,
      action: { kind: 'review', label: said('trouble.review-all', { count: 128 }) },
    },
    foreign: {
      title: previewTexts['trouble.foreign-title'], text: said('trouble.foreign', { owner: 'root' }), safe: previewTexts['trouble.safe-opens'], path: registry, calm: false,
      action: { kind: 'copy', label: previewTexts['trouble.copy-command'], command: `sudo chown "$USER" '${registry}'` },
    },
    newer: { title: previewTexts['trouble.newer-title'], text: said('trouble.newer', { schema: 2 }), safe: previewTexts['trouble.safe-opens'], path: registry, calm: true, action: null },
  });

  const command = '/home/ana/.local/bin/portico-tray --show quick';
  /** The keys from anywhere, by what is said about them. */
  const hotkeys = /** @type {Record<string, any>} */ ({
    off: { status: 'off', keys: null, shown: null, offer: false, command, note: null },
    on: { status: 'on', keys: 'Ctrl+Alt+KeyP', shown: 'Ctrl + Alt + P', offer: false, command, note: null },
    offer: { status: 'off', keys: null, shown: null, offer: true, command, note: null },
    'bad-keys': { status: 'off', keys: null, shown: null, offer: true, command, note: null },
    taken: { status: 'taken', keys: 'Ctrl+Alt+KeyP', shown: 'Ctrl + Alt + P', offer: false, command, note: 'Another program has taken these keys.' },
    'by-desktop': { status: 'by-desktop', keys: null, shown: null, offer: true, command, note: null },
  });

  const HOUR = 3_600_000;
  /** What was opened of every customer. */
  const opened = [
    { at: Date.now() - 20 * 60_000, portal_name: 'Microsoft Defender', via: 'window', result: 'handed-over' },
    { at: Date.now() - 3 * HOUR, portal_name: 'Microsoft Entra', via: 'tray', result: 'handed-over' },
    { at: Date.now() - 26 * HOUR, portal_name: 'Microsoft Defender', via: 'terminal', result: 'failed' },
    { at: Date.now() - 70 * HOUR, portal_name: 'Intune', via: 'launcher', result: null },
    { at: Date.now() - 900 * HOUR, portal_name: 'SharePoint', via: 'window', result: 'handed-over' },
  ];

  /** What there is to look at and accept, by name. */
  const reviews = /** @type {Record<string, object>} */ ({
    review: review([
      { field: 'Tenant ID', old: '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44', new: '8f3c1d52-6a0b-4a3e-9d51-0c2b6f1e7a44' },
    ], { request }),
    'review-long': review([
      { field: 'Name', old: 'Contoso Pharmaceuticals', new: `Contoso ${'Very Long Holding Company Name '.repeat(9)}`.trim() },
      { field: 'Tenant ID', old: '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44', new: '11111111-2222-4333-8444-555555555501' },
      { field: 'Cloud', old: 'public', new: 'gcc-high' },
      { field: 'Domain', old: 'contoso.com', new: 'contoso.com.a-domain-that-is-rather-long-too.holding.example' },
      { field: 'Initial domain', old: 'contoso.onmicrosoft.com', new: null },
      { field: 'SharePoint label', old: null, new: 'c0ntoso' },
      { field: 'Aliases', old: 'Contoso Pharma, CP', new: '<img src=x onerror="document.title=1">, حلول كونتوسو, CP' },
    ]),
    lost: {
      ...review([]), title: previewTexts['review.lost-title'], text: previewTexts['review.lost'], yes: said('review.accept-all', { count: 5_000 }),
      customers: [...previewRows('nasty'), ...previewMany(4_993)], accept: { identity: null, seen: '1' },
    },
  });

  /** @param {object[]} differences @param {object} [more] */
  function review(differences, more = {}) {
    return {
      title: said('review.title', { name: 'Contoso Pharmaceuticals' }), text: previewTexts[differences.length === 1 ? 'review.swapped' : 'review.changed'], differences,
      customers: [], yes: 'request' in more ? previewTexts['review.accept-and-open'] : previewTexts['review.accept'], accept: { identity: request.identity, seen: '0' }, request: null, ...more,
    };
  }

  /** @param {string} key @param {Record<string, string | number>} values */
  function said(key, values) {
    const text = previewTexts[key];
    const form = typeof text === 'string' ? text : text[values.count === 1 ? 'one' : 'other'];
    return form.replace(/\{([a-z]+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => String(values[name]));
  }

  /** What a link leads to: `…/which` names nobody, `…/unknown` somebody else, `…/refused` two. */
  /** @param {string} link @param {string} query */
  function linked(link, query) {
    const rows = previewRows('calm').slice(0, 3).map((row) => ({ ...row, name_marks: [] }));
    const [first] = rows;
    const page = (/** @type {any} */ row) => ({ ...row, url: row.url.replace('/?', '/incidents/4127?') });
    const message = { kind: 'message', link, title: previewTexts['link.two-title'], text: previewTexts['link.two'], value: 'contoso.com\nfabrikam.com', offer: null };
    const clouds = [{ key: 'public', name: 'Public' }, { key: 'gcc', name: 'GCC' }];
    const offer = { tenant_id: '11111111-2222-4333-8444-555555555509', portal: 'Microsoft Defender', clouds, cloud: state === 'link-clouds' ? null : 'public' };
    const none = { rows: [], total: 0, preselect: false };
    const base = { query, rows, total: rows.length, customers: 128, preselect: true, problem: problems[state] ?? null, registry };
    if (link.includes('/which')) return { ...base, rows: rows.map(page), preselect: query !== '' && !query.includes('/'), link: { kind: 'which', link, portal: 'Microsoft Defender', page: '/incidents/4127' } };
    if (link.includes('/unknown')) return { ...base, ...none, link: { ...message, title: previewTexts['link.unknown-id-title'], text: previewTexts['link.unknown-id'], value: offer.tenant_id, offer } };
    if (link.includes('/refused')) return { ...base, ...none, link: message };
    return { ...base, rows: [page(first)], total: 1, link: { kind: 'named', link } };
  }

  /** @param {string} query @param {string | null} [link] */
  function answer(query, link = null) {
    if (/^https?:/.test(query)) return linked(query, query);
    if (link !== null) return linked(link, query);
    const rows = query === '' ? previewRows('home') : previewRows('calm');
    const base = { query, rows, total: rows.length, customers: 128, preselect: true, problem: problems[state] ?? null, registry };
    const none = { rows: [], total: 0, preselect: false };
    switch (state) {
      case 'empty': return { ...base, ...none, customers: 0 };
      case 'none': return { ...base, ...none };
      case 'start': return query ? base : { ...base, rows: rows.map((row) => ({ ...row, section: null, favorite: false })), preselect: false };
      case 'tie': return { ...base, preselect: false };
      case 'weak': return { ...base, rows: rows.slice(4), total: 1, preselect: false };
      case 'many': return { ...base, rows: previewMany(24), total: 310 };
      case 'nasty': return { ...base, rows: previewRows('nasty'), total: 7 };
      case 'signs': return { ...base, rows: previewRows('signs'), total: 3 };
      case 'problem-only': case 'gone': return { ...base, ...none, customers: 0 };
      default: return base;
    }
  }

  /** @param {string} identity */
  function portalsOf(identity) {
    const own = state === 'nasty' ? previewRows('nasty') : [];
    const row = [...own, ...previewRows('home'), ...previewRows('calm'), ...previewRows('signs'), ...previewRows('nasty'), ...previewMany(24)].find((one) => one.identity === identity);
    if (!row || state === 'portals-gone') throw { code: 'Gone', message: 'This customer is not registered any more.' };
    const rows = previewPortals(row);
    if (state !== 'portals-blocked') return rows;
    return rows.map((/** @type {any} */ one) => ({ ...one, url: null, warning: null, blocked: `${one.portal_name} is not known in the cloud of this customer.` }));
  }

  const stub = {
    state, listeners,
    /** @type {{ command: string, args: any }[]} */
    calls: [],
    /** @type {Record<string, (args: any) => any>} */
    commands: {
      start: () => ({ texts: previewTexts, platform: asked.get('platform') ?? 'linux', rounded: asked.has('rounded'), language: asked.get('language') ?? 'en-US', version: '0.1.0' }),
      search: ({ query, link }) => {
        if (state === 'search-fails') throw { code: 'Io', message: 'The registry is locked by another program. Close it and try again.' };
        return state === 'slow' && query ? new Promise(() => {}) : answer(query, link);
      },
      open_portal: ({ request: { confirmed } }) => {
        if (state === 'fails') throw failed;
        if (state === 'pins-lost') throw { code: 'PinsLost', message: previewTexts['open.pins-lost'] };
        if (state === 'signs') return { outcome: 'reviews', review: reviews['review'] };
        return state === 'asks' && !confirmed ? { outcome: 'asks', question } : { outcome: 'opened' };
      },
      pending: () => {
        if (state === 'pending-failed') return { kind: 'failed', error: failed, request: { ...request, confirmed: false } };
        if (state === 'pending-asks') return { kind: 'asks', question };
        if (reviews[state]) return { kind: 'reviews', review: reviews[state] };
        return state === 'notice' ? { kind: 'notice', title: 'This desktop shows no tray icons', text: 'Portico keeps running and will appear in the tray as soon as there is one. On GNOME, install the AppIndicator extension.' } : null;
      },
      portals: ({ identity }) => portalsOf(identity),
      set_favorite: () => stub.emit('changed'),
      show_in_manage: () => stub.emit('hidden'),
      history: () => (state === 'no-history' ? [] : opened),
      hotkey: () => hotkeys[state] ?? hotkeys.on,
      set_hotkey: ({ keys }) => {
        if (state === 'bad-keys') throw { code: 'BadKeys', message: 'Add Ctrl, Alt or Super: a key alone would be missing everywhere else.' };
        return keys === null ? hotkeys.off : { ...hotkeys.on, keys, shown: keys.replace(/Key|Digit/, '').replaceAll('+', ' + ') };
      },
      decline_hotkey: () => null,
      add_from_link: () => null,
      review: () => reviews[state === 'pins-lost' ? 'lost' : 'review'],
      accept: () => null,
      restore: () => null,
      painted: () => null,
      // As Rust does: whatever hid the window, the page is told.
      dismiss: () => stub.emit('hidden'),
      hold: () => null,
      overview: () => ({
        customers: state === 'empty' || state === 'problem-only' ? [] : overviewCustomers(Number(asked.get('count') ?? 128)), problem: problems[state] ?? null,
        registry, registry_source: 'default',
        folders: { data: '/home/ana/.local/share/portico', config: '/home/ana/.config/portico', state: '/home/ana/.local/state/portico' },
      }),
      'plugin:event|listen': ({ event, handler }) => {
        (listeners[event] ??= []).push(/** @type {any} */ (callbacks[handler]));
        return 1;
      },
    },
    /** @param {string} event @param {unknown} [payload] */
    emit(event, payload = null) {
      for (const listener of listeners[event] ?? []) listener({ event, id: 1, payload });
    },
    answer, problems, reviews, hotkeys, opened,
  };

  /** @param {number} count */
  function overviewCustomers(count) {
    const calm = [...previewRows('calm'), ...previewRows('home').filter((row) => /North|Malm|Wide/.test(row.name)), ...(state === 'nasty' ? previewRows('nasty') : [])];
    return [...calm, ...previewMany(Math.max(0, count - calm.length))]
      .map(({ identity, ...row }) => ({ ...row, tenant_id: identity.split('/')[1] }));
  }

  Object.assign(window, {
    stub,
    __TAURI_INTERNALS__: {
      /** @param {string} command @param {object} [args] */
      async invoke(command, args) {
        stub.calls.push({ command, args });
        const handle = stub.commands[command];
        if (!handle) throw `command ${command} not found`;
        return handle(/** @type {any} */ (args ?? {}));
      },
      /** @param {(event: object) => void} callback */
      transformCallback: (callback) => callbacks.push(callback) - 1,
    },
  });
})();
