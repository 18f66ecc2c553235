import { read } from '../../read.ts';
import type { Command } from '../command.ts';
import { definitions, guideOption } from '../definitions.ts';
import { fileReport } from '../file-report.ts';
import { printJson } from '../print-json.ts';
import { readBytes } from '../read-bytes.ts';
import { tellIssues } from '../tell-issues.ts';

/** `x12 json`: the typed documents. */
export const json: Command = {
  name: 'json',
  about: 'Prints the typed documents as one JSON array, an object for each file',
  details:
    'A set that is rejected has no document; why, is told on standard error. x12 write makes X12 of the JSON again.',
  options: [{ name: 'json', about: 'changes nothing' }, guideOption],
  async run(invocation, system) {
    const { files } = invocation;
    const sets = await definitions(invocation, system);
    const reports: unknown[] = [];
    let isValid = true;
    for (const file of files) {
      const source = await readBytes(file, system);
      const received = read(source, { sets });
      if (tellIssues(received.issues, { file, source }, system)) isValid = false;
      reports.push(fileReport(file, received));
    }
    await printJson(reports, system);
    return isValid ? 0 : 1;
  },
};
