/**
 * What the window gives to its pages, and what they give to it.
 *
 * @typedef {object} Shell
 * @property {import('../backend.js').Started} started
 * @property {() => import('../backend.js').Overview | null} overview  As it was read last; null when it could not be.
 * @property {() => import('./scopes.js').Scope} scope  Which customers the sidebar shows.
 * @property {import('../opening.js').Opening} opening  Opens portals, and compares what was changed outside Portico.
 * @property {(place: string) => void} go  Shows a page: `import`, `customers/CLOUD/TENANT_ID`, `customers/new`.
 * @property {() => Promise<void>} again  Reads the registry again.
 * @property {import('../problems.js').Remedying} heal  Does what the button of a problem says.
 * @property {(text: string, undo?: () => Promise<unknown>) => void} tell  Says what was done, with a button that takes it back.
 * @property {(failure: unknown) => void} fail  Says what went wrong, until the person closes it.
 * @property {(question: Question) => Promise<boolean>} ask  Puts a question in front of everything.
 *
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {Node[]} [body]
 * @property {string} yes
 * @property {boolean} [danger]  Yes cannot be taken back: Cancel has the focus.
 *
 * @typedef {object} Page
 * @property {(rest: string) => void} show  It is shown, with what follows its name in the place: `CLOUD/TENANT_ID`.
 * @property {() => void} changed  The registry or the settings changed; also while it is not shown.
 * @property {() => Promise<boolean>} [leave]  Another page is about to be shown, or the window to be closed. False: stay here.
 *
 * @typedef {(root: HTMLElement, shell: Shell) => Page} MakePage
 */

export {};
