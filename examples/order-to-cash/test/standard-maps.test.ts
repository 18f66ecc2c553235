import { readFileSync } from 'node:fs';
import {
  check,
  type Identifier,
  Invoice,
  type LineResponse,
  makeSscc,
  Order,
  OrderAcknowledgment,
  type PackedItem,
  type Parties,
  type Party,
  type Reference,
  Shipment,
} from '@dist/canonical';
import { compile, type PartnerMap } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import { type Definition, read, write } from '@dist/x12';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';

const standard = (set: string): PartnerMap =>
  JSON.parse(
    readFileSync(new URL(`../../../packages/mapping/maps/x12-004010/${set}.json`, import.meta.url), 'utf8'),
  ) as PartnerMap;

const id = (scheme: Identifier['scheme'], value: string): Identifier => ({ scheme, value });
const party = (name: string, ...ids: Identifier[]): Party => ({
  name,
  ids,
  address: {
    lines: ['ROW 1', 'ROW 2', 'ROW 3', 'ROW 4'],
    city: 'SPRINGTON',
    region: 'PA',
    postalCode: '17000',
    country: 'US',
  },
});
const parties: Parties = {
  buyer: party('BUYER', id('buyer', '0001')),
  seller: party('SELLER', id('seller', '77')),
  billTo: party('PAYER', id('gln', '9520000100018')),
  shipTo: party('PLACE', id('duns', '990001230')),
  shipFrom: party('WAREHOUSE', id('seller', 'WH1')),
  markFor: party('STORE', id('buyer', '0117')),
  remitTo: party('BANK'),
};
const references: Reference[] = [
  ...['vendorNumber', 'department', 'division', 'promotion', 'merchandiseType', 'contract', 'account'],
  ...['customerOrder', 'billOfLading', 'masterBillOfLading', 'proNumber'],
].map((type, at) => ({ type, value: `R${at}` }));
const ids = [
  id('gtin', '00455210000034'),
  id('gtin', '09520000100018'),
  id('gtin', '10455210000031'),
  ...[id('buyer', 'B-1'), id('seller', 'S-1'), id('manufacturer', 'M-1')],
];
const terms = { discountPercent: '2', discountDays: 10, netDays: 30, description: '2/10 NET 30' };
const allowance = { kind: 'allowance' as const, code: 'C310', amount: '1.5', rate: '0.02', description: 'DISCOUNT' };
const charge = { kind: 'charge' as const, code: 'D240', amount: '25', description: 'FREIGHT' };
const tax = { category: 'ST', amount: '3.25', rate: '6.5' };
const boxes = { value: '4', unit: 'XCS' };
const model = { version: '1', purpose: 'original' } as const;

const order: Order = {
  ...{ kind: 'order', ...model, number: '4711', release: '7', type: 'RL', channel: 'edi', currency: 'CAD' },
  dates: {
    ...{ ordered: '2026-11-02', requestedShip: '2026-11-05', shipNotBefore: '2026-11-04', shipNotAfter: '2026-11-09' },
    ...{ deliverBy: '2026-11-12', cancelAfter: '2026-11-20' },
  },
  ...{
    parties,
    terms,
    references,
    allowancesCharges: [allowance, charge],
    taxes: [tax],
    notes: ['DOCK 4', 'CALL FIRST'],
  },
  total: '97.75',
  lines: [
    {
      ...{ lineId: 'A1', ids, description: 'BOLT', quantity: boxes, packSize: '500' },
      price: { amount: '4.25', basis: 'HP', per: '100', unit: 'EA' },
      allocations: [
        { location: id('buyer', '0117'), quantity: { value: '3', unit: 'XCS' } },
        { location: id('gln', '9520000100018'), quantity: { value: '1', unit: 'XCS' } },
      ],
      ...{ allowancesCharges: [allowance], taxes: [tax], references: references.slice(0, 3) },
    },
    {
      lineId: '7',
      ids: [id('buyer', 'B-2')],
      quantity: { value: '2.5', unit: 'LBR' },
      price: { amount: '31', basis: 'UM' },
    },
    {
      lineId: '9',
      ids: [id('buyer', 'B-3')],
      quantity: { value: '2', unit: 'DZN' },
      price: { amount: '0.8', basis: 'PE', unit: 'EA' },
    },
    {
      lineId: '10',
      ids: [id('buyer', 'B-4')],
      quantity: { value: '24', unit: 'EA' },
      price: { amount: '9', basis: 'PD', per: '12' },
    },
  ],
};

