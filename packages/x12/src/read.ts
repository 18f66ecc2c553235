import { decode } from './decode.ts';
import type { Definition } from './definition/definition.ts';
import type { FunctionalGroup, Interchange, InterchangeParty, TransactionSet } from './envelope/interchange.ts';
import { withSegments } from './envelope/set-source.ts';
import { groupStatus } from './group-status.ts';
import type { Issue } from './issue.ts';
import { type Limits, withDefaults } from './limits.ts';
import { makeIssue } from './make-issue.ts';
import { parse } from './parse.ts';
import type { ReceivedFile, ReceivedGroup, ReceivedInterchange, ReceivedSet, Status } from './received.ts';
import { type Receiver, receiverIssues } from './receiver-issues.ts';
import { repeatIssues } from './repeat-issues.ts';
import { type GroupDefinitions, resolveGroup } from './resolve-group.ts';
import { statusOf } from './status-of.ts';

export interface ReadOptions<D extends readonly Definition[]> {
  /** The transaction sets that can be read. */
  readonly sets: D;
  /** Who reads: an interchange for another party, or for another usage (test, production), is rejected unread. */
  readonly receiver?: Receiver | undefined;
  /**
   * What the caller has kept of an interchange with these numbers: none (`new`), the same bytes (`same`: a retransmission,
   * whose sets are not read again), or other bytes (`other`: it is rejected at ISA13, TA1 025). Asked once for each
   * interchange, in file order, also for one with faults. Without it only numbers that repeat in the file are found.
   */
  readonly seen?: ((interchange: SeenInterchange) => 'new' | 'same' | 'other') | undefined;
  /**
   * Reads a set that has no definition at the release of GS08 with that of the nearest release, earlier or later, all code
   * lists open; the issue `group-release-nearest` (information) says so. By default such a release is refused at GS08.
   */
  readonly nearestRelease?: boolean | undefined;
  readonly limits?: Limits | undefined;
}

