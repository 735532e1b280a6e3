/** The seam: the names and arguments of the IPC contract, and errors in one shape. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as backend from '../../ui/js/backend.js';

/** @type {{ command: string, args: any }[]} */
let calls = [];
/** @type {(command: string) => unknown} */
let answer = () => null;
/** @type {((event: object) => void)[]} */
const callbacks = [];

Object.assign(globalThis, {
  window: {
    __TAURI_INTERNALS__: {
      invoke: async (/** @type {string} */ command, /** @type {object} */ args) => {
        calls.push({ command, args });
        return answer(command);
      },
      transformCallback: (/** @type {(event: object) => void} */ callback) => callbacks.push(callback) - 1,
    },
  },
});

test('commands carry what the contract says', async () => {
  calls = [];
  const request = { identity: 'public/8f3c', portal: 'defender', name: 'Contoso', confirmed: false };
  await backend.search('con');
  await backend.search('con', 'https://x');
  await backend.openPortal(request);
  await backend.addFromLink({ link: 'https://x', name: 'Contoso', cloud: null });
  await backend.hold(true);
  await backend.accept({ identity: null, seen: '1f' });
  await backend.restore('registry-1.json');
  const change = { identity: 'public/8f3c', name: 'Contoso', favorite: true };
  await backend.setFavorite(change);
  for (const call of [backend.portals, backend.history, backend.showInManage]) await call('public/8f3c');
  for (const keys of ['Ctrl+Alt+KeyP', null]) await backend.setHotkey(keys);
  await backend.dismiss(true);
  answer = (command) => (command === 'overview' ? { customers: { identity: [] } } : null);
  const plain = [
    backend.start, backend.pending, backend.review, backend.painted, backend.overview, backend.hotkey, backend.declineHotkey,
  ];
  for (const call of plain) await call();
  answer = () => null;
  assert.deepEqual(calls, [
    { command: 'search', args: { query: 'con', link: null } }, { command: 'search', args: { query: 'con', link: 'https://x' } },
    { command: 'open_portal', args: { request } }, { command: 'add_from_link', args: { add: { link: 'https://x', name: 'Contoso', cloud: null } } },
    { command: 'hold', args: { held: true } }, { command: 'accept', args: { accept: { identity: null, seen: '1f' } } },
    { command: 'restore', args: { backup: 'registry-1.json' } },
    { command: 'set_favorite', args: { change } },
    ...['portals', 'history', 'show_in_manage'].map((command) => ({ command, args: { identity: 'public/8f3c' } })),
    { command: 'set_hotkey', args: { keys: 'Ctrl+Alt+KeyP' } }, { command: 'set_hotkey', args: { keys: null } },
    { command: 'dismiss', args: { opened: true } },
    ...['start', 'pending', 'review', 'painted', 'overview', 'hotkey', 'decline_hotkey'].map((command) => ({ command, args: {} })),
  ]);
});

test('customers come in columns, and are one each', async () => {
  const customer = {
    identity: 'public/8f3c', name: 'Contoso', domain: 'contoso.com', group: null, tags: ['tier1'], cloud_badge: null, favorite: true, changed: false, lookalike: true,
    monogram: 'C', color: 3,
  };
  const other = { ...customer, identity: 'gcc-high/8f3d', name: 'Fabrikam', cloud_badge: 'GCC High', favorite: false, changed: true, lookalike: false };
  const columns = Object.fromEntries(Object.keys(customer).map((key) => [key, [customer, other].map((/** @type {any} */ one) => (typeof one[key] === 'boolean' ? Number(one[key]) : one[key]))]));
  answer = () => ({ customers: columns, read_only: false });
  assert.deepEqual(await backend.overview(), { customers: [customer, other], read_only: false });
  answer = () => null;
});

test('events arrive with their payload', async () => {
  calls = [];
  const seen = /** @type {unknown[]} */ ([]);
  await backend.onSection((section) => seen.push(section));
  assert.equal(calls[0]?.args.event, 'section');
  assert.deepEqual(calls[0]?.args.target, { kind: 'Any' });
  callbacks[calls[0]?.args.handler]?.({ event: 'section', id: 1, payload: 'settings' });
  assert.deepEqual(seen, ['settings']);
});

test('each event has the name that Rust sends', async () => {
  for (const [listen, event] of /** @type {[(callback: () => void) => Promise<unknown>, string][]} */ ([
    [backend.onShow, 'show'], [backend.onHidden, 'hidden'], [backend.onPending, 'pending'], [backend.onChanged, 'changed'],
  ])) {
    calls = [];
    let times = 0;
    await listen(() => { times += 1; });
    assert.equal(calls[0]?.args.event, event);
    callbacks[calls[0]?.args.handler]?.({ event, id: 1, payload: null });
    assert.equal(times, 1, event);
  }
});

test('whatever is thrown, the failure has a code and a message', async () => {
  for (const [thrown, expected] of /** @type {[unknown, object][]} */ ([
    [{ code: 'BrowserFailed', message: 'No browser.', url: 'https://x' }, { code: 'BrowserFailed', message: 'No browser.', url: 'https://x' }],
    [{ code: 'Other', message: 'No.' }, { code: 'Other', message: 'No.', url: null }],
    // Tauri's own
    ['Command search not found', { code: 'Unknown', message: 'Command search not found' }],
    [new Error('broken'), { code: 'Unknown', message: 'broken', url: null }],
    [undefined, { code: 'Unknown', message: 'undefined' }],
  ])) {
    answer = () => { throw thrown; };
    await assert.rejects(backend.search(''), (failure) => { assert.deepEqual(failure, expected); return true; });
  }
});
