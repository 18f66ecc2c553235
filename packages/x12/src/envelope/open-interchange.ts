import type { Address, Issue } from '../issue.ts';
import type { InterchangeHeaderScan } from '../lexical/interchange-header.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import { SegmentRun, type TextWindow } from '../lexical/segment-run.ts';
import { toDelimiters } from '../lexical/separators.ts';
import { UNUSUAL_FLAG } from '../lexical/token-list.ts';
import { checkInterchangeHeader } from './check-interchange-header.ts';
import { ControlNumbers } from './control-numbers.ts';
import { envelopeIssue, textOf } from './envelope-issue.ts';
import { headerIssue } from './header-issue.ts';
import type { Delimiters, Interchange, InterchangeHeader, Segment } from './interchange.ts';
import { interchangeHeader } from './interchange-header.ts';

/** An interchange while its groups come in. */
export interface OpenInterchange {
  readonly header: InterchangeHeader;
  /** ISA. */
  readonly segment: Segment;
  readonly delimiters: Delimiters;
  readonly address: Address;
  readonly acknowledgments: Segment[];
  readonly issues: Issue[];
  /** GS06 of its groups. */
  readonly controlNumbers: ControlNumbers;
  readonly offset: number;
  /** Its groups so far. */
  count: number;
  /** Bytes up to the terminator of IEA; known at its end. */
  length: number;
  /** Segments came that belong to no group: its count says nothing then. */
  strayed: boolean;
}

/** Begins an interchange at its ISA, which stands in `bytes`; `base` is the offset of these in the whole input. */
export function openInterchange(
  scan: InterchangeHeaderScan,
  bytes: Uint8Array,
  base: number,
  window: TextWindow,
): OpenInterchange {
  const header = interchangeHeader(scan);
  const address: Address = { interchange: header.controlNumber };
  const offset = base + scan.offset;
  return {
    header,
    segment: headerSegment(scan, bytes, base, window),
    delimiters: toDelimiters(scan.separators),
    address,
    acknowledgments: [],
    issues: checkInterchangeHeader(
      { ...scan, offset, fieldOffsets: scan.fieldOffsets.map((at) => at + base) },
      address,
    ),
    controlNumbers: new ControlNumbers(),
    offset,
    count: 0,
    length: scan.end - scan.offset,
    strayed: false,
  };
}

function headerSegment(
  { offset, fields, fieldOffsets }: InterchangeHeaderScan,
  bytes: Uint8Array,
  base: number,
  window: TextWindow,
): Segment {
  const last = fieldOffsets.length - 1;
  const end = (fieldOffsets[last] as number) + (fields[last] as string).length;
  const cuts = fieldOffsets.map((at) => (at - 1 - offset) << 2);
  // An ISA is kept as long as its interchange: a copy, so that it does not keep all that came with it.
  const entries = Uint32Array.of(UNUSUAL_FLAG, cuts.length, ...cuts, (end - offset) << 2);
  const origin = base + offset;
  return new ScannedSegment(
    1,
    new SegmentRun(bytes.slice(offset, end), origin, origin, entries, 0, entries.length, window),
    0,
  );
}

/** TA1s are kept until their interchange ends, in a stream too. Nobody sends more; what is more is a stray. */
const MOST_ACKNOWLEDGMENTS = 100_000;

/** Whether another TA1 can be kept. */
export const hasRoom = ({ acknowledgments }: OpenInterchange): boolean => acknowledgments.length < MOST_ACKNOWLEDGMENTS;

/** Ends an interchange at its IEA. */
export function closeInterchange(interchange: OpenInterchange, trailer: Segment): void {
  const { address, issues, header, count, strayed } = interchange;
  const said = textOf(trailer, 1);
  const report = (
    code: 'interchange-group-count' | 'interchange-trailer-control-number',
    element: number,
    message: string,
    expected: string,
  ) => issues.push(envelopeIssue(code, { segment: trailer, element, address, message, expected }));
  if (!strayed && !(/^\d{1,10}$/.test(said) && Number(said) === count))
    report('interchange-group-count', 1, 'the number of functional groups disagrees', `${count}`);
  if (textOf(trailer, 2) !== header.controlNumber)
    report(
      'interchange-trailer-control-number',
      2,
      'the control number of IEA differs from that of ISA',
      header.controlNumber,
    );
}

/** The interchange number came before between the same parties (TA105 025). */
export function reportRepeated(interchange: OpenInterchange): void {
  interchange.issues.push(
    headerIssue('interchange-header-field', interchange, {
      element: 13,
      message: 'the interchange control number came before in this file',
      expected: 'a number that is unique between these parties',
      found: interchange.header.controlNumber,
      acknowledgment: 'TA1-025',
    }),
  );
}

/** The interchange as far as it came, without its groups. */
export function toInterchange(open: OpenInterchange): Omit<Interchange, 'groups'> {
  const { header, segment, delimiters, acknowledgments, issues, address, offset, length } = open;
  return { header, segment, delimiters, acknowledgments, issues, address, offset, length };
}
