import type { Invoice, Shipment } from '@dist/canonical';
import { add, multiply } from '@dist/canonical/arithmetic';
import type { LineQuantity } from '@dist/orchestration';
import type { Observed, ObservedRecord } from '@dist/orchestration/reconcile';
import type { Booked } from './erp.ts';

/** What an ERP writes down, and lists to who asks. Each record as it is now, with the instant of its last change. */
export interface ErpRecords extends Pick<Observed, 'since'> {
  /** The order has changed. */
  order(order: Booked): void;
  shipment(order: Booked, shipmentId: string, lines: readonly LineQuantity[]): Shipment;
  invoice(order: Booked, number: string, lines: readonly LineQuantity[]): Invoice;
  payment(order: Booked, payment: string, invoice: Invoice): { payment: string; invoice: string; amount: string };
}

export function erpRecords(clock: () => string): ErpRecords {
  const records = new Map<string, ObservedRecord>();
  const base = ({ number, reference: externalReference }: Booked) => {
    return { from: 'erp', number, externalReference, changedAt: clock() } as const;
  };
  return {
    order: (order) => {
      const { number, cancelled, closings, backordered, shipped } = order;
      const status = cancelled ? 'cancelled' : 'open';
      // What the order still has: what it goes on to do to its lists is another change.
      const lists = { lines: cancelled ? [] : order.lines, closings: [...closings] };
      const waits = shipped ? {} : { backordered };
      records.set(number, { kind: 'order', ...base(order), status, ...lists, ...waits });
    },
    shipment: (order, shipmentId, lines) => {
      const shipment = shipmentOf(shipmentId, order.number, lines, clock());
      records.set(shipmentId, { kind: 'shipment', ...base(order), shipment });
      return shipment;
    },
    invoice: (order, number, lines) => {
      const invoice = invoiceOf(number, order.number, lines, clock());
      records.set(number, { kind: 'invoice', ...base(order), invoice });
      return invoice;
    },
    payment: (order, payment, { number: invoice, total: amount }) => {
      records.set(payment, { kind: 'payment', ...base(order), payment, invoice, amount });
      return { payment, invoice, amount };
    },
    async *since(watermark, until) {
      yield [...records.values()].filter(({ changedAt }) => changedAt >= watermark && changedAt < until);
    },
  };
}

function shipmentOf(shipmentId: string, number: string, lines: readonly LineQuantity[], at: string): Shipment {
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId,
    createdAt: at,
    shippedOn: at.slice(0, 10),
    carrier: {},
    parties: {},
    references: [],
    units: [],
    items: lines.map((line) => ({ orderNumber: number, ids: [], ...line })),
  };
}

function invoiceOf(number: string, order: string, lines: readonly LineQuantity[], at: string): Invoice {
  const price = { amount: '3.25' };
  const billed = lines.map((line) => ({
    ...line,
    ids: [],
    price,
    net: multiply(line.quantity.value, price.amount),
  }));
  return {
    kind: 'invoice',
    version: '1',
    number,
    type: 'invoice',
    date: at.slice(0, 10),
    orderNumber: order,
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines: billed,
    total: billed.reduce((total, { net }) => add(total, net), '0'),
  };
}
