import type { StructureNode } from '../definition/definition.ts';
import type { MatchedLoop } from '../structure/matched.ts';
import type { Original } from './original.ts';

/** The segment that stands at a place, or starts the loop there. */
export const startOf = (node: StructureNode): string => (node.kind === 'segment' ? node.segment : node.loop);

/** Every segment of a structure. */
export function idsIn(nodes: readonly StructureNode[]): string[] {
  return nodes.flatMap((node) => (node.kind === 'segment' ? [node.segment] : idsIn(node.children)));
}

/** The places of a level and the index of one of them. */
export function levelAt(
  { definition }: Original,
  level: MatchedLoop,
  node: StructureNode,
): { readonly nodes: readonly StructureNode[]; readonly index: number } {
  const nodes = level.use?.children ?? definition.structure;
  return { nodes, index: nodes.indexOf(node) };
}

/** Whether a segment could stand behind a place as well: at a later place of its level, or of a level around it. */
export function fitsLater(original: Original, level: MatchedLoop, node: StructureNode, id: string): boolean {
  const { nodes, index } = levelAt(original, level, node);
  if (nodes.slice(index + 1).some((later) => startOf(later) === id)) return true;
  const { parent, use } = level;
  if (parent === undefined || use === undefined) return false;
  return use.loop === id || fitsLater(original, parent, use, id);
}
