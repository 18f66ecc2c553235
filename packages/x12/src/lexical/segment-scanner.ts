import { binaryPayload } from './binary-payload.ts';
import { type ByteWindow, judgedEnd } from './byte-window.ts';
import { latin1Of } from './bytes.ts';
import { isFixedWidthHeader, startsInterchange } from './interchange-header.ts';
import { isBetween } from './is-between.ts';
import { segmentId } from './segment-id.ts';
import { ELEMENT, HEADER_LETTER, NONE, REPETITION, SEGMENT, type Separators, separatorTable } from './separators.ts';
import { skimSegments } from './skim-segments.ts';
import { COMPOSITE_FLAG, HEAD, ROOM, type TokenList, UNUSUAL_FLAG } from './token-list.ts';
import { trimEnd } from './trim-end.ts';

export type ScanFault = 'too-long' | 'too-many-elements' | 'binary-length';

/** `more`: the window ends too early. `end`: the input does, or another interchange begins. */
export type ScanResult = 'segment' | 'more' | 'end';

export interface ScanLimits {
  readonly segmentBytes: number;
  readonly elements: number;
  /** A binary payload that is longer is not waited for. */
  readonly setBytes: number;
  /** Most faults of one set, or of what is outside of sets, that are told. */
  readonly issues: number;
}

const NO_SEGMENT = -1;

/**
 * Walks the segments after an ISA, every byte once, also where the bytes come in pieces. Where a segment and its separators
 * stand is recorded in `tokens`. Offsets are those of the whole input.
 */
export class SegmentScanner {
  /** First byte not yet read. */
  at: number;
  /** Start of the segment that is being read or was read last. */
  start = NO_SEGMENT;
  /** End of the segment that was read last, without its terminator. */
  end = 0;
  fault: ScanFault | undefined = undefined;
  /** Its first entry in `tokens`, as a number of entries from `tokens.first`. */
  entry = 0;
  id = '';
  readonly table: Uint8Array;
  /** A segment has begun and not ended yet. */
  isOpen = false;
  private cuts = 0;
  private flags = 0;
  /** First separator beyond the limit: what follows it is dropped. */
  private dropped = NO_SEGMENT;
  private isTooLong = false;
  private binaryFault = false;
  /** Unless negative: where the terminator behind a binary payload has to be. */
  private payloadEnd = NO_SEGMENT;

  readonly separators: Separators;
  readonly tokens: TokenList;
  readonly limits: ScanLimits;

  constructor(at: number, separators: Separators, tokens: TokenList, limits: ScanLimits) {
    this.separators = separators;
    this.tokens = tokens;
    this.limits = limits;
    this.at = at;
    this.table = separatorTable(separators);
  }

  /** The first byte that has to stay in memory, apart from those of an open set. */
  get needed(): number {
    return this.isOpen && !this.isTooLong ? this.start : this.at;
  }

  /** Reads to the end of a segment. `begin` is called at its first byte, to say where its entries are recorded. */
  next(window: ByteWindow, begin: (offset: number) => void): ScanResult {
    if (!this.isOpen) {
      const begun = this.open(window, begin);
      if (begun !== 'segment') return begun;
    }
    return this.payloadEnd < 0 ? this.scan(window) : this.closePayload(window);
  }

  /** Reads ahead, up to an offset, over segments in a set in which there is nothing to decide. Returns their number. */
  skim(window: ByteWindow, until: number): number {
    return skimSegments(this, window, until);
  }

  private open(window: ByteWindow, begin: (offset: number) => void): ScanResult {
    const { bytes, base, isLast } = window;
    const limit = judgedEnd(window) - base;
    let at = this.at - base;
    const terminator = this.separators.segment;
    while (at < limit && isBetween(bytes[at] as number, terminator)) at++;
    this.at = base + at;
    if (at >= limit) return isLast ? 'end' : 'more';
    if (bytes[at] === 0x49 && startsInterchange(bytes, at)) return 'end';
    this.start = this.at;
    this.isOpen = true;
    this.fault = undefined;
    this.cuts = 0;
    this.flags = 0;
    this.dropped = NO_SEGMENT;
    this.isTooLong = false;
    this.binaryFault = false;
    begin(this.start);
    const { tokens } = this;
    tokens.reserve(ROOM);
    this.entry = tokens.length - tokens.first;
    tokens.length += HEAD;
    this.openPayload(bytes, base);
    return 'segment';
  }

  private openPayload(bytes: Uint8Array, base: number): void {
    this.payloadEnd = NO_SEGMENT;
    const payload = binaryPayload(bytes, this.start - base, this.separators);
    if (payload === undefined) return;
    if (payload.end < 0 || payload.end - (this.start - base) > this.limits.setBytes) {
      this.binaryFault = true;
      return;
    }
    this.payloadEnd = payload.end + base;
    for (const cut of payload.cuts) this.cut(cut + base, ELEMENT);
    this.flags = UNUSUAL_FLAG;
  }

