import { visible } from '../../explain/visible.ts';
import type { Scaffold } from '../../testing/scaffold.ts';
import type { Command, Invocation } from '../command.ts';
import { conformanceKit } from '../conformance-kit.ts';
import { Failure } from '../failure.ts';
import { issueLines } from '../issue-lines.ts';
import { issueSentence } from '../issue-sentence.ts';
import { mergedScaffolds } from '../merged-scaffolds.ts';
import { printJson } from '../print-json.ts';
import { readBytes } from '../read-bytes.ts';
import type { System } from '../system.ts';

/** `dist-map init`: the first folder of a partner. */
export const init: Command = {
  name: 'init',
  about: 'Writes a first folder of a partner from samples of X12: profile, overlays, golden pairs',
  details: [
    'A sample is an interchange with one transaction set; of each set that is exchanged there may be one. The overlays give',
    'what the standard map does not know a place, under names that are guesses; the golden pairs say what the maps make of',
    'the samples. Both are to be checked by a person, and what is told as open keeps the test of the folder red until it is',
    'settled. Nothing is overwritten. Ends with 1 where a sample has an error.',
  ].join('\n'),
  options: [
    { name: 'sample', value: 'FILE', required: true, repeats: true, about: 'X12 from the partner, or to it' },
    { name: 'id', value: 'ID', required: true, about: 'our name of the partner: small letters, digits, hyphens' },
    { name: 'name', value: 'TEXT', about: 'its name for people; the id when absent' },
    { name: 'out', value: 'FOLDER', about: 'the new folder; the id when absent' },
    { name: 'json', about: 'prints { ok, folder, files, samples }' },
  ],
  run: runInit,
};

/** A sample, and what was made of it. */
interface Sampled extends Scaffold {
  readonly file: string;
}

async function runInit(invocation: Invocation, system: System): Promise<0 | 1> {
  const id = invocation.required('id');
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
    throw new Failure(`--id must be small letters, digits and hyphens, 40 at most; found "${id}"`);
  const sampled: Sampled[] = [];
  for (const file of invocation.options('sample'))
    sampled.push(await sampledFile(file, { id, name: invocation.option('name') }, system));
  const maps = sampled.map(({ report }) => report.map);
  const repeated = maps.find((map, index) => maps.indexOf(map) < index);
  if (repeated !== undefined) throw new Failure(`two samples are of ${repeated}; give one of each transaction set`);
  const folder = invocation.option('out') ?? id;
  const files = mergedScaffolds(sampled);
  await system.create(folder, files);
  const ok = sampled.every(({ report }) => report.issues.every(({ severity }) => severity !== 'error'));
  if (invocation.has('json')) {
    const samples = sampled.map(({ file, report }) => ({ file, ...report }));
    await printJson({ ok, folder, files: Object.keys(files), samples }, system);
  } else await system.print([...sampled.map(textOf), written(folder, Object.keys(files), system)].join(''));
  return ok ? 0 : 1;
}

async function sampledFile(
  file: string,
  { id, name }: { readonly id: string; readonly name: string | undefined },
  system: System,
): Promise<Sampled> {
  const { scaffold } = await conformanceKit();
  const sample = new TextDecoder().decode(await readBytes(file, system));
  const result = scaffold({ sample, id, name });
  if (result.ok) return { file, ...result.value };
  throw new Failure([`${file} can not be used:`, ...result.issues.map((one) => `  ${issueSentence(one)}`)].join('\n'));
}

function textOf({ file, report }: Sampled): string {
  const { map, proposals, unplaced, issues, open } = report;
  const lines = [
    `${file}: map ${map}`,
    ...proposals.map(({ rule, code, meaning, why }) => `${file}: overlay: ${rule}: ${code} means ${meaning}: ${why}`),
    ...unplaced.map(({ at, value }) => `${file}: no rule reads ${at} ${JSON.stringify(value)}`),
  ];
  const settle = open.flatMap(({ test, message }) => [
    `${file}: open, so that test is red: ${test}`,
    ...message.split('\n').map((line) => `        ${line}`),
  ]);
  return [linesOf(lines), issueLines(file, issues), linesOf(settle)].join('');
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function written(folder: string, files: readonly string[], { calledAs }: System): string {
  const lines = [
    ...files.map((path) => `wrote ${folder}/${path}`),
    `next: ${calledAs} check ${folder}, then ${calledAs} test ${folder}`,
  ];
  return linesOf(lines);
}
