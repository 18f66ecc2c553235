import type { Address } from '../issue.ts';
import type { ByteWindow } from '../lexical/byte-window.ts';
import type { InterchangeHeaderScan } from '../lexical/interchange-header.ts';
import type { TextWindow } from '../lexical/segment-run.ts';
import { type ScanFault, type ScanLimits, SegmentScanner } from '../lexical/segment-scanner.ts';
import type { TokenList } from '../lexical/token-list.ts';
import { makeIssue } from '../make-issue.ts';
import { envelopeIssue } from './envelope-issue.ts';
import type { EnvelopeItem } from './envelope-item.ts';
import type { Segment } from './interchange.ts';
import { closeGroup, type OpenGroup, openGroup } from './open-group.ts';
import { closeInterchange, hasRoom, type OpenInterchange, openInterchange } from './open-interchange.ts';
import { closeSet, type OpenSet, openSet, reportTooLarge } from './open-set.ts';
import { RecordedSegments } from './recorded-segments.ts';
import { SetSource, setOf } from './set-source.ts';
import { tooManyIssues } from './too-many-issues.ts';

/** Reads one interchange in one pass, from its ISA to its IEA, to another ISA or to the end of the input. */
export class InterchangeReader {
  readonly interchange: OpenInterchange;
  isDone = false;
  private readonly scanner: SegmentScanner;
  private group: OpenGroup | undefined = undefined;
  private set: OpenSet | undefined = undefined;
  /** Segments since ISA, which is 1. */
  private count = 1;
  private readonly begin = (offset: number): void => {
    // The segments of a set are recorded together; every other segment for itself.
    const { set, tokens } = this;
    if (set === undefined || set.isTooLarge || tokens.length === tokens.first) tokens.begin(offset);
  };

  private readonly tokens: TokenList;
  private readonly recorded: RecordedSegments;
  private readonly limits: ScanLimits;
  private readonly emit: (item: EnvelopeItem) => void;
  /** Segments are given away as they come, and sets without them. */
  private readonly bySegment: boolean;
  /** Segments of the set that have been given away. */
  private given = 0;

  constructor(
    scan: InterchangeHeaderScan,
    window: ByteWindow,
    tokens: TokenList,
    text: TextWindow,
    limits: ScanLimits,
    emit: (item: EnvelopeItem) => void,
    bySegment: boolean,
  ) {
    this.tokens = tokens;
    this.limits = limits;
    this.emit = emit;
    this.bySegment = bySegment;
    this.interchange = openInterchange(scan, window.bytes, window.base, text);
    this.scanner = new SegmentScanner(window.base + scan.end, scan.separators, tokens, limits);
    this.recorded = new RecordedSegments(tokens, this.scanner, text);
    this.pass(this.interchange.segment, this.interchange.address);
  }

  /** First byte that has not been read. */
  get at(): number {
    return this.scanner.at;
  }

  /** First byte that has to stay in memory. */
  get needed(): number {
    const { set, scanner, bySegment } = this;
    return set === undefined || set.isTooLarge || bySegment ? scanner.needed : set.header.offset;
  }

  /** Reads on until something is complete, or says that the window ends too early. */
  step(window: ByteWindow): 'item' | 'more' {
    for (;;) {
      this.skim(window);
      const result = this.scanner.next(window, this.begin);
      if (result === 'segment') {
        if (this.take(window)) return 'item';
        continue;
      }
      this.checkSize();
      if (result === 'more') return this.giveWhole(window) ? 'item' : 'more';
      this.endEarly(window);
      return 'item';
    }
  }

  /** Counts the segments of a set in which there is nothing to decide. */
  private skim(window: ByteWindow): void {
    const { set, scanner, tokens, limits } = this;
    if (set === undefined || set.isTooLarge || scanner.isOpen) return;
    const until = this.bySegment ? tokens.origin + PART : set.header.offset + limits.setBytes;
    const read = scanner.skim(window, until);
    set.count += read;
    this.count += read;
  }

