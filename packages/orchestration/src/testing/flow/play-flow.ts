import { orderId } from '../../identity/order-id.ts';
import { defaultPolicy } from '../../policy/default-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Effect } from '../../word/effect.ts';
import { given, type Story, type StoryEvent } from '../given.ts';
import { answerEffect, type Outside } from './answer-effect.ts';
import type { Flow, FlowIssue, FlowStory } from './flow.ts';
import type { FlowEvent } from './flow-event.ts';
import { plainMasterData } from './plain-master-data.ts';
import { isShared, type Message, sharedMessages } from './shared-messages.ts';
import { tellEvent } from './tell-event.ts';

/** One arrival of a message: it says the same whenever it comes. */
export interface Arrival {
  readonly event: FlowEvent;
  /** What it says, where that was written before; composed of what is known on arrival otherwise. */
  readonly messages?: readonly Message[] | undefined;
}

/**
 * Plays a scenario against the order machine: each event is told to its order, and what the scenario does not tell of
 * the outside (enrichment, an ERP that takes everything) is answered at once. `each` is called after every step.
 *
 * @throws RangeError when no event names an order.
 */
export function playFlow(
  flow: Flow,
  each: (story: FlowStory) => void = () => {},
  arrivals: readonly Arrival[] = flow.when.map((event) => ({ event })),
): FlowStory {
  return storyOf(play(flow, each, arrivals));
}

/** The events as the scenario tells them, each with what it says then. */
export function writtenArrivals(flow: Flow): readonly Arrival[] {
  const { written } = play(
    flow,
    () => {},
    flow.when.map((event) => ({ event })),
  );
  return flow.when.map((event, index) => ({ event, messages: written[index] ?? [] }));
}

interface Tale {
  readonly orders: ReadonlyMap<string, Story>;
  readonly moved: string;
  readonly issued: readonly FlowIssue[];
  /** The latest instant that anything happened at: what comes late does not turn the clock back. */
  readonly at: string;
  readonly written: readonly (readonly Message[])[];
  readonly outside: Omit<Outside, 'policy'>;
}

function play(flow: Flow, each: (story: FlowStory) => void, arrivals: readonly Arrival[]): Tale {
  let tale: Tale = beginOf(flow);
  for (const arrival of arrivals) tale = arrive(tale, flow, arrival, each);
  return tale;
}

const told: ReadonlySet<FlowEvent['event']> = new Set([
  'erp accepted',
  'erp rejected',
  'erp reply lost',
  'erp look-up finds',
  'erp look-up finds nothing',
  'erp answers',
]);

function beginOf({ given: facts = {}, when }: Flow): Tale {
  const { partner = 'partner', masterData = plainMasterData(when, partner) } = facts;
  const erpIsTold = when.some(({ event }) => told.has(event));
  return { orders: new Map(), moved: '', issued: [], at: '', written: [], outside: { masterData, erpIsTold } };
}

function storyOf({ orders, moved, issued, at }: Tale): FlowStory {
  const order = orders.get(moved) ?? [...orders.values()].at(-1);
  if (order === undefined) throw new RangeError('the scenario tells nothing');
  return { orders, order, issued, at };
}

function arrive(before: Tale, flow: Flow, { event, messages }: Arrival, each: (story: FlowStory) => void): Tale {
  const at = new Date(event.at).toISOString();
  const policy = policyOf(flow, at);
  const said = messages ?? write(before, flow, event, at, policy);
  let tale: Tale = { ...before, written: [...before.written, said] };
  for (const { id, events } of said) {
    const story = tale.orders.get(id) ?? given([], { id, policy });
    tale = tell({ ...tale, orders: new Map(tale.orders).set(id, story) }, id, events, policy, each);
  }
  return tale;
}

/** What an event says to each order that it is about. */
function write(tale: Tale, flow: Flow, event: FlowEvent, at: string, policy: Policy): readonly Message[] {
  const { partner: usual = 'partner' } = flow.given ?? {};
  const partner = event.partner ?? usual;
  const key = event.key ?? JSON.stringify(event);
  const shared = sharedMessages(event, { at, partner, key, orders: tale.orders });
  if (shared !== undefined) return shared;
  return numbersOf(event, flow).map((number) => {
    const id = orderId(partner, { number });
    const story = tale.orders.get(id) ?? given([], { id, policy });
    const scene = { story, at, partner, number, key };
    return { id, events: tellEvent(event, scene) };
  });
}

/** The order that an event names; the scenario's first one otherwise, and all of them by a clock. */
function numbersOf(event: FlowEvent, { when }: Flow): readonly string[] {
  const numbers = [...new Set(when.flatMap(({ order }) => order ?? []))];
  const [first] = numbers;
  if (event.order !== undefined) return [event.order];
  if (first === undefined) throw new RangeError('no event of the scenario names an order');
  return event.event === 'clock' ? numbers : [first];
}

function policyOf({ given: { policy = defaultPolicy, policyFrom = [] } = {} }: Flow, at: string): Policy {
  const since = policyFrom.filter((row) => Date.parse(row.at) <= Date.parse(at));
  return since.at(-1)?.policy ?? policy;
}

/** One step at a time, then what the outside answers to it. */
function tell(
  before: Tale,
  id: string,
  events: readonly StoryEvent[],
  policy: Policy,
  each: (story: FlowStory) => void,
): Tale {
  let tale = before;
  for (const event of events) {
    const story = tale.orders.get(id)?.when(event);
    if (story === undefined) throw new RangeError(`there is no order ${id}`);
    const at = event.at !== undefined && event.at > tale.at ? event.at : tale.at;
    const issued = [...tale.issued, ...story.effects.map((effect) => ({ at, effect }))];
    const moved = isShared(id) ? tale.moved : id;
    tale = { ...tale, orders: new Map(tale.orders).set(id, story), moved, issued, at };
    each(storyOf(tale));
    for (const effect of story.effects) tale = answer(tale, id, effect, policy, each);
  }
  return tale;
}

/** What one order tells another is told by the harness, as the runtime does; the rest is the outside's. */
function answer(before: Tale, id: string, effect: Effect, policy: Policy, each: (story: FlowStory) => void): Tale {
  const { at } = before;
  const story = before.orders.get(id);
  if (story === undefined) throw new RangeError(`there is no order ${id}`);
  const { body, key, attempt } = effect;
  if (body.type !== 'order.tell') {
    const answers = answerEffect(effect, story, { ...before.outside, policy });
    return tell(
      before,
      id,
      answers.map((one) => ({ ...one, at })),
      policy,
      each,
    );
  }
  const known = before.orders.get(body.to) ?? given([], { id: body.to, policy });
  const open = { ...before, orders: new Map(before.orders).set(body.to, known) };
  const told = tell(open, body.to, [{ ...body.told, key, at } as StoryEvent], policy, each);
  return tell(
    told,
    id,
    [{ type: 'effect.done', effect: key, attempt, key: `done/${key}@${attempt}`, at }],
    policy,
    each,
  );
}
