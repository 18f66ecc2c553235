import type { Order } from '@dist/canonical';
import { sellerItem } from '../order/seller-item.ts';
import type { ErpOrderLine, FindOutcome } from '../port/orders.ts';
import type { OrderRead } from './read-sales-order.ts';
import type { Tenant } from './tenant.ts';

/**
 * An order as it was found after a submit, in which each line of ours that Acumatica has not taken stands as rejected: it may save
 * an order without lines that have an error. Where it does not keep the ids of lines, nobody can tell which are missing: a
 * conflict.
 */
export function withUntaken({ client }: Tenant, read: OrderRead, { lines }: Order): FindOutcome {
  if (read.status !== 'found') return read;
  const { order, rows } = read;
  // A line that Acumatica adds (a free item) has none.
  const isNamed = rows.length === 0 || rows.some(({ ExternalRef }) => ExternalRef !== undefined);
  if (!isNamed && rows.length < lines.length) {
    const text = `order ${order.number} has ${rows.length} lines of ${lines.length}, and which are missing its line ids do not tell: add them there, or cancel it`;
    return { status: 'failed', failure: client.fail('conflict', text, { safeToReplay: true }) };
  }
  if (!isNamed) return { status: 'found', order };
  const there = new Set(order.lines.map(({ lineId }) => lineId));
  const untaken = lines
    .filter(({ lineId }) => !there.has(lineId))
    .map(
      (line): ErpOrderLine => ({
        lineId: line.lineId,
        item: sellerItem(line) ?? '',
        quantity: line.quantity,
        status: 'rejected',
        reason: 'not-taken',
        message: `order ${order.number} does not have the line`,
      }),
    );
  return { status: 'found', order: { ...order, lines: [...order.lines, ...untaken] } };
}
