import type { Definition } from '../definition/definition.ts';
import type { FunctionalGroup, Interchange, InterchangeFile, TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { ReceivedFile, ReceivedInterchange, ReceivedSet } from '../received.ts';
import { headingLines } from './heading-lines.ts';
import { inspectedSet } from './inspected-set.ts';
import { issueLine } from './issue-line.ts';

/** What can be inspected: a file, an interchange or a transaction set, from `parse` or from `read`. */
export type Inspectable =
  | InterchangeFile
  | ReceivedFile
  | Interchange
  | ReceivedInterchange
  | TransactionSet
  | ReceivedSet;

/** The lines of the tree, made as they are asked for: of a large file they are more than a text can hold. */
export function* inspectedLines(what: Inspectable, definitions: readonly Definition[]): Generator<string, void> {
  if ('interchanges' in what) {
    const interchanges: readonly AnyInterchange[] = what.interchanges;
    const inside = new Set(interchanges.flatMap(issuesWithin));
    for (const issue of what.issues) if (!inside.has(issue)) yield issueLine(issue);
    for (const interchange of interchanges) yield* interchangeLines(interchange, definitions);
  } else if ('groups' in what) yield* interchangeLines(what, definitions);
  else yield* linesOf(what, 'group' in what ? what.group.version : undefined, definitions);
}

type AnyInterchange = Interchange | ReceivedInterchange;
type AnyGroup = FunctionalGroup | ReceivedInterchange['groups'][number];
type AnySet = TransactionSet | ReceivedSet;

/** `read` lists every issue of the file, `parse` only those outside of interchanges. */
function issuesWithin({ issues, groups }: AnyInterchange): Issue[] {
  const within = (group: AnyGroup): Issue[] => [...group.issues, ...setsOf(group).flatMap((set) => set.issues)];
  return [...issues, ...groupsOf(groups).flatMap(within)];
}

const groupsOf = (groups: AnyInterchange['groups']): readonly AnyGroup[] => groups;
const setsOf = (group: AnyGroup): readonly AnySet[] => group.sets;

function* interchangeLines(interchange: AnyInterchange, definitions: readonly Definition[]): Generator<string, void> {
  yield headingLines.interchange(interchange);
  for (const issue of interchange.issues) yield `  ${issueLine(issue)}`;
  for (const segment of interchange.acknowledgments) yield headingLines.acknowledgment(segment);
  for (const group of groupsOf(interchange.groups)) yield* groupLines(group, definitions);
}

function* groupLines(group: AnyGroup, definitions: readonly Definition[]): Generator<string, void> {
  yield headingLines.group(group);
  for (const issue of group.issues) yield `    ${issueLine(issue)}`;
  for (const set of setsOf(group))
    for (const line of linesOf(set, group.header.version, definitions)) yield `    ${line}`;
}

function linesOf(set: AnySet, version: string | undefined, definitions: readonly Definition[]): string[] {
  const own = 'definition' in set ? set.definition : undefined;
  const fits = ({ id, release }: Definition) =>
    id === set.type && (version === undefined || version.startsWith(release));
  return inspectedSet(set, own ?? definitions.find(fits), 'status' in set ? set.issues : undefined);
}
