import type { OrderPart } from '../word/event.ts';
import { effectKey } from './effect-key.ts';
import { put } from './put.ts';
import { isStopAwaited, openRequest } from './requests.ts';
import { entryOf, type Step } from './step.ts';

/** A part, and the name under which it is stopped. */
export interface Stop {
  readonly cancel: string;
  readonly part: OrderPart;
}

/**
 * Once a warehouse has a part, it is stopped there before the ERP is asked to cancel (R17). True while that is under way,
 * and for good when the warehouse says that it is too late.
 */
export function stopFirst(step: Step, stop: Stop): boolean {
  const stopped = step.view.stops.get(`${stop.cancel}/${stop.part.partId}`);
  return stopped === undefined ? isStopping(step, stop) : stopped.lines.length === 0;
}

/** Asks the warehouse to stop what it has of a part, once, and one question after the other; false when there is nothing to stop. */
export function isStopping(step: Step, { cancel, part }: Stop): boolean {
  const { view } = step;
  const open = openRequest(view, part);
  if (open === undefined) return false;
  const { partId } = part;
  const { request, warehouse } = open;
  const key = effectKey.withdraw(step.before.id, cancel, partId);
  if (isStopAwaited(view, request) || entryOf(step, key) !== undefined) return true;
  const body = { type: 'warehouse.cancel', warehouse, partId, request, cancel } as const;
  put(step, { key, lane: `warehouse:${warehouse}`, safety: 'idempotent', body });
  return true;
}
