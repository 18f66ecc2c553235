import { acknowledge } from '../../acknowledge.ts';
import { isAnswerable } from '../../acknowledgment/is-answerable.ts';
import type { OutgoingInterchange } from '../../envelope/outgoing.ts';
import { read } from '../../read.ts';
import type { ExaminedInterchange } from '../../read-stream/examined.ts';
import { write } from '../../write.ts';
import type { Command, Invocation } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { examine } from '../examine.ts';
import { Failure } from '../failure.ts';
import { fileReport } from '../file-report.ts';
import { issuesOf } from '../issues-of.ts';
import { Kept } from '../kept.ts';
import { printJson } from '../print-json.ts';
import { type Reading, reading, readingOptions } from '../reading-options.ts';
import type { System } from '../system.ts';
import { tellIssues } from '../tell-issues.ts';
import { ToldIssues } from '../told-issues.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 ack`: the answer to what was received. */
export const ack: Command = {
  name: 'ack',
  about: 'Prints the acknowledgment of each interchange: a TA1 where ISA14 asks for one, and 997 or 999',
  details:
    'With --seen FILE --remember each interchange is answered once. One that comes again is told on standard error: its answer is the one that was sent the first time.',
  options: [
    { name: 'type', value: 'TYPE', choices: ['997', '999', 'ta1'], about: 'what to answer with; 997 when absent' },
    {
      name: 'control-number',
      value: 'NUMBER',
      about: 'ISA13 of the first answer, counted on from there; 1 when absent',
    },
    { name: 'json', about: 'prints the answers as x12 json would print them' },
    ...readingOptions,
  ],
  run: runAck,
};

async function runAck(invocation: Invocation, system: System): Promise<0 | 1> {
  const options = await reading(invocation, system);
  const desk = new Desk(options, firstNumber(invocation), invocation.option('type'), system);
  const reports: unknown[] = [];
  const failure = await eachFile(invocation.files, system, async (file) => {
    for await (const answer of desk.answers(file)) {
      if (invocation.has('json')) reports.push(fileReport('-', read(answer, { sets: options.definitions })));
      else await system.print(answer);
    }
  });
  if (invocation.has('json')) await printJson(reports, system);
  await options.remember();
  if (failure !== undefined) throw failure;
  return desk.isValid ? 0 : 1;
}

function firstNumber(invocation: Invocation): number {
  const given = invocation.option('control-number') ?? '1';
  if (!/^\d{1,9}$/.test(given) || Number(given) === 0)
    throw new Failure(`--control-number must be a number from 1 to 999999999; found "${given}"`);
  return Number(given);
}

/** Answers the interchanges of files, one after the other. */
class Desk {
  isValid = true;

  private readonly options: Reading;
  private number: number;
  private readonly type: string | undefined;
  private readonly system: System;

  constructor(options: Reading, number: number, type: string | undefined, system: System) {
    this.options = options;
    this.number = number;
    this.type = type;
    this.system = system;
  }

  async *answers(file: string): AsyncGenerator<Uint8Array, void, undefined> {
    const { system } = this;
    const kept = new Kept(withProgress(file, system));
    const told = new ToldIssues();
    for await (const item of examine(kept.pieces(), this.options)) {
      if (item.kind === 'issue') told.add([item.issue]);
      if (item.kind !== 'interchange') continue;
      told.add(issuesOf(item.interchange));
      const answer = this.answerTo(item.interchange);
      if (answer === undefined) {
        system.tell(`${file}: interchange ${item.interchange.header.controlNumber} ${whyNone(item.interchange)}\n`);
        continue;
      }
      const written = write(answer);
      if (tellIssues(written.issues, { file }, system)) this.isValid = false;
      if (!written.ok) continue;
      // 999999999 is followed by 1 (R12).
      this.number = (this.number % 999_999_999) + 1;
      yield written.value;
    }
    if (told.hasError) this.isValid = false;
    told.tell({ file, source: kept.source() }, system);
  }

  private answerTo(interchange: ExaminedInterchange): OutgoingInterchange | undefined {
    const controlNumber = String(this.number).padStart(9, '0');
    const at = this.system.now();
    if (this.type === 'ta1') {
      const answer = acknowledge(interchange, { controlNumber, at, interchangeAcknowledgment: 'always' });
      return answer?.acknowledgments === undefined ? undefined : { ...answer, groups: [] };
    }
    return acknowledge(interchange, { controlNumber, at, type: this.type === '999' ? '999' : '997' });
  }
}

function whyNone({ header, retransmission }: ExaminedInterchange): string {
  if (retransmission) return 'was received before: send the answer of that time again';
  if (!isAnswerable(header)) return 'can not be answered: its sender or receiver (ISA05 to ISA08) can not be written';
  return 'is owed no answer';
}
