import { type Fetch, memoryTokenCache } from '@dist/connectors';
import {
  amazonErrors,
  amazonVendor,
  amazonVendorPolicy,
  decodeOrder,
  decodeOrderStatus,
  encodeAcknowledgment,
  encodeInvoice,
  encodeShipment,
} from '@dist/connectors/amazon-vendor';
import { fakeAmazonVendor } from '@dist/connectors/fakes';
import { limiter } from '@dist/connectors/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInZone } from '../../src/amazon/day-in-zone.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { acknowledgment, invoice, settings, shipment } from './subject.ts';

const startOfTime = Date.parse('2026-03-02T08:00:00Z');

function world(change: object = {}) {
  const fake = fakeAmazonVendor();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return await fake.handle(request);
  };
  const connect = () => amazonVendor({ ...settings, fetch, now: () => startOfTime, ...change });
  return { fake, sent, connect, amazon: connect() };
}

describe('Amazon Vendor is asked', () => {
  it.each([
    ['na', undefined, 'https://sellingpartnerapi-na.amazon.com'],
    ['eu', undefined, 'https://sellingpartnerapi-eu.amazon.com'],
    ['fe', true, 'https://sandbox.sellingpartnerapi-fe.amazon.com'],
  ] as const)(
    'in region %s (sandbox %s) at %s only, by the header x-amz-access-token',
    async (region, sandbox, origin) => {
      const { sent, amazon } = world({ region, sandbox });
      await amazon.health.check();
      const [token, request] = sent;
      expect(token?.url).toBe('https://api.amazon.com/auth/o2/token');
      expect(new URL(request?.url ?? '').origin).toBe(origin);
      expect(request?.headers.get('x-amz-access-token')).toBe('Atza|1');
      expect(request?.headers.get('authorization')).toBeNull();
      expect(request?.headers.get('user-agent')).toBe('Test/1.0 (Language=TypeScript)');
    },
  );

  it('edge 9: with one token for functions without memory that share a cache', async () => {
    const { sent, connect } = world({ cache: memoryTokenCache() });
    await connect().health.check();
    await connect().health.check();
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it.each([
    ['a region that is none', { region: 'us' }],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['pages of more than 100 orders', { pageSize: 101 }],
    ['no user agent', { userAgent: '' }],
  ])('never with %s', (_, change) => {
    expect(() => world(change)).toThrow();
  });

  it('R13: as often as the usage plan of the operation allows, each operation in a lane of its own', async () => {
    const waits: number[] = [];
    let time = 0;
    const limits = limiter(amazonVendorPolicy.limits, {
      now: () => time,
      timer: (callback, milliseconds) => {
        waits.push(milliseconds);
        queueMicrotask(() => {
          time += milliseconds;
          callback();
        });
        return () => undefined;
      },
      random: () => 0.5,
    });
    const { amazon } = world({ limiter: limits });
    for (let times = 0; times < 10; times++) await amazon.orders.status('4Z32PAB0');
    expect(waits).toEqual([]);
    await amazon.invoices.publish({ channelOrderId: '4Z32PAB0', invoice }, { key: 'k' });
    expect(waits).toEqual([]);
    await amazon.orders.status('4Z32PAB0');
    expect(waits.length).toBeGreaterThan(0);
  });
});

describe('the list of purchase orders', () => {
  it('asks for seven days at a time, by creation and by change, and gives what was placed', async () => {
    const { sent, amazon } = world();
    const numbers: string[] = [];
    for await (const page of amazon.orders.list({ from: '2026-02-10T00:00:00Z' })) {
      if (page.ok) numbers.push(...page.items.map(({ number }) => number));
    }
    expect(numbers).toEqual(['4Z32PAB0', '4Z32PAB1', '4Z32PAB2', '4Z32PAB3', '4Z32PAB4', '4Z32PAB5']);
    const queries = sent.filter(({ method }) => method === 'GET').map(({ url }) => new URL(url).searchParams);
    expect(queries.map((query) => (query.has('createdAfter') ? 'created' : 'changed'))).toEqual(
      Array.from({ length: 3 }, () => ['created', 'changed']).flat(),
    );
    for (const query of queries) {
      const [from, to] = ['After', 'Before'].map(
        (end) => query.get(`created${end}`) ?? query.get(`changed${end}`) ?? '',
      );
      expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBeLessThanOrEqual(7 * 86_400_000);
    }
  });

  it('that goes on another day gives the order that Amazon has changed meanwhile, and those that came', async () => {
    const { fake, connect } = world();
    let after = '';
    for await (const page of connect().orders.list({ from: '2026-02-10T00:00:00Z' })) if (page.ok) after = page.next;
    const later = startOfTime + 2 * 86_400_000;
    const [first] = fake.state.orders;
    if (first === undefined) throw new Error('no order');
    first.changedAt = later - 1000;
    fake.state.orders.push({ ...first, number: 'NEW00001', createdAt: later - 2000, changedAt: later - 2000 });
    const numbers: string[] = [];
    const again = amazonVendor({
      ...settings,
      now: () => later,
      fetch: async (url, init) => await fake.handle(new Request(url, init)),
    });
    for await (const page of again.orders.list({ after })) {
      if (page.ok) numbers.push(...page.items.map(({ number }) => number));
    }
    expect(numbers).toContain('NEW00001');
    expect(numbers).toContain(first.number);
  });

  it('refuses a cursor of another list', async () => {
    const { amazon } = world();
    const read = async () => {
      for await (const page of amazon.orders.list({ after: '2026-01-01|3' })) expect(page).toBeUndefined();
    };
    await expect(read()).rejects.toThrow(RangeError);
  });
});

const order = {
  purchaseOrderNumber: 'ABCD1234',
  purchaseOrderState: 'New',
  orderDetails: {
    purchaseOrderDate: '2026-03-02T15:00:00Z',
    purchaseOrderStateChangedDate: '2026-03-02T15:00:00Z',
    sellingParty: { partyId: 'V1' },
    shipWindow: '2026-03-02T15:00:00Z--2026-03-06T15:00:00Z',
    items: [
      {
        itemSequenceNumber: '1',
        amazonProductIdentifier: 'B0',
        orderedQuantity: { amount: 3, unitOfMeasure: 'Cases', unitSize: 12 },
        isBackOrderAllowed: true,
        netCost: { currencyCode: 'JPY', amount: '120.50' },
      },
    ],
  },
};

/** The order with another value at a path of its details. */
function changed(path: string, value: unknown): object {
  const copy = structuredClone(order);
  const names = path.split('.');
  let at: object = copy;
  for (const name of names.slice(0, -1)) at = Reflect.get(at, name);
  Reflect.set(at, names.at(-1) ?? '', value);
  return copy;
}

describe('a purchase order that is read', () => {
  it('has the days of the warehouse’s zone: midnight in Tokyo is another day in UTC', () => {
    expect(decodeOrder(order, 'Asia/Tokyo')).toMatchObject({
      value: { dates: { ordered: '2026-03-03', shipNotBefore: '2026-03-03', shipNotAfter: '2026-03-07' } },
    });
    expect(dayInZone('UTC')('2026-03-02T15:00:00Z')).toBe('2026-03-02');
  });

  it('R19: has Amazon’s number as it is; ordered cases have the price of an each', () => {
    expect(decodeOrder(order, 'UTC')).toMatchObject({
      ok: true,
      value: {
        number: 'ABCD1234',
        currency: 'JPY',
        lines: [{ quantity: { value: '3', unit: 'XCS' }, packSize: '12', price: { amount: '120.5', unit: 'C62' } }],
      },
    });
  });

  it.each([
    ['without a number', 'purchaseOrderNumber', undefined, 'purchaseOrderNumber'],
    ['without details', 'orderDetails', undefined, 'orderDetails'],
    ['without items', 'orderDetails.items', [], 'orderDetails.items'],
    [
      'in a unit that is new',
      'orderDetails.items.0.orderedQuantity.unitOfMeasure',
      'Pallets',
      'orderDetails.items.0.orderedQuantity.unitOfMeasure',
    ],
    [
      'with half a piece',
      'orderDetails.items.0.orderedQuantity.amount',
      1.5,
      'orderDetails.items.0.orderedQuantity.amount',
    ],
    ['without a currency', 'orderDetails.items.0.netCost', undefined, 'orderDetails.items'],
    ['with a day that is none', 'orderDetails.purchaseOrderDate', 'soon', 'orderDetails.purchaseOrderDate'],
  ])('%s is told with the place', (_, path, value, place) => {
    const result = decodeOrder(changed(path, value), 'UTC');
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => issue.path.join('.'))).toContain(place);
  });

  it.each([
    ['a state', 'purchaseOrderState', 'Parked'],
    ['a type', 'orderDetails.purchaseOrderType', 'FlashOrder'],
    ['a term of delivery', 'orderDetails.importDetails', { internationalCommercialTerms: 'ByDrone' }],
    ['a field', 'orderDetails.surprise', { deep: true }],
  ])('with %s that is new is read all the same', (_, path, value) => {
    expect(decodeOrder(changed(path, value), 'UTC').ok).toBe(true);
  });

  it('of which everything was cancelled is told as cancelled', () => {
    expect(decodeOrder(changed('orderDetails.items.0.orderedQuantity.amount', 0), 'UTC')).toMatchObject({
      ok: false,
      issues: [{ code: 'order-cancelled' }],
    });
  });
});

