import { type CompiledSegment, compiledSegments } from '../definition/compiled-definition.ts';
import type { Definition } from '../definition/definition.ts';
import type { Segment, TransactionSet } from '../envelope/interchange.ts';
import { sourceOf } from '../envelope/set-source.ts';
import type { Issue } from '../issue.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import { makeIssue } from '../make-issue.ts';
import { matchSegments } from '../structure/match-segments.ts';
import { type MatchedLoop, type MatchedSegment, pathOf } from '../structure/matched.ts';
import { checkLevelOrder } from './check-level-order.ts';
import { checkLevels, type HierarchicalLevel } from './check-levels.ts';
import { checkSegment } from './check-segment.ts';
import { envelopeFaults } from './envelope-faults.ts';
import { issueList } from './issue-list.ts';
import { isPlainlyRight } from './plain-check.ts';

/** A set against its definition: the loop tree, the levels where it has some, and every issue by place. */
export interface ValidatedSet {
  readonly root: MatchedLoop;
  readonly levels: readonly HierarchicalLevel[];
  /** Those of the envelope included. */
  readonly issues: readonly Issue[];
}

export interface ValidateOptions {
  /** Most issues to keep. */
  readonly issues: number;
}

/** Checks structure, elements and levels of one transaction set. */
export function validateSet(definition: Definition, set: TransactionSet, options: ValidateOptions): ValidatedSet {
  const { address } = set;
  const list = issueList(options.issues, address);
  const faults = envelopeFaults(set, definition);
  for (const issue of faults) list.add(issue);
  const { body, end, broken } = partsOf(set, faults);
  if (end === undefined && faults.length === 0) list.add(cutOffIssue(set));
  const report = (issue: Issue) => list.add(issue);
  const retract = (issue: Issue) => list.remove(issue);
  const { root, strays, lostLevels } = matchSegments({ definition, body, end, address, report, retract });
  const context = { address, report };
  checkElements(root, compiledSegments(definition), broken, context);
  // A level whose HL is mistyped or missing has been reported already; that others name it as parent is its echo.
  const lost = new Set(strays.map(({ elements }) => elements[0]?.repeats[0]?.[0] ?? ''));
  const { levels, sound } = checkLevels(root.members.filter(isHierarchical), {
    ...context,
    isLost: (id) => lostLevels || lost.has(id),
  });
  if (sound && definition.id === '856') checkLevelOrder(root, levels, context);
  const found = { root, levels, issues: list.sorted() };
  if (definition.guide === undefined) return found;
  return { root, levels, issues: definition.guide.check(set, found, options.issues) };
}

const isHierarchical = (member: MatchedLoop | MatchedSegment): member is MatchedLoop =>
  member.kind === 'loop' && member.use?.hierarchical === true;

/** The segments between ST and SE, as far as they can be trusted. */
function partsOf(
  set: TransactionSet,
  faults: readonly Issue[],
): {
  body: readonly Segment[];
  end: Segment | undefined;
  broken: ReadonlySet<number>;
} {
  const segments = sourceOf(set)?.fresh() ?? set.segments;
  // What follows a payload of the wrong length may be its bytes.
  const lost = faults.find(({ code }) => code === 'segment-binary-length')?.at.segment;
  const last = segments.at(-1);
  const closed = last?.id === 'SE';
  const until = lost === undefined ? segments.length - (closed ? 1 : 0) : lost;
  const broken = faults.filter(({ code }) => code.startsWith('segment-')).map(({ at }) => at.segment ?? 0);
  return {
    body: segments.slice(1, until),
    end: closed && lost === undefined ? last : undefined,
    broken: new Set(broken),
  };
}

function cutOffIssue(set: TransactionSet): Issue {
  return makeIssue('set-trailer-missing', {
    message: 'the transaction set has no SE',
    at: { offset: set.offset + set.length, length: 0, segment: set.segments.length + 1 },
    address: set.address,
    path: ['SE'],
    expected: 'SE',
  });
}

interface ElementContext {
  readonly address: TransactionSet['address'];
  readonly report: (issue: Issue) => void;
}

function checkElements(
  loop: MatchedLoop,
  compiledOf: (id: string) => CompiledSegment | undefined,
  broken: ReadonlySet<number>,
  context: ElementContext,
): void {
  const { members } = loop;
  for (let index = 0; index < members.length; index++) {
    const member = members[index] as MatchedLoop | MatchedSegment;
    if (member.kind === 'loop') {
      checkElements(member, compiledOf, broken, context);
      continue;
    }
    const { segment } = member;
    const compiled = compiledOf(segment.id);
    if (compiled === undefined) continue;
    const isRight =
      compiled.check !== undefined && segment instanceof ScannedSegment && isPlainlyRight(compiled.check, segment);
    if (!isRight && !broken.has(segment.position)) checkWhole(member, compiled, context);
  }
}

function checkWhole(
  member: MatchedSegment,
  { definition }: CompiledSegment,
  { address, report }: ElementContext,
): void {
  checkSegment(definition, member.segment, {
    address,
    report,
    // Only an issue asks for it.
    get path() {
      return pathOf(member);
    },
  });
}
