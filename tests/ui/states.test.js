/** What stands in place of rows, and the commands that people paste. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addCommand } from '../../ui/js/add-command.js';
import { stateOf } from '../../ui/js/states.js';

const row = /** @type {any} */ ({});
const problem = { title: '', text: '', safe: '', calm: false, path: null, action: null };

test('a registry that could not be read is never called empty', () => {
  assert.equal(stateOf({ rows: [], customers: 0, problem: null }), 'empty');
  assert.equal(stateOf({ rows: [], customers: 0, problem }), 'problem');
  assert.equal(stateOf({ rows: [], customers: 7, problem: null }), 'none');
  assert.equal(stateOf({ rows: [], customers: 7, problem }), 'none');
  assert.equal(stateOf({ rows: [row], customers: 7, problem }), 'rows', 'old rows are still of use');
});

test('what is said about a link stands where no row does, but never in place of a problem that hides the customers', () => {
  const link = /** @type {any} */ ({ kind: 'message' });
  assert.equal(stateOf({ rows: [], customers: 7, problem, link }), 'message');
  assert.equal(stateOf({ rows: [], customers: 0, problem: null, link }), 'message', 'the first customer may come from a link');
  assert.equal(stateOf({ rows: [], customers: 0, problem, link }), 'problem', 'it may name one that could not be read');
  assert.equal(stateOf({ rows: [], customers: 7, problem: null, link: /** @type {any} */ ({ kind: 'which' }) }), 'none');
});

test('the command has what was searched, when no shell can misread it', () => {
  for (const [query, expected] of [
    // Names
    ['Tailspin Toys', 'portico add "Tailspin Toys" TENANT_ID'], ['  Malmö Stad ', 'portico add "Malmö Stad" TENANT_ID'],
    // Tenant ID
    ['8F3C1D52-6A0B-4A3E-9D57-0C2B6F1E7A44', 'portico add "NAME" 8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44'],
    // Not for a shell
    ['$(reboot)', 'portico add "NAME" TENANT_ID'], ['a"; reboot', 'portico add "NAME" TENANT_ID'],
    ['`id`', 'portico add "NAME" TENANT_ID'], ['%PATH%', 'portico add "NAME" TENANT_ID'],
    ['wow!!', 'portico add "NAME" TENANT_ID'], ['a\\', 'portico add "NAME" TENANT_ID'],
    ['two\nlines', 'portico add "NAME" TENANT_ID'], ['--yes', 'portico add "NAME" TENANT_ID'],
    ['x'.repeat(300), 'portico add "NAME" TENANT_ID'],
  ]) assert.equal(addCommand(query ?? ''), expected, query);
});
