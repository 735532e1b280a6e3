/**
 * The states of the customers' window, by name.
 *
 * @typedef {import('./scenes.js').Scene} Scene
 */

/** @param {string} selector */
const there = (selector) => `document.querySelector(${JSON.stringify(selector)}) !== null`;

const LIST = there('#list .customer');
const DETAIL = there('.detail-head');
const FORM = there('#field-name');
const DIALOG = there('dialog[open]');
const NOTICE = there('.notice');
const FIRST = 'ArrowDown';

/** @param {string} state @param {string} ready @param {string[]} [keys] @returns {Scene} */
const manage = (state, ready, keys = []) => ({ page: 'manage', state, ready, keys });

/** @type {Record<string, Scene>} */
export const manageScenes = {
  customers: manage('home', LIST),
  'customers-search': manage('home', there('#list mark'), ['text:con']),
  'customers-none': manage('home', there('.list-state .state'), ['text:qqq']),
  'customers-none-in-scope': manage('home', there('.list-state .button'), ['click:[data-place="customers/favorites"]', 'click:#search', 'text:bellows']),
  'customers-nasty': manage('nasty', LIST, ['click:[data-place="customers"]']),
  'customers-signs': manage('signs', there('.detail-warning'), [FIRST, 'ArrowUp', 'text:contoso', FIRST, 'Enter']),
  'customers-foreign': manage('foreign', LIST),
  'customers-fails': manage('overview-fails', there('.page-instead .state')),
  'customers-problem': manage('problem-only', there('.page-instead .state')),
  'customers-many': manage('home', there('.many-tiles .monogram'), [FIRST, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter']),
  'customers-all': manage('home', there('.many-rest'), [FIRST, 'Control+a', 'Enter']),
  customer: manage('home', DETAIL, ['text:pharma', FIRST, 'Enter']),
  'customer-end': manage('home', DETAIL, ['text:pharma', FIRST, 'Enter', 'click:#field-confirm', 'scroll:.detail']),
  'customer-browser': manage('browsers-rules', there('.detail-opens'), ['text:pharma', FIRST, 'Enter']),
  'customer-browser-gone': manage('browsers-nasty', there('.detail-opens .rule-trouble'), ['text:pharma', FIRST, 'Enter']),
  'customer-nasty': manage('nasty', DETAIL, ['text:very long', FIRST, 'Enter']),
  'customer-rtl': manage('nasty', DETAIL, ['text:24/7', FIRST, 'Enter']),
  'customer-markup': manage('nasty', DETAIL, ['text:markup', FIRST, 'Enter']),
  'customer-slow': manage('slow', there('.detail-empty'), [FIRST, 'Enter']),
  'customer-help': manage('home', there('.form-help:not([hidden])'), ['text:pharma', FIRST, 'Enter', 'click:.link-button[aria-expanded]']),
  'customer-error': manage('home', there('.form-error:not([hidden])'), ['text:pharma', FIRST, 'Enter', 'fill:#field-tenant_id=8f3c1d52', 'click:.form-buttons .primary']),
  'customer-blocked': manage('home', DIALOG, ['text:pharma', FIRST, 'Enter', 'click:.portal.is-blocked']),
  'customer-asks': manage('asks', DIALOG, [FIRST, 'Control+Enter']),
  'customer-open-fails': manage('fails', DIALOG, [FIRST, 'Control+Enter']),
  'customer-remove': manage('home', DIALOG, [FIRST, 'Delete']),
  'customers-remove': manage('home', DIALOG, [FIRST, 'Control+a', 'Delete']),
  'customer-unsaved': manage('home', DIALOG, ['text:pharma', FIRST, 'Enter', 'fill:#field-name=Contoso Health', 'click:[data-place="help"]']),
  'customer-conflict': manage('home', there('.conflict'), ['text:pharma', FIRST, 'Enter', 'fill:#field-group=Pharma', 'fill:#field-name=Contoso Health', 'elsewhere:group=Hospitals', 'elsewhere:name=Contoso P.', 'click:.form-buttons .primary']),
  'customer-theirs': manage('home', there('.form-theirs:not([hidden])'), ['text:pharma', FIRST, 'Enter', 'fill:#field-name=Contoso Health', 'elsewhere:name=Contoso P.', 'changed:']),
  'customer-new': manage('home', FORM, ['Control+n']),
  'customer-new-found': manage('home', there('.looked-up:not([hidden])'), ['Control+n', 'fill:#field-domain=adatum.example', 'click:.form-with-button .button']),
  'customer-new-several': manage('home', there('.looked-up .button'), ['Control+n', 'fill:#field-domain=several.example', 'click:.form-with-button .button']),
  'customer-group': manage('home', there('[role=combobox][aria-expanded=true]'), ['Control+n', 'fill:#field-group=', 'click:#field-group']),
  notice: manage('home', NOTICE, [FIRST, 'Control+d']),
  failure: manage('read-only', there('.notice.is-failure'), [FIRST, 'Control+d']),
  welcome: manage('empty', there('.welcome')),
  'welcome-add': manage('empty', FORM, ['click:.welcome .primary']),
  help: manage('home', there('.guide-address:not(:empty)'), ['F1']),
};
