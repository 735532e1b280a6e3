/** How long a frame may take to come; a window that is hidden or covered gets none. */
const NO_FRAME_MS = 80;

/**
 * Calls back once, when what is in the page now is on the screen, as far as a page can know.
 *
 * @param {() => void} callback
 */
export function afterPaint(callback) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    callback();
  };
  // requestAnimationFrame runs before the frame is painted; the timer started in it runs after.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, NO_FRAME_MS);
}
