import type { ByteWindow } from '../lexical/byte-window.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import { SegmentRun, type TextWindow } from '../lexical/segment-run.ts';
import type { SegmentScanner } from '../lexical/segment-scanner.ts';
import type { TokenList } from '../lexical/token-list.ts';
import type { Segment } from './interchange.ts';
import { segmentsOf } from './set-source.ts';

/** What a scanner has recorded, as segments. */
export class RecordedSegments {
  private readonly tokens: TokenList;
  private readonly scanner: SegmentScanner;
  private readonly text: TextWindow;

  constructor(tokens: TokenList, scanner: SegmentScanner, text: TextWindow) {
    this.tokens = tokens;
    this.scanner = scanner;
    this.text = text;
  }

  /** The segment that was read last. */
  last(window: ByteWindow, position: number): Segment {
    const { tokens, scanner } = this;
    const { fault, id, start, end } = scanner;
    if (fault === 'too-long') return { id, elements: [], offset: start, length: end - start, position };
    const at = tokens.first + scanner.entry;
    return new ScannedSegment(position, this.run(window, at, tokens.length), at);
  }

  /** The same to keep beyond its window: a copy, so that it does not keep all that came with it. */
  copyOfLast(window: ByteWindow, position: number): Segment {
    const { tokens, scanner, text } = this;
    const { fault, start, end } = scanner;
    if (fault === 'too-long') return this.last(window, position);
    const bytes = window.bytes.slice(start - window.base, end - window.base);
    const entries = tokens.entries.slice(tokens.first + scanner.entry, tokens.length);
    return new ScannedSegment(
      position,
      new SegmentRun(bytes, start, tokens.origin, entries, 0, entries.length, text),
      0,
    );
  }

  /** The segments between two entries. */
  run({ bytes, base }: ByteWindow, first: number, end: number): SegmentRun {
    const { tokens, text } = this;
    return new SegmentRun(bytes, base, tokens.origin, tokens.entries, first, end, text);
  }

  /** The entry behind the last segment that is complete. */
  get wholeEnd(): number {
    const { tokens, scanner } = this;
    return scanner.isOpen ? tokens.first + scanner.entry : tokens.length;
  }

  /** Takes the segments in front of an entry, the first of them with a number, and goes on recording behind them. */
  take(window: ByteWindow, end: number, position: number): readonly Segment[] {
    const { tokens, scanner } = this;
    const { first } = tokens;
    if (end === first) return [];
    scanner.entry -= end - first;
    tokens.first = end;
    return segmentsOf(this.run(window, first, end), position);
  }

  /** Counts what is recorded from the segment that has begun, so that offsets stay small. */
  begin(): true {
    const { tokens, scanner } = this;
    if (scanner.isOpen) tokens.beginAt(tokens.first, scanner.start);
    return true;
  }
}
