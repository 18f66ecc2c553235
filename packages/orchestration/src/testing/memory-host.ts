import { advance, type Told } from '../host/advance.ts';
import { checkedTimeout } from '../host/checked-timeout.ts';
import { fire } from '../host/fire.ts';
import type { Host, HostOptions } from '../host/host.ts';
import { type HostedOrder, newHostedOrder } from '../host/hosted-order.ts';
import { type Performed, performEffect } from '../host/perform-effect.ts';
import { policyFrom } from '../host/policy-from.ts';
import { isDue } from '../order/is-due.ts';
import { checkedEvents } from '../runtime/checked-events.ts';
import type { OutboxEffect } from '../runtime/journal.ts';
import type { Timer } from '../word/state.ts';

/** A host without an engine, for tests: what is due is done when `work` is called. */
export interface MemoryHost extends Host {
  /** Does what is due, and what is due because of that. Answers how many things it did. */
  work(): Promise<number>;
  /** Instant of what is due next; undefined when there is nothing to do. */
  next(): string | undefined;
}

type Task = { readonly due: string } & (
  | { readonly effect: OutboxEffect }
  | { readonly order: string; readonly timer: Timer }
);

interface Memory {
  readonly options: HostOptions;
  readonly orders: Map<string, HostedOrder>;
  readonly tasks: Task[];
  /** Deliveries that belong to no order and were handed over. */
  readonly handed: Set<string>;
}

/** The plainest host: a map of orders and a list of what is to be done. It forgets everything with its process. */
export function memoryHost(options: HostOptions): MemoryHost {
  checkedTimeout(options);
  const memory: Memory = { options, orders: new Map(), tasks: [], handed: new Set() };
  return {
    dispatch: async (orderId, told) => ({
      version: step(memory, orderId, { events: checkedEvents(orderId, told) }).version,
    }),
    read: async (orderId) => memory.orders.get(orderId)?.state,
    deliver: async (deliveries) => {
      for (const effect of deliveries) {
        if (!memory.handed.has(effect.key)) memory.tasks.push({ due: effect.notBefore, effect });
        memory.handed.add(effect.key);
      }
    },
    next: () => memory.tasks.map(({ due }) => due).sort()[0],
    work: () => work(memory),
  };
}

async function work(memory: Memory): Promise<number> {
  let done = 0;
  for (let task = takeDue(memory); task !== undefined; task = takeDue(memory)) {
    done++;
    if ('effect' in task) await perform(memory, task.effect);
    else fireTimer(memory, task.order, task.timer);
  }
  return done;
}

function takeDue({ tasks, options }: Memory): Task | undefined {
  const now = options.clock();
  const at = tasks.findIndex(({ due }) => due <= now);
  return at < 0 ? undefined : tasks.splice(at, 1)[0];
}

function step(memory: Memory, orderId: string, told: Told): HostedOrder {
  const { options, orders, tasks } = memory;
  const before = orders.get(orderId) ?? newHostedOrder(orderId);
  const { hosted, send, arm, notes } = advance(before, told, ({ policy }) => policyFrom(options, policy));
  if (hosted !== before) orders.set(orderId, hosted);
  tasks.push(...send.map((effect) => ({ due: effect.notBefore, effect })));
  tasks.push(...arm.map((timer) => ({ due: timer.due, order: orderId, timer })));
  for (const note of notes) options.onNote?.(note);
  return hosted;
}

async function perform(memory: Memory, effect: OutboxEffect): Promise<void> {
  const { key, attempt, order } = effect;
  const state = (memory.orders.get(order) ?? newHostedOrder(order)).state;
  const wanted = effect.body.type === 'document.deliver' || isDue(state, effect);
  const policy = policyFrom(memory.options, state.policy);
  const performed: Performed = wanted
    ? await performEffect(memory.options, effect, policy)
    : { key, attempt, events: [], deliveries: [] };
  const { events, deliveries, tell } = performed;
  if (tell !== undefined) step(memory, tell.order, { events: tell.events });
  if (order === '') memory.tasks.push(...deliveries.map((again) => ({ due: again.notBefore, effect: again })));
  else step(memory, order, { events, deliveries, ended: { key, attempt } });
}

function fireTimer(memory: Memory, order: string, timer: Timer): void {
  const fired = fire(memory.orders.get(order) ?? newHostedOrder(order), timer, memory.options.clock());
  if (fired.status === 'due') step(memory, order, { events: [fired.event] });
}
