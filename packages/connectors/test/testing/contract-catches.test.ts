import { contract } from '@dist/connectors/testing';
import { describe, expect, it } from 'vitest';
import { type Break, broken } from './broken.ts';
import { fakeHouseErp } from './fake-house-erp.ts';

describe('the contract of connectors, by a made-up ERP whose search finds parts, page by page', () => {
  for (const { name, run } of contract(broken(), fakeHouseErp)) it(name, run);
});

const beside = 'an order is made, and found, beside others whose references hold its own';

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
  ])('%s', async (_, change, name) => {
    const found = contract(broken(change), fakeHouseErp).find((candidate) => candidate.name === name);
    await expect(found?.run()).rejects.toThrow('expected');
  });
});
