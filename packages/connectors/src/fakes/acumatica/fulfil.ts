import type { AcumaticaState, FakeOrder } from './acumatica-state.ts';

/** Confirms a shipment of each order that is open, all of it, and releases its invoice. */
export function fulfil(state: AcumaticaState, now: number): void {
  for (const order of state.orders) {
    const open = order.lines.filter((line) => line.OrderQty > line.QtyOnShipments);
    if (order.Status !== 'Open' || open.length === 0) continue;
    const number = String(2000 + state.shipments.length).padStart(6, '0');
    state.shipments.push({
      number,
      Type: 'Shipment',
      Status: 'Completed',
      changedAt: now,
      fields: shipmentFields(order, open, now),
    });
    state.invoices.push({
      number: `AR${number}`,
      Type: 'Invoice',
      Status: 'Open',
      changedAt: now,
      fields: invoiceFields(order, open, number, now),
    });
    for (const line of open) line.QtyOnShipments = line.OrderQty;
    order.shipments.push({ ShipmentNbr: number, Status: 'Completed', InvoiceNbr: `AR${number}` });
    order.Status = 'Completed';
    order.changedAt = Math.max(now, order.changedAt + 1);
  }
}

const value = (wrapped: unknown) => ({ value: wrapped });
const dayOf = (now: number) => new Date(now).toISOString().replace(/T.*/, 'T00:00:00+00:00');

function shipmentFields({ OrderType, OrderNbr }: FakeOrder, open: FakeOrder['lines'], now: number) {
  return {
    ShipmentDate: value(dayOf(now)),
    ShipVia: value('GROUND'),
    Details: open.map((line) => ({
      InventoryID: value(line.InventoryID),
      ShippedQty: value(line.OrderQty - line.QtyOnShipments),
      UOM: value(line.UOM),
      OrderType: value(OrderType),
      OrderNbr: value(OrderNbr),
      OrderLineNbr: value(line.LineNbr),
    })),
    Packages: [],
  };
}

function invoiceFields({ OrderType, OrderNbr }: FakeOrder, open: FakeOrder['lines'], shipment: string, now: number) {
  const amounts = open.map((line) => Math.round(line.OrderQty * line.UnitPrice * 100) / 100);
  return {
    Date: value(dayOf(now)),
    Currency: value('USD'),
    Amount: value(Math.round(amounts.reduce((all, one) => all + one, 0) * 100) / 100),
    TaxTotal: value(0),
    Details: open.map((line, at) => ({
      InventoryID: value(line.InventoryID),
      Qty: value(line.OrderQty),
      UOM: value(line.UOM),
      UnitPrice: value(line.UnitPrice),
      Amount: value(amounts[at]),
      OrderType: value(OrderType),
      OrderNbr: value(OrderNbr),
      OrderLineNbr: value(line.LineNbr),
      ShipmentNbr: value(shipment),
      LineNbr: value(at + 1),
    })),
  };
}
