import type { OrderEvent } from '../word/event.ts';
import type { Note } from '../word/state.ts';
import { type NameKind, namesOf, type OrderName } from './names-of.ts';
import { detailOf } from './note-detail.ts';

/** An event and whose it is. */
export interface EventOfOrder {
  readonly order: string;
  readonly event: OrderEvent;
}

/**
 * Which order goes by which numbers. The id of an order is its correlation id: purchase order, ERP order, shipments,
 * invoices and control numbers all lead to it.
 */
export interface Correlation {
  /** Ids of the orders that go by a number, or by this id; leading zeros and capital letters do not count. */
  find(number: string, kind?: NameKind): readonly string[];
  /** All numbers of an order, in the order that they came to be known. */
  namesOf(order: string): readonly OrderName[];
}

/** The index of all numbers in notes (as `completeNotes` makes them) or in events. */
export function correlationOf(entries: Iterable<Note | EventOfOrder>): Correlation {
  const index = nameIndex();
  for (const entry of entries) {
    const names = 'event' in entry ? namesOf(entry.event) : detailOf(entry).names;
    index.add(entry.order, names);
  }
  return index;
}

/** An index that grows. */
export interface NameIndex extends Correlation {
  add(order: string, names: readonly OrderName[]): void;
}

/** An index without entries. */
export function nameIndex(): NameIndex {
  const orders = new Map<string, Map<string, OrderName>>();
  const byNumber = new Map<string, Map<string, Set<NameKind | undefined>>>();
  const point = (number: string, order: string, kind: NameKind | undefined): void => {
    const found = byNumber.get(plain(number)) ?? new Map<string, Set<NameKind | undefined>>();
    byNumber.set(plain(number), found.set(order, (found.get(order) ?? new Set()).add(kind)));
  };
  return {
    add(order, names) {
      if (!orders.has(order)) {
        orders.set(order, new Map());
        point(order, order, undefined);
      }
      for (const name of names) {
        orders.get(order)?.set(JSON.stringify([name.kind, name.value]), name);
        point(name.value, order, name.kind);
      }
    },
    find(number, kind) {
      const found = [...(byNumber.get(plain(number)) ?? [])];
      return found.flatMap(([order, kinds]) => (kind === undefined || kinds.has(kind) ? [order] : []));
    },
    namesOf: (order) => [...(orders.get(order)?.values() ?? [])],
  };
}

function plain(number: string): string {
  return number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '');
}
