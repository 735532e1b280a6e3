/**
 * Where the panel of quick open stands: in place of the rows. While it does, the window does not hide itself.
 *
 * @typedef {object} Stage
 * @property {() => boolean} isCovered
 * @property {(draw: (host: HTMLElement) => void) => void} cover  Puts a panel there, in place of the one before.
 * @property {() => void} uncover
 */

import { hold } from './backend.js';
import { byId } from './element.js';

/** @returns {Stage} */
export function createStage() {
  const main = byId('main');
  const panel = byId('panel');
  return {
    isCovered: () => !panel.hidden,
    cover(draw) {
      hold(true).catch(console.error);
      main.hidden = true;
      draw(panel);
      // The title of the window is gone with the rows.
      panel.querySelector('.panel-title')?.setAttribute('aria-level', '1');
    },
    uncover() {
      if (!panel.hidden) hold(false).catch(console.error);
      panel.hidden = true;
      panel.replaceChildren();
      main.hidden = false;
    },
  };
}
