/** Rules for browsers: which one is meant, who is offered, and where something opens. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { customerChoices, isSameWay, ordered, profileLabel, ruleFor, wayOf, windowOf, windowsOf } from '../../ui/js/manage/browser-ways.js';

/** @param {string} kind @param {string} key @returns {any} */
const rule = (kind, key, name = key) => ({ whom: { kind, key }, name });

test('rules stand as they count, and by name among their like', () => {
  const rules = [rule('portal', 'a'), rule('group', 'Branch 10'), rule('tenant', 'z'), rule('cloud', 'gcc'), rule('group', 'branch 9')];
  assert.deepEqual(ordered(rules).map(({ name }) => name), ['z', 'branch 9', 'Branch 10', 'gcc', 'a']);
});

test('a group is the same in any spelling; nothing else is', () => {
  const rules = [rule('group', 'Hälsa'), rule('cloud', 'gcc'), rule('portal', 'gcc')];
  assert.equal(ruleFor(rules, { kind: 'group', key: ' halsa ' }), rules[0]);
  assert.equal(ruleFor(rules, { kind: 'portal', key: 'gcc' }), rules[2]);
  assert.equal(ruleFor(rules, { kind: 'cloud', key: 'GCC' }), null);
  assert.equal(ruleFor(rules, { kind: 'tenant', key: '' }), null);
});

test('no two customers are offered under one label', () => {
  /** @param {string} identity @param {string} name @param {string | null} domain @returns {any} */
  const customer = (identity, name, domain) => ({ identity, name, domain });
  const choices = customerChoices([
    customer('public/1', 'Contoso', 'contoso.com'), customer('gcc/1', 'Contoso', 'contoso.com'), customer('public/2', 'Contoso', null), customer('public/3', 'Adatum', null),
  ]);
  assert.deepEqual(choices, [
    { key: 'public/3', name: 'Adatum' }, { key: 'public/1', name: 'Contoso (public/1)' }, { key: 'gcc/1', name: 'Contoso (gcc/1)' }, { key: 'public/2', name: 'Contoso' },
  ]);
});

test('a profile is known by its name and its account, once', () => {
  const profile = { key: 'x', containers: [] };
  assert.equal(profileLabel({ ...profile, name: 'Admin', account: 'a@contoso.com' }), 'Admin · a@contoso.com');
  assert.equal(profileLabel({ ...profile, name: 'Admin (a@contoso.com)', account: 'a@contoso.com' }), 'Admin (a@contoso.com)');
  assert.equal(profileLabel({ ...profile, name: 'Admin', account: null }), 'Admin');
});

test('windows are those that the browser and the profile have, and what was chosen', () => {
  /** @type {any} */
  const firefox = { has_profiles: true, profiles: [{ key: 'a', containers: ['C'] }, { key: 'b', containers: [] }] };
  for (const [browser, profile, chosen, expected] of /** @type {[any, string | null, string, string[]][]} */ ([
    [null, null, 'usual', ['usual']], [{ has_profiles: false, profiles: [] }, null, 'usual', ['usual']], [firefox, null, 'usual', ['usual', 'private']],
    [firefox, 'a', 'usual', ['usual', 'private', 'container:C']], [firefox, 'b', 'container:C', ['usual', 'private', 'container:C']], [null, null, 'private', ['usual', 'private']],
  ])) assert.deepEqual(windowsOf(browser, profile, chosen), expected);
});

test('what is chosen goes as it is and comes back the same', () => {
  for (const window of ['usual', 'private', 'container:private', 'container:']) {
    const way = wayOf('firefox', 'a', window);
    assert.equal(windowOf(way), window);
    assert.ok(isSameWay(way, wayOf('firefox', 'a', window)) && !isSameWay(way, wayOf('firefox', '', window)), window);
  }
  assert.deepEqual(wayOf('default', '', 'usual'), { browser: 'default', profile: null, private: false, container: null });
  assert.ok(isSameWay(null, null) && !isSameWay(null, wayOf('default', '', 'usual')));
});
