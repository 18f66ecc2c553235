import type { OrderEvent } from '../word/event.ts';
import type { OrderState } from '../word/state.ts';
import { type Advance, advance, begin, isSnapshotDue, streamOf } from './advance.ts';
import type { AppendResult, Batch } from './journal.ts';
import type { Running } from './running.ts';
import { tellNotes } from './tell-notes.ts';

/** Events for one order. */
export interface Dispatch {
  readonly id: string;
  readonly events: readonly OrderEvent[];
  /** More events, decided on the state that `events` lead to: asked anew when another has appended meanwhile. */
  readonly decide?: ((state: OrderState) => readonly OrderEvent[]) | undefined;
}

/** Under this many workers racing for one order each gets its turn; more means a fault, not bad luck. */
export const mostConflicts = 50;

/** Open, transition, append; a version conflict is tried again on the new state, any other one is the answer. */
export async function dispatch(
  running: Running,
  dispatches: readonly Dispatch[],
  batch: Omit<Batch, 'streams'>,
): Promise<AppendResult> {
  for (let conflicts = 0; ; conflicts++) {
    const advances = await advancesOf(running, dispatches);
    const result = await running.journal.append({
      ...batch,
      streams: advances.map((one) => streamOf(running, one)),
    });
    if (result.status === 'appended') return committed(running, advances, result);
    if (result.what !== 'version') return result;
    for (const { id, version } of advances) running.orders.forget(id, version);
    if (conflicts >= mostConflicts) return result;
  }
}

/** One for each order, however many dispatches name it; an order that nothing changes for is left out. */
async function advancesOf(running: Running, dispatches: readonly Dispatch[]): Promise<Advance[]> {
  const advances = new Map<string, Advance>();
  for (const { id, events, decide } of dispatches) {
    const before = advances.get(id) ?? begin(id, await running.orders.open(id));
    const told = events.reduce((known, event) => advance(running, known, event), before);
    const decided = decide?.(told.state) ?? [];
    const after = decided.reduce((known, event) => advance(running, known, event), told);
    if (after !== before) advances.set(id, after);
  }
  return [...advances.values()];
}

function committed(running: Running, advances: readonly Advance[], result: AppendResult): AppendResult {
  for (const one of advances) {
    const unsnapped = isSnapshotDue(running, one) ? 0 : one.unsnapped;
    running.orders.keep(one.id, { version: one.version + 1, state: one.state, unsnapped });
  }
  tellNotes(
    running,
    advances.flatMap(({ notes }) => notes),
  );
  return result;
}
