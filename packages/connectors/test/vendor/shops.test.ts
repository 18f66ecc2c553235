import type { Order } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { type Document, native, read, withOverlays } from './shop-orders.ts';
import { openVendorMap, type System, vendorOverlay } from './vendor-map.ts';

const firstLine = (document: Document, list: string): Document => (document[list] as Document[])[0] as Document;

describe('an order that is none yet, or for a person, is an error', () => {
  it.each<[why: string, system: System, name: string, change: Document, rule: string]>([
    ['R06 a test order of Shopify', 'shopify', 'company', { test: true }, 'live'],
    ['refunded in part', 'shopify', 'company', { financial_status: 'partially_refunded' }, 'wholly-paid'],
    ['R06 paid through the test gateway', 'bigcommerce', 'company', { payment_method: 'Test Payment Gateway' }, 'live'],
    ['incomplete', 'bigcommerce', 'company', { status_id: 0 }, 'ready'],
    ['to be verified', 'bigcommerce', 'company', { status_id: 12 }, 'ready'],
    ['deleted', 'bigcommerce', 'company', { is_deleted: true }, 'not-deleted'],
    ['on hold', 'adobe-commerce', 'configurable', { state: 'holded' }, 'ready'],
    ['refunded in part', 'adobe-commerce', 'configurable', { total_refunded: 12.5 }, 'not-refunded'],
    ['a currency of no name', 'adobe-commerce', 'configurable', { order_currency_code: null }, 'currency'],
  ])('%s (%s)', (_, system, name, change, rule) => {
    const { value, issues } = read(system, name, change);
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ rule, severity: 'error' }]);
  });

  it('an order of Adobe Commerce to two addresses', () => {
    const document = native('adobe-commerce', 'configurable');
    const extension = document['extension_attributes'] as { shipping_assignments: object[] };
    extension.shipping_assignments.push(...extension.shipping_assignments);
    expect(read('adobe-commerce', 'configurable', document).issues).toMatchObject([{ rule: 'one-assignment' }]);
  });

  it('a line of Adobe Commerce that is cancelled in part', () => {
    const document = native('adobe-commerce', 'configurable');
    Object.assign(firstLine(document, 'items'), { qty_canceled: 1 });
    expect(read('adobe-commerce', 'configurable', document).issues).toMatchObject([{ rule: 'line-not-cancelled' }]);
  });
});

describe('a cancelled order cancels', () => {
  it.each<[system: System, name: string, change: Document]>([
    ['shopify', 'company', { cancelled_at: '2026-03-03T08:00:00-05:00' }],
    ['shopify', 'company', { financial_status: 'refunded' }],
    ['bigcommerce', 'company', { status_id: 5 }],
    ['bigcommerce', 'company', { status_id: 4 }],
    ['adobe-commerce', 'configurable', { state: 'canceled' }],
    ['adobe-commerce', 'configurable', { state: 'closed', total_refunded: 155.27 }],
  ])('%s, %s: %j', (system, name, change) => {
    const { value, issues } = read(system, name, change);
    expect(issues).toEqual([]);
    expect(value?.purpose).toBe('cancellation');
  });
});

describe('money is decimal text', () => {
  it.each<[what: string, sent: unknown, total: string]>([
    ['a text', '157.4400', '157.44'],
    ['a whole number', 157, '157'],
    ['a number', 157.44, '157.44'],
  ])('of %s', (_, sent, total) => {
    expect(read('bigcommerce', 'company', { total_inc_tax: sent }).value?.total).toBe(total);
  });

  it('and a number that was reckoned in binary is refused', () => {
    const { value, issues } = read('adobe-commerce', 'configurable', { grand_total: 0.1 + 0.2 });
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'value-unmappable', rule: 'total' }]);
  });
});

