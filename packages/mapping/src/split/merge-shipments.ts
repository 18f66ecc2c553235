import type { PackedItem, Shipment, ShipmentUnit } from '@dist/canonical';

/**
 * Several shipments as one: the parts of a split, with its `rest`, or notices that a partner sent one by one. Without
 * `rest` the first one gives what is said of the whole, unit ids hold inside each notice only, and units are one where
 * their SSCC is. Throws a RangeError when there is nothing to merge.
 */
export function mergeShipments(shipments: readonly Shipment[], rest?: Shipment): Shipment {
  const head = rest ?? shipments[0];
  if (head === undefined) throw new RangeError('there is no shipment to merge');
  const merged: Merged = { units: new Map(), bySscc: new Map(), items: [] };
  for (const [at, shipment] of shipments.entries()) {
    // Inside one split, ids name the same unit everywhere.
    const renamed = rest === undefined ? renaming(shipment, at, merged) : undefined;
    add(merged, shipment, (id) => renamed?.get(id) ?? id);
  }
  return { ...head, units: [...merged.units.values(), ...(rest?.units ?? [])], items: merged.items };
}

interface Merged {
  readonly units: Map<string, ShipmentUnit>;
  /** Ids of the units that have one. */
  readonly bySscc: Map<string, string>;
  readonly items: PackedItem[];
}

/** New ids for the units of one notice. */
function renaming({ units }: Shipment, at: number, { bySscc, units: known }: Merged): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const { unitId, sscc } of units) {
    const same = sscc === undefined ? undefined : bySscc.get(sscc);
    const free = known.has(unitId) ? `${at + 1}/${unitId}` : unitId;
    renamed.set(unitId, same ?? free);
  }
  return renamed;
}

function add({ units, bySscc, items }: Merged, shipment: Shipment, idOf: (id: string) => string): void {
  for (const unit of shipment.units) {
    const unitId = idOf(unit.unitId);
    if (unit.sscc !== undefined) bySscc.set(unit.sscc, unitId);
    const { parentId } = unit;
    const moved = parentId === undefined ? { ...unit, unitId } : { ...unit, unitId, parentId: idOf(parentId) };
    if (!units.has(unitId)) units.set(unitId, moved);
  }
  for (const item of shipment.items) {
    items.push(item.unitId === undefined ? item : { ...item, unitId: idOf(item.unitId) });
  }
}
