import type { OrderEvent, Policy } from '@dist/orchestration';
import { type Journal, loadOrder, type Runtime } from '@dist/orchestration/runtime';

/** Lifts every hold of an order: a person has mended what it waited for, and it is enriched again. */
export async function releaseHolds(
  id: string,
  { journal, runtime, policy }: { journal: Journal; runtime: Pick<Runtime, 'dispatch'>; policy: Policy },
  at: string,
): Promise<void> {
  const stored = await loadOrder(journal, id, policy);
  const holds = Object.keys(stored?.state.holds ?? {});
  if (holds.length === 0) process.stderr.write(`${id}: there is no such order, or it is not held.\n`);
  const events = holds.map(
    (hold): OrderEvent => ({ type: 'hold.released', key: `released/${hold}/${at}`, at, v: 2, hold, by: 'operator' }),
  );
  if (events.length > 0) await runtime.dispatch([{ id, events }]);
}
