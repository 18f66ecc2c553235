import { compare, normalize, subtract } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { CancelOutcome, LineQuantity, OrderCancellation } from '../port/orders.ts';
import { unitOf } from '../unit/unit-of.ts';
import { changeLines, type LineChange } from './change-lines.ts';
import { crossCompany, type LegalEntity, recordPath } from './legal-entity.ts';
import { lineIdOf } from './line-id-of.ts';
import { readSalesOrder } from './read-sales-order.ts';
import type { LineWire } from './wire.ts';

/** What is cancelled, line by line, and what that makes of the line. */
interface Part extends LineChange {
  readonly cancelled: LineQuantity;
}

/**
 * Cancels lines of which nothing has left: they are deleted, or their quantity goes down. The header stays, so that the order
 * is still found by our reference. What remains of a line that is delivered in part is cancelled by "Deliver remainder" only,
 * which no data entity has: finance and operations refuses to delete such a line, and so does this.
 */
export async function cancelSalesOrder(
  entity: LegalEntity,
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const operation = 'orders.cancel';
  const known = await readSalesOrder(entity, number, { ...call, operation });
  if (!known.ok) return { status: 'failed', failure: known.failure };
  const parts = partsOf(entity, known.lines, lines);
  if (typeof parts === 'string') return rejected('quantity', parts);
  const isWhole = parts.length === known.lines.length && parts.every(({ quantity }) => quantity === 'deleted');
  // A submit adds the lines that a stopped order does not have: it would bring back what was cancelled.
  if (known.isStopped && !isWhole && parts.some(({ quantity }) => quantity === 'deleted')) {
    return rejected('stopped', `order ${number} is stopped: it is cancelled as a whole, or after it is released`);
  }
  const stopped = await changeLines(entity, parts, { ...call, operation });
  const safe = lines === undefined;
  if (stopped !== undefined) {
    const { failure, done } = stopped;
    if (done === 0 && failure.class === 'validation') {
      return { status: 'rejected', reason: failure.vendor?.code || 'validation', message: failure.message };
    }
    if (done === 0 && failure.safeToReplay) return { status: 'failed', failure };
    // Of the whole order what was cancelled already is no longer there; a part of a line would go down a second time.
    return { status: 'unknown', failure: { ...failure, safeToReplay: safe } };
  }
  if (known.isStopped && isWhole) {
    const path = recordPath(entity, 'SalesOrderHeadersV2', 'SalesOrderNumber', number);
    const body = { IsSalesProcessingStopped: 'No' };
    const request = {
      method: 'PATCH',
      path,
      query: crossCompany,
      headers: { 'if-match': '*' },
      body,
      done: [204],
    } as const;
    const answer = await entity.client.call('write', { ...request, operation }, call);
    if (!answer.ok) return { status: 'unknown', failure: { ...answer.failure, safeToReplay: safe } };
  }
  return { status: 'cancelled', number, lines: parts.map(({ cancelled }) => cancelled) };
}

/** What is cancelled of the lines that are open; a sentence where a quantity cannot be. */
function partsOf(
  { units }: LegalEntity,
  rows: readonly LineWire[],
  lines: readonly LineQuantity[] | undefined,
): readonly Part[] | string {
  const parts: Part[] = [];
  for (const line of rows.filter(({ SalesOrderLineStatus }) => SalesOrderLineStatus === 'Backorder')) {
    const { OrderedSalesQuantity: ordered, SalesUnitSymbol: symbol } = line;
    const [lineId, unit] = [lineIdOf(line), unitOf(units, symbol)];
    const asked = lines?.find((one) => one.lineId === lineId)?.quantity ?? { value: ordered, unit };
    if (lines !== undefined && !lines.some((one) => one.lineId === lineId)) continue;
    if (asked.unit !== unit) return `line ${lineId} is in ${unit}, the cancellation is in ${asked.unit}`;
    if (compare(asked.value, '0') <= 0) continue;
    const rest = subtract(ordered, asked.value);
    const isGone = compare(rest, '0') <= 0;
    if (!isGone && String(Number(rest)) !== normalize(rest)) {
      return `line ${lineId}: ${rest} has more digits than a number of JSON keeps`;
    }
    const cancelled = { lineId, quantity: { value: isGone ? ordered : asked.value, unit } };
    parts.push({ line, quantity: isGone ? 'deleted' : rest, cancelled });
  }
  return parts;
}

function rejected(reason: string, message: string): CancelOutcome {
  return { status: 'rejected', reason, message: `Dynamics 365: ${message}` };
}
