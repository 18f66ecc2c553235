import { acknowledge, read, write } from '@dist/x12';
import { purchaseOrder850 } from '@dist/x12/004010';

/** What is sent back for a file, and what a person is told. */
export interface Answer {
  /** An interchange for each one received that has an answer, each with its own control number. */
  readonly files: readonly Uint8Array[];
  /** One sentence for each interchange, and for a file that has none. */
  readonly told: readonly string[];
}

/** The numbers and the time that an answer needs; yours come from a store that never gives a number twice. */
export interface AnswerSettings {
  readonly nextControlNumber: () => string;
  readonly at: Date;
}

/**
 * TA1 and 997 for each interchange of a file: accepted sets, rejected sets with the place of each fault, and for an interchange that
 * cannot be trusted the TA1 alone. A file without an interchange names nobody who could be answered.
 */
export function answer(source: string | Uint8Array, { nextControlNumber, at }: AnswerSettings): Answer {
  const { interchanges, issues } = read(source, { sets: [purchaseOrder850] });
  if (interchanges.length === 0)
    return { files: [], told: [`There is nobody to answer: ${issues.map(({ message }) => message).join('; ')}`] };
  const answers = interchanges.map((interchange) => {
    const number = nextControlNumber();
    const outgoing = acknowledge(interchange, { controlNumber: number, groupControlNumber: `${Number(number)}`, at });
    const written = outgoing === undefined ? undefined : write(outgoing);
    if (written?.ok === false) throw new Error(written.issues.map(({ message }) => message).join('; '));
    const { sender, controlNumber } = interchange.header;
    const sets = interchange.groups.flatMap((group) => group.sets.map((set) => `${set.controlNumber} ${set.status}`));
    return {
      file: written?.value,
      told: `Interchange ${controlNumber} of ${sender.id} is ${interchange.status}; sets: ${sets.join(', ') || 'none'}`,
    };
  });
  return { files: answers.flatMap(({ file }) => file ?? []), told: answers.map(({ told }) => told) };
}
