import { GrowingRecord } from '../kernel/growing-record.ts';
import type { Step } from '../kernel/step.ts';
import type { View } from '../kernel/view.ts';
import type { OrderEvent } from '../word/event.ts';
import type { IssuedEffect, OrderState, Phase, Timer } from '../word/state.ts';
import { Instants } from './instants.ts';

/** What the machine keeps of a state beside it: what it would derive again. */
export interface Kept {
  facts: GrowingRecord<OrderEvent>;
  effects: GrowingRecord<IssuedEffect>;
  readonly timers: Instants;
  readonly awaited: Instants;
  /** Only the newest state has one: a step writes to it and leaves it with the state that it leads to. */
  view: View | undefined;
  /** Whether a step has taken the records: what they say from then on is of newer states. */
  isTaken: boolean;
  phase: Phase | undefined;
  running: readonly Timer[] | undefined;
  /** Deadlines that were asked for, by timer. */
  readonly dues: Step['dues'];
}

type Made = 'facts' | 'effects' | 'timers' | 'awaited';

const kept = Symbol('kept');
const others = new WeakMap<OrderState, Kept>();

/** What is kept of a state that a step has made, and of any other, read from JSON for instance. */
export function keptOf(state: OrderState): Kept {
  const own = (state as Keeping)[kept] ?? others.get(state);
  if (own !== undefined) return own;
  const made = keptAnew(state);
  others.set(state, made);
  return made;
}

/** What is kept of a state of which nothing was asked yet. */
export function keptAnew(state: Pick<OrderState, Made>): Kept {
  return {
    facts: GrowingRecord.of(state.facts),
    effects: GrowingRecord.of(state.effects),
    timers: Instants.of(state.timers),
    awaited: Instants.of(state.awaited),
    view: undefined,
    isTaken: false,
    phase: undefined,
    running: undefined,
    dues: new Map(),
  };
}

/**
 * A state as a step makes it. What it says of facts, effects, timers and what is awaited is plain objects that are made when
 * they are first asked for: a log is read back without four for each event. A symbol, and no WeakMap, which takes ten times as long.
 */
export function stateOf({ id, policy, holds, breaches, conflicts }: Omit<OrderState, Made>, keeps: Kept): OrderState {
  const state: { -readonly [Name in keyof OrderState]?: OrderState[Name] } & Keeping = { id, policy };
  Object.defineProperty(state, kept, { value: keeps });
  Object.defineProperty(state, 'facts', fields.facts);
  Object.defineProperty(state, 'effects', fields.effects);
  state.holds = holds;
  Object.defineProperty(state, 'awaited', fields.awaited);
  Object.defineProperty(state, 'timers', fields.timers);
  state.breaches = breaches;
  state.conflicts = conflicts;
  return state as OrderState;
}

interface Keeping {
  readonly [kept]?: Kept;
}

// One descriptor for all states, so that they have one shape.
const fields = { facts: field('facts'), effects: field('effects'), timers: field('timers'), awaited: field('awaited') };

function field(name: Made) {
  return {
    get(this: Keeping) {
      return this[kept]?.[name].plain();
    },
    enumerable: true,
    configurable: true,
  };
}
