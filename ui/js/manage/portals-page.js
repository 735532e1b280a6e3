/**
 * Portals: which there are, in whose order; and the person's own.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./choices.js').Catalogue} Catalogue
 * @typedef {import('./choices.js').Portal} Portal
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./portal-list.js').Arranged} Arranged
 * @typedef {import('./page.js').Shell} Shell
 */

import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { arrangePortals, catalogue, removePortal, savePortal } from './choices.js';
import { loadingView, troubleView } from './page-states.js';
import { createPortalForm } from './portal-form.js';
import { createPortalList } from './portal-list.js';

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 * @returns {Page}
 */
export function createPortalsPage(root, shell) {
  const list = createPortalList({ onArrange: arrange, onEdit: edit, onRemove: remove });
  const problems = el('div', 'portal-problems');
  const add = actButton(t('portals.add'), () => edit(null), { className: 'button primary' });
  const overview = el('div', 'page-scroller', el('div', 'page-body', el('div', 'portals-head', el('div', '', el('h1', 'page-title', t('portals.title')), el('p', 'page-lead', t('portals.lead'))), add), problems, list.element));
  /** @type {ReturnType<typeof createPortalForm> | null} */
  let form = null;
  /** Answers to questions before the last one come too late. */
  let asked = 0;
  let isRead = false;
  let isSaving = false;
  /** What is to be saved next. @type {Arranged | null} */
  let wanted = null;

  return {
    show: look,
    changed() { if (!root.hidden) look(); },
    async leave() {
      return (await mayDiscard()) && (closeForm(), true);
    },
  };

  async function look() {
    if (isSaving) return;
    const question = (asked += 1);
    if (!isRead) root.replaceChildren(loadingView(t('portals.title')));
    try {
      const all = await catalogue();
      if (question === asked) draw(all);
    } catch (failure) {
      if (question === asked && !form) root.replaceChildren(troubleView(t('portals.title'), t('portals.failed'), /** @type {Failure} */ (failure).message, look));
    }
  }

  /** @param {Catalogue} all */
  function draw(all) {
    isRead = true;
    problems.replaceChildren(...all.problems.map((problem) => el('p', 'portal-problem', icon('warning'), named(problem))));
    list.draw(all);
    if (!form && !root.contains(overview)) root.replaceChildren(overview);
  }

  /**
   * What was done shows at once, and is saved in the order in which it was done. When it cannot be, what is so comes back.
   *
   * @param {Arranged} arranged
   */
  async function arrange(arranged) {
    asked += 1;
    list.draw(arranged);
    wanted = arranged;
    if (isSaving) return;
    isSaving = true;
    try {
      while (wanted) {
        const { portals, default: chosen } = /** @type {Arranged} */ (wanted);
        wanted = null;
        const all = await arrangePortals({ order: portals.map(({ id }) => id), off: portals.filter(({ on }) => !on).map(({ id }) => id), default: chosen });
        if (!wanted) draw(all);
      }
    } catch (failure) {
      wanted = null;
      shell.fail(failure);
      isSaving = false;
      await look();
    }
    isSaving = false;
  }

  /** @param {Portal | null} portal */
  function edit(portal) {
    form = createPortalForm(portal, shell.overview()?.clouds ?? [{ key: 'public', name: t('portal.cloud-public') }], {
      async onSave(entry) {
        const all = await savePortal(entry);
        asked += 1;
        closeForm();
        draw(all);
        shell.tell(t('portals.saved', { name: entry.name }));
        // A new one is the last.
        list.focus(portal?.id ?? all.portals.at(-1)?.id ?? '');
      },
      async onCancel() {
        if (!(await mayDiscard())) return;
        closeForm();
        if (portal) list.focus(portal.id);
        else add.focus();
      },
    });
    root.replaceChildren(el('div', 'page-scroller', el('div', 'page-body', form.element)));
    form.focus();
  }

  async function mayDiscard() {
    if (!form?.isDirty()) return true;
    return shell.ask({ title: t('portals.discard-title'), text: t('portals.discard-text'), yes: t('portals.discard'), danger: true });
  }

  function closeForm() {
    if (!form) return;
    form = null;
    root.replaceChildren(overview);
  }

  /** @param {Portal} portal */
  async function remove({ id, name }) {
    const sure = await shell.ask({ title: t('portals.remove-title', { name }), text: t('portals.remove-text'), yes: t('portals.remove-yes'), danger: true });
    if (!sure) return;
    try {
      const all = await removePortal(id);
      asked += 1;
      draw(all);
      shell.tell(t('portals.removed', { name }));
      add.focus();
    } catch (failure) {
      shell.fail(failure);
    }
  }
}
