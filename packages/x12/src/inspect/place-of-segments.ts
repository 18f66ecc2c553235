import type { MatchedLoop } from '../structure/matched.ts';
import type { HierarchicalLevel } from '../validate/check-levels.ts';

/** Where a segment stands in the tree that is printed. */
export interface SegmentPlace {
  /** Steps to the right of the set. */
  readonly depth: number;
  /** The line above it, where it starts a loop or level. */
  readonly heading: string | undefined;
}

/** HL03 in words, for the levels that goods are packed in; others show their code alone. */
const LEVELS: Readonly<Record<string, string>> = {
  S: 'shipment',
  O: 'order',
  T: 'tare',
  P: 'pack',
  Q: 'subpack',
  I: 'item',
};

/** The place of every segment that has one in the structure, by its number in the set. */
export function placeOfSegments(
  root: MatchedLoop,
  levels: readonly HierarchicalLevel[],
): ReadonlyMap<number, SegmentPlace> {
  const places = new Map<number, SegmentPlace>();
  const byLoop = new Map(levels.map((level) => [level.loop, level]));
  const walk = (loop: MatchedLoop, depth: number): void => {
    loop.members.forEach((member, index) => {
      if (member.kind === 'segment') {
        const starts = index === 0 && loop.use !== undefined;
        places.set(member.segment.position, { depth, heading: starts ? headingOf(loop, byLoop.get(loop)) : undefined });
        return;
      }
      const level = byLoop.get(member);
      walk(member, level === undefined ? depth + 1 : level.depth);
    });
  };
  walk(root, 0);
  return places;
}

function headingOf(loop: MatchedLoop, level: HierarchicalLevel | undefined): string {
  const { use, number } = loop;
  if (level === undefined) return `${use?.loop} loop${use !== undefined && use.repeat > 1 ? ` ${number + 1}` : ''}`;
  const text = (element: number): string => level.header.segment.elements[element - 1]?.repeats[0]?.[0] ?? '';
  const { code } = level;
  const kind = LEVELS[code];
  const parent = text(2) === '' ? '' : `, in level ${text(2)}`;
  return `Level ${text(1)}: ${kind === undefined ? code : `${kind} (${code})`}${parent}`;
}
