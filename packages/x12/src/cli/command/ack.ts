import { acknowledge } from '../../acknowledge.ts';
import type { OutgoingInterchange } from '../../envelope/outgoing.ts';
import { read } from '../../read.ts';
import type { ReceivedInterchange } from '../../received.ts';
import { write } from '../../write.ts';
import type { Command, Invocation } from '../command.ts';
import { definitions, guideOption } from '../definitions.ts';
import { Failure } from '../failure.ts';
import { fileReport } from '../file-report.ts';
import { printJson } from '../print-json.ts';
import { readBytes } from '../read-bytes.ts';
import type { System } from '../system.ts';
import { tellIssues } from '../tell-issues.ts';

/** `x12 ack`: the answer to what was received. */
export const ack: Command = {
  name: 'ack',
  about: 'Prints the acknowledgment of each interchange: a TA1 where ISA14 asks for one, and 997 or 999',
  options: [
    { name: 'type', value: 'TYPE', choices: ['997', '999', 'ta1'], about: 'what to answer with; 997 when absent' },
    {
      name: 'control-number',
      value: 'NUMBER',
      about: 'ISA13 of the first answer, counted on from there; 1 when absent',
    },
    { name: 'json', about: 'prints the answers as x12 json would print them' },
    guideOption,
  ],
  run: runAck,
};

async function runAck(invocation: Invocation, system: System): Promise<0 | 1> {
  const sets = await definitions(invocation, system);
  const number = firstNumber(invocation);
  const answers: Uint8Array[] = [];
  let isValid = true;
  for (const file of invocation.files) {
    const source = await readBytes(file, system);
    const { interchanges, issues } = read(source, { sets });
    if (tellIssues(issues, { file, source }, system)) isValid = false;
    for (const interchange of interchanges) {
      const controlNumber = String(number + answers.length).padStart(9, '0');
      const answer = answerTo(interchange, controlNumber, invocation.option('type'), system);
      if (answer === undefined) {
        system.tell(`${file}: interchange ${interchange.header.controlNumber} is owed no answer\n`);
        continue;
      }
      const written = write(answer);
      if (tellIssues(written.issues, { file }, system)) isValid = false;
      if (written.ok) answers.push(written.value);
    }
  }
  if (!invocation.has('json')) for (const answer of answers) await system.print(answer);
  else {
    const reports = answers.map((answer) => fileReport('-', read(answer, { sets })));
    await printJson(reports, system);
  }
  return isValid ? 0 : 1;
}

function firstNumber(invocation: Invocation): number {
  const given = invocation.option('control-number') ?? '1';
  if (!/^\d{1,9}$/.test(given) || Number(given) === 0)
    throw new Failure(`--control-number must be a number from 1 to 999999999; found "${given}"`);
  return Number(given);
}

function answerTo(
  interchange: ReceivedInterchange,
  controlNumber: string,
  type: string | undefined,
  system: System,
): OutgoingInterchange | undefined {
  const at = system.now();
  if (type === 'ta1') {
    const answer = acknowledge(interchange, { controlNumber, at, interchangeAcknowledgment: 'always' });
    return answer?.acknowledgments === undefined ? undefined : { ...answer, groups: [] };
  }
  return acknowledge(interchange, { controlNumber, at, type: type === '999' ? '999' : '997' });
}
