import { normalize } from '@dist/canonical/arithmetic';
import { sellerItem } from '../order/seller-item.ts';
import type { ContractCase } from './contract-case.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import { externalReference } from './stage.ts';

/** Nothing goes wrong on the way. */
export const plainCases: readonly ContractCase[] = [
  {
    name: 'a new order is accepted, under our reference, with one request that writes',
    run: async ({ submit, orders, written }) => {
      const { order } = expectStatus(await submit(), 'accepted');
      expectThat(order.externalReference === externalReference, externalReference, order.externalReference);
      expectThat(order.number !== '', 'a number', order.number);
      expectThat((await orders()) === 1, 'one order', await orders());
      expectThat(written() === 1, 'one request that writes', written());
    },
  },
  {
    name: 'the same order again is a duplicate: nothing is made twice',
    run: async ({ submit, orders }) => {
      const first = expectStatus(await submit(), 'accepted');
      const second = expectStatus(await submit(), 'duplicate');
      expectThat(second.order.number === first.order.number, first.order.number, second.order.number);
      expectThat((await orders()) === 1, 'one order', await orders());
    },
  },
  {
    name: 'an order that the system refuses for what is in it is rejected, with a reason',
    run: async ({ submit, adapter }) => {
      const { reason, message } = expectStatus(await submit(adapter.orders?.refused), 'rejected');
      expectThat(reason !== '' && message !== '', 'a reason and a message', { reason, message });
    },
  },
  {
    name: 'an order is found by our reference',
    run: async ({ submit, find }) => {
      const { order } = expectStatus(await submit(), 'accepted');
      const found = expectStatus(await find(), 'found');
      expectThat(found.order.number === order.number, order.number, found.order.number);
    },
  },
  {
    name: 'an order that is found has the items and quantities that were submitted',
    run: async ({ submit, find, adapter }) => {
      expectStatus(await submit(), 'accepted');
      const { order } = expectStatus(await find(), 'found');
      const taken = order.lines.map(({ item, quantity }) => `${item} ${normalize(quantity.value)} ${quantity.unit}`);
      const asked = (adapter.orders?.accepted.lines ?? []).map(
        (line) => `${sellerItem(line)} ${normalize(line.quantity.value)} ${line.quantity.unit}`,
      );
      expectThat(JSON.stringify([...taken].sort()) === JSON.stringify([...asked].sort()), asked.join(', '), taken);
    },
  },
  {
    name: 'an order that is not there is not found, and that is no failure',
    run: async ({ find }) => {
      expectStatus(await find(), 'notFound');
    },
  },
];
