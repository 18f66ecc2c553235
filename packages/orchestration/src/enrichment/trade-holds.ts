import type { Failure } from '../word/failure.ts';
import type { Context } from './context.ts';
import { type Destination, goesThere } from './destination.ts';
import type { TradeHold } from './table/credit-account.ts';

/** An item on its way to a place. */
export interface Movement {
  readonly lineId: string;
  readonly sku: string;
  readonly destination: Destination;
}

/** The holds of the tables that an order runs into, each once: of a line where the row names an item. */
export function tradeHolds({ tables, approvals }: Context, movements: readonly Movement[]): readonly Failure[] {
  const failures = tables.rows('holds').flatMap((row) => {
    const hit = movements.filter(({ sku, destination }) => (row.sku ?? sku) === sku && goesThere(row, destination));
    const met = row.sku === undefined ? hit.slice(0, 1) : hit;
    return met.map((movement) => ({ row, failure: failureOf(row, movement) }));
  });
  const open = failures.filter(({ row, failure: { code, lineId } }) => {
    const isSeen = approvals.some((seen) => seen.code === code && seen.lineId === lineId);
    return row.releasable === false || !isSeen;
  });
  return open.map(({ failure }) => failure);
}

function failureOf(row: TradeHold, { lineId, sku, destination }: Movement): Failure {
  const { customerNumber, address } = destination;
  const to = row.country === undefined ? '' : ` to ${address.country}`;
  const code = `hold-${row.hold}`;
  if (row.sku === undefined) {
    const message = `customer ${customerNumber}${to} is on hold (${row.hold}): ${row.reason}`;
    return { class: row.class, code, message };
  }
  const message = `line ${lineId}: item ${sku}${to} is on hold (${row.hold}): ${row.reason}`;
  return { class: row.class, code, message, lineId };
}