describe('gotcha 20 the currency is what the shopper pays in, and nothing is converted', () => {
  it('Shopify: the shop’s; by the overlay the presentment currency, with every amount', () => {
    const { value, issues } = withOverlays('shopify', 'company', [vendorOverlay('shopify/presentment-currency')]);
    expect(issues).toEqual([]);
    expect(value).toMatchObject({
      currency: 'USD',
      total: '130.41',
      lines: [{ price: { amount: '6.94' }, allowancesCharges: [{ amount: '4.16' }] }, { price: { amount: '12.59' } }],
      allowancesCharges: [{ amount: '11.17' }],
      taxes: [{ amount: '15' }],
      ext: { shopify: { shopCurrency: 'CAD' } },
    });
  });

  it('BigCommerce: the transactional one, not the one that is only shown', () => {
    const { value } = read('bigcommerce', 'several-addresses');
    expect(value?.currency).toBe('EUR');
    expect(value?.ext).toMatchObject({ bigcommerce: { displayCurrency: 'USD' } });
  });

  it('Adobe Commerce: that of the order, not the base currency', () => {
    expect(read('adobe-commerce', 'bundle').value?.currency).toBe('USD');
  });
});

it.each<[system: System, name: string, change: Document]>([
  ['bigcommerce', 'company', zeros(['shipping', 'handling', 'wrapping'], 'ex')],
  ['bigcommerce', 'several-addresses', zeros(['shipping', 'handling', 'wrapping'], 'inc')],
  ['adobe-commerce', 'configurable', { shipping_amount: 0, shipping_discount_amount: 0, tax_amount: 0 }],
])('a cost of nothing is no charge, and a tax of nothing no tax (%s, %s)', (system, name, change) => {
  const { value } = read(system, name, change);
  expect([value?.allowancesCharges, value?.taxes]).toEqual([undefined, undefined]);
});

function zeros(costs: readonly string[], side: 'ex' | 'inc'): Document {
  return Object.fromEntries([['total_tax', '0.0000'], ...costs.map((cost) => [`${cost}_cost_${side}_tax`, '0.0000'])]);
}

describe('taxes', () => {
  it('stand on their own where prices are without them', () => {
    expect(read('bigcommerce', 'company').value?.taxes).toEqual([{ category: 'total', amount: '9.42' }]);
  });

  it('are told and not added where prices hold them, and the prices are those with tax', () => {
    const { value } = read('bigcommerce', 'several-addresses');
    expect(value?.taxes).toEqual([{ category: 'total', amount: '10.62', included: true }]);
    expect(value?.lines.map(({ price }) => price?.amount)).toEqual(['17.65', '17.7']);
  });
});

describe('several ship-to addresses (BigCommerce)', () => {
  it('are kept, and each line says by its allocation which is its own', () => {
    const { value } = read('bigcommerce', 'several-addresses');
    expect(value?.parties.shipTo).toBeUndefined();
    expect(value?.lines.map(({ allocations }) => allocations?.[0]?.location.value)).toEqual(['31', '32']);
    expect(value?.ext).toMatchObject({
      bigcommerce: { shippingAddresses: [{ location: '31' }, { location: '32', name: 'Kim Sample' }] },
    });
  });

  it('a state of the United States or Canada becomes its code; another one is told and not made up', () => {
    const document = native('bigcommerce', 'company');
    Object.assign(firstLine(document, 'shipping_addresses'), { state: 'Ontaria' });
    const { value, issues } = read('bigcommerce', 'company', document);
    expect(issues).toMatchObject([{ rule: 'ship-to-region', severity: 'warning', found: 'Ontaria' }]);
    expect(value?.parties.shipTo?.address?.region).toBeUndefined();
    expect(value?.parties.billTo?.address?.region).toBe('TX');
    Object.assign(firstLine(document, 'shipping_addresses'), { state: 'Bayern', country_iso2: 'DE' });
    const german = read('bigcommerce', 'company', document);
    expect(german.issues).toEqual([]);
    expect(german.value?.parties.shipTo?.address?.region).toBe('Bayern');
  });
});

describe('customers', () => {
  it.each<[system: System, name: string, ids: readonly string[] | undefined]>([
    ['shopify', 'company', ['71']],
    ['shopify', 'person', ['gid://shopify/Customer/31']],
    ['bigcommerce', 'company', ['11']],
    ['bigcommerce', 'several-addresses', undefined],
    ['adobe-commerce', 'configurable', ['77']],
    ['adobe-commerce', 'bundle', undefined],
  ])('%s, %s: %j (a guest has no number)', (system, name, ids) => {
    expect(read(system, name).value?.parties.buyer?.ids.map(({ value }) => value)).toEqual(ids);
  });
});

