/**
 * The form of a rule: who opens in which browser, profile and window. Only what is there can be chosen, but for what the rule has already.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('../backend.js').Overview} Overview
 * @typedef {import('./browsers.js').Browsers} Browsers
 * @typedef {import('./browsers.js').Rule} Rule
 * @typedef {import('./browsers.js').RuleEntry} RuleEntry
 * @typedef {import('./browsers.js').Way} Way
 * @typedef {import('./browsers.js').Whom} Whom
 * @typedef {import('./field.js').Field} Field
 *
 * @typedef {object} Doing
 * @property {(entry: RuleEntry) => Promise<unknown>} onSave  Rejects with why it is not saved.
 * @property {() => unknown} onCancel
 * @property {(way: Way) => unknown} onTry
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { fold } from '../fold.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';
import { customerChoices, DEFAULT_WAY, isSameWay, KINDS, ruleFor } from './browser-ways.js';
import { combobox } from './combobox.js';
import { selectControl } from './controls.js';
import { createField } from './field.js';
import { picker } from './picker.js';
import { scopesOf } from './scopes.js';
import { createWayFields } from './way-fields.js';

/** What is missing, by what the rule is about. */
const CHOOSE = {
  tenant: 'browsers.choose-tenant', group: 'browsers.choose-group', cloud: 'browsers.choose-cloud', portal: 'browsers.choose-portal',
};

/**
 * @param {Rule | null} rule  Null: a new one.
 * @param {Whom | null} preset  Whom a new one is about.
 * @param {Browsers} browsers
 * @param {Overview | null} overview
 * @param {Doing} doing
 */
export function createRuleForm(rule, preset, browsers, overview, { onSave, onCancel, onTry }) {
  const customers = overview?.customers ?? [];
  const groups = scopesOf(customers).flatMap(({ scope }) => (scope.kind === 'group' ? [scope.name] : []));
  const kind = createField('rule-kind', t('browsers.for'), selectControl(KINDS.map((key) => ({ key, name: t(`browsers.kind-${key}`) }))));
  /** @type {Record<Whom['kind'], Field>} */
  const whose = {
    tenant: createField('rule-tenant', t('browsers.kind-tenant'), picker(customerChoices(customers))),
    group: createField('rule-group', t('browsers.kind-group'), combobox(() => groups)),
    cloud: createField('rule-cloud', t('browsers.kind-cloud'), selectControl(overview?.clouds ?? [])),
    portal: createField('rule-portal', t('browsers.kind-portal'), selectControl(overview?.portals ?? [])),
  };
  const ways = createWayFields(browsers.browsers, rule?.way ?? DEFAULT_WAY);
  const known = el('p', 'rule-known');
  const trouble = el('p', 'form-error');
  trouble.setAttribute('role', 'alert');
  const save = actButton(t('portals.save'), send, { className: 'button primary' });
  const title = el('h1', 'page-title', rule ? named(t('browsers.edit-title', { name: rule.name })) : t('browsers.add-title'));
  const element = el(
    'form', 'rule-form', title, el('p', 'page-lead', t('browsers.form-lead')), ...(rule ? [] : [kind.element, ...KINDS.map((key) => whose[key].element)]), known, ways.element, trouble,
    el('div', 'portal-buttons', save, actButton(t('browsers.try'), attempt), actButton(t('quick.cancel'), onCancel)),
  );
  let rules = browsers.rules;
  /** Where a rule for the same opens, as the person was told. */
  let told = rule;
  let isTried = false;

  if (preset) {
    kind.write(preset.kind);
    whose[preset.kind].write(preset.key);
  }
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('keydown', (event) => {
    if (isComposing(event) || event.repeat || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      save.click();
    }
  });
  element.addEventListener('input', changed);
  element.addEventListener('change', changed);
  drawWhom();
  look();
  const base = snapshot();

  return { element, focus, update, isDirty: () => snapshot() !== base };

  function focus() {
    (rule || preset ? ways.input : kind.input).focus();
  }

  /** What is in the fields, also what is only half entered. */
  function snapshot() {
    return JSON.stringify([...element.querySelectorAll('input, select')].map((one) => [one.id, /** @type {HTMLInputElement} */ (one).value]));
  }

  /** @returns {Whom} */
  function whom() {
    if (rule) return rule.whom;
    const chosen = /** @type {Whom['kind']} */ (kind.read());
    return { kind: chosen, key: (whose[chosen].read() ?? '').trim() };
  }

  function changed() {
    trouble.textContent = '';
    drawWhom();
    look();
    if (isTried) check();
  }

  function drawWhom() {
    for (const key of KINDS) whose[key].element.hidden = key !== kind.read();
  }

  /** The rules are others now. @param {Browsers} now */
  function update(now) {
    rules = now.rules;
    ways.update(now.browsers);
    look();
  }

  /** Says what saving would replace, and what is wrong with it. */
  function look() {
    const there = ruleFor(rules, whom());
    const opens = there?.opens || t('browsers.nowhere');
    const text = rule ? toldOf(there, opens) : there ? t('browsers.exists', { browser: opens }) : '';
    told = there;
    if (known.textContent !== text && text) announce(text);
    known.textContent = text;
    known.hidden = text === '';
  }

  /** @param {Rule | null} there @param {string} opens */
  function toldOf(there, opens) {
    if (!there) return t('browsers.gone-meanwhile');
    return isSameWay(there.way, rule?.way ?? null) ? there.trouble ?? '' : t('browsers.changed-meanwhile', { browser: opens });
  }

  /** Returns the first field that lacks something, after it was said. */
  function check() {
    const { kind: chosen, key } = whom();
    const field = whose[chosen];
    const isMissing = !rule && key === '';
    const isNobody = !rule && chosen === 'group' && key !== '' && !groups.some((group) => fold(group) === fold(key));
    field.say(isMissing ? t(CHOOSE[chosen]) : '', isNobody ? t('browsers.no-group') : '', document.activeElement === field.input);
    return isMissing ? field.input : ways.check();
  }

  async function send() {
    isTried = true;
    const wrong = check();
    if (wrong) return wrong.focus();
    try {
      await onSave({ whom: whom(), way: ways.read(), base: told?.way ?? null, back: false });
    } catch (failure) {
      trouble.textContent = /** @type {Failure} */ (failure).message;
    }
  }

  async function attempt() {
    const wrong = ways.check();
    if (wrong) return wrong.focus();
    await onTry(ways.read());
  }
}
