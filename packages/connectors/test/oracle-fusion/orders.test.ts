import { oracleFusion } from '@dist/connectors/oracle-fusion';
import { describe, expect, it } from 'vitest';
import { order, settings } from './subject.ts';
import { call, made, world } from './world.ts';

describe('an order of Oracle Fusion', () => {
  it('edge 18: is made under a key of its source system and our reference, once', async () => {
    const { erp, sent, fake } = world();
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'accepted',
      order: { number: '70001', externalReference: 'northfield.4711', phase: 'open' },
    });
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'duplicate', order: { number: '70001' } });
    expect(fake.state.orders.map(({ OrderKey }) => OrderKey)).toEqual(['LEG:northfield.4711']);
    const made = sent.filter(({ method }) => method === 'POST');
    expect(made).toHaveLength(1);
    expect(made[0]?.headers.get('upsert-mode')).toBe(null);
    expect(made[0]?.body).toEqual({
      SourceTransactionSystem: 'LEG',
      SourceTransactionId: 'northfield.4711',
      SourceTransactionNumber: 'northfield.4711',
      BusinessUnitName: 'US1 Business Unit',
      RequestingBusinessUnitName: 'US1 Business Unit',
      SubmittedFlag: true,
      FreezePriceFlag: false,
      CustomerPONumber: 'PO-1',
      BuyingPartyNumber: 'C-1',
      TransactionalCurrencyCode: 'USD',
      shipToCustomer: [{ PartyNumber: 'S-0012' }],
      lines: [
        {
          SourceTransactionLineId: '1',
          SourceTransactionLineNumber: '1',
          SourceTransactionScheduleId: '1',
          SourceScheduleNumber: '1',
          TransactionCategoryCode: 'ORDER',
          ProductNumber: 'AX-100',
          OrderedUOMCode: 'PCS',
          OrderedQuantity: 24,
          UnitSellingPrice: 3.25,
        },
      ],
    });
  });

  it('edge 1: a 504 after which the order is there is unknown, and the look-up finds it', async () => {
    const { fake } = world();
    const erp = oracleFusion({
      ...settings,
      fetch: async (url, init) => {
        const answer = await fake.handle(new Request(url, init));
        return init.method === 'POST' ? new Response('Gateway Timeout', { status: 504 }) : answer;
      },
    });
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'unknown',
      probe: { externalReference: 'northfield.4711' },
    });
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ status: 'found' });
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'duplicate' });
    expect(fake.state.orders).toHaveLength(1);
  });

  it('is looked for by a condition: a 404, which may mean a role without access, is no answer', async () => {
    const { erp } = world({ answer: () => Response.json({ title: 'Not Found', status: '404' }, { status: 404 }) });
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ status: 'failed', failure: { class: 'config' } });
  });

  it('that was revised is there twice, and the one with the key of its source counts', async () => {
    const { erp, number, stored, fake } = await made();
    const older = { ...stored, HeaderId: 1, OrderKey: '1', StatusCode: 'DOO_REFERENCE', lines: [] };
    fake.state.orders.unshift(older);
    expect(await erp.orders.status(number)).toMatchObject({ status: 'found', order: { phase: 'open' } });
  });

  it('of which no revision has the key of its source is a conflict, and never the first of them', async () => {
    const { erp, number, stored, fake } = await made();
    fake.state.orders.splice(0, 1, { ...stored, OrderKey: '1' }, { ...stored, HeaderId: 1, OrderKey: '2' });
    expect(await erp.orders.status(number)).toMatchObject({ status: 'failed', failure: { class: 'conflict' } });
  });

  it('whose key is no text of Unicode is unreadable, and nothing is thrown', async () => {
    const { stored, erp } = await made();
    Object.assign(stored, { OrderKey: 'LEG:\uD800' });
    expect(await erp.orders.find(call.externalReference)).toMatchObject({ failure: { class: 'contract-drift' } });
  });

  it('of which there are two under one number is a conflict', async () => {
    const { erp, number, stored, fake } = await made();
    fake.state.orders.push({ ...stored, OrderKey: 'LEG:other', SourceTransactionId: 'other' });
    expect(await erp.orders.status(number)).toMatchObject({ status: 'failed', failure: { class: 'conflict' } });
  });

  it('of another source system is not ours', async () => {
    const { fake, number } = await made();
    const { erp } = world({ sourceSystem: 'OTHER' });
    const other = oracleFusion({
      ...settings,
      sourceSystem: 'OTHER',
      fetch: async (url, init) => await fake.handle(new Request(url, init)),
    });
    expect(await erp.orders.status(number)).toEqual({ status: 'notFound' });
    expect(await other.orders.status(number)).toEqual({ status: 'notFound' });
  });

  it.each([
    [
      'with an apostrophe stands in double quotes',
      "O'Neil.1",
      `SourceTransactionId = "O'Neil.1" and SourceTransactionSystem = 'LEG'`,
    ],
    [
      'with double quotes stands in single ones',
      'a"b',
      `SourceTransactionId = 'a"b' and SourceTransactionSystem = 'LEG'`,
    ],
  ])('a reference %s', async (_, reference, q) => {
    const { erp, sent } = world();
    expect(await erp.orders.find(reference)).toEqual({ status: 'notFound' });
    expect(sent.map(({ query }) => query['q'])).toEqual([q]);
  });

  it.each([
    ['both kinds of quotes', `a'b"c`],
    ['a backslash', 'a\\'],
    ['a line break', 'a\nb'],
    ['nothing', ''],
  ])('a reference with %s is no key, and nothing is asked', async (_, reference) => {
    const { erp, sent } = world();
    expect(await erp.orders.find(reference)).toMatchObject({ status: 'failed', failure: { class: 'validation' } });
    expect(sent).toEqual([]);
  });

  it('that nobody could deliver, since its place has no number, is rejected before anything is sent', async () => {
    const { erp, sent } = world();
    const address = { lines: ['1 Main St'], city: 'Reno', country: 'US' };
    const stated = { ...order, parties: { ...order.parties, shipTo: { ids: [], name: 'Store', address } } };
    expect(await erp.orders.submit(stated, call)).toMatchObject({ status: 'rejected' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['AWAIT_SHIP', 0, null, 'open'],
    ['SHIPPED', 24, null, 'shipped'],
    ['BILLED', 24, '9001', 'invoiced'],
    ['CANCELED', 0, null, 'cancelled'],
  ])('whose only line is %s with %d shipped is told as it stands', async (code, shipped, invoice, phase) => {
    const { erp, number, stored } = await made();
    Object.assign(stored.lines[0] ?? {}, {
      StatusCode: code,
      ShippedQuantity: shipped,
      BillingTransactionNumber: invoice,
    });
    expect(await erp.orders.status(number)).toMatchObject({ status: 'found', order: { phase } });
  });

  it('R12: with a word for its status that is new has the phase unknown, and the word', async () => {
    const { erp, number, fake } = await made();
    fake.inventStatus?.();
    expect(await erp.orders.status(number)).toMatchObject({
      order: { phase: 'unknown', status: 'UNDER_CONSIDERATION' },
    });
  });
});

describe('settings of Oracle Fusion', () => {
  it.each([
    ['an empty business unit', { businessUnit: '' }, /businessUnit is not empty/],
    ['a source system with a colon', { sourceSystem: 'A:B' }, /code without a colon/],
    ['an empty reason', { cancelReason: '' }, /cancelReason is not empty/],
  ])('%s is refused', (_, change, message) => {
    expect(() => oracleFusion({ ...settings, ...change })).toThrow(message);
  });
});