  /** Whether the segment completed something. */
  private take(window: ByteWindow): boolean {
    const { scanner, set } = this;
    const { id, fault } = scanner;
    this.count++;
    this.checkSize();
    if (set !== undefined && !isEnvelope(id)) {
      set.count++;
      if (fault !== undefined) this.reportFault(fault, set.count);
      return this.bySegment && scanner.at - this.tokens.origin > PART && this.giveWhole(window);
    }
    const segment = this.recorded.last(window, this.positionOf(id));
    if (fault !== undefined) this.reportFault(fault, segment.position);
    switch (id) {
      case 'ST':
        return this.takeHeader(segment, window);
      case 'SE':
        return set === undefined ? this.stray(segment) : this.endSet(segment, window);
      case 'GS':
        return this.takeGroup(segment, window);
      case 'GE':
        return this.group === undefined ? this.stray(segment) : this.endGroup(segment, window);
      case 'IEA':
        return this.takeTrailer(segment, window);
      default:
        return this.takeOther(segment, window);
    }
  }

  /** ST is 1 in its set; outside of one ISA is 1. */
  private positionOf(id: string): number {
    if (id === 'ST') return 1;
    return id === 'SE' && this.set !== undefined ? this.set.count + 1 : this.count;
  }

  private takeHeader(segment: Segment, window: ByteWindow): boolean {
    const { group, tokens, scanner } = this;
    if (group === undefined) return this.stray(segment);
    const ended = this.set !== undefined && this.endSet(segment, window);
    tokens.beginAt(tokens.first + scanner.entry, segment.offset);
    scanner.entry = 0;
    this.given = 0;
    this.set = openSet(this.recorded.last(window, 1), group.address, group.controlNumbers);
    return ended;
  }

  private takeGroup(segment: Segment, window: ByteWindow): boolean {
    const ended = this.group !== undefined && this.endGroup(segment, window);
    const { interchange } = this;
    this.pass(segment, interchange.address);
    this.group = openGroup(segment, interchange.address, interchange.controlNumbers);
    return ended || this.bySegment;
  }

  private takeTrailer(segment: Segment, window: ByteWindow): boolean {
    if (this.group !== undefined) this.endGroup(segment, window);
    this.pass(segment, this.interchange.address);
    closeInterchange(this.interchange, segment);
    this.finish();
    return true;
  }

  private takeOther(segment: Segment, window: ByteWindow): boolean {
    if (segment.id === 'TA1' && this.group === undefined && hasRoom(this.interchange)) {
      this.interchange.acknowledgments.push(this.recorded.copyOfLast(window, segment.position));
      this.pass(segment, this.interchange.address);
    } else this.stray(segment);
    return this.bySegment;
  }

  /** Segments that stand in no set, or sets in no group: the control structure is invalid, which is said once. */
  private stray(segment: Segment): boolean {
    const { group, interchange } = this;
    this.pass(segment, group?.address ?? interchange.address);
    if (group !== undefined) group.strayed = true;
    if (interchange.strayed) return this.bySegment;
    interchange.strayed = true;
    interchange.issues.push(
      envelopeIssue('interchange-structure', {
        segment,
        address: group?.address ?? interchange.address,
        message: `${segment.id} does not belong here`,
        expected: group ? 'ST or GE' : 'GS or IEA',
      }),
    );
    return this.bySegment;
  }

  private endSet(next: Segment, window: ByteWindow): boolean {
    const { set } = this;
    if (set === undefined) return false;
    closeSet(set, next);
    this.emitSet(set, window, next.id === 'SE' ? next.offset + next.length : undefined);
    return true;
  }

  private endGroup(next: Segment, window: ByteWindow): boolean {
    const { group, interchange } = this;
    // A set without SE is reported at the set; GE itself stands where it should.
    this.endSet(next, window);
    if (group === undefined) return false;
    if (next.id === 'GE') this.pass(next, group.address);
    closeGroup(group, next);
    interchange.count++;
    this.group = undefined;
    this.emit({ kind: 'group', group, interchange });
    return true;
  }