const acknowledgment: OrderAcknowledgment = {
  ...{ kind: 'orderAcknowledgment', ...model, status: 'acceptedWithChange', orderNumber: '4711', orderRelease: '7' },
  ...{ orderDate: '2026-11-02', acknowledgedOn: '2026-11-03', sellerOrderNumbers: ['SO-1', 'SO-2'], currency: 'CAD' },
  ...{ parties, references },
  lines: [
    {
      ...{
        lineId: 'A1',
        ids,
        quantity: { value: '12', unit: 'XCS' },
        price: { amount: '4.25', basis: 'HP', per: '100', unit: 'EA' },
      },
      responses: [
        { status: 'accepted', quantity: boxes, shipDate: '2026-11-06' },
        { status: 'backordered', quantity: { value: '1', unit: 'XCS' } },
        { status: 'substituted', quantity: { value: '2', unit: 'XCS' }, substituteIds: ids.slice(3) },
        { status: 'cancelled', quantity: { value: '1', unit: 'XCS' } },
        { status: 'rejected', quantity: { value: '1', unit: 'XCS' }, reason: 'itemUnknown' },
        { status: 'rejected', quantity: { value: '1', unit: 'XCS' }, reason: 'unitUnknown' },
        { status: 'rejected', quantity: { value: '1', unit: 'XCS' }, reason: 'outOfStock' },
        { status: 'rejected', quantity: { value: '1', unit: 'XCS' } },
      ],
    },
    {
      lineId: '7',
      ids: ids.slice(0, 1),
      quantity: boxes,
      responses: [{ status: 'acceptedWithChange', quantity: { value: '3', unit: 'XCS' } }],
    },
    {
      ...{ lineId: '8', ids: ids.slice(0, 1), quantity: boxes, price: { amount: '39' }, acceptedPrice: '41.5' },
      responses: [{ status: 'acceptedWithChange', quantity: boxes, reason: 'price' }],
    },
  ],
};

const shipment: Shipment = {
  ...{ kind: 'shipment', ...model, shipmentId: 'SH-1', createdAt: '2026-11-06T15:30:00Z', shippedOn: '2026-11-06' },
  ...{ deliveryExpectedOn: '2026-11-09', grossWeight: { value: '60.5', unit: 'LBR' }, parties, references },
  carrier: { scac: 'KSTL', name: 'SAMPLE FREIGHT', mode: 'M', trackingNumber: 'T-1' },
  units: [
    {
      unitId: 'C1',
      type: 'carton',
      sscc: makeSscc('9520000', 0, 1),
      trackingNumber: '1Z',
      weight: { value: '30.25', unit: 'LBR' },
    },
    { unitId: 'C2', type: 'carton', sscc: makeSscc('9520000', 0, 2) },
  ],
  items: [
    {
      ...{
        orderNumber: '4711',
        orderRelease: '3',
        orderDate: '2026-11-02',
        lineId: 'A1',
        unitId: 'C1',
        ids,
        quantity: boxes,
        ordered: boxes,
      },
      ...{ location: id('buyer', '0117'), lot: 'L-9', serials: ['S1', 'S2'], expiresOn: '2027-11-30' },
    },
    { orderNumber: '4712', lineId: '1', unitId: 'C2', ids: ids.slice(0, 1), quantity: { value: '6', unit: 'EA' } },
    // A carton may hold the same item twice.
    { orderNumber: '4712', lineId: '1', unitId: 'C2', ids: ids.slice(0, 1), quantity: { value: '6', unit: 'EA' } },
  ],
};

