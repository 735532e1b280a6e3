/**
 * The one file that knows Tauri. Everything else imports the functions below.
 *
 * JavaScript holds no shell, opener, file or HTTP permission: it sends who, which portal and the name shown. Nothing here draws.
 *
 * @typedef {[start: number, end: number]} Mark  UTF-16 offsets of a matched part.
 *
 * @typedef {object} Row
 * @property {string} identity  Opaque here: `public/8f3c1d52-…`.
 * @property {string} tenant_id  To be copied.
 * @property {number | null} opened_at  When the customer was opened last, if that is known: milliseconds since 1970.
 * @property {string} portal  Opaque here: `defender`.
 * @property {string} name  Hostile text, made safe to show, not safe as HTML.
 * @property {Mark[]} name_marks
 * @property {null | { text: string, marks: Mark[] }} also  The alias that matched.
 * @property {string | null} domain
 * @property {Mark[]} domain_marks
 * @property {string | null} group
 * @property {string} cloud  `public cloud`.
 * @property {string | null} cloud_badge  Only when the cloud is not the public one.
 * @property {null | 'favorites' | 'recent' | 'others'} section
 * @property {boolean} favorite
 * @property {string} monogram
 * @property {number} color  0 to 11.
 * @property {string} portal_name
 * @property {string | null} browser  Where it opens, hostile text as the name is; null for the default browser.
 * @property {string | null} warning
 * @property {string | null} url  The exact address Enter will open; null where it opens none.
 * @property {string | null} blocked  Why it cannot be opened; `url` is null then.
 * @property {string | null} changed  It was changed outside Portico: Enter compares; `url` and `blocked` are null then.
 * @property {string | null} lookalike  Which other name it could be taken for; `domain` is there then, or the tenant ID in it.
 *
 * @typedef {{ kind: 'restore', label: string, backup: string } | { kind: 'review', label: string }
 *   | { kind: 'copy', label: string, command: string }} Remedy
 *
 * @typedef {object} Problem
 * @property {string} title
 * @property {string} text  What happened.
 * @property {string} safe  What is safe.
 * @property {string | null} path
 * @property {boolean} calm  Nothing is broken, and nothing has to be done now.
 * @property {Remedy | null} action  What to press.
 *
 * @typedef {object} Answer
 * @property {string} query
 * @property {Row[]} rows  At most 24, in order.
 * @property {number} total
 * @property {number} customers
 * @property {boolean} preselect
 * @property {Problem | null} problem
 * @property {string} registry
 * @property {Linked | null} [link]  When the rows are about a link.
 *
 * @typedef {{ tenant_id: string, portal: string, clouds: { key: string, name: string }[], cloud: string | null }} Offer
 *   A tenant that could be added; `cloud` is the key that is meant when nobody knows better.
 *
 * @typedef {{ kind: 'named', link: string } | Which | Message} Linked
 *   `link` is opaque here: it goes back as it came, and is never opened or shown.
 * @typedef {{ kind: 'which', link: string, portal: string, page: string }} Which
 *   It names nobody: the rows are those for whom its page can be opened.
 * @typedef {{ kind: 'message', link: string, title: string, text: string, value: string | null, offer: Offer | null }} Message
 *   There are no rows, and this is why; `value` is what to look at.
 *
 * @typedef {{ identity: string, name: string, favorite: boolean }} FavoriteChange  `name` is the one that was shown.
 *
 * @typedef {{ at: number, portal_name: string, via: 'terminal' | 'launcher' | 'tray' | 'window', result: 'handed-over' | 'failed' | null }} Opened
 *   One opening: when, in milliseconds since 1970; from where; and whether a browser took it, where that is known.
 *
 * @typedef {object} Hotkey  The keys that bring up quick open from anywhere.
 * @property {'off' | 'on' | 'taken' | 'by-desktop'} status
 *   `taken`: by another program. `by-desktop`: this desktop lets no program take keys.
 * @property {string | null} keys  `Ctrl+Alt+KeyP`: modifiers and a `KeyboardEvent.code`.
 * @property {string | null} shown  The same for people.
 * @property {boolean} offer  Nobody has chosen or declined yet.
 * @property {string} command  What to bind in the desktop's own settings.
 * @property {string | null} note  A sentence about the status.
 *
 * @typedef {{ identity: string, name: string, confirmed: boolean } & ({ portal: string } | { link: string })} OpenRequest
 * @typedef {{ code: string, message: string, url?: string | null }} Failure
 *
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {string | null} old_name
 * @property {string | null} new_name
 * @property {string} yes
 * @property {OpenRequest} request
 *
 * @typedef {{ field: string, old: string | null, new: string | null }} Difference
 * @typedef {{ name: string, domain: string | null, identity: string }} Known
 * @typedef {{ identity: string | null, seen: string }} Accept  Opaque here: who, or all, and as what they were seen.
 *
 * @typedef {object} Review  What a person has to look at and accept before anything opens.
 * @property {string} title
 * @property {string} text
 * @property {Difference[]} differences  Of one customer that was changed.
 * @property {Known[]} customers  All of them, when there is nothing left to compare with; thousands, perhaps.
 * @property {string} yes
 * @property {Accept} accept
 * @property {OpenRequest | null} request  What to open once it is accepted.
 *
 * @typedef {{ outcome: 'opened' } | { outcome: 'asks', question: Question } | { outcome: 'reviews', review: Review }} Outcome
 * @typedef {{ kind: 'failed', error: Failure, request: OpenRequest | null } | { kind: 'asks', question: Question }
 *   | { kind: 'reviews', review: Review } | { kind: 'notice', title: string, text: string } | PendingLink} Pending
 * @typedef {{ kind: 'link', text: string | null, identity: string | null, portal: string | null }} PendingLink
 *   A link came from elsewhere: `text` to search for, null when it could not be read; `identity` and `portal` that it names.
 *
 * @typedef {'linux' | 'windows' | 'macos'} Platform
 * @typedef {{ texts: import('./texts.js').Texts, platform: Platform, rounded: boolean, language: string, version: string }} Started
 *
 * @typedef {object} Customer
 * @property {string} identity  Opaque here.
 * @property {string} name  Hostile text, made safe to show.
 * @property {string | null} domain
 * @property {string | null} group
 * @property {string[]} tags
 * @property {string | null} cloud_badge
 * @property {boolean} favorite
 * @property {boolean} changed  It was changed outside Portico, and nobody has looked at that yet.
 * @property {boolean} lookalike  Its name could be taken for another customer's.
 * @property {string} monogram
 * @property {number} color
 *
 * @typedef {{ key: string, name: string }} Choice  What stands in the file, and for people.
 *
 * @typedef {object} Overview
 * @property {Customer[]} customers  In the order of the registry.
 * @property {Choice[]} clouds
 * @property {Choice[]} portals  Those that are on, in the person's order.
 * @property {string} default_portal  The name of the portal that opens when a customer has none of its own.
 * @property {boolean} read_only  Nothing can be saved now; the problem says why.
 * @property {Problem | null} problem
 * @property {string} registry  The file.
 *
 * @typedef {object} Internals
 * @property {(command: string, args?: object, options?: { headers: Record<string, string> }) => Promise<any>} invoke
 * @property {(callback: (event: { payload: any }) => void) => number} transformCallback
 */

