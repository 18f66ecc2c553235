import type { OrderPart } from '../word/event.ts';
import { effectKey } from './effect-key.ts';
import { put } from './put.ts';
import { entryOf, type Step } from './step.ts';

/**
 * Once a warehouse has a part, it is stopped there before the ERP is asked to cancel (R17). True while that is under way,
 * and for good when the warehouse says that it is too late.
 */
export function stopFirst(
  step: Step,
  { cancel, part }: { readonly cancel: string; readonly part: OrderPart },
): boolean {
  const { view } = step;
  const { partId } = part;
  const release = entryOf(step, effectKey.release(step.before.id, partId))?.effect.body;
  if (release?.type !== 'warehouse.release' && !view.picked.has(partId)) return false;
  const stopped = view.stops.get(`${cancel}/${partId}`);
  if (stopped !== undefined) return stopped.lines.length === 0;
  const key = effectKey.withdraw(step.before.id, cancel, partId);
  if (entryOf(step, key) !== undefined) return true;
  const warehouse = release?.type === 'warehouse.release' ? release.warehouse : (part.warehouse ?? 'main');
  const request = release?.type === 'warehouse.release' ? release.request : part.externalReference;
  const body = { type: 'warehouse.cancel', warehouse, partId, request, cancel } as const;
  put(step, { key, lane: `warehouse:${warehouse}`, safety: 'idempotent', body });
  return true;
}
