import { decode } from '../decode.ts';
import type { Definition } from '../definition/definition.ts';
import type { GroupHeader, TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { StreamInput } from '../lexical/byte-chunks.ts';
import { parseStream, type StreamedGroup, type StreamItem } from '../parse-stream.ts';
import type { Status } from '../received.ts';
import { resolveGroup } from '../resolve-group.ts';

/** A transaction set without what it holds. */
export interface ExaminedSet {
  readonly type: string;
  readonly controlNumber: string;
  readonly status: Status;
  /** ST and SE included. */
  readonly segments: number;
}

export interface ExaminedGroup {
  readonly header: GroupHeader;
  readonly sets: readonly ExaminedSet[];
}

export interface ExaminedInterchange {
  readonly controlNumber: string;
  readonly groups: readonly ExaminedGroup[];
}

/** What `read` says of a file, without the documents. */
export interface ExaminedFile {
  readonly interchanges: readonly ExaminedInterchange[];
  /** By offset. */
  readonly issues: readonly Issue[];
}

/**
 * Validates a file as `read` does, in a memory that grows with the number of its sets and issues but not with their
 * size: each set is looked into as it goes by, and the verdict of its group and interchange comes upon it at their ends.
 */
export async function examine(input: StreamInput, definitions: readonly Definition[]): Promise<ExaminedFile> {
  const interchanges: ExaminedInterchange[] = [];
  const issues: Issue[] = [];
  let groups: OpenGroup[] = [];
  let open = newGroup();
  for await (const item of parseStream(input)) {
    if (item.kind === 'issue') issues.push(item.issue);
    else if (item.kind === 'set') lookInto(item, open, definitions);
    else if (item.kind === 'group') {
      groups.push(closeGroup(open, item.group, definitions));
      open = newGroup();
    } else {
      const { header, issues: own } = item.interchange;
      const isRejected = own.some(isError);
      for (const issue of own) issues.push(issue);
      for (const group of groups) for (const issue of issuesOf(group, isRejected)) issues.push(issue);
      interchanges.push({
        controlNumber: header.controlNumber,
        groups: groups.map((group) => examinedGroup(group, isRejected)),
      });
      groups = [];
    }
  }
  return { interchanges, issues: issues.sort((one, other) => one.at.offset - other.at.offset) };
}

interface OpenSet {
  readonly type: string;
  readonly controlNumber: string;
  readonly segments: number;
  /** Those of the envelope. */
  readonly own: readonly Issue[];
  /** All, where the set can be looked into. */
  readonly found: readonly Issue[];
  readonly isKnown: boolean;
}

interface OpenGroup {
  readonly sets: OpenSet[];
  group: StreamedGroup | undefined;
  /** The first set that has a definition, or alone would have the group refused: it tells what the group was meant to be. */
  meant: TransactionSet | undefined;
  /** Why the group is refused for its release or type. */
  refusal: readonly Issue[];
}

const newGroup = (): OpenGroup => ({ sets: [], group: undefined, meant: undefined, refusal: [] });

const isError = ({ severity }: Issue): boolean => severity === 'error';

function lookInto({ set, group }: StreamItem & { kind: 'set' }, open: OpenGroup, all: readonly Definition[]): void {
  const resolved = resolveGroup({ ...group, sets: [set] }, all);
  const { definition, issues } = resolved.find(set);
  if (definition !== undefined || resolved.issues.length > 0) open.meant ??= set;
  const { type, controlNumber } = set;
  open.sets.push({
    type,
    controlNumber,
    segments: set.segments.length,
    own: set.issues,
    found: definition === undefined ? [...set.issues, ...issues] : decode(definition, set).issues,
    isKnown: definition !== undefined,
  });
}

function closeGroup(open: OpenGroup, group: StreamedGroup, all: readonly Definition[]): OpenGroup {
  const { meant } = open;
  const refusal = resolveGroup({ ...group, sets: meant === undefined ? [] : [meant] }, all).issues;
  return { sets: open.sets, group, meant: undefined, refusal };
}

/** What an interchange holds that is rejected is not looked into; neither are the sets of a group that is refused. */
function issuesOf({ group, sets, refusal }: OpenGroup, isRejected: boolean): readonly Issue[] {
  const own = group?.issues ?? [];
  if (isRejected) return [...own, ...sets.flatMap((set) => set.own)];
  return [...own, ...refusal, ...sets.flatMap((set) => (refusal.length > 0 ? set.own : set.found))];
}

function examinedGroup({ group, sets, refusal }: OpenGroup, isRejected: boolean): ExaminedGroup {
  if (group === undefined) throw new TypeError('a group has come to its end');
  const isOut = isRejected || refusal.length > 0 || group.issues.some(isError);
  return {
    header: group.header,
    sets: sets.map(({ type, controlNumber, segments, found, isKnown }) => ({
      type,
      controlNumber,
      status: isOut || !isKnown ? 'rejected' : statusOf(found),
      segments,
    })),
  };
}

function statusOf(issues: readonly Issue[]): Status {
  if (issues.some(isError)) return 'rejected';
  return issues.some(({ severity }) => severity === 'warning') ? 'accepted-with-errors' : 'accepted';
}
