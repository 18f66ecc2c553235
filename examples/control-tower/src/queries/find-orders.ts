import type { TowerDatabase } from '../database/open-tower-database.ts';
import { plainNumber } from '../projection/plain-number.ts';

/** An order that goes by a number. */
export interface FoundOrder {
  readonly id: string;
  readonly number: string;
  readonly partner: string;
  readonly phase: string;
  /** What the number is of this order: `purchaseOrder`, `erpOrder`, `shipment`, `invoice`, `controlNumber`, `id`. */
  readonly kind: string;
  readonly value: string;
}

/**
 * Orders by any of their numbers, exactly or by its beginning: those that it is exactly come first. Leading zeros and capital
 * letters do not count.
 */
export async function findOrders(database: TowerDatabase, number: string, limit = 20): Promise<readonly FoundOrder[]> {
  const plain = plainNumber(number).slice(0, longest);
  if (plain === '') return [];
  const found = database
    .selectFrom('names')
    .innerJoin('orders', 'orders.id', 'names.order_id')
    .select(['orders.id', 'orders.number', 'orders.partner', 'orders.phase', 'names.kind', 'names.value'])
    .orderBy('names.plain')
    .orderBy('names.kind')
    .orderBy('names.order_id')
    .limit(limit);
  const exact = await found.where('plain', '=', plain).execute();
  if (exact.length >= limit) return exact;
  const longer = await found.where('plain', '>', plain).where('plain', '<', `${plain}\u{10ffff}`).execute();
  return [...exact, ...longer].slice(0, limit);
}

/** No number is longer; what is typed in may be. */
const longest = 200;
