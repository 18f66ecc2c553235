import { type Fetch, memoryTokenCache } from '@dist/connectors';
import { fakeSalesforce } from '@dist/connectors/fakes';
import { limiter } from '@dist/connectors/limits';
import {
  decodeOrder,
  decodeOrderStatus,
  salesforce,
  salesforceErrors,
  salesforcePolicy,
  soqlText,
} from '@dist/connectors/salesforce';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSoql } from '../../src/fakes/salesforce/run-soql.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { acknowledgment, settings } from './subject.ts';

function world(change: object = {}) {
  const fake = fakeSalesforce();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return await fake.handle(request);
  };
  const connect = () => salesforce({ ...settings, fetch, ...change });
  return { fake, sent, connect, crm: connect() };
}

const queries = (sent: readonly Request[]) =>
  sent.map(({ url }) => new URL(url).searchParams.get('q')).filter((text) => text !== null);

describe('a text in SOQL', () => {
  it('of any signs is one literal and itself again: nothing breaks out (law)', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("'", '\\', '"', '\n', '\t', ' ', 'O', 'R', '=', '\u0000', '\u2028', 'é', '%'),
        }),
        (text) => {
          const soql = readSoql(`SELECT Id FROM Account WHERE Name = ${soqlText(text)} LIMIT 2`);
          expect(soql?.conditions).toEqual([{ field: 'Name', operator: '=', value: text }]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ["Bob's BBQ", String.raw`'Bob\'s BBQ'`],
    [String.raw`\' OR Name != '`, String.raw`'\\\' OR Name != \''`],
    ['a\nb', String.raw`'a\nb'`],
  ])('%j is %s', (text, literal) => {
    expect(soqlText(text)).toBe(literal);
  });
});

