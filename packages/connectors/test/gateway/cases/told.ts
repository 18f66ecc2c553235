import type { Invoice, Shipment } from '@dist/canonical';
import type { OrderEvent } from '@dist/orchestration';

/** What an ERP tells of one line of an order. */
export interface ToldLine {
  readonly lineId: string;
  readonly quantity: string;
}

interface Told {
  readonly order: string;
  readonly at: string;
  readonly lines?: readonly ToldLine[];
}

const one: readonly ToldLine[] = [{ lineId: '1', quantity: '24' }];

/** Goods of an order that left, as the ERP tells it. */
export function shipped(shipmentId: string, told: Told & { readonly load?: string }): OrderEvent {
  const { order, lines = one, load } = told;
  const at = new Date(told.at).toISOString();
  const shipment: Shipment = {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId,
    createdAt: at,
    shippedOn: at.slice(0, 10),
    carrier: {},
    parties: { shipTo: { name: 'Northfield DC (sample)', ids: [{ scheme: 'buyer', value: '0012' }] } },
    references: [{ type: 'billOfLading', value: shipmentId }],
    items: lines.map(({ lineId, quantity }) => ({
      orderNumber: order,
      lineId,
      ids: [{ scheme: 'seller', value: 'AX-100' }],
      quantity: { value: quantity, unit: 'EA' },
      unitId: `${shipmentId}-carton`,
    })),
    units: [{ unitId: `${shipmentId}-carton`, type: 'carton' }],
  };
  const base = { key: `erp/${shipmentId}`, at, v: 2 } as const;
  return { ...base, type: 'shipment.posted', partId: '1', shipment, ...(load !== undefined && { load }) };
}

/** An order that was billed, as the ERP tells it. */
export function billed(number: string, told: Told & { readonly shipment: string }): OrderEvent {
  const { order, lines = one } = told;
  const at = new Date(told.at).toISOString();
  const rows = lines.map(({ lineId, quantity }) => ({
    lineId,
    ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
    quantity: { value: quantity, unit: 'EA' },
    price: { amount: '3.25' },
    net: String(Number(quantity) * 3.25),
  }));
  const invoice: Invoice = {
    kind: 'invoice',
    version: '1',
    number,
    type: 'invoice',
    date: at.slice(0, 10),
    orderNumber: order,
    shipmentIds: [told.shipment],
    currency: 'USD',
    parties: {},
    references: [],
    lines: rows,
    total: String(rows.reduce((sum, { net }) => sum + Number(net), 0)),
  };
  return { key: `erp/${number}`, at, v: 2, type: 'invoice.posted', partId: '1', invoice };
}