const invoice: Invoice = {
  ...{ kind: 'invoice', version: '1', number: 'INV-1', type: 'creditMemo', date: '2026-11-07', orderNumber: '4711' },
  ...{
    orderRelease: '7',
    orderDate: '2026-11-02',
    shipmentIds: ['SH-1', 'SH-2'],
    shippedOn: '2026-11-06',
    currency: 'CAD',
  },
  ...{ parties, terms, references: references.slice(0, 10), allowancesCharges: [charge], taxes: [tax], total: '50.25' },
  lines: [
    {
      ...{
        lineId: 'A1',
        ids,
        description: 'BOLT',
        quantity: { value: '500', unit: 'EA' },
        price: { amount: '4.25', basis: 'HP', per: '100' },
      },
      ...{ net: '19.75', allowancesCharges: [allowance], taxes: [{ ...tax, amount: '2.25' }] },
    },
  ],
};

/** Writes a document by its standard map, as a file, and reads it again. */
function carry<Native, Canonical>(
  definition: Definition<string, Native>,
  map: { write(canonical: Canonical): Report<Native>; read(native: Native): Report<Canonical> },
  document: Canonical,
): { readonly lost: readonly string[]; readonly again: Canonical | undefined } {
  const native = map.write(document);
  expect(native.issues).toEqual([]);
  const bytes = write({
    ...{
      sender: { qualifier: 'ZZ', id: 'US' },
      receiver: { qualifier: 'ZZ', id: 'THEM' },
      controlNumber: '000000001',
      usage: 'P',
    },
    at: new Date('2026-11-19T08:00:00Z'),
    groups: [
      {
        ...{ sender: 'US', receiver: 'THEM', controlNumber: '1' },
        sets: [{ definition, document: native.value, controlNumber: '0001' }],
      },
    ],
  });
  expect(bytes.issues).toEqual([]);
  const file = read(bytes.ok ? bytes.value : '', { sets: [definition] });
  expect(file.issues).toEqual([]);
  const again = map.read(file.sets[0]?.document as Native);
  expect(again.issues).toEqual([]);
  expect(again.loss).toEqual([]);
  return { lost: native.loss.map(({ at }) => at), again: again.value };
}

interface Report<Document> {
  readonly value?: Document | undefined;
  readonly issues: readonly unknown[];
  readonly loss: readonly { readonly at: string }[];
}

