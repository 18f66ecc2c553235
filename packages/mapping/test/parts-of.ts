import type { PartnerMap } from '../src/index.ts';

/** Every rule of a map by id, with what stands in it apart from other rules; and every table as `table <name>`. */
export function partsOf(map: PartnerMap): Map<string, string> {
  const parts = new Map<string, string>();
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const own = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
    if (!('id' in node)) return own;
    parts.set(String(node.id), JSON.stringify(own));
    return { rule: node.id };
  };
  walk(map.rules);
  for (const [name, table] of Object.entries(map.tables ?? {})) parts.set(`table ${name}`, JSON.stringify(table));
  return parts;
}
