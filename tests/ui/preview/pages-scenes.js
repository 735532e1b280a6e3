/**
 * The states of the pages import, portals, history and settings, by name.
 *
 * @typedef {import('./scenes.js').Scene} Scene
 */

/** @param {string} selector */
const there = (selector) => `document.querySelector(${JSON.stringify(selector)}) !== null`;

/** @param {string} page @param {string} state @param {string} ready @param {string[]} [keys] @returns {Scene} */
const on = (page, state, ready, keys = []) => ({ page: 'manage', state, ready, keys: [`click:[data-place="${page}"]`, `wait:#page-${page} > *`, ...keys] });

const READ = ['fill:.import-text=x', 'click:.import-paste .button'];
const PREVIEW = there('.import-preview');
const STATE = there('.page:not([hidden]) .page-state');
const LOADING = there('.page:not([hidden]) .page-loading');
const DIALOG = there('dialog[open]');
const RULES = there('.rule');
const OWN = there('.arranged-own');

/** @type {Record<string, Scene>} */
export const pagesScenes = {
  import: on('import', 'home', there('.import-start')),
  'import-last': on('import', 'import-last', there('.import-last')),
  'import-take-back': on('import', 'import-last', DIALOG, ['wait:.import-last .button:not([aria-disabled])', 'click:.import-last .button']),
  'import-reading': on('import', 'import-slow', LOADING, READ),
  'import-fails': on('import', 'import-fails', there('.import-trouble'), READ),
  'import-unusable': on('import', 'import-unusable', there('.import-trouble'), READ),
  'import-new': on('import', 'import', PREVIEW, READ),
  'import-changed': on('import', 'import', PREVIEW, [...READ, 'click:#tab-changed']),
  'import-conflicts': on('import', 'import', PREVIEW, [...READ, 'click:#tab-conflicts']),
  'import-skipped': on('import', 'import', PREVIEW, [...READ, 'click:#tab-skipped']),
  'import-known': on('import', 'import-known', PREVIEW, READ),
  'import-columns': on('import', 'import-columns', there('.columns'), READ),
  'import-notes': on('import', 'import-mapped', there('.import-note'), READ),
  'import-many': on('import', 'import-many', PREVIEW, [...READ, 'scroll:.pick-list']),
  'import-nasty': on('import', 'import-nasty', PREVIEW, READ),
  'import-nasty-changed': on('import', 'import-nasty', PREVIEW, [...READ, 'click:#tab-changed', 'click:.import-name-of-list']),
  'verify-running': on('import', 'verify-running', there('.verify-running:not([hidden])'), ['scroll:#page-import .page-scroller']),
  'verify-done': on('import', 'verify-done', there('.verify-finding'), ['scroll:#page-import .page-scroller']),
  'verify-stopped': on('import', 'verify-stopped', there('.verify-result.is-trouble'), ['scroll:#page-import .page-scroller']),
  settings: on('settings', 'home', there('.settings .switch')),
  'settings-opening': on('settings', 'home', there('.settings .switch'), ['click:.rail-item:nth-child(3)']),
  'settings-end': on('settings', 'settings-elsewhere', there('.backup'), ['scroll:.settings']),
  'settings-error': on('settings', 'settings-not-saved', there('.settings .add-error:not([hidden]):not(:empty)'), ['click:.settings .switch']),
  'settings-hotkey': on('settings', 'home', there('.settings .hotkey-field'), ['click:.hotkey-setting .button']),
  'settings-environment': on('settings', 'settings-environment', there('.backup'), ['click:.rail-item:nth-child(6)']),
  'settings-no-backups': on('settings', 'settings-no-backups', there('.settings .switch'), ['click:.rail-item:nth-child(6)']),
  'settings-backup': on('settings', 'settings-nasty', DIALOG, ['click:[data-backup]']),
  'settings-fails': on('settings', 'settings-fails', STATE),
  'settings-slow': on('settings', 'settings-slow', LOADING),
  'portals-page': on('portals', 'home', there('.arranged-row')),
  'portals-page-open': on('portals', 'home', there('.arranged-row'), ['click:[data-portal=exchange] .arranged-more', 'click:[data-portal=mto] .arranged-more']),
  'portals-page-nasty': on('portals', 'portals-nasty', OWN, ['click:[data-portal=evil] .arranged-more', 'scroll:#page-portals .page-scroller']),
  'portals-page-add': on('portals', 'home', there('.portal-form'), ['click:.portals-head .button']),
  'portals-page-fix': on('portals', 'home', there('.portal-fix .button'), ['click:.portals-head .button', 'fill:#field-template-public=https://kibana.example/?t=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44']),
  'portals-page-edit': on('portals', 'home', there('.portal-preview'), ['click:[data-portal=sentinel] .arranged-more', 'click:[data-part=edit]']),
  'portals-page-remove': on('portals', 'home', DIALOG, ['click:[data-portal=sentinel] .arranged-more', 'click:[data-part=remove]']),
  'portals-page-fails': on('portals', 'portals-fails', STATE),
  browsers: on('browsers', 'browsers-rules', RULES),
  'browsers-end': on('browsers', 'browsers-rules', RULES, ['click:.found-profiles summary', 'scroll:#page-browsers .page-scroller']),
  'browsers-no-rules': on('browsers', 'home', there('.found-browser')),
  'browsers-none': on('browsers', 'browsers-none-problem', there('#page-browsers .portal-problem')),
  'browsers-gone': on('browsers', 'browsers-gone', there('.rule-trouble')),
  'browsers-nasty': on('browsers', 'browsers-nasty', RULES, ['scroll:#page-browsers .page-scroller']),
  'browsers-nasty-rules': on('browsers', 'browsers-nasty', RULES),
  'browsers-unclear': on('browsers', 'browsers-unclear', there('.rules-unclear .portal-problem')),
  'browsers-many': on('browsers', 'browsers-many', there('.profile'), ['click:.found-profiles summary']),
  'browsers-many-rules': on('browsers', 'browsers-many-rules', RULES, ['fill:#page-browsers .search-field=group 29']),
  'browsers-add': on('browsers', 'home', there('.rule-form'), ['click:#page-browsers .portals-head .button', 'fill:#field-rule-tenant=con']),
  'browsers-add-exists': on('browsers', 'browsers-rules', there('.rule-known:not([hidden])'), ['click:#page-browsers .portals-head .button', 'fill:#field-rule-kind=group', 'fill:#field-rule-group=healthcare']),
  'browsers-add-wrong': on('browsers', 'home', there('.rule-form .form-error:not([hidden])'), ['click:#page-browsers .portals-head .button', 'click:.rule-form .primary']),
  'browsers-edit': on('browsers', 'browsers-rules', there('#field-rule-window'), ['click:[data-whom="group/Healthcare"][data-part=edit]']),
  'browsers-edit-gone': on('browsers', 'browsers-gone', there('.rule-form'), ['click:[data-whom="group/Retail"][data-part=edit]']),
  'browsers-remove-for-good': on('browsers', 'browsers-gone', DIALOG, ['click:[data-whom="cloud/dod"][data-part=remove]']),
  'browsers-fail': on('browsers', 'browsers-fails', STATE),
  openings: on('history', 'home', there('.opening')),
  'openings-nasty': on('history', 'history-nasty', there('.opening')),
  'openings-many': on('history', 'history-many', there('.opening'), ['scroll:.openings .pick-list']),
  'openings-filtered': on('history', 'home', there('.opening'), ['fill:.openings .search-field=malmo']),
  'openings-no-match': on('history', 'home', there('.openings .state'), ['fill:.openings .search-field=qqq']),
  'openings-none': on('history', 'history-none', STATE),
  'openings-off': on('history', 'history-off', STATE),
  'openings-fail': on('history', 'history-fails', STATE),
};
