import { readFileSync } from 'node:fs';
import { type Order, Order as OrderSchema, type Quantity } from '@dist/canonical';
import { type CompiledMap, compile } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import {
  defaultPolicy,
  type Enriched,
  type EnrichmentRequest,
  enrich,
  type MasterData,
  type Policy,
} from '@dist/orchestration';
import { read as readX12 } from '@dist/x12';
import { purchaseOrder850 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { type Document, read as readShop, withOverlays } from './vendor/shop-orders.ts';
import { type System, vendorOverlay } from './vendor/vendor-map.ts';

const receivedAt = '2026-03-04T15:00:00.000Z';
// An 850 counts pieces as EA and a shop as C62: that they are the same is the item's to say.
const item = (sku: string, perCase = '12') => ({
  sku,
  ids: [],
  description: sku,
  baseUnit: 'C62',
  conversions: [
    { unit: 'EA', baseUnits: '1' },
    { unit: 'XCS', baseUnits: perCase },
  ],
});
const place = (shipToNumber: string, region: string) => ({
  shipToNumber,
  ids: [],
  address: { lines: [], country: 'US', region },
});
const price = (sku: string, amount: string, currency: string) => ({
  agreement: `${currency} 2026`,
  sku,
  currency,
  price: { amount },
  customerNumber: 'C-1',
});

/** One seller's tables: what the retailer's EDI and the buyers of the shop call by names of their own is the same here. */
const masterData: MasterData = {
  version: 'md-1',
  items: ['AX-100', 'AX-200', 'BOLT-12', 'KIT-1', 'KIT-1-BIT', 'MUG-1', 'GLOVE-L', 'TAPE', 'TAPE-2'].map((sku) =>
    item(sku, sku === 'AX-100' ? '24' : '12'),
  ),
  customers: [
    {
      customerNumber: 'C-1',
      ids: [],
      shipTo: [place('dock', 'ON'), place('gate', 'ON'), place('hof', 'BY'), place('austin', 'TX')],
    },
  ],
  itemCrossReferences: [
    { partner: 'northfield', scheme: 'buyer', value: 'B-100', sku: 'AX-100' },
    { partner: 'northfield', scheme: 'buyer', value: 'B-GLOVE', sku: 'GLOVE-L' },
  ],
  shipToCrossReferences: [
    { partner: 'shop', scheme: 'channel', value: '712', customerNumber: 'C-1', shipToNumber: 'dock' },
    { partner: 'northfield', scheme: 'buyer', value: '0712', customerNumber: 'C-1', shipToNumber: 'dock' },
    { partner: 'shop', scheme: 'channel', value: '31', customerNumber: 'C-1', shipToNumber: 'hof' },
    { partner: 'northfield', scheme: 'buyer', value: '0031', customerNumber: 'C-1', shipToNumber: 'hof' },
    { partner: 'shop', scheme: 'channel', value: '32', customerNumber: 'C-1', shipToNumber: 'austin' },
    { partner: 'northfield', scheme: 'buyer', value: '0032', customerNumber: 'C-1', shipToNumber: 'austin' },
  ],
  customerCrossReferences: [
    ...['11', '77'].map((value) => ({
      partner: 'shop',
      scheme: 'channel' as const,
      value,
      customerNumber: 'C-1',
      shipToNumber: 'gate',
    })),
    { partner: 'northfield', scheme: 'buyer', value: 'HQ', customerNumber: 'C-1', shipToNumber: 'gate' },
  ],
  prices: [
    price('AX-100', '9.5', 'CAD'),
    { ...price('AX-100', '8', 'CAD'), minimum: { value: '10', unit: 'XCS' } },
    price('AX-200', '17.25', 'CAD'),
    price('BOLT-12', '12.5', 'USD'),
    price('KIT-1', '54', 'USD'),
    price('KIT-1-BIT', '0', 'USD'),
    price('MUG-1', '17.7', 'EUR'),
    price('GLOVE-L', '24.5', 'USD'),
    price('TAPE', '12', 'USD'),
  ],
  warehouses: [
    { warehouse: 'W1', rank: 2 },
    { warehouse: 'W2', rank: 1, region: 'TX' },
  ],
  routingGuide: [
    { guide: 'ground', rank: 2, carrier: { scac: 'AAAA', service: 'G2' } },
    { guide: 'far', rank: 1, carrier: { scac: 'CCCC', service: 'AIR' }, region: 'TX' },
  ],
};

let map850: CompiledMap<unknown, Order> | undefined;

/** The order of an 850, through the standard map that ships. */
function edi(segments: readonly string[]): Order {
  if (map850 === undefined) {
    const file = new URL('../../mapping/maps/x12-004010/850.json', import.meta.url);
    const native = x12(purchaseOrder850);
    const made = compile(JSON.parse(readFileSync(file, 'utf8')), { native, canonical: OrderSchema });
    if (!made.ok) throw new Error(made.issues[0]?.message);
    map850 = made.value as CompiledMap<unknown, Order>;
  }
  const body = ['BEG*00*SA*4711**20260304', ...segments];
  const text = [
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260304*0815*U*00401*000000001*0*P*>',
    'GS*PO*SENDER*RECEIVER*20260304*0815*1*X*004010',
    'ST*850*0001',
    ...body,
    `SE*${body.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ].join('~');
  const [set] = readX12(`${text}~`, { sets: [purchaseOrder850] }).sets;
  if (set?.type !== '850' || set.document === undefined) throw new Error('no 850');
  const { value, issues } = map850.read(set.document);
  if (value === undefined) throw new Error(issues.map(({ message }) => message).join('; '));
  return value;
}

interface ShopOrder {
  readonly system: System;
  readonly name: string;
  readonly change?: Document;
  /** Units of the items, for shops that count in them (`units-by-item`). */
  readonly units?: Record<string, unknown>;
}

/** A shop's order, through the vendor's map that ships. */
function shop({ system, name, change, units }: ShopOrder): Order {
  const overlays = units ? [vendorOverlay(`${system}/units-by-item`)] : [];
  const { value, issues } = units ? withOverlays(system, name, overlays, units) : readShop(system, name, change);
  if (value === undefined) throw new Error(issues.map(({ message }) => message).join('; '));
  return value;
}

/**
 * What was made of an order, without what only the channel calls by its own name: line ids, parts, references, and the
 * code of a piece.
 */
function asSeller(result: Enriched, { lines }: Order) {
  const ordinal = (lineId: string) => lines.findIndex((line) => line.lineId === lineId) + 1;
  if (result.type !== 'enriched') {
    const told = result.failures.map(({ class: of, code, lineId }) => `${of} ${code} ${ordinal(lineId ?? '')}`);
    return { type: result.type, failures: told };
  }
  const known = new Map(result.lines.map((line) => [line.lineId, line]));
  const plain = (quantity: Quantity, lineId: string) => {
    const line = known.get(lineId);
    const isPiece = line?.units.some(({ unit, baseUnits }) => unit === quantity.unit && baseUnits === '1');
    return isPiece ? { ...quantity, unit: line?.base.unit } : quantity;
  };
  return {
    type: result.type,
    lines: result.lines.map(({ lineId, ordered, ...line }) => {
      return { ...line, line: ordinal(lineId), ordered: plain(ordered, lineId) };
    }),
    parts: result.parts.map(({ partId: _partId, externalReference: _reference, lines: shares, ...part }) => ({
      ...part,
      lines: shares.map(({ lineId, quantity }) => ({ line: ordinal(lineId), quantity: plain(quantity, lineId) })),
    })),
    substitutions: result.substitutions?.map(({ lineId, ...pair }) => ({ ...pair, line: ordinal(lineId) })),
    carrier: result.carrier,
  };
}

interface Intent {
  readonly shop: ShopOrder;
  readonly segments: readonly string[];
  readonly tables?: Partial<MasterData>;
  readonly policy?: Partial<Policy>;
  /** A word on what comes of it, so that two equal nothings are seen. */
  readonly expected: object;
}

const shipTo = 'N1*ST*Receiving Dock*92*0712';
const buyer = 'N1*BY*Head office*92*HQ';
const company = ['CUR*BY*CAD', shipTo, 'PO1*1*12*EA*9.50**VN*AX-100', 'PO1*2*2*EA*17.25**VN*AX-200', 'CTT*2'];
const harbor = ['CUR*BY*USD', buyer, 'PO1*1*3*EA*24.50**BP*B-GLOVE', 'PO1*2*6*EA*12**VN*TAPE', 'CTT*2'];
const shopify: ShopOrder = { system: 'shopify', name: 'company' };
const adobe: ShopOrder = { system: 'adobe-commerce', name: 'configurable' };
const units = { unit: { 'AX-100': 'XCS', 'AX-200': 'C62' }, packSize: { 'AX-100': '24', 'AX-200': '1' } };

const intents: readonly (readonly [string, Intent])[] = [
  [
    'twelve bolts and two washers to the dock (Shopify)',
    {
      shop: shopify,
      segments: company,
      expected: { type: 'enriched', parts: [{ shipToNumber: 'dock', warehouse: 'W1' }], carrier: { scac: 'AAAA' } },
    },
  ],
  [
    'the same, and the retailer’s own item number and no prices in the 850',
    {
      shop: shopify,
      segments: ['CUR*BY*CAD', shipTo, 'PO1*1*12*EA***BP*B-100', 'PO1*2*2*EA***VN*AX-200', 'CTT*2'],
      expected: { lines: [{ sku: 'AX-100', price: '9.5' }, { price: '17.25' }] },
    },
  ],
  [
    'twelve cases, at the price from ten cases on (Shopify, units by item)',
    {
      shop: { ...shopify, units },
      segments: ['CUR*BY*CAD', shipTo, 'PO1*1*12*CA*9.50**VN*AX-100', 'PO1*2*2*EA*17.25**VN*AX-200', 'CTT*2'],
      policy: { price: { tolerancePercent: '0', outside: 'pass' } },
      expected: { lines: [{ ordered: { value: '12', unit: 'XCS' }, base: { value: '288', unit: 'C62' } }, {}] },
    },
  ],
  [
    'the same where the price is judged: by the case it is far under what is agreed',
    {
      shop: { ...shopify, units },
      segments: ['CUR*BY*CAD', shipTo, 'PO1*1*12*CA*9.50**VN*AX-100', 'PO1*2*2*EA*17.25**VN*AX-200', 'CTT*2'],
      expected: { type: 'unresolved', failures: ['pricing price-differs 1'] },
    },
  ],
  [
    'an item that nobody knows and a price that nobody agreed',
    {
      shop: shopify,
      segments: company,
      tables: {
        items: masterData.items.filter(({ sku }) => sku !== 'AX-200'),
        prices: [price('AX-100', '9.5', 'USD')],
      },
      expected: { failures: ['pricing price-currency 1', 'itemCrossReference item-unknown 2'] },
    },
  ],
  [
    'a buyer without ship-to number (BigCommerce)',
    {
      shop: { system: 'bigcommerce', name: 'company' },
      segments: [
        'CUR*BY*USD',
        buyer,
        'PO1*1*6*EA*12.50**VN*BOLT-12',
        'PO1*2*1*EA*54**VN*KIT-1',
        'PO1*3*1*EA*0*NC*VN*KIT-1-BIT',
        'CTT*3',
      ],
      expected: { parts: [{ customerNumber: 'C-1', shipToNumber: 'gate' }], lines: [{}, {}, { price: '0' }] },
    },
  ],
  [
    'two addresses in one order are two ERP orders, from two warehouses (BigCommerce, SDQ)',
    {
      shop: { system: 'bigcommerce', name: 'several-addresses' },
      segments: [
        'CUR*BY*EUR',
        'PO1*1*2*EA*17.65**VN*MUG-1',
        'SDQ*EA*92*0031*2',
        'PO1*2*1*EA*17.70**VN*MUG-1',
        'SDQ*EA*92*0032*1',
        'CTT*2',
      ],
      expected: {
        parts: [
          { shipToNumber: 'hof', warehouse: 'W1', carrier: { scac: 'AAAA' } },
          { shipToNumber: 'austin', warehouse: 'W2', carrier: { scac: 'CCCC' } },
        ],
        carrier: undefined,
      },
    },
  ],
  [
    'a superseded item, with consent (Adobe Commerce)',
    {
      shop: adobe,
      segments: harbor,
      tables: { substitutes: [{ sku: 'TAPE', substitute: 'TAPE-2', reason: 'superseded', from: '2026-03-04' }] },
      policy: { substitution: 'allowed' },
      expected: { lines: [{}, { sku: 'TAPE-2' }], substitutions: [{ line: 2, substitute: 'TAPE-2' }] },
    },
  ],
  [
    'the same without consent, from a customer over its limit, of goods on hold',
    {
      shop: adobe,
      segments: harbor,
      tables: {
        substitutes: [{ sku: 'TAPE', substitute: 'TAPE-2', reason: 'superseded' }],
        creditAccounts: [{ customerNumber: 'C-1', limit: { amount: '100', currency: 'USD' }, openBalance: '99' }],
        holds: [{ hold: 'hazmat', class: 'inventory', reason: 'no sheet', sku: 'GLOVE-L' }],
      },
      expected: {
        failures: ['inventory substitution-needs-consent 2', 'inventory hold-hazmat 1', 'credit credit-limit 0'],
      },
    },
  ],
  [
    'split by item over two warehouses, on their way to two ERPs',
    {
      shop: adobe,
      segments: harbor,
      tables: {
        warehouses: [
          { warehouse: 'W1', rank: 2 },
          { warehouse: 'W3', rank: 1, sku: 'TAPE' },
        ],
      },
      policy: {
        routing: [
          { when: { warehouse: 'W3' }, erp: 'cloud', validFrom: '2026-03-01T00:00:00.000Z' },
          { when: {}, erp: 'legacy' },
        ],
      },
      expected: {
        parts: [
          { warehouse: 'W1', erp: 'legacy' },
          { warehouse: 'W3', erp: 'cloud' },
        ],
      },
    },
  ],
];

describe('an 850 and a shop’s order of the same intent give the same enriched order', () => {
  it.each(intents)('%s', (_, { shop: shopOrder, segments, tables, policy, expected }) => {
    const orders = [
      { partner: 'northfield', order: edi(segments) },
      { partner: 'shop', order: shop(shopOrder) },
    ];
    expect(orders.map(({ order }) => order.channel)).toEqual(['edi', 'shop']);
    const [byEdi, byShop] = orders.map(({ partner, order }) => {
      const request: EnrichmentRequest = { partner, order, receivedAt };
      return asSeller(enrich(request, { ...masterData, ...tables }, { ...defaultPolicy, ...policy }), order);
    });
    expect(byEdi).toEqual(byShop);
    expect(byEdi).toMatchObject(expected);
  });
});
