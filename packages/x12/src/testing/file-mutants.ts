import type { EditableSegment } from './editable-interchange.ts';
import type { Mutant } from './mutant.ts';
import { bodyOf, expectedIssue, mutant, type Original, withBody } from './original.ts';

/** Faults of the file as a whole, and what is over a limit. */
export function fileMutants(original: Original): Mutant[] {
  const { bytes } = original;
  const whole = (
    name: string,
    code: Parameters<typeof expectedIssue>[0],
    changed: Uint8Array,
    limits = {},
  ): Mutant => ({
    name,
    bytes: changed,
    options: { limits },
    expected: expectedIssue(code, {}),
  });
  return [
    whole('the file is empty', 'file-empty', new Uint8Array()),
    whole('something stands before the interchange', 'file-not-x12', joined(new TextEncoder().encode('HELLO '), bytes)),
    whole('something stands after the interchange', 'file-not-x12', joined(bytes, new TextEncoder().encode('\nHELLO'))),
    whole('the file is UTF-16', 'file-unreadable-text', utf16(bytes)),
    whole('the file is over the limit of bytes', 'file-too-large', bytes, { bytes: bytes.length - 1 }),
    ...limitMutants(original),
  ];
}

function limitMutants(original: Original): Mutant[] {
  const { segments, set, setTrailer, delimiters } = original;
  const [first, ...rest] = bodyOf(original);
  if (first === undefined) return [];
  const longest = Math.max(...segments.map(lengthOf));
  const long = { lead: first.lead, elements: [...first.elements, 'X'.repeat(longest + 1)] };
  const wide = { lead: first.lead, elements: [...first.elements, ...Array<string>(LIMIT_OF_ELEMENTS).fill('X')] };
  const size = segments
    .slice(set, setTrailer)
    .reduce((sum, segment) => sum + lengthOf(segment) + delimiters.segment.length, 0);
  return [
    mutant(
      original,
      'a segment is over the limit of bytes',
      'segment-too-long',
      { segment: 2 },
      withBody(original, [long, ...rest]),
      {
        limits: { segmentBytes: longest },
      },
    ),
    mutant(
      original,
      'a segment is over the limit of elements',
      'segment-too-many-elements',
      { segment: 2 },
      withBody(original, [wide, ...rest]),
      {
        limits: { elements: LIMIT_OF_ELEMENTS },
      },
    ),
    mutant(original, 'a set is over the limit of bytes', 'set-too-large', { segment: 1 }, segments, {
      limits: { setBytes: Math.ceil(size / 2) },
    }),
  ];
}

/** More than any segment has. */
const LIMIT_OF_ELEMENTS = 100;

const lengthOf = ({ elements }: EditableSegment): number => elements.join(' ').length;

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(left.length + right.length);
  bytes.set(left);
  bytes.set(right, left.length);
  return bytes;
}

/** The bytes as UTF-16 with its mark. */
function utf16(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(2 + 2 * bytes.length);
  wide.set([0xff, 0xfe]);
  bytes.forEach((byte, index) => {
    wide[2 + 2 * index] = byte;
  });
  return wide;
}
