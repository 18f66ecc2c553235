import { failure, type Orders } from '@dist/connectors';
import { referenceErp } from '@dist/connectors/reference-erp';
import { type ContractAdapter, contract } from '@dist/connectors/testing';
import { describe, expect, it } from 'vitest';
import { fakeReferenceErp } from './fake-reference-erp.ts';
import { sampleOrder } from './sample-order.ts';

const subject: ContractAdapter = {
  connect: (runtime) => referenceErp({ baseUrl: 'http://erp.invalid', ...runtime }),
  orders: {
    accepted: sampleOrder,
    refused: {
      ...sampleOrder,
      lines: sampleOrder.lines.map((line) => ({ ...line, ids: [{ scheme: 'seller' as const, value: 'NO-SUCH' }] })),
    },
  },
  errorBody: (status, message) => JSON.stringify({ error: { code: `code-${status}`, message } }),
};

describe('the contract of connectors, by the reference ERP', () => {
  for (const { name, run } of contract(subject, fakeReferenceErp)) it(name, run);
});

type Submit = Orders['submit'];
type Find = Orders['find'];

/** The reference ERP with one fault built in. */
function faulty(change: { submit?: (submit: Submit) => Submit; find?: (find: Find) => Find }): ContractAdapter {
  const connect: ContractAdapter['connect'] = (runtime) => {
    const erp = referenceErp({ baseUrl: 'http://erp.invalid', ...runtime });
    const { orders } = erp;
    return {
      ...erp,
      orders: {
        ...orders,
        submit: change.submit?.(orders.submit) ?? orders.submit,
        find: change.find?.(orders.find) ?? orders.find,
      },
    };
  };
  return { ...subject, connect };
}

describe('a fake without what a case needs', () => {
  it('fails that case, and says what is missing', async () => {
    const poor = () => {
      const { inventStatus: _, ...rest } = fakeReferenceErp();
      return rest;
    };
    const name = 'orders.find with a status that is not in the description finds the order, its phase unknown';
    const found = contract(subject, poor).find((one) => one.name === name);
    await expect(found?.run()).rejects.toThrow('the fake has no inventStatus: write it, or skip this case by its name');
  });
});

describe('the contract fails an adapter that', () => {
  it.each<[string, ContractAdapter, string]>([
    [
      'tries again by itself after a lost answer',
      faulty({
        submit: (submit) => async (order, call) => {
          const outcome = await submit(order, call);
          return outcome.status === 'unknown' ? await submit(order, call) : outcome;
        },
      }),
      'a reset after the system had done it: unknown, and the look-up finds it',
    ],
    [
      'calls a lost answer a failure',
      faulty({
        submit: (submit) => async (order, call) => {
          const outcome = await submit(order, call);
          return outcome.status === 'unknown' ? { status: 'failed', failure: outcome.failure } : outcome;
        },
      }),
      'no answer in time, done: unknown, and the look-up finds it',
    ],
    [
      'calls a failed look-up "not found"',
      faulty({
        find: (find) => async (reference, call) => {
          const outcome = await find(reference, call);
          return outcome.status === 'failed' ? { status: 'notFound' } : outcome;
        },
      }),
      'a look-up of which 404 is answered by a gateway has failed; it is not "not found"',
    ],
    [
      'waits longer than it is asked to',
      faulty({
        submit: (submit) => async (order, call) => {
          const outcome = await submit(order, call);
          if (outcome.status !== 'failed') return outcome;
          return { status: 'failed', failure: failure(outcome.failure.class, 'limited', { retryAfterMs: 60_000 }) };
        },
      }),
      '429 with seconds in retry-after: limited, safe to send again after them',
    ],
    [
      'sends a new key with each attempt to a system that only knows keys',
      faulty({
        submit: (submit) => {
          let attempt = 0;
          return async (order, call) => {
            attempt++;
            return await submit(order, { ...call, externalReference: `${call.externalReference}.${attempt}` });
          };
        },
      }),
      'the same order again is a duplicate: nothing is made twice',
    ],
  ])('%s', async (_, broken, name) => {
    const found = contract(broken, fakeReferenceErp).find((candidate) => candidate.name === name);
    await expect(found?.run()).rejects.toThrow('expected');
  });

  it('repeats a secret in a message', async () => {
    const secret = 'tok-123456';
    const cases = contract({ ...subject, secret }, fakeReferenceErp);
    // The reference ERP takes no token, so nothing hides this one when an answer repeats it.
    await expect(cases.find(({ name }) => name.startsWith('401'))?.run()).rejects.toThrow('no secret');
  });
});

describe('a case is skipped', () => {
  const name = 'an order is found by our reference';

  it('by its name, with a reason', () => {
    const cases = contract({ ...subject, skip: [{ name, reason: 'it has no search' }] }, fakeReferenceErp);
    expect(cases.some((candidate) => candidate.name === name)).toBe(false);
  });

  it.each([
    ['not without a reason', name, ''],
    ['not where there is none of this name', 'no such case', 'it has no search'],
  ])('%s', (_, skipped, reason) => {
    expect(() => contract({ ...subject, skip: [{ name: skipped, reason }] }, fakeReferenceErp)).toThrow(RangeError);
  });
});
