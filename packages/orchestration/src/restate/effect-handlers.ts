import type { HostOptions } from '../host/host.ts';
import { type Performed, performEffect } from '../host/perform-effect.ts';
import { policyFrom } from '../host/policy-from.ts';
import { waitUntil } from '../host/prepare.ts';
import type { DeliveryEffect, OutboxEffect } from '../runtime/journal.ts';
import { askWanted, type RestateInputs, sendEffect, sendEvents, sendPerformed, type Wanted } from './restate-calls.ts';
import type { RestateNames } from './restate-names.ts';
import type { RestateContext, RestateMethod } from './restate-sdk.ts';

/**
 * Handlers of the service that performs effects. Restate tries nothing again that a performer has answered or thrown:
 * attempts are the order's, by its policy. It runs again what a dying worker had begun, and the mark in the records
 * tells that run apart from the first.
 */
export function effectHandlers(options: HostOptions, names: RestateNames) {
  return {
    perform: async (context: RestateContext, { effect }: RestateInputs['perform']) => {
      if (effect.order === '') return deliverFree(options, names, context, effect);
      const wanted = await ask(context, names, effect);
      const { key, attempt } = effect;
      // What is not wanted has ended too: the next one of its partner goes.
      const performed: Performed = wanted.wanted
        ? await run(options, context, effect, wanted.policy)
        : { key, attempt, events: [], deliveries: [] };
      if (performed.tell !== undefined) sendEvents(context, names, performed.tell.order, performed.tell.events);
      sendPerformed(context, names, effect.order, performed);
    },
    deliver: async (context: RestateContext, { deliveries }: RestateInputs['deliver']) => {
      await sendDeliveries(options, names, context, deliveries);
    },
  } satisfies Record<string, RestateMethod<RestateContext>>;
}

/** An order's deliveries are in no ledger: they are always wanted. */
function ask(context: RestateContext, names: RestateNames, effect: OutboxEffect): Promise<Wanted> {
  return effect.body.type === 'document.deliver'
    ? Promise.resolve({ wanted: true })
    : askWanted(context, names, effect);
}

function run(
  options: HostOptions,
  context: RestateContext,
  effect: OutboxEffect,
  policy: string | undefined,
): Promise<Performed> {
  return context.run('perform', () => performEffect(options, effect, policyFrom(options, policy)));
}

/** What belongs to no order is tried again here. */
async function deliverFree(options: HostOptions, names: RestateNames, context: RestateContext, effect: OutboxEffect) {
  const { deliveries } = await run(options, context, effect, undefined);
  await sendDeliveries(options, names, context, deliveries);
}

async function sendDeliveries(
  options: HostOptions,
  names: RestateNames,
  context: RestateContext,
  deliveries: readonly DeliveryEffect[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const now = await context.run('now', async () => options.clock());
  for (const delivery of deliveries) sendEffect(context, names, delivery, waitUntil(delivery.notBefore, now));
}
