/**
 * Help: where a tenant ID is found, what else an MSSP needs, the keys.
 *
 * @typedef {import('./page.js').MakePage} MakePage
 */

import { el } from '../element.js';
import { t } from '../texts.js';
import { helpLink, steps } from './find-tenant-id.js';
import { isFocusLost } from './focus.js';

/** @type {MakePage} */
export function createHelpPage(root, shell) {
  const title = el('h1', 'page-title', t('frame.help'));
  title.tabIndex = -1;
  const scroller = el('div', 'page-scroller');
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', t('frame.help'));
  root.append(scroller);
  let isDrawn = false;

  return {
    show() {
      if (!isDrawn) draw();
      isDrawn = true;
      if (isFocusLost()) title.focus({ preventScroll: true });
    },
    changed: () => {},
  };

  function draw() {
    scroller.replaceChildren(el(
      'div', 'page-body guide', title, el('p', 'page-lead', t('guide.lead')),
      part(t('guide.find-title'), steps(), helpLink(shell, 'entra', t('guide.open-entra')), el('p', 'guide-note', t('guide.older-names'))),
      part(t('guide.other-title'), list('guide.other-look-up', 'guide.other-shell', 'guide.other-partner')),
      part(t('guide.mistakes-title'), list('guide.mistake-subscription', 'guide.mistake-length', 'guide.mistake-own')),
      part(t('guide.proof-title'), el('p', '', t('guide.proof'))),
      part(
        t('guide.related-title'),
        topic('guide.access-title', 'guide.access', 'grant-access'), topic('guide.alerts-title', 'guide.alerts', 'notifications'),
        topic('guide.fetch-title', 'guide.fetch', 'fetch-alerts'), topic('guide.gdap-title', 'guide.gdap', 'gdap'),
      ),
      part(t('guide.keys-title'), keys()),
    ));
  }

  /**
   * @param {string} heading
   * @param {string} text
   * @param {import('./help.js').HelpKey} key
   */
  function topic(heading, text, key) {
    return el('div', 'guide-topic', el('h3', 'guide-subtitle', t(heading)), el('p', '', t(text)), helpLink(shell, key, t('guide.read')));
  }

  function keys() {
    const main = shell.started.platform === 'macos' ? '⌘' : 'Ctrl+';
    return el('dl', 'guide-keys', ...[
      [`${main}F`, 'guide.key-search'], [`${main}N`, 'guide.key-new'], ['↑ ↓', 'guide.key-move'], ['Shift+↑ ↓', 'guide.key-range'], [`${main}A`, 'guide.key-all'],
      ['Enter', 'guide.key-enter'], [`${main}Enter`, 'guide.key-open'], [`${main}D`, 'guide.key-star'], ['Delete', 'guide.key-remove'], [`${main}S`, 'guide.key-save'],
      [`${main}Z`, 'guide.key-undo'], ['Esc', 'guide.key-escape'], [`${main.replace('+', ' ')}+ − 0`, 'guide.key-zoom'], ['F1', 'guide.key-help'],
    ].map(([key = '', text = '']) => el('div', 'guide-key', el('dt', '', el('kbd', 'key', key)), el('dd', '', t(text)))));
  }
}

/**
 * @param {string} heading
 * @param {...Node} children
 */
function part(heading, ...children) {
  return el('section', 'guide-part', el('h2', 'guide-title', heading), ...children);
}

/** @param {...string} keys */
function list(...keys) {
  return el('ul', 'guide-list', ...keys.map((key) => el('li', '', t(key))));
}
