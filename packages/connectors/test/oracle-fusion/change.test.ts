import { describe, expect, it } from 'vitest';
import { made, pieces } from './world.ts';

/** An order of 24 of which 10 have left: Order Management has split its line. */
async function split() {
  const all = await made();
  const [line] = all.stored.lines;
  if (line === undefined) throw new Error('no line');
  all.stored.lines.push({ ...line, FulfillLineId: 9, OrderedQuantity: 14 });
  Object.assign(line, { OrderedQuantity: 10, ShippedQuantity: 10, StatusCode: 'SHIPPED' });
  return all;
}

describe('what is cancelled', () => {
  it('of an order of which nothing has left is the order', async () => {
    const { erp, number, sent, stored } = await made();
    expect(await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number,
      lines: [pieces('24')],
    });
    expect(stored.StatusCode).toBe('CANCELED');
    expect(sent.find(({ method }) => method === 'PATCH')).toMatchObject({
      path: '/salesOrdersForOrderHub/LEG%3Anorthfield.4711',
      body: { CanceledFlag: true, CancelReasonCode: 'CUSTOMER' },
    });
    expect(await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number,
      lines: [],
    });
  });

  it('edge 5: of a line of which a part has left is its open fulfillment line alone', async () => {
    const { erp, number, sent } = await split();
    expect(await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number,
      lines: [pieces('14')],
    });
    expect(sent.find(({ method }) => method === 'PATCH')?.body).toEqual({
      SubmittedFlag: true,
      lines: [
        {
          FulfillLineId: 9,
          SourceTransactionLineId: '1',
          SourceTransactionScheduleId: '1',
          OrderedQuantity: 0,
          CancelReasonCode: 'CUSTOMER',
        },
      ],
    });
    expect(await erp.orders.status(number)).toMatchObject({
      order: { phase: 'shipped', lines: [{ quantity: { value: '10' }, shipped: { value: '10' } }] },
    });
  });

  it('of a line in part goes off its quantity, at most what is open', async () => {
    const { erp, number } = await split();
    expect(await erp.orders.cancel({ number, reason: 'buyer', lines: [pieces('4')] }, { key: 'c' })).toMatchObject({
      status: 'cancelled',
      lines: [pieces('4')],
    });
    expect(await erp.orders.cancel({ number, reason: 'buyer', lines: [pieces('99')] }, { key: 'd' })).toMatchObject({
      status: 'cancelled',
      lines: [pieces('10')],
    });
  });

  it.each([
    ['a line that is not there', [pieces('1', '7')], 'the order has no line 7'],
    ['one line twice', [pieces('1'), pieces('1')], 'line 1 is named twice'],
    ['another unit', [{ lineId: '1', quantity: { value: '1', unit: 'XCS' } }], 'line 1 is in C62'],
    ['less than nothing', [pieces('-1')], 'less than nothing'],
  ])('%s is rejected, and nothing is sent', async (_, lines, message) => {
    const { erp, number, sent } = await made();
    const outcome = await erp.orders.cancel({ number, reason: 'buyer', lines }, { key: 'c' });
    expect(outcome).toMatchObject({ status: 'rejected', message: expect.stringContaining(message) });
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('is not said where the order cannot be found afterwards, which is no word of it', async () => {
    let isCancelled = false;
    const { erp, number } = await made({
      answer: ({ method, path }) => {
        if (method === 'PATCH') isCancelled = true;
        const isList = method === 'GET' && path === '/salesOrdersForOrderHub';
        return isCancelled && isList ? Response.json({ items: [], hasMore: false }) : undefined;
      },
    });
    expect(await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toMatchObject({ status: 'unknown' });
  });

  it.each(['cancel', 'change'] as const)('of an order with a draft revision: %s is rejected', async (verb) => {
    const { erp, number, stored, sent } = await made();
    stored.StatusCode = 'DOO_DRAFT';
    const outcome =
      verb === 'cancel'
        ? await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })
        : await erp.orders.change({ number, lines: [pieces('12')] }, { key: 'c' });
    expect(outcome).toMatchObject({ status: 'rejected', reason: 'draft' });
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('that Oracle has not done when it is read again is unknown', async () => {
    const { erp, number } = await made({
      answer: ({ method }) => (method === 'PATCH' ? Response.json({ StatusCode: 'CANCEL_PENDING' }) : undefined),
    });
    expect(await erp.orders.cancel({ number, reason: 'buyer' }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown' },
    });
  });
});

describe('what is changed', () => {
  it.each([
    ['more', '30', [{ FulfillLineId: 9, OrderedQuantity: 20 }]],
    ['less', '12', [{ FulfillLineId: 9, OrderedQuantity: 2 }]],
    ['what has left and no more', '10', [{ FulfillLineId: 9, OrderedQuantity: 0 }]],
  ])('to %s is the quantity of the fulfillment line that is open', async (_, total, lines) => {
    const { erp, number, sent } = await split();
    expect(await erp.orders.change({ number, lines: [pieces(total)] }, { key: 'c' })).toMatchObject({
      status: 'changed',
      order: { lines: [{ quantity: { value: total, unit: 'C62' } }] },
    });
    expect(sent.find(({ method }) => method === 'PATCH')).toMatchObject({ body: { lines } });
    expect(sent.find(({ method }) => method === 'PATCH')?.headers.get('upsert-mode')).toBe('true');
  });

  it('to the total that it has is no request', async () => {
    const { erp, number, sent } = await made();
    expect(await erp.orders.change({ number, lines: [pieces('24.0')] }, { key: 'c' })).toMatchObject({
      status: 'changed',
    });
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  it.each([
    ['less than has left', [pieces('9')], 'more of line 1 has left'],
    ['another unit', [{ lineId: '1', quantity: { value: '1', unit: 'XCS' } }], 'line 1 is in C62'],
    ['one line twice', [pieces('12'), pieces('13')], 'line 1 is named twice'],
    ['a line that is not there', [pieces('1', '7')], 'no line 7'],
  ])('to %s is rejected', async (_, lines, message) => {
    const { erp, number, stored } = await split();
    const before = JSON.stringify(stored);
    expect(await erp.orders.change({ number, lines }, { key: 'c' })).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining(message),
    });
    expect(JSON.stringify(stored)).toBe(before);
  });

  it('edge 10: to more digits than a number of JSON keeps is rejected', async () => {
    const { erp, number, sent } = await made();
    const outcome = await erp.orders.change({ number, lines: [pieces('1234567890123456.7')] }, { key: 'c' });
    expect(outcome).toMatchObject({ status: 'rejected', message: expect.stringContaining('more digits') });
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  });
});
