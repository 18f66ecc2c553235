import * as fc from 'fast-check';
import type { ConfirmedLine, FulfillmentConfirmation } from '../document/fulfillment-confirmation.ts';
import { makeSscc } from '../gs1/sscc.ts';
import { calendarDate, code, itemIds, lineId, party, references, unit } from './values.ts';

/** A valid FulfillmentConfirmation: shipped in full, short or not at all; the same line in several packages. */
export function fulfillmentConfirmation(): fc.Arbitrary<FulfillmentConfirmation> {
  return fc
    .record(
      {
        requestNumber: code(),
        orderNumber: code(),
        orderRelease: code(5),
        shipmentId: code(),
        shippedOn: calendarDate(),
        parties: fc.record({ shipTo: party(), shipFrom: party() }, { requiredKeys: ['shipTo'] }),
        references: references(),
        packages: fc.array(fc.array(confirmedLine(), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        serial: fc.integer({ min: 0, max: 9_000_000 }),
      },
      {
        requiredKeys: ['requestNumber', 'orderNumber', 'shippedOn', 'parties', 'references', 'packages', 'serial'],
      },
    )
    .map(
      ({ packages, serial, ...document }): FulfillmentConfirmation => ({
        kind: 'fulfillmentConfirmation',
        version: '1',
        extent: 'fullDetail',
        ...document,
        carrier: {},
        packages: packages.map((lines, index) => ({ sscc: makeSscc('0614141', 0, serial + index), lines })),
      }),
    );
}

function confirmedLine(): fc.Arbitrary<ConfirmedLine> {
  return fc
    .record(
      {
        lineId,
        // A warehouse confirms an item by one number (X12 W12).
        ids: itemIds().map((ids) => ids.slice(0, 1)),
        ordered: fc.integer({ min: 1, max: 5000 }),
        short: fc.constantFrom(0, 0, 1, 5000),
        unit: unit(),
        lot: code(8),
      },
      { requiredKeys: ['lineId', 'ids', 'ordered', 'short', 'unit'] },
    )
    .map(({ ordered, short, unit: counted, ...line }): ConfirmedLine => {
      const shipped = Math.max(ordered - short, 0);
      return {
        ...line,
        status: shipped === ordered ? 'shipped' : shipped === 0 ? 'cancelled' : 'short',
        ordered: String(ordered),
        quantity: { value: String(shipped), unit: counted },
        difference: String(ordered - shipped),
      };
    });
}
