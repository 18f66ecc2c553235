import { decode } from './decode.ts';
import type { Definition } from './definition/definition.ts';
import { headerIssue } from './envelope/header-issue.ts';
import type { FunctionalGroup, Interchange, InterchangeParty, TransactionSet } from './envelope/interchange.ts';
import { withSegments } from './envelope/set-source.ts';
import type { Issue } from './issue.ts';
import { type Limits, withDefaults } from './limits.ts';
import { parse } from './parse.ts';
import type { ReceivedFile, ReceivedGroup, ReceivedInterchange, ReceivedSet, Status } from './received.ts';
import { type GroupDefinitions, resolveGroup } from './resolve-group.ts';

export interface ReadOptions<D extends readonly Definition[]> {
  /** The transaction sets that can be read. */
  readonly sets: D;
  /** Who reads: an interchange for another party, or for another usage (test, production), is rejected unread. */
  readonly receiver?:
    | { readonly ids?: readonly InterchangeParty[] | undefined; readonly usage?: 'T' | 'P' | undefined }
    | undefined;
  readonly limits?: Limits | undefined;
}

/**
 * Reads a file: parses it, validates every transaction set against its definition and makes its typed document. Bad data
 * never throws: each set, group and interchange carries its status and its issues, from which `acknowledge` makes TA1 and
 * 997. A set is found by ST01 and the release in the first six characters of GS08.
 * @throws TypeError when the input is neither text nor bytes, RangeError when a limit is not over 0.
 */
export function read<const D extends readonly Definition[]>(
  input: string | Uint8Array,
  options: ReadOptions<D>,
): ReceivedFile<D> {
  const file = parse(input, { limits: options.limits });
  const context: Context = {
    source: file.source,
    definitions: options.sets,
    receiver: options.receiver ?? {},
    issues: withDefaults(options.limits).issues,
  };
  const interchanges = file.interchanges.map((interchange) => receiveInterchange(interchange, context));
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const issues = [...file.issues, ...interchanges.flatMap(allIssues)];
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
  readonly receiver: NonNullable<ReadOptions<readonly Definition[]>['receiver']>;
  readonly issues: number;
}

function receiveInterchange(interchange: Interchange, context: Context): ReceivedInterchange {
  const issues = [...interchange.issues, ...receiverIssues(interchange, context)];
  const status = statusOf(issues);
  const groups = interchange.groups.map((group) => receiveGroup(group, { ...interchange, issues }, status, context));
  return { ...interchange, issues, status, groups };
}

function receiverIssues(interchange: Interchange, { receiver }: Context): Issue[] {
  const issues: Issue[] = [];
  const { ids, usage } = receiver;
  const found = interchange.header.receiver;
  if (
    ids !== undefined &&
    !ids.some(({ qualifier, id }) => qualifier.trim() === found.qualifier && id.trim() === found.id)
  )
    issues.push(
      headerIssue('interchange-receiver', interchange, {
        element: 8,
        message: 'the interchange is meant for another receiver',
        expected: ids.map(({ qualifier, id }) => `${qualifier} ${id}`).join(', '),
        found: `${found.qualifier} ${found.id}`,
      }),
    );
  const sent = interchange.header.usage;
  if (usage !== undefined && sent !== usage && /^[TPI]$/.test(sent))
    issues.push(
      headerIssue('interchange-usage', interchange, {
        element: 15,
        message: 'test and production data do not mix',
        expected: usage,
        found: sent,
      }),
    );
  return issues;
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
      : resolveGroup(group, context.definitions);
  const issues = [...group.issues, ...resolved.issues];
  const own = outer === 'rejected' ? outer : statusOf(issues);
  const sets = group.sets.map((set) => receiveSet(set, group, interchange, own, resolved, outer, context));
  return { ...group, issues, sets, status: groupStatus(own, sets) };
}

function receiveSet(
  set: TransactionSet,
  group: FunctionalGroup,
  interchange: Interchange,
  outer: Status,
  resolved: GroupDefinitions,
  interchangeStatus: Status,
  context: Context,
): ReceivedSet {
  const { definition, issues: found } = resolved.find(set);
  const { header } = interchange;
  const { type, controlNumber, address, offset, length } = set;
  const base = {
    type,
    controlNumber,
    address,
    offset,
    length,
    usage: header.usage,
    interchange: header,
    group: group.header,
  };
  if (definition === undefined)
    return withSegments(set, { ...base, issues: [...set.issues, ...found], status: 'rejected' as const });
  // What an interchange holds that is rejected is not looked into: it is not ours, or its borders are not certain.
  if (interchangeStatus === 'rejected')
    return withSegments(set, { ...base, issues: set.issues, definition, status: 'rejected' as const });
  const whole = found.length === 0 ? set : withSegments(set, { ...base, issues: [...set.issues, ...found] });
  const result = decode(definition, whole, { issues: context.issues });
  const { issues } = result;
  const status = outer === 'rejected' ? outer : statusOf(issues);
  if (result.ok && status !== 'rejected')
    return withSegments(set, { ...base, definition, status, document: result.value, issues });
  const document = result.ok ? result.value : result.partial;
  return withSegments(set, { ...base, definition, status: 'rejected' as const, document, issues });
}

function statusOf(issues: readonly Issue[]): Status {
  if (issues.some(({ severity }) => severity === 'error')) return 'rejected';
  return issues.some(({ severity }) => severity === 'warning') ? 'accepted-with-errors' : 'accepted';
}

function groupStatus(own: Status, sets: readonly ReceivedSet[]): ReceivedGroup['status'] {
  if (own === 'rejected') return own;
  const rejected = sets.filter(({ status }) => status === 'rejected').length;
  if (rejected > 0) return rejected === sets.length ? 'rejected' : 'partially-accepted';
  const sound = own === 'accepted' && sets.every(({ status }) => status === 'accepted');
  return sound ? 'accepted' : 'accepted-with-errors';
}

function allIssues({ issues, groups }: ReceivedInterchange): Issue[] {
  return [...issues, ...groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((set) => set.issues)])];
}
