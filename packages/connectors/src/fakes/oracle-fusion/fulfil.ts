import {
  dateOf,
  type FakeLine,
  type FakeOrder,
  invoiceHead,
  invoiceLine,
  type OracleFusionState,
  shipmentLine,
} from './oracle-fusion-state.ts';

/** Ships and bills what is open of each order. */
export function fulfil(state: OracleFusionState, now: number): void {
  for (const order of state.orders) {
    const open = order.lines.filter((line) => line.StatusCode === 'AWAIT_SHIP');
    if (order.StatusCode !== 'OPEN' || open.length === 0) continue;
    const number = String(++state.lastId);
    ship(state, { order, open, number }, now);
    bill(state, { order, open, number: `${number}1` }, now);
    for (const line of open) {
      line.ShippedQuantity = line.OrderedQuantity;
      line.StatusCode = 'BILLED';
      line.BillingTransactionNumber = `${number}1`;
    }
    order.StatusCode = 'CLOSED';
    order.LastUpdateDate = new Date(now).toISOString();
  }
}

interface Document {
  readonly order: FakeOrder;
  readonly open: readonly FakeLine[];
  readonly number: string;
}

function ship(state: OracleFusionState, { order, open, number }: Document, now: number): void {
  state.shipments.push({
    number,
    changedAt: now,
    fields: { ActualShipDate: dateOf(now), Carrier: 'Sample Carrier', Waybill: `W${number}` },
    lines: open.map((line) =>
      shipmentLine({
        order: order.OrderNumber,
        lineId: line.SourceTransactionLineNumber,
        item: line.ProductNumber,
        quantity: line.OrderedQuantity,
        unit: line.OrderedUOMCode,
      }),
    ),
  });
}

function bill(state: OracleFusionState, { order, open, number }: Document, now: number): void {
  const total =
    open.reduce((all, line) => all + Math.round(line.OrderedQuantity * line.UnitSellingPrice * 100), 0) / 100;
  state.invoices.push({
    number,
    changedAt: now,
    fields: invoiceHead({ number, day: now, purchaseOrder: order.CustomerPONumber, total }),
    lines: open.map((line) =>
      invoiceLine({
        order: order.OrderNumber,
        lineId: line.SourceTransactionLineNumber,
        item: line.ProductNumber,
        quantity: line.OrderedQuantity,
        price: line.UnitSellingPrice,
        unit: String(state.items.find((item) => item['ItemNumber'] === line.ProductNumber)?.['PrimaryUOMValue']),
      }),
    ),
  });
}
