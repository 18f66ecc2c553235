import type { OrderEvent, Policy } from '@dist/orchestration';
import { type Journal, loadOrder, type Runtime } from '@dist/orchestration/runtime';

interface Held {
  readonly journal: Journal;
  readonly runtime: Pick<Runtime, 'dispatch'>;
  readonly policy: Policy;
}

/** How many held orders are named at most. */
const most = 20;

/**
 * Lifts every hold of an order: a person has mended what it waited for, and it is enriched again. Where there is nothing to
 * lift it says so with what could be released, and answers false.
 */
export async function releaseHolds(id: string, world: Held, at: string): Promise<boolean> {
  const { journal, runtime, policy } = world;
  const stored = await loadOrder(journal, id, policy);
  const holds = Object.keys(stored?.state.holds ?? {});
  if (holds.length === 0) {
    const fault = stored === undefined ? 'there is no order of this id' : 'this order is not held';
    process.stderr.write(`--release ${id}: ${fault}, and nothing was released. ${await heldOrders(world)}\n`);
    return false;
  }
  const events = holds.map(
    (hold): OrderEvent => ({ type: 'hold.released', key: `released/${hold}/${at}`, at, v: 2, hold, by: 'operator' }),
  );
  await runtime.dispatch([{ id, events }]);
  return true;
}

async function heldOrders({ journal, policy }: Held): Promise<string> {
  const held: string[] = [];
  for await (const id of journal.orders()) {
    const stored = await loadOrder(journal, id, policy);
    if (Object.keys(stored?.state.holds ?? {}).length > 0) held.push(id);
  }
  if (held.length === 0) return 'No order is held.';
  const others = held.length > most ? `, and ${held.length - most} more` : '';
  return `Held are: ${held.slice(0, most).join(', ')}${others}.`;
}
