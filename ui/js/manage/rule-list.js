/**
 * The rules for browsers: who opens in which, the more specific first. What is drawn stays as long as nothing changed.
 *
 * @typedef {import('./browsers.js').Rule} Rule
 *
 * @typedef {object} Doing
 * @property {(rule: Rule) => unknown} onEdit
 * @property {(rule: Rule) => unknown} onRemove
 * @property {(rule: Rule) => unknown} onTry
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { fold, matches } from '../fold.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { ordered, ruleFor } from './browser-ways.js';
import { searchField } from './search-field.js';

/** So many are seen at once. */
const FEW = 8;

/** @param {Doing} doing */
export function createRuleList({ onEdit, onRemove, onTry }) {
  const search = searchField(t('browsers.search-rules'), apply);
  const list = el('ul', 'rules');
  list.setAttribute('aria-label', t('browsers.rules'));
  const none = el('p', 'browsers-none');
  const element = el('div', '', search.element, list, none);
  /** @type {Rule[]} */
  let all = [];
  let drawn = '';

  return { element, draw, focus };

  /** @param {Rule[]} rules */
  function draw(rules) {
    const wanted = JSON.stringify(rules);
    if (wanted === drawn) return;
    drawn = wanted;
    const at = document.activeElement instanceof HTMLElement && list.contains(document.activeElement) ? document.activeElement.dataset : null;
    const before = { whom: at?.['whom'], part: at?.['part'] };
    all = ordered(rules);
    search.element.hidden = all.length <= FEW;
    if (search.element.hidden) search.input.value = '';
    show();
    if (before.part) /** @type {HTMLElement | undefined} */ (controls().find(({ dataset }) => dataset['whom'] === before.whom && dataset['part'] === before.part))?.focus();
  }

  function apply() {
    const count = show();
    announce(count === 0 ? t('browsers.no-rule-matches') : t('browsers.count', { count }));
  }

  /** Returns how many are shown. */
  function show() {
    const filter = fold(search.input.value.trim());
    const shown = all.filter(({ name, opens }) => matches(fold(`${name}\n${opens}`), filter));
    list.replaceChildren(...shown.map(row));
    list.hidden = shown.length === 0;
    none.hidden = shown.length > 0;
    none.textContent = t(all.length === 0 ? 'browsers.no-rules' : 'browsers.no-rule-matches');
    return shown.length;
  }

  /** @param {Rule} rule */
  function row(rule) {
    const { whom, name, note, way, opens, trouble } = rule;
    const act = (/** @type {string} */ part, /** @type {string} */ label, /** @type {(rule: Rule) => unknown} */ doing, className = '') => {
      const button = actButton(label, () => doing(rule), { className: `button small ${className}`.trim() });
      button.setAttribute('aria-label', `${label}: ${name}`);
      Object.assign(button.dataset, { part, whom: keyOf(rule) });
      return button;
    };
    return el(
      'li', trouble ? 'rule is-trouble' : 'rule',
      el('div', 'rule-main', el('p', 'rule-who', el('span', 'badge', t(`browsers.kind-${whom.kind}`)), named(name, 'rule-name'), note && named(note, 'rule-note')), trouble ? el('p', 'rule-trouble', icon('warning'), named(trouble)) : el('p', 'rule-opens', `${t('browsers.opens-in')} `, named(opens))),
      el('div', 'rule-acts', way && !trouble && act('try', t('browsers.try'), onTry), act('edit', t('browsers.change'), onEdit), act('remove', t('browsers.remove'), onRemove, 'danger')),
    );
  }

  /** Returns whether the rule is there. @param {import('./browsers.js').Whom} whom */
  function focus(whom) {
    const rule = ruleFor(all, whom);
    const button = rule && controls().find(({ dataset }) => dataset['whom'] === keyOf(rule) && dataset['part'] === 'edit');
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
    return Boolean(button);
  }

  function controls() {
    return /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-part]')]);
  }
}

/** @param {Rule} rule */
function keyOf({ whom }) {
  return `${whom.kind}/${whom.key}`;
}
