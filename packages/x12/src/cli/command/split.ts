import type { Interchange } from '../../envelope/interchange.ts';
import type { Issue } from '../../issue.ts';
import { byteChunks } from '../../lexical/byte-chunks.ts';
import { parseStream, type StreamItem } from '../../parse-stream.ts';
import { serialize } from '../../serialize.ts';
import type { Command, Invocation } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { joined } from '../joined.ts';
import { Kept } from '../kept.ts';
import { PassedBytes } from '../passed-bytes.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';
import { ToldIssues } from '../told-issues.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 split`: a file for each part. */
export const split: Command = {
  name: 'split',
  about: 'Writes each transaction set, or each interchange, to a file of its own',
  details: 'Each file is a whole interchange under the original control numbers. Nothing is overwritten.',
  options: [
    { name: 'into', value: 'FOLDER', about: 'where to write; the current folder when absent' },
    { name: 'by', value: 'PART', choices: ['set', 'interchange'], about: 'what makes a file; set when absent' },
    { name: 'json', about: 'prints the names of the files as a JSON array' },
  ],
  run: runSplit,
};

async function runSplit(invocation: Invocation, system: System): Promise<0 | 1> {
  const names = new Names(invocation.option('into') ?? '.');
  const bySet = invocation.option('by') !== 'interchange';
  let isValid = true;
  const splitFile = async (file: string): Promise<void> => {
    const kept = new Kept(withProgress(file, system));
    const told = new ToldIssues();
    for await (const part of bySet ? sets(kept.pieces(), told) : interchanges(kept.pieces(), told)) {
      const name = names.next(part.numbers);
      await system.create(name, part.bytes);
      if (!invocation.has('json')) await system.print(`${name}\n`);
    }
    if (told.hasError) isValid = false;
    told.tell({ file, source: kept.source() }, system);
  };
  const failure = await eachFile(invocation.files, system, splitFile);
  if (invocation.has('json')) await printJson(names.given, system);
  if (failure !== undefined) throw failure;
  return isValid ? 0 : 1;
}

/** What becomes a file, and the numbers that it is named by. */
interface Part {
  readonly numbers: readonly string[];
  readonly bytes: Uint8Array;
}

/** An interchange for each set. One that holds none, such as a TA1 alone, is a part itself. */
async function* sets(input: AsyncIterable<Uint8Array>, told: ToldIssues): AsyncGenerator<Part, void, undefined> {
  const passed = new PassedBytes();
  let count = 0;
  for await (const item of parseStream(passed.pass(byteChunks(input)))) {
    told.add(issuesAt(item));
    let part: Part | undefined;
    if (item.kind === 'set') {
      const { set, group, interchange } = item;
      const numbers = [set.type, interchange.header.controlNumber, group.header.controlNumber, set.controlNumber];
      part = written({ ...interchange, acknowledgments: [], groups: [{ ...group, sets: [set] }] }, numbers, told);
      passed.take(0, set.offset + set.length);
      count++;
    } else if (item.kind === 'interchange') {
      const { header, offset, length } = item.interchange;
      const bytes = joined(passed.take(offset, offset + length));
      if (count === 0) part = { numbers: [header.controlNumber], bytes };
      count = 0;
    }
    if (part !== undefined) yield part;
  }
}

function written(interchange: Interchange, numbers: readonly string[], told: ToldIssues): Part | undefined {
  const result = serialize(interchange);
  if (!result.ok) told.add(result.issues);
  return result.ok ? { numbers, bytes: result.value } : undefined;
}

/** Each interchange as it is; one is kept at a time. */
async function* interchanges(
  input: AsyncIterable<Uint8Array>,
  told: ToldIssues,
): AsyncGenerator<Part, void, undefined> {
  const passed = new PassedBytes();
  for await (const item of parseStream(passed.pass(byteChunks(input)))) {
    told.add(issuesAt(item));
    if (item.kind !== 'interchange') continue;
    const { header, offset, length } = item.interchange;
    yield { numbers: [header.controlNumber], bytes: joined(passed.take(offset, offset + length)) };
  }
}

function issuesAt(item: StreamItem): readonly Issue[] {
  switch (item.kind) {
    case 'set':
      return item.set.issues;
    case 'group':
      return item.group.issues;
    case 'interchange':
      return item.interchange.issues;
    default:
      return [item.issue];
  }
}

/** Names from control numbers: `850-000000001-1-0001.edi`, `000000001.edi`; a number more where one comes again. */
class Names {
  readonly given: string[] = [];
  private readonly uses = new Map<string, number>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder.replace(/(?<=.)\/+$/, '');
  }

  next(numbers: readonly string[]): string {
    const base = numbers.map(inName).join('-');
    const uses = (this.uses.get(base) ?? 0) + 1;
    this.uses.set(base, uses);
    const name = `${this.folder}/${base}${uses === 1 ? '' : `-${uses}`}.edi`;
    this.given.push(name);
    return name;
  }
}

/** Control numbers are what a partner sent: nothing in them may lead to another folder. */
const inName = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '_').slice(0, 20) || 'none';
