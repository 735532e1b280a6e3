/** What a panel offers after a failure, a question, a refusal. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { blockedPanel, failurePanel, noticePanel, questionPanel } from '../../ui/js/panels.js';
import { useTexts } from '../../ui/js/texts.js';

useTexts(JSON.parse(readFileSync(new URL('../../src-tauri/locales/en.json', import.meta.url), 'utf8')));

const request = { identity: 'public/8f3c', portal: 'defender', name: 'Contoso', confirmed: false };
const url = 'https://security.microsoft.com/?tid=8f3c';
const labels = (/** @type {import('../../ui/js/panels.js').Panel} */ panel) => panel.actions.map(({ label }) => label);

test('a browser that did not start: the link in full, and the same request again', () => {
  const panel = failurePanel({ code: 'BrowserFailed', message: 'No browser.', url }, request);
  assert.equal(panel.url, url);
  assert.deepEqual([panel.title, panel.text], ['Could not open Contoso', 'No browser.']);
  assert.deepEqual(labels(panel), ['Try again', 'Back']);
  assert.deepEqual(panel.actions[0]?.send, request);
});

test('without a request there is nothing to try again, and nobody to name', () => {
  const panel = failurePanel({ code: 'BrowserFailed', message: '', url }, null);
  assert.deepEqual([labels(panel), panel.title, panel.url], [['Back'], 'Nothing was opened', url]);
});

test('a refusal is not offered again and shows no link', () => {
  const panel = failurePanel({ code: 'PinRefused', message: 'It changed.' }, request);
  assert.deepEqual([labels(panel), panel.url, panel.title], [['Back'], null, 'Nothing was opened']);
});

test('the code decides, not the words of the message', () => {
  const panel = failurePanel({ code: 'Other', message: 'BrowserFailed: the browser did not start' }, request);
  assert.deepEqual(labels(panel), ['Back']);
});

test('a question: Cancel has the focus, Yes waits and sends exactly what Rust asked about', () => {
  const confirmed = { ...request, name: 'Contoso Health', confirmed: true };
  const panel = questionPanel({ title: 'Renamed', text: '', old_name: 'Contoso', new_name: 'Contoso Health', yes: 'Open it', request: confirmed });
  const [yes, cancel] = panel.actions;
  assert.deepEqual([yes?.label, yes?.slow, yes?.focus ?? false, yes?.send], ['Open it', true, false, confirmed]);
  assert.deepEqual([cancel?.label, cancel?.focus, cancel?.send], ['Cancel', true, null]);
  assert.deepEqual(panel.names, { before: 'Contoso', now: 'Contoso Health' });
});

test('a question without names has none side by side', () => {
  assert.equal(questionPanel({ title: '', text: '', old_name: null, new_name: null, yes: 'Yes', request }).names, null);
});

test('a row that cannot be opened says so by name, and opens nothing', () => {
  const panel = blockedPanel({ name: 'Litware', blocked: 'No label.' });
  assert.deepEqual([panel.title, panel.text], ['Cannot open Litware', 'No label.']);
  assert.ok(panel.actions.every(({ send }) => send === null));
});

test('a notice only goes away', () => {
  assert.deepEqual(labels(noticePanel({ title: 'No tray', text: '' })), ['Continue']);
});
