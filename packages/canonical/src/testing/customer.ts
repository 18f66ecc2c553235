import * as fc from 'fast-check';
import type { Customer } from '../document/customer.ts';
import { code, party } from './values.ts';

/** A valid Customer with a few ship-to places of its own. */
export function customer(): fc.Arbitrary<Customer> {
  const shipTo = fc.tuple(party(), code()).map(([place, shipToNumber]) => ({ ...place, shipToNumber }));
  return fc
    .tuple(party(), code(), fc.uniqueArray(shipTo, { maxLength: 4, selector: ({ shipToNumber }) => shipToNumber }))
    .map(([company, customerNumber, places]) => ({ ...company, customerNumber, shipTo: places }));
}
