import { empty, type OrderState, phase, terminalPhases, transition, waiting } from '@dist/orchestration';
import { type Move, movesOf } from './moves-of.ts';
import type { SmallOrder } from './small-orders.ts';
import { stepFaults } from './step-faults.ts';

/** What was seen of one small order. */
export interface Explored {
  readonly states: number;
  readonly steps: number;
  readonly phases: readonly string[];
  /** Whether all of it was seen. */
  readonly whole: boolean;
  /** What does not hold, with the way that leads there. */
  readonly faults: readonly string[];
}

interface Place {
  readonly state: OrderState;
  readonly come: ReadonlySet<number>;
  readonly way: readonly string[];
  readonly next: number[];
}

/** Every state that a small order can reach, breadth first, up to so many of them; states that are the same are one. */
export function exploreOrder(small: SmallOrder, most: number): Explored {
  const places: Place[] = [];
  const known = new Map<string, number>();
  const faults = new Set<string>();
  let steps = 0;
  const enter = (state: OrderState, come: ReadonlySet<number>, way: readonly string[]): number => {
    const name = `${[...come].sort().join()} ${canonical(state)}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, places.length);
    places.push({ state, come, way, next: [] });
    return places.length - 1;
  };
  enter(empty('order-1'), new Set(), []);
  for (let index = 0; index < places.length && places.length < most; index++) {
    const place = places[index] as Place;
    for (const move of movesOf(small, place.state, place.come)) {
      const { state, found } = take(small, place.state, move);
      steps += move.events.length;
      const way = [...place.way, nameOf(move)];
      for (const fault of found) faults.add(`${fault}, by ${way.join(' > ')}`);
      const come = move.fact === undefined ? place.come : new Set([...place.come, move.fact]);
      if (state !== place.state || come !== place.come) place.next.push(enter(state, come, way));
    }
  }
  const whole = places.length < most;
  if (whole)
    for (const { way, state } of deadEnds(small, places))
      faults.add(`no way out of ${phase(state)}, by ${way.join(' > ')}`);
  const phases = [...new Set(places.map(({ state }) => phase(state)))].sort();
  return { states: places.length, steps, phases, whole, faults: [...faults] };
}

function take(small: SmallOrder, from: OrderState, { events }: Move): { state: OrderState; found: readonly string[] } {
  const found: string[] = [];
  let state = from;
  for (const event of events) {
    const before = state;
    const step = transition(before, event, small.policy);
    state = step.state;
    if (state !== before) found.push(...stepFaults(small, { before, event, after: state, effects: step.effects }));
  }
  return { state, found };
}

/**
 * Places from which no end can be reached, and nobody who is asked: a person, or, once all the facts of the small order
 * have come, somebody outside whose next word it would be.
 */
function deadEnds({ policy, facts }: SmallOrder, places: readonly Place[]): readonly Place[] {
  const back = new Map<number, number[]>();
  for (const [index, { next }] of places.entries())
    for (const to of next) back.set(to, [...(back.get(to) ?? []), index]);
  const open = places.flatMap(({ state, come }, index) => {
    const { on } = waiting(state, policy);
    const isAsked = on === 'person' || (come.size === facts.length && on !== 'us' && on !== 'nothing');
    return isAsked || terminalPhases.includes(phase(state)) ? [index] : [];
  });
  const reached = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const from of back.get(at) ?? []) {
      if (reached.has(from)) continue;
      reached.add(from);
      open.push(from);
    }
  }
  return places.filter((_, index) => !reached.has(index));
}

function nameOf({ events }: Move): string {
  return events[0]?.key ?? '';
}

/** The same text for the same state, whatever way led there: the parts that states have in common are written once. */
function canonical(state: OrderState): string {
  return Object.entries(state)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, section]) => `${name} ${isRecord(section) ? recordText(section) : String(section)}`)
    .join('\n');
}

function recordText(record: object): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}=${isRecord(value) ? textOf(value) : String(value)}`)
    .sort()
    .join();
}

const texts = new WeakMap<object, string>();

function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
  texts.set(value, text);
  return text;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
