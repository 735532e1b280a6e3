/** Which place of manage a section names: `settings`, `customers`, or one customer as `customers/CLOUD/TENANT_ID`. Pure. */

/**
 * @param {unknown} name  Anything else is the customers.
 * @returns {{ section: 'customers' | 'settings', tenantId: string | null }}
 */
export function placeOf(name) {
  if (name === 'settings') return { section: 'settings', tenantId: null };
  const tenantId = typeof name === 'string' ? /^customers\/[a-z-]+\/([0-9a-f-]{36})$/i.exec(name)?.[1] ?? null : null;
  return { section: 'customers', tenantId: tenantId && tenantId.toLowerCase() };
}
