import type { BusinessCentralState, FakeOrder, FakeOrderLine } from './business-central-state.ts';

/**
 * Ships and invoices every order that is open (`ShipAndInvoice`): one shipment and one invoice each, without tax. An order
 * that is posted as a whole is deleted, as Business Central does.
 */
export function fulfil(state: BusinessCentralState, now: number): void {
  for (const order of [...state.orders]) {
    const items = order.lines.filter(
      (line) => line.fields['lineType'] === 'Item' && Number(line.fields['quantity']) > line.shippedQuantity,
    );
    if (items.length === 0) continue;
    const number = String(104_000 + state.shipments.length);
    state.shipments.push({ number, changedAt: now, fields: shipmentFields(order, now) });
    state.invoices.push({
      number: String(105_000 + state.invoices.length),
      changedAt: now,
      fields: invoiceFields(order, now),
    });
    state.orders.splice(state.orders.indexOf(order), 1);
  }
}

function references({ number, fields }: FakeOrder) {
  return {
    orderNumber: number,
    externalDocumentNumber: fields['externalDocumentNumber'] ?? '',
    customerPurchaseOrderReference: '',
  };
}

function shipmentFields(order: FakeOrder, now: number) {
  const salesShipmentLines = order.lines.map((line) => ({
    ...lineFields(line),
    quantity: openOf(line),
  }));
  return { ...references(order), postingDate: dayOf(now), salesShipmentLines };
}

function invoiceFields(order: FakeOrder, now: number) {
  const salesInvoiceLines = order.lines.map((line) => ({
    ...lineFields(line),
    quantity: openOf(line),
    netAmount: Math.round(openOf(line) * Number(line.fields['unitPrice'] ?? 0) * 100) / 100,
  }));
  const total = salesInvoiceLines.reduce((sum, { netAmount }) => sum + netAmount, 0);
  return {
    ...references(order),
    invoiceDate: dayOf(now),
    currencyCode: order.fields['currencyCode'] ?? 'USD',
    status: 'Open',
    totalTaxAmount: 0,
    totalAmountIncludingTax: Math.round(total * 100) / 100,
    salesInvoiceLines,
  };
}

function lineFields({ id, sequence, fields }: FakeOrderLine) {
  const { lineType, lineObjectNumber = '', description = '', description2 = '', unitOfMeasureCode = '' } = fields;
  return { id, sequence, lineType, lineObjectNumber, description, description2, unitOfMeasureCode };
}

function openOf({ fields, shippedQuantity }: FakeOrderLine): number {
  return Number(fields['quantity'] ?? 0) - shippedQuantity;
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
