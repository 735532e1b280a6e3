/**
 * Makes elements. Text becomes text nodes, always: a customer may be called `<img src=x onerror=…>`.
 *
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {...Child} children  Empty ones are left out.
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, className = '', ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * Returns a name in a direction of its own, so that a right-to-left name cannot reorder what stands beside it.
 *
 * @param {string} name
 * @param {string} [className]
 */
export function named(name, className = '') {
  const element = el('bdi', className, name);
  element.dir = 'auto';
  return element;
}

/**
 * Returns the element of the page with this id, which the page is known to have.
 *
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element has this id: ${id}`);
  return element;
}
