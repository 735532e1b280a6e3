/**
 * Saves what is entered, and goes on with what came of it: saved, something wrong, or a choice between two values.
 *
 * @typedef {import('./form.js').Key} Key
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./registry.js').Entry} Entry
 * @typedef {import('./registry.js').Fields} Fields
 * @typedef {ReturnType<typeof import('./form.js').createForm>} Form
 */

import { t } from '../texts.js';
import { resolve } from './conflict.js';
import { choose } from './dialog.js';
import { isEqual } from './form.js';
import { save } from './registry.js';
import { takeBack } from './removing.js';

/**
 * Returns the identity that was saved; null when nothing was, and the person has seen why.
 *
 * @param {Shell} shell
 * @param {Form} form
 * @returns {Promise<string | null>}
 */
export async function saveForm(shell, form) {
  let entry = form.entry();
  for (;;) {
    const saved = await save(entry).catch((failure) => {
      shell.fail(failure);
      return null;
    });
    if (!saved) return null;
    if (saved.outcome === 'saved') {
      shell.tell(t(entry.identity === null ? 'form.added' : 'form.saved', { name: entry.fields.name.trim() }), takeBack(shell, saved.undo));
      return saved.identity;
    }
    if (saved.outcome === 'invalid') {
      form.showErrors(saved.errors);
      return null;
    }
    const overview = shell.overview();
    if (!overview) return null;
    const fields = form.fields.filter(({ key }) => saved.fields.includes(key)).map(({ key, field }) => ({ key, label: field.label }));
    const mine = await resolve(fields, entry.fields, saved.details, overview);
    if (mine === null) return null;
    entry = merged(entry, saved.details.fields, saved.fields.filter((key) => !mine.has(key)));
  }
}

/**
 * Returns what shall become of what is entered; null when the person closed the question.
 *
 * @param {string} name
 */
export function askAboutUnsaved(name) {
  return choose({
    title: t('form.unsaved-title'), text: t('form.unsaved', { name }),
    choices: [{ key: 'save', label: t('form.save'), primary: true, focus: true }, { key: 'discard', label: t('form.discard'), danger: true }, { key: 'stay', label: t('form.stay') }],
  });
}

/**
 * Returns what was entered on top of what the registry has now.
 *
 * @param {Entry} entry
 * @param {Fields} now
 * @param {Key[]} theirs  Fields in which the person takes the other value.
 * @returns {Entry}
 */
export function merged({ identity, base, fields }, now, theirs) {
  const keys = /** @type {Key[]} */ (Object.keys(fields));
  const mine = keys.filter((key) => !theirs.includes(key) && !isEqual(fields[key], base?.[key]));
  return { identity, base: now, fields: { ...now, ...Object.fromEntries(mine.map((key) => [key, fields[key]])) } };
}