  /** What was cut off is one cause: the group and the set that were open have no issue of their own. */
  private endEarly(window: ByteWindow): void {
    const { set, group, interchange, scanner } = this;
    if (set !== undefined) this.emitSet(set, window, undefined, true);
    if (group !== undefined) this.emit({ kind: 'group', group, interchange });
    interchange.issues.push(
      makeIssue('interchange-trailer-missing', {
        message: 'the interchange ends without IEA',
        at: { offset: scanner.at, length: 0 },
        address: interchange.address,
        path: ['IEA'],
        expected: 'IEA',
      }),
    );
    this.finish();
  }

  private finish(): void {
    const { interchange, scanner } = this;
    interchange.length = scanner.at - interchange.offset;
    this.isDone = true;
    this.emit({ kind: 'interchange', interchange });
  }

  /** Gives the set away: with SE up to its end, else up to the segment that was read last, or with it where nothing followed. */
  private emitSet(set: OpenSet, window: ByteWindow, end: number | undefined, isCutOff = false): void {
    const { tokens, scanner, group, interchange } = this;
    this.set = undefined;
    if (group === undefined) return;
    group.count++;
    if (set.isTooLarge) reportTooLarge(set, scanner.at - set.header.offset, this.limits.setBytes);
    const { type, controlNumber, issues, address, header } = set;
    const last = end === undefined && !isCutOff ? tokens.first + scanner.entry : tokens.length;
    if (this.bySegment) this.give(set, window, last);
    const run = set.isTooLarge || this.bySegment ? undefined : this.recorded.run(window, tokens.first, last);
    const source = new SetSource(header, run, end !== undefined);
    const length = run === undefined ? scanner.at - header.offset : run.lastEnd - header.offset;
    const item = setOf({ type, controlNumber, issues, address, offset: header.offset, length }, source);
    this.emit({ kind: 'set', set: item, group, interchange });
  }

  /** A set over the limit is no longer kept. Looked at wherever reading may stop, so that pieces make no difference. */
  private checkSize(): void {
    const { set, scanner, limits } = this;
    if (set !== undefined && !set.isTooLarge && !this.bySegment && scanner.at - set.header.offset > limits.setBytes)
      set.isTooLarge = true;
  }

  /** Gives a segment that stands in no set away. */
  private pass(segment: Segment, address: Address): void {
    if (this.bySegment) this.emit({ kind: 'segments', segments: [segment], address });
  }

  /** Gives the complete segments of the open set away, if there are any. */
  private giveWhole(window: ByteWindow): boolean {
    const { set, bySegment, recorded } = this;
    return set !== undefined && bySegment && this.give(set, window, recorded.wholeEnd) && recorded.begin();
  }

  private give({ address }: OpenSet, window: ByteWindow, end: number): boolean {
    const segments = this.recorded.take(window, end, this.given + 1);
    if (segments.length === 0) return false;
    this.given += segments.length;
    this.emit({ kind: 'segments', segments, address });
    return true;
  }

  private reportFault(fault: ScanFault, position: number): void {
    const open = this.set ?? this.group ?? this.interchange;
    const { id, start, end, at } = this.scanner;
    if (fault === 'too-long' && this.set !== undefined) this.set.skipped += at - start;
    if (open.issues.length > this.limits.issues) return;
    if (open.issues.length === this.limits.issues) {
      open.issues.push(tooManyIssues(open, start, this.set === undefined ? 'file' : 'set', this.limits.issues));
      return;
    }
    const segment = { id, elements: [], offset: start, length: end - start, position };
    const [code, message] = SCAN_FAULTS[fault];
    open.issues.push(envelopeIssue(code, { segment, address: open.address, message }));
  }
}

/** Bytes after which the segments of a set are given away, where they go one by one. */
const PART = 16 * 1024;

const isEnvelope = (id: string): boolean => id === 'SE' || id === 'ST' || id === 'GE' || id === 'GS' || id === 'IEA';

const SCAN_FAULTS = {
  'too-long': ['segment-too-long', 'the segment is longer than the limit'],
  'too-many-elements': ['segment-too-many-elements', 'the segment has more elements than the limit'],
  'binary-length': ['segment-binary-length', 'the binary payload does not have the length that is declared'],
} as const;