describe('the phase of a purchase order', () => {
  const item = (ordered: number, confirmationStatus: string, receiveStatus = 'NOT_RECEIVED') => ({
    itemSequenceNumber: '1',
    orderedQuantity: { orderedQuantity: { amount: ordered, unitOfMeasure: 'Eaches' } },
    acknowledgementStatus: { confirmationStatus },
    receivingStatus: { receiveStatus },
  });
  it.each([
    ['pending', 'OPEN', [item(1, 'UNCONFIRMED')]],
    ['open', 'OPEN', [item(1, 'ACCEPTED'), item(1, 'UNCONFIRMED')]],
    ['rejected', 'OPEN', [item(1, 'REJECTED')]],
    ['partlyShipped', 'OPEN', [item(1, 'ACCEPTED', 'PARTIALLY_RECEIVED')]],
    ['shipped', 'OPEN', [item(1, 'ACCEPTED', 'RECEIVED'), item(1, 'REJECTED')]],
    ['cancelled', 'CLOSED', [item(0, 'UNCONFIRMED')]],
    ['closed', 'CLOSED', [item(1, 'ACCEPTED', 'RECEIVED')]],
    ['unknown', 'PARKED', [item(1, 'ACCEPTED')]],
  ])('is %s', (phase, purchaseOrderStatus, itemStatus) => {
    const read = decodeOrderStatus({ purchaseOrderNumber: 'A', purchaseOrderStatus, itemStatus });
    expect(read).toMatchObject({ ok: true, value: { phase } });
  });
});

