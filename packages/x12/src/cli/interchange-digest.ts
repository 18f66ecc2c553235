import { createHash, type Hash } from 'node:crypto';
import { PassedBytes } from './passed-bytes.ts';

/** SHA-256 of each interchange, ISA to IEA, of an input that goes by. */
export class InterchangeDigest {
  private readonly passed = new PassedBytes();
  private hash: Hash | undefined = undefined;

  /** The input as it came. */
  pass(input: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    return this.passed.pass(input);
  }

  /** Takes the bytes of the interchange that begins at `from`, as far as `to`. */
  add(from: number, to: number): void {
    this.hash ??= createHash('sha256');
    for (const piece of this.passed.take(from, to)) this.hash.update(piece);
  }

  /** The digest of the interchange that ends at `to`, in hexadecimal digits. */
  end(from: number, to: number): string {
    this.add(from, to);
    const digest = this.hash?.digest('hex') ?? '';
    this.hash = undefined;
    return digest;
  }
}
