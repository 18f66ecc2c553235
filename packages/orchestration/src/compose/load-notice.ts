import type { PackedItem, Shipment, ShipmentUnit } from '@dist/canonical';
import type { Fact } from '../kernel/fact.ts';
import { defined } from './merge.ts';

/** The one notice of a load: all that has joined, order by order, under the number of the load. Unit ids are made its own. */
export function loadNotice(joined: readonly Fact<'load.joined'>[], load: string): Shipment {
  const [first] = joined;
  if (first === undefined) throw new TypeError('nothing has joined the load');
  const sorted = [...joined].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const named = sorted.map(({ shipment }, index) => renamed(shipment, `${index + 1}`));
  const { createdAt: _createdAt, ...rest } = sorted[0]?.shipment ?? first.shipment;
  return defined<Shipment>({
    ...rest,
    shipmentId: load,
    createdAt:
      sorted
        .map(({ shipment }) => shipment.createdAt)
        .sort()
        .at(-1) ?? first.shipment.createdAt,
    packageCount: undefined,
    grossWeight: undefined,
    volume: undefined,
    units: named.flatMap(({ units }) => units),
    items: named.flatMap(({ items }) => items),
  });
}

function keyOf({ order, shipment }: Fact<'load.joined'>): string {
  return JSON.stringify([order, shipment.shipmentId]);
}

function renamed({ units, items }: Shipment, prefix: string): { units: ShipmentUnit[]; items: PackedItem[] } {
  const own = (id: string) => `${prefix}.${id}`;
  return {
    units: units.map((unit) =>
      defined<ShipmentUnit>({
        ...unit,
        unitId: own(unit.unitId),
        parentId: unit.parentId === undefined ? undefined : own(unit.parentId),
      }),
    ),
    items: items.map((item) =>
      defined<PackedItem>({ ...item, unitId: item.unitId === undefined ? undefined : own(item.unitId) }),
    ),
  };
}
