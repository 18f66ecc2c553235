import type { Quantity } from '@dist/canonical';
import { compare, subtract } from '@dist/canonical/arithmetic';
import type { Outcome } from '@dist/orchestration/runtime';
import type { ErpOrderLine, ErpOrderStatus } from '../port/orders.ts';
import type { SubmittedLine } from './erp-directory.ts';

/** What an order in an ERP answers to the part that it was made for: what it rejects, and what it has less of than it was asked for. */
export function erpAnswer(
  { erp, partId }: { readonly erp: string; readonly partId: string },
  { number, phase, lines }: ErpOrderStatus,
  submitted: readonly SubmittedLine[],
): Outcome {
  const refused = lines.filter((line) => line.status === 'rejected');
  if (phase === 'rejected' || phase === 'cancelled' || (lines.length > 0 && refused.length === lines.length)) {
    const [first] = refused;
    const reason = first?.reason ?? (phase === 'cancelled' ? 'cancelled' : 'rejected');
    const what = phase === 'cancelled' ? `has cancelled order ${number}` : 'took no line';
    return { events: [{ type: 'erp.rejected', partId, reason, message: first?.message ?? `${erp} ${what}` }] };
  }
  const ours = new Set(submitted.map((line) => line.lineId));
  // An ERP that does not keep our line ids tells its own, which tell how many there are; one that tells no lines tells nothing.
  const isComparable = lines.length > 0 && lines.every((line) => ours.has(line.lineId));
  if (!isComparable && lines.length > 0 && lines.length < submitted.length) {
    const message = `order ${number} of ${erp} has ${lines.length} lines of ${submitted.length}, by ids of its own: a person must look`;
    return { failure: { class: 'configuration', code: 'lines-missing', message } };
  }
  const missing = isComparable ? notTaken(lines, submitted) : [];
  const rejected = refused.map(({ lineId, quantity, reason = 'rejected' }) => ({ lineId, quantity, reason }));
  return { events: [{ type: 'erp.accepted', partId, erp, number, rejected: [...rejected, ...missing] }] };
}

/** What was submitted and is not in the order: nobody may tell the buyer that it will come. */
function notTaken(lines: readonly ErpOrderLine[], submitted: readonly SubmittedLine[]) {
  const held = new Map(lines.map((line) => [line.lineId, line.quantity]));
  return submitted.flatMap(({ lineId, quantity }) => {
    const missing = missingOf(quantity, held.get(lineId));
    return missing === undefined ? [] : [{ lineId, quantity: { ...quantity, value: missing }, reason: 'not-taken' }];
  });
}

function missingOf({ value, unit }: Quantity, held: Quantity | undefined): string | undefined {
  if (held === undefined) return value;
  // In another unit the ERP counts what it was asked for in its own way.
  if (held.unit !== unit || compare(held.value, value) >= 0) return undefined;
  return subtract(value, held.value);
}
