import type { Identifier, Order } from '@dist/canonical';
import type { Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import { emailDomainsOf } from './email-domains-of.ts';
import { type Finding, failed, found } from './finding.ts';
import { customerMatcher } from './match-customer.ts';
import type { Tables } from './tables.ts';

/** A customer's place by our numbers. */
export interface Place {
  readonly customerNumber: string;
  readonly shipToNumber: string;
}

/** Finds our customer and ship-to number for a place, from tables that are read once. */
export interface PlaceMatcher {
  /** A place by its numbers. Nothing is guessed from names or addresses. */
  byIds(ids: readonly Identifier[]): Finding<Place>;
  /** Where the whole order goes. */
  ofOrder(order: Order): Finding<Place>;
}

interface Known {
  readonly place: Place;
  readonly used: readonly Provenance[];
}

/**
 * A ship-to by its numbers: world-wide ones in the customers' records, the partner's in its cross-reference. An order
 * whose ship-to has no number goes where its buyer's orders go, then where the buyer's mail domain says, then where the
 * partner's `*` row says. Each stage is a table; a number that no table knows is never passed over for a later stage.
 */
export function placeMatcher(partner: string, tables: Tables): PlaceMatcher {
  const places = knownPlaces(partner, tables);
  const byIds: PlaceMatcher['byIds'] = (ids) => {
    const matches = ids.flatMap((id) => [...(places.get(`${id.scheme}/${id.value}`)?.values() ?? [])]);
    return matchOf(matches, ids, tables);
  };
  const byDefault = tables
    .rows('shipToCrossReferences')
    .filter((row) => row.partner === partner && row.value === '*')
    .map((row) => ({ place: row, used: [tables.use('shipToCrossReference', '*', row)] }));
  return {
    byIds,
    ofOrder: (order) => {
      const ids = order.parties.shipTo?.ids ?? [];
      if (ids.length > 0) return byIds(ids);
      return (
        byBuyer(partner, order, tables, byDefault) ??
        byDomain(partner, order, tables) ??
        matchOf(byDefault, ids, tables)
      );
    },
  };
}

function knownPlaces(partner: string, tables: Tables): ReadonlyMap<string, ReadonlyMap<string, Known>> {
  const places = new Map<string, Map<string, Known>>();
  const learn = (id: Pick<Identifier, 'scheme' | 'value'>, place: Place, used: Provenance) => {
    const key = `${id.scheme}/${id.value}`;
    const known = places.get(key) ?? new Map<string, Known>();
    places.set(key, known);
    if (!known.has(keyOf(place))) known.set(keyOf(place), { place, used: [used] });
  };
  for (const row of tables.rows('shipToCrossReferences')) {
    if (row.partner === partner) learn(row, row, tables.use('shipToCrossReference', `${row.scheme} ${row.value}`, row));
  }
  for (const { customerNumber, shipTo } of tables.masterData.customers) {
    for (const { shipToNumber, ids } of shipTo) {
      for (const id of ids) {
        if (!isGlobal(id)) continue;
        learn(id, { customerNumber, shipToNumber }, tables.use('customer', `${id.scheme} ${id.value}`));
      }
    }
  }
  return places;
}

/** Where orders of this buyer go; undefined when no table knows the buyer. */
function byBuyer(
  partner: string,
  { parties: { buyer, billTo } }: Order,
  tables: Tables,
  byDefault: readonly Known[],
): Finding<Place> | undefined {
  const match = customerMatcher(partner, tables);
  for (const { ids } of [buyer, billTo].flatMap((party) => party ?? [])) {
    const known = match(ids);
    const [first] = known;
    if (first === undefined) continue;
    const numbers = known.map(({ customerNumber }) => customerNumber);
    if (new Set(numbers).size > 1) {
      return failed(failureOf('customer-ambiguous', `${numbersOf(ids)} lead to ${known.length} customers`));
    }
    const { customerNumber } = first;
    const told = known.flatMap(({ shipToNumber, used }) =>
      shipToNumber === undefined ? [] : [{ place: { customerNumber, shipToNumber }, used: [used] }],
    );
    if (told.length > 0) return matchOf(told, ids, tables);
    const same = byDefault.filter(({ place }) => place.customerNumber === customerNumber);
    if (same.length > 0) return matchOf(same, ids, tables);
    const message = `${numbersOf(ids)} is customer ${customerNumber}, and no table says where its orders without ship-to go`;
    return failed(failureOf('ship-to-unknown', message));
  }
  return undefined;
}

function byDomain(partner: string, order: Order, tables: Tables): Finding<Place> | undefined {
  const domains = emailDomainsOf(order);
  const rows = tables.rows('emailDomains').filter((row) => row.partner === partner && domains.includes(row.domain));
  if (rows.length === 0) return undefined;
  const known = rows.map((row) => ({ place: row, used: [tables.use('emailDomain', row.domain, row)] }));
  return matchOf(known, [], tables, `mail domain ${domains.join(', ')}`);
}

function matchOf(
  known: readonly Known[],
  ids: readonly Identifier[],
  tables: Tables,
  numbers = numbersOf(ids),
): Finding<Place> {
  const places = new Map(known.map(({ place }) => [keyOf(place), place]));
  const [first] = places.values();
  if (first === undefined) return failed(failureOf('ship-to-unknown', `no ship-to place for ${numbers}`));
  if (places.size > 1) {
    return failed(failureOf('ship-to-ambiguous', `${numbers} lead to ${places.size} ship-to places`));
  }
  const { customerNumber, shipToNumber } = first;
  const used = [...known.flatMap((one) => one.used), tables.use('shipTo', keyOf(first))];
  return found({ customerNumber, shipToNumber }, used);
}

function keyOf({ customerNumber, shipToNumber }: Place): string {
  return `${customerNumber}/${shipToNumber}`;
}

function numbersOf(ids: readonly Identifier[]): string {
  return ids.map((id) => `${id.scheme} ${id.value}`).join(', ') || 'no number';
}

function failureOf(code: string, message: string): Failure {
  return { class: 'customerMaster', code, message };
}

/** Numbers that a world-wide register gives; all others mean something only with a partner. */
function isGlobal({ scheme }: Identifier): boolean {
  return scheme === 'gln' || scheme === 'duns';
}
