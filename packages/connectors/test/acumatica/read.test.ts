import { decodeInvoice, decodeSalesOrder, decodeShipment, unitTable } from '@dist/connectors/acumatica';
import { fakeAcumatica } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { order } from './subject.ts';
import { call, world } from './world.ts';

describe('edge 11: stock', () => {
  it('says which number each quantity is, by warehouse, without the form’s total', async () => {
    expect(await world().erp.inventory.availability({ items: ['AX-100', 'NO'] })).toMatchObject({
      status: 'found',
      missing: ['NO'],
      availability: {
        items: [
          {
            location: { scheme: 'erp', value: 'RETAIL' },
            quantities: [
              { type: 'onHand', quantity: { value: '105', unit: 'C62' } },
              { type: 'salable', quantity: { value: '90', unit: 'C62' } },
              { type: 'unsalable', quantity: { value: '5', unit: 'C62' } },
            ],
          },
          { location: { value: 'WHOLESALE' } },
        ],
      },
    });
  });

  it('of items that are all unknown is not found', async () => {
    expect(await world().erp.inventory.availability({ items: ['NO'] })).toEqual({ status: 'notFound' });
  });
});

const detail = {
  id: 'a',
  LineNbr: { value: 3 },
  ExternalRef: { value: '007' },
  InventoryID: { value: 'AX-100  ' },
  OrderQty: { value: 24.5 },
  UOM: { value: 'CASE' },
  QtyOnShipments: { value: 4 },
};
const header = {
  OrderNbr: { value: '000001' },
  ExternalRef: { value: 'r' },
  Status: { value: 'Open' },
  Details: [detail],
};

describe('an order is read', () => {
  it('with blanks of fixed keys left out, and numbers by their shortest text (edge 10)', () => {
    expect(decodeSalesOrder(header, unitTable)).toMatchObject({
      value: {
        lines: [{ lineId: '007', item: 'AX-100', quantity: { value: '24.5', unit: 'XCS' }, shipped: { value: '4' } }],
      },
    });
  });

  it.each([
    ['is open', {}, 'partlyShipped'],
    ['is open and nothing is on a shipment', { Details: [{ ...detail, QtyOnShipments: { value: 0 } }] }, 'open'],
    ['is on a shipment that is not confirmed', { Shipments: [{ Status: { value: 'Open' } }] }, 'open'],
    ['is on hold', { Status: { value: 'On Hold' } }, 'onHold'],
    ['waits for credit', { Status: { value: 'Credit Hold' } }, 'onHold'],
    ['is complete without a shipment', { Status: { value: 'Completed' } }, 'closed'],
    ['is complete and not invoiced', { Status: { value: 'Completed' }, Shipments: [{}] }, 'shipped'],
    [
      'is complete and invoiced',
      { Status: { value: 'Completed' }, Shipments: [{ InvoiceNbr: { value: 'AR1' } }] },
      'invoiced',
    ],
    ['is cancelled', { Status: { value: 'Canceled' } }, 'cancelled'],
    ['has a status that is a new one', { Status: { value: 'constructor' } }, 'unknown'],
  ])('that %s', (_, change, phase) => {
    expect(decodeSalesOrder({ ...header, ...change }, unitTable)).toMatchObject({ value: { phase } });
  });

  it.each([
    ['number', { OrderNbr: {} }, 'OrderNbr.value'],
    ['lines', { Details: undefined }, 'Details'],
    ['quantity that is one', { Details: [{ ...detail, OrderQty: { value: 1e30 } }] }, 'Details.0.OrderQty.value'],
  ])('not without a %s', (_, change, path) => {
    const decoded = decodeSalesOrder({ ...header, ...change }, unitTable);
    expect(decoded.ok).toBe(false);
    expect(decoded.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('documents are read', () => {
  const { shipments, invoices } = fakeAcumatica().state;
  const wrap = (value: unknown) => ({ value });
  const shipment = {
    ShipmentNbr: wrap('001000'),
    LastModifiedDateTime: wrap('2026-02-02T11:00:00+03:00'),
    ...shipments[0]?.fields,
  };
  const invoice = { Type: wrap('Invoice'), ReferenceNbr: wrap('AR1'), ...invoices[0]?.fields };
  const lineIds = ({ number }: { readonly number: string }, line: string) => `${number}/${line}`;

  it('a shipment with its packages, in the buyer’s line ids', () => {
    expect(decodeShipment(shipment, unitTable, lineIds)).toMatchObject({
      value: {
        shipmentId: '001000',
        createdAt: '2026-02-02T08:00:00.000Z',
        shippedOn: '2026-02-02',
        carrier: { service: 'GROUND', trackingNumber: '1Z001000' },
        units: [{ unitId: '001000-1', trackingNumber: '1Z001000', weight: { value: '12.5', unit: 'LBR' } }],
        items: [{ orderNumber: '000900', lineId: '000900/1', quantity: { value: '24', unit: 'C62' }, lot: 'L-9' }],
      },
    });
  });

  it('R23: an invoice whose sums are right, with freight and discount', () => {
    expect(decodeInvoice(invoice, unitTable, lineIds)).toMatchObject({
      value: {
        type: 'invoice',
        orderNumber: '000900',
        shipmentIds: ['001000'],
        total: '94.24',
        allowancesCharges: [
          { kind: 'charge', code: 'D240', amount: '12' },
          { kind: 'allowance', code: 'C310', amount: '2' },
        ],
        lines: [{ price: { amount: '3.25' }, net: '78' }],
      },
    });
    expect(decodeInvoice({ ...invoice, Amount: wrap(95) }, unitTable, lineIds)).toMatchObject({ ok: false });
  });

  it.each([
    ['Credit Memo', { value: { type: 'creditMemo' } }],
    ['Overdue Charge', { ok: false }],
  ])('R23: an invoice of type %s', (type, expected) => {
    expect(decodeInvoice({ ...invoice, Type: wrap(type) }, unitTable, lineIds)).toMatchObject(expected);
  });

  it('lists have the buyer’s line ids of our orders', async () => {
    const { erp, fake } = world();
    const lines = order.lines.map((line) => ({ ...line, lineId: '007' }));
    await erp.orders.submit({ ...order, lines }, call);
    fake.fulfil?.(Date.parse('2026-03-03T08:00:00Z'));
    for await (const page of erp.shipments.list({ from: '2026-03-01T00:00:00Z' })) {
      expect(page).toMatchObject({ items: [{ items: [{ orderNumber: '000001', lineId: '007' }] }] });
    }
    expect(await erp.orders.status('000001')).toMatchObject({ order: { phase: 'invoiced' } });
  });

  it('edge 5: a line that a person has added has Acumatica’s number, which is not taken for the buyer’s', async () => {
    const { erp, fake } = world();
    const lines = ['2', '3'].flatMap((lineId) => order.lines.map((line) => ({ ...line, lineId })));
    await erp.orders.submit({ ...order, lines }, call);
    const [, added] = fake.state.orders[0]?.lines ?? [];
    if (added !== undefined) added.ExternalRef = '';
    fake.fulfil?.(Date.parse('2026-03-03T08:00:00Z'));
    const ids = [{ lineId: '2' }, { lineId: 'acumatica:2' }];
    expect(await erp.orders.status('000001')).toMatchObject({ order: { lines: ids } });
    for await (const page of erp.shipments.list({ from: '2026-03-01T00:00:00Z' })) {
      expect(page).toMatchObject({ items: [{ items: ids }] });
    }
  });
});
