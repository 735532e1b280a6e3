/** Dragging the rows of a list to another place. Keys and buttons do the same. */

/**
 * @param {HTMLElement} list  Its children are the rows; what is dragged in them has `draggable`.
 * @param {(from: number, to: number) => void} onMove  Places before and after.
 */
export function dragRows(list, onMove) {
  let from = -1;

  list.addEventListener('dragstart', (event) => {
    from = placeOf(event.target);
    event.dataTransfer?.setData('text/plain', '');
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  list.addEventListener('dragover', (event) => {
    const to = from < 0 ? -1 : gapAt(event);
    if (to < 0) return;
    event.preventDefault();
    mark(to);
  });
  list.addEventListener('drop', (event) => {
    const gap = from < 0 ? -1 : gapAt(event);
    if (gap < 0) return;
    event.preventDefault();
    const to = gap > from ? gap - 1 : gap;
    if (to !== from) onMove(from, to);
  });
  list.addEventListener('dragend', () => {
    from = -1;
    mark(-1);
  });

  /** @param {EventTarget | null} target */
  function placeOf(target) {
    return target instanceof Element ? [...list.children].findIndex((row) => row.contains(target)) : -1;
  }

  /**
   * Returns between which rows the pointer is: 0 is before the first.
   *
   * @param {DragEvent} event
   */
  function gapAt({ target, clientY }) {
    const at = placeOf(target);
    const row = list.children[at];
    if (!row) return -1;
    const { top, height } = row.getBoundingClientRect();
    return clientY > top + height / 2 ? at + 1 : at;
  }

  /** @param {number} gap */
  function mark(gap) {
    [...list.children].forEach((row, at) => {
      row.classList.toggle('is-drop-before', at === gap);
      row.classList.toggle('is-drop-after', at === gap - 1 && gap === list.children.length);
    });
  }
}
