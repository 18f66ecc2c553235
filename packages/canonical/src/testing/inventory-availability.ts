import * as fc from 'fast-check';
import type { AvailabilityType, AvailableItem, InventoryAvailability } from '../document/inventory-availability.ts';
import { calendarDate, code, decimal, itemIds, party, placeId, references, text, unit } from './values.ts';

/** A valid InventoryAvailability: several numbers of an item, each saying which it is, at one or more locations. */
export function inventoryAvailability(): fc.Arbitrary<InventoryAvailability> {
  return fc
    .record(
      {
        kind: fc.constant('inventoryAvailability'),
        version: fc.constant('1'),
        purpose: fc.constantFrom('original', 'replace'),
        number: code(),
        asOf: fc
          .integer({ min: 0, max: 1_700_000_000 })
          .map((second) => new Date(second * 1000).toISOString().replace('.000Z', 'Z')),
        parties: fc.record({ seller: party(), shipFrom: party() }, { requiredKeys: ['seller'] }),
        references: references(),
        items: fc.uniqueArray(availableItem(), { minLength: 1, maxLength: 5, selector: keyOf }),
      },
      { requiredKeys: ['kind', 'version', 'purpose', 'number', 'asOf', 'parties', 'references', 'items'] },
    )
    .map((report): InventoryAvailability => report);
}

const keyOf = ({ ids, location }: AvailableItem): string => JSON.stringify([ids, location]);

function availableItem(): fc.Arbitrary<AvailableItem> {
  const others = fc.subarray<AvailabilityType>(['availableToPromise', 'onOrder', 'backordered']);
  return fc
    .record(
      {
        ids: itemIds(),
        description: text(40),
        location: placeId(),
        unit: unit(),
        onHand: decimal({ places: 0, max: 5000 }),
        others,
        amounts: fc.array(decimal({ places: 0, max: 5000 }), { minLength: 3, maxLength: 3 }),
        inboundOn: calendarDate(),
      },
      { requiredKeys: ['ids', 'unit', 'onHand', 'others', 'amounts'] },
    )
    .map(({ unit: counted, onHand, others: types, amounts, inboundOn, ...item }): AvailableItem => {
      const row = (type: AvailabilityType, value: string) => ({ type, quantity: { value, unit: counted } });
      const inbound = inboundOn === undefined ? [] : [{ ...row('inbound', '10'), on: inboundOn }];
      const rest = types.map((type, index) => row(type, amounts[index] ?? '0'));
      // What is salable lies on hand.
      return { ...item, quantities: [row('onHand', onHand), row('salable', onHand), ...rest, ...inbound] };
    });
}
