import { empty, type OrderState } from '../index.ts';
import type { PartnerQueues } from './partner-queues.ts';

/** What an engine keeps of one order, as JSON. */
export interface HostedOrder {
  /** Steps that changed something. */
  readonly version: number;
  readonly state: OrderState;
  readonly queues: PartnerQueues;
  /** Timers for which the engine was asked to wake the order → due instant. */
  readonly armed: Readonly<Record<string, string>>;
}

/** An order that nothing is known of. */
export function newHostedOrder(id: string): HostedOrder {
  return { version: 0, state: empty(id), queues: {}, armed: {} };
}