describe('bundles and configurable items (Adobe Commerce)', () => {
  it('gotcha 33 parent and child are one line', () => {
    expect(skusOf(read('adobe-commerce', 'configurable'))).toEqual(['GLOVE-L', 'TAPE']);
    expect(skusOf(read('adobe-commerce', 'bundle'))).toEqual(['SET']);
  });

  it('gotcha 33 by the overlay a bundle is its components, each with its parent; the total stays', () => {
    const overlays = [vendorOverlay('adobe-commerce/bundles-by-component')];
    const result = withOverlays('adobe-commerce', 'bundle', overlays);
    expect(skusOf(result)).toEqual(['SET-BAG', 'SET-TOOL']);
    expect(result.value?.lines.map(({ references }) => references)).toEqual([
      [{ type: 'parentLine', value: '11' }],
      [{ type: 'parentLine', value: '11' }],
    ]);
    expect(skusOf(withOverlays('adobe-commerce', 'configurable', overlays))).toEqual(['GLOVE-L', 'TAPE']);
  });
});

function skusOf({ value }: MapResult<Order>): (string | undefined)[] | undefined {
  return value?.lines.map(({ ids }) => ids.find(({ scheme }) => scheme === 'seller')?.value);
}

describe('gotcha 11 a shop line has no unit', () => {
  const facts = { unit: { 'AX-100': 'XCS', 'AX-200': 'C62' }, packSize: { 'AX-100': '24', 'AX-200': '1' } };

  it('so that it is a number of pieces, until the item says otherwise', () => {
    expect(read('shopify', 'company').value?.lines[0]?.quantity).toEqual({ value: '12', unit: 'C62' });
    const { value } = withOverlays('shopify', 'company', [vendorOverlay('shopify/units-by-item')], facts);
    expect(value?.lines.map(({ quantity, packSize }) => [quantity.unit, packSize])).toEqual([
      ['XCS', '24'],
      ['C62', '1'],
    ]);
  });

  it('the map says which items it asks for', () => {
    const map = openVendorMap('shopify', [vendorOverlay('shopify/units-by-item')]);
    expect(map.lookups(native('shopify', 'company'))).toContainEqual({ lookup: 'packSize', key: 'AX-200' });
  });

  it('an item of unknown pack size blocks the order', () => {
    const overlays = [vendorOverlay('shopify/units-by-item')];
    const { value, issues } = withOverlays('shopify', 'company', overlays, { ...facts, packSize: { 'AX-200': '1' } });
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'value-unmappable', rule: 'pack-size-of-item', found: 'AX-100' }]);
  });

  it('BigCommerce: what is allocated to an address is in the same unit', () => {
    const known = { unit: { 'MUG-1': 'XCS' }, packSize: { 'MUG-1': '6' } };
    const overlays = [vendorOverlay('bigcommerce/units-by-item')];
    const { value, issues } = withOverlays('bigcommerce', 'several-addresses', overlays, known);
    expect(issues).toEqual([]);
    expect(value?.lines[0]?.allocations?.[0]?.quantity).toEqual({ value: '2', unit: 'XCS' });
  });
});

it('gift messages are notes, of the order or of their line', () => {
  const { value } = read('bigcommerce', 'company');
  expect([value?.notes, value?.lines[1]?.notes]).toEqual([['Ring at gate 2'], ['Happy opening']]);
  const adobe = read('adobe-commerce', 'configurable').value;
  expect([adobe?.notes, adobe?.lines[0]?.notes]).toEqual([['Call first', 'Thank you'], ['Keep warm']]);
});

it('options of a product are attributes of its line; one without a value is none (BigCommerce)', () => {
  expect(read('bigcommerce', 'company').value?.lines[0]?.attributes).toEqual([{ type: 'Finish', value: 'Zinc' }]);
});

it('what was taken out of a Shopify order is not ordered, and what was reduced is ordered in part', () => {
  expect(read('shopify', 'company').value?.lines.map(({ lineId, quantity }) => [lineId, quantity.value])).toEqual([
    ['gid://shopify/LineItem/101', '12'],
    ['gid://shopify/LineItem/102', '2'],
  ]);
});
