import type { Identifier, Order } from '@dist/canonical';
import type { Failure } from '../word/failure.ts';
import type { MasterData } from './master-data.ts';

export interface Place {
  readonly customerNumber: string;
  readonly shipToNumber: string;
}

type PlaceMatch = { readonly place: Place } | { readonly failure: Failure };

/** Finds our customer and ship-to number for a place, from tables that are read once. */
export interface PlaceMatcher {
  /** A place by its numbers. Nothing is guessed from names or addresses. */
  byIds(ids: readonly Identifier[]): PlaceMatch;
  /** Where the whole order goes. */
  ofOrder(order: Order): PlaceMatch;
}

export function placeMatcher(partner: string, masterData: MasterData): PlaceMatcher {
  const places = new Map<string, Map<string, Place>>();
  const learn = ({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>, place: Place) => {
    const known = places.get(`${scheme}/${value}`) ?? new Map<string, Place>();
    places.set(`${scheme}/${value}`, known.set(`${place.customerNumber}/${place.shipToNumber}`, place));
  };
  const rows = masterData.shipToCrossReferences.filter((row) => row.partner === partner);
  for (const row of rows) learn(row, row);
  for (const { customerNumber, shipTo } of masterData.customers) {
    for (const { shipToNumber, ids } of shipTo) {
      for (const id of ids) if (isGlobal(id)) learn(id, { customerNumber, shipToNumber });
    }
  }
  const byIds: PlaceMatcher['byIds'] = (ids) => {
    const found = new Map(ids.flatMap((id) => [...(places.get(`${id.scheme}/${id.value}`) ?? [])]));
    return matchOf([...found.values()], ids);
  };
  const byDefault = rows.find((row) => row.value === '*');
  return {
    byIds,
    ofOrder: ({ parties: { shipTo } }) => {
      const ids = shipTo?.ids ?? [];
      return ids.length === 0 && byDefault !== undefined ? { place: byDefault } : byIds(ids);
    },
  };
}

function matchOf([first, ...others]: readonly Place[], ids: readonly Identifier[]): PlaceMatch {
  const numbers = ids.map((id) => `${id.scheme} ${id.value}`).join(', ') || 'no number';
  if (first === undefined) return { failure: failureOf('ship-to-unknown', `no ship-to place for ${numbers}`) };
  if (others.length === 0) return { place: first };
  return { failure: failureOf('ship-to-ambiguous', `${numbers} lead to ${others.length + 1} ship-to places`) };
}

function failureOf(code: string, message: string): Failure {
  return { class: 'customerMaster', code, message };
}

/** Numbers that a world-wide register gives; all others mean something only with a partner. */
function isGlobal({ scheme }: Identifier): boolean {
  return scheme === 'gln' || scheme === 'duns';
}
