import { add, compare, maximum, minimum, subtract } from '@dist/canonical/arithmetic';
import type { EffectOf } from '@dist/orchestration';
import type { Journal, Outcome, PerformContext } from '@dist/orchestration/runtime';
import type { ErpOrderStatus, LineQuantity, Orders } from '../port/orders.ts';
import { toFailure } from './to-failure.ts';

/** A line before anything of it was cancelled. */
interface LineBefore {
  readonly lineId: string;
  readonly open: string;
  readonly shipped: string;
  readonly unit: string;
}

/**
 * Cancels an order of an ERP or some of its lines. Before the first attempt it is written down how the lines stood, so that
 * one after a lost answer, or after a half done cancellation, asks for what is left only and tells all that was cancelled
 * since: by us, or by whoever was there meanwhile.
 */
export async function cancelErpOrder(
  orders: Pick<Orders, 'find' | 'cancel'>,
  { body }: EffectOf<'erp.cancel'>,
  { key, signal, journal }: PerformContext,
): Promise<Outcome> {
  const { erp, number, cancel, partId, lines, externalReference } = body;
  const found = await orders.find(externalReference, { signal });
  if (found.status === 'failed') return { failure: toFailure(found.failure) };
  const now = found.status === 'found' ? linesOf(found.order) : [];
  const before = await firstSeen(journal, `erp/${erp}/cancel/${key}`, now);
  const gone = goneSince(before, now);
  const told = (more: readonly LineQuantity[]): Outcome => ({
    events: [
      { type: 'cancel.result', cancel, partId, lines: sumOf(lines === undefined ? gone : ofThese(gone, lines), more) },
    ],
  });
  const rest = lines && restOf(lines, gone);
  if (rest?.length === 0) return told([]);
  const outcome = await orders.cancel({ number, reason: cancel, lines: rest }, { key, signal });
  switch (outcome.status) {
    case 'cancelled':
      return told(outcome.lines);
    case 'rejected':
      // Nothing is open any more, and that is our doing.
      if (gone.length > 0 && now.every(({ open }) => open === '0')) return told([]);
      return { failure: { class: 'system', code: outcome.reason, message: outcome.message } };
    case 'unknown':
    case 'failed':
      // What was done of it is seen by the next attempt.
      return { failure: toFailure({ ...outcome.failure, safeToReplay: true }) };
  }
}

function linesOf({ phase, lines }: ErpOrderStatus): readonly LineBefore[] {
  return lines.map(({ lineId, status, quantity: { value, unit }, shipped: { value: shipped } = { value: '0' } }) => {
    const isOpen = phase !== 'cancelled' && status === 'accepted';
    return { lineId, unit, shipped, open: isOpen ? maximum(subtract(value, shipped), '0') : '0' };
  });
}

async function firstSeen(journal: Journal, key: string, now: readonly LineBefore[]): Promise<readonly LineBefore[]> {
  const known = await journal.mark(key);
  if (known !== undefined) return JSON.parse(known) as readonly LineBefore[];
  const written = await journal.append({ marks: [{ key, expected: undefined, value: JSON.stringify(now) }] });
  return written.status === 'appended' ? now : firstSeen(journal, key, now);
}

/** What is no longer open and has not left; a line that the ERP has no more was cancelled as a whole. */
function goneSince(before: readonly LineBefore[], now: readonly LineBefore[]): readonly LineQuantity[] {
  const current = new Map(now.map((line) => [line.lineId, line]));
  return before.flatMap(({ lineId, open, shipped, unit }) => {
    const line = current.get(lineId) ?? { open: '0', shipped };
    const value = subtract(subtract(open, line.open), maximum(subtract(line.shipped, shipped), '0'));
    return compare(value, '0') > 0 ? [{ lineId, quantity: { value, unit } }] : [];
  });
}

function restOf(asked: readonly LineQuantity[], gone: readonly LineQuantity[]): readonly LineQuantity[] {
  const done = new Map(gone.map((line) => [line.lineId, line.quantity]));
  return asked.flatMap(({ lineId, quantity }) => {
    const part = done.get(lineId);
    const value = part?.unit === quantity.unit ? subtract(quantity.value, part.value) : quantity.value;
    return compare(value, '0') > 0 ? [{ lineId, quantity: { ...quantity, value } }] : [];
  });
}

function ofThese(gone: readonly LineQuantity[], asked: readonly LineQuantity[]): readonly LineQuantity[] {
  const most = new Map(asked.map((line) => [line.lineId, line.quantity.value]));
  return gone.flatMap(({ lineId, quantity }) => {
    const limit = most.get(lineId);
    return limit === undefined ? [] : [{ lineId, quantity: { ...quantity, value: minimum(quantity.value, limit) } }];
  });
}

function sumOf(some: readonly LineQuantity[], more: readonly LineQuantity[]): readonly LineQuantity[] {
  const all = new Map(some.map((line) => [line.lineId, line]));
  for (const { lineId, quantity } of more) {
    const value = add(all.get(lineId)?.quantity.value ?? '0', quantity.value);
    all.set(lineId, { lineId, quantity: { ...quantity, value } });
  }
  return [...all.values()];
}
