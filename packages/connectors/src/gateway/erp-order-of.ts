import type { Identifier, Order, OrderLine, Party } from '@dist/canonical';
import { divide, multiply } from '@dist/canonical/arithmetic';
import type { EnrichedLine, ErpOrder } from '@dist/orchestration';

/**
 * The order as an ERP is asked for it: the buyer's, with the seller's numbers of customer, place, warehouse and items, in
 * base units with prices for one of them, and with our reference. Everything else the buyer has said stays, so that a
 * tenant's overlay can map it.
 */
export function erpOrderOf({ part, lines, order }: ErpOrder): Order {
  const { parties, references, routing } = order;
  const ours = { type: 'externalReference', value: part.externalReference };
  return {
    ...order,
    references: [...references.filter(({ type }) => type !== 'externalReference'), ours],
    routing: part.carrier ?? routing,
    parties: {
      ...parties,
      buyer: withNumber(parties.buyer, part.customerNumber),
      shipTo: withNumber(parties.shipTo, part.shipToNumber),
      shipFrom: part.warehouse === undefined ? parties.shipFrom : withNumber(parties.shipFrom, part.warehouse),
    },
    lines: lines.map((line) => erpLineOf(line, order)),
  };
}

function withNumber(party: Party | undefined, number: string): Party {
  const others = (party?.ids ?? []).filter(({ scheme }) => scheme !== 'erp');
  return { ...party, ids: [{ scheme: 'erp', value: number }, ...others] };
}

const blank: OrderLine = { lineId: '', ids: [], quantity: { value: '0', unit: 'C62' } };

function erpLineOf(line: EnrichedLine, order: Order): OrderLine {
  const { lineId, buyerLineId = lineId, sku, ids, description, ordered, base, price } = line;
  const stated = order.lines.find((one) => one.lineId === buyerLineId);
  // What is split by place or day is another part's, or in the buyer's unit.
  const { allocations: _places, schedules: _days, packSize: _pack, ...rest } = stated ?? blank;
  const seller: Identifier = { scheme: 'seller', value: sku };
  return {
    ...rest,
    lineId,
    ids: [seller, ...ids.filter(({ scheme }) => scheme !== 'seller')],
    description: rest.description ?? description,
    quantity: base,
    price: price === undefined ? undefined : { amount: divide(multiply(price, ordered.value), base.value, 6) },
  };
}
