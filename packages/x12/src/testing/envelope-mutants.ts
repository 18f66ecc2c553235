import { type EditableSegment, withElement } from './editable-interchange.ts';
import type { Mutant } from './mutant.ts';
import { mutant, type Original } from './original.ts';

/** Faults of ISA, IEA, GS, GE, ST and SE: fields, counts, control numbers, duplicates, what is missing or astray. */
export function envelopeMutants(original: Original): Mutant[] {
  return [...interchangeMutants(original), ...groupMutants(original), ...setMutants(original)];
}

/** ISA: element, a value that is none, the TA105 note, what it says. */
const HEADER_FIELDS: readonly (readonly [element: number, text: string, note: string, what: string])[] = [
  [1, '99', '010', 'has an authorization qualifier that is none'],
  [3, '99', '012', 'has a security qualifier that is none'],
  [5, '99', '005', 'has a sender qualifier that is none'],
  [6, ' '.repeat(15), '006', 'names no sender'],
  [7, '99', '007', 'has a receiver qualifier that is none'],
  [8, ' '.repeat(15), '008', 'names no receiver'],
  [9, '260230', '014', 'has a date that is none'],
  [10, '2561', '015', 'has a time that is none'],
  [12, '99999', '017', 'has a version that is none'],
  [14, '2', '019', 'neither asks for an acknowledgment nor does not'],
  [15, 'X', '020', 'is neither for test nor for production'],
];

function interchangeMutants(original: Original): Mutant[] {
  return [
    ...headerMutants(original),
    ...separatorMutants(original),
    ...trailerMutants(original),
    ...receiverMutants(original),
  ];
}

function headerMutants(original: Original): Mutant[] {
  const { segments, trailer } = original;
  const header = segments[0] as EditableSegment;
  const end = segments[trailer] as EditableSegment;
  const field = (element: number, note: string, name: string, changed: readonly EditableSegment[]) =>
    mutant(original, name, 'interchange-header-field', { segment: 1, element, acknowledgment: `TA1-${note}` }, changed);
  const unnumbered = replaced(original, 0, withElement(header, 13, 'ABCDEFGHI'));
  const short = withElement(header, 2, (header.elements[2] ?? '').slice(1));
  return [
    ...HEADER_FIELDS.map(([element, text, note, what]) => {
      const name = `ISA${String(element).padStart(2, '0')} ${what}`;
      return field(element, note, name, replaced(original, 0, withElement(header, element, text)));
    }),
    field(
      13,
      '018',
      'ISA13 is no number',
      replaced({ segments: unnumbered }, trailer, withElement(end, 2, 'ABCDEFGHI')),
    ),
    field(13, '025', 'ISA13 came before', [...segments, ...segments]),
    mutant(
      original,
      'ISA02 lacks a blank',
      'interchange-header-width',
      { segment: 1, element: 2 },
      replaced(original, 0, short),
    ),
  ];
}

function separatorMutants(original: Original): Mutant[] {
  const { segments, delimiters } = original;
  const header = segments[0] as EditableSegment;
  const declares = (element: number, note: string, text: string, what: string) =>
    mutant(
      original,
      `ISA${element} is the separator of ${what}`,
      'interchange-separators',
      { segment: 1, element, acknowledgment: `TA1-${note}` },
      replaced(original, 0, withElement(header, element, text)),
    );
  const component = declares(16, '027', delimiters.element, 'elements');
  if (delimiters.repetition === undefined) return [component];
  return [component, declares(11, '026', delimiters.component, 'components')];
}

function trailerMutants(original: Original): Mutant[] {
  const { segments, trailer, set } = original;
  const header = segments[0] as EditableSegment;
  const end = segments[trailer] as EditableSegment;
  const place = { segment: trailer + 1 };
  const stray = { lead: header.lead, elements: ['REF', 'DP', '038'] };
  const cutOff = segments.slice(0, set + 2);
  return [
    mutant(original, 'IEA is missing', 'interchange-trailer-missing', {}, segments.slice(0, -1)),
    mutant(original, 'the file is cut off in the set', 'interchange-trailer-missing', {}, cutOff),
    mutant(
      original,
      'IEA01 counts one group too many',
      'interchange-group-count',
      { ...place, element: 1 },
      counted(original, trailer, 1),
    ),
    mutant(
      original,
      'IEA02 is another number',
      'interchange-trailer-control-number',
      { ...place, element: 2 },
      replaced(original, trailer, withElement(end, 2, otherNumber(end.elements[2]))),
    ),
    mutant(original, 'a segment stands before the first group', 'interchange-structure', { segment: 2 }, [
      header,
      stray,
      ...segments.slice(1),
    ]),
  ];
}

