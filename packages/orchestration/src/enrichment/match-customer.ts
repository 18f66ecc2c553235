import type { Identifier } from '@dist/canonical';
import type { Provenance } from '../word/event.ts';
import type { Tables } from './tables.ts';

/** A customer that a number leads to. */
export interface KnownCustomer {
  readonly customerNumber: string;
  /** Where its orders go whose ship-to has no number. */
  readonly shipToNumber?: string | undefined;
  readonly used: Provenance;
}

/**
 * Finds customers by a party's numbers: the partner's cross-reference, GLN and DUNS of the customers' records, our own
 * customer number. Names are never looked at.
 */
export function customerMatcher(
  partner: string,
  tables: Tables,
): (ids: readonly Identifier[]) => readonly KnownCustomer[] {
  const rows = tables.rows('customerCrossReferences').filter((row) => row.partner === partner);
  return (ids) =>
    ids.flatMap((id) => {
      const name = `${id.scheme} ${id.value}`;
      const crossed = rows
        .filter((row) => row.scheme === id.scheme && row.value === id.value)
        .map(({ customerNumber, shipToNumber, ...row }) => {
          return { customerNumber, shipToNumber, used: tables.use('customerCrossReference', name, row) };
        });
      const own = tables.masterData.customers.filter((customer) => isNumberOf(customer, id));
      return [...crossed, ...own.map(({ customerNumber }) => ({ customerNumber, used: tables.use('customer', name) }))];
    });
}

function isNumberOf(
  { customerNumber, ids }: { readonly customerNumber: string; readonly ids: readonly Identifier[] },
  { scheme, value }: Identifier,
): boolean {
  if (scheme === 'seller') return value === customerNumber;
  if (scheme !== 'gln' && scheme !== 'duns') return false;
  return ids.some((id) => id.scheme === scheme && id.value === value);
}
