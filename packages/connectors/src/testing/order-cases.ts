import type { Capability } from '../port/connector.ts';
import type { LineQuantity } from '../port/orders.ts';
import type { ContractCase } from './contract-case.ts';
import { expectOrder, makeOther } from './expect-order.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import { negated, openLines, tellTotals } from './line-totals.ts';
import { prepareOrder } from './operate.ts';
import { externalReference, type Stage } from './stage.ts';

/** What is told of an order is of the order that was asked for, and what was asked for is what was done: no more, no less. */
export function orderCases(offered: readonly Capability[]): readonly ContractCase[] {
  const submits = offered.includes('orders.submit');
  const cases: readonly (readonly [Capability, boolean, readonly ContractCase[]])[] = [
    ['orders.status', submits, statusCases],
    ['orders.cancel', submits || offered.includes('orders.status'), cancelCases],
    ['orders.change', submits || offered.includes('orders.status'), [changeCase]],
  ];
  return cases.flatMap(([capability, isSeen, ofIt]) => (isSeen && offered.includes(capability) ? ofIt : []));
}

const statusCases: readonly ContractCase[] = [
  {
    name: 'orders.status is that of the order asked for, of two',
    run: async (stage) => {
      const other = await makeOther(stage);
      const number = await prepareOrder(stage);
      const order = await expectOrder(stage, number);
      // A system may keep it in capitals.
      const reference = order.externalReference.toLowerCase();
      expectThat(reference === externalReference.toLowerCase(), externalReference, order);
      if (other !== undefined) await expectOrder(stage, other);
    },
  },
  {
    name: 'orders.status of a number that is not there is not found',
    run: async (stage) => {
      const number = await prepareOrder(stage);
      const outcome = await stage.connector.orders?.status?.(number.replace(/[0-9]/g, '9'));
      expectThat(outcome?.status === 'notFound', 'notFound', outcome);
    },
  },
];

const cancelCases: readonly ContractCase[] = [
  {
    name: 'orders.cancel of a whole order cancels all that is open of it, and nothing of another',
    run: async (stage) => {
      const { number, open, expectOpen } = await twoOrders(stage);
      const outcome = await cancel(stage, number);
      const { lines } = expectStatus(outcome, 'cancelled');
      expectTotals(lines, open);
      await expectOpen([]);
    },
  },
  {
    name: 'orders.cancel of a part of an order cancels that part, or is rejected and cancels nothing',
    run: async (stage) => {
      const sample = stage.adapter.samples?.['orders.cancel']?.lines;
      const { number, open, expectOpen } = await twoOrders(stage);
      const part =
        sample ?? open.slice(0, 1).map(({ lineId, quantity }) => ({ lineId, quantity: { ...quantity, value: '1' } }));
      const outcome = await cancel(stage, number, part);
      if (outcome.status === 'rejected' && sample === undefined) return await expectOpen(open);
      const { lines } = expectStatus(outcome, 'cancelled');
      expectTotals(lines, part);
      await expectOpen([...open, ...part.map(negated)]);
    },
  },
];

const changeCase: ContractCase = {
  name: 'orders.change sets the totals of the lines that are named, and leaves other lines and orders as they are',
  run: async (stage) => {
    const totals = stage.adapter.samples?.['orders.change'] ?? [];
    const { number, open, expectOpen } = await twoOrders(stage);
    const named = new Set(totals.map(({ lineId }) => lineId));
    const expected = [...open.filter(({ lineId }) => !named.has(lineId)), ...totals];
    const { orders } = stage.connector;
    const outcome = await orders?.change?.({ number, lines: totals }, { key: 'kit/PO-1/orders.change' });
    expectThat(outcome?.status === 'changed', 'changed', outcome);
    expectThat(outcome.order.number === number, number, outcome.order);
    expectTotals(openLines(outcome.order), expected);
    await expectOpen(expected);
  },
};

async function cancel({ connector }: Stage, number: string, lines?: readonly LineQuantity[]) {
  const { orders } = connector;
  const asked = { number, reason: 'kit', ...(lines && { lines }) };
  const outcome = await orders?.cancel?.(asked, { key: 'kit/PO-1/orders.cancel' });
  expectThat(outcome !== undefined, 'an outcome', outcome);
  return outcome;
}

/** The order that is asked for, and another beside it that must stay as it is. */
async function twoOrders(stage: Stage) {
  const other = await makeOther(stage);
  const number = await prepareOrder(stage);
  const open = openLines(await expectOrder(stage, number));
  const otherBefore = other === undefined ? [] : openLines(await otherOrder(stage, other));
  const expectOpen = async (expected: readonly LineQuantity[]): Promise<void> => {
    expectTotals(openLines(await expectOrder(stage, number)), expected);
    if (other !== undefined) expectTotals(openLines(await otherOrder(stage, other)), otherBefore);
  };
  return { number, open, expectOpen };
}

async function otherOrder(stage: Stage, number: string) {
  if (stage.connector.orders?.status !== undefined) return await expectOrder(stage, number);
  return expectStatus(await stage.find(`${externalReference}0`), 'found').order;
}

function expectTotals(found: readonly LineQuantity[], expected: readonly LineQuantity[]): void {
  expectThat(tellTotals(found) === tellTotals(expected), tellTotals(expected), tellTotals(found));
}
