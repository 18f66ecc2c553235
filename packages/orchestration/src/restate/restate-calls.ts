import type { Told } from '../host/advance.ts';
import type { Performed } from '../host/perform-effect.ts';
import type { DeliveryEffect, OutboxEffect } from '../runtime/journal.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Timer } from '../word/state.ts';
import { jsonSerde } from './json-serde.ts';
import type { RestateNames } from './restate-names.ts';
import type { RestateContext } from './restate-sdk.ts';

/**
 * What the handlers take. Calls wait in Restate for weeks, across releases: a field may be added, none may change its
 * meaning.
 */
export interface RestateInputs {
  readonly onEvents: { readonly events: readonly OrderEvent[] };
  readonly onPerformed: Performed;
  readonly onTimer: Timer;
  readonly isWanted: Pick<OutboxEffect, 'key' | 'attempt'>;
  readonly perform: { readonly effect: OutboxEffect };
  readonly deliver: { readonly deliveries: readonly DeliveryEffect[] };
}

/** Whether an attempt is still to be made, and under which policy. */
export interface Wanted {
  readonly wanted: boolean;
  readonly policy?: string | undefined;
}

/** Tells the order what came of an attempt. */
export function sendPerformed(context: RestateContext, names: RestateNames, key: string, performed: Performed): void {
  send(context, { service: names.orders, method: 'onPerformed', key, parameter: performed, delay: 0 });
}

/** Tells an order of events. */
export function sendEvents(
  context: RestateContext,
  names: RestateNames,
  key: string,
  events: readonly OrderEvent[],
): void {
  send(context, { service: names.orders, method: 'onEvents', key, parameter: { events }, delay: 0 });
}

/** Asks for an effect to be performed after a wait. The same attempt is performed once, however often it is sent. */
export function sendEffect(context: RestateContext, names: RestateNames, effect: OutboxEffect, wait: number): void {
  const idempotencyKey = `${effect.key}@${effect.attempt}`;
  send(context, { service: names.effects, method: 'perform', parameter: { effect }, delay: wait, idempotencyKey });
}

/** Asks to be called for a timer after a wait. */
export function sendTimer(
  context: RestateContext,
  names: RestateNames,
  key: string,
  { timer, due }: Timer,
  wait: number,
): void {
  send(context, { service: names.orders, method: 'onTimer', key, parameter: { timer, due }, delay: wait });
}

/** Asks the order whether an attempt is still to be made. */
export function askWanted(context: RestateContext, names: RestateNames, effect: OutboxEffect): Promise<Wanted> {
  const { key, attempt, order } = effect;
  return context.genericCall<RestateInputs['isWanted'], Wanted>({
    service: names.orders,
    method: 'isWanted',
    key: order,
    parameter: { key, attempt },
    inputSerde: jsonSerde(),
    outputSerde: jsonSerde(),
  });
}

/** What is told of an attempt that has ended. */
export function toldOf({ key, attempt, events, deliveries }: Performed): Told {
  return { events, ended: { key, attempt }, deliveries };
}

interface Sent<Parameter> {
  readonly service: string;
  readonly method: keyof RestateInputs;
  readonly key?: string;
  readonly parameter: Parameter;
  readonly delay: number;
  readonly idempotencyKey?: string;
}

function send<Parameter>(context: RestateContext, sent: Sent<Parameter>): void {
  context.genericSend<Parameter>({ ...sent, inputSerde: jsonSerde() });
}