describe('a quote', () => {
  it('is read with all of its lines, which come in parts by links of the same host', async () => {
    const { sent, crm } = world();
    const orders = [];
    for await (const page of crm.orders.list({ from: '2026-02-10T00:00:00Z' })) if (page.ok) orders.push(...page.items);
    expect(orders).toHaveLength(6);
    expect(orders[0]).toMatchObject({
      number: '00000000',
      channel: 'shop',
      currency: 'USD',
      placedAt: '2026-02-16T18:00:00.000Z',
      references: [{ type: 'salesforceId', value: '0Q0000000000000AAA' }],
      parties: {
        buyer: { name: 'Northfield (sample)', ids: [{ scheme: 'seller', value: 'C-1' }, { scheme: 'channel' }] },
        shipTo: { address: { lines: ['1 Main Street', 'Dock 4'], city: 'Springfield', region: 'IL' } },
      },
      allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '12.5' }],
    });
    expect(orders[0]?.lines).toHaveLength(3);
    expect(orders[0]?.lines[0]).toMatchObject({
      ids: [{ scheme: 'seller', value: 'AX-100' }],
      quantity: { value: '24', unit: 'C62' },
      price: { amount: '3.25' },
      allowancesCharges: [{ kind: 'allowance', code: 'C310', amount: '7.8' }],
    });
    expect(sent.some(({ url }) => /\/query\/01g\d+$/.test(url))).toBe(true);
  });

  it('edge 14: whose rest would be on another host is not followed, and its token goes nowhere else', async () => {
    const hosts: string[] = [];
    const { fake } = world();
    const crm = salesforce({
      ...settings,
      fetch: async (url, init) => {
        hosts.push(new URL(url).hostname);
        const response = await fake.handle(new Request(url, init));
        if (!url.includes('/query?')) return response;
        const text = await response.text();
        return Response.json({
          ...JSON.parse(text),
          done: false,
          nextRecordsUrl: 'https://evil.invalid/services/data/v62.0/query/1',
        });
      },
    });
    for await (const page of crm.orders.list()) {
      expect(page).toMatchObject({ ok: false, failure: { class: 'contract-drift' } });
    }
    expect(new Set(hosts)).toEqual(new Set(['northfield.my.salesforce.invalid']));
  });

  it('that was answered leaves the list', async () => {
    const { fake, crm } = world();
    const outcome = await crm.acknowledgments.publish(
      { channelOrderId: '0Q0000000000000AAA', acknowledgment },
      { key: 'k' },
    );
    expect(outcome).toEqual({ status: 'published', id: '0Q0000000000000AAA' });
    expect(fake.state.records['Quote']?.[0]?.['Status']).toBe('Ordered');
    const numbers: string[] = [];
    for await (const page of crm.orders.list()) if (page.ok) numbers.push(...page.items.map(({ number }) => number));
    expect(numbers).not.toContain('00000000');
  });

  it('whose status the organization does not have is rejected with Salesforce’s code', async () => {
    const { crm } = world({ answers: { accepted: 'Sold', rejected: 'Rejected' } });
    expect(
      await crm.acknowledgments.publish({ channelOrderId: '0Q0000000000000AAA', acknowledgment }, { key: 'k' }),
    ).toMatchObject({ status: 'rejected', reason: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' });
  });

  it.each([
    ['200 with an empty object', () => Response.json({})],
    ['202 without a body', () => new Response(null, { status: 202 })],
  ])('whose answer is taken by a %s is answered by nobody: unknown, and may be sent again', async (_, answer) => {
    const { fake } = world();
    const fetch: Fetch = async (url, init) =>
      init.method === 'PATCH' ? answer() : await fake.handle(new Request(url, init));
    const notice = { channelOrderId: '0Q0000000000000AAA', acknowledgment };
    expect(await world({ fetch }).crm.acknowledgments.publish(notice, { key: 'k' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'contract-drift', safeToReplay: true },
    });
  });

  it('that changed at a time that is none is found, without the time', async () => {
    const { fake, crm } = world();
    const record = fake.state.records['Quote']?.[0];
    if (record === undefined) throw new Error('no quote');
    record['SystemModstamp'] = 'yesterday';
    const found = await crm.orders.find('00000000');
    expect(found).toMatchObject({ status: 'found', order: { number: '00000000' } });
    expect(found.status === 'found' && 'changedAt' in found.order).toBe(false);
  });

  it('is not answered by what is no id: nothing is sent', async () => {
    const { sent, crm } = world();
    expect(
      await crm.acknowledgments.publish({ channelOrderId: '../Account/1', acknowledgment }, { key: 'k' }),
    ).toMatchObject({ status: 'failed', failure: { class: 'not-found' } });
    expect(sent).toEqual([]);
  });

  it('that was deleted is found as cancelled, and is in no list', async () => {
    const { fake, crm } = world();
    const record = fake.state.records['Quote']?.[0];
    if (record === undefined) throw new Error('no quote');
    record['IsDeleted'] = true;
    expect(await crm.orders.find('00000000')).toMatchObject({
      status: 'found',
      order: { phase: 'cancelled', status: 'deleted' },
    });
    for await (const page of crm.orders.list()) {
      if (page.ok) expect(page.items.map(({ number }) => number)).not.toContain('00000000');
    }
  });

  it('of an organization with several currencies is asked for its own; with one that field is not there', async () => {
    const { sent, crm } = world({ currency: undefined });
    for await (const page of crm.orders.list()) {
      expect(page).toMatchObject({ ok: false, failure: { class: 'config', vendor: { code: 'INVALID_FIELD' } } });
    }
    expect(queries(sent)[0]).toContain('CurrencyIsoCode');
  });
});

const record = {
  Id: '0Q0000000000000AAA',
  QuoteNumber: '1',
  Status: 'Accepted',
  CreatedDate: '2026-02-16T18:00:00.000+0000',
  CurrencyIsoCode: 'EUR',
};
const line = {
  Id: '0QL000000000000AAA',
  Quantity: 0.1,
  UnitPrice: 1234567.89,
  Product2: { ProductCode: 'AX-100', QuantityUnitOfMeasure: 'Each' },
};
const options = { object: 'Quote', itemField: 'ProductCode', units: { Each: 'C62' } } as const;

