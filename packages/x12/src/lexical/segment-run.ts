/** Bytes decoded at once. Substrings keep their parent alive, so the parent must stay small. */
const WINDOW = 16 * 1024;

const SHORT = 12;

const decoder = new TextDecoder('latin1');

/** Text decoded last, shared by the runs of a file: reading goes forward, set by set. */
export class TextWindow {
  owner: SegmentRun | undefined = undefined;
  from = 0;
  to = 0;
  text = '';
}

/** Consecutive segments, those of one transaction set: their bytes, and the entries that say where everything stands. */
export class SegmentRun {
  readonly bytes: Uint8Array;
  /** Offset of `bytes` in the whole input. */
  readonly base: number;
  /** Offset in the input from which the entries count. */
  readonly origin: number;
  readonly entries: Uint32Array;
  /** First entry, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  private readonly window: TextWindow;

  constructor(
    bytes: Uint8Array,
    base: number,
    origin: number,
    entries: Uint32Array,
    first: number,
    end: number,
    window: TextWindow,
  ) {
    this.bytes = bytes;
    this.base = base;
    this.origin = origin;
    this.entries = entries;
    this.first = first;
    this.end = end;
    this.window = window;
  }

  /** Offset of the first segment, counted from the origin. */
  get start(): number {
    return (this.entries[this.first] as number) >>> 2;
  }

  /** Offset in the input of the end of the last segment, without its terminator. */
  get lastEnd(): number {
    return this.origin + ((this.entries[this.end - 1] as number) >>> 2);
  }

  /** Text of a range without unusual bytes; offsets count from the origin. */
  text(from: number, to: number): string {
    const window = this.windowOf(from, to);
    return window.text.substring(from - window.from, to - window.from);
  }

  /** The window with the text of a range without unusual bytes, until another range is asked for. */
  windowOf(from: number, to: number): TextWindow {
    const { window } = this;
    if (window.owner !== this || from < window.from || to > window.to) this.load(from, to);
    return window;
  }

  /** The same for a few bytes that are looked at once: without decoding what is around them. */
  shortText(from: number, to: number): string {
    if (to - from > SHORT) return this.text(from, to);
    const { bytes } = this;
    const shift = this.origin - this.base;
    let text = '';
    for (let at = from + shift; at < to + shift; at++) text += String.fromCharCode(bytes[at] as number);
    return text;
  }

  /** The bytes of a range; offsets count from the origin. */
  slice(from: number, to: number): Uint8Array {
    const shift = this.origin - this.base;
    return this.bytes.subarray(from + shift, to + shift);
  }

  private load(from: number, to: number): void {
    const { window, entries, first, end } = this;
    const start = (entries[first] as number) >>> 2;
    const stop = (entries[end - 1] as number) >>> 2;
    const isSmall = stop - start <= WINDOW;
    window.owner = this;
    window.from = isSmall ? start : from;
    window.to = isSmall ? stop : Math.max(to, Math.min(stop, from + WINDOW));
    window.text = decoder.decode(this.slice(window.from, window.to));
  }
}
