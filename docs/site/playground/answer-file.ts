import { acknowledge, format, mask, type ReceivedFile, read, write } from '@dist/x12';
import type { EnvelopeRow, FileAnswer } from './file-answer.ts';
import { firstWords } from './first-words.ts';
import { knownSets } from './known-sets.ts';
import { linesOf } from './lines.ts';
import type { Parts } from './parts.ts';
import type { Settings } from './settings.ts';
import { sourceRows } from './source-rows.ts';
import { tooLarge } from './too-large.ts';

/** So many issues, and rows of the envelope, are shown. */
const MOST_SHOWN = 1000;

/** Called before each step with what comes next, and how much of all has been done, from 0 to 1. */
export type Progress = (words: string, done: number) => void | Promise<void>;

/** What is shown of a file, and the file that was read, for what is asked of its sets afterwards. */
export async function answerFile(
  given: Uint8Array,
  settings: Settings,
  { parts, at, progress = () => {} }: { parts: Parts; at: Date; progress?: Progress },
): Promise<{ readonly file: ReceivedFile; readonly answer: FileAnswer }> {
  const refused = tooLarge(given.length);
  if (refused !== undefined) throw new RangeError(refused);
  await progress(settings.mask ? 'Hiding what is personal' : 'Looking at the envelope', 0);
  const bytes = settings.mask ? mask(given) : given;
  const sets = await knownSets(bytes, parts, settings);
  await progress('Checking the transaction sets', 0.2);
  const file = read(bytes, { sets });
  await progress('Marking the issues', 0.7);
  const rows = sourceRows(bytes, file.interchanges, file.issues.slice(0, MOST_SHOWN));
  await progress('Writing the acknowledgment', 0.9);
  const answer: FileAnswer = {
    sentences: [...firstWords(file), ...limitsMet(file, rows.lines.isCut)],
    delimiters: delimitersOf(file),
    envelope: envelopeOf(file).slice(0, MOST_SHOWN),
    sets: linesOf(file.sets.map(setLine)),
    text: rows.lines,
    marks: rows.marks,
    issues: file.issues
      .slice(0, MOST_SHOWN)
      .map((issue) => ({ code: issue.code, severity: issue.severity, text: format(issue) })),
    acknowledgment: acknowledgmentOf(file, settings, at),
  };
  return { file, answer };
}

function limitsMet({ issues }: ReceivedFile, isCut: boolean): string[] {
  return [
    ...(issues.length > MOST_SHOWN ? [`The first ${MOST_SHOWN} of ${issues.length} issues are shown.`] : []),
    ...(isCut ? ['The end of the text is not shown.'] : []),
  ];
}

function delimitersOf({ interchanges }: ReceivedFile): FileAnswer['delimiters'] {
  const [first] = interchanges;
  if (first === undefined) return [];
  const { element, component, segment, repetition } = first.delimiters;
  const rows = [
    ['between elements', element],
    ['between components', component],
    ['between repeats', repetition],
    ['behind a segment', segment],
  ] as const;
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: inWords(value) }]));
}

function inWords(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code === 10) return 'line feed';
  if (code === 13) return 'carriage return';
  return code <= 32 || code > 126 ? `character ${code}` : sign;
}

function envelopeOf({ interchanges }: ReceivedFile): EnvelopeRow[] {
  return interchanges.flatMap(({ header, status, groups }): EnvelopeRow[] => {
    const { controlNumber, sender, receiver, date, time, version, usage } = header;
    const text = `ISA ${controlNumber}: ${sender.qualifier} ${sender.id} to ${receiver.qualifier} ${receiver.id}, ${date} ${time}, version ${version}, usage ${usage}`;
    return [{ kind: 'interchange', text, status }, ...groups.map(groupRow)];
  });
}

function groupRow({ header, status, sets }: ReceivedFile['interchanges'][number]['groups'][number]): EnvelopeRow {
  const { controlNumber, functionalIdentifier, version, sender, receiver } = header;
  const text = `GS ${controlNumber}: ${functionalIdentifier} ${version}, ${sender} to ${receiver}, ${sets.length} sets`;
  return { kind: 'group', text, status };
}

function setLine({ controlNumber, type, definition, status }: ReceivedFile['sets'][number]): string {
  return `${controlNumber}: ${type}${definition ? ` ${definition.name.toLowerCase()}` : ''}, ${status.replaceAll('-', ' ')}`;
}

function acknowledgmentOf(
  { interchanges }: ReceivedFile,
  { answer }: Settings,
  at: Date,
): FileAnswer['acknowledgment'] {
  const lines: string[] = [];
  for (const [index, interchange] of interchanges.entries()) {
    const outgoing = acknowledge(interchange, {
      controlNumber: String(index + 1).padStart(9, '0'),
      at,
      type: answer === '999' ? '999' : '997',
      interchangeAcknowledgment: answer === 'TA1' ? 'always' : 'requested',
    });
    if (outgoing === undefined) continue;
    const written = write(answer === 'TA1' ? { ...outgoing, groups: [] } : outgoing);
    if (!written.ok) lines.push(`This answer can not be written: ${written.issues[0]?.message ?? 'no reason'}`);
    else lines.push(...segmentsOf(written.value, outgoing.delimiters?.segment ?? '~'));
  }
  const sentence =
    lines.length === 0
      ? 'No acknowledgment is due.'
      : `What a receiver would send back, with made-up control numbers${answer === 'TA1' ? ': the TA1 alone, as if ISA14 asked for it' : ''}.`;
  return { sentence, lines: linesOf(lines) };
}

function segmentsOf(bytes: Uint8Array, terminator: string): string[] {
  const texts = new TextDecoder().decode(bytes).split(terminator);
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => text.trim() + (terminator.trim() === '' ? '' : terminator));
}