/** What tells an interchange from others: `sender`, `receiver`, ISA13 and ISA15, and its bytes from ISA to IEA. */
export interface SeenInterchange {
  readonly sender: InterchangeParty;
  readonly receiver: InterchangeParty;
  /** ISA13. */
  readonly controlNumber: string;
  /** ISA15: T, P or I. */
  readonly usage: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file: parses it, validates every transaction set against its definition and makes its typed document. Bad data
 * never throws: each set, group and interchange carries its status and its issues, from which `acknowledge` makes TA1 and
 * 997. A set is found by ST01 and the release in the first six characters of GS08. What `seen` knows is not read twice.
 * @throws TypeError when the input is neither text nor bytes, RangeError when a limit is not over 0.
 */
export function read<const D extends readonly Definition[]>(
  input: string | Uint8Array,
  options: ReadOptions<D>,
): ReceivedFile<D> {
  const limits = withDefaults(options.limits);
  const file = parse(input, { limits });
  const context: Context = {
    source: file.source,
    definitions: options.sets,
    receiver: options.receiver ?? {},
    seen: options.seen ?? (() => 'new'),
    nearest: options.nearestRelease ?? false,
    issues: limits.issues,
    budget: { issues: limits.fileIssues, end: undefined },
  };
  const interchanges = file.interchanges.map((interchange) => receiveInterchange(interchange, context));
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const issues = [...file.issues, ...interchanges.flatMap(allIssues), ...leftOut(context.budget, limits.fileIssues)];
  const received: ReceivedFile = {
    source: file.source,
    interchanges,
    sets,
    issues: issues.sort((left, right) => left.at.offset - right.at.offset),
  };
  // Every set was made with the definition that was found for it, or with none: what the type says of D holds.
  return received as ReceivedFile<D>;
}

interface Context {
  readonly source: Uint8Array;
  readonly definitions: readonly Definition[];
  readonly receiver: Receiver;
  readonly seen: NonNullable<ReadOptions<readonly Definition[]>['seen']>;
  readonly nearest: boolean;
  readonly issues: number;
  readonly budget: Budget;
}

/** Issues that may still be kept of the sets of the file, and the set before which there were none left. */
interface Budget {
  issues: number;
  end: TransactionSet | undefined;
}

function leftOut({ end }: Budget, most: number): Issue[] {
  if (end === undefined) return [];
  const { offset, address } = end;
  const message = `the file has more than ${most} issues; of each transaction set from here on one is kept`;
  return [makeIssue('file-too-many-issues', { message, at: { offset, length: 0, segment: 1 }, address })];
}

function receiveInterchange(interchange: Interchange, context: Context): ReceivedInterchange {
  const known = seenBefore(interchange, context);
  const issues = [...repeatIssues(interchange, known), ...receiverIssues(interchange, context.receiver)];
  const status = known === 'same' ? 'rejected' : statusOf(issues);
  const groups = interchange.groups.map((group) => receiveGroup(group, { ...interchange, issues }, status, context));
  const received: ReceivedInterchange = { ...interchange, issues, status, groups };
  return known === 'same' ? { ...received, retransmission: true } : received;
}

function seenBefore({ header, offset, length }: Interchange, { seen, source }: Context): 'new' | 'same' | 'other' {
  const { sender, receiver, controlNumber, usage } = header;
  return seen({ sender, receiver, controlNumber, usage, bytes: source.subarray(offset, offset + length) });
}

function receiveGroup(
  group: FunctionalGroup,
  interchange: Interchange,
  outer: Status,
  context: Context,
): ReceivedGroup {
  const resolved: GroupDefinitions =
    outer === 'rejected'
      ? {
          issues: [],
          find: (set) => ({ definition: context.definitions.find(({ id }) => id === set.type), issues: [] }),
        }
      : resolveGroup(group, context.definitions, { nearest: context.nearest, interchange });
  const issues = [...group.issues, ...resolved.issues];
  const own = outer === 'rejected' ? outer : statusOf(issues);
  // A group that was not kept whole is not looked into.
  const isKept = !group.issues.some(({ code }) => code === 'group-too-many-sets');
  const around = isKept ? outer : 'rejected';
  const sets = group.sets.map((set) => receiveSet(set, group, interchange, own, resolved, around, context));
  return { ...group, issues, sets, status: groupStatus(own, sets) };
}

function receiveSet(
  set: TransactionSet,
  group: FunctionalGroup,
  interchange: Interchange,
  outer: Status,
  resolved: GroupDefinitions,
  around: Status,
  context: Context,
): ReceivedSet {
  const { definition, issues: found } = resolved.find(set);
  const base = baseOf(set, group, interchange);
  if (definition === undefined)
    return withSegments(set, { ...base, issues: [...set.issues, ...found], status: 'rejected' as const });
  // What an interchange holds that is rejected is not looked into: it is not ours, or its borders are not certain.
  if (around === 'rejected')
    return withSegments(set, { ...base, issues: set.issues, definition, status: 'rejected' as const });
  const whole = found.length === 0 ? set : withSegments(set, { ...base, issues: [...set.issues, ...found] });
  const { budget } = context;
  const isSpent = budget.issues <= 0;
  const result = decode(definition, whole, { issues: isSpent ? 1 : Math.min(context.issues, budget.issues) });
  const { issues } = result;
  budget.issues -= issues.length;
  if (isSpent && issues.length > 0) budget.end ??= set;
  const status = outer === 'rejected' ? outer : statusOf(issues);
  if (result.ok && status !== 'rejected')
    return withSegments(set, acceptedSet(base, definition, status, result.value, issues));
  const document = isSpent ? undefined : result.ok ? result.value : result.partial;
  return withSegments(set, { ...base, definition, status: 'rejected' as const, document, issues });
}

function baseOf(
  { type, controlNumber, address, offset, length }: TransactionSet,
  group: FunctionalGroup,
  of: Interchange,
) {
  const { header } = of;
  const { usage } = header;
  return { type, controlNumber, address, offset, length, usage, interchange: header, group: group.header };
}

/** Named one by one: to copy an object and add to it takes longer than to decode a set. */
function acceptedSet<Status>(
  { type, controlNumber, address, offset, length, usage, interchange, group }: ReturnType<typeof baseOf>,
  definition: Definition,
  status: Status,
  document: unknown,
  issues: readonly Issue[],
) {
  return {
    type,
    controlNumber,
    address,
    offset,
    length,
    usage,
    interchange,
    group,
    definition,
    status,
    document,
    issues,
  };
}

function allIssues({ issues, groups }: ReceivedInterchange): Issue[] {
  return [...issues, ...groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((set) => set.issues)])];
}
