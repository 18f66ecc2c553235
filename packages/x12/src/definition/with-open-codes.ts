import type { Definition, ElementUse, SegmentDefinition } from './definition.ts';

/** By the definition that is closed, so that what is prepared for the open one is prepared once. */
const opened = new WeakMap<Definition, Definition>();

/** The same definition with every code list open: another release may have codes that this one lacks. */
export function withOpenCodes(definition: Definition): Definition {
  const known = opened.get(definition);
  if (known !== undefined) return known;
  const { id, release, functionalIdentifier, name, structure, segments, guide } = definition;
  const open: Definition = {
    id,
    release,
    functionalIdentifier,
    name,
    // A list of its own: what is prepared for a structure holds the segments with their codes.
    structure: [...structure],
    segments: openSegments(segments),
    ...(guide === undefined ? {} : { guide }),
  };
  opened.set(definition, open);
  return open;
}

function openSegments(segments: Definition['segments']): Definition['segments'] {
  // Without a prototype: any id may be asked for.
  const open: Record<string, SegmentDefinition> = Object.create(null);
  for (const [id, segment] of Object.entries(segments))
    open[id] = {
      id: segment.id,
      name: segment.name,
      notes: segment.notes,
      elements: segment.elements.map(openElement),
    };
  return open;
}

function openElement({ codes: _, components, ...use }: ElementUse): ElementUse {
  return components === undefined ? use : { ...use, components: components.map(openElement) };
}
