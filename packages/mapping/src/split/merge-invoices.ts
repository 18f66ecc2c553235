import type { AllowanceCharge, Invoice, InvoiceLine, Tax } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import type { SplitRest } from './document-part.ts';
import { inOrder } from './in-order.ts';

/**
 * The parts of a split invoice as one again: amounts and quantities of the same line and of the same allowance, charge or
 * tax are added; what only the whole says comes from `rest`, the order of the lines too. Throws a RangeError when there is nothing to merge.
 */
export function mergeInvoices(invoices: readonly Invoice[], rest: SplitRest<Invoice>): Invoice {
  const [first] = invoices;
  if (first === undefined) throw new RangeError('there is no invoice to merge');
  // Of one part every line is a line of the whole, even where two have one id.
  const lines = invoices.length === 1 ? first.lines : linesOf(invoices, rest.lines);
  const merged: Invoice = { ...rest.document, lines };
  const charges = mergeAmounts(invoices.map(({ allowancesCharges }) => allowancesCharges));
  const taxes = mergeAmounts(invoices.map((invoice) => invoice.taxes));
  if (charges !== undefined) merged.allowancesCharges = charges;
  if (taxes !== undefined) merged.taxes = taxes;
  return merged;
}

function linesOf(invoices: readonly Invoice[], order: readonly string[]): InvoiceLine[] {
  const byLine = new Map<string, InvoiceLine[]>();
  for (const line of invoices.flatMap(({ lines }) => lines)) {
    const known = byLine.get(line.lineId);
    if (known === undefined) byLine.set(line.lineId, [line]);
    else known.push(line);
  }
  return inOrder([...byLine.values()].map(mergeLines), ({ lineId }) => lineId, order);
}

function mergeLines(lines: readonly InvoiceLine[]): InvoiceLine {
  const [first] = lines as [InvoiceLine];
  const total = (values: readonly (string | undefined)[]) => sum(values.map((value) => value ?? '0'));
  const merged: InvoiceLine = {
    ...first,
    quantity: { ...first.quantity, value: total(lines.map(({ quantity }) => quantity.value)) },
    net: total(lines.map(({ net }) => net)),
  };
  const charges = mergeAmounts(lines.map(({ allowancesCharges }) => allowancesCharges));
  const taxes = mergeAmounts(lines.map((line) => line.taxes));
  if (charges !== undefined) merged.allowancesCharges = charges;
  if (taxes !== undefined) merged.taxes = taxes;
  if (first.pricedQuantity !== undefined) {
    const value = total(lines.map(({ pricedQuantity }) => pricedQuantity?.value));
    merged.pricedQuantity = { ...first.pricedQuantity, value };
  }
  merged.components = first.components?.map((component, index) => {
    const value = total(lines.map(({ components }) => components?.[index]?.quantity.value));
    return { ...component, quantity: { ...component.quantity, value } };
  });
  if (merged.components === undefined) delete merged.components;
  return merged;
}

/** What stands in the same place of each list, added. */
function mergeAmounts<One extends AllowanceCharge | Tax>(
  lists: readonly (readonly One[] | undefined)[],
): One[] | undefined {
  return lists[0]?.map((one, index) =>
    mergeAmount(
      one,
      lists.map((list) => list?.[index] ?? one),
    ),
  );
}

function mergeAmount<One extends AllowanceCharge | Tax>(one: One, parts: readonly One[]): One {
  const merged = { ...one, amount: sum(parts.map(({ amount }) => amount)) };
  if ('taxable' in one && one.taxable !== undefined) {
    const taxable = sum(parts.map((part) => ('taxable' in part ? part.taxable : undefined) ?? '0'));
    Object.assign(merged, { taxable });
  }
  if ('quantity' in one && one.quantity !== undefined) {
    const value = sum(parts.map((part) => ('quantity' in part ? part.quantity?.value : undefined) ?? '0'));
    Object.assign(merged, { quantity: { ...one.quantity, value } });
  }
  return merged;
}
