import { joined } from './joined.ts';

/** Of larger files the faulty segments are not shown. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Passes pieces on and keeps them for whoever is shown a fault, as long as they are not too many. */
export class Kept {
  private held: Uint8Array[] | undefined = [];
  private size = 0;

  private readonly input: AsyncIterable<Uint8Array>;
  private readonly most: number;

  constructor(input: AsyncIterable<Uint8Array>, most: number = MOST_KEPT) {
    this.input = input;
    this.most = most;
  }

  async *pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of this.input) {
      this.size += piece.length;
      if (this.size > this.most) this.held = undefined;
      this.held?.push(piece);
      yield piece;
    }
  }

  source(): Uint8Array | undefined {
    return this.held && joined(this.held);
  }
}
