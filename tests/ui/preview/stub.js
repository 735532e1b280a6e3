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
  const unreadable = {
    title: 'The registry could not be read',
    text: 'Line 214 is not valid JSON. Nothing was changed; below are the customers as they were last read.', path: registry,
  };

  /** @param {string} query */
  function answer(query) {
    const rows = query === '' ? previewRows('home') : previewRows('calm');
    const base = { query, rows, total: rows.length, customers: 128, preselect: true, problem: null, registry };
    const none = { rows: [], total: 0, preselect: false };
    switch (state) {
      case 'empty': return { ...base, ...none, customers: 0 };
      case 'none': return { ...base, ...none };
      case 'start': return query ? base : { ...base, rows: rows.map((row) => ({ ...row, section: null, favorite: false })), preselect: false };
      case 'tie': return { ...base, preselect: false };
      case 'weak': return { ...base, rows: rows.slice(4), total: 1, preselect: false };
      case 'many': return { ...base, rows: previewMany(24), total: 310 };
      case 'nasty': return { ...base, rows: previewRows('nasty'), total: 7 };
      case 'problem': return { ...base, problem: unreadable };
      case 'problem-only': return { ...base, ...none, customers: 0, problem: unreadable };
      default: return base;
    }
  }

  const stub = {
    state, listeners,
    /** @type {{ command: string, args: any }[]} */
    calls: [],
    /** @type {Record<string, (args: any) => any>} */
    commands: {
      start: () => ({ texts: previewTexts, platform: asked.get('platform') ?? 'linux', rounded: asked.has('rounded'), language: 'en-US', version: '0.1.0' }),
      search: ({ query }) => {
        if (state === 'search-fails') throw { code: 'Io', message: 'The registry is locked by another program. Close it and try again.' };
        return state === 'slow' && query ? new Promise(() => {}) : answer(query);
      },
      open_portal: ({ request: { confirmed } }) => {
        if (state === 'fails') throw failed;
        if (state === 'refused') throw { code: 'PinRefused', message: 'The registry was changed by another program: contoso.com now belongs to another tenant ID. Run portico pins to see old and new.' };
        return state === 'asks' && !confirmed ? { outcome: 'asks', question } : { outcome: 'opened' };
      },
      pending: () => {
        if (state === 'pending-failed') return { kind: 'failed', error: failed, request: { ...request, confirmed: false } };
        if (state === 'pending-asks') return { kind: 'asks', question };
        return state === 'notice' ? { kind: 'notice', title: 'This desktop shows no tray icons', text: 'Portico keeps running and will appear in the tray as soon as there is one. On GNOME, install the AppIndicator extension.' } : null;
      },
      painted: () => null,
      // As Rust does: whatever hid the window, the page is told.
      dismiss: () => stub.emit('hidden'),
      hold: () => null,
      overview: () => ({
        customers: state === 'empty' ? [] : overviewCustomers(Number(asked.get('count') ?? 128)), problem: state === 'problem' ? unreadable : null,
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
    answer,
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
