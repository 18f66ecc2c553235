import { amazonSeller } from '@dist/connectors/amazon-seller';
import { fakeAmazonSeller } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import uses from '../../src/amazon-seller/uses.json' with { type: 'json' };
import type { SentRequest } from '../descriptions/check.ts';
import { unlistedUses } from '../drift/unlisted-uses.ts';
import { settings, stock } from './subject.ts';

const call = { key: 'k' };

/** An account whose answers can be spoilt, and the requests about its listings. */
function world(spoil: (request: Request) => Response | undefined = () => undefined, own: object = settings) {
  const fake = fakeAmazonSeller();
  const requests: SentRequest[] = [];
  const amazon = amazonSeller({
    ...settings,
    ...own,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const { pathname, search } = new URL(url);
      if (!pathname.startsWith('/listings/')) return await fake.handle(request);
      const body = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : init.body;
      requests.push({ method: request.method, path: `${pathname}${search}`, headers: {}, body });
      return spoil(request) ?? (await fake.handle(request));
    },
  });
  return { fake, requests, amazon };
}

describe('a listing at Amazon', () => {
  it('is an item, with its SKU and ASIN', async () => {
    const { amazon } = world();
    expect(await amazon.items.find({ by: 'sku', value: 'AX-100' })).toEqual({
      status: 'found',
      value: {
        sku: 'AX-100',
        ids: [{ scheme: 'channel', value: 'B07FTPX71F' }],
        description: 'Valve (sample)',
        baseUnit: 'C62',
        conversions: [],
        status: 'active',
      },
    });
    expect(await amazon.items.find({ by: 'sku', value: 'NO/SUCH' })).toEqual({ status: 'notFound' });
  });

  it('a 404 that is not Amazon’s own says nothing about it', async () => {
    const { amazon } = world(() => new Response('no route', { status: 404 }));
    expect(await amazon.items.find({ by: 'sku', value: 'AX-100' })).toMatchObject({ status: 'failed' });
  });

  it('edge 11: tells what may be bought, which is not what lies there', async () => {
    const { amazon } = world();
    expect(await amazon.inventory.availability({ items: ['AX-100', 'NO-SUCH'] })).toMatchObject({
      missing: ['NO-SUCH'],
      availability: {
        items: [{ location: { value: 'DEFAULT' }, quantities: [{ type: 'salable', quantity: { value: '40' } }] }],
      },
    });
    const elsewhere = await amazon.inventory.availability({ items: ['AX-100'], locations: ['AMAZON_NA'] });
    expect(elsewhere).toMatchObject({ availability: { items: [] } });
  });

  it('is set by its own product type, and everything that is sent is in the list of what is used', async () => {
    const { fake, requests, amazon } = world();
    expect(await amazon.inventory.publish(stock('12'), call)).toMatchObject({ status: 'published' });
    expect(fake.state.listings.get('AX-100')).toBe(12);
    expect(JSON.parse(String(requests.at(-1)?.body))).toEqual({
      productType: 'VALVE',
      patches: [
        {
          op: 'merge',
          path: '/attributes/fulfillment_availability',
          value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 12 }],
        },
      ],
    });
    // What stands in a value is the product type's, and not the model's.
    const beyond = ['fulfillment_channel_code', 'quantity'].map((name) => `patches[].value[].${name}`);
    const patch = 'PATCH /listings/2021-08-01/items/{sellerId}/{sku} sends';
    expect(unlistedUses(requests, uses)).toEqual(beyond.map((path) => `${patch} ${path}`));
  });

  it('edge 2: that is INVALID in an answer with status 200 is rejected, with Amazon’s reason', async () => {
    expect(await world().amazon.inventory.publish(stock('100000000'), call)).toMatchObject({
      status: 'rejected',
      reason: 'INVALID',
      message: expect.stringContaining('is not valid'),
    });
  });

  it.each([
    ['in cases', stock('12', 'XCS'), 'counted in pieces'],
    ['of half a piece', stock('0.5'), '0.5 pieces'],
    ['of Amazon’s own warehouse', stock('12', 'C62', 'AMAZON_NA'), 'DEFAULT'],
    ['that says no number', { ...stock('12'), items: [{ ids: [], quantities: [] }] }, 'no number of the seller'],
  ])('stock %s is rejected before anything is sent', async (_, availability, message) => {
    const { requests, amazon } = world();
    expect(await amazon.inventory.publish(availability, call)).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining(message),
    });
    expect(requests).toEqual([]);
  });

  it('stock of an item without a listing is rejected', async () => {
    const { fake, amazon } = world();
    fake.state.listings.clear();
    expect(await amazon.inventory.publish(stock('12'), call)).toMatchObject({ reason: 'sku-unknown' });
  });

  it('edge 1: of which the answer is lost is unknown, and may be set again', async () => {
    const { amazon } = world(({ method }) => (method === 'PATCH' ? new Response('', { status: 504 }) : undefined));
    expect(await amazon.inventory.publish(stock('12'), call)).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: true },
    });
  });

  it('is not reached without the seller’s id', async () => {
    const { requests, amazon } = world(undefined, { sellerId: undefined });
    expect(await amazon.items.find({ by: 'sku', value: 'AX-100' })).toMatchObject({ failure: { class: 'config' } });
    expect(await amazon.inventory.publish(stock('12'), call)).toMatchObject({ failure: { class: 'config' } });
    expect(requests).toEqual([]);
    expect(() => amazonSeller({ ...settings, sellerId: 'a/b' })).toThrow(TypeError);
  });
});
