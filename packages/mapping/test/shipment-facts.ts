interface Unit {
  unitId: string;
  sscc?: string;
  parentId?: string;
}

interface Item {
  unitId?: string;
}

/**
 * A shipment without what its tree of levels does not hold: the names of units inside the document, the order of items,
 * the offset of its instant, and units that hold nothing. What lies where is told by the number on the unit.
 */
export function factsOf(shipment: unknown): unknown {
  const { units, items, createdAt, ...rest } = shipment as { units: Unit[]; items: Item[]; createdAt: string };
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const chain = (unitId: string | undefined): string[] => {
    const unit = unitId === undefined ? undefined : byId.get(unitId);
    if (unit === undefined) return [];
    const { unitId: _name, parentId, ...said } = unit;
    return [...chain(parentId), JSON.stringify(sorted(said))];
  };
  const rows = items.map(({ unitId, ...item }) => JSON.stringify([chain(unitId), sorted(item)]));
  return { ...rest, createdAt: new Date(createdAt).toISOString(), rows: rows.sort() };
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
