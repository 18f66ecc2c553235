import type { EnvelopeItem } from '../envelope/envelope-item.ts';
import { EnvelopeReader } from '../envelope/envelope-reader.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { ByteWindow } from '../lexical/byte-window.ts';
import { readInterchangeHeader } from '../lexical/interchange-header.ts';
import { toDelimiters } from '../lexical/separators.ts';
import { withDefaults } from '../limits.ts';
import { type Disguise, disguiseFor, hideBytes } from './hide-bytes.ts';
import { hideSegment } from './hide-segment.ts';

/** A byte order mark tells how a file is to be read, and is none of its text. */
const MARK = 4;

const NO_SEPARATORS = /* @__PURE__ */ disguiseFor([]);

/** Masks an input that comes as one window or as one that grows: what has been read is hidden and given away. */
export class Masker {
  private readonly reader = new EnvelopeReader(withDefaults(), { bySegment: true });
  private disguise: Disguise = NO_SEPARATORS;
  /** Offset up to which all is hidden. */
  private done = 0;

  /** First byte that has to stay in the window. */
  get needed(): number {
    return Math.min(this.reader.needed, this.done);
  }

  /** A masked copy of what can be judged by now, from where the last one ended. */
  take(window: ByteWindow): Uint8Array {
    const { base, bytes, isLast } = window;
    const from = this.done;
    const masked: ByteWindow = { base, bytes: bytes.slice(), isLast };
    const { reader } = this;
    for (let item = reader.next(window); item !== undefined && item !== 'more'; item = reader.next(window))
      this.hideItem(item, window, masked);
    const end = base + bytes.length;
    this.hideUntil(isLast ? end : Math.min(end, reader.needed), masked);
    return masked.bytes.subarray(from - base, this.done - base);
  }

  private hideItem(item: EnvelopeItem, window: ByteWindow, masked: ByteWindow): void {
    if (item.kind === 'segments') for (const segment of item.segments) this.hide(segment, window, masked);
    if (item.kind !== 'interchange') return;
    this.hideUntil(item.interchange.offset + item.interchange.length, masked);
    this.disguise = NO_SEPARATORS;
  }

  private hide(segment: Segment, { bytes, base }: ByteWindow, masked: ByteWindow): void {
    this.hideUntil(segment.offset, masked);
    // Nothing but the header of an interchange is a segment of that id: no segment reaches over the beginning of another.
    if (segment.id === 'ISA') this.disguise = disguiseOf(bytes, segment.offset - base) ?? this.disguise;
    hideSegment(segment, bytes, masked.bytes, base, this.disguise);
    this.done = Math.max(this.done, segment.offset + segment.length);
  }

  /** What is between segments is a line break, or something that nobody knows. */
  private hideUntil(offset: number, { bytes, base }: ByteWindow): void {
    for (; this.done < offset; this.done++) {
      const at = this.done - base;
      if (this.done >= MARK || (bytes[at] as number) < 0x80) hideBytes(bytes, at, at + 1, false, this.disguise);
    }
  }
}

function disguiseOf(bytes: Uint8Array, at: number): Disguise | undefined {
  const scan = readInterchangeHeader(bytes, at);
  if (scan === undefined) return undefined;
  const { element, component, segment, repetition } = toDelimiters(scan.separators);
  return disguiseFor([element, component, segment, ...(repetition === undefined ? [] : [repetition])]);
}
