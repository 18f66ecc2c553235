import type { StructureNode } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { MatchedLoop, MatchedSegment } from '../structure/matched.ts';
import type { GuidePath, GuideStep, Qualifier } from './guide-path.ts';

/** A loop or a segment that came. */
export type Instance = MatchedLoop | MatchedSegment;

/** Finds what the paths of a guide name in one set. What stands in a loop is sorted by place once, so that rules cost little. */
export class SetIndex {
  readonly root: MatchedLoop;
  readonly #byNode = new Map<MatchedLoop, Map<StructureNode, Instance[]>>();
  readonly #found = new Map<readonly GuideStep[], readonly Instance[]>();

  constructor(root: MatchedLoop) {
    this.root = root;
  }

  /** Everything that steps lead to from the set. */
  all(steps: readonly GuideStep[]): readonly Instance[] {
    const known = this.#found.get(steps);
    if (known !== undefined) return known;
    const found = this.from(this.root, steps);
    this.#found.set(steps, found);
    return found;
  }

  /** Everything that steps lead to from a place. */
  from(start: Instance, steps: readonly GuideStep[]): readonly Instance[] {
    let reached: readonly Instance[] = [start];
    for (const step of steps)
      reached = reached.flatMap((loop) => (loop.kind === 'loop' ? this.chosen(loop, step) : []));
    return reached;
  }

  /** What a path names from a place, elements left out. */
  at(path: GuidePath, scope: Instance): readonly Instance[] {
    return path.isAbsolute ? this.all(path.steps) : this.from(scope, path.steps);
  }

  /** Of what stands at the places of a step, what its qualifiers choose. */
  chosen(
    loop: MatchedLoop,
    { qualifiers, index, ...step }: Pick<GuideStep, 'nodes' | 'qualifiers' | 'index'>,
  ): Instance[] {
    const named = this.standing(loop, step.nodes);
    const fit = qualifiers.length === 0 ? named : named.filter((member) => hasAll(member, qualifiers));
    return index === undefined ? fit : fit.slice(index, index + 1);
  }

  /** What stands at places of a loop. */
  standing(loop: MatchedLoop, nodes: readonly StructureNode[]): Instance[] {
    const byNode = this.#sorted(loop);
    if (nodes.length === 1) return byNode.get(nodes[0] as StructureNode) ?? [];
    return nodes.flatMap((node) => byNode.get(node) ?? []);
  }

  #sorted(loop: MatchedLoop): Map<StructureNode, Instance[]> {
    let byNode = this.#byNode.get(loop);
    if (byNode !== undefined) return byNode;
    byNode = new Map();
    for (const member of loop.members) {
      const { use } = member;
      if (use === undefined) continue;
      const known = byNode.get(use);
      if (known === undefined) byNode.set(use, [member]);
      else known.push(member);
    }
    this.#byNode.set(loop, byNode);
    return byNode;
  }
}

/** The segment itself, or the one that starts the loop; undefined where that is missing. */
export function headOf(instance: Instance): MatchedSegment | undefined {
  if (instance.kind === 'segment') return instance;
  const [first] = instance.members;
  return first?.kind === 'segment' && first.use.segment === instance.use?.loop ? first : undefined;
}

/** The first repeat of an element or component; empty where there is none. */
export const textAt = (segment: Segment, element: number, component = 1): string =>
  segment.elements[element - 1]?.repeats[0]?.[component - 1] ?? '';

function hasAll(instance: Instance, qualifiers: readonly Qualifier[]): boolean {
  const segment = headOf(instance)?.segment;
  return (
    segment !== undefined && qualifiers.every(({ element, value }) => textAt(segment, element).trimEnd() === value)
  );
}
