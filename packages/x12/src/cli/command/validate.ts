import { sentence } from '../../format/sentence.ts';
import { format } from '../../format.ts';
import type { Issue } from '../../issue.ts';
import type { Command, Invocation } from '../command.ts';
import { definitions, guideOption } from '../definitions.ts';
import { type ExaminedFile, examine } from '../examine.ts';
import { Failure } from '../failure.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 validate`: what is wrong with the files. */
export const validate: Command = {
  name: 'validate',
  about: 'Checks envelope, structure, elements and codes, and says what is wrong where',
  options: [{ name: 'json', about: 'prints one JSON array, an object for each file' }, guideOption],
  run: runValidate,
};

async function runValidate(invocation: Invocation, system: System): Promise<0 | 1> {
  const sets = await definitions(invocation, system);
  const reports: unknown[] = [];
  let failure: Failure | undefined;
  let isValid = true;
  for (const file of invocation.files) {
    const kept = new Kept(withProgress(file, system), invocation.has('json') ? 0 : MOST_KEPT);
    try {
      const examined = await examine(kept.pieces(), sets);
      if (examined.issues.some(({ severity }) => severity === 'error')) isValid = false;
      if (invocation.has('json')) reports.push(reportOf(file, examined));
      else await system.print(textOf(file, examined, kept.source()));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // The other files are looked at all the same.
      failure ??= error;
      if (failure !== error) system.tell(`x12: ${error.message}\n`);
      reports.push(unreadable(file, error));
    }
  }
  if (invocation.has('json')) await printJson(reports, system);
  if (failure !== undefined) throw failure;
  return isValid ? 0 : 1;
}

/** Of larger files the faulty segments are not shown. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Passes pieces on and keeps them, as long as they are not too many. */
class Kept {
  private held: Uint8Array[] | undefined = [];
  private size = 0;

  private readonly input: AsyncIterable<Uint8Array>;
  private readonly most: number;

  constructor(input: AsyncIterable<Uint8Array>, most: number) {
    this.input = input;
    this.most = most;
  }

  async *pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of this.input) {
      this.size += piece.length;
      if (this.size > this.most) this.held = undefined;
      this.held?.push(piece);
      yield piece;
    }
  }

  source(): Uint8Array | undefined {
    if (this.held === undefined) return undefined;
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.held) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }
}

/** The report of a file, as the documentation of the command promises it. */
function reportOf(file: string, { interchanges, issues }: ExaminedFile): object {
  return {
    file,
    interchanges: interchanges.map(({ controlNumber, groups }) => ({
      controlNumber,
      groups: groups.map(({ header, sets }) => ({
        id: header.functionalIdentifier,
        version: header.version,
        controlNumber: header.controlNumber,
        sets: sets.map(({ type, controlNumber: number, status, segments }) => ({
          id: type,
          controlNumber: number,
          status,
          segments,
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
