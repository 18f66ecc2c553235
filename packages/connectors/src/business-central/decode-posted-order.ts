import { type Result, validate } from '@dist/canonical';
import { add } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus } from '../port/orders.ts';
import { unitOf } from '../unit/unit-of.ts';
import { itemLines } from './decode-sales-order.ts';
import { enumWord } from './enum-word.ts';
import { lineIds } from './line-ids.ts';
import type { UnitTable } from './unit-table.ts';
import { type InvoiceWire, invoiceWire } from './wire.ts';

/** What posted invoices tell. */
export interface PostedOrders {
  readonly orders: readonly ErpOrderStatus[];
  /** Numbers of invoices that name no order. */
  readonly strays: readonly string[];
}

/** Orders that are posted as a whole: Business Central deletes them, and their invoices are what is left. */
export function decodePostedOrders(json: readonly unknown[], units: UnitTable): Result<PostedOrders> {
  const byOrder = new Map<string, InvoiceWire[]>();
  const strays: string[] = [];
  for (const record of json) {
    const wire = validate(invoiceWire, record);
    if (!wire.ok) return { ok: false, issues: wire.issues };
    const { number, orderNumber, status } = wire.value;
    if (['Draft', 'In Review'].includes(enumWord(status))) continue;
    if (orderNumber === undefined) strays.push(number);
    else byOrder.set(orderNumber, [...(byOrder.get(orderNumber) ?? []), wire.value]);
  }
  const orders = [...byOrder].map(([number, invoices]) => postedOrder(number, invoices, units));
  return { ok: true, issues: [], value: { orders, strays } };
}

function postedOrder(number: string, invoices: readonly InvoiceWire[], units: UnitTable): ErpOrderStatus {
  const lines = new Map<string, ErpOrderLine>();
  // One that was cancelled has been taken back, and another one stands for it; the order existed all the same.
  const standing = invoices.filter(({ status }) => enumWord(status) !== 'Canceled');
  for (const { salesInvoiceLines } of standing) {
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
  const phase = standing.length === 0 ? 'closed' : 'invoiced';
  return { number, externalReference, status: 'Posted', phase, lines: [...lines.values()] };
}
