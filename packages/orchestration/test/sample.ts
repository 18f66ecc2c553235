import type { FulfillmentConfirmation, Invoice, Item, Order, OrderLine, Shipment } from '@dist/canonical';
import { add, multiply } from '@dist/canonical/arithmetic';
import { defaultPolicy, enrich, type MasterData, type OrderEvent, type Policy } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';

export const partner = 'northfield';

export const items: Item[] = [
  {
    sku: 'AX-100',
    ids: [{ scheme: 'gtin', value: '00012345600012' }],
    description: 'Hex bolt',
    baseUnit: 'C62',
    conversions: [{ unit: 'XCS', baseUnits: '12' }],
  },
  { sku: 'AX-200', ids: [], description: 'Washer', baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '12' }] },
  { sku: 'AX-300', ids: [], description: 'Anchor', baseUnit: 'C62', conversions: [] },
];

const stores = ['0012', '0013', '0014'];

export const masterData: MasterData = {
  version: 'md-1',
  items,
  customers: [
    { customerNumber: 'C-1', ids: [], shipTo: stores.map((store) => ({ shipToNumber: `S-${store}`, ids: [] })) },
  ],
  itemCrossReferences: items.map(({ sku }) => ({ partner, scheme: 'buyer', value: `B-${sku}`, sku })),
  shipToCrossReferences: [
    ...stores.map((value) => ({
      partner,
      scheme: 'buyer' as const,
      value,
      customerNumber: 'C-1',
      shipToNumber: `S-${value}`,
    })),
    { partner: 'shop', scheme: 'channel', value: '*', customerNumber: 'C-2', shipToNumber: 'web' },
  ],
};

export function line(
  lineId: string,
  sku: string,
  value: string,
  unit = 'C62',
  more: Partial<OrderLine> = {},
): OrderLine {
  return {
    lineId,
    ids: [
      { scheme: 'buyer', value: `B-${sku}` },
      { scheme: 'seller', value: sku },
    ],
    quantity: { value, unit },
    price: { amount: '3.25' },
    ...more,
  };
}

export function order(lines: OrderLine[] = [line('1', 'AX-100', '24')], more: Partial<Order> = {}): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number: 'PO-1',
    channel: 'edi',
    currency: 'USD',
    dates: { ordered: '2026-03-02' },
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }], name: 'Northfield Stores 12' } },
    references: [{ type: 'department', value: '042' }],
    terms: { netDays: 30 },
    lines,
    ...more,
  };
}

export const captured = (of: Order = order(), more: { key?: string; at?: string } = {}): StoryEvent => ({
  type: 'order.captured',
  partner: of.channel === 'shop' ? 'shop' : partner,
  order: of,
  receivedAt: more.at ?? '2026-03-02T08:00:00.000Z',
  key: 'capture',
  ...more,
});

/** The event that enrichment of the order gives. Throws when it does not succeed. */
export function enriched(of: Order = order(), policy: Policy = defaultPolicy): StoryEvent {
  const result = enrich({ partner: of.channel === 'shop' ? 'shop' : partner, order: of }, masterData, policy);
  if (result.type !== 'enriched') throw new Error(JSON.stringify(result));
  const { lines, parts, used } = result;
  return { type: 'order.enriched', lines, parts, used };
}

export const accepted = (
  partId = '1',
  rejected: Extract<OrderEvent, { type: 'erp.accepted' }>['rejected'] = [],
): StoryEvent => ({
  type: 'erp.accepted',
  partId,
  erp: 'erp',
  number: `SO-${partId}`,
  rejected,
});

type Amount = readonly [lineId: string, value: string, unit?: string];

/** What an ERP knows of a shipment: no purchase order date, no buyer's numbers. */
export function shipment(shipmentId: string, amounts: readonly Amount[], partId = '1'): StoryEvent {
  const content: Shipment = {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId,
    createdAt: '2026-03-03T10:00:00Z',
    shippedOn: '2026-03-03',
    carrier: { scac: 'ABCD' },
    parties: {},
    references: [{ type: 'billOfLading', value: `BOL-${shipmentId}` }],
    units: [{ unitId: 'C1', type: 'carton', sscc: '000123456000000012' }],
    items: amounts.map(([lineId, value, unit = 'C62']) => ({
      orderNumber: 'SO-1',
      lineId,
      unitId: 'C1',
      ids: [],
      quantity: { value, unit },
    })),
  };
  return { type: 'shipment.posted', partId, shipment: content };
}

export function invoice(
  number: string,
  amounts: readonly Amount[],
  more: Partial<Invoice> = {},
  price = '3.25',
): StoryEvent {
  const lines = amounts.map(([lineId, value, unit = 'C62']) => ({
    lineId,
    ids: [],
    quantity: { value, unit },
    price: { amount: price },
    net: multiply(value, price),
  }));
  const content: Invoice = {
    kind: 'invoice',
    version: '1',
    number,
    type: 'invoice',
    date: '2026-03-03',
    orderNumber: 'SO-1',
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines,
    total: lines.reduce((total, { net }) => add(total, net), '0'),
    ...more,
  };
  return { type: 'invoice.posted', partId: '1', invoice: content };
}

export const done = (effect: string, attempt = 1): StoryEvent => ({ type: 'effect.done', effect, attempt });

export const failed = (
  effect: string,
  name: 'transport' | 'inDoubt' | 'pricing' | 'system',
  attempt = 1,
): StoryEvent => ({
  type: 'effect.failed',
  effect,
  attempt,
  failure: { class: name, code: name, message: `${name} happened` },
});

export const acknowledged = (
  document: string,
  status: 'accepted' | 'rejected' = 'accepted',
  codes: string[] = [],
): StoryEvent => ({
  type: 'acknowledgment.received',
  by: '997',
  document,
  status,
  codes,
});

/** A 945 for line 1 of 24, by the request R-1. */
export function confirmed(value: string, more: Partial<FulfillmentConfirmation> = {}, final = true): StoryEvent {
  const quantity = { value, unit: 'C62' };
  const confirmation: FulfillmentConfirmation = {
    kind: 'fulfillmentConfirmation',
    version: '1',
    extent: 'fullDetail',
    requestNumber: 'R-1',
    shipmentId: 'S1',
    shippedOn: '2026-03-03',
    carrier: {},
    parties: {},
    references: [],
    packages: [{ lines: [{ lineId: '1', ids: [], status: 'shipped', ordered: '24', quantity }] }],
    ...more,
  };
  return { type: 'warehouse.confirmed', partId: '1', request: 'R-1', confirmation, final };
}
