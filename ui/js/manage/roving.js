/** Makes several buttons one stop of the Tab key: arrows, Home and End move inside. */

/**
 * Returns a function to be called when the buttons are others, or another one is the current.
 *
 * @param {HTMLElement} host
 * @param {string} selector  Finds the buttons in it, also those that come later.
 * @returns {() => void}
 */
export function roving(host, selector) {
  const items = () => /** @type {HTMLElement[]} */ ([...host.querySelectorAll(selector)]);

  host.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const all = items();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = at < 0 ? undefined : target(event.key, at, all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  });
  host.addEventListener('focusin', ({ target: focused }) => {
    if (items().includes(/** @type {HTMLElement} */ (focused))) stopAt(/** @type {HTMLElement} */ (focused));
  });

  return () => {
    const all = items();
    stopAt(all.find((one) => one === document.activeElement) ?? all.find((one) => one.hasAttribute('aria-current')) ?? all[0]);
  };

  /** @param {HTMLElement | undefined} stop */
  function stopAt(stop) {
    for (const one of items()) one.tabIndex = one === stop ? 0 : -1;
  }
}

/**
 * @param {string} key
 * @param {number} at
 * @param {number} count
 */
function target(key, at, count) {
  switch (key) {
    case 'ArrowDown': case 'ArrowRight': return Math.min(count - 1, at + 1);
    case 'ArrowUp': case 'ArrowLeft': return Math.max(0, at - 1);
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return undefined;
  }
}
