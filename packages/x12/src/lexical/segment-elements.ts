import type { Element } from '../envelope/interchange.ts';
import type { SegmentCuts } from './segment-cuts.ts';
import { COMPONENT, ELEMENT, REPETITION } from './separators.ts';

const NO_ELEMENT: Element = { repeats: [['']] };

/** The elements between the cuts of a segment, from the cut with the number `first` on. */
export function segmentElements(
  { offsets, kinds }: SegmentCuts,
  first: number,
  end: number,
  text: (from: number, to: number) => string,
): Element[] {
  const elements: Element[] = [];
  for (let index = first; index < offsets.length; index++) {
    // Almost all elements are one component: they take the short way.
    const from = (offsets[index] as number) + 1;
    const nextKind = kinds[index + 1];
    if (nextKind === undefined || nextKind === ELEMENT) {
      const to = offsets[index + 1] ?? end;
      elements.push(from === to ? NO_ELEMENT : { repeats: [[text(from, to)]] });
      continue;
    }
    const repeats: string[][] = [[]];
    let begin = from;
    for (index++; ; index++) {
      const kind = kinds[index];
      const to = offsets[index] ?? end;
      (repeats[repeats.length - 1] as string[]).push(text(begin, to));
      if (kind === REPETITION) repeats.push([]);
      begin = to + 1;
      if (kind !== COMPONENT && kind !== REPETITION) break;
    }
    index--;
    elements.push({ repeats });
  }
  return elements;
}
