import { phase, terminalPhases } from '../order/phase.ts';
import { transition } from '../order/transition.ts';
import { completeNotes } from '../telemetry/complete-notes.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Note, OrderState, Timer } from '../word/state.ts';
import type { LoggedEvent, StreamAppend } from './journal.ts';
import type { KnownOrder } from './known-orders.ts';
import { ofOrder } from './order-fault.ts';
import { policyOf, type RuntimeOptions } from './runtime-options.ts';

/** An order on its way from one version to the next. */
export interface Advance {
  readonly id: string;
  /** Version that it begins at. */
  readonly version: number;
  readonly state: OrderState;
  readonly log: readonly LoggedEvent[];
  readonly timers: readonly Timer[];
  readonly notes: readonly Note[];
  /** Entries of its log since its last snapshot, those of this step counted in. */
  readonly unsnapped: number;
}

export function begin(id: string, { version, state, unsnapped }: KnownOrder): Advance {
  return { id, version, state, log: [], timers: [], notes: [], unsnapped };
}

/** Brings one event to an order; the same object when it changes nothing and nothing is to be told of it. */
export function advance(options: RuntimeOptions, before: Advance, event: OrderEvent): Advance {
  const { policy, state, effects, timers, notes } = ofOrder(before.id, () => {
    const policy = policyOf(options, before.state);
    return { policy, ...transition(before.state, event, policy) };
  });
  const { policy: pinned } = before.state;
  if (state === before.state && notes.length === 0) return before;
  const complete = completeNotes({ before: before.state, event, after: state, notes, policy });
  return {
    ...before,
    state,
    timers,
    log: [...before.log, { event, issued: effects, policy: pinned === undefined ? policy.version : undefined }],
    notes: [...before.notes, ...complete],
    unsnapped: before.unsnapped + 1,
  };
}

/** Whether the log has grown so long since the last snapshot that another one is stored. */
export function isSnapshotDue({ snapshotEvery = 32 }: RuntimeOptions, { unsnapped }: Advance): boolean {
  return unsnapped >= snapshotEvery;
}

/** What of it is committed. */
export function streamOf(options: RuntimeOptions, advance: Advance): StreamAppend {
  const { id, version, state, log, timers, notes } = advance;
  const snapshot = isSnapshotDue(options, advance) ? state : undefined;
  const closedAt = terminalPhases.includes(phase(state)) ? options.clock() : undefined;
  return { id, expectedVersion: version, log, snapshot, timers, notes, closedAt };
}
