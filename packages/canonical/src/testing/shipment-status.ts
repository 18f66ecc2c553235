import * as fc from 'fast-check';
import type { ShipmentEvent, ShipmentStatus } from '../document/shipment-status.ts';
import { calendarDate, code, instant, party, references } from './values.ts';

/** A valid ShipmentStatus: events with an instant, or a day alone. */
export function shipmentStatus(): fc.Arbitrary<ShipmentStatus> {
  return fc
    .record(
      {
        kind: fc.constant('shipmentStatus'),
        version: fc.constant('1'),
        shipmentId: code(),
        carrier: fc.record({ scac: fc.constantFrom('ABCD', 'UPSN'), trackingNumber: code() }),
        parties: fc.record({ shipTo: party() }, { requiredKeys: [] }),
        references: references(),
        events: fc.array(shipmentEvent(), { minLength: 1, maxLength: 4 }),
        estimatedDelivery: instant(),
      },
      { requiredKeys: ['kind', 'version', 'carrier', 'parties', 'references', 'events'] },
    )
    .map((status): ShipmentStatus => status);
}

function shipmentEvent(): fc.Arbitrary<ShipmentEvent> {
  const told = fc.constantFrom(['AF', 'pickedUp'], ['X6', 'inTransit'], ['D1', 'delivered'], [
    'A7',
    'exception',
  ] as const);
  return fc
    .record({ told, when: fc.oneof(fc.record({ at: instant() }), fc.record({ on: calendarDate() })) })
    .map(({ told: [event, milestone], when }): ShipmentEvent => {
      return { type: 'event', code: event, milestone, reason: 'NS', ...when } as ShipmentEvent;
    });
}
