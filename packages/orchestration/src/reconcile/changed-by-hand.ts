import type { ChangedLine, OrderChange } from '@dist/canonical';
import type { Told } from '../word/effect.ts';
import { type Comparison, viewNow } from './comparison.ts';

/** A change of one line that another system has made, or asks for. */
export interface HandChange {
  /** Names it: the same change again has the same name. */
  readonly change: string;
  /** The part whose ERP has made it; undefined where the ERPs are still to be asked. */
  readonly partId?: string | undefined;
  readonly line: Omit<ChangedLine, 'ids'>;
}

/**
 * What the order is told of such a change: a change order with new totals, like one of the buyer's. The ERP's answer goes
 * first, so that it is not asked for what it has done.
 */
export function changedByHand(comparison: Comparison, { change, partId, line }: HandChange): readonly Told[] {
  const { captured } = viewNow(comparison);
  if (captured === undefined || viewNow(comparison).changes.has(change)) return [];
  const { partner, order } = captured;
  const content: OrderChange = {
    kind: 'orderChange',
    version: '1',
    purpose: 'change',
    mode: 'delta',
    quantities: 'total',
    orderNumber: order.number,
    dates: {},
    parties: {},
    references: [],
    lines: [{ ...line, ids: [] }],
  };
  const request: Told = { type: 'change.requested', partner, change, content, receivedAt: comparison.at };
  if (partId === undefined) return [request];
  return [{ type: 'change.result', change, partId, accepted: true }, request];
}

/** Whether the order was told of it, and it is not settled: an ERP, or a change before it, has the word. */
export function isChangeOpen(comparison: Comparison, change: string): boolean {
  const status = viewNow(comparison).changes.get(change)?.status;
  return status === 'waiting' || status === 'held' || status === 'pending';
}
