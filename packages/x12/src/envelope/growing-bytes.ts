const encoder = new TextEncoder();

/** The last character of ASCII. */
const LAST = 0x7f;

/** Bytes that are added at the end. */
export class GrowingBytes {
  private bytes = new Uint8Array(1024);
  private length = 0;

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

  /** Adds a text whose every character is ASCII and marked as plain in a table, or adds nothing and tells that it is not so. */
  addPlain(text: string, isPlain: Uint8Array): boolean {
    const { length: count } = text;
    this.reserve(count);
    const { bytes, length } = this;
    for (let at = 0; at < count; at++) {
      const code = text.charCodeAt(at);
      if (code > LAST || isPlain[code] === 0) return false;
      bytes[length + at] = code;
    }
    this.length = length + count;
    return true;
  }

  /** All that was added. */
  taken(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const bytes = new Uint8Array(2 * (this.length + count));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}