function sound<Value>(
  result:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly issues: readonly { readonly message: string }[] },
) {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

describe('a document with everything that its map knows comes back as it was', () => {
  it('850: order', () => {
    const map = sound(compile(standard('850'), { native: x12(purchaseOrder850), canonical: Order }));
    expect(check(order).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(carry(purchaseOrder850, map, order)).toEqual({ lost: [], again: order });
  });

  it('855: order acknowledgment', () => {
    const native = x12(purchaseOrderAcknowledgment855);
    const map = sound(compile(standard('855'), { native, canonical: OrderAcknowledgment }));
    expect(check(acknowledgment)).toEqual([]);
    expect(carry(purchaseOrderAcknowledgment855, map, acknowledgment)).toEqual({ lost: [], again: acknowledgment });
  });

  it.each<[string, LineResponse['status'], string | undefined, string]>([
    ['accepted', 'accepted', undefined, 'IA'],
    ['accepted with a change of no given kind', 'acceptedWithChange', undefined, 'IC'],
    ['accepted at another price', 'acceptedWithChange', 'price', 'IP'],
    ['accepted at another quantity', 'acceptedWithChange', 'quantity', 'IQ'],
    ['accepted for another day', 'acceptedWithChange', 'date', 'DR'],
    ['accepted with a change of another kind', 'acceptedWithChange', 'packaging', 'IC ZZ packaging'],
    ['waiting for stock', 'backordered', undefined, 'IB'],
    ['waiting for stock, with a reason', 'backordered', 'outOfStock', 'IB ZZ outOfStock'],
    ['cancelled', 'cancelled', undefined, 'ID'],
    ['rejected', 'rejected', undefined, 'IR'],
    ['rejected, since no contract has it', 'rejected', 'notOnContract', 'R1'],
    ['rejected, since there is no such item', 'rejected', 'itemUnknown', 'R2'],
    ['rejected, since the item has no such unit', 'rejected', 'unitUnknown', 'R3'],
    ['rejected, since there is none', 'rejected', 'outOfStock', 'R4'],
    ['rejected for its price', 'rejected', 'price', 'IR ZZ price'],
    ['rejected for credit', 'rejected', 'credit', 'IR ZZ credit'],
    ['rejected, since it is made no more', 'rejected', 'discontinued', 'IR ZZ discontinued'],
    ['rejected for a quantity below zero', 'rejected', 'quantity-not-positive', 'IR ZZ quantity-not-positive'],
    ['rejected for its quantity, which has a code only where it is accepted', 'rejected', 'quantity', 'IR ZZ quantity'],
  ])('855: a line that is %s', (_, status, reason, codes) => {
    const native = x12(purchaseOrderAcknowledgment855);
    const map = sound(compile(standard('855'), { native, canonical: OrderAcknowledgment }));
    const response: LineResponse = { status, quantity: boxes, ...(reason === undefined ? {} : { reason }) };
    const lines = [{ lineId: '1', ids: [], quantity: boxes, responses: [response] }];
    const document = { ...acknowledgment, lines };
    expect(carry(purchaseOrderAcknowledgment855, map, document)).toEqual({ lost: [], again: document });
    const [said] = map.write(document).value?.PO1Loop?.[0]?.ACKLoop ?? [];
    const { lineItemStatus, agency, industryCode } = said?.ACK ?? {};
    expect([lineItemStatus, agency, industryCode].filter(Boolean).join(' ')).toBe(codes);
  });

  it('856: shipment', () => {
    const map = sound(compile(standard('856'), { native: x12(shipNotice856), canonical: Shipment }));
    expect(check(shipment)).toEqual([]);
    const { lost, again } = carry(shipNotice856, map, shipment);
    expect(lost).toEqual([]);
    expect(named(again)).toEqual(named(shipment));
  });

  it('856: two releases of one blanket order are two orders (PRF02)', () => {
    const map = sound(compile(standard('856'), { native: x12(shipNotice856), canonical: Shipment }));
    const [item] = shipment.items.slice(-1);
    const items = ['1', '2', '1'].map((orderRelease) => ({ ...item, orderRelease }) as PackedItem);
    const released = { ...shipment, units: shipment.units.slice(-1), items };
    const { lost, again } = carry(shipNotice856, map, released);
    expect(lost).toEqual([]);
    expect(again?.items.map(({ orderRelease }) => orderRelease)).toEqual(['1', '1', '2']);
    const orders = map.write(released).value?.HLLoop?.[0]?.children ?? [];
    expect(orders.map(({ PRF }) => [PRF?.purchaseOrderNumber, PRF?.releaseNumber])).toEqual([
      ['4712', '1'],
      ['4712', '2'],
    ]);
  });

  it('810: invoice', () => {
    const map = sound(compile(standard('810'), { native: x12(invoice810), canonical: Invoice }));
    expect(check(invoice)).toEqual([]);
    expect(carry(invoice810, map, invoice)).toEqual({ lost: [], again: invoice });
  });
});

/** The shipment with its units named by their SSCC: `unitId` names a unit inside one document only. */
function named(shipment: Shipment | undefined): unknown {
  const names = new Map(shipment?.units.map(({ unitId, sscc }) => [unitId, sscc ?? unitId]));
  return JSON.parse(JSON.stringify(shipment), (key, value) => (key === 'unitId' ? names.get(value) : value)) as unknown;
}
