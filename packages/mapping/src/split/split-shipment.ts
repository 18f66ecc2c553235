import { type PackedItem, type Quantity, Shipment, type ShipmentUnit } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { documentFaults } from './document-faults.ts';
import type { PartKey, Per, SplitDocument, SplitRest } from './document-part.ts';
import { partNumbers } from './part-number.ts';

export interface SplitShipmentSettings {
  readonly per: Per;
  /** Rule of the parts' numbers; `{number}-{index}` when absent. */
  readonly number?: string | undefined;
}

/**
 * One shipment as several, by what the items have in common (R14): its order, order and store, pallet or carton. An item
 * takes the units around it along, so that a pallet of two orders stands in the notices of both, with its SSCC. What is
 * said of the whole (package count, gross weight, volume) no part can say: it stands in `rest`, and the gross weight is
 * added up again where the outermost units are weighed. Issues of code `split-unit-malformed`, `split-number-malformed`,
 * `split-number-repeated` and what `validate` says of a document that is no shipment; warning `split-unit-missing` for items in no
 * pallet or carton, which are a part of their own.
 */
export function splitShipment(
  shipment: Shipment,
  { per, number = '{number}-{index}' }: SplitShipmentSettings,
): Result<SplitDocument<Shipment>> {
  const faults = documentFaults(Shipment, shipment);
  if (faults.length > 0) return { ok: false, issues: faults };
  const around = unitsAround(shipment);
  if ('code' in around) return { ok: false, issues: [around] };
  if (per === 'shipment' || per === 'truck') {
    const rest = restOf(shipment, [], () => shipment.shipmentId);
    return { ok: true, value: { parts: [{ key: {}, document: shipment }], rest }, issues: [] };
  }
  const groups = grouped(shipment.items, per, around);
  const numbers = partNumbers(
    number,
    shipment.shipmentId,
    [...groups.values()].map(({ key }) => key),
  );
  if (!Array.isArray(numbers)) return { ok: false, issues: [numbers] };
  const parts = [...groups.values()].map(({ key, items }, at) => {
    const units = unitsOf(items, around);
    const document = { ...shipment, shipmentId: numbers[at] ?? '', units, items };
    return { key, document: groups.size === 1 ? document : withoutWhole(document) };
  });
  const issues = per === 'pallet' || per === 'carton' ? parts.flatMap(({ key }) => unitMissing(per, key)) : [];
  const numberOf = new Map(parts.flatMap(({ document }) => document.items.map((item) => [item, document.shipmentId])));
  const rest = restOf(shipment, unusedUnits(shipment), (item) => numberOf.get(item) ?? '');
  return { ok: true, value: { parts, rest }, issues };
}

function restOf(
  shipment: Shipment,
  units: ShipmentUnit[],
  numberOf: (item: PackedItem) => string,
): SplitRest<Shipment> {
  return {
    document: { ...shipment, items: [], units },
    lines: shipment.items.map(numberOf),
    units: shipment.units.map(({ unitId }) => unitId),
  };
}

/** Units lie three deep at most: box, carton, pallet. What goes deeper is hostile, or lies in itself. */
const deepest = 16;

/** By unit id: the unit and those around it, innermost first. */
type Around = ReadonlyMap<string, readonly ShipmentUnit[]>;

function unitsAround({ units }: Shipment): Around | MappingIssue {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  if (byId.size < units.length) {
    const second = units.find((unit) => byId.get(unit.unitId) !== unit)?.unitId;
    const message = `Unit id ${second} stands more than once: nothing says which unit holds an item`;
    return { code: 'split-unit-malformed', severity: 'error', message, path: ['units'], found: second };
  }
  const around = new Map<string, readonly ShipmentUnit[]>();
  for (const unit of units) {
    const chain: ShipmentUnit[] = [];
    for (let at: ShipmentUnit | undefined = unit; at !== undefined; at = byId.get(at.parentId ?? '')) {
      if (chain.length >= deepest) {
        const message = `Unit ${unit.unitId} lies in more than ${deepest} others, or in itself`;
        return { code: 'split-unit-malformed', severity: 'error', message, path: ['units'], found: unit.unitId };
      }
      chain.push(at);
    }
    around.set(unit.unitId, chain);
  }
  return around;
}

function unusedUnits({ units, items }: Shipment): ShipmentUnit[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const used = new Set<string>();
  for (const { unitId } of items) {
    let at = byId.get(unitId ?? '');
    while (at !== undefined && !used.has(at.unitId)) {
      used.add(at.unitId);
      at = byId.get(at.parentId ?? '');
    }
  }
  return units.filter(({ unitId }) => !used.has(unitId));
}

interface Group {
  readonly key: PartKey;
  readonly items: PackedItem[];
}

function grouped(items: readonly PackedItem[], per: Per, around: Around): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const key = keyOf(item, per, around.get(item.unitId ?? '') ?? []);
    const { orderNumber, orderRelease, location, unitId } = key;
    const name = JSON.stringify([orderNumber, orderRelease, location?.scheme, location?.value, unitId]);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, { key, items: [item] });
    else known.items.push(item);
  }
  return groups;
}

function keyOf({ orderNumber, orderRelease, location }: PackedItem, per: Per, units: readonly ShipmentUnit[]): PartKey {
  if (per === 'order') return { orderNumber, orderRelease };
  if (per === 'orderAndStore') return { orderNumber, orderRelease, location };
  // The innermost carton is the one that has the label; of pallets the outermost one is what is moved.
  const found = per === 'carton' ? units.find(isCarton) : units.findLast(isPallet);
  return { unitId: found?.unitId, sscc: found?.sscc };
}

function isCarton({ type }: ShipmentUnit): boolean {
  return type === 'carton';
}

function isPallet({ type }: ShipmentUnit): boolean {
  return type === 'pallet';
}

/** The units around some items. An outer unit that other parts have too comes with each of them. */
function unitsOf(items: readonly PackedItem[], around: Around): ShipmentUnit[] {
  return [...new Set(items.flatMap(({ unitId }) => around.get(unitId ?? '') ?? []))];
}

function withoutWhole({ packageCount: _, packaging: __, grossWeight, volume: ___, ...part }: Shipment): Shipment {
  const weight = grossWeight === undefined ? undefined : weightOf(part.units, grossWeight.unit);
  return weight === undefined ? part : { ...part, grossWeight: weight };
}

/** The weight of the outermost units, where each says it in one unit of measure. */
function weightOf(units: readonly ShipmentUnit[], unit: string): Quantity | undefined {
  const ids = new Set(units.map(({ unitId }) => unitId));
  const outermost = units.filter(({ parentId }) => parentId === undefined || !ids.has(parentId));
  const weights = outermost.flatMap(({ weight }) => (weight?.unit === unit ? [weight.value] : []));
  return weights.length === 0 || weights.length < outermost.length ? undefined : { value: sum(weights), unit };
}

function unitMissing(per: Per, { unitId }: PartKey): MappingIssue[] {
  if (unitId !== undefined) return [];
  const message = `Some items lie in no ${per}: they are a part of their own`;
  return [{ code: 'split-unit-missing', severity: 'warning', message, path: ['items'] }];
}
