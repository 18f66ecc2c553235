import { sentence } from '../../format/sentence.ts';
import { format } from '../../format.ts';
import type { Issue } from '../../issue.ts';
import type { ExaminedInterchange } from '../../read-stream/examined.ts';
import type { Command, Invocation } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { examine } from '../examine.ts';
import type { Failure } from '../failure.ts';
import { issueHelp } from '../issue-help.ts';
import { issuesOf } from '../issues-of.ts';
import { Kept } from '../kept.ts';
import { printJson } from '../print-json.ts';
import { type Reading, reading, readingOptions } from '../reading-options.ts';
import type { System } from '../system.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 validate`: what is wrong with the files. */
export const validate: Command = {
  name: 'validate',
  about: 'Checks envelope, structure, elements and codes, and says what is wrong where',
  options: [{ name: 'json', about: 'prints one JSON array, an object for each file' }, ...readingOptions],
  run: runValidate,
};

async function runValidate(invocation: Invocation, system: System): Promise<0 | 1> {
  const options = await reading(invocation, system);
  const isJson = invocation.has('json');
  const reports: unknown[] = [];
  const told: Issue[] = [];
  let isValid = true;
  const validateFile = async (file: string): Promise<void> => {
    const kept = new Kept(withProgress(file, system), isJson ? 0 : undefined);
    const examined = await examineFile(kept.pieces(), options);
    if (examined.issues.some(({ severity }) => severity === 'error')) isValid = false;
    if (isJson) reports.push(reportOf(file, examined));
    else await system.print(textOf(file, examined, kept.source()));
    told.push(...examined.issues.slice(0, MOST_SHOWN));
  };
  const failure = await eachFile(invocation.files, system, validateFile, (file, error) => {
    reports.push(unreadable(file, error));
  });
  if (isJson) await printJson(reports, system);
  else await system.print(issueHelp(told));
  await options.remember();
  if (failure !== undefined) throw failure;
  return isValid ? 0 : 1;
}

/** What is said of a file. */
interface ExaminedFile {
  readonly interchanges: readonly ExaminedInterchange[];
  /** By offset. */
  readonly issues: readonly Issue[];
}

async function examineFile(input: AsyncIterable<Uint8Array>, options: Reading): Promise<ExaminedFile> {
  const interchanges: ExaminedInterchange[] = [];
  const issues: Issue[] = [];
  for await (const item of examine(input, options)) {
    if (item.kind === 'issue') issues.push(item.issue);
    if (item.kind !== 'interchange') continue;
    interchanges.push(item.interchange);
    for (const issue of issuesOf(item.interchange)) issues.push(issue);
  }
  return { interchanges, issues: issues.sort((one, other) => one.at.offset - other.at.offset) };
}

/** The report of a file, as the documentation of the command promises it. */
function reportOf(file: string, { interchanges, issues }: ExaminedFile): object {
  return {
    file,
    interchanges: interchanges.map(({ header: { controlNumber }, groups }) => ({
      controlNumber,
      groups: groups.map(({ header, sets }) => ({
        id: header.functionalIdentifier,
        version: header.version,
        controlNumber: header.controlNumber,
        sets: sets.map(({ type, controlNumber: number, status, count }) => ({
          id: type,
          controlNumber: number,
          status,
          segments: count,
        })),
      })),
    })),
    issues: issues.map(issueReport),
  };
}

function issueReport(issue: Issue): object {
  const { code, severity, at, acknowledgment } = issue;
  const { offset, segment = null, element = null } = at;
  return { code, severity, message: sentence(issue), at: { offset, segment, element }, ack: acknowledgment ?? null };
}

function unreadable(file: string, { message }: Failure): object {
  const at = { offset: 0, segment: null, element: null };
  return { file, interchanges: [], issues: [{ code: 'file-unreadable', severity: 'error', message, at, ack: null }] };
}

/** Issues that are printed of one file; a person does not read more. */
const MOST_SHOWN = 100;

function textOf(file: string, examined: ExaminedFile, source: Uint8Array | undefined): string {
  const { issues } = examined;
  const shown = issues.slice(0, MOST_SHOWN).map((issue) => `${format(issue, { source, file })}\n`);
  const more = issues.length - shown.length;
  const rest = more > 0 ? [`${file}: and ${more} more (--json prints all)\n`] : [];
  return [...shown, ...rest, `${file}: ${summary(examined)}\n`].join('');
}

function summary({ interchanges, issues }: ExaminedFile): string {
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const withStatus = (status: string) => sets.filter((set) => set.status === status).length;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  const parts = [
    counted(interchanges.length, 'interchange'),
    `${counted(sets.length, 'transaction set')} (${withStatus('accepted')} accepted, ${withStatus('accepted-with-errors')} accepted with errors, ${withStatus('rejected')} rejected)`,
    counted(errors, 'error'),
    counted(warnings, 'warning'),
  ];
  return `${errors > 0 ? 'not valid' : 'valid'}: ${parts.join(', ')}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
