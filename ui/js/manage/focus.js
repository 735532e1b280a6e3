/** Returns whether no element that can be seen has the focus: what had it is gone, or the window has just opened. */
export function isFocusLost() {
  const { activeElement: focused } = document;
  return focused === null || focused === document.body || !focused.checkVisibility();
}
