import { basic, type Fetch } from '@dist/connectors';
import { fakeS4hana } from '@dist/connectors/fakes';
import { s4hana } from '@dist/connectors/s4hana';
import { describe, expect, it } from 'vitest';
import { order } from './subject.ts';

type World = ReturnType<typeof fakeS4hana>;

const call = { key: 'k', externalReference: 'northfield.4711' };
const [line] = order.lines;
if (line === undefined) throw new Error('no line');
const two = { ...order, lines: ['1', '2'].map((lineId) => ({ ...line, lineId })) };
const of = (lineId: string, value: string) => ({ lineId, quantity: { value, unit: 'C62' } });

/** A connector, and what somebody else does before each of our changes of an item: the first is number 1. */
async function world(meanwhile: (fake: World, change: number) => void = () => undefined) {
  const fake = fakeS4hana();
  const sent: Request[] = [];
  let changes = 0;
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    if (init.method === 'PATCH') meanwhile(fake, ++changes);
    return await fake.handle(request);
  };
  const erp = s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61', fetch });
  await erp.orders.submit(two, call);
  sent.length = 0;
  const [stored] = fake.state.orders;
  if (stored === undefined) throw new Error('no order');
  return { fake, erp, sent, stored };
}

describe('edge 9: an order that somebody else changes', () => {
  it('is changed with the version of the read that judged it: no read stands between', async () => {
    const { erp, sent } = await world();
    await erp.orders.change({ number: '1000', lines: [of('1', '20'), of('2', '19')] }, { key: 'c' });
    expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname.split('/').at(-1)}`)).toEqual([
      "GET A_SalesOrder('1000')",
      "PATCH A_SalesOrderItem(SalesOrder='1000',SalesOrderItem='10')",
      "GET A_SalesOrder('1000')",
      "PATCH A_SalesOrderItem(SalesOrder='1000',SalesOrderItem='20')",
      "GET A_SalesOrder('1000')",
    ]);
  });

  it('is read and judged again: what left meanwhile is not cancelled, and nothing goes down twice', async () => {
    const { erp, stored } = await world(({ state }, change) => {
      const [one] = state.orders;
      if (change !== 2 || one?.items[1] === undefined) return;
      one.items[1].delivered = '22';
      one.version++;
    });
    const lines = [of('1', '4'), of('2', '4')];
    expect(await erp.orders.cancel({ number: '1000', reason: 'stock', lines }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number: '1000',
      lines: [of('1', '4'), of('2', '2')],
    });
    expect(stored.items.map((item) => [item.RequestedQuantity, item.SalesDocumentRjcnReason])).toEqual([
      ['20', ''],
      ['24', '61'],
    ]);
  });

  it('in another unit meanwhile is not changed by the old judgement', async () => {
    const { erp, stored } = await world(({ state }) => {
      const [one] = state.orders;
      if (one?.items[0] === undefined || one.items[0].RequestedQuantityUnit === 'CS') return;
      one.items[0].RequestedQuantityUnit = 'CS';
      one.version++;
    });
    const lines = [of('1', '20')];
    expect(await erp.orders.change({ number: '1000', lines }, { key: 'c' })).toMatchObject({ reason: 'unit' });
    expect(stored.items[0]?.RequestedQuantity).toBe('24');
  });

  it('all the time is a conflict after three tries', async () => {
    const { erp, sent } = await world(({ state }) => {
      for (const one of state.orders) one.version++;
    });
    expect(await erp.orders.change({ number: '1000', lines: [of('1', '20')] }, { key: 'c' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', vendor: { status: 412 } },
    });
    expect(sent.filter(({ method }) => method === 'PATCH')).toHaveLength(3);
  });

  it('of which two items have one line id of the buyer’s is cancelled whole, item by item', async () => {
    const { erp, stored } = await world();
    for (const item of stored.items) item.UnderlyingPurchaseOrderItem = '1';
    expect(await erp.orders.cancel({ number: '1000', reason: 'buyer' }, { key: 'c' })).toMatchObject({
      lines: [of('1', '24'), of('1', '24')],
    });
    expect(stored.items.map((item) => item.SalesDocumentRjcnReason)).toEqual(['61', '61']);
  });
});

describe('R19: a reference', () => {
  /** Orders whose references differ from ours in case or in a blank at the end, numbered before ours. */
  async function crowded(count: number) {
    const made = await world();
    const { state } = made.fake;
    const [ours] = state.orders;
    if (ours === undefined) throw new Error('no order');
    state.folds = true;
    const others = Array.from({ length: count }, (_, at) => ({
      ...ours,
      SalesOrder: String(100_000 + at),
      PurchaseOrderByShipToParty: at % 2 === 0 ? 'NORTHFIELD.4711' : 'Northfield.4711 ',
    }));
    state.orders.unshift(...others);
    ours.SalesOrder = '999999';
    return made;
  }

  it.each([99, 100, 250])('is found behind %i orders that differ in case only', async (count) => {
    const { erp } = await crowded(count);
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ status: 'found', order: { number: '999999' } });
    expect(await erp.orders.find('northfield.4712')).toEqual({ status: 'notFound' });
    expect(await erp.orders.submit(two, call)).toMatchObject({ status: 'duplicate' });
  });

  it('that is not there among them is not found, and one with blanks at its end is ours', async () => {
    const { erp, stored } = await crowded(150);
    stored.PurchaseOrderByShipToParty = 'northfield.4711  ';
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ order: { number: '999999' } });
    stored.PurchaseOrderByShipToParty = 'NORTHFIELD.4711';
    expect(await erp.orders.find('northfield.4711')).toEqual({ status: 'notFound' });
  });

  it('of two orders on different pages is a conflict', async () => {
    const { erp, fake } = await crowded(150);
    const [first] = fake.state.orders;
    if (first) first.PurchaseOrderByShipToParty = 'northfield.4711';
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ failure: { class: 'conflict' } });
  });
});
