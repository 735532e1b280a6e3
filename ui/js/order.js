/** As people look for a name: “Branch 9” stands before “Branch 10”. */
const numbers = new Intl.Collator(undefined, { numeric: true });

/** The same where no numbers meet: without them the engine has a short way for plain letters, and thousands of names are ordered at once. */
const letters = new Intl.Collator();

/**
 * Orders customers by name.
 *
 * @param {{ name: string }} one
 * @param {{ name: string }} other
 */
export function compareNames({ name: one }, { name: other }) {
  return (/\d/.test(one) && /\d/.test(other) ? numbers : letters).compare(one, other);
}