describe('an acknowledgment (855)', () => {
  it('says of each line what is accepted and what is rejected, and why', () => {
    expect(encodeAcknowledgment(acknowledgment)).toMatchObject({
      value: {
        acknowledgements: [
          {
            purchaseOrderNumber: '4Z32PAB0',
            sellingParty: { partyId: '999US' },
            acknowledgementDate: '2026-03-02T12:00:00Z',
            items: [
              {
                itemSequenceNumber: '1',
                orderedQuantity: { amount: 24, unitOfMeasure: 'Eaches' },
                netCost: { currencyCode: 'USD', amount: '3.25' },
                itemAcknowledgements: [
                  {
                    acknowledgementCode: 'Accepted',
                    acknowledgedQuantity: { amount: 20, unitOfMeasure: 'Eaches' },
                    scheduledShipDate: '2026-03-06T12:00:00Z',
                  },
                  {
                    acknowledgementCode: 'Rejected',
                    acknowledgedQuantity: { amount: 4, unitOfMeasure: 'Eaches' },
                    rejectionReason: 'TemporarilyUnavailable',
                  },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  const [line] = acknowledgment.lines;
  if (line === undefined) throw new Error('no line');
  const [accepted, rejected] = line.responses;
  if (accepted === undefined || rejected === undefined) throw new Error('no responses');
  it.each([
    ['a reason that Amazon does not have', 'rejection-reason', { responses: [{ ...rejected, reason: 'price' }] }],
    ['a substitute', 'substitute', { responses: [{ ...accepted, status: 'substituted' as const }] }],
    ['another price', 'price', { acceptedPrice: '3.5' }],
    ['a half', 'quantity', { quantity: { value: '0.5', unit: 'C62' } }],
    ['pounds', 'unit', { quantity: { value: '5', unit: 'LBR' } }],
  ])('with %s is rejected before anything is sent (%s)', async (_, reason, change) => {
    const { sent, amazon } = world();
    const given = { ...acknowledgment, lines: [{ ...line, ...change }] };
    const outcome = await amazon.acknowledgments.publish({ channelOrderId: '1', acknowledgment: given }, { key: 'k' });
    expect(outcome).toMatchObject({ status: 'rejected', reason });
    expect(sent).toEqual([]);
  });

  it('takes a reason of the user’s own', () => {
    const given = { ...acknowledgment, lines: [{ ...line, responses: [{ ...rejected, reason: 'price' }] }] };
    expect(encodeAcknowledgment(given, { rejectionReasons: { price: 'ObsoleteProduct' } }).ok).toBe(true);
  });

  it('that is taken and wrong is told by its transaction', async () => {
    const { fake, amazon } = world();
    const call = { key: 'k' };
    const good = await amazon.acknowledgments.publish({ channelOrderId: '1', acknowledgment }, call);
    const bad = await amazon.acknowledgments.publish(
      { channelOrderId: '1', acknowledgment: { ...acknowledgment, orderNumber: 'NOPE' } },
      call,
    );
    if (good.status !== 'published' || bad.status !== 'published') throw new Error('not published');
    expect(await amazon.transactions.status(good.id)).toEqual({ status: 'accepted' });
    expect(await amazon.transactions.status(bad.id)).toEqual({
      status: 'rejected',
      errors: [{ code: 'INVALID_ORDER_ID', message: 'Invalid order ID.' }],
    });
    expect(await amazon.transactions.status('x')).toMatchObject({ status: 'failed', failure: { class: 'validation' } });
    fake.state.transactions.set('y', { status: 'Processing', document: {} });
    expect(await amazon.transactions.status('y')).toEqual({ status: 'pending' });
    expect(await amazon.orders.status('4Z32PAB0')).toMatchObject({ order: { phase: 'open' } });
  });
});

describe('a shipment (856)', () => {
  it('lists the item once, cartons and pallet by SSCC, and what lies in which', () => {
    const quantity = (amount: number) => ({ amount, unitOfMeasure: 'Eaches' });
    expect(encodeShipment(shipment)).toMatchObject({
      value: {
        shipmentConfirmations: [
          {
            shipmentIdentifier: 'SH-1',
            shipmentConfirmationType: 'Original',
            shipmentType: 'LessThanTruckLoad',
            shipmentStructure: 'PalletizedStandardCase',
            transportationDetails: {
              carrierScac: 'ABFS',
              carrierShipmentReferenceNumber: 'PRO-1',
              transportationMode: 'Road',
              billOfLadingNumber: 'BOL-1',
            },
            shipmentMeasurements: { grossShipmentWeight: { unitOfMeasure: 'Kg', value: '22.5' }, palletCount: 1 },
            shippedItems: [
              {
                itemSequenceNumber: '001',
                shippedQuantity: quantity(20),
                itemDetails: { purchaseOrderNumber: '4Z32PAB0', lotNumber: 'L-9' },
              },
            ],
            cartons: [
              {
                cartonSequenceNumber: '001',
                cartonIdentifiers: [
                  { containerIdentificationType: 'SSCC', containerIdentificationNumber: '106141411234567897' },
                ],
                items: [{ itemReference: '001', shippedQuantity: quantity(12) }],
              },
              { cartonSequenceNumber: '002', items: [{ itemReference: '001', shippedQuantity: quantity(8) }] },
            ],
            pallets: [
              {
                palletIdentifiers: [{ containerIdentificationNumber: '006141411234567890' }],
                cartonReferenceDetails: { cartonCount: 2, cartonReferenceNumbers: ['001', '002'] },
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['a notice that is taken back', 'purpose', { ...shipment, purpose: 'cancellation' as const }],
    ['a pallet without an SSCC', 'sscc', { ...shipment, units: [{ unitId: 'P1', type: 'pallet' as const }] }],
    ['no warehouse', 'party', { ...shipment, parties: { ...shipment.parties, shipTo: undefined } }],
    ['a weight in stones', 'unit', { ...shipment, grossWeight: { value: '3', unit: 'STI' } }],
  ])('with %s is an issue (%s)', (_, code, given) => {
    expect(encodeShipment(given).issues.map((issue) => issue.code)).toContain(code);
  });

  it('says of whatever is packed as much in the units as in the list (law)', () => {
    const packed = fc.array(
      fc.record({
        line: fc.integer({ min: 1, max: 3 }),
        unit: fc.integer({ min: 0, max: 2 }),
        count: fc.integer({ min: 1, max: 500 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(packed, (all) => {
        const given = {
          ...shipment,
          units: [0, 1, 2].map((at) => ({ unitId: String(at), type: 'carton' as const })),
          items: all.map(({ line, unit, count }) => ({
            orderNumber: 'A',
            lineId: String(line),
            unitId: String(unit),
            ids: [],
            quantity: { value: String(count), unit: 'C62' },
          })),
        };
        const result = encodeShipment(given);
        if (!result.ok) throw new Error('not encoded');
        const [one] = result.value.shipmentConfirmations as readonly {
          shippedItems: readonly { itemSequenceNumber: string; shippedQuantity: { amount: number } }[];
          cartons: readonly { items: readonly { itemReference: string; shippedQuantity: { amount: number } }[] }[];
        }[];
        for (const { itemSequenceNumber, shippedQuantity } of one?.shippedItems ?? []) {
          const inside = (one?.cartons ?? [])
            .flatMap(({ items }) => items)
            .filter(({ itemReference }) => itemReference === itemSequenceNumber)
            .reduce((total, item) => total + item.shippedQuantity.amount, 0);
          expect(inside).toBe(shippedQuantity.amount);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('an invoice (810)', () => {
  it('says costs, terms, allowances and total as texts, never as binary numbers', () => {
    expect(encodeInvoice(invoice)).toMatchObject({
      value: {
        invoices: [
          {
            invoiceType: 'Invoice',
            id: 'INV-1',
            date: '2026-03-06T12:00:00Z',
            remitToParty: { partyId: '999US' },
            paymentTerms: { type: 'Basic', discountPercent: '2', discountDueDays: 30, netDueDays: 60 },
            invoiceTotal: { currencyCode: 'USD', amount: '60' },
            allowanceDetails: [{ type: 'Discount', allowanceAmount: { currencyCode: 'USD', amount: '5' } }],
            items: [
              {
                itemSequenceNumber: 1,
                amazonProductIdentifier: 'B07DFVDRAB',
                vendorProductIdentifier: 'AX-100',
                invoicedQuantity: { amount: 20, unitOfMeasure: 'Eaches' },
                netCost: { currencyCode: 'USD', amount: '3.25' },
                purchaseOrderNumber: '4Z32PAB0',
              },
            ],
          },
        ],
      },
    });
  });

  it('that is a credit names the invoice that it takes back', () => {
    const credit = { ...invoice, type: 'creditMemo' as const, originalInvoice: { number: 'INV-0' } };
    expect(encodeInvoice(credit)).toMatchObject({
      value: {
        invoices: [{ invoiceType: 'CreditNote', items: [{ creditNoteDetails: { referenceInvoiceNumber: 'INV-0' } }] }],
      },
    });
  });

  const [line] = invoice.lines;
  if (line === undefined) throw new Error('no line');
  it.each([
    ['a price for twelve', 'price', { ...invoice, lines: [{ ...line, price: { amount: '39', per: '12' } }] }],
    ['a price of a case', 'price', { ...invoice, lines: [{ ...line, quantity: { value: '2', unit: 'XCS' } }] }],
    ['a tax that Amazon does not have', 'tax', { ...invoice, taxes: [{ category: 'LS', amount: '1' }] }],
    [
      'a charge that Amazon does not have',
      'charge',
      { ...invoice, allowancesCharges: [{ kind: 'charge' as const, code: 'X999', amount: '1' }] },
    ],
  ])('with %s is an issue (%s)', (_, code, given) => {
    expect(encodeInvoice(given).issues.map((issue) => issue.code)).toContain(code);
  });
});

describe('R31: an error of Amazon', () => {
  it.each(amazonErrors.map((rule) => [rule.sample, rule] as const))('"%s" is what its rule says', (sample, rule) => {
    const status = rule.status ?? (rule.class === 'rate-limited' ? 429 : rule.class === 'validation' ? 400 : 403);
    expect(classOfError(amazonErrors, { status, code: rule.code, message: sample })).toBe(rule.class);
  });

  it('by which a token has ended is 403: a new token is fetched once', async () => {
    const time = { now: startOfTime };
    const { fake, sent, amazon } = world({ now: () => time.now });
    await amazon.health.check();
    fake.expireTokens?.();
    time.now += 60_000;
    expect(await amazon.health.check()).toMatchObject({ status: 'well' });
    expect(sent.filter(({ url }) => url.startsWith('https://api.amazon.com/'))).toHaveLength(2);
  });
});
