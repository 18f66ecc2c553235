const encoder = new TextEncoder();

/** The last character of ASCII. */
const LAST = 0x7f;

/** Sizes of the first piece and of the largest. */
const SMALLEST = 4096;
const LARGEST = 1024 * 1024;

/** Bytes that are added at the end. They are kept in pieces and copied once: to enlarge one array copies them again and again. */
export class GrowingBytes {
  private bytes = new Uint8Array(SMALLEST);
  private length = 0;
  private readonly full: Uint8Array[] = [];
  /** Number of bytes in the full pieces. */
  private before = 0;

  add(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    // A call costs more than copying a few bytes.
    if (bytes.length < 32) for (let at = 0; at < bytes.length; at++) this.bytes[this.length + at] = bytes[at] as number;
    else this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Adds a text as UTF-8. */
  addText(text: string): void {
    // A character takes three bytes at most; those outside the first plane count as two.
    this.reserve(3 * text.length);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /**
   * Adds a byte, unless it is negative, and a text behind it whose every character is ASCII and marked as plain in a table. Adds
   * nothing, and tells that it is not so, where the text is another.
   */
  addPlain(first: number, text: string, isPlain: Uint8Array): boolean {
    const count = text.length;
    if (this.length + count >= this.bytes.length) this.reserve(count + 1);
    const { bytes } = this;
    let at = this.length;
    if (first >= 0) bytes[at++] = first;
    for (let index = 0; index < count; index++) {
      const code = text.charCodeAt(index);
      if (code > LAST || isPlain[code] === 0) return false;
      bytes[at++] = code;
    }
    this.length = at;
    return true;
  }

  /** All that was added. */
  taken(): Uint8Array {
    const all = new Uint8Array(this.before + this.length);
    let at = 0;
    for (const piece of this.full) {
      all.set(piece, at);
      at += piece.length;
    }
    all.set(this.bytes.subarray(0, this.length), at);
    return all;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    this.full.push(this.bytes.subarray(0, this.length));
    this.before += this.length;
    this.bytes = new Uint8Array(Math.max(count, Math.min(LARGEST, 4 * this.bytes.length)));
    this.length = 0;
  }
}
