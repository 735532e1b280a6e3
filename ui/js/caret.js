/**
 * Where the caret stands in the search field, as far as the arrows care.
 *
 * @typedef {object} Caret
 * @property {boolean} atStart  Before the first letter.
 * @property {boolean} atEnd  After the last one.
 * @property {boolean} selecting  Some text is selected, there or elsewhere in the page.
 * @property {boolean} leftward  The text runs from right to left, and so does the caret.
 */

/**
 * @param {HTMLInputElement} input
 * @returns {Caret}
 */
export function caretOf(input) {
  const { selectionStart: start, selectionEnd: end, value } = input;
  const here = document.activeElement === input && start === end;
  return {
    atStart: here && start === 0,
    atEnd: here && end === value.length,
    selecting: start !== end || getSelection()?.toString() !== '',
    leftward: getComputedStyle(input).direction === 'rtl',
  };
}
