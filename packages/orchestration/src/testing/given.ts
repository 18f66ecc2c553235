import { later } from '../kernel/instant.ts';
import { dryRun } from '../order/dry-run.ts';
import { empty } from '../order/empty.ts';
import { explain } from '../order/explain.ts';
import { lines } from '../order/lines.ts';
import { waiting } from '../order/waiting.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { LineView, Note, OrderState, Phase, Waiting } from '../word/state.ts';

type Without<Event, Keys extends PropertyKey> = Event extends unknown ? Omit<Event, Keys> : never;

/** An event of a story: key and instant are made where they are not given, one minute after the event before. */
export type StoryEvent = Without<OrderEvent, 'key' | 'at' | 'v'> & {
  readonly key?: string | undefined;
  readonly at?: string | undefined;
};

/** Of which order a story is, and under which policy it happens. */
export interface StoryOptions {
  readonly id?: string | undefined;
  readonly policy?: Policy | undefined;
  /** Instant of the first event that has none. */
  readonly startsAt?: string | undefined;
}

/** An order after some events, and what more would do to it. */
export interface Story {
  readonly state: OrderState;
  readonly phase: Phase;
  readonly lines: readonly LineView[];
  readonly waiting: Waiting;
  /** In one sentence. */
  readonly explanation: string;
  /** Effects that the last `given` or `when` put in the outbox. */
  readonly effects: readonly Effect[];
  /** Notes of the last `given` or `when`. */
  readonly notes: readonly Note[];
  /** All events so far, with their keys and instants. */
  readonly events: readonly OrderEvent[];
  /** The same order after more events; this one stays as it is. */
  when(...events: readonly StoryEvent[]): Story;
}

/**
 * An order after some events, for tests of policies and scenarios: `given([captured]).when(enriched).phase`. No
 * assertion library is needed; everything is data.
 */
export function given(events: readonly StoryEvent[], options: StoryOptions = {}): Story {
  const { id = 'order-1', policy = defaultPolicy, startsAt = '2026-03-02T08:00:00.000Z' } = options;
  return tell({ before: empty(id), past: [], policy, next: startsAt }, events);
}

interface Telling {
  readonly before: OrderState;
  readonly past: readonly OrderEvent[];
  readonly policy: Policy;
  readonly next: string;
}

function tell({ before, past, policy, next }: Telling, events: readonly StoryEvent[]): Story {
  const complete: OrderEvent[] = [];
  let at = next;
  for (const event of events) {
    at = event.at ?? at;
    complete.push({ ...event, key: event.key ?? `event-${past.length + complete.length + 1}`, at, v: 2 });
    at = later(at, 60);
  }
  const { state, effects, notes, phases } = dryRun(before, complete, policy);
  const all = [...past, ...complete];
  return {
    state,
    phase: phases.after,
    lines: lines(state),
    waiting: waiting(state, policy),
    explanation: explain(state, policy),
    effects,
    notes,
    events: all,
    when: (...more) => tell({ before: state, past: all, policy, next: at }, more),
  };
}
