import type { Order } from '@dist/canonical';
import { isDecimal, normalize } from '@dist/canonical/arithmetic';
import type { ContractCase } from './contract-case.ts';
import { expectHook } from './expect-hook.ts';
import { expectStatus, expectThat } from './expect-that.ts';

/** Prices that no fake has of itself: what is held of them came with the order. */
const prices: readonly string[] = ['2.75', '4.5'];

/** No port tells the price of an order that was made, so that the fake is asked: what is not sent is else never missed. */
export const priceCases: readonly ContractCase[] = [
  {
    name: 'the system holds the prices that were submitted, each of its line',
    run: async ({ submit, adapter, fake }) => {
      expectHook(fake, 'prices');
      expectStatus(await submit(adapter.orders && twoPrices(adapter.orders.accepted)), 'accepted');
      const held = (fake.prices?.() ?? []).map((price) => (isDecimal(price) ? normalize(price) : price));
      expectThat(JSON.stringify(held) === JSON.stringify(prices), prices.join(', '), held);
    },
  },
];

/** The first line of an order twice, each time at another price. */
function twoPrices(order: Order): Order {
  const [line] = order.lines;
  if (line === undefined) return order;
  const lines = prices.map((amount, at) => ({ ...line, lineId: String(at + 1), price: { ...line.price, amount } }));
  return { ...order, lines };
}
