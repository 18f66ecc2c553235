import type { Shipment, ShipmentUnit } from '../document/shipment.ts';
import { isSscc } from '../gs1/sscc.ts';
import { isPositive, notPositive } from './line-rules.ts';
import { nodeRules } from './node-rules.ts';
import type { Rule } from './rule.ts';

const unitIdsAreUnique: Rule<Shipment> = {
  code: 'unit-id-repeated',
  severity: 'error',
  *find({ units }) {
    const seen = new Set<string>();
    for (const [index, { unitId }] of units.entries()) {
      if (seen.has(unitId)) {
        yield { message: `Unit id ${unitId} stands more than once`, path: ['units', index, 'unitId'], found: unitId };
      }
      seen.add(unitId);
    }
  },
};

const parentsExist: Rule<Shipment> = {
  code: 'unit-parent-missing',
  severity: 'error',
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

const ssccsAreValid: Rule<Shipment> = {
  code: 'sscc-invalid',
  severity: 'error',
  *find({ units }) {
    for (const [index, { sscc }] of units.entries()) {
      if (sscc === undefined || isSscc(sscc)) continue;
      yield {
        message: `The SSCC ${sscc} has a wrong length or check digit`,
        path: ['units', index, 'sscc'],
        expected: '18 digits with their check digit, without the application identifier 00',
        found: sscc,
      };
    }
  },
};

const ssccsAreUnique: Rule<Shipment> = {
  code: 'sscc-repeated',
  severity: 'error',
  *find({ units }) {
    const seen = new Map<string, string>();
    for (const [index, { unitId, sscc }] of units.entries()) {
      if (sscc === undefined) continue;
      const other = seen.get(sscc);
      if (other !== undefined) {
        yield {
          message: `Units ${other} and ${unitId} have the same SSCC ${sscc}`,
          path: ['units', index, 'sscc'],
          expected: 'an SSCC of its own',
          found: sscc,
        };
      }
      seen.set(sscc, unitId);
    }
  },
};

const packedUnitsExist: Rule<Shipment> = {
  code: 'packed-unit-missing',
  severity: 'error',
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
  *find({ items }) {
    for (const [index, { lineId, quantity }] of items.entries()) {
      if (isPositive(quantity)) continue;
      yield notPositive(`Packed line ${lineId}`, ['items', index, 'quantity', 'value'], quantity);
    }
  },
};

const deliveryFollowsShipping: Rule<Shipment> = {
  code: 'dates-out-of-order',
  severity: 'error',
  *find({ shippedOn, deliveryExpectedOn }) {
    if (deliveryExpectedOn === undefined || shippedOn <= deliveryExpectedOn) return;
    yield {
      message: `Delivery is expected on ${deliveryExpectedOn}, before shipping on ${shippedOn}`,
      path: ['deliveryExpectedOn'],
      expected: `${shippedOn} or later`,
      found: deliveryExpectedOn,
    };
  },
};

export const shipmentRules: readonly Rule<Shipment>[] = [
  unitIdsAreUnique,
  parentsExist,
  unitsMakeATree,
  ssccsAreValid,
  ssccsAreUnique,
  packedUnitsExist,
  packedQuantitiesArePositive,
  deliveryFollowsShipping,
  ...nodeRules,
];
