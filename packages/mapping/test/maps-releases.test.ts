import { describe, expect, it } from 'vitest';
import { type ShippedMap, shipped, shippedMaps } from './shipped-maps.ts';

/** Every rule of a map by id, with what stands in it apart from other rules; and every row of its tables. */
function partsOf({ map }: ShippedMap): Map<string, string> {
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

/** What the map of 005010 says otherwise: `rule: what stood for what`. */
function differences(set: string): string[] {
  const [before, after] = [partsOf(shipped(`x12/004010/${set}`)), partsOf(shipped(`x12/005010/${set}`))];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    if (one === other) return [];
    if (one === undefined || other === undefined) return [`${id}: only in ${one === undefined ? '005010' : '004010'}`];
    return [`${id}: ${changedWords(one, other)}`];
  });
}

/** `MSG01 -> MTX02`: the quoted words that are not in both. */
function changedWords(one: string, other: string): string {
  const words = (text: string): string[] => text.match(/"[^"]*"/g) ?? [];
  const [before, after] = [words(one), words(other)];
  const only = (list: string[], rest: string[]) =>
    list
      .filter((word) => !rest.includes(word))
      .join(' ')
      .replaceAll('"', '');
  return `${only(before, after)} -> ${only(after, before)}`;
}

describe('the maps of two releases', () => {
  it('are of the same transaction sets', () => {
    const sets = (release: string) => shippedMaps.filter((map) => map.release === release).map(({ set }) => set);
    expect(sets('005010')).toEqual(sets('004010'));
  });

  // Where the standard differs: free text is MTX (element 1551) in 005010 and MSG (933) in 004010, and the place of a fault
  // is a composite.
  const header = ['note: MSG01 -> MTX02', 'notes: N9[01=L1]/MSG -> N9[01=L1]/MTX'];
  const lines = ['line-note: MSG01 -> MTX02', 'line-notes: MSG -> MTX'];
  const expected: Readonly<Record<string, readonly string[]>> = {
    '810': [],
    '820': [],
    '824': ['error-element-position: TED05 -> TED05-1'],
    '846': [],
    '850': [...lines, ...header],
    '855': ['line-note: MSG01 -> MTX02', 'line-notes: N9[01=L1]/MSG -> N9[01=L1]/MTX', ...header],
    '856': [],
    '860': [...lines, ...header],
    '864': [],
    '865': [...lines, ...header],
    '940': [],
    '945': [],
  };

  it.each(Object.entries(expected))('%s differ by exactly this', (set, differing) => {
    expect(differences(set)).toEqual(differing);
  });

  it('every set is in the table', () => {
    const sets = shippedMaps.filter(({ release }) => release === '005010').map(({ set }) => set);
    expect(sets).toEqual(Object.keys(expected));
  });
});
