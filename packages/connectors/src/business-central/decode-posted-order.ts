import { type Result, validate } from '@dist/canonical';
import { add } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus } from '../port/orders.ts';
import { unitOf } from '../unit/unit-of.ts';
import { itemLines } from './decode-sales-order.ts';
import { enumWord } from './enum-word.ts';
import { lineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { type InvoiceWire, invoiceWire } from './wire.ts';

/**
 * An order that is posted as a whole: Business Central deletes it, and its invoices are what is left. Undefined where none of
 * them is posted and of an order.
 */
export function decodePostedOrders(json: readonly unknown[], units: UnitTable): Result<readonly ErpOrderStatus[]> {
  const byOrder = new Map<string, InvoiceWire[]>();
  for (const record of json) {
    const wire = validate(invoiceWire, record);
    if (!wire.ok) return { ok: false, issues: wire.issues };
    const { orderNumber, status } = wire.value;
    if (orderNumber === undefined || ['Draft', 'In Review'].includes(enumWord(status))) continue;
    byOrder.set(orderNumber, [...(byOrder.get(orderNumber) ?? []), wire.value]);
  }
  const value = [...byOrder].map(([number, invoices]) => postedOrder(number, invoices, units));
  return { ok: true, issues: [], value };
}

function postedOrder(number: string, invoices: readonly InvoiceWire[], units: UnitTable): ErpOrderStatus {
  const lines = new Map<string, ErpOrderLine>();
  for (const { salesInvoiceLines } of invoices) {
    const items = itemLines(salesInvoiceLines);
    const ids = lineIds(items);
    for (const [at, item] of items.entries()) {
      const lineId = ids[at] ?? '';
      const code = item.unitOfMeasureCode ?? '';
      const value = add(lines.get(lineId)?.quantity.value ?? '0', item.quantity);
      const quantity = { value, unit: unitOf(units, code) };
      const line = { lineId, item: item.lineObjectNumber ?? '', quantity, status: 'accepted' } as const;
      lines.set(lineId, { ...line, shipped: quantity, invoiced: quantity });
    }
  }
  const externalReference = invoices[0]?.externalDocumentNumber ?? '';
  return { number, externalReference, status: 'Posted', phase: 'invoiced', lines: [...lines.values()] };
}