/** @returns {Promise<Started>} */
export const start = () => call('start');

/**
 * @param {string} query
 * @param {string | null} [link]  One that was pasted before and names nobody.
 * @returns {Promise<Answer>}
 */
export const search = (query, link = null) => call('search', { query, link });

/**
 * @param {OpenRequest} request
 * @returns {Promise<Outcome>}
 */
export const openPortal = (request) => call('open_portal', { request });

/**
 * Returns a row for each portal of the catalogue for this customer, the customer's default first. Rejects with `Gone`.
 *
 * @param {string} identity
 * @returns {Promise<Row[]>}
 */
export const portals = (identity) => call('portals', { identity });

/**
 * Rejects with `Renamed`, `Gone` or `NotSaved`.
 *
 * @param {FavoriteChange} change
 * @returns {Promise<void>}
 */
export const setFavorite = (change) => call('set_favorite', { change });

/**
 * Opens the customers' window at this customer, and hides this one.
 *
 * @param {string} identity
 * @returns {Promise<void>}
 */
export const showInManage = (identity) => call('show_in_manage', { identity });

/**
 * Returns what was opened of this customer, the last first, at most 24.
 *
 * @param {string} identity
 * @returns {Promise<Opened[]>}
 */
export const history = (identity) => call('history', { identity });

/** @returns {Promise<Hotkey>} */
export const hotkey = () => call('hotkey');

/**
 * Rejects with `BadKeys` and what is wrong with them.
 *
 * @param {string | null} keys  Null: none.
 * @returns {Promise<Hotkey>}
 */
export const setHotkey = (keys) => call('set_hotkey', { keys });

/** The offer of a hotkey never comes again. */
export const declineHotkey = () => call('decline_hotkey');

