import type { Issue } from '@dist/canonical';
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

/**
 * Looks an order up, with its lines. Two under one key are a fault that a person must end, and so is one that was released half
 * made: to say that it is not there would make it a second time.
 */
export async function findSalesOrder(entity: LegalEntity, key: OrderKey, call?: Call): Promise<FindOutcome> {
  const { client } = entity;
  const operation = key.by === 'number' ? 'orders.status' : 'orders.find';
  const filter = filterOf(key);
  const headers = await readSet(entity, 'SalesOrderHeadersV2', { filter, operation }, call);
  if (!headers.ok) return { status: 'failed', failure: headers.failure };
  const orders: ErpOrderStatus[] = [];
  for (const header of headers.value) {
    const alone = decodeSalesOrder(header, [], entity.units);
    if (!alone.ok) return unreadable(entity, alone.issues);
    // Texts are compared without case there: others may stand before ours.
    const found = alone.value[key.by];
    if (found.trim().toLowerCase() !== key.value.trim().toLowerCase()) {
      const text = `asked for the ${key.by} ${key.value}, it has given the order ${alone.value.number} of ${found}`;
      return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    if (found !== key.value) continue;
    const ofOrder = `SalesOrderNumber eq ${odataText(alone.value.number)}`;
    const lines = await readSet(entity, 'SalesOrderLines', { filter: ofOrder, operation }, call);
    if (!lines.ok) return { status: 'failed', failure: lines.failure };
    const decoded = decodeSalesOrder(header, lines.value, entity.units);
    if (!decoded.ok) return unreadable(entity, decoded.issues);
    orders.push(decoded.value);
  }
  const [order, second] = orders;
  const conflict = (text: string): FindOutcome => {
    return { status: 'failed', failure: client.fail('conflict', text, { safeToReplay: true }) };
  };
  if (second !== undefined) return conflict(`two orders have the ${key.by} ${key.value}`);
  if (order !== undefined && isHalfReleased(order)) {
    const text = `order ${order.number} was released while its reference ends in "${incompleteMark}"`;
    return conflict(`${text}: see whether all its lines are there, and take the mark off, or delete it`);
  }
  const twice = order?.isIncomplete === true ? repeated(order) : undefined;
  if (order !== undefined && twice !== undefined) {
    return conflict(`order ${order.number} is stopped: line ${twice} is there twice; delete one of the two`);
  }
  return order === undefined ? { status: 'notFound' } : { status: 'found', order };
}

/** A person let it be processed before a submit had seen its last line: whether all are there nobody knows. */
function isHalfReleased({ holds = [], isIncomplete, phase }: ErpOrderStatus): boolean {
  return holds.some(({ code }) => code === 'incomplete') && isIncomplete !== true && phase !== 'cancelled';
}

/** A line whose lost request was worked on after it was sent again: only a person can end that. */
function repeated({ lines }: ErpOrderStatus): string | undefined {
  const seen = new Set<string>();
  return lines.find(({ lineId }) => seen.size === seen.add(lineId).size)?.lineId;
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
