/** The command that adds a customer, ready for a terminal. */

/** Letters, digits and marks that mean nothing inside double quotes, in sh, cmd and PowerShell alike. */
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,_+-]{1,79}$/u;
const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Returns the command with what was searched already in its place: a tenant ID, or a name that no shell can
 * misread. Anything else stays out; people paste this into a terminal.
 *
 * @param {string} query
 */
export function addCommand(query) {
  const text = query.trim();
  if (TENANT_ID.test(text)) return `portico add "NAME" ${text.toLowerCase()}`;
  return `portico add "${PLAIN_NAME.test(text) ? text : 'NAME'}" TENANT_ID`;
}
