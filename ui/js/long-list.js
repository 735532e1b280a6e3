/** A list of any length that is drawn only where it is looked at. */

import { rowsInView } from './viewport.js';

/**
 * Returns the list; `show` draws these items from now on. Rows all have the height that the stylesheet gives them.
 *
 * @template T
 * @param {HTMLElement} scroller
 * @param {HTMLElement} list  In the scroller; its rows stand at absolute places.
 * @param {(item: T) => HTMLElement} draw
 * @param {() => void} [onDrawn]  Other rows are in the page now.
 * @returns {{ show: (items: T[]) => void, reveal: (index: number) => void, keep: (index: number) => void }}
 *   `reveal` scrolls an item into the middle, `keep` as little as possible.
 */
export function createLongList(scroller, list, draw, onDrawn = () => {}) {
  /** @type {T[]} */
  let items = [];
  /** What is drawn now, to leave it alone while it fits. */
  let drawn = '';

  scroller.addEventListener('scroll', () => drawRows(), { passive: true });
  new ResizeObserver(() => drawRows()).observe(scroller);
  list.addEventListener('pointerover', tellWhole);

  return {
    show(all) {
      items = all;
      drawn = '';
      drawRows();
    },
    reveal(index) {
      scroller.scrollTop = (index + 0.5) * heightOfRow() - scroller.clientHeight / 2;
      drawRows();
    },
    keep(index) {
      if (index < 0) return;
      const rowHeight = heightOfRow();
      const { scrollTop, clientHeight } = scroller;
      const top = Math.min(scrollTop, index * rowHeight);
      scroller.scrollTop = Math.max(top, (index + 1) * rowHeight - clientHeight);
      drawRows();
    },
  };

  function drawRows() {
    const rowHeight = heightOfRow();
    const { first, end } = rowsInView({ scrollTop: scroller.scrollTop, height: scroller.clientHeight, rowHeight, count: items.length });
    const wanted = `${first}-${end}-${rowHeight}`;
    if (wanted === drawn) return;
    drawn = wanted;
    list.style.height = `${items.length * rowHeight}px`;
    list.replaceChildren(...items.slice(first, end).map((item, at) => {
      const row = draw(item);
      row.style.top = `${(first + at) * rowHeight}px`;
      // The rows around are not in the page; a screen reader still hears "7 of 3,000".
      row.setAttribute('aria-posinset', String(first + at + 1));
      row.setAttribute('aria-setsize', String(items.length));
      return row;
    }));
    onDrawn();
  }

  /**
   * What is cut is whole under the pointer. Measured only there: all rows at once would be laid out twice for each key in a search.
   *
   * @param {PointerEvent} event
   */
  function tellWhole({ target }) {
    const row = /** @type {Element} */ (target).closest('[role]');
    for (const text of /** @type {NodeListOf<HTMLElement>} */ (row?.querySelectorAll('bdi') ?? [])) {
      if (text.scrollWidth > text.clientWidth) text.title = text.textContent ?? '';
    }
  }

  /** The stylesheet decides; it differs between a wide and a narrow window. */
  function heightOfRow() {
    const [item] = items;
    const row = list.firstElementChild ?? (item !== undefined && list.appendChild(draw(item)));
    return (row && row.getBoundingClientRect().height) || 50;
  }
}
