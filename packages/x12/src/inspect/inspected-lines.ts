import type { Definition } from '../definition/definition.ts';
import type { FunctionalGroup, Interchange, InterchangeFile, TransactionSet } from '../envelope/interchange.ts';
import { visible } from '../format/visible.ts';
import type { Issue } from '../issue.ts';
import { withDefaults } from '../limits.ts';
import type { ReceivedFile, ReceivedInterchange, ReceivedSet } from '../received.ts';
import { validateSet } from '../validate/validate-set.ts';
import { issueLine } from './issue-line.ts';
import { setLines } from './set-lines.ts';

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
  else yield* inspectedSet(what, 'group' in what ? what.group.version : undefined, definitions);
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
  const { header, issues, acknowledgments } = interchange;
  const { sender, receiver, date, time, version, usage } = header;
  const parties = `${sender.qualifier} ${sender.id} → ${receiver.qualifier} ${receiver.id}`;
  yield visible(`Interchange ${header.controlNumber}: ${parties}, ${date} ${time}, version ${version}, usage ${usage}`);
  for (const issue of issues) yield `  ${issueLine(issue)}`;
  for (const { elements } of acknowledgments)
    yield visible(`  TA1 ${elements.map(({ repeats }) => repeats[0]?.[0] ?? '').join(' ')}`);
  for (const group of groupsOf(interchange.groups)) yield* groupLines(group, definitions);
}

function* groupLines(group: AnyGroup, definitions: readonly Definition[]): Generator<string, void> {
  const { functionalIdentifier, sender, receiver, controlNumber, version } = group.header;
  yield visible(`  Functional group ${controlNumber}: ${functionalIdentifier} ${version}, ${sender} → ${receiver}`);
  for (const issue of group.issues) yield `    ${issueLine(issue)}`;
  for (const set of setsOf(group)) for (const line of inspectedSet(set, version, definitions)) yield `    ${line}`;
}

function inspectedSet(set: AnySet, version: string | undefined, definitions: readonly Definition[]): string[] {
  const own = 'definition' in set ? set.definition : undefined;
  const fits = ({ id, release }: Definition) =>
    id === set.type && (version === undefined || version.startsWith(release));
  const definition = own ?? definitions.find(fits);
  if (definition === undefined) return setLines(set, set.issues);
  const asSent: TransactionSet = set;
  const { root, levels, issues } = validateSet(definition, asSent, { issues: withDefaults().issues });
  return setLines(set, 'status' in set ? set.issues : issues, { definition, root, levels });
}
