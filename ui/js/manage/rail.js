/** The rail beside a long page: its headings, and which one is read. One stop of the Tab key, arrows inside. */

import { el } from '../element.js';
import { roving } from './roving.js';

/**
 * @param {HTMLElement} scroller
 * @param {string} label
 */
export function createRail(scroller, label) {
  const element = el('nav', 'rail');
  element.setAttribute('aria-label', label);
  /** @type {{ heading: HTMLElement, button: HTMLElement }[]} */
  const stops = [];
  const rove = roving(element, 'button');
  scroller.addEventListener('scroll', mark, { passive: true });
  return { element, add, mark };

  /**
   * @param {HTMLElement} heading  Takes the focus.
   * @param {string} name
   */
  function add(heading, name) {
    const button = el('button', 'rail-item', name);
    button.type = 'button';
    button.addEventListener('click', () => {
      heading.scrollIntoView({ block: 'start' });
      heading.focus({ preventScroll: true });
    });
    stops.push({ heading, button });
    element.append(button);
  }

  /** The last one may be too short to come to the top. */
  function mark() {
    const top = scroller.getBoundingClientRect().top + 90;
    const isAtEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
    const read = isAtEnd ? stops.at(-1) : stops.findLast(({ heading }) => heading.getBoundingClientRect().top <= top) ?? stops[0];
    for (const { button } of stops) {
      if (button === read?.button) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    rove();
  }
}
