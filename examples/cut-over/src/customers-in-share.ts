/**
 * The customers of a share of 0 to 100 percent. Each has a place of its own among a hundred by its number, so that a larger share
 * holds all of a smaller one, and a new customer changes nothing for the others.
 */
export function customersInShare(customers: readonly string[], percent: number): string[] {
  return customers.filter((customer) => placeOf(customer) < percent);
}

/** FNV-1a of the number, with the bits of the upper half mixed in: numbers that differ in their last digit are far apart. */
function placeOf(customer: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(customer)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % 100;
}
