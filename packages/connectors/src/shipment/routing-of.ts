import type { Carrier } from '@dist/canonical';

/**
 * A carrier and its service in the seller's own words, as the routing that people read (X12 element 387): the service is no
 * code of a service level (element 284), which a ship notice would have to have.
 */
export function routingOf(words: readonly (string | undefined)[]): Carrier {
  const name = words.filter((word) => word !== undefined).join(' ');
  return name === '' ? {} : { name };
}