  /** Takes the payload by its length, where the terminator stands behind it; else the bytes are read like others. */
  private closePayload(window: ByteWindow): ScanResult {
    const { bytes, base, isLast } = window;
    const end = this.payloadEnd - base;
    if (end >= judgedEnd(window) - base && !isLast) return 'more';
    if (end < bytes.length && bytes[end] === this.separators.segment) {
      if (this.payloadEnd - this.start > this.limits.segmentBytes) this.fault = 'too-long';
      return this.close(this.payloadEnd, this.payloadEnd + 1, bytes, base);
    }
    this.payloadEnd = NO_SEGMENT;
    this.binaryFault = true;
    this.tokens.length -= this.cuts;
    this.cuts = 0;
    this.flags = 0;
    this.at = this.start;
    return this.scan(window);
  }

  private scan(window: ByteWindow): ScanResult {
    const { bytes, base, isLast } = window;
    const { table, tokens } = this;
    const limit = judgedEnd(window) - base;
    const maximum = this.limits.elements;
    const longest = this.start - base + this.limits.segmentBytes;
    const shift = base - tokens.origin;
    let { entries, length } = tokens;
    let room = entries.length - 1;
    let { cuts, flags } = this;
    let at = this.at - base;
    const stop = this.isTooLong ? limit : Math.min(limit, longest + 1);
    let kind = NONE;
    for (; at < stop; at++) {
      kind = table[bytes[at] as number] as number;
      if (kind === NONE) continue;
      if (kind <= REPETITION) {
        if (cuts < maximum) {
          if (length >= room) {
            tokens.length = length;
            tokens.reserve(ROOM);
            ({ entries, length } = tokens);
            room = entries.length - 1;
          }
          entries[length++] = ((at + shift) << 2) | (kind - 1);
          cuts++;
          if (kind !== ELEMENT) flags |= COMPOSITE_FLAG;
        } else if (this.dropped < 0) this.dropped = at + base;
      } else if (kind === SEGMENT) break;
      else if (kind === HEADER_LETTER) {
        // No segment reaches over the beginning of another interchange.
        if (bytes[at + 1] === 0x53 && at + base > this.start && isFixedWidthHeader(bytes, at)) break;
      } else flags |= UNUSUAL_FLAG;
    }
    tokens.length = length;
    this.cuts = cuts;
    this.flags = flags;
    this.at = at + base;
    if (at < stop) return this.close(this.at, kind === SEGMENT ? this.at + 1 : this.at, bytes, base, kind === SEGMENT);
    if (stop < limit) {
      this.skip(bytes, base);
      return this.scan(window);
    }
    return isLast ? this.close(this.at, this.at, bytes, base, false) : 'more';
  }

  /** The segment is longer than the limit: nothing but its id is kept, and its bytes need not stay in memory. */
  private skip(bytes: Uint8Array, base: number): void {
    this.isTooLong = true;
    const { tokens } = this;
    const first = tokens.length - this.cuts;
    const cut = this.cuts > 0 ? ((tokens.entries[first] as number) >>> 2) + tokens.origin : this.at;
    this.end = Math.min(cut, this.start + 3);
    this.id = latin1Of(bytes.subarray(this.start - base, this.end - base));
    tokens.length = first;
    this.cuts = this.limits.elements;
    this.dropped = 0;
  }

  private cut(offset: number, kind: number): void {
    const { tokens } = this;
    tokens.entries[tokens.length++] = ((offset - tokens.origin) << 2) | (kind - 1);
    this.cuts++;
  }

  private close(end: number, next: number, bytes: Uint8Array, base: number, terminated = true): ScanResult {
    const { tokens } = this;
    this.at = next;
    this.isOpen = false;
    if (this.isTooLong) {
      this.cuts = 0;
      this.flags = 0;
      this.fault = 'too-long';
    } else {
      const isCut = this.dropped >= 0;
      this.end = isCut
        ? this.dropped
        : trimEnd(bytes, this.start - base, end - base, this.separators.segment, terminated) + base;
      if (isCut) this.fault = 'too-many-elements';
      else if (this.binaryFault) this.fault = 'binary-length';
      this.nameSegment(bytes, base);
    }
    const head = tokens.first + this.entry;
    tokens.entries[head] = ((this.start - tokens.origin) << 2) | this.flags;
    tokens.entries[head + 1] = this.cuts;
    tokens.entries[tokens.length++] = (this.end - tokens.origin) << 2;
    return 'segment';
  }

  /** The id reaches to the first element separator: a component separator in front of it belongs to a faulty id. */
  private nameSegment(bytes: Uint8Array, base: number): void {
    const { tokens } = this;
    const { entries } = tokens;
    const head = tokens.first + this.entry + HEAD;
    if (this.cuts > 0 && ((entries[head] as number) & 3) !== ELEMENT - 1) this.dropLeadingCuts(head);
    const end = this.cuts > 0 ? ((entries[head] as number) >>> 2) + tokens.origin - base : this.end - base;
    const start = this.start - base;
    this.id = segmentId(bytes, start, end);
  }

  private dropLeadingCuts(head: number): void {
    const { tokens } = this;
    const { entries } = tokens;
    let leading = 0;
    while (leading < this.cuts && ((entries[head + leading] as number) & 3) !== ELEMENT - 1) leading++;
    entries.copyWithin(head, head + leading, tokens.length);
    tokens.length -= leading;
    this.cuts -= leading;
  }
}
