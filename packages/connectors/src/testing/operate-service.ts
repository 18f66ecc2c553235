import type { Call } from '../port/call.ts';
import type { Capability } from '../port/connector.ts';
import type { AnyOutcome } from './operate.ts';
import type { Stage } from './stage.ts';

/** The capabilities of carriers, warehouses, payments and collectors. */
export type ServiceCapability = Extract<
  Capability,
  `${'rates' | 'labels' | 'tracking' | 'fulfillments' | 'payments' | 'notes'}.${string}`
>;

/** Those of them that are called once: lists are read by pages. */
export type ServiceOperation = Exclude<ServiceCapability, 'fulfillments.list' | 'payments.list'>;

/** Calls one operation of a service with its sample; undefined where the adapter has no such operation or no sample. */
export async function operateService(
  { adapter, connector }: Stage,
  capability: ServiceOperation,
  call: Call,
): Promise<AnyOutcome | undefined> {
  const { samples = {} } = adapter;
  const { rates, labels, tracking, fulfillments, payments, notes } = connector;
  const write = { key: `kit/PO-1/${capability}`, ...call };
  switch (capability) {
    case 'rates.quote':
      return samples['rates.quote'] && rates?.quote?.(samples['rates.quote'], call);
    case 'labels.create':
      return samples['labels.create'] && labels?.create?.(samples['labels.create'], write);
    case 'labels.find':
      return samples['labels.find'] === undefined ? undefined : labels?.find?.(samples['labels.find'], call);
    case 'labels.void':
      return samples['labels.void'] === undefined ? undefined : labels?.void?.(samples['labels.void'], write);
    case 'tracking.find':
      return samples['tracking.find'] && tracking?.find?.(samples['tracking.find'], call);
    case 'fulfillments.request':
      return samples['fulfillments.request'] && fulfillments?.request?.(samples['fulfillments.request'], write);
    case 'fulfillments.cancel': {
      const number = samples['fulfillments.cancel'];
      return number === undefined ? undefined : fulfillments?.cancel?.({ number, reason: 'kit' }, write);
    }
    case 'payments.find':
      return samples['payments.find'] === undefined ? undefined : payments?.find?.(samples['payments.find'], call);
    case 'payments.refund':
      return samples['payments.refund'] && payments?.refund?.(samples['payments.refund'], write);
    case 'notes.export':
      return samples['notes.export'] && notes?.export?.(samples['notes.export'], write);
  }
}
