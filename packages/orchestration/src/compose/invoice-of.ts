import { type Invoice, type InvoiceLine, minorUnit, type Parties, type Price, type Reference } from '@dist/canonical';
import { compare, lineNet, multiply } from '@dist/canonical/arithmetic';
import { buyerLineId } from '../kernel/buyer-line-id.ts';
import { inBaseUnit, inOrderedUnit, inUnit, type Row } from '../kernel/row.ts';
import type { View } from '../kernel/view.ts';
import { completed, mergeIds, mergeParties, mergeReferences, present } from './merge.ts';
import { storeOf } from './store-of.ts';

/**
 * The invoice of one order (810): the ERP's amounts as they are, with the buyer's purchase order number and date, item
 * numbers, units, parties, terms and references from the order. Throws a TypeError when no order was captured.
 */
export function invoiceOf(view: View, invoice: Invoice): Invoice {
  const { order } = view;
  if (order === undefined) throw new TypeError('there is no order to invoice');
  const shipmentIds = shipmentsOf(view, invoice);
  return completed<Invoice>(invoice, {
    orderNumber: order.number,
    orderRelease: order.release,
    orderDate: order.dates.ordered ?? invoice.orderDate,
    shipmentIds,
    shippedOn: invoice.shippedOn ?? lastShippedOn(view, shipmentIds),
    parties: markedFor(view, invoice, mergeParties(invoice.parties, order.parties)),
    terms: invoice.terms ?? order.terms,
    references: withLading(mergeReferences(invoice.references, order.references), view, shipmentIds),
    lines: invoice.lines.map((line) => completeLine(line, view, invoice.currency)),
  });
}

function shipmentsOf(view: View, invoice: Invoice): string[] {
  // Where the ERP names none, the only shipment there is must be meant; of several none is guessed.
  const only = view.shipments.size === 1 ? [...view.shipments.keys()] : [];
  return invoice.shipmentIds.length > 0 ? invoice.shipmentIds : only;
}

function lastShippedOn(view: View, shipmentIds: readonly string[]): string | undefined {
  let latest: string | undefined;
  for (const id of shipmentIds) {
    const date = view.shipments.get(id)?.fact.shipment.shippedOn;
    if (date !== undefined && (latest === undefined || date > latest)) latest = date;
  }
  return latest;
}

/** An invoice of one store's part is marked for the store: nothing else on it tells the parts of the order apart. */
function markedFor(view: View, { number }: Invoice, parties: Parties): Parties {
  if (view.order === undefined || parties.markFor !== undefined) return parties;
  const store = storeOf(view.order, view.invoices.get(number)?.fact.partId);
  return store === undefined ? parties : { ...parties, markFor: { ids: [store] } };
}

/** With the bills of lading of what is invoiced, where none is named yet: the buyer matches receipts by them. */
function withLading(references: readonly Reference[], view: View, shipmentIds: readonly string[]): Reference[] {
  const type = 'billOfLading';
  const found: Reference[] = [];
  for (const id of shipmentIds) {
    for (const reference of view.shipments.get(id)?.fact.shipment.references ?? []) {
      const isNew = reference.type === type && found.every(({ value }) => value !== reference.value);
      if (isNew) found.push({ type, value: reference.value });
    }
  }
  return mergeReferences(references, found);
}

function completeLine(line: InvoiceLine, view: View, currency: string): InvoiceLine {
  const ordered = view.ordered.get(line.lineId);
  const enriched = view.enrichedLines.get(line.lineId);
  const row = view.rows.get(line.lineId);
  const price = view.order?.currency === currency ? ordered?.price : undefined;
  const counted = row && (asOrdered(line, row, price, minorUnit(currency) ?? 2) ?? inBuyersUnit(line, row));
  return completed<InvoiceLine>(line, {
    lineId: buyerLineId(view, line.lineId),
    quantity: counted?.quantity ?? line.quantity,
    price: counted?.price ?? line.price,
    ids: mergeIds(ordered?.ids ?? [], line.ids, enriched ? [{ scheme: 'seller', value: enriched.sku }] : []),
    description: ordered?.description ?? line.description ?? enriched?.description,
  });
}

/**
 * The line in the buyer's unit at the buyer's own price, basis and all, so that it matches the order element by element
 * (R23). Only where that makes the very same net amount: undefined otherwise, and where the price is for a unit that the
 * quantity does not convert to (catch weight, R18).
 */
function asOrdered(
  line: InvoiceLine,
  row: Row,
  price: Price | undefined,
  places: number,
): Pick<InvoiceLine, 'quantity' | 'price'> | undefined {
  if (price === undefined || compare(price.per ?? '1', '0') <= 0) return undefined;
  const quantity = inOrderedUnit(row, line.quantity);
  // A price without a unit is for the ordered one.
  if (price.unit === undefined && quantity.unit !== row.unit) return undefined;
  const priced = inUnit(row, quantity, price.unit ?? row.unit);
  if (priced === undefined) return undefined;
  const made = { ...line, quantity: priced, price };
  // Which way the ERP rounds a half is a setting of its own.
  const isSame = lineNet(made, places, 'halfUp') === line.net || lineNet(made, places, 'halfEven') === line.net;
  if (!isSame) return undefined;
  return { quantity, price: price.unit === quantity.unit ? completed(price, { unit: undefined }) : present(price) };
}

/** Quantity and price per unit as the buyer ordered; the net amount is the same. As it came where that is not exact. */
function inBuyersUnit(line: InvoiceLine, row: Row): Pick<InvoiceLine, 'quantity' | 'price'> {
  const { quantity, price } = line;
  const turned = inOrderedUnit(row, quantity);
  const ownUnit = price.unit === undefined || price.unit === quantity.unit;
  if (turned.unit === quantity.unit || !ownUnit) return { quantity, price };
  const one = inBaseUnit(row, { value: '1', unit: turned.unit });
  // Only a price for base units turns by one multiplication, so that nothing is rounded twice.
  if (one === undefined || quantity.unit !== row.baseUnit) return { quantity, price };
  const unit = price.unit === undefined ? undefined : turned.unit;
  return { quantity: turned, price: completed(price, { amount: multiply(price.amount, one), unit }) };
}
