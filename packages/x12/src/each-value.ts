import type { Segment } from './envelope/interchange.ts';
import { runElements } from './lexical/run-elements.ts';
import { ScannedSegment } from './lexical/scanned-segment.ts';

/** Called with a value and where it stands: element, repeat and component, each from 1. */
export type ValueVisitor = (value: string, element: number, repeat: number, component: number) => void;

/**
 * Calls `visit` with every value of a segment in the order of the file, the empty ones too (`''`): each component of each
 * repeat of each element. Of a segment that was parsed it makes no objects, which reading through `elements` does: this is
 * the quick way to look at everything.
 */
export function eachValue(segment: Segment, visit: ValueVisitor): void {
  if (!(segment instanceof ScannedSegment)) eachOf(segment.elements, visit);
  else if (segment.isPlain) segment.eachText(visit);
  else eachOf(runElements(segment.run, segment.entry), visit);
}

function eachOf(elements: Segment['elements'], visit: ValueVisitor): void {
  for (let element = 0; element < elements.length; element++) {
    const repeats = elements[element]?.repeats ?? [];
    for (let repeat = 0; repeat < repeats.length; repeat++) {
      const components = repeats[repeat] ?? [];
      for (let component = 0; component < components.length; component++)
        visit(components[component] as string, element + 1, repeat + 1, component + 1);
    }
  }
}
