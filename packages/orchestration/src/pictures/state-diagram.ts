import type { Order } from '@dist/canonical';
import { empty, phase, terminalPhases, transition } from '../index.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderEvent } from '../word/event.ts';
import type { OrderState, Phase } from '../word/state.ts';
import { type PossibleEvent, possibleEvents } from './possible-events.ts';

/** Phases of an order and what leads from one to another: plain data, for `toMermaid` and `toSvg`. */
export interface StateDiagram {
  readonly kind: 'stateDiagram';
  /** Version of the policy it holds for. */
  readonly policy: string;
  readonly phases: readonly { readonly phase: Phase; readonly terminal: boolean }[];
  readonly arrows: readonly { readonly from: Phase; readonly to: Phase; readonly events: readonly string[] }[];
}

/** What a diagram is made for, and how far the search goes. */
export interface StateDiagramOptions {
  readonly policy: Policy;
  /** Orders by EDI when absent. */
  readonly channel?: Order['channel'] | undefined;
  /** How many things may go out of the ordinary in one life; 1 when absent. More finds rarer arrows and takes longer. */
  readonly detours?: number | undefined;
}

/**
 * The state diagram of the machine as it runs under a policy: found by letting a small order live all its lives in which
 * few things go out of the ordinary, and looking at the phase before and after each event. Nothing of it is written by
 * hand. The search is bounded and the same every time: an arrow that needs more may be missing, none is invented.
 */
export function stateDiagram(options: StateDiagramOptions): StateDiagram {
  const { policy, channel = 'edi', detours = 1 } = options;
  const arrows = new Map<string, Set<string>>();
  const seen = new Map<string, number>();
  const left: Node[] = [{ state: empty('northfield/4711'), at: Date.parse('2026-03-02T08:00:00.000Z'), detours }];
  for (let node = left.shift(); node !== undefined; node = left.shift()) {
    const from = phase(node.state);
    for (const { label, next } of stepsFrom(node, policy, channel)) {
      const to = phase(next.state);
      if (to !== from) arrows.set(`${from} ${to}`, (arrows.get(`${from} ${to}`) ?? new Set()).add(label));
      const likeness = likenessOf(next.state);
      if ((seen.get(likeness) ?? -1) >= next.detours) continue;
      seen.set(likeness, next.detours);
      // What has more detours left is looked at first, so that few states are looked at twice.
      if (next.detours === node.detours) left.unshift(next);
      else left.push(next);
    }
  }
  return diagramOf(policy.version, arrows);
}

interface Node {
  readonly state: OrderState;
  /** Milliseconds: the instant of its last event. */
  readonly at: number;
  /** How many events out of the ordinary may still come. */
  readonly detours: number;
}

interface Taken {
  readonly label: string;
  readonly next: Node;
}

/** Of the ordinary events the first that changes something; each other one is a detour. */
function* stepsFrom({ state, at, detours }: Node, policy: Policy, channel: Order['channel']): Iterable<Taken> {
  const number = Object.keys(state.facts).length + Object.keys(state.effects).length;
  let straight = true;
  for (const [index, possible] of [...possibleEvents(state, channel), ...timersOf(state)].entries()) {
    const { label, event, ordinary } = possible;
    const free = ordinary && straight;
    if (!free && detours === 0) continue;
    const due = event.type === 'timer.fired' ? Date.parse(state.timers[event.timer] ?? '') : 0;
    const now = Math.max(at + 60_000, due);
    const told: OrderEvent = { ...event, key: `event-${number}-${index}`, at: new Date(now).toISOString(), v: 2 };
    const after = transition(state, told, policy).state;
    if (after === state) continue;
    if (free) straight = false;
    yield { label, next: { state: after, at: now, detours: free ? detours : detours - 1 } };
  }
}

function timersOf({ timers, breaches }: OrderState): readonly PossibleEvent[] {
  const waiting = Object.keys(timers).filter((timer) => !Object.hasOwn(breaches, timer));
  return waiting
    .slice(0, 1)
    .map((timer) => ({ label: 'timer.fired', event: { type: 'timer.fired', timer }, ordinary: false }));
}

/** Two states of one likeness have the same possible futures, as far as this search cares: keys and instants differ. */
function likenessOf(state: OrderState): string {
  const effects = Object.values(state.effects).map(
    ({ status, attempt, effect }) => `${effect.key} ${status} ${attempt > 1}`,
  );
  return JSON.stringify([
    phase(state),
    [...new Set(effects)].sort(),
    Object.keys(state.holds).sort(),
    Object.keys(state.facts)
      .map((key) => key.replace(/\/event-\d+-\d+/, ''))
      .sort(),
  ]);
}

function diagramOf(policy: string, arrows: ReadonlyMap<string, ReadonlySet<string>>): StateDiagram {
  const found = new Set([...arrows.keys()].flatMap((arrow) => arrow.split(' ')));
  const named = phaseOrder.filter((one) => found.has(one));
  return {
    kind: 'stateDiagram',
    policy,
    phases: named.map((one) => ({ phase: one, terminal: terminalPhases.includes(one) })),
    arrows: named.flatMap((from) =>
      named.flatMap((to) => {
        const events = arrows.get(`${from} ${to}`);
        return events === undefined ? [] : [{ from, to, events: [...events].sort() }];
      }),
    ),
  };
}

/** From the beginning to the ends. */
const phaseOrder: readonly Phase[] = [
  'empty',
  'captured',
  'held',
  'submitting',
  'inDoubt',
  'fulfilling',
  'backordered',
  'shipped',
  'invoiced',
  'parked',
  'invalid',
  'rejected',
  'cancelled',
  'abandoned',
  'closed',
];
