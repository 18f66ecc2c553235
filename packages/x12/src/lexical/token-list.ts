/** Entries in front of the cuts of a segment: its start with its flags, and the number of cuts. One more follows: its end. */
export const HEAD = 2;

/** Flags of a segment, in the lowest bits of its first entry. */
export const COMPOSITE_FLAG = 1;
export const UNUSUAL_FLAG = 2;

/** Entries of an array: few, because an array that a garbage collection finds in use is there until the next large one. */
const CHUNK = 4 * 1024;

/** Entries made room for at once. */
export const ROOM = 256;

/**
 * Where segments and their separators stand, as numbers in one array: for each segment its start, the number of its cuts,
 * the cuts and its end. An entry is an offset from `origin` times four plus the kind of cut or the flags.
 * Arrays are shared by the sets of a file; one that is full is left to those that use it.
 */
export class TokenList {
  entries: Uint32Array;
  length = 0;
  /** First entry of what is being recorded. */
  first = 0;
  /** Offset in the input from which the entries count. */
  origin = 0;
  private readonly chunk: number;

  /** `chunk`: entries of an array at least. */
  constructor(chunk: number = CHUNK) {
    this.chunk = chunk;
    this.entries = new Uint32Array(chunk);
  }

  /** Begins to record anew, at an offset of the input. */
  begin(origin: number): void {
    this.first = this.length;
    this.origin = origin;
  }

  /** Makes room for as many entries; what is being recorded stays together. */
  reserve(count: number): void {
    if (this.length + count <= this.entries.length) return;
    const kept = this.entries.subarray(this.first, this.length);
    this.entries = new Uint32Array(Math.max(this.chunk, 2 * (kept.length + count)));
    this.entries.set(kept);
    this.length = kept.length;
    this.first = 0;
  }

  /** Lets the entries from `at` on count from another origin, and begins there. */
  beginAt(at: number, origin: number): void {
    const { entries, length } = this;
    const shift = (origin - this.origin) * 4;
    const count = entries[at + 1] as number;
    for (let index = at; index < length; index++)
      if (index !== at + 1) entries[index] = (entries[index] as number) - shift;
    entries[at + 1] = count;
    this.first = at;
    this.origin = origin;
  }
}
