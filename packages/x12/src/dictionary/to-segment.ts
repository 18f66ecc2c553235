import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { DictionaryElementUse, DictionarySegment } from './dictionary-json.ts';
import { elementNamesOf } from './element-names-of.ts';
import type { KnownElement } from './known-elements.ts';

/** What segments are made with. */
export interface SegmentMaker {
  readonly find: (element: string) => KnownElement | undefined;
  /** Whether all of the dictionary is unsure. */
  readonly unsure: boolean;
}

/** A segment of a dictionary that has no faults. */
export function toSegment(id: string, segment: DictionarySegment, maker: SegmentMaker): SegmentDefinition {
  const designator = (place: number): string => id + String(place).padStart(2, '0');
  return { id, name: segment.name, notes: segment.notes ?? [], elements: toUses(segment, designator, maker) };
}

function toUses(segment: DictionarySegment, designator: (place: number) => string, maker: SegmentMaker): ElementUse[] {
  const names = elementNamesOf(segment.elements, maker.find);
  return segment.elements.map((use, index): ElementUse => {
    const own = designator(index + 1);
    const unsure = maker.unsure ? 'both' : use.unsure;
    return {
      designator: own,
      element: use.element,
      name: names[index] as string,
      requirement: use.requirement,
      repeat: use.repeat ?? 1,
      ...formOf(use, own, maker),
      ...(unsure === undefined ? {} : { unsure }),
    };
  });
}

type Form = Pick<ElementUse, 'type' | 'minimum' | 'maximum' | 'codes' | 'components' | 'notes'>;

function formOf(use: DictionaryElementUse, designator: string, maker: SegmentMaker): Form {
  const known = maker.find(use.element);
  const ofComponent = (place: number): string => `${designator}-${place}`;
  if (known?.kind === 'composite')
    return composite(toUses(known.composite, ofComponent, maker), known.composite.notes ?? []);
  if (known?.kind === 'use' && known.use.components !== undefined) {
    const renamed = known.use.components.map((one, index) => ({ ...one, designator: ofComponent(index + 1) }));
    return composite(renamed, known.use.notes ?? []);
  }
  const { type = 'AN', minimum = 1, maximum = 1, codes } = { ...described(known), ...given(use) };
  return { type, minimum, maximum, ...(codes === undefined ? {} : { codes: new Set(codes) }) };
}

function described(known: KnownElement | undefined): Partial<Omit<Form, 'codes'>> & { codes?: Iterable<string> } {
  const facts = known?.kind === 'element' ? known.element : known?.kind === 'use' ? known.use : undefined;
  if (facts === undefined) return {};
  const { type, minimum, maximum, codes } = facts;
  return { type, minimum, maximum, ...(codes === undefined ? {} : { codes }) };
}

function given({ type, minimum, maximum, codes }: DictionaryElementUse) {
  return {
    ...(type === undefined ? {} : { type }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(codes === undefined ? {} : { codes }),
  };
}

function composite(components: readonly ElementUse[], notes: readonly string[]): Form {
  const longest = components.reduce((sum, component) => sum + component.maximum, components.length - 1);
  return { type: 'AN', minimum: 1, maximum: longest, components, notes };
}
