/** As people look for a name: “Branch 9” stands before “Branch 10”. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/**
 * Orders customers by name.
 *
 * @param {{ name: string }} one
 * @param {{ name: string }} other
 */
export function compareNames(one, other) {
  return compare(one.name, other.name);
}
