/**
 * What stands around the rows of quick open: the banner above them, and what is said in their place.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./portals.js').Shown} Shown
 * @typedef {import('./results.js').Doing} Doing
 */

import { byId } from './element.js';
import { offerBanner } from './offer.js';
import { problemBanner } from './problems.js';
import { searchFailed, stateOf, stateView } from './states.js';

/** @param {Doing} doing */
export function createSurroundings(doing) {
  /** What is drawn, as text. */
  let drawn = '';

  return { draw, fail };

  /**
   * Draws both, when they are others: a button in them may have the focus. Returns whether keys are offered.
   *
   * @param {Shown} answer
   * @param {string} text
   * @param {boolean} offering
   */
  function draw(answer, text, offering) {
    const { problem, customers, registry, link, of, portals } = answer;
    const state = stateOf(answer);
    // One banner at a time: what is wrong comes first.
    const offers = offering && !problem && !of && state === 'rows';
    const wanted = JSON.stringify([
      state, problem, registry, offers, link && [link.kind, state !== 'rows' && link], state === 'none' && [text, customers, of?.identity, portals],
    ]);
    if (wanted === drawn) return offers;
    drawn = wanted;
    const banner = problem && state !== 'problem' ? problemBanner(problem, doing.onRemedy) : offers && offerBanner(doing.offering);
    byId('banner').replaceChildren(...(banner ? [banner] : []));
    const view = stateView(answer, text, doing);
    byId('state').replaceChildren(...(view ? [view] : []));
    return offers;
  }

  /** @param {Failure} failure */
  function fail(failure) {
    drawn = '';
    byId('banner').replaceChildren();
    byId('state').replaceChildren(searchFailed(failure));
  }
}
