import { invoiceTotals, type UntotalledInvoice } from '../arithmetic/invoice-totals.ts';
import type { Invoice } from '../document/invoice.ts';
import { plainPrice } from './plain-price.ts';
import { dayOf, type StoryPlan } from './story-plan.ts';

/** An invoice for each shipment that holds something of the order, in the unit and at the price of the order. */
export function invoicesOf(plan: StoryPlan): Invoice[] {
  return Array.from({ length: plan.shipmentCount }, (_, place) => invoiceOf(plan, place)).flatMap((one) => one ?? []);
}

function invoiceOf({ number, release, currency, parties, days, lines }: StoryPlan, place: number): Invoice | undefined {
  const billed = lines.filter(({ shipped }) => (shipped[place] ?? 0) > 0);
  if (billed.length === 0) return undefined;
  const document: UntotalledInvoice = {
    kind: 'invoice',
    version: '1',
    number: `${number}-${place + 1}`,
    type: 'invoice',
    date: dayOf(days, 2 + place),
    orderNumber: number,
    ...(release === undefined ? {} : { orderRelease: release }),
    orderDate: dayOf(days, 0),
    shipmentIds: [`S-${number}-${place + 1}`],
    shippedOn: dayOf(days, 2 + place),
    currency,
    parties,
    references: [],
    lines: billed.map(({ lineId, ids, unit, price, shipped }) => ({
      lineId,
      ids,
      quantity: { value: String(shipped[place]), unit },
      price: plainPrice(price),
    })),
  };
  const itemOf = (lineId: string) => lines.find((line) => line.lineId === lineId)?.item;
  const result = invoiceTotals(document, { itemOf });
  if (!result.ok) throw new Error(result.issues[0]?.message);
  const { lines: totals, total } = result.value;
  return {
    ...document,
    lines: document.lines.map((line, index) => ({ ...line, net: totals[index]?.net ?? '0' })),
    total,
  };
}
