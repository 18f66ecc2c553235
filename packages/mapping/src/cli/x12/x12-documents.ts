import type { Definition, Issue, ReceivedFile } from '@dist/x12';
import { visible } from '../../explain/visible.ts';
import type { SourceDocument, SourceDocuments, SourceIssue } from '../source-documents.ts';
import { x12Library } from './x12-library.ts';

type Library = Awaited<ReturnType<typeof x12Library>>;

/** The documents of all sets of one definition in a file. Other sets are passed over; rejected ones are issues. */
export async function x12Documents(bytes: Uint8Array, file: string, definition: Definition): Promise<SourceDocuments> {
  const library = await x12Library();
  const received = library.read(bytes, { sets: [definition] });
  const found = issuesFor(received, definition.id);
  const issues = found.map((issue) => sourceIssue(library, issue, { file, source: received.source }));
  const sets = received.sets.filter(({ type }) => type === definition.id);
  const documents = sets.flatMap(({ status, document, controlNumber }): SourceDocument[] => {
    if (status === 'rejected') return [];
    return [{ place: `set ${controlNumber}`, keys: { set: controlNumber }, document }];
  });
  if (sets.length === 0) issues.push(noSet(file, definition));
  const isValid = sets.length > 0 && documents.length === sets.length && !found.some(isError);
  return { isValid, issues, documents };
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** What is said of the sets of a type and of what is around them. What is said of others alone, is their reader's concern. */
function issuesFor({ issues, interchanges }: ReceivedFile, type: string): readonly Issue[] {
  const groups = interchanges.flatMap((interchange) => interchange.groups);
  const sets = groups.flatMap((group) => group.sets);
  const isAny = sets.some((set) => set.type === type);
  if (!isAny) return issues;
  const others = [
    ...groups.filter((group) => !group.sets.some((set) => set.type === type)),
    ...sets.filter((set) => set.type !== type),
  ];
  const strange = new Set(others.flatMap((one) => one.issues));
  return issues.filter((issue) => !strange.has(issue));
}

function sourceIssue(library: Library, issue: Issue, from: { file: string; source: Uint8Array }): SourceIssue {
  const { code, severity, message, path, at, expected, found, acknowledgment } = issue;
  const json = { code, severity, message, path, at, expected, found, acknowledgment };
  return { text: `${library.format(issue, from)}\n`, json };
}

function noSet(file: string, { id, release }: Definition): SourceIssue {
  const message = `there is no ${id} of release ${release} in it`;
  const json = { code: 'set-absent', severity: 'error', message, path: [] };
  return { text: `${visible(file)}: ${message} [set-absent]\n`, json };
}
