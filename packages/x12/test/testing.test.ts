import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as definitions004010 from '../src/004010.ts';
import * as definitions005010 from '../src/005010.ts';
import type { Definition, StructureNode } from '../src/definition/definition.ts';
import { encode } from '../src/encode.ts';
import { read } from '../src/read.ts';
import { arbitraryDocument, arbitraryInterchange } from '../src/testing.ts';

const definitions: readonly Definition[] = [...Object.values(definitions004010), ...Object.values(definitions005010)];
const { purchaseOrder850, shipNotice856 } = definitions004010;

describe('law: what the kit makes is read back without an issue, and the same', () => {
  it.each(definitions.map((definition) => [`${definition.id} at ${definition.release}`, definition] as const))(
    '%s',
    (_, definition) => {
      fc.assert(
        fc.property(arbitraryInterchange(definition), ({ bytes, documents }) => {
          const file = read(bytes, { sets: [definition] });
          expect(file.issues).toEqual([]);
          expect(file.sets.map(({ status }) => status)).toEqual(documents.map(() => 'accepted'));
          expect(file.sets.map(({ document }) => document)).toEqual(documents);
        }),
        { numRuns: 8 },
      );
    },
  );
});

describe('documents of the kit', () => {
  it('reach nearly every place of a set, however deep', () => {
    const documents = fc.sample(arbitraryDocument(purchaseOrder850, { places: 200 }), { numRuns: 300, seed: 3 });
    const reached = new Set(documents.flatMap((document) => placesIn(document, purchaseOrder850.structure, '')));
    expect(reached.size / allPlaces(purchaseOrder850.structure, '').length).toBeGreaterThan(0.9);
  });

  it('have levels in many orders and depths', () => {
    const documents = fc.sample(arbitraryDocument(shipNotice856), { numRuns: 200, seed: 3 });
    const orders = new Set(
      documents.map((document) => {
        const result = encode(shipNotice856, document);
        const levels = (result.ok ? result.value : []).filter(({ id }) => id === 'HL');
        return levels.map(({ elements }) => elements[2]?.repeats[0]?.[0]).join('');
      }),
    );
    expect(orders.size).toBeGreaterThan(50);
  });

  it('without optional places hold what is mandatory', () => {
    const [document] = fc.sample(arbitraryDocument(purchaseOrder850, { places: 0 }), 1);
    expect(Object.keys(document ?? {})).toEqual(['BEG', 'PO1Loop']);
  });

  it('shrink to the smallest one that fails', () => {
    const result = fc.check(
      fc.property(arbitraryDocument(purchaseOrder850), (document) => document.REF === undefined),
      { seed: 5, numRuns: 1000 },
    );
    const [smallest] = result.counterexample ?? [];
    expect(result.failed).toBe(true);
    expect(Object.keys(smallest ?? {}).length).toBeLessThan(12);
  });

  it('hold signs that are separators elsewhere', () => {
    const samples = fc.sample(arbitraryInterchange(purchaseOrder850), { numRuns: 40, seed: 3 });
    const texts = samples.map(
      ({ bytes, delimiters }) => [new TextDecoder().decode(bytes), delimiters.element] as const,
    );
    expect(texts.some(([text, element]) => element !== '*' && text.slice(110).includes('*'))).toBe(true);
  });

  it('are refused for a definition that can not be kept', () => {
    const BEG = purchaseOrder850.segments['BEG'];
    if (BEG === undefined) throw new Error('no BEG');
    const definition = {
      ...purchaseOrder850,
      structure: purchaseOrder850.structure,
      segments: { ...purchaseOrder850.segments, BEG: { ...BEG, notes: ['E0102'] } },
    } as Definition;
    expect(() => fc.sample(arbitraryDocument(definition), 1)).toThrow(RangeError);
  });
});

function allPlaces(structure: readonly StructureNode[], path: string): string[] {
  return structure.flatMap((node) => [
    `${path}/${node.key}`,
    ...(node.kind === 'loop' ? allPlaces(node.children, `${path}/${node.key}`) : []),
  ]);
}

function placesIn(document: object, structure: readonly StructureNode[], path: string): string[] {
  return structure.flatMap((node) => {
    const value = (document as Record<string, unknown>)[node.key];
    if (value === undefined) return [];
    const items = (Array.isArray(value) ? value : [value]) as object[];
    const place = `${path}/${node.key}`;
    return [place, ...(node.kind === 'loop' ? items.flatMap((item) => placesIn(item, node.children, place)) : [])];
  });
}