/** A sound interchange that is not meant for who reads it. */
function receiverMutants(original: Original): Mutant[] {
  const { segments } = original;
  const usage = segments[0]?.elements[15] === 'T' ? 'P' : 'T';
  const other = { qualifier: 'ZZ', id: 'ANOTHERPARTY' };
  const place = (element: number) => ({ segment: 1, element });
  return [
    mutant(original, 'the interchange is for another receiver', 'interchange-receiver', place(8), segments, {
      receiver: { ids: [other] },
    }),
    mutant(original, 'test and production are mixed', 'interchange-usage', place(15), segments, {
      receiver: { usage },
    }),
  ];
}

function groupMutants(original: Original): Mutant[] {
  const { segments, group, groupTrailer, trailer } = original;
  const header = segments[group] as EditableSegment;
  const end = segments[groupTrailer] as EditableSegment;
  const at = (element: number) => ({ segment: group + 1, element });
  const atEnd = (element: number) => ({ segment: groupTrailer + 1, element });
  const again = segments.slice(group, groupTrailer + 1);
  return [
    mutant(
      original,
      'GS01 does not fit the sets',
      'group-type',
      at(1),
      replaced(original, group, withElement(header, 1, 'ZZ')),
    ),
    mutant(
      original,
      'GS08 is a release without definition',
      'group-release',
      at(8),
      replaced(original, group, withElement(header, 8, '009999')),
    ),
    mutant(
      original,
      'GS06 is no number',
      'group-control-number',
      at(6),
      replaced(
        { segments: replaced(original, group, withElement(header, 6, 'A')) },
        groupTrailer,
        withElement(end, 2, 'A'),
      ),
    ),
    mutant(
      original,
      'GS06 came before',
      'group-control-number',
      { segment: groupTrailer + 2, element: 6, acknowledgment: 'AK905-19' },
      inserted({ segments: counted(original, trailer, 1) }, groupTrailer + 1, again),
    ),
    mutant(
      original,
      'GE is missing',
      'group-trailer-missing',
      { segment: groupTrailer + 1 },
      removed(original, groupTrailer),
    ),
    mutant(
      original,
      'GE02 is another number',
      'group-trailer-control-number',
      atEnd(2),
      replaced(original, groupTrailer, withElement(end, 2, otherNumber(end.elements[2]))),
    ),
    mutant(original, 'GE01 counts one set too many', 'group-set-count', atEnd(1), counted(original, groupTrailer, 1)),
  ];
}

function setMutants(original: Original): Mutant[] {
  const { segments, set, setTrailer, groupTrailer } = original;
  const header = segments[set] as EditableSegment;
  const end = segments[setTrailer] as EditableSegment;
  const last = setTrailer - set + 1;
  const again = segments.slice(set, setTrailer + 1);
  return [
    mutant(
      original,
      'ST01 is a set without definition',
      'set-not-supported',
      { segment: 1, element: 1 },
      replaced(original, set, withElement(header, 1, '000')),
    ),
    mutant(
      original,
      'ST01 is no number',
      'set-type',
      { segment: 1, element: 1 },
      replaced(original, set, withElement(header, 1, 'XX')),
    ),
    mutant(
      original,
      'ST02 is too short',
      'set-control-number',
      { segment: 1, element: 2 },
      replaced(
        { segments: replaced(original, set, withElement(header, 2, '1')) },
        setTrailer,
        withElement(end, 2, '1'),
      ),
    ),
    mutant(
      original,
      'ST02 came before',
      'set-control-number',
      { segment: 1, element: 2, acknowledgment: 'AK502-23' },
      inserted({ segments: counted(original, groupTrailer, 1) }, setTrailer + 1, again),
    ),
    mutant(original, 'SE is missing', 'set-trailer-missing', { segment: last }, removed(original, setTrailer)),
    mutant(
      original,
      'SE02 is another number',
      'set-trailer-control-number',
      { segment: last, element: 2 },
      replaced(original, setTrailer, withElement(end, 2, otherNumber(end.elements[2]))),
    ),
    mutant(
      original,
      'SE01 counts one segment too many',
      'set-segment-count',
      { segment: last, element: 1 },
      counted(original, setTrailer, 1),
    ),
  ];
}

type Segments = Pick<Original, 'segments'>;

const replaced = ({ segments }: Segments, index: number, segment: EditableSegment): EditableSegment[] =>
  segments.map((each, at) => (at === index ? segment : each));

const removed = ({ segments }: Segments, index: number): EditableSegment[] => segments.filter((_, at) => at !== index);

const inserted = ({ segments }: Segments, index: number, added: readonly EditableSegment[]): EditableSegment[] => [
  ...segments.slice(0, index),
  ...added,
  ...segments.slice(index),
];

/** A trailer that counts more than there is. */
function counted(original: Segments, index: number, more: number): EditableSegment[] {
  const segment = original.segments[index] as EditableSegment;
  return replaced(original, index, withElement(segment, 1, String(Number(segment.elements[1]) + more)));
}

/** A number of the same width. */
const otherNumber = (text = ''): string =>
  (/^9+$/.test(text) ? '1' : '9').padStart(text.length, text.startsWith('9') ? '1' : '9');
