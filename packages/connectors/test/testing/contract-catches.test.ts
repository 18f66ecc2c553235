import type { Order } from '@dist/canonical';
import type { FindOutcome, Orders, SubmitOutcome } from '@dist/connectors';
import { contract } from '@dist/connectors/testing';
import { describe, expect, it } from 'vitest';
import { type Break, broken, secret } from './broken.ts';
import { fakeHouseErp } from './fake-house-erp.ts';

const pieces = (value: string) => ({ value, unit: 'C62' });
const ofFour = { 'orders.cancel': { lines: [{ lineId: '1', quantity: pieces('4') }] } };

describe('the contract of connectors, by a made-up ERP whose search finds parts, page by page', () => {
  for (const { name, run } of contract(broken(), fakeHouseErp)) it(name, run);

  const part = broken({ samples: ofFour });
  for (const { name, run } of contract(part, fakeHouseErp))
    if (name.startsWith('orders.cancel')) it(`${name}: a part`, run);
});

/** As an adapter tells it that takes this status for a promise that nothing was done. */
function failedBy(status: number, outcome: SubmitOutcome): SubmitOutcome {
  if (outcome.status !== 'unknown' || outcome.failure.vendor?.status !== status) return outcome;
  return { status: 'failed', failure: { ...outcome.failure, safeToReplay: true } };
}

/** A cancellation that tells one piece at every attempt but the first. */
function tellingLess(cancel: Orders['cancel']): Orders['cancel'] {
  let attempts = 0;
  return async (order, call) => {
    attempts++;
    const outcome = await cancel(order, call);
    if (outcome.status !== 'cancelled' || attempts === 1) return outcome;
    return { ...outcome, lines: [{ lineId: '1', quantity: pieces('1') }] };
  };
}

function underNewKeys(cancel: Orders['cancel']): Orders['cancel'] {
  let attempts = 0;
  return (order, call) => {
    attempts++;
    return cancel(order, { ...call, key: `${call.key}/${attempts}` });
  };
}

type Price = NonNullable<Order['lines'][number]['price']>;

/** A submit that sends another price with each line. */
function pricedBy(submit: Orders['submit'], priceOf: (order: Order) => Price | undefined): Orders['submit'] {
  return (order, call) => {
    const price = priceOf(order);
    const lines = order.lines.map(({ price: _, ...line }) => ({ ...line, ...(price && { price }) }));
    return submit({ ...order, lines }, call);
  };
}

const ofPrices = 'the system holds the prices that were submitted, each of its line';
const beside = 'an order is made, and found, beside others whose references hold its own';
const ofWhole = 'orders.cancel of a whole order cancels all that is open of it, and nothing of another';
const ofPart = 'orders.cancel of a part of an order cancels that part, or is rejected and cancels nothing';
const ofChange =
  'orders.change sets the totals of the lines that are named, and leaves other lines and orders as they are';

