import type { DeliveryEffect, Performer } from '@dist/orchestration/runtime';
import { documentDeliverer } from '../document-deliverer.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { mayNotSend } from './may-send.ts';

const waitMilliseconds = 300_000;

/** Delivers acknowledgments and what else is stored; for a partner that may not be sent to they wait until it may (R29). */
export function agreedDeliverer(gateway: GatewayOptions): Performer<DeliveryEffect> {
  const deliver = documentDeliverer(gateway);
  return async (effect, context) => {
    const refused = await mayNotSend(gateway, context.journal, effect.body.partner);
    if (refused === undefined) return deliver(effect, context);
    const until = new Date(Date.parse(gateway.clock()) + waitMilliseconds).toISOString();
    return { postponed: { until, reason: refused.message } };
  };
}
