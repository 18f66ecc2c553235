import {
  type Availability,
  type AvailabilityEffectBody,
  type AvailabilityEvent,
  type AvailabilityPolicy,
  type AvailabilityState,
  type AvailabilityTransition,
  availabilityTransition,
  available,
} from '@dist/orchestration/availability';
import { nothing, patient, start } from './sample-stock.ts';

/** What a story of events led to. */
export interface StockStory {
  readonly state: AvailabilityState;
  readonly effects: readonly AvailabilityEffectBody[];
  readonly notes: readonly string[];
  readonly last: AvailabilityTransition;
  /** What can be promised at the end, at `WH1`. */
  readonly left: (question?: {
    readonly at?: string;
    readonly on?: string;
    readonly location?: string;
  }) => Availability;
}

/** Runs events from nothing. */
export function givenStock(events: readonly AvailabilityEvent[], policy: AvailabilityPolicy = patient): StockStory {
  let last: AvailabilityTransition = { state: nothing, effects: [], timers: [], notes: [] };
  const effects: AvailabilityEffectBody[] = [];
  const notes: string[] = [];
  for (const event of events) {
    last = availabilityTransition(last.state, event, policy);
    effects.push(...last.effects.map(({ body }) => body));
    notes.push(...last.notes.map(({ type }) => type));
  }
  const { state } = last;
  const left: StockStory['left'] = ({ at = state.now || start, on, location = 'WH1' } = {}) =>
    available(state, { location, at, on }, policy);
  return { state, effects, notes, last, left };
}