describe('the contract fails an adapter that', () => {
  it.each<[string, Break, string]>([
    ['takes the first hit of a search', { settings: { isOurs: () => true } }, beside],
    ['reads the first page of a search', { settings: { pages: 1 } }, beside],
    [
      'takes a reference that begins like ours',
      { settings: { isOurs: (found, wanted) => found.startsWith(wanted) } },
      'an order is not found by the beginning of its reference',
    ],
    [
      'takes a reference that ends like ours',
      { settings: { isOurs: (found, wanted) => found.endsWith(wanted) } },
      'an order is not found by the end of its reference',
    ],
    [
      'compares references without case',
      { settings: { isOurs: (found, wanted) => found.toLowerCase() === wanted.toLowerCase() } },
      'an order is not found by its reference in capitals',
    ],
    ['sends no price', { orders: ({ submit }) => ({ submit: pricedBy(submit, () => undefined) }) }, ofPrices],
    [
      'sends the price of the first line with every line',
      { orders: ({ submit }) => ({ submit: pricedBy(submit, ({ lines: [first] }) => first?.price) }) },
      ofPrices,
    ],
    [
      'submits every order under one reference',
      {
        orders: ({ submit }) => ({
          submit: (order, call) => submit(order, { ...call, externalReference: 'kit.PO-1' }),
        }),
      },
      beside,
    ],
    [
      'looks every order up by one reference',
      { orders: ({ find }) => ({ find: (_, call) => find('kit.PO-1', call) }) },
      'an order is not found by kit.PO-10, which holds its reference',
    ],
    [
      'calls a 502 a failure',
      { orders: ({ submit }) => ({ submit: async (order, call) => failedBy(502, await submit(order, call)) }) },
      '502 of a gateway: unknown, and the look-up finds nothing',
    ],
    [
      'calls a 408 a failure',
      { orders: ({ submit }) => ({ submit: async (order, call) => failedBy(408, await submit(order, call)) }) },
      '408: unknown, and the look-up finds nothing',
    ],
    [
      'calls a 303 a failure',
      { orders: ({ submit }) => ({ submit: async (order, call) => failedBy(303, await submit(order, call)) }) },
      '303, as after a POST that was done: unknown, and the look-up finds nothing',
    ],
    [
      'sends a write again after a 502',
      {
        fetch: (fetch) => async (url, init) => {
          const answer = await fetch(url, init);
          return answer.status === 502 && init.method === 'POST' ? await fetch(url, init) : answer;
        },
      },
      '502 of a gateway: unknown, and the look-up finds nothing',
    ],
    [
      'calls a 408 of a cancellation a failure',
      {
        orders: ({ cancel }) => ({
          cancel: async (order, call) => {
            const outcome = await cancel(order, call);
            return outcome.status === 'unknown' ? { ...outcome, status: 'failed' } : outcome;
          },
        }),
      },
      'orders.cancel of which 408 is answered is unknown',
    ],
    [
      'follows redirects',
      { fetch: (fetch) => (url, init) => fetch(url, { ...init, redirect: 'follow' }) },
      'a redirect is not followed: the address is wrong',
    ],
    [
      'follows redirects of what it reads',
      {
        fetch: (fetch) => (url, init) => fetch(url, { ...init, redirect: init.method === 'GET' ? 'follow' : 'manual' }),
      },
      'orders.status of which a redirect is answered has failed',
    ],
    [
      'sends after the deadline',
      { orders: ({ submit }) => ({ submit: (order, { deadline: _, ...call }) => submit(order, call) }) },
      'a deadline that has passed: nothing is sent',
    ],
    [
      'waits longer than the deadline',
      { orders: ({ submit }) => ({ submit: (order, { deadline: _, ...call }) => submit(order, call) }) },
      'a deadline before the usual end of the wait: nobody waits longer',
    ],
    [
      'reads after the deadline',
      { orders: ({ status }) => ({ status: (number, { signal } = {}) => status(number, { signal }) }) },
      'orders.status of a deadline that has passed asks nothing',
    ],
    [
      'changes after the caller has gone',
      { orders: ({ change }) => ({ change: (revision, { key, deadline }) => change(revision, { key, deadline }) }) },
      'orders.change of a signal that is aborted before asks nothing',
    ],
    [
      'cancels the whole order for a part of it',
      { orders: ({ cancel }) => ({ cancel: ({ lines: _, ...order }, call) => cancel(order, call) }) },
      ofPart,
    ],
    [
      'cancels one piece, and tells all',
      {
        orders: ({ cancel }) => ({
          cancel: async (order, call) => {
            const outcome = await cancel({ ...order, lines: [{ lineId: '1', quantity: pieces('1') }] }, call);
            return outcome.status === 'cancelled'
              ? { ...outcome, lines: [{ lineId: '1', quantity: pieces('24') }] }
              : outcome;
          },
        }),
      },
      ofWhole,
    ],
    [
      'cancels all, and tells one piece',
      {
        orders: ({ cancel }) => ({
          cancel: async (order, call) => {
            const outcome = await cancel(order, call);
            return outcome.status === 'cancelled'
              ? { ...outcome, lines: [{ lineId: '1', quantity: pieces('1') }] }
              : outcome;
          },
        }),
      },
      ofWhole,
    ],
    [
      'cancels a part, and says that it is rejected',
      {
        orders: ({ cancel }) => ({
          cancel: async (order, call) => {
            const outcome = await cancel(order, call);
            return order.lines ? { status: 'rejected', reason: 'lines', message: 'not lines' } : outcome;
          },
        }),
      },
      ofPart,
    ],
    [
      'cancels another order',
      { orders: ({ cancel }) => ({ cancel: (order, call) => cancel({ ...order, number: 'H-1' }, call) }) },
      ofWhole,
    ],
    [
      'changes to ten times the quantity',
      {
        orders: ({ change }) => ({
          change: ({ number, lines }, call) =>
            change(
              { number, lines: lines.map((line) => ({ ...line, quantity: pieces(`${line.quantity.value}0`) })) },
              call,
            ),
        }),
      },
      ofChange,
    ],
    [
      'changes nothing, and tells what was asked for',
      {
        orders: ({ change, status }) => ({
          change: async ({ number, lines }, call) => {
            const outcome = await status(number, call);
            if (outcome.status !== 'found') return await change({ number, lines }, call);
            const changed = outcome.order.lines.map((line) => ({ ...line, quantity: pieces('30') }));
            return { status: 'changed', order: { ...outcome.order, lines: changed } };
          },
        }),
      },
      ofChange,
    ],
    [
      'changes another order',
      { orders: ({ change }) => ({ change: (revision, call) => change({ ...revision, number: 'H-1' }, call) }) },
      ofChange,
    ],
    [
      'tells the status of another order',
      { orders: ({ status }) => ({ status: (_, call) => status('H-1', call) }) },
      'orders.status is that of the order asked for, of two',
    ],
    [
      'tells the status of an order that is not there',
      {
        orders: ({ status }) => ({
          status: async (number, call) => {
            const outcome = await status(number, call);
            return outcome.status === 'notFound' ? await status('H-1', call) : outcome;
          },
        }),
      },
      'orders.status of a number that is not there is not found',
    ],
    [
      'tells other lines at the second attempt at a cancellation',
      { orders: ({ cancel }) => ({ cancel: tellingLess(cancel) }) },
      'orders.cancel again is done, or refused for what stands there already',
    ],
    [
      'tells other lines of a cancellation whose answer was lost',
      { orders: ({ cancel }) => ({ cancel: tellingLess(cancel) }) },
      'orders.cancel of which the connection breaks after it was done is unknown',
    ],
    [
      'cancels a part twice whose answer was lost',
      {
        orders: ({ cancel }) => ({ cancel: underNewKeys(cancel) }),
        samples: ofFour,
      },
      'orders.cancel of which the connection breaks after it was done is unknown',
    ],
    [
      'sends no request that a signal could end',
      { orders: () => ({ submit: async () => ({ status: 'rejected', reason: 'never', message: 'never' }) }) },
      'a signal that is aborted while the answer is awaited: unknown',
    ],
  ])('%s', async (_, change, name) => {
    const found = contract(broken(change), fakeHouseErp).find((candidate) => candidate.name === name);
    await expect(found?.run()).rejects.toThrow('expected');
  });
});

