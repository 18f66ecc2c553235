import * as fc from 'fast-check';
import type { FulfillmentRequest, RequestedLine } from '../document/fulfillment-request.ts';
import { calendarDate, code, itemIds, lineId, linesOf, party, quantity, references, text } from './values.ts';

/** A valid FulfillmentRequest: what a warehouse is to pick, for one ship-to. */
export function fulfillmentRequest(): fc.Arbitrary<FulfillmentRequest> {
  return fc
    .record(
      {
        kind: fc.constant('fulfillmentRequest'),
        version: fc.constant('1'),
        purpose: fc.constantFrom('original', 'replace', 'cancellation'),
        number: code(),
        orderNumber: code(),
        orderRelease: code(5),
        orderDate: calendarDate(),
        dates: fc.record({ requestedShip: calendarDate() }, { requiredKeys: [] }),
        parties: fc.record({ shipTo: party(), shipFrom: party(), billTo: party() }, { requiredKeys: ['shipTo'] }),
        carrier: fc.constant({}),
        references: references(),
        lines: linesOf(requestedLine()),
        notes: fc.array(text(60), { minLength: 1, maxLength: 2 }),
      },
      {
        requiredKeys: [
          ...(['kind', 'version', 'purpose', 'number', 'orderNumber', 'dates'] as const),
          ...(['parties', 'carrier', 'references', 'lines'] as const),
        ],
      },
    )
    .map((request): FulfillmentRequest => request);
}

function requestedLine(): fc.Arbitrary<RequestedLine> {
  return fc.record(
    // A warehouse knows an item by two numbers at most (X12 W01).
    {
      lineId,
      ids: itemIds().map((ids) => ids.slice(0, 2)),
      description: text(40),
      quantity: quantity(),
      lot: code(8),
    },
    { requiredKeys: ['lineId', 'ids', 'quantity'] },
  );
}
