import type { Definition } from '../../definition/definition.ts';
import type { DocumentChange } from '../../diff/document-change.ts';
import { diff as diffDocuments } from '../../diff.ts';
import { printDiff } from '../../print-diff.ts';
import { read } from '../../read.ts';
import type { ReceivedSet } from '../../received.ts';
import type { Command, Invocation } from '../command.ts';
import { definitionOptions, definitions } from '../definitions.ts';
import { printJson } from '../print-json.ts';
import { readBytes } from '../read-bytes.ts';
import type { System } from '../system.ts';
import { tellIssues } from '../tell-issues.ts';

/** `x12 diff`: what differs between two files. */
export const diff: Command = {
  name: 'diff',
  about: 'Tells by name what differs between the documents of two files, envelope and control numbers left out',
  details: 'The sets of one type are compared in their order: the first with the first, the second with the second.',
  files: { exactly: 2 },
  options: [
    { name: 'markdown', about: 'prints tables' },
    { name: 'json', about: 'prints one JSON array, an object for each pair of transaction sets' },
    ...definitionOptions,
  ],
  run: runDiff,
};

async function runDiff(invocation: Invocation, system: System): Promise<0 | 1> {
  const [before, after] = invocation.files as [string, string];
  const known = await definitions(invocation, system);
  const left = await setsOf(before, known, system);
  const right = await setsOf(after, known, system);
  const pairs = pairsOf(left.sets, right.sets).map((pair) => ({ ...pair, changes: changesOf(pair) }));
  if (invocation.has('json')) await printJson(pairs.map(reportOf), system);
  else for (const pair of pairs) await system.print(textOf(pair, invocation.has('markdown') ? 'markdown' : 'text'));
  return left.isValid && right.isValid ? 0 : 1;
}

async function setsOf(
  file: string,
  known: readonly Definition[],
  system: System,
): Promise<{ sets: readonly ReceivedSet[]; isValid: boolean }> {
  const source = await readBytes(file, system, { instead: '; x12 split makes smaller ones' });
  const { sets, issues } = read(source, { sets: known });
  return { sets, isValid: !tellIssues(issues, { file, source }, system) };
}

interface Pair {
  readonly type: string;
  readonly before: ReceivedSet | undefined;
  readonly after: ReceivedSet | undefined;
}

interface ComparedPair extends Pair {
  /** Undefined where there is no document on both sides. */
  readonly changes: readonly DocumentChange[] | undefined;
}

function pairsOf(before: readonly ReceivedSet[], after: readonly ReceivedSet[]): Pair[] {
  const types = [...new Set([...before, ...after].map(({ type }) => type))];
  return types.flatMap((type) => {
    const [left, right] = [before, after].map((sets) => sets.filter((set) => set.type === type));
    const count = Math.max(left?.length ?? 0, right?.length ?? 0);
    return Array.from({ length: count }, (_, index) => ({ type, before: left?.[index], after: right?.[index] }));
  });
}

function changesOf({ before, after }: Pair): readonly DocumentChange[] | undefined {
  const definition = after?.definition ?? before?.definition;
  if (definition === undefined || before?.document === undefined || after?.document === undefined) return undefined;
  return diffDocuments(definition, before.document, after.document);
}

function reportOf({ type, before, after, changes }: ComparedPair): object {
  return {
    id: type,
    before: before?.controlNumber ?? null,
    after: after?.controlNumber ?? null,
    changes: changes ?? null,
  };
}

function textOf({ type, before, after, changes }: ComparedPair, form: 'text' | 'markdown'): string {
  const title = `${type} ${before?.controlNumber ?? 'absent'} → ${after?.controlNumber ?? 'absent'}`;
  const head = form === 'markdown' ? `## ${title}\n\n` : `${title}\n`;
  const tail = form === 'markdown' ? '\n' : '';
  if (before === undefined) return `${head}only in the second file\n${tail}`;
  if (after === undefined) return `${head}only in the first file\n${tail}`;
  if (changes === undefined) return `${head}can not be compared: there is no definition for it\n${tail}`;
  return `${head}${changes.length === 0 ? 'no difference\n' : printDiff(changes, form)}${tail}`;
}
