import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ErpOrderStatus } from '../port/orders.ts';
import { type BusinessUnit, orderHub } from './business-unit.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { queryText } from './query-text.ts';
import { readCollection } from './read-collection.ts';
import { type LineWire, lineWire, type OrderWire, orderWire } from './wire.ts';

/** What an order is looked up by: our reference, or its own number. */
export interface OrderKey {
  readonly by: 'externalReference' | 'number';
  readonly value: string;
}

/** An order as the port tells it, with its key and its fulfillment lines, by which it is changed. */
export type OrderRead =
  | {
      readonly status: 'found';
      readonly order: ErpOrderStatus;
      readonly key: string;
      readonly rows: readonly LineWire[];
    }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/**
 * Looks an order up by a condition and not by its address: 404 of an address may also mean that the user's role does not
 * let it see the business unit (Sales Orders for Order Hub REST Endpoints, Common error handling). An order that was revised
 * is there several times; the one with the key of its source is the newest (the same, OrderKey).
 */
export async function readSalesOrder(unit: BusinessUnit, { by, value }: OrderKey, call?: Call): Promise<OrderRead> {
  const { client, sourceSystem } = unit;
  const operation = by === 'number' ? 'orders.status' : 'orders.find';
  const [text, system] = [queryText(value), queryText(sourceSystem)];
  if (value === '' || text === undefined) return failed(unit, 'validation', `${by}: a text with such signs is no key`);
  const field = by === 'number' ? 'OrderNumber' : 'SourceTransactionId';
  const q = `${field} = ${text} and SourceTransactionSystem = ${system}`;
  const read = await readCollection(client, { path: orderHub, query: { q }, operation }, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const orders = validate(z.array(orderWire), read.value);
  if (!orders.ok) return failed(unit, 'contract-drift', `the answer cannot be read: ${orders.issues[0]?.message}`);
  const wanted = by === 'number' ? 'OrderNumber' : 'SourceTransactionId';
  const [newest, second] = newestOf(orders.value.filter((order) => order[wanted] === value));
  if (second !== undefined) return failed(unit, 'conflict', `two orders have the ${by} ${value}`);
  if (newest === undefined) return { status: 'notFound' };
  return await withLines(unit, newest, operation, call);
}

/** One of each order: of several revisions the one that its source's key leads to, all of them where none is. */
function newestOf(orders: readonly OrderWire[]): readonly OrderWire[] {
  const byKey = new Map<string, OrderWire[]>();
  for (const order of orders) {
    const key = `${order.SourceTransactionSystem}:${order.SourceTransactionId}`;
    byKey.set(key, [...(byKey.get(key) ?? []), order]);
  }
  return [...byKey].flatMap(([key, revisions]) => {
    const newest = revisions.filter(({ OrderKey }) => OrderKey === key);
    return newest.length === 0 ? revisions : newest;
  });
}

async function withLines(unit: BusinessUnit, wire: OrderWire, operation: string, call?: Call): Promise<OrderRead> {
  const key = wire.OrderKey;
  const path = `${orderHub}/${encodeURIComponent(key)}/child/lines`;
  const query = { orderBy: 'FulfillLineId:asc' };
  const read = await readCollection(unit.client, { path, query, operation }, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const rows = validate(z.array(lineWire), read.value);
  if (!rows.ok) return failed(unit, 'contract-drift', `the answer cannot be read: ${rows.issues[0]?.message}`);
  return { status: 'found', key, rows: rows.value, order: decodeSalesOrder(wire, rows.value, unit.units) };
}

function failed({ client }: BusinessUnit, name: ErrorClass, text: string): OrderRead {
  return { status: 'failed', failure: client.fail(name, text, { safeToReplay: true }) };
}
