import type { Told } from '../host/advance.ts';
import { fire } from '../host/fire.ts';
import type { HostOptions } from '../host/host.ts';
import { type HostedOrder, newHostedOrder } from '../host/hosted-order.ts';
import { type Prepared, prepare } from '../host/prepare.ts';
import { isDue } from '../order/is-due.ts';
import type { OrderState } from '../word/state.ts';
import { type RestateInputs, sendEffect, sendTimer, toldOf, type Wanted } from './restate-calls.ts';
import type { RestateNames } from './restate-names.ts';
import type { RestateMethod, RestateObjectContext, RestateSharedContext } from './restate-sdk.ts';

/** The one entry in which an order is kept. */
const entry = 'order';

/**
 * Handlers of the object that is an order. Each step is one durable action, whose result says what to store and to send:
 * a worker of a later release that goes on with a step half done does what the earlier one has decided.
 */
export function orderHandlers(options: HostOptions, names: RestateNames) {
  const exclusive = {
    onEvents: async (context: RestateObjectContext, { events }: RestateInputs['onEvents']) => {
      const { version } = await step(options, names, context, { events });
      return { version };
    },
    onPerformed: async (context: RestateObjectContext, performed: RestateInputs['onPerformed']) => {
      await step(options, names, context, toldOf(performed));
    },
    onTimer: async (context: RestateObjectContext, timer: RestateInputs['onTimer']) => {
      const hosted = await orderOf(context);
      const fired = await context.run('fire', async () => fire(hosted, timer, options.clock()));
      if (fired.status === 'early') sendTimer(context, names, context.key, timer, fired.wait);
      if (fired.status === 'due') await step(options, names, context, { events: [fired.event] });
    },
  } satisfies Record<string, RestateMethod<RestateObjectContext>>;
  const shared = {
    read: async (context: RestateSharedContext): Promise<OrderState | null> =>
      (await context.get<HostedOrder>(entry))?.state ?? null,
    isWanted: async (context: RestateSharedContext, effect: RestateInputs['isWanted']): Promise<Wanted> => {
      const { state } = await orderOf(context);
      return { wanted: isDue(state, effect), policy: state.policy };
    },
  } satisfies Record<string, RestateMethod<RestateSharedContext>>;
  return { exclusive, shared };
}

async function step(
  options: HostOptions,
  names: RestateNames,
  context: RestateObjectContext,
  told: Told,
): Promise<Prepared> {
  const before = await orderOf(context);
  const prepared = await context.run('step', async () => {
    const made = prepare(options, before, told);
    made.tell();
    return made.prepared;
  });
  if (prepared.hosted !== undefined) context.set(entry, prepared.hosted);
  for (const { effect, wait } of prepared.send) sendEffect(context, names, effect, wait);
  for (const { timer, due, wait } of prepared.arm) sendTimer(context, names, context.key, { timer, due }, wait);
  return prepared;
}

async function orderOf(context: RestateSharedContext): Promise<HostedOrder> {
  return (await context.get<HostedOrder>(entry)) ?? newHostedOrder(context.key);
}
