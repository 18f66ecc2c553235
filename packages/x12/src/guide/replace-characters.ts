import type { Definition, ElementUse } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { CompiledGuide } from './compile-guide.ts';

/** Outgoing segments with the characters that a guide replaces replaced; what can not be replaced stays, to be refused. */
export function replaceCharacters(
  { characters }: CompiledGuide,
  definition: Definition,
  segments: readonly Segment[],
): Segment[] {
  if (characters === undefined) return [...segments];
  return segments.map(({ id, elements, offset, length, position }) => {
    const uses: readonly (ElementUse | undefined)[] = definition.segments[id]?.elements ?? [];
    const replaced = elements.map((element, index) => {
      if (uses[index]?.type === 'B') return element;
      return { repeats: element.repeats.map((components) => components.map((text) => characters.replaced(text))) };
    });
    return { id, elements: replaced, offset, length, position };
  });
}
