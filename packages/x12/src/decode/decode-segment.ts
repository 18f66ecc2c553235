import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { Element, Segment } from '../envelope/interchange.ts';

/** A part of a typed document. Its keys come from definitions, never from data. */
export interface Properties {
  [key: string]: Value;
}

type Value = string | Properties | Value[];

/** The elements of a segment by name; a composite is an object of its components, a repeating element an array. */
export function decodeSegment(definition: SegmentDefinition, segment: Segment): Properties {
  const properties: Properties = {};
  const { elements } = definition;
  const count = Math.min(elements.length, segment.elements.length);
  for (let index = 0; index < count; index++) {
    const use = elements[index] as ElementUse;
    const value = decodeElement(use, segment.elements[index] as Element);
    if (value !== undefined) properties[use.name] = value;
  }
  return properties;
}

function decodeElement(use: ElementUse, { repeats }: Element): Value | undefined {
  if (use.repeat === 1) return decodeRepeat(use, repeats[0] ?? []);
  const values = repeats.map((components) => decodeRepeat(use, components));
  const present = values.filter((value) => value !== undefined);
  return present.length > 0 ? present : undefined;
}

function decodeRepeat(use: ElementUse, components: readonly string[]): Value | undefined {
  if (use.components === undefined) return components[0] || undefined;
  const composite: Properties = {};
  use.components.forEach((component, index) => {
    const value = components[index];
    if (value) composite[component.name] = value;
  });
  return Object.keys(composite).length > 0 ? composite : undefined;
}
