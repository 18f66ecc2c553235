import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { Element, Segment } from '../envelope/interchange.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import type { SegmentRun } from '../lexical/segment-run.ts';
import { HEAD } from '../lexical/token-list.ts';

/** A part of a typed document. Its keys come from definitions, never from data. */
export interface Properties {
  [key: string]: Value;
}

type Value = string | Properties | Value[];

/** The elements of a segment by name; a composite is an object of its components, a repeating element an array. */
export function decodeSegment(definition: SegmentDefinition, segment: Segment): Properties {
  const { elements } = definition;
  if (segment instanceof ScannedSegment) {
    const run = segment.plainRun;
    if (run !== undefined) return decodePlain(elements, run, segment.entry);
  }
  const properties: Properties = {};
  const count = Math.min(elements.length, segment.elements.length);
  for (let index = 0; index < count; index++) {
    const use = elements[index] as ElementUse;
    const value = decodeElement(use, segment.elements[index] as Element);
    if (value !== undefined) properties[use.name] = value;
  }
  return properties;
}

/** The same for a segment of plain values, straight from the bytes. */
function decodePlain(elements: readonly ElementUse[], run: SegmentRun, entry: number): Properties {
  const properties: Properties = {};
  const { entries } = run;
  const first = entry + HEAD;
  const count = Math.min(elements.length, entries[first - 1] as number);
  let from = ((entries[first] as number) >>> 2) + 1;
  for (let index = 0; index < count; index++) {
    const to = (entries[first + index + 1] as number) >>> 2;
    if (to > from) {
      const use = elements[index] as ElementUse;
      properties[use.name] =
        use.repeat === 1 && use.components === undefined ? run.text(from, to) : wrapped(use, run.text(from, to));
    }
    from = to + 1;
  }
  return properties;
}

/** A plain value as the definition shapes it: the first component of a composite, the one repeat of a repeating element. */
export function wrapped({ repeat, components }: ElementUse, text: string): Value {
  const [first] = components ?? [];
  const value = first === undefined ? text : { [first.name]: text };
  return repeat === 1 ? value : [value];
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

/** Puts a segment or loop under its key; a list where its place repeats. */
export function put(document: Properties, key: string, repeats: boolean, value: Properties): void {
  if (!repeats) {
    document[key] = value;
    return;
  }
  const list = document[key];
  if (Array.isArray(list)) list.push(value);
  else document[key] = [value];
}