/** An adapter that puts a text into what it says of a refusal, of a lost answer, of a failed look-up. */
const tells = (text: string): NonNullable<Break['orders']> => {
  return ({ submit, find }) => ({
    submit: async (order, call) => {
      const outcome = await submit(order, call);
      if (outcome.status === 'rejected') return { ...outcome, message: `${outcome.message} ${text}` };
      if (outcome.status === 'unknown') return { ...outcome, failure: { ...outcome.failure, message: text } };
      return outcome;
    },
    find: async (reference, call): Promise<FindOutcome> => {
      const outcome = await find(reference, call);
      return outcome.status === 'failed' ? { ...outcome, failure: { ...outcome.failure, message: text } } : outcome;
    },
  });
};

describe('the contract fails an adapter that tells its token', () => {
  const rejected = 'an order that the system refuses for what is in it is rejected, with a reason';
  it.each<[string, string, string]>([
    ['in what it says of a rejected order', secret, rejected],
    ['of a lost answer', secret, '500: unknown, and the look-up finds nothing'],
    ['of a look-up that failed', secret, 'a look-up of which 503 is answered has failed; it is not "not found"'],
    ['percent-encoded', encodeURIComponent(secret), rejected],
    ['in Base64', btoa(secret), rejected],
    ['in Base64, after a user name', btoa(`user1:${secret}`), rejected],
    ['in Base64, after another user name', btoa(`user10:${secret}`), rejected],
    ['in the Base64 of addresses', btoa(`>>>${secret}`).replaceAll('+', '-').replaceAll('/', '_'), rejected],
  ])('%s', async (_, text, name) => {
    const found = contract(broken({ orders: tells(text) }), fakeHouseErp).find((candidate) => candidate.name === name);
    const message = await found?.run().then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toContain('no secret in an outcome');
    expect(message).not.toContain(text);
  });
});
