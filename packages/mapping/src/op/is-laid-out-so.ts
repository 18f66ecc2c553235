import type { CodecContext } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { Scalar } from '../map/rule.ts';
import type { Identifier, PairCoding, PairCodings } from './lay-out-pairs.ts';

/** An identifier with the qualifier that it was read under. */
export interface IdentifierRead extends Identifier {
  readonly coding: PairCoding;
  /** What stood there. */
  readonly text: Scalar;
  /** The codec did not take the text, which is the value as it is. */
  readonly isRefused: boolean;
}

/**
 * Whether identifiers, read one after the other from the first pair of elements on, are written as they stood. Most are, and
 * to see that nothing need be laid out. False says nothing.
 */
export function isLaidOutSo(
  { byScheme }: PairCodings,
  read: readonly IdentifierRead[],
  context: CodecContext,
): boolean {
  let last = -1;
  for (const identifier of read) {
    const { scheme, coding } = identifier;
    // The first code of a scheme is tried first; after another code of its scheme it need not be.
    if (coding.place <= last || byScheme.get(scheme)?.[0] !== coding || !comesBack(identifier, context)) return false;
    last = coding.place;
  }
  return true;
}

function comesBack({ coding: { codec }, value, text, isRefused }: IdentifierRead, context: CodecContext): boolean {
  if (!isRefused && ((codec.stable === true && value === text) || codec.exact?.(text, 'read') === true)) return true;
  return convertOne(codec, value, 'write', context) === text;
}
