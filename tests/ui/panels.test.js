/** What a panel offers after a failure, a question, a refusal. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { blockedPanel, failurePanel, noticePanel, notDonePanel, questionPanel, reviewPanel } from '../../ui/js/panels.js';
import { useTexts } from '../../ui/js/texts.js';
import { textsOf } from './preview/locale.js';

useTexts(textsOf('en'));

const request = { identity: 'public/8f3c', portal: 'defender', name: 'Contoso', confirmed: false };
const url = 'https://security.microsoft.com/?tid=8f3c';
const review = {
  title: 'Changed', text: '', differences: [{ field: 'Domain', old: 'contoso.com', new: null }], customers: [], yes: 'Accept and open',
  accept: { identity: 'public/8f3c', seen: '1f' }, request,
};
const labels = (/** @type {import('../../ui/js/panels.js').Panel} */ panel) => panel.actions.map(({ label }) => label);

test('a browser that did not start: the link in full, and the same request again', () => {
  const panel = failurePanel({ code: 'BrowserFailed', message: 'No browser.', url }, request);
  assert.equal(panel.url, url);
  assert.deepEqual([panel.title, panel.text], ['Could not open Contoso', 'No browser.']);
  assert.deepEqual(labels(panel), ['Try again', 'Back']);
  assert.deepEqual(panel.actions[0]?.act, { do: 'open', request });
});

test('without a request there is nothing to try again, and nobody to name', () => {
  const panel = failurePanel({ code: 'BrowserFailed', message: '', url }, null);
  assert.deepEqual([labels(panel), panel.title, panel.url], [['Back'], 'Nothing was opened', url]);
});

test('a refusal is not offered again and shows no link', () => {
  const panel = failurePanel({ code: 'Gone', message: 'It is gone.' }, request);
  assert.deepEqual([labels(panel), panel.url, panel.title], [['Back'], null, 'Nothing was opened']);
});

test('the code decides, not the words of the message', () => {
  const panel = failurePanel({ code: 'Other', message: 'BrowserFailed: the browser did not start' }, request);
  assert.deepEqual(labels(panel), ['Back']);
});

test('a question: Cancel has the focus, Yes waits and sends exactly what Rust asked about', () => {
  const confirmed = { ...request, name: 'Contoso Health', confirmed: true };
  const panel = questionPanel({ title: 'Renamed', text: '', old_name: 'Contoso', new_name: 'Contoso Health', yes: 'Open it', request: confirmed });
  assertAsks(panel, 'Open it', { do: 'open', request: confirmed });
  assert.deepEqual(panel.differences, [{ field: 'Name', old: 'Contoso', new: 'Contoso Health' }]);
});

test('a question without names has none side by side', () => {
  assert.deepEqual(questionPanel({ title: '', text: '', old_name: null, new_name: null, yes: 'Yes', request }).differences, []);
});

test('a change: Cancel has the focus, and what is accepted is what was seen', () => {
  const panel = reviewPanel(review);
  assertAsks(panel, 'Accept and open', { do: 'accept', accept: review.accept, request });
  assert.deepEqual([panel.title, panel.differences], ['Changed', review.differences]);
});

test('lost pins: all customers, in the order in which people look for a name', () => {
  const customers = ['Branch 10', 'Åkeri', 'Branch 9'].map((name) => ({ name, domain: null, identity: `public/${name}` }));
  const panel = reviewPanel({ ...review, differences: [], customers, accept: { identity: null, seen: '2' }, request: null });
  assert.deepEqual(panel.customers?.map(({ name }) => name), ['Åkeri', 'Branch 9', 'Branch 10']);
  assert.deepEqual(panel.actions[0]?.act, { do: 'accept', accept: { identity: null, seen: '2' }, request: null });
});

test('lost pins refuse an open, and the way on leads to the customers', () => {
  const panel = failurePanel({ code: 'PinsLost', message: 'Pins are lost.' }, request);
  assert.deepEqual(labels(panel), ['Look through customers…', 'Back']);
  assert.deepEqual([panel.actions[0]?.act, panel.actions[0]?.focus], [{ do: 'review' }, true]);
});

test('what changed again is looked at again, and another failure only said', () => {
  const again = notDonePanel('Nothing was accepted', { code: 'ChangedAgain', message: 'Again.' });
  assert.deepEqual([again.title, again.text, again.actions[0]?.act], ['Nothing was accepted', 'Again.', { do: 'review' }]);
  assert.deepEqual(labels(notDonePanel('Nothing was accepted', { code: 'Gone', message: 'Gone.' })), ['Compare again…', 'Back'], 'under another tenant ID by now');
  assert.deepEqual(labels(notDonePanel('Nothing was accepted', { code: 'NotSaved', message: 'Full.' })), ['Back']);
});

test('a row that cannot be opened says so by name, and opens nothing', () => {
  const panel = blockedPanel({ name: 'Litware', blocked: 'No label.' });
  assert.deepEqual([panel.title, panel.text], ['Cannot open Litware', 'No label.']);
  assert.ok(panel.actions.every(({ act }) => act.do === 'back'));
});

test('a notice only goes away', () => {
  assert.deepEqual(labels(noticePanel({ title: 'No tray', text: '' })), ['Continue']);
});

/** @type {(panel: import('../../ui/js/panels.js').Panel, yes: string, act: object) => void} */
function assertAsks({ actions: [yes, cancel] }, label, act) {
  assert.deepEqual([yes?.label, yes?.slow, yes?.focus ?? false, yes?.act], [label, true, false, act]);
  assert.deepEqual([cancel?.label, cancel?.focus, cancel?.act], ['Cancel', true, { do: 'back' }]);
}
