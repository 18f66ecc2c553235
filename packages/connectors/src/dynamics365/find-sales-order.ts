import type { Issue } from '@dist/canonical';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { ErpOrderStatus, FindOutcome } from '../port/orders.ts';
import { decodeSalesOrder } from './decode-sales-order.ts';
import { incompleteMark } from './incomplete-mark.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';

/** What an order is looked up by: our reference, or its own number. */
export interface OrderKey {
  readonly by: 'externalReference' | 'number';
  readonly value: string;
}

const fields = { externalReference: 'CustomersOrderReference', number: 'SalesOrderNumber' } as const;

/** Looks an order up, with its lines. Two under one key are a fault that a person must end. */
export async function findSalesOrder(entity: LegalEntity, key: OrderKey, call?: Call): Promise<FindOutcome> {
  const { client } = entity;
  const operation = key.by === 'number' ? 'orders.status' : 'orders.find';
  const filter = filterOf(key);
  const headers = await readSet(entity, 'SalesOrderHeadersV2', { filter, top: '2', operation }, call);
  if (!headers.ok) return { status: 'failed', failure: headers.failure };
  const orders: ErpOrderStatus[] = [];
  for (const header of headers.value) {
    const number = textOf(fieldOf(header, 'SalesOrderNumber')) ?? '';
    const ofOrder = `SalesOrderNumber eq ${odataText(number)}`;
    const lines = await readSet(entity, 'SalesOrderLines', { filter: ofOrder, operation }, call);
    if (!lines.ok) return { status: 'failed', failure: lines.failure };
    const decoded = decodeSalesOrder(header, lines.value, entity.units);
    if (!decoded.ok) return unreadable(entity, decoded.issues);
    orders.push(decoded.value);
  }
  // Texts are compared without case there.
  const [order, second] = orders.filter((one) => one[key.by] === key.value);
  if (second !== undefined) {
    const failure = client.fail('conflict', `two orders have the ${key.by} ${key.value}`, { safeToReplay: true });
    return { status: 'failed', failure };
  }
  return order === undefined ? { status: 'notFound' } : { status: 'found', order };
}

/** By our reference as it is, or with the mark of an order that is half made. */
function filterOf({ by, value }: OrderKey): string {
  const whole = `${fields[by]} eq ${odataText(value)}`;
  if (by === 'number') return whole;
  return `(${whole} or ${fields[by]} eq ${odataText(`${value}${incompleteMark}`)})`;
}

function unreadable({ client }: LegalEntity, issues: readonly Issue[]): FindOutcome {
  const text = `the answer cannot be read: ${issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
