import type { Address } from '@dist/canonical';
import type { Context } from './context.ts';
import type { Place } from './match-place.ts';
import type { DestinationRule } from './table/destination-rule.ts';

/** Where goods go, as tables of warehouses, carriers and holds ask for it. */
export interface Destination extends Place {
  readonly partner: string;
  readonly address: Pick<Address, 'country' | 'region' | 'postalCode'>;
}

/** The address in our record of the place; where it has none, the one on the order (shops), unless the place is a store. */
export function destinationOf({ partner, order, tables }: Context, place: Place, isStore: boolean): Destination {
  const { customerNumber, shipToNumber } = place;
  const customer = tables.masterData.customers.find((one) => one.customerNumber === customerNumber);
  const record = customer?.shipTo.find((one) => one.shipToNumber === shipToNumber)?.address;
  const address = record ?? (isStore ? undefined : order.parties.shipTo?.address) ?? {};
  return { customerNumber, shipToNumber, partner, address };
}

/** Whether a row is for goods that go there. */
export function goesThere(row: Omit<DestinationRule, 'rank'>, { address, ...known }: Destination): boolean {
  if ((row.partner ?? known.partner) !== known.partner) return false;
  if ((row.customerNumber ?? known.customerNumber) !== known.customerNumber) return false;
  if ((row.shipToNumber ?? known.shipToNumber) !== known.shipToNumber) return false;
  if (row.country !== undefined && row.country !== address.country) return false;
  if (row.region !== undefined && row.region !== address.region) return false;
  return row.postalPrefix === undefined || plain(address.postalCode ?? '').startsWith(plain(row.postalPrefix));
}

/** The rows of the lowest rank. */
export function firstRank<Row extends { readonly rank: number }>(rows: readonly Row[]): readonly Row[] {
  const rank = Math.min(...rows.map((row) => row.rank));
  return rows.filter((row) => row.rank === rank);
}

function plain(postalCode: string): string {
  return postalCode.replaceAll(/\s/g, '').toUpperCase();
}
