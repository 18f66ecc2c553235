import * as fc from 'fast-check';
import type { Invoice } from '../document/invoice.ts';
import type { Item } from '../document/item.ts';
import type { Order } from '../document/order.ts';
import type { OrderAcknowledgment } from '../document/order-acknowledgment.ts';
import type { Remittance } from '../document/remittance.ts';
import type { Shipment } from '../document/shipment.ts';
import type { Quantity } from '../value/value.ts';
import { acknowledgmentOf } from './acknowledgment-of.ts';
import { invoicesOf } from './invoices-of.ts';
import { orderOf } from './order-of.ts';
import { remittanceOf } from './remittance-of.ts';
import { neighbourOf, shipmentsOf } from './shipments-of.ts';
import { type StoryPlan, storyLine } from './story-plan.ts';
import { calendarDate, code, currency, lineId, parties } from './values.ts';

/** The documents of one order that agree with one another, from the order to its payment. */
export interface Story {
  order: Order;
  /** Another order of the buyer, of which some lies in a carton of this one. */
  neighbour: Order;
  /** Accepts what is shipped, backorders what is open, cancels the rest. */
  acknowledgment: OrderAcknowledgment;
  /** One to three; a line may be in several of them, or in none. */
  shipments: Shipment[];
  cancellations: { lineId: string; quantity: Quantity }[];
  /** One for each shipment with something of this order in it. */
  invoices: Invoice[];
  /** Pays all invoices. */
  remittance: Remittance;
  /** The item of a line of either order. */
  itemOf: (lineId: string) => Item | undefined;
}

/**
 * Whole stories, awkward on purpose: ordered in cases and shipped in eaches, priced per each where cases are ordered, prices of zero
 * and per hundred, kits packed by component, the same item twice in one carton, another order in the same carton, line
 * ids that are no numbers. The balance of each line holds, and every invoice may go out.
 */
export function arbitraryStory(): fc.Arbitrary<Story> {
  return fc
    .record({
      number: code(),
      release: fc.option(code(5), { nil: undefined }),
      currency,
      parties: parties(),
      days: fc.uniqueArray(calendarDate(), { minLength: 6, maxLength: 6 }).map((days) => days.sort()),
      lines: fc.uniqueArray(fc.record({ lineId, line: storyLine() }), {
        minLength: 1,
        maxLength: 4,
        selector: (one) => one.lineId,
      }),
      shipmentCount: fc.integer({ min: 1, max: 3 }),
      serial: fc.integer({ min: 0, max: 9_000_000 }),
    })
    .map(({ lines, ...head }) =>
      storyOf({
        ...head,
        lines: lines.map(({ lineId: id, line }) => ({
          ...line,
          lineId: id,
          shipped: within(line.shipped, head.shipmentCount),
        })),
      }),
    );
}

/** What was for a shipment that there is not goes with the first. */
function within(shipped: readonly number[], count: number): number[] {
  const later = shipped.slice(count).reduce((total, one) => total + one, 0);
  return shipped.slice(0, count).map((one, place) => (place === 0 ? one + later : one));
}

function storyOf(plan: StoryPlan): Story {
  const neighbour = neighbourOf(plan);
  const invoices = invoicesOf(plan);
  const items = new Map(plan.lines.map((line) => [line.lineId, line.item]));
  return {
    order: orderOf(plan),
    neighbour,
    acknowledgment: acknowledgmentOf(plan),
    shipments: shipmentsOf(plan, neighbour),
    cancellations: plan.lines.flatMap(({ lineId: id, cancelled, unit }) =>
      cancelled === 0 ? [] : [{ lineId: id, quantity: { value: String(cancelled), unit } }],
    ),
    invoices,
    remittance: remittanceOf(plan, invoices),
    itemOf: (id) => items.get(id),
  };
}
