/** Keeps the bytes of an input that goes by, until somebody takes or drops them. */
export class PassedBytes {
  private pieces: Uint8Array[] = [];
  /** Offset of the first byte that is kept. */
  private start = 0;

  /** The input as it came. */
  async *pass(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of input) {
      this.pieces.push(piece);
      yield piece;
    }
  }

  /** The bytes from `from` to `to`, as far as they are kept; what lies before `to` is forgotten. */
  take(from: number, to: number): Uint8Array[] {
    const taken: Uint8Array[] = [];
    const rest: Uint8Array[] = [];
    let offset = this.start;
    for (const piece of this.pieces) {
      const part = piece.subarray(Math.max(0, from - offset), Math.max(0, to - offset));
      if (part.length > 0) taken.push(part);
      if (offset + piece.length > to) rest.push(piece.subarray(Math.max(0, to - offset)));
      offset += piece.length;
    }
    this.pieces = rest;
    this.start = Math.min(Math.max(to, this.start), offset);
    return taken;
  }
}
