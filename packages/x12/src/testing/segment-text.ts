import type { ElementUse, SegmentDefinition } from '../definition/definition.ts';
import type { Delimiters } from '../envelope/interchange.ts';
import type { Properties } from './made-segment.ts';

/** The elements of a segment of a typed document as text, each with its first repeat. */
export function segmentText({ elements }: SegmentDefinition, made: Properties, { component }: Delimiters): string[] {
  return trimmed(elements.map((use) => textOf(use, made[use.name], component)));
}

function textOf({ components }: ElementUse, value: unknown, separator: string): string {
  const [first] = [value].flat();
  if (typeof first === 'string') return first;
  if (first === undefined || components === undefined) return '';
  return trimmed(components.map((part) => textOf(part, (first as Properties)[part.name], separator))).join(separator);
}

function trimmed(texts: string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}
