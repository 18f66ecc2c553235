import type { ErpOrderStatus } from '../port/orders.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import { externalReference, type Stage } from './stage.ts';

/** The order as its system tells it now, by its number; by our reference where the adapter has no `orders.status`. */
export async function expectOrder({ connector, find }: Stage, number: string): Promise<ErpOrderStatus> {
  const { order } = expectStatus((await connector.orders?.status?.(number)) ?? (await find()), 'found');
  expectThat(order.number === number, `the order ${number}`, order);
  return order;
}

/** Another order, which nobody asks for, is there as well: its number, or undefined where none can be made. */
export async function makeOther({ adapter, connector, submit }: Stage): Promise<string | undefined> {
  if (connector.orders?.submit === undefined || adapter.orders === undefined) return undefined;
  const { accepted } = adapter.orders;
  const call = { key: 'kit/PO-10/submit', externalReference: `${externalReference}0` };
  const { order } = expectStatus(await submit({ ...accepted, number: `${accepted.number}0` }, call), 'accepted');
  return order.number;
}