describe('a record that is read', () => {
  it('edge 10: has the amounts of JSON numbers in their shortest text, not as binary fractions', () => {
    expect(decodeOrder(record, [line], options)).toMatchObject({
      ok: true,
      value: { currency: 'EUR', lines: [{ quantity: { value: '0.1' }, price: { amount: '1234567.89' } }] },
    });
  });

  it.each([
    [
      'without an item number',
      { ...line, Product2: { QuantityUnitOfMeasure: 'Each' } },
      'lines.0.Product2.ProductCode',
    ],
    [
      'in a unit that is new',
      { ...line, Product2: { ProductCode: 'A', QuantityUnitOfMeasure: 'Crate' } },
      'lines.0.Product2.QuantityUnitOfMeasure',
    ],
    [
      'with an amount beyond what a binary number keeps',
      { ...line, UnitPrice: 1234567890123.4568 },
      'lines.0.UnitPrice',
    ],
  ])('%s is told with the place', (_, given, place) => {
    expect(decodeOrder(record, [given], options).issues.map(({ path }) => path.join('.'))).toContain(place);
  });

  it.each([
    ['Each', true],
    [null, true],
    ['Crate', false],
    ['constructor', false],
  ])('of which the unit is %j stands in a unit that is known: %j', (QuantityUnitOfMeasure, ok) => {
    const status = { ...record, SystemModstamp: '2026-02-16T18:00:00.000+0000', IsDeleted: false };
    const lines = [{ ...line, Product2: { ProductCode: 'AX-100', QuantityUnitOfMeasure } }];
    const decoded = decodeOrderStatus(status, lines, { ...options, phases: {} });
    expect(decoded.ok).toBe(ok);
    if (decoded.ok) expect(decoded.value.lines).toMatchObject([{ quantity: { value: '0.1', unit: 'C62' } }]);
    else
      expect(decoded.issues).toMatchObject([{ code: 'unit', path: ['lines', 0, 'Product2', 'QuantityUnitOfMeasure'] }]);
  });

  it('R19: of an order has the buyer’s number as it is, in a reference', () => {
    const order = { ...record, OrderNumber: '00000100', PoNumber: ' PO/7 ', EffectiveDate: '2026-03-01' };
    expect(decodeOrder(order, [line], { ...options, object: 'Order' })).toMatchObject({
      value: {
        number: '00000100',
        dates: { ordered: '2026-03-01' },
        references: [{ type: 'salesforceId' }, { type: 'purchaseOrder', value: ' PO/7 ' }],
      },
    });
  });
});

describe('a look-up', () => {
  it.each([
    ['number', 'C-1'],
    ['name', 'Northfield (sample)'],
    ['email', 'a@northfield.invalid'],
    ['id', '001000000000001AAA'],
  ] as const)('finds a customer by %s', async (by, value) => {
    const { crm } = world();
    expect(await crm.customers.find({ by, value })).toMatchObject({
      status: 'found',
      value: { customerNumber: 'C-1' },
    });
    expect(await crm.customers.find({ by, value: "x' OR Name != '" })).toEqual({ status: 'notFound' });
  });

  it('of which two records fit is a conflict, never the first of them', async () => {
    const { fake, crm } = world();
    const [account] = fake.state.records['Account'] ?? [];
    fake.state.records['Account']?.push({ ...account, Id: '001000000000002AAA' });
    expect(await crm.customers.find({ by: 'number', value: 'C-1' })).toMatchObject({ failure: { class: 'conflict' } });
  });

  it('finds an item by the field that has its number', async () => {
    expect(await world().crm.items.find({ by: 'sku', value: 'AX-100' })).toMatchObject({ value: { sku: 'AX-100' } });
    const { crm } = world({ itemField: 'StockKeepingUnit' });
    expect(await crm.items.find({ by: 'sku', value: 'SKU-100' })).toMatchObject({ value: { sku: 'SKU-100' } });
  });
});

describe('R13: the requests of a day', () => {
  it('are counted by what Salesforce says: the last one goes, the next has to wait', async () => {
    const { fake, crm } = world({
      limiter: limiter(salesforcePolicy.limits, { now: () => 0, timer: () => () => undefined }),
    });
    fake.state.used = 99_998;
    expect(await crm.health.check()).toMatchObject({
      status: 'well',
      warnings: ['99999 of the day’s 100000 requests are used'],
    });
    await crm.health.check();
    expect(await crm.health.check({ deadline: 1000 })).toMatchObject({ failure: { class: 'rate-limited' } });
  });
});

describe('R31: an error of Salesforce', () => {
  it.each(salesforceErrors.map((rule) => [rule.code ?? '', rule.sample, rule] as const))(
    '%s: "%s" is what its rule says',
    (_, sample, rule) => {
      expect(classOfError(salesforceErrors, { status: 400, code: rule.code, message: sample })).toBe(rule.class);
    },
  );

  it('has at least ten, each with its page', () => {
    expect(salesforceErrors.length).toBeGreaterThanOrEqual(10);
    for (const { source } of salesforceErrors) expect(source).not.toBe('');
  });
});

describe('edge 9: a session', () => {
  it('is fetched once for functions without memory that share a cache', async () => {
    const { sent, connect } = world({ cache: memoryTokenCache() });
    await connect().health.check();
    await connect().health.check();
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it.each([
    ['a version that is none', { apiVersion: '62' }],
    ['a currency that is none', { currency: 'usd' }],
    ['pages of more than 200 orders', { pageSize: 201 }],
    ['an address that is none', { instanceUrl: 'northfield' }],
  ])('is never begun with %s', (_, change) => {
    expect(() => world(change)).toThrow();
  });
});
