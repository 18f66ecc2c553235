import type { Segment } from '../envelope/interchange.ts';
import type { Address, Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';
import { type MatchedLoop, type MatchedSegment, pathOf } from '../structure/matched.ts';
import { elementSpan } from './element-span.ts';

/** A hierarchical level in its tree. */
export interface HierarchicalLevel {
  readonly loop: MatchedLoop;
  /** HL03, for instance `S`, `O`, `P`, `I`. */
  readonly code: string;
  readonly parent: HierarchicalLevel | undefined;
  readonly depth: number;
  readonly header: MatchedSegment;
}

export interface LevelContext {
  readonly address: Address;
  readonly report: (issue: Issue) => void;
}

/** The levels of a set; `sound` where nothing was wrong with their tree. */
export interface CheckedLevels {
  readonly levels: readonly HierarchicalLevel[];
  readonly sound: boolean;
}

/** Deeper than any packing; a deeper tree would only be a burden for whoever walks it. */
const DEEPEST = 64;

/**
 * Builds the tree of the levels of one place from HL01 and HL02: a level may follow its parent anywhere, in any order of
 * kinds, and the numbers may have gaps. A level whose parent is not known is a root of its own, so the tree always ends.
 */
export function checkLevels(
  loops: readonly MatchedLoop[],
  context: LevelContext & { readonly isLost: (id: string) => boolean },
): CheckedLevels {
  const levels: HierarchicalLevel[] = [];
  const byId = new Map<string, HierarchicalLevel>();
  const parents = new Set<HierarchicalLevel>();
  // Levels that name the same absent parent are one fault.
  const absent = new Set<string>();
  let isDeep = false;
  let sound = true;
  const report = (fault: Fault, header: MatchedSegment) => {
    sound = false;
    // What lies below a level that is too deep is too deep as well.
    if (fault.deep && isDeep) return;
    isDeep ||= fault.deep === true;
    if (fault.absent !== undefined && (absent.has(fault.absent) || context.isLost(fault.absent))) return;
    if (fault.absent !== undefined) absent.add(fault.absent);
    context.report(levelIssue(fault, header, context));
  };
  for (const loop of loops) {
    const header = headerOf(loop);
    if (header === undefined) continue;
    const id = text(header.segment, 1);
    const fault = parentFault(header.segment, byId) ?? duplicateFault(id, byId);
    const parent = fault?.code === 'level-parent' ? undefined : byId.get(text(header.segment, 2));
    const level: HierarchicalLevel = {
      loop,
      code: text(header.segment, 3),
      parent,
      depth: (parent?.depth ?? 0) + 1,
      header,
    };
    if (fault !== undefined) report(fault, header);
    levels.push(level);
    if (id !== '') byId.set(id, level);
    if (parent !== undefined) parents.add(parent);
  }
  // A broken tree has already been said; what HL04 tells of it would only be its echo.
  if (sound) for (const level of levels) checkChildren(level, parents.has(level), report);
  return { levels, sound };
}

const headerOf = (loop: MatchedLoop): MatchedSegment | undefined => {
  const first = loop.members[0];
  return first?.kind === 'segment' && first.use.segment === loop.use?.loop ? first : undefined;
};

const text = (segment: Segment, element: number): string => segment.elements[element - 1]?.repeats[0]?.[0] ?? '';

interface Fault {
  readonly code: 'level-duplicate' | 'level-parent' | 'level-children';
  readonly element: number;
  readonly message: string;
  readonly expected: string;
  /** The number of a parent that is not there. */
  readonly absent?: string | undefined;
  readonly deep?: boolean | undefined;
}

function parentFault(segment: Segment, byId: ReadonlyMap<string, HierarchicalLevel>): Fault | undefined {
  const id = text(segment, 1);
  const parentId = text(segment, 2);
  if (parentId === '') return undefined;
  const expected = 'the number of an earlier level';
  const fault = (message: string): Fault => ({ code: 'level-parent', element: 2, message, expected });
  if (parentId === id) return fault(`level ${id} names itself as its parent`);
  const parent = byId.get(parentId);
  if (parent === undefined)
    return { ...fault(`the parent ${parentId} of level ${id} does not come before it`), absent: parentId };
  if (parent.depth < DEEPEST) return undefined;
  return {
    ...fault(`level ${id} lies deeper than ${DEEPEST} levels`),
    expected: `a tree of at most ${DEEPEST} levels`,
    deep: true,
  };
}

function duplicateFault(id: string, byId: ReadonlyMap<string, HierarchicalLevel>): Fault | undefined {
  if (id === '' || !byId.has(id)) return undefined;
  const expected = 'a number that is unique in its set';
  return { code: 'level-duplicate', element: 1, message: `level ${id} came before`, expected };
}

function checkChildren(
  level: HierarchicalLevel,
  has: boolean,
  report: (fault: Fault, header: MatchedSegment) => void,
): void {
  const said = text(level.header.segment, 4);
  const id = text(level.header.segment, 1);
  if (said === '1' && !has)
    report(
      {
        code: 'level-children',
        element: 4,
        message: `level ${id} says that it has children and has none`,
        expected: '0',
      },
      level.header,
    );
  if (said === '0' && has)
    report(
      {
        code: 'level-children',
        element: 4,
        message: `level ${id} says that it has no children and has some`,
        expected: '1',
      },
      level.header,
    );
}

function levelIssue({ code, element, message, expected }: Fault, header: MatchedSegment, context: LevelContext): Issue {
  const { segment } = header;
  const span = elementSpan(segment, { element });
  return makeIssue(code, {
    message,
    at: { ...span, segment: segment.position, element },
    address: context.address,
    path: [...pathOf(header), `${segment.id}${String(element).padStart(2, '0')}`],
    expected,
    found: text(segment, element),
  });
}
