/**
 * Browsers: in which browser and profile a customer's portals open, and what there is to choose from.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./browsers.js').Browsers} Browsers
 * @typedef {import('./browsers.js').Rule} Rule
 * @typedef {import('./browsers.js').RuleEntry} RuleEntry
 * @typedef {import('./browsers.js').Way} Way
 * @typedef {import('./browsers.js').Whom} Whom
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./page.js').Shell} Shell
 */

import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { ruleFor } from './browser-ways.js';
import { browsers, saveRule, tryBrowser } from './browsers.js';
import { createFoundBrowsers } from './found-browsers.js';
import { loadingView, troubleView } from './page-states.js';
import { identityIn } from './place.js';
import { createRuleForm } from './rule-form.js';
import { createRuleList } from './rule-list.js';

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 * @returns {Page}
 */
export function createBrowsersPage(root, shell) {
  const list = createRuleList({ onEdit: (rule) => edit(rule, null), onRemove: remove, onTry: ({ way, opens }) => attempt(/** @type {Way} */ (way), opens) });
  const found = createFoundBrowsers();
  const unclear = el('div', 'rules-unclear');
  const add = actButton(t('browsers.add'), () => edit(null, null), { className: 'button primary' });
  const view = el('div', 'page-scroller', el(
    'div', 'page-body', el('div', 'portals-head', el('div', '', el('h1', 'page-title', t('browsers.title')), el('p', 'page-lead', t('browsers.lead'))), add),
    unclear, el('h2', 'import-heading', t('browsers.rules')), list.element, el('h2', 'import-heading', t('browsers.found')), found.element,
  ));
  /** @type {Browsers | null} */
  let all = null;
  /** @type {ReturnType<typeof createRuleForm> | null} */
  let form = null;
  /** Whose form is to be shown: the person comes from that customer, and goes back there. @type {string | null} */
  let wanted = null;
  /** Answers to questions before the last one come too late. */
  let asked = 0;
  let isSaving = false;

  // A profile that was made in the browser meanwhile is there when the person is back.
  window.addEventListener('focus', () => { if (!root.hidden && all) look(); });

  return {
    async show(rest) {
      const identity = identityIn(rest);
      if (identity !== null && !(await leave())) return;
      wanted = identity;
      await look();
    },
    changed() { if (!root.hidden) look(); },
    leave,
  };

  async function look() {
    if (isSaving) return;
    const question = (asked += 1);
    if (!all) root.replaceChildren(loadingView(t('browsers.title')));
    try {
      const now = await browsers();
      if (question === asked) draw(now);
    } catch (failure) {
      if (question !== asked || form) return;
      all = null;
      root.replaceChildren(troubleView(t('browsers.title'), t('browsers.failed'), /** @type {Failure} */ (failure).message, look));
    }
  }

  /** @param {Browsers} now */
  function draw(now) {
    all = now;
    const wrong = now.unclear;
    unclear.replaceChildren(...(wrong === null ? [] : [el(
      'div', 'portal-problem', icon('warning'), el('div', '', el('p', '', t('browsers.unclear'), ' ', named(wrong)), el('p', 'path', now.settings)),
    )]));
    list.draw(now.rules);
    found.draw(now);
    form?.update(now);
    if (wanted !== null && !form) {
      /** @type {Whom} */
      const whom = { kind: 'tenant', key: wanted };
      edit(ruleFor(now.rules, whom), whom);
    } else if (!form && !root.contains(view)) root.replaceChildren(view);
  }

  /**
   * @param {Rule | null} rule  Null: a new one.
   * @param {Whom | null} preset
   */
  function edit(rule, preset) {
    if (!all) return;
    form = createRuleForm(rule, preset, all, shell.overview(), {
      async onSave(entry) {
        const before = ruleFor(all?.rules ?? [], entry.whom);
        const now = await save(entry);
        closeForm();
        draw(now);
        const saved = ruleFor(now.rules, entry.whom);
        const undo = before && isForGood(before) ? undefined : takeBack({ ...entry, way: entry.base, base: entry.way }, saved?.name ?? '');
        shell.tell(t('browsers.saved', { name: saved?.name ?? '', browser: saved?.opens ?? '' }), undo);
        leaveTo(entry.whom);
      },
      async onCancel() {
        if (!(await leave())) return;
        leaveTo(rule?.whom ?? null);
      },
      onTry: (way) => attempt(way, ''),
    });
    root.replaceChildren(el('div', 'page-scroller', el('div', 'page-body', form.element)));
    form.focus();
  }

  /** Goes on where the person came from. @param {Whom | null} whom */
  function leaveTo(whom) {
    const from = wanted;
    wanted = null;
    if (from !== null) return shell.go(`customers/${from}`);
    if (!whom || !list.focus(whom)) add.focus();
  }

  /** Returns whether what is entered may go. */
  async function leave() {
    const may = !form?.isDirty() || await shell.ask({ title: t('portals.discard-title'), text: t('browsers.discard-text'), yes: t('portals.discard'), danger: true });
    if (may) closeForm();
    return may;
  }

  function closeForm() {
    if (!form) return;
    form = null;
    root.replaceChildren(view);
  }

  /** @param {RuleEntry} entry */
  async function save(entry) {
    isSaving = true;
    try {
      return await saveRule(entry);
    } finally {
      // What was asked before does not know of it.
      asked += 1;
      isSaving = false;
    }
  }

  /** @param {Rule} rule */
  async function remove(rule) {
    const { whom, way, name } = rule;
    if (isForGood(rule) && !(await shell.ask({ title: t('browsers.remove-title', { name }), text: t('browsers.remove-text'), yes: t('browsers.remove'), danger: true }))) return;
    try {
      draw(await save({ whom, way: null, base: way, back: false }));
      shell.tell(t('browsers.removed', { name }), isForGood(rule) ? undefined : takeBack({ whom, way, base: null, back: true }, name));
      add.focus();
    } catch (failure) {
      shell.fail(failure);
    }
  }

  /**
   * @param {RuleEntry} entry
   * @param {string} name
   */
  function takeBack(entry, name) {
    return async () => {
      draw(await save({ ...entry, back: true }));
      shell.tell(t('browsers.undone', { name }));
    };
  }

  /**
   * @param {Way} way
   * @param {string} opens
   */
  async function attempt(way, opens) {
    try {
      await tryBrowser(way);
      shell.tell(opens ? t('browsers.tried', { browser: opens }) : t('browsers.tried-this'));
    } catch (failure) {
      shell.fail(failure);
    }
  }
}

/**
 * Returns whether a rule cannot be brought back: what stands there makes no sense, or there are two of it.
 *
 * @param {Rule} rule
 */
function isForGood({ way, single }) {
  return way === null || !single;
}
