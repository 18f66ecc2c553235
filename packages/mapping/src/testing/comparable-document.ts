import { own } from '../run/own.ts';

/**
 * A canonical document without what no map can keep: the order of the identifiers of a thing. Of a shipment: the names of units inside the document, the order of
 * items, the offset of its instant, units that hold nothing; what lies where is told by what is said of the units around it.
 */
export function comparableDocument(drawn: unknown): unknown {
  const document = withOrderedIds(drawn);
  if (own(document, 'kind') !== 'shipment') return document;
  const { units, items, createdAt, ...rest } = document as Record<string, unknown>;
  const byId = new Map(listOf(units).map((unit) => [own(unit, 'unitId'), unit]));
  const chainOf = (unitId: unknown, depth: number): string[] => {
    const unit = byId.get(unitId);
    if (unit === undefined || depth > byId.size) return [];
    const { unitId: _, parentId, ...said } = unit as Record<string, unknown>;
    return [...chainOf(parentId, depth + 1), textOf(said)];
  };
  const rows = listOf(items).map((item) => {
    const { unitId, ...said } = item as Record<string, unknown>;
    return JSON.stringify([chainOf(unitId, 0), textOf(said)]);
  });
  return { ...rest, ...(createdAt === undefined ? {} : { createdAt: instantOf(createdAt) }), rows: rows.sort() };
}

/** The numbers of one thing in an order of their own: which stands first says nothing, and a partner may want its own first. */
function withOrderedIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOrderedIds);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const isIds = (key === 'ids' || key === 'substituteIds') && Array.isArray(inner);
    return [
      key,
      isIds ? [...inner].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1)) : withOrderedIds(inner),
    ];
  });
  return Object.fromEntries(entries);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function instantOf(value: unknown): unknown {
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? value : new Date(at).toISOString();
}