/**
 * Adds the customer whose tenant ID is in the link. Rejects with `BadName` and `NoCloud` for what was entered.
 *
 * @param {{ link: string, name: string, cloud: string | null }} add
 * @returns {Promise<void>}
 */
export const addFromLink = (add) => call('add_from_link', { add });

/**
 * Returns what there is to look at and accept, if anything.
 *
 * @returns {Promise<Review | null>}
 */
export const review = () => call('review');

/**
 * Accepts what a person saw. Rejects when it is not so any more.
 *
 * @param {Accept} seen
 * @returns {Promise<void>}
 */
export const accept = (seen) => call('accept', { accept: seen });

/**
 * Brings a backup back.
 *
 * @param {string} backup
 * @returns {Promise<void>}
 */
export const restore = (backup) => call('restore', { backup });

/**
 * Returns what a click in the tray left for this window, once.
 *
 * @returns {Promise<Pending | null>}
 */
export const pending = () => call('pending');

/** Tells Rust that there is something to see, so the window can be shown. */
export const painted = () => call('painted');

/** @param {boolean} opened  Hides the window after something opened: not when there is something to say by now. */
export const dismiss = (opened) => call('dismiss', { opened });

/**
 * Keeps the window from hiding itself when another one comes up: what a panel says must not vanish unread.
 *
 * @param {boolean} held
 */
export const hold = (held) => call('hold', { held });

/** @returns {Promise<Overview>} */
export async function overview() {
  const { customers: columns, ...rest } = await call('overview');
  // Thousands of customers come in columns, which are shorter.
  const customers = columns.identity.map((/** @type {string} */ identity, /** @type {number} */ at) => ({
    identity, name: columns.name[at], domain: columns.domain[at], group: columns.group[at], tags: columns.tags[at], cloud_badge: columns.cloud_badge[at],
    favorite: columns.favorite[at] === 1, changed: columns.changed[at] === 1, lookalike: columns.lookalike[at] === 1, monogram: columns.monogram[at],
    color: columns.color[at],
  }));
  return { ...rest, customers };
}

/** @param {() => void} callback  The window is shown again. */
export const onShow = (callback) => listen('show', callback);

/** @param {() => void} callback  The window was hidden, by whatever. */
export const onHidden = (callback) => listen('hidden', callback);

/** @param {() => void} callback  Something was left for this window while it is in use. */
export const onPending = (callback) => listen('pending', callback);

/** @param {() => void} callback  The registry changed. */
export const onChanged = (callback) => listen('changed', callback);

/** @param {(section: unknown) => void} callback  Manage should show this place, as `manage/place.js` reads it. */
export const onSection = (callback) => listen('section', callback);

/** @param {() => void} callback  The person closes the window, which waits for {@link closeWindow}. */
export const onClosing = (callback) => listen('closing', callback);

/** Closes this window: nothing of the person's is lost by that. */
export const closeWindow = () => call('close_window');

/**
 * Opens the customers' window at this place, and hides this one.
 *
 * @param {string} page
 * @returns {Promise<void>}
 */
export const showPage = (page) => call('show_page', { page });

/**
 * Rejects with a {@link Failure}, whatever went wrong: Tauri itself rejects with plain strings.
 *
 * @param {string} command
 * @param {object | Uint8Array} [args]
 * @param {Record<string, string>} [headers]  What goes with bytes.
 * @returns {Promise<any>}
 */
export async function call(command, args = {}, headers) {
  try {
    return await internals().invoke(command, args, headers && { headers });
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

/**
 * @param {string} event
 * @param {(payload: any) => void} callback
 * @returns {Promise<unknown>}
 */
export function listen(event, callback) {
  const handler = internals().transformCallback(({ payload }) => callback(payload));
  return call('plugin:event|listen', { event, target: { kind: 'Any' }, handler });
}

/**
 * @param {unknown} thrown
 * @returns {Failure}
 */
function asFailure(thrown) {
  if (thrown && typeof thrown === 'object' && 'message' in thrown) {
    const { code, message, url } = /** @type {Record<string, unknown>} */ (thrown);
    return {
      code: typeof code === 'string' ? code : 'Unknown',
      message: String(message),
      url: typeof url === 'string' ? url : null,
    };
  }
  return { code: 'Unknown', message: String(thrown) };
}

/** @returns {Internals} */
function internals() {
  return /** @type {{ __TAURI_INTERNALS__: Internals }} */ (/** @type {unknown} */ (window)).__TAURI_INTERNALS__;
}
