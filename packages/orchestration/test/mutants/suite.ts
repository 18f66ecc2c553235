import { add, compare, equals } from '@dist/canonical/arithmetic';
import {
  defaultPolicy,
  type Effect,
  empty,
  lines,
  type OrderEvent,
  type OrderState,
  type Policy,
  phase,
  transition,
  upcast,
} from '@dist/orchestration';
import { type Flow, flowTests } from '@dist/orchestration/testing';
import fc from 'fast-check';
import { exploreOrder } from '../explore/explore-order.ts';
import { smallOrders } from '../explore/small-orders.ts';
import { type GoldenHistory, recordHistory } from '../golden/record-history.ts';
import { scenario, seeds, shuffled } from '../scenario.ts';
import { simulateMany } from '../simulation/simulate-many.ts';
import { ownFlows } from './own-flows.ts';
import { type OwnStory, ownStories } from './own-stories.ts';

/** What the suite is given, since it may run from a bundle that has no folder of its own. */
export interface SuiteInput {
  readonly histories: readonly GoldenHistory[];
  /** Histories of this release, under its own policy. */
  readonly later: readonly GoldenHistory[];
  readonly policy: Partial<Policy>;
  readonly flows?: readonly Flow[] | undefined;
}

/**
 * The fast proofs of the machine without a test runner: golden histories, scenarios, stories,
 * properties, interleavings, the simulation. Answers the first fault that it finds, or undefined when all of them hold.
 */
export async function suite(input: SuiteInput): Promise<string | undefined> {
  for (const { name, prove } of proofs(input)) {
    try {
      const fault = await prove();
      if (fault !== undefined) return `${name}: ${fault}`;
    } catch (error) {
      return `${name}: ${error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)}`;
    }
  }
  return undefined;
}

interface Proof {
  readonly name: string;
  readonly prove: () => string | undefined | Promise<string | undefined>;
}

function proofs({ histories, later, policy, flows = ownFlows }: SuiteInput): readonly Proof[] {
  return [
    { name: 'golden histories', prove: () => golden(histories, { ...defaultPolicy, ...policy }) },
    { name: 'golden histories of this release', prove: () => golden(later, defaultPolicy) },
    { name: 'scenarios', prove: () => played(flows) },
    { name: 'stories', prove: () => told(ownStories) },
    { name: 'any order of arrival', prove: anyOrder },
    { name: 'contradictions', prove: contradictions },
    { name: 'at every step', prove: everyStep },
    { name: 'interleavings', prove: () => smallOrders.flatMap((small) => exploreOrder(small, 300).faults)[0] },
    { name: 'simulation', prove: simulated },
  ];
}

function golden(histories: readonly GoldenHistory[], policy: Policy): string | undefined {
  for (const history of histories) {
    const events = history.steps.map(({ event }) => {
      const known = upcast(event);
      if ('code' in known) throw new Error(known.message);
      return known;
    });
    let index = 0;
    const again = recordHistory(history, events, { ...policy, ...history.policy }, () => history.steps[index++]?.event);
    if (JSON.stringify(again) !== JSON.stringify(history)) return history.name;
  }
  return undefined;
}

function played(flows: readonly Flow[]): undefined {
  for (const flow of flows) for (const { run } of flowTests(flow, { orders: 5 })) run();
}

function told(stories: readonly OwnStory[]): string | undefined {
  for (const { name, found, expected } of stories) {
    const has = found();
    if (has !== expected) return `${name}: expected "${expected}", found "${has}"`;
  }
  return undefined;
}

function fold(events: readonly OrderEvent[], each: (state: OrderState, effects: readonly Effect[]) => void = () => {}) {
  let state = empty('order-1');
  const keys: string[] = [];
  for (const event of events) {
    const step = transition(state, event, defaultPolicy);
    state = step.state;
    keys.push(...step.effects.map(({ key }) => key));
    each(state, step.effects);
  }
  return { state, keys };
}

const seed = { numRuns: 40, seed: 20 };

function anyOrder(): undefined {
  fc.assert(
    fc.property(scenario, seeds, (events, draw) => {
      const told = events
        .filter(({ type }) => ['shipment.posted', 'invoice.posted', 'erp.accepted', 'cancel.result'].includes(type))
        .map((event) => ({ ...event, key: `again-${event.key}`, at: '2026-03-09T00:00:00.000Z' }));
      const [one, other] = [fold(events), fold(shuffled([...events, ...told], draw))];
      const seen = ({ state }: { readonly state: OrderState }) =>
        JSON.stringify([
          lines(state),
          phase(state),
          Object.keys(state.holds).sort(),
          Object.entries(state.timers).sort(),
        ]);
      const documents = ({ keys }: { readonly keys: readonly string[] }) =>
        keys
          .filter((key) => /\/(855|856|810|fulfillment|invoice)/.test(key))
          .sort()
          .join();
      return seen(one) === seen(other) && documents(one) === documents(other);
    }),
    seed,
  );
}

/** What is known in the end does not depend on which of two contradicting reports came first. */
function contradictions(): undefined {
  fc.assert(
    fc.property(scenario, seeds, (events, draw) => {
      const fact = events.find((event) => event.type === 'shipment.posted');
      if (fact?.type !== 'shipment.posted') return true;
      const items = fact.shipment.items.map((item) => ({ ...item, quantity: { ...item.quantity, value: '1' } }));
      const other = { ...fact, key: 'other', shipment: { ...fact.shipment, items } };
      const seen = (order: readonly number[]) => {
        const { state } = fold(shuffled([...events, other], order));
        return JSON.stringify([lines(state), Object.keys(state.holds).sort(), Object.keys(state.conflicts)]);
      };
      return seen(draw) === seen([...draw].reverse());
    }),
    seed,
  );
}

function everyStep(): undefined {
  fc.assert(
    fc.property(scenario, seeds, (events, draw) => {
      const billed = new Map<string, string>();
      let holds = true;
      const { keys } = fold(shuffled(events, draw), (state, effects) => {
        for (const { body } of effects) {
          if (body.type !== 'document.send' || body.document !== '810') continue;
          for (const { lineId, quantity } of body.content.lines)
            billed.set(lineId, add(billed.get(lineId) ?? '0', quantity.value));
        }
        for (const line of lines(state)) {
          const gone = [line.rejected, line.cancelled, line.shipped, line.open].reduce(add);
          holds &&= equals(add(line.ordered, line.over), gone);
          holds &&= compare(billed.get(line.lineId) ?? '0', line.shipped) <= 0;
        }
      });
      return holds && new Set(keys).size === keys.length;
    }),
    seed,
  );
}

async function simulated(): Promise<string | undefined> {
  const { failed } = await simulateMany(100, { seed: 7 });
  return failed[0]?.broken[0]?.what;
}
