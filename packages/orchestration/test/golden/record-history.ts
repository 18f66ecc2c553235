import {
  empty,
  type LineView,
  lines,
  type OrderEvent,
  type Phase,
  type Policy,
  phase,
  transition,
} from '@dist/orchestration';

/** What is kept of an order's life: each event as it was stored, and what the machine put in the outbox because of it. */
export interface GoldenHistory {
  readonly name: string;
  readonly id: string;
  /** Sections of the release's default policy that are otherwise. */
  readonly policy: Partial<Policy>;
  /** `issued`: keys of the effects, an attempt after the first with its number: `order-1/855@2`. */
  readonly steps: readonly { readonly event: unknown; readonly issued: readonly string[] }[];
  readonly phase: Phase;
  readonly lines: readonly LineView[];
}

/** Plays events one by one and writes down what came of each. `stored` says how an event is written. */
export function recordHistory(
  { name, id, policy: sections }: Pick<GoldenHistory, 'name' | 'id' | 'policy'>,
  events: readonly OrderEvent[],
  policy: Policy,
  stored: (event: OrderEvent) => unknown = (event) => event,
): GoldenHistory {
  let state = empty(id);
  const steps = events.map((event) => {
    const { state: after, effects } = transition(state, event, policy);
    state = after;
    const issued = effects.map(({ key, attempt }) => (attempt === 1 ? key : `${key}@${attempt}`));
    return { event: stored(event), issued };
  });
  return { name, id, policy: sections, steps, phase: phase(state), lines: lines(state) };
}
