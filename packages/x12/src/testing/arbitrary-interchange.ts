import * as fc from 'fast-check';
import type { Definition } from '../definition/definition.ts';
import type { Delimiters } from '../envelope/interchange.ts';
import type { OutgoingInterchange } from '../envelope/outgoing.ts';
import { write } from '../write.ts';
import { arbitraryDocument } from './arbitrary-document.ts';

/** A valid interchange with the documents that it holds. */
export interface WrittenInterchange<Document> {
  readonly bytes: Uint8Array;
  /** In the order of the file. */
  readonly documents: readonly Document[];
  readonly delimiters: Delimiters;
}

export interface ArbitraryInterchangeOptions {
  /** Most optional places that are filled in each document, 60 when absent. */
  readonly places?: number | undefined;
  /** Most functional groups, 2 when absent. */
  readonly groups?: number | undefined;
  /** Most transaction sets of a group, 2 when absent. */
  readonly sets?: number | undefined;
}

/**
 * Valid interchanges of one definition: with usual and unusual separators (other separators are then data) or those that
 * its companion guide wants, with line breaks or without, with several groups and sets, in the version of the
 * definition's release. Running it throws like `arbitraryDocument`.
 */
export function arbitraryInterchange<Document>(
  definition: Definition<string, Document>,
  options: ArbitraryInterchangeOptions = {},
): fc.Arbitrary<WrittenInterchange<Document>> {
  const { places, groups = 2, sets = 2 } = options;
  const version = versionOf(definition.release);
  return fc
    .record({
      delimiters: delimitersOf(definition, version),
      lineBreak: fc.constantFrom('' as const, '\n' as const, '\r\n' as const),
    })
    .chain(({ delimiters, lineBreak }) =>
      fc
        .record({
          groups: fc.array(
            fc.array(arbitraryDocument(definition, { places, signs: signsBeside(delimiters) }), {
              minLength: 1,
              maxLength: sets,
            }),
            { minLength: 1, maxLength: groups },
          ),
          controlNumber: fc.integer({ min: 1, max: 999_999_999 }),
          at: fc.date({ min: new Date(0), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true }),
          usage: fc.constantFrom('T' as const, 'P' as const),
          acknowledgmentRequested: fc.boolean(),
        })
        .map(({ groups, controlNumber, ...header }) => ({
          bytes: written({
            ...PARTIES,
            ...header,
            version,
            delimiters,
            lineBreak: delimiters.segment === '\n' ? '' : lineBreak,
            controlNumber: String(controlNumber).padStart(9, '0'),
            groups: groups.map((documents, index) => ({
              sender: PARTIES.sender.id,
              receiver: PARTIES.receiver.id,
              controlNumber: String(index + 1),
              sets: documents.map((document, number) => ({
                definition,
                document,
                controlNumber: String(number + 1).padStart(4, '0'),
              })),
            })),
          }),
          documents: groups.flat(),
          delimiters,
        })),
    );
}

/** The companies are made up. */
const PARTIES = {
  sender: { qualifier: 'ZZ', id: 'SAMPLEMERC' },
  receiver: { qualifier: 'ZZ', id: 'EXAMPLESUP' },
} as const;

/** ISA12: `00401` for release 004010. */
const versionOf = (release: string): string => release.slice(0, 5);

const ELEMENT = ['*', '|', '\u001d', '+'] as const;
const COMPONENT = ['>', ':', '<', '\\'] as const;
const SEGMENT = ['~', "'", '\u001c', '\n'] as const;
const REPETITION = ['^', '!', '%', '\u001f'] as const;

/** Those that a guide wants, else any. */
function delimitersOf({ guide }: Definition, version: string): fc.Arbitrary<Delimiters> {
  const wanted = guide?.guide.separators;
  if (wanted === undefined) return anyDelimiters(version);
  const { repetition, ...common } = wanted;
  if (version < '00402' || repetition !== undefined) return fc.constant(version < '00402' ? common : wanted);
  const free = REPETITION.filter((sign) => !Object.values(common).includes(sign));
  return fc.constantFrom(...free).map((repetition) => ({ ...common, repetition }));
}

function anyDelimiters(version: string): fc.Arbitrary<Delimiters> {
  const common = {
    element: fc.constantFrom(...ELEMENT),
    component: fc.constantFrom(...COMPONENT),
    segment: fc.constantFrom(...SEGMENT),
  };
  // A repetition separator exists from 00402 on.
  return version < '00402' ? fc.record(common) : fc.record({ ...common, repetition: fc.constantFrom(...REPETITION) });
}

const LETTERS = 'ABCXYZabc0123456789 -.,/&#é€😀';

/** What separates elsewhere is data here. */
const signsBeside = (delimiters: Delimiters): string =>
  LETTERS +
  [...ELEMENT, ...COMPONENT, ...SEGMENT, ...REPETITION]
    .filter((sign) => sign > ' ' && !Object.values(delimiters).includes(sign))
    .join('');

function written(outgoing: OutgoingInterchange): Uint8Array {
  const result = write(outgoing);
  if (!result.ok) throw new Error(`a made interchange could not be written: ${result.issues[0]?.message}`);
  return result.value;
}
