import type { Invoice, InvoiceLine, Order, Shipment } from '@dist/canonical';
import { add, divide, multiply, round } from '@dist/canonical/arithmetic';
import type { EnrichedLine } from '../../../word/event.ts';
import type { FlowEventOf } from '../flow-event.ts';
import { lineAmountOf } from './amount-of.ts';

/** What the seller knows when it bills: the order, how its items were converted, what has shipped. */
export interface BilledFrom {
  readonly number: string;
  readonly order?: Order | undefined;
  readonly enriched: readonly EnrichedLine[];
  readonly shipped?: Shipment | undefined;
}

/** What an invoice or credit memo bills: its own lines, or those that shipped, at its own price or those of the order. */
export function invoiceOf(
  event: FlowEventOf<'invoice posted' | 'credit memo posted'>,
  at: string,
  from: BilledFrom,
): Invoice {
  const told = event.lines?.map((row) => ({ ...lineAmountOf(row, from.order), weight: undefined }));
  const lines = (told ?? from.shipped?.items ?? []).map((row) => billed(row, event.price, from));
  return {
    kind: 'invoice',
    version: '1',
    number: event.invoice,
    type: event.event === 'invoice posted' ? 'invoice' : 'creditMemo',
    date: at.slice(0, 10),
    orderNumber: from.number,
    shipmentIds: from.shipped === undefined ? [] : [from.shipped.shipmentId],
    currency: 'USD',
    parties: {},
    references: event.of === undefined ? [] : [{ type: 'invoice', value: event.of }],
    ...(event.rma !== undefined && { returnNumber: event.rma }),
    lines,
    total: lines.reduce((total, { net }) => add(total, net), '0'),
  };
}

type Row = Pick<Shipment['items'][number], 'lineId' | 'quantity' | 'weight'>;

function billed({ lineId, quantity, weight }: Row, told: string | undefined, from: BilledFrom): InvoiceLine {
  const price = told === undefined ? priceOf(lineId, quantity.unit, from) : { amount: told };
  const pricedQuantity = price.unit !== undefined && weight?.unit === price.unit ? weight : undefined;
  const net = round(multiply((pricedQuantity ?? quantity).value, price.amount), 2);
  return { lineId, ids: [], quantity, price, net, ...(pricedQuantity && { pricedQuantity }) };
}

/** As ordered, converted when the ERP bills in another unit: a case of twelve at 41.40 is 3.45 each. */
function priceOf(lineId: string, unit: string, { order, enriched }: BilledFrom): InvoiceLine['price'] {
  const line = order?.lines.find((candidate) => candidate.lineId === lineId);
  const { amount = '0', unit: priceUnit } = line?.price ?? {};
  if (priceUnit !== undefined) return { amount, unit: priceUnit };
  const item = enriched.find((candidate) => candidate.lineId === lineId);
  const unitsOf = (name: string | undefined) =>
    name === item?.base.unit ? '1' : item?.units.find((one) => one.unit === name)?.baseUnits;
  const [ordered, wanted] = [unitsOf(line?.quantity.unit), unitsOf(unit)];
  if (ordered === undefined || wanted === undefined || ordered === wanted) return { amount };
  return { amount: divide(multiply(amount, wanted), ordered, 6) };
}
