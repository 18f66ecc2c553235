import { type PlainCheck, plainCheck } from '../validate/plain-check.ts';
import type { Definition, SegmentDefinition } from './definition.ts';

/** What is prepared once for a segment of a definition. */
export interface CompiledSegment {
  readonly definition: SegmentDefinition;
  /** Absent where every segment has to be checked as a whole. */
  readonly check: PlainCheck | undefined;
}

const compiled = new WeakMap<Definition['segments'], Map<string, CompiledSegment | undefined>>();

/** The segments of a definition, each prepared when it is first met. */
export function compiledSegments({ segments }: Definition): (id: string) => CompiledSegment | undefined {
  let known = compiled.get(segments);
  if (known === undefined) {
    known = new Map();
    compiled.set(segments, known);
  }
  const prepared = known;
  return (id) => {
    const found = prepared.get(id);
    if (found !== undefined) return found;
    const definition = segments[id];
    if (definition === undefined) return undefined;
    const made = { definition, check: plainCheck(definition) };
    prepared.set(id, made);
    return made;
  };
}
