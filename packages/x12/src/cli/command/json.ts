import { createHash } from 'node:crypto';
import { type ReadOptions, read } from '../../read.ts';
import type { ReceivedFile } from '../../received.ts';
import type { Command, Invocation } from '../command.ts';
import { documentLines } from '../document-lines.ts';
import { eachFile } from '../each-file.ts';
import { examine } from '../examine.ts';
import { fileReport } from '../file-report.ts';
import { issuesOf } from '../issues-of.ts';
import { Kept } from '../kept.ts';
import { printJson } from '../print-json.ts';
import { readBytes } from '../read-bytes.ts';
import { type Reading, reading, readingOptions } from '../reading-options.ts';
import type { System } from '../system.ts';
import { ToldIssues } from '../told-issues.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 json`: the typed documents. */
export const json: Command = {
  name: 'json',
  about: 'Prints the typed documents as one JSON array, an object for each file',
  details: [
    'A set that is rejected has no document; why, is told on standard error. x12 write makes X12 of the JSON again.',
    'With --lines files may be of any size: a line for each transaction set as it goes by ("kind": "set"), and for each',
    'interchange behind its sets ("kind": "interchange"). Its status decides: where it is rejected, so are its sets.',
  ].join('\n'),
  options: [
    { name: 'lines', about: 'prints JSON lines, an object for each set and interchange, in constant memory' },
    { name: 'json', about: 'changes nothing' },
    ...readingOptions,
  ],
  run: runJson,
};

async function runJson(invocation: Invocation, system: System): Promise<0 | 1> {
  const options = await reading(invocation, system);
  const reports: unknown[] = [];
  let isValid = true;
  const failure = await eachFile(invocation.files, system, async (file) => {
    const told = invocation.has('lines')
      ? await printLines(file, options, system)
      : await addReport(reports, file, options, system);
    if (told.hasError) isValid = false;
  });
  if (!invocation.has('lines')) await printJson(reports, system);
  await options.remember();
  if (failure !== undefined) throw failure;
  return isValid ? 0 : 1;
}

async function printLines(file: string, options: Reading, system: System): Promise<ToldIssues> {
  const kept = new Kept(withProgress(file, system));
  const told = new ToldIssues();
  for await (const item of examine(kept.pieces(), options)) {
    if (item.kind === 'issue') told.add([item.issue]);
    if (item.kind === 'interchange') told.add(issuesOf(item.interchange));
    for (const line of documentLines(file, item)) await system.print(`${JSON.stringify(line)}\n`);
  }
  told.tell({ file, source: kept.source() }, system);
  return told;
}

const INSTEAD = '; x12 json --lines does not keep it';

async function addReport(reports: unknown[], file: string, options: Reading, system: System): Promise<ToldIssues> {
  const source = await readBytes(file, system, { instead: INSTEAD });
  const received = readFile(source, options);
  const told = new ToldIssues();
  told.add(received.issues);
  told.tell({ file, source }, system);
  reports.push(fileReport(file, received));
  return told;
}

function readFile(source: Uint8Array, { definitions, nearestRelease, seen }: Reading): ReceivedFile {
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const ask: ReadOptions<readonly []>['seen'] =
    seen && (({ bytes, ...header }) => seen.find({ header }, hashOf(bytes)));
  const received = read(source, { sets: definitions, nearestRelease, seen: ask });
  for (const { header, status, offset, length } of seen === undefined ? [] : received.interchanges)
    seen?.remember({ header, status, hash: hashOf(source.subarray(offset, offset + length)) });
  return received;
}
