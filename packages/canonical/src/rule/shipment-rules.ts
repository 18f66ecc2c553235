import type { Shipment, ShipmentUnit } from '../document/shipment.ts';
import { datesOutOfOrder } from './date-rules.ts';
import { isPositive, notPositive } from './line-rules.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';

const unitIdsAreUnique: Rule<Shipment> = {
  code: 'unit-id-repeated',
  severity: 'error',
  meaning: 'a unit id stands once',
  find: ({ units }) =>
    repeated(
      units,
      ({ unitId }) => unitId,
      ({ unitId }, index) => ({
        message: `Unit id ${unitId} stands more than once`,
        path: ['units', index, 'unitId'],
        found: unitId,
      }),
    ),
};

const parentsExist: Rule<Shipment> = {
  code: 'unit-parent-missing',
  severity: 'error',
  meaning: 'a unit lies in a unit of the shipment',
  *find({ units }) {
    const known = new Set(units.map((unit) => unit.unitId));
    for (const [index, { unitId, parentId }] of units.entries()) {
      if (parentId === undefined || known.has(parentId)) continue;
      yield {
        message: `Unit ${unitId} lies in ${parentId}, which the shipment does not have`,
        path: ['units', index, 'parentId'],
        expected: 'the id of a unit of the shipment',
        found: parentId,
      };
    }
  },
};

const unitsMakeATree: Rule<Shipment> = {
  code: 'unit-tree-cyclic',
  severity: 'error',
  meaning: 'units make a tree: none lies in itself',
  *find({ units }) {
    const cyclic = unitsInACycle(units);
    for (const [index, unit] of units.entries()) {
      if (!cyclic.has(unit.unitId)) continue;
      yield {
        message: `Unit ${unit.unitId} lies in itself`,
        path: ['units', index, 'parentId'],
        expected: 'a unit that does not lie in this one',
        found: unit.parentId,
      };
    }
  },
};

/** Units that lie in themselves. Each unit is passed once, however deep the others lie in it. */
function unitsInACycle(units: readonly ShipmentUnit[]): ReadonlySet<string> {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const passed = new Set<string>();
  const cyclic = new Set<string>();
  for (const { unitId } of units) {
    const chain = new Set<string>();
    let unit: string | undefined = unitId;
    for (; unit !== undefined && !passed.has(unit); unit = parents.get(unit)) {
      passed.add(unit);
      chain.add(unit);
    }
    // The chain has come back to itself: what lies from there on is the cycle.
    let inside = false;
    for (const member of unit !== undefined && chain.has(unit) ? chain : []) {
      inside ||= member === unit;
      if (inside) cyclic.add(member);
    }
  }
  return cyclic;
}

const ssccsAreUnique: Rule<Shipment> = {
  code: 'sscc-repeated',
  severity: 'error',
  meaning: 'no two units have one SSCC; a carton with items of several orders is one unit',
  find: ({ units }) =>
    repeated(
      units,
      ({ sscc }) => sscc,
      ({ unitId, sscc }, index, first) => ({
        message: `Units ${first.unitId} and ${unitId} have the same SSCC ${sscc}`,
        path: ['units', index, 'sscc'],
        expected: 'an SSCC of its own',
        found: sscc,
      }),
    ),
};

const packedUnitsExist: Rule<Shipment> = {
  code: 'packed-unit-missing',
  severity: 'error',
  meaning: 'an item is packed in a unit of the shipment',
  *find({ units, items }) {
    const known = new Set(units.map((unit) => unit.unitId));
    for (const [index, { lineId, unitId }] of items.entries()) {
      if (unitId === undefined || known.has(unitId)) continue;
      yield {
        message: `Line ${lineId} is packed in ${unitId}, which the shipment does not have`,
        path: ['items', index, 'unitId'],
        expected: 'the id of a unit of the shipment',
        found: unitId,
      };
    }
  },
};

const packedQuantitiesArePositive: Rule<Shipment> = {
  code: 'quantity-not-positive',
  severity: 'error',
  meaning: 'a quantity is greater than zero',
  *find({ items }) {
    for (const [index, { lineId, quantity }] of items.entries()) {
      if (isPositive(quantity)) continue;
      yield notPositive(`Packed line ${lineId}`, ['items', index, 'quantity', 'value'], quantity);
    }
  },
};

const datesAreInOrder: Rule<Shipment> = {
  code: 'dates-out-of-order',
  severity: 'error',
  meaning: 'an earlier date does not lie after a later one',
  *find({ shippedOn, deliveryExpectedOn, items }) {
    if (deliveryExpectedOn !== undefined && shippedOn > deliveryExpectedOn) {
      yield {
        message: `Delivery is expected on ${deliveryExpectedOn}, before shipping on ${shippedOn}`,
        path: ['deliveryExpectedOn'],
        expected: `${shippedOn} or later`,
        found: deliveryExpectedOn,
      };
    }
    for (const [index, item] of items.entries()) {
      yield* datesOutOfOrder(item, [['manufacturedOn', 'expiresOn']], ['items', index]);
    }
  },
};

const palletsHoldCartons: Rule<Shipment> = {
  code: 'unit-nesting-inverted',
  severity: 'warning',
  meaning: 'a pallet does not lie in a carton',
  *find({ units }) {
    const types = new Map(units.map((unit) => [unit.unitId, unit.type]));
    for (const [index, { unitId, type, parentId }] of units.entries()) {
      if (type !== 'pallet' || parentId === undefined || types.get(parentId) !== 'carton') continue;
      yield {
        message: `Pallet ${unitId} lies in carton ${parentId}`,
        path: ['units', index, 'parentId'],
        expected: 'no unit, or a pallet',
        found: parentId,
      };
    }
  },
};

const serialsAreUnique: Rule<Shipment> = {
  code: 'serial-repeated',
  severity: 'warning',
  meaning: 'a serial number stands once among the rows of one line of an order',
  *find({ items }) {
    const rows = items.flatMap(({ serials = [], orderNumber, lineId }, item) =>
      serials.map((serial, place) => ({ serial, orderNumber, lineId, item, place })),
    );
    yield* repeated(
      rows,
      ({ serial, orderNumber, lineId }) => JSON.stringify([orderNumber, lineId, serial]),
      ({ serial, lineId, item, place }) => ({
        message: `Serial number ${serial} of line ${lineId} stands more than once`,
        path: ['items', item, 'serials', place],
        found: serial,
      }),
    );
  },
};

export const shipmentRules: readonly Rule<Shipment>[] = [
  unitIdsAreUnique,
  parentsExist,
  unitsMakeATree,
  palletsHoldCartons,
  ssccsAreUnique,
  packedUnitsExist,
  packedQuantitiesArePositive,
  serialsAreUnique,
  datesAreInOrder,
];
