import type { Definition } from '../definition/definition.ts';
import type { MatchedLoop } from '../structure/matched.ts';
import type { HierarchicalLevel } from '../validate/check-levels.ts';
import { decodeSegment, type Properties, put } from './decode-segment.ts';

/**
 * The typed document of a loop tree: a property per segment (an array where its place repeats) and per loop, and the
 * levels of a hierarchical loop as a tree, each with its `children`.
 */
export function decodeTree<Document>(
  definition: Definition<string, Document>,
  root: MatchedLoop,
  levels: readonly HierarchicalLevel[],
): Document {
  const byLoop = new Map(levels.map((level) => [level.loop, level]));
  const made = new Map<MatchedLoop, Properties>();
  const parentOf = (loop: MatchedLoop) => made.get(byLoop.get(loop)?.parent?.loop as MatchedLoop);
  return decodeLoop(definition, root, made, parentOf) as Document;
}

function decodeLoop(
  definition: Definition,
  loop: MatchedLoop,
  made: Map<MatchedLoop, Properties>,
  parentOf: (loop: MatchedLoop) => Properties | undefined,
): Properties {
  const document: Properties = {};
  for (const member of loop.members) {
    if (member.kind === 'segment') {
      const { use, segment } = member;
      const known = definition.segments[use.segment];
      if (known !== undefined) put(document, use.key, use.maximumUse > 1, decodeSegment(known, segment));
      continue;
    }
    const inner = decodeLoop(definition, member, made, parentOf);
    const { use } = member;
    if (use === undefined) continue;
    if (use.hierarchical) made.set(member, inner);
    const parent = use.hierarchical ? parentOf(member) : undefined;
    if (parent === undefined) put(document, use.key, use.repeat > 1, inner);
    else put(parent, 'children', true, inner);
  }
  return document;
}
