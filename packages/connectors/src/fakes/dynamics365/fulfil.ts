import { type Body, type Dynamics365State, type FakeLine, invoice, packingSlip } from './dynamics365-state.ts';

/** Ships and invoices every order that is open and not stopped: one packing slip and one invoice each, without tax. */
export function fulfil(state: Dynamics365State, now: number): void {
  for (const header of state.headers) {
    const order = header['SalesOrderNumber'];
    const open = state.lines.filter(
      (line) => line['SalesOrderNumber'] === order && line['SalesOrderLineStatus'] === 'Backorder',
    );
    if (header['IsSalesProcessingStopped'] === 'Yes' || open.length === 0) continue;
    const lines = open.map(shippedLine);
    state.packingSlips.push(packingSlip(`PS-${2000 + state.packingSlips.length}`, now, lines));
    state.invoices.push(invoice(`CIV-${2000 + state.invoices.length}`, now, { tax: 0, lines }));
    for (const line of open) {
      line['SalesOrderLineStatus'] = 'Invoiced';
      state.delivered.set(String(line['InventoryLotId']), Number(line['OrderedSalesQuantity']));
    }
    header['SalesOrderStatus'] = 'Invoiced';
  }
}

function shippedLine(line: Body): FakeLine {
  return {
    order: String(line['SalesOrderNumber']),
    lot: String(line['InventoryLotId']),
    item: String(line['ItemNumber']),
    unit: String(line['SalesUnitSymbol']),
    quantity: Number(line['OrderedSalesQuantity']),
    price: Number(line['SalesPrice'] ?? 0) / Number(line['SalesPriceQuantity'] ?? 1),
    buyersLine: Number(line['CustomersLineNumber'] ?? 0),
  };
}
