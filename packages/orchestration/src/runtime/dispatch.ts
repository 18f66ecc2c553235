import { empty } from '../core/empty.ts';
import { transition } from '../core/transition.ts';
import type { OrderEvent } from '../word/event.ts';
import type { AppendResult, Batch, StreamAppend } from './journal.ts';
import { policyOf, type RuntimeOptions } from './runtime-options.ts';

/** Events for one order. */
export interface Dispatch {
  readonly id: string;
  readonly events: readonly OrderEvent[];
}

/** Under this many workers racing for one order each gets its turn; more means a fault, not bad luck. */
export const mostConflicts = 50;

/** Load, transition, append; a version conflict is tried again on the new state, any other one is the answer. */
export async function dispatch(
  options: RuntimeOptions,
  dispatches: readonly Dispatch[],
  batch: Omit<Batch, 'streams'>,
): Promise<AppendResult> {
  for (let conflicts = 0; ; conflicts++) {
    const streams = await streamsOf(options, dispatches);
    const result = await options.journal.append({ ...batch, streams });
    if (result.status === 'appended') {
      for (const note of streams.flatMap((stream) => stream.notes)) options.onNote?.(note);
      return result;
    }
    if (result.what !== 'version' || conflicts >= mostConflicts) return result;
  }
}

/** One stream for each order, however many dispatches name it; an order that nothing changes for is left out. */
async function streamsOf(options: RuntimeOptions, dispatches: readonly Dispatch[]): Promise<StreamAppend[]> {
  const streams = new Map<string, StreamAppend>();
  for (const { id, events } of dispatches) {
    const before = streams.get(id) ?? (await opened(options, id));
    const stream = events.reduce((known, event) => advanced(options, known, event), before);
    if (stream !== before) streams.set(id, stream);
  }
  return [...streams.values()];
}

async function opened({ journal }: RuntimeOptions, id: string): Promise<StreamAppend> {
  const stored = await journal.load(id);
  const { version, state } = stored ?? { version: 0, state: empty(id) };
  return { id, expectedVersion: version, state, events: [], effects: [], timers: [], notes: [] };
}

function advanced(options: RuntimeOptions, before: StreamAppend, event: OrderEvent): StreamAppend {
  const { state, effects, timers, notes } = transition(before.state, event, policyOf(options, before.state));
  if (state === before.state && notes.length === 0) return before;
  return {
    ...before,
    state,
    timers,
    events: [...before.events, event],
    effects: [...before.effects, ...effects],
    notes: [...before.notes, ...notes],
  };
}
