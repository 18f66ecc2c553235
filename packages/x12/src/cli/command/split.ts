import type { FunctionalGroup, Interchange, TransactionSet } from '../../envelope/interchange.ts';
import type { Issue } from '../../issue.ts';
import { parse } from '../../parse.ts';
import { serialize } from '../../serialize.ts';
import type { Command, Invocation } from '../command.ts';
import { printJson } from '../print-json.ts';
import { readBytes } from '../read-bytes.ts';
import type { System } from '../system.ts';
import { tellIssues } from '../tell-issues.ts';

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
  for (const file of invocation.files) {
    const source = await readBytes(file, system);
    const { interchanges, issues } = parse(source, { limits: { bytes: Math.max(source.length, 1) } });
    const found = [...issues, ...interchanges.flatMap((interchange) => issuesOf(interchange))];
    if (tellIssues(found, { file, source }, system)) isValid = false;
    for (const interchange of interchanges)
      for (const part of bySet ? partsOf(interchange) : [interchange]) {
        const written = serialize(part);
        if (tellIssues(written.issues, { file, source }, system)) isValid = false;
        if (!written.ok) continue;
        const name = names.next(part, bySet);
        await system.create(name, written.value);
        if (!invocation.has('json')) await system.print(`${name}\n`);
      }
  }
  if (invocation.has('json')) await printJson(names.given, system);
  return isValid ? 0 : 1;
}

const issuesOf = ({ issues, groups }: Interchange): Issue[] => [
  ...issues,
  ...groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((set) => set.issues)]),
];

/** An interchange for each set. One that holds none, such as a TA1 alone, is a part itself. */
function partsOf(interchange: Interchange): Interchange[] {
  const parts = interchange.groups.flatMap((group) => group.sets.map((set) => partOf(interchange, group, set)));
  return parts.length > 0 ? parts : [interchange];
}

function partOf(interchange: Interchange, group: FunctionalGroup, set: TransactionSet): Interchange {
  const { header, segment, issues, address, offset } = group;
  return {
    ...interchange,
    acknowledgments: [],
    groups: [{ header, segment, issues, address, offset, sets: [set] }],
  };
}

/** Names from control numbers: `850-000000001-1-0001.edi`, `000000001.edi`; a number more where one comes again. */
class Names {
  readonly given: string[] = [];
  private readonly uses = new Map<string, number>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder.replace(/(?<=.)\/+$/, '');
  }

  next({ header, groups }: Interchange, bySet: boolean): string {
    const [group] = groups;
    const [set] = group?.sets ?? [];
    const numbers =
      bySet && group !== undefined && set !== undefined
        ? [set.type, header.controlNumber, group.header.controlNumber, set.controlNumber]
        : [header.controlNumber];
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
