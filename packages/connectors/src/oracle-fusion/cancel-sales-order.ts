import { compare, equals, minimum, subtract } from '@dist/canonical/arithmetic';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { CancelOutcome, LineQuantity, OrderCancellation } from '../port/orders.ts';
import { type BusinessUnit, orderHub } from './business-unit.ts';
import { isCancelled, linesOf } from './decode-sales-order.ts';
import { draftMessage, isDraft } from './draft.ts';
import { openQuantity, takenOff } from './open-lines.ts';
import { type OrderRead, readSalesOrder } from './read-sales-order.ts';
import { reviseLines } from './revise-lines.ts';
import type { LineWire } from './wire.ts';

type Found = Extract<OrderRead, { status: 'found' }>;

/** One line of which something is cancelled, and what stands of it afterwards. */
interface Part {
  readonly rows: readonly LineWire[];
  readonly cancelled: LineQuantity;
  readonly total: string;
}

/**
 * Cancels what has not left: the order as a whole where nothing has (`CanceledFlag`), else its open fulfillment lines
 * (quantity 0). Order Management works on it after its answer: what is not cancelled yet when it is read again is `unknown`.
 */
export async function cancelSalesOrder(
  { unit, cancelReason }: { readonly unit: BusinessUnit; readonly cancelReason: string },
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const known = await readSalesOrder(unit, { by: 'number', value: number }, call);
  if (known.status === 'notFound') {
    return { status: 'failed', failure: unit.client.fail('not-found', `there is no order ${number}`) };
  }
  if (known.status === 'failed') return known;
  if (isDraft(known.order)) return { status: 'rejected', reason: 'draft', message: draftMessage(number) };
  const parts = partsOf(known, lines);
  if ('reason' in parts) return { status: 'rejected', ...parts };
  if (parts.parts.length === 0) return { status: 'cancelled', number, lines: [] };
  const failure = await cancelParts({ unit, cancelReason }, known, parts.parts, call);
  if (failure !== undefined) return outcomeOf(failure, lines === undefined);
  return await verified(unit, number, parts.parts, call);
}

/** What is cancelled of each line, at most what is open of it; why not, where a line is asked for that cannot be meant. */
function partsOf(
  { order, rows }: Found,
  asked: readonly LineQuantity[] | undefined,
): { readonly parts: readonly Part[] } | { readonly reason: string; readonly message: string } {
  const lines = linesOf(rows);
  for (const [at, { lineId, quantity }] of (asked ?? []).entries()) {
    const line = order.lines.find((one) => one.lineId === lineId);
    if (line === undefined) return { reason: 'line', message: `the order has no line ${lineId}` };
    if (asked?.findIndex((one) => one.lineId === lineId) !== at) {
      return { reason: 'line', message: `line ${lineId} is named twice` };
    }
    if (quantity.unit !== line.quantity.unit) {
      const message = `line ${lineId} is in ${line.quantity.unit}, the cancellation is in ${quantity.unit}`;
      return { reason: 'unit', message };
    }
    if (compare(quantity.value, '0') < 0) {
      return { reason: 'quantity', message: `line ${lineId}: ${quantity.value} is less than nothing` };
    }
  }
  const parts = order.lines.flatMap((line): Part[] => {
    const [of, ask] = [lines.get(line.lineId) ?? [], asked?.find((one) => one.lineId === line.lineId)];
    const open = openQuantity(of);
    if (asked !== undefined && ask === undefined) return [];
    const value = minimum(ask?.quantity.value ?? open, open);
    if (compare(value, '0') <= 0) return [];
    const cancelled = { lineId: line.lineId, quantity: { value, unit: line.quantity.unit } };
    return [{ rows: of, cancelled, total: subtract(line.quantity.value, value) }];
  });
  return { parts };
}

async function cancelParts(
  { unit, cancelReason }: { readonly unit: BusinessUnit; readonly cancelReason: string },
  { key, rows }: Found,
  parts: readonly Part[],
  call: WriteCall,
): Promise<ConnectorFailure | undefined> {
  const operation = 'orders.cancel';
  const live = [...linesOf(rows.filter((row) => !isCancelled(row))).keys()];
  const isWhole = live.length === parts.length && parts.every(({ total }) => equals(total, '0'));
  if (!isWhole) {
    const changes = parts.flatMap(({ rows: of, cancelled }) => takenOff(of, cancelled.quantity.value));
    return await reviseLines(unit, { key, changes, cancelReason }, { ...call, operation });
  }
  const path = `${orderHub}/${encodeURIComponent(key)}`;
  const body = { CanceledFlag: true, CancelReasonCode: cancelReason };
  const answer = await unit.client.call('write', { method: 'PATCH', path, body, operation }, call);
  return answer.ok ? undefined : answer.failure;
}

/** `isSafe`: what was cancelled of the whole order is no longer open; a part of a line would go down a second time. */
function outcomeOf(failure: ConnectorFailure, isSafe: boolean): CancelOutcome {
  if (failure.class === 'validation') {
    return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
  }
  if (failure.safeToReplay && failure.class !== 'timeout-unknown') return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: isSafe } };
}

async function verified(
  unit: BusinessUnit,
  number: string,
  parts: readonly Part[],
  call: WriteCall,
): Promise<CancelOutcome> {
  const after = await readSalesOrder(unit, { by: 'number', value: number }, call);
  if (after.status === 'failed') return { status: 'unknown', failure: { ...after.failure, safeToReplay: false } };
  const lines = parts.map(({ cancelled }) => cancelled);
  const waiting = parts.find(({ cancelled: { lineId }, total }) => {
    // That the order cannot be found is no word of its cancellation.
    if (after.status !== 'found') return true;
    const line = after.order.lines.find((one) => one.lineId === lineId);
    if (line?.status === 'rejected') return false;
    return !equals(line?.quantity.value ?? '0', total);
  });
  if (waiting === undefined) return { status: 'cancelled', number, lines };
  const text = `line ${waiting.cancelled.lineId} of order ${number} is not cancelled yet`;
  return { status: 'unknown', failure: unit.client.fail('timeout-unknown', text) };
}
