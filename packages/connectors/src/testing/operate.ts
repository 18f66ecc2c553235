import type { Call } from '../port/call.ts';
import type { Capability } from '../port/connector.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { LineQuantity } from '../port/orders.ts';
import type { ContractAdapter } from './contract-adapter.ts';
import { expectNoSecret } from './expect-no-secret.ts';
import { expectThat } from './expect-that.ts';
import type { ListCapability } from './fake.ts';
import { operateService } from './operate-service.ts';
import { externalReference, type Stage } from './stage.ts';

/** The outcome of any operation, as far as they are alike. */
export interface AnyOutcome {
  readonly status: string;
  readonly failure?: ConnectorFailure | undefined;
  /** What a cancellation has cancelled. */
  readonly lines?: readonly LineQuantity[] | undefined;
}

const lists: ReadonlySet<Capability> = new Set<ListCapability>([
  'orders.list',
  'shipments.list',
  'invoices.list',
  'fulfillments.list',
  'payments.list',
]);

export function isList(capability: Capability): capability is ListCapability {
  return lists.has(capability);
}

/** The operations that need no sample, where an order can be submitted first. */
const ofSubmitted: ReadonlySet<Capability> = new Set<Capability>([
  'orders.find',
  'orders.status',
  'orders.cancel',
  'orders.submit',
]);

/** Whether an operation can be called. Throws a RangeError for one that is offered and has no sample. */
export function expectSample(
  { samples = {} }: ContractAdapter,
  capability: Capability,
  offered: readonly Capability[],
): void {
  if (isList(capability) || capability === 'health.check' || capability === 'events.list') return;
  if (offered.includes('orders.submit') && ofSubmitted.has(capability)) return;
  if (!Object.hasOwn(samples, capability)) throw new RangeError(`the operation ${capability} has no sample`);
}

/** The system's number of the order that operations are about, which is submitted first where it can be. */
export async function prepareOrder({ adapter, connector, submit }: Stage): Promise<string> {
  const known = adapter.samples?.['orders.status'];
  if (known !== undefined || connector.orders?.submit === undefined) return known ?? '';
  const outcome = await submit();
  expectThat(outcome.status === 'accepted', 'accepted', outcome);
  return outcome.order.number;
}

/** Calls one operation of an adapter with its sample. Whatever comes of it holds no secret. */
export async function operate(
  stage: Stage,
  capability: Capability,
  number: string,
  call: Call = {},
): Promise<AnyOutcome> {
  const { adapter, connector } = stage;
  const { samples = {} } = adapter;
  const { orders, inventory, shipments, invoices, acknowledgments, customers, items, health } = connector;
  const write = { key: `kit/PO-1/${capability}`, ...call };
  const outcome = await (() => {
    switch (capability) {
      case 'orders.submit':
        return adapter.orders && orders?.submit?.(adapter.orders.accepted, { ...write, externalReference });
      case 'orders.find':
        return orders?.find?.(samples['orders.find'] ?? externalReference, call);
      case 'orders.status':
        return orders?.status?.(number, call);
      case 'orders.cancel':
        return orders?.cancel?.({ number, reason: 'kit', ...samples['orders.cancel'] }, write);
      case 'orders.change':
        return orders?.change?.({ number, lines: samples['orders.change'] ?? [] }, write);
      case 'inventory.availability':
        return samples['inventory.availability'] && inventory?.availability?.(samples['inventory.availability'], call);
      case 'inventory.publish':
        return samples['inventory.publish'] && inventory?.publish?.(samples['inventory.publish'], write);
      case 'shipments.publish':
        return samples['shipments.publish'] && shipments?.publish?.(samples['shipments.publish'], write);
      case 'invoices.publish':
        return samples['invoices.publish'] && invoices?.publish?.(samples['invoices.publish'], write);
      case 'acknowledgments.publish': {
        const notice = samples['acknowledgments.publish'];
        return notice && acknowledgments?.publish?.(notice, write);
      }
      case 'customers.find':
        return samples['customers.find'] && customers?.find?.(samples['customers.find'], call);
      case 'items.find':
        return samples['items.find'] && items?.find?.(samples['items.find'], call);
      case 'health.check':
        return health?.check?.(call);
      case 'orders.list':
        return firstPage(orders?.list?.(undefined, call));
      case 'shipments.list':
        return firstPage(shipments?.list?.(undefined, call));
      case 'invoices.list':
        return firstPage(invoices?.list?.(undefined, call));
      case 'events.list':
        return firstPage(connector.events?.list?.(undefined, call));
      case 'fulfillments.list':
        return firstPage(connector.fulfillments?.list?.(undefined, call));
      case 'payments.list':
        return firstPage(connector.payments?.list?.(undefined, call));
      default:
        return operateService(stage, capability, call);
    }
  })();
  expectThat(outcome !== undefined, `an outcome of ${capability}`, outcome);
  expectNoSecret(outcome, adapter.secret);
  return outcome;
}

/** The first page of a list as an outcome; a list without pages is empty. */
async function firstPage(
  pages: AsyncIterable<{ readonly ok: true } | { readonly ok: false; readonly failure: ConnectorFailure }> | undefined,
): Promise<AnyOutcome | undefined> {
  if (pages === undefined) return undefined;
  for await (const page of pages) {
    return page.ok ? { status: 'found' } : { status: 'failed', failure: page.failure };
  }
  return { status: 'empty' };
}
