import type { Segment } from '../envelope/interchange.ts';
import { type BinaryPayload, binaryPayload } from './binary-payload.ts';
import { isBlank, latin1Of } from './bytes.ts';
import { startsInterchange } from './interchange-header.ts';
import { cutSegment, emptyCuts, type SegmentCuts } from './segment-cuts.ts';
import { segmentElements } from './segment-elements.ts';
import { segmentNumbers } from './segment-numbers.ts';
import { asciiReader, type TextReader, textReader } from './segment-text.ts';
import { ELEMENT, type Separators, separatorTable } from './separators.ts';

export type ScanFault = 'too-long' | 'too-many-elements' | 'binary-length';

export interface ScannedSegment {
  readonly segment: Segment;
  /** False where the input ended, or another interchange began, before the terminator. */
  readonly terminated: boolean;
  readonly fault?: ScanFault | undefined;
}

export interface SegmentScanner {
  /** The next segment, or undefined at the end of the source and where another interchange begins. */
  next(): ScannedSegment | undefined;
  /** First byte not yet read. */
  readonly offset: number;
}

export interface ScanOptions {
  readonly source: Uint8Array;
  /** First byte after the ISA. */
  readonly start: number;
  readonly separators: Separators;
  /** Place of the next well-formed ISA at or after an offset: no segment reaches over it. */
  readonly nextHeader: (from: number) => number;
  readonly segmentBytes: number;
  readonly elements: number;
}

/** Walks the segments after an ISA, reading every byte once. Numbers them: ST is 1 in its set, ISA is 1 outside. */
export function scanSegments(options: ScanOptions): SegmentScanner {
  const { source, separators, segmentBytes, elements: maximum } = options;
  const table = separatorTable(separators);
  const cuts = emptyCuts();
  const numberOf = segmentNumbers();
  const ascii = asciiReader(source);
  let offset = options.start;

  const build = (start: number, end: number, text: TextReader): Segment => {
    // The id reaches to the first element separator: a component separator in front of it belongs to a faulty id.
    const first = cuts.kinds.indexOf(ELEMENT);
    const id = text(start, first < 0 ? end : (cuts.offsets[first] as number));
    const elements = first < 0 ? [] : segmentElements(cuts, first, end, text);
    return { id, elements, offset: start, length: end - start, position: numberOf(id) };
  };

  const next = (): ScannedSegment | undefined => {
    // A terminator that is a line break is skipped with the others: an empty line is no segment.
    while (offset < source.length && isBlank(source[offset] as number)) offset++;
    if (offset >= source.length || startsInterchange(source, offset)) return undefined;
    const start = offset;
    const binary = binaryPayload(source, start, separators);
    if (binary?.fits) {
      takePayload(cuts, binary);
      offset = binary.end + 1;
      const segment = build(start, binary.end, (from, to) => latin1Of(source.subarray(from, to)));
      return scanned(segment, true, binary.end - start > segmentBytes ? 'too-long' : undefined);
    }
    // An ISA here is the next interchange itself, which was looked for above; only a later one bounds the segment.
    const limit = Math.min(source.length, options.nextHeader(start + 1));
    cutSegment(source, table, start, limit, maximum, cuts);
    const { end, high, dropped } = cuts;
    const terminated = end < limit;
    offset = terminated ? end + 1 : end;
    if (end - start > segmentBytes)
      return scanned(build(start, dropElements(cuts, start), ascii), terminated, 'too-long');
    const stop = dropped < 0 ? trimEnd(source, start, end, separators.segment, terminated) : dropped;
    const segment = build(start, stop, high ? textReader(source, start, stop) : ascii);
    return scanned(segment, terminated, dropped >= 0 ? 'too-many-elements' : binary ? 'binary-length' : undefined);
  };

  return {
    next,
    get offset() {
      return offset;
    },
  };
}

const scanned = (segment: Segment, terminated: boolean, fault: ScanFault | undefined): ScannedSegment =>
  fault === undefined ? { segment, terminated } : { segment, terminated, fault };

function takePayload(cuts: SegmentCuts, binary: BinaryPayload): void {
  cuts.offsets.length = 0;
  cuts.offsets.push(...binary.cuts);
  cuts.kinds.length = 0;
  cuts.kinds.push(...binary.cuts.map(() => ELEMENT));
}

/** Leaves of a segment that is too long nothing but its id; gives the end of it. */
function dropElements(cuts: SegmentCuts, start: number): number {
  const end = Math.min(cuts.offsets[0] ?? start + 3, start + 3);
  cuts.offsets.length = 0;
  cuts.kinds.length = 0;
  return end;
}

/** A line break before a terminator that is itself a line break, or blanks after the last segment of a file, are not data. */
function trimEnd(source: Uint8Array, start: number, end: number, terminator: number, terminated: boolean): number {
  let at = end;
  if (terminated && terminator === 0x0a && source[at - 1] === 0x0d) at--;
  if (!terminated) while (at > start && isBlank(source[at - 1] as number)) at--;
  return at;
}
