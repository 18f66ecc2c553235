import { decode } from '../decode.ts';
import type { Definition } from '../definition/definition.ts';
import type { Segment, TransactionSet } from '../envelope/interchange.ts';
import { withSegments } from '../envelope/set-source.ts';
import { groupStatus } from '../group-status.ts';
import type { Issue } from '../issue.ts';
import type { StreamedGroup } from '../parse-stream.ts';
import { type GroupDefinitions, resolveGroup } from '../resolve-group.ts';
import { statusOf } from '../status-of.ts';
import type { ExaminedGroup, ExaminedSet, PassingSet } from './examined.ts';

interface OpenSet {
  readonly type: string;
  readonly controlNumber: string;
  readonly count: number;
  /** Issues of the envelope. */
  readonly own: readonly Issue[];
  /** All issues, where the set can be looked into. */
  readonly found: readonly Issue[];
  readonly definition: Definition | undefined;
  readonly segments: readonly Segment[];
}

type PassedSet = Pick<PassingSet, 'set' | 'group' | 'interchange'>;

/** Looks into the sets of one group as they go by. */
export class ExaminedGroupReader {
  private readonly sets: OpenSet[] = [];
  private group: StreamedGroup | undefined = undefined;
  /** The first set of each type that is known: they tell what the group was meant to be. */
  private readonly meant = new Map<string, TransactionSet>();
  private resolved: readonly Issue[] = [];

  private readonly definitions: readonly Definition[];
  private readonly nearest: boolean;
  /** Issues that may be kept of a set, and that may still be kept of the file. */
  private readonly budget: { readonly most: number; issues: number };

  constructor(definitions: readonly Definition[], nearest: boolean, budget: { readonly most: number; issues: number }) {
    this.definitions = definitions;
    this.nearest = nearest;
    this.budget = budget;
  }

  /** Looks into a set, unless what is around it is refused. */
  add(passed: PassedSet, isRefused: boolean): PassingSet {
    const { set, group, interchange } = passed;
    const { definition, issues } = this.look(passed);
    const { type, controlNumber, segments, address, offset, length } = set;
    const own = [...set.issues, ...issues];
    const whole =
      issues.length === 0 ? set : withSegments(set, { type, controlNumber, address, offset, length, issues: own });
    const limit = Math.max(1, Math.min(this.budget.most, this.budget.issues));
    const decoded = definition && !isRefused ? decode(definition, whole, { issues: limit }) : undefined;
    const found = decoded?.issues ?? (isRefused ? set.issues : own);
    this.budget.issues -= found.length;
    const told = toldSegments(segments, found);
    this.sets.push({ type, controlNumber, definition, found, count: segments.length, own: set.issues, segments: told });
    const passing = { kind: 'set', type, set, issues: found, group, interchange } as const;
    if (definition === undefined) return { ...passing, status: 'rejected' };
    const status = isRefused || statusOf(group.issues) === 'rejected' ? 'rejected' : statusOf(found);
    if (status === 'rejected' || !decoded?.ok) return { ...passing, definition, status: 'rejected' };
    return { ...passing, definition, status, document: decoded.value };
  }

  private look({ set, group, interchange }: PassedSet): ReturnType<GroupDefinitions['find']> {
    const { definitions, nearest, meant } = this;
    if (!meant.has(set.type) && definitions.some(({ id }) => id === set.type)) meant.set(set.type, set);
    return resolveGroup({ ...group, sets: [set] }, definitions, { nearest, interchange }).find(set);
  }

  /** Ends the group, which then has the issues of its release and type too. */
  close(group: StreamedGroup): StreamedGroup {
    const { definitions, nearest, meant } = this;
    this.group = group;
    this.resolved = resolveGroup({ ...group, sets: [...meant.values()] }, definitions, { nearest }).issues;
    meant.clear();
    return { ...group, issues: [...group.issues, ...this.resolved] };
  }

  /** What an interchange holds that is rejected is not looked into; neither are the sets of a group that is refused. */
  examined(isOut: boolean): ExaminedGroup {
    const { group, resolved, sets } = this;
    if (group === undefined) throw new TypeError('a group has come to its end');
    const issues = isOut ? group.issues : [...group.issues, ...resolved];
    const own = isOut ? 'rejected' : statusOf(issues);
    const isRefused = isOut || statusOf(resolved) === 'rejected';
    const judged = sets.map((set) => judge(set, isRefused, own === 'rejected'));
    return { ...group, issues, status: groupStatus(own, judged), sets: judged };
  }
}

function judge({ own, found, ...set }: OpenSet, isUnread: boolean, isOut: boolean): ExaminedSet {
  const issues = isUnread ? own : found;
  return { ...set, issues, status: isOut || set.definition === undefined ? 'rejected' : statusOf(issues) };
}

/** As plain data: a segment that was read holds on to the bytes around it. */
function toldSegments(segments: readonly Segment[], issues: readonly Issue[]): readonly Segment[] {
  const told = new Set(issues.map(({ at }) => at.segment));
  // ST03 names a guide.
  if ((segments[0]?.elements.length ?? 0) > 2) told.add(1);
  if (told.size === 0) return NONE;
  return segments.flatMap((segment) => {
    if (!told.has(segment.position)) return [];
    const { id, elements, offset, length, position } = segment;
    return [{ id, elements, offset, length, position }];
  });
}

const NONE: readonly Segment[] = [];
