/**
 * Does what the menu of actions, its keys and the star say, and says that it was done. What it acts on comes in, as it was shown.
 *
 * @typedef {import('./actions.js').ActionName} ActionName
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Row} Row
 */

import { noLink } from './actions.js';
import { history, setFavorite, showInManage } from './backend.js';
import { copyText } from './copy.js';
import { drawHistoryPanel } from './history-panel.js';
import { t } from './texts.js';

/**
 * @param {ReturnType<typeof import('./results.js').createResults>} results
 * @param {ReturnType<typeof import('./opening.js').createOpening>} opening
 */
export function createActing(results, opening) {
  let busy = false;

  return { perform };

  /**
   * @param {ActionName} name
   * @param {Row} row
   */
  function perform(name, row) {
    switch (name) {
      case 'open': return opening.open(row, results.link()?.link ?? null);
      case 'portals': return results.enter(row);
      case 'copy-link': return copyLink(row);
      case 'copy-id': return copy(row.tenant_id, t('quick.copied-id', { name: row.name }));
      case 'favorite': return changeFavorite(row);
      case 'manage': return opening.attempt(() => showInManage(row.identity), () => {}, t('quick.action-failed'));
      case 'history': return opening.attempt(
        () => history(row.identity),
        (opened) => opening.cover((host) => drawHistoryPanel(host, row, opened, opening.back)), t('quick.action-failed'),
      );
    }
  }

  /** @param {Row} row */
  function copyLink(row) {
    const { url, name, portal_name: portal } = row;
    if (url === null) return results.say(noLink(row) ?? '');
    return copy(url, t('quick.copied-link', { name, portal }));
  }

  /**
   * @param {string} text
   * @param {string} said
   */
  async function copy(text, said) {
    results.say((await copyText(text)) ? said : t('quick.nothing-copied'));
  }

  /**
   * One press is one change, and the list follows: the row may stand elsewhere then, and stays selected.
   *
   * @param {Row} row
   */
  async function changeFavorite({ identity, name, favorite }) {
    if (busy) return;
    busy = true;
    await opening.attempt(() => setFavorite({ identity, name, favorite: !favorite }), () => {
      results.say(t(favorite ? 'quick.unfavored' : 'quick.favored', { name }));
      return results.refresh();
    }, t('quick.favorite-failed'));
    busy = false;
  }
}
