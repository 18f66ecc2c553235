import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { DictionaryElement, DictionaryJson, DictionarySegment } from './dictionary-json.ts';

/** What the number of an element stands for. */
export type KnownElement =
  | { readonly kind: 'element'; readonly element: DictionaryElement }
  | { readonly kind: 'composite'; readonly composite: DictionarySegment }
  /** From the release that is extended. */
  | { readonly kind: 'use'; readonly use: ElementUse };

/** Finds the elements of a dictionary by their number: its own first, then those of the release that it extends. */
export function knownElements(
  { elements = {}, composites = {} }: DictionaryJson,
  base: Readonly<Record<string, SegmentDefinition>>,
): (element: string) => KnownElement | undefined {
  const uses = new Map<string, ElementUse>();
  for (const segment of Object.values(base))
    for (const use of segment.elements.flatMap((one) => [one, ...(one.components ?? [])]))
      if (use.element !== '-' && !uses.has(use.element)) uses.set(use.element, use);
  return (element) => {
    if (Object.hasOwn(elements, element)) return { kind: 'element', element: elements[element] as DictionaryElement };
    if (Object.hasOwn(composites, element))
      return { kind: 'composite', composite: composites[element] as DictionarySegment };
    const use = uses.get(element);
    return use === undefined ? undefined : { kind: 'use', use };
  };
}
