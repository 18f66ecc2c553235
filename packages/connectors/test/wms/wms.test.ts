import { FulfillmentConfirmation, validate } from '@dist/canonical';
import { fulfillmentConfirmation } from '@dist/canonical/testing';
import { basic, type Fetch } from '@dist/connectors';
import { fakeWms } from '@dist/connectors/fakes';
import { wms, wmsErrors } from '@dist/connectors/wms';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { confirmed, pick, receive, signedConfirmation } from './subject.ts';

const now = Date.parse('2026-03-02T08:00:00Z');

function world(answer?: () => Response) {
  const fake = fakeWms();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return answer?.() ?? (await fake.handle(request));
  };
  return { fake, sent, warehouse: wms({ baseUrl: 'https://wms.example.com/', auth: 'wms-token', pageSize: 2, fetch }) };
}

describe('R21 a request to a warehouse', () => {
  it('is taken once, under its number, whatever the key', async () => {
    const { fake, sent, warehouse } = world();
    expect(await warehouse.fulfillments.request(pick, { key: 'a' })).toEqual({ status: 'accepted', id: 'F-3' });
    expect(await warehouse.fulfillments.request(pick, { key: 'a' })).toEqual({ status: 'duplicate', id: 'F-3' });
    expect(await warehouse.fulfillments.request(pick, { key: 'b' })).toEqual({ status: 'duplicate', id: 'F-3' });
    expect(fake.state.requests.size).toBe(3);
    expect(sent[0]?.headers.get('idempotency-key')).toBe('a');
    expect(sent[0]?.url).toBe('https://wms.example.com/v1/fulfillment-requests');
    expect(await sent[0]?.json()).toEqual(pick);
  });

  it('with another content under its number is a conflict, unless it replaces', async () => {
    const { warehouse } = world();
    await warehouse.fulfillments.request(pick, { key: 'a' });
    const other = { ...pick, orderNumber: 'PO-2' };
    expect(await warehouse.fulfillments.request(other, { key: 'b' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', vendor: { code: 'number-used' } },
    });
    expect(await warehouse.fulfillments.request({ ...other, purpose: 'replace' }, { key: 'c' })).toMatchObject({
      status: 'accepted',
    });
  });

  it.each([
    [
      'of an item that is not known',
      { lines: [{ ...pick.lines[0], ids: [{ scheme: 'seller', value: 'NO-SUCH' }] }] },
      'item-unknown',
      1,
    ],
    ['without lines', { lines: [] }, 'validation', 0],
    ['that is a cancellation', { purpose: 'cancellation' }, 'validation', 0],
  ] as const)('%s is rejected', async (_, change, reason, requests) => {
    const { sent, warehouse } = world();
    const wrong = { ...pick, ...change } as typeof pick;
    expect(await warehouse.fulfillments.request(wrong, { key: 'k' })).toMatchObject({ status: 'rejected', reason });
    expect(sent).toHaveLength(requests);
  });

  it('whose answer has no id may have been taken', async () => {
    const { warehouse } = world(() => Response.json({}, { status: 201 }));
    expect(await warehouse.fulfillments.request(pick, { key: 'k' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'contract-drift', safeToReplay: true },
    });
  });
});

describe('a request that is called back', () => {
  it.each([
    ['R-0', { status: 'cancelled', number: 'R-0' }],
    ['R-9', { status: 'rejected', reason: 'picking' }],
    ['R-404', { status: 'failed', failure: { class: 'not-found' } }],
  ])('%s is %o', async (number, expected) => {
    const { warehouse } = world();
    expect(await warehouse.fulfillments.cancel({ number, reason: 'buyer' }, { key: 'k' })).toMatchObject(expected);
  });

  it('of which the answer tells nothing is unknown', async () => {
    const { warehouse } = world(() => Response.json({ status: 'later' }));
    expect(await warehouse.fulfillments.cancel({ number: 'R-0', reason: 'x' }, { key: 'k' })).toMatchObject({
      status: 'unknown',
    });
  });
});

describe('confirmations', () => {
  it('are asked for from an instant, and then by the warehouse’s cursor', async () => {
    const { sent, warehouse } = world();
    for await (const page of warehouse.fulfillments.list({ from: '2026-03-02T08:00:00Z' })) expect(page.ok).toBe(true);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?limit=2&from=2026-03-02T08%3A00%3A00Z',
      '?limit=2&after=2',
      '?limit=2&after=4',
    ]);
  });

  it('R21 of any kind come through as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fulfillmentConfirmation(), async (confirmation) => {
        const page = { confirmations: [{ id: '1', confirmation }], next: '1', hasMore: false };
        const { warehouse } = world(() => Response.json(page));
        for await (const one of warehouse.fulfillments.list()) expect(one).toMatchObject({ items: [confirmation] });
      }),
      { numRuns: 50 },
    );
  });

  it('edge 17: that lead to themselves end with a failure', async () => {
    const page = { confirmations: [], next: '7', hasMore: true };
    const { warehouse } = world(() => Response.json(page));
    const pages: boolean[] = [];
    for await (const one of warehouse.fulfillments.list()) pages.push(one.ok);
    expect(pages).toEqual([false]);
  });
});

describe('a webhook of a warehouse', () => {
  it.each([
    ['of a confirmation is read', confirmed, { ok: true, confirmation: { requestNumber: 'R-1' } }],
    ['of something else is believed', { ...confirmed, type: 'stock.counted' }, { ok: true }],
    ['with a confirmation that is none is told of', { ...confirmed, data: {} }, { ok: false, reason: 'unreadable' }],
  ])('%s', async (_, content, expected) => {
    const { body, headers } = await signedConfirmation(now, content);
    expect(await receive(body, headers, now)).toMatchObject(expected);
  });

  it('has a sample that is a confirmation', () => {
    expect(validate(FulfillmentConfirmation, confirmed.data).ok).toBe(true);
  });
});

describe('the contract', () => {
  it.each(wmsErrors.map((rule) => [rule.sample, rule] as const))('R31 "%s"', (sample, { code, class: expected }) => {
    expect(classOfError(wmsErrors, { status: 400, code, message: sample })).toBe(expected);
  });

  it('takes any authorization, and pages of 1 to 500', async () => {
    const sent: Headers[] = [];
    const fetch: Fetch = async (_, init) => {
      sent.push(new Headers(init.headers));
      return Response.json({ status: 'well' });
    };
    const warehouse = wms({ baseUrl: 'https://wms.example.com', auth: basic('user', 'pass-1'), fetch });
    expect(await warehouse.health.check()).toEqual({ status: 'well', warnings: [] });
    expect(sent[0]?.get('authorization')).toMatch(/^Basic /);
    expect(() => wms({ baseUrl: 'https://wms.example.com', auth: 'x', pageSize: 501 })).toThrow(TypeError);
  });

  it('has the token in no failure and no record', async () => {
    const records: unknown[] = [];
    const fetch: Fetch = async () => Response.json({ code: 'planted', detail: 'planted' }, { status: 400 });
    const onExchange = (record: unknown) => records.push(record);
    const warehouse = wms({ baseUrl: 'https://wms.example.com', auth: 'planted', fetch, onExchange });
    const outcomes: unknown[] = [
      await warehouse.fulfillments.request(pick, { key: 'k' }),
      await warehouse.fulfillments.cancel({ number: 'R-0', reason: 'x' }, { key: 'k' }),
      await warehouse.health.check(),
    ];
    for await (const page of warehouse.fulfillments.list()) outcomes.push(page);
    expect(outcomes).toHaveLength(4);
    expect(JSON.stringify([outcomes, records])).not.toContain('planted');
  });
});
