import type { CodecContext } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { Identifier, PairCoding, PairCodings } from './lay-out-pairs.ts';

/** An identifier with the qualifier that it was read under. */
export interface IdentifierRead extends Identifier {
  readonly coding: PairCoding;
}

/**
 * Whether identifiers, read one after the other from the first pair of elements on, are written as they stood in `texts`.
 * Most are, and to see that nothing need be laid out. False says nothing.
 */
export function isLaidOutSo(
  { byScheme }: PairCodings,
  read: readonly IdentifierRead[],
  texts: readonly unknown[],
  context: CodecContext,
): boolean {
  let last = -1;
  for (const [at, { scheme, value, coding }] of read.entries()) {
    // The first code of a scheme is tried first; after another code of its scheme it need not be.
    if (coding.place <= last || byScheme.get(scheme)?.[0] !== coding) return false;
    if (
      coding.codec.stable === true
        ? value !== texts[at]
        : convertOne(coding.codec, value, 'write', context) !== texts[at]
    ) {
      return false;
    }
    last = coding.place;
  }
  return true;
}
