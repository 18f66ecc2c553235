import type { SegmentUse, StructureNode } from '../definition/definition.ts';
import { numberedKeys } from '../definition/numbered-keys.ts';
import type { DictionaryLoop, DictionaryNode } from './dictionary-json.ts';

/** The structure of a set of a dictionary that has no faults; `unsure` where none of it may reject data. */
export function toStructure(nodes: readonly DictionaryNode[], unsure: boolean): StructureNode[] {
  const unique = numberedKeys();
  return nodes.map((node): StructureNode => {
    const { requirement } = node;
    const sure = !(unsure || node.unsure === true);
    if ('loop' in node) return { ...toLoop(node, unsure), key: unique(`${node.loop}Loop`), requirement, sure };
    const { segment, maximumUse } = node;
    return { kind: 'segment', segment, key: unique(segment), requirement, maximumUse: toCount(maximumUse), sure };
  });
}

function toLoop({ loop, repeat, tree = false, children = [] }: DictionaryLoop, unsure: boolean) {
  // Within a repetition the first segment is always there: it is what makes the repetition.
  const first: SegmentUse = { kind: 'segment', segment: loop, key: loop, requirement: 'M', maximumUse: 1, sure: true };
  return {
    kind: 'loop' as const,
    loop,
    repeat: toCount(repeat),
    hierarchical: tree,
    children: [first, ...toStructure(children, unsure)],
  };
}

const toCount = (most: number | '>1'): number => (most === '>1' ? Number.POSITIVE_INFINITY : most);
