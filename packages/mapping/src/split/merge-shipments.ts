import type { PackedItem, Shipment, ShipmentUnit } from '@dist/canonical';
import type { SplitRest } from './document-part.ts';
import { inOrder } from './in-order.ts';

/**
 * Several shipments as one: the parts of a split, with its `rest` as they stood before, or notices that a partner sent one by one. Without
 * `rest` the first one gives what is said of the whole, unit ids hold inside each notice only, and units are one where
 * their SSCC is. Throws a RangeError when there is nothing to merge.
 */
export function mergeShipments(shipments: readonly Shipment[], rest?: SplitRest<Shipment>): Shipment {
  const head = rest?.document ?? shipments[0];
  if (head === undefined) throw new RangeError('there is no shipment to merge');
  const merged: Merged = { units: new Map(), bySscc: new Map(), items: [] };
  for (const [at, shipment] of shipments.entries()) {
    // Inside one split, ids name the same unit everywhere.
    const renamed = rest === undefined ? renaming(shipment, at, merged) : undefined;
    add(merged, shipment, (id) => renamed?.get(id) ?? id);
  }
  if (rest === undefined) return { ...head, units: [...merged.units.values()], items: merged.items };
  const units = inOrder([...merged.units.values(), ...rest.document.units], ({ unitId }) => unitId, rest.units);
  return { ...head, units, items: itemsInOrder(shipments, rest.lines) };
}

interface Merged {
  readonly units: Map<string, ShipmentUnit>;
  /** Ids of the units that have one. */
  readonly bySscc: Map<string, string>;
  readonly items: PackedItem[];
}

/** The items of each part by turns, as the whole had them; those that it does not tell of stand behind. */
function itemsInOrder(shipments: readonly Shipment[], numbers: readonly string[]): PackedItem[] {
  const queues = new Map<string, PackedItem[]>();
  for (const { shipmentId, items } of shipments) {
    const queue = queues.get(shipmentId) ?? [];
    queues.set(shipmentId, queue);
    for (const item of items) queue.push(item);
  }
  const waiting = new Map([...queues].map(([number, items]) => [number, items.values()]));
  const ordered = numbers.flatMap((number) => {
    const next = waiting.get(number)?.next();
    return next === undefined || next.done === true ? [] : [next.value];
  });
  return [...ordered, ...[...waiting.values()].flatMap((items) => [...items])];
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
