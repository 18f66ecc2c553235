import { type Codec, type CodecContext, Refusal } from '../codec/codec.ts';
import { convertOne } from '../codec/convert.ts';
import type { Scalar } from '../map/rule.ts';

export interface Identifier {
  readonly scheme: Scalar;
  readonly value: Scalar;
}

/** A qualifier with its meaning. */
export interface PairCoding {
  readonly code: string;
  readonly scheme: string;
  readonly as: string | undefined;
  readonly codec: Codec;
  /** Place in the rule's order; below 0 where it is never written. */
  readonly place: number;
}

/** What became of an identifier: its place among those written, no code for its scheme, no room, or refused by all codecs. */
export type Outcome = number | 'unknown' | 'full' | Refusal;

/** Lays identifiers out as qualifier and value elements: in the order of the codes, or each code at its place. */
export function layOut(
  codings: readonly PairCoding[],
  identifiers: readonly Identifier[],
  width: number,
  positional: boolean,
  context: CodecContext,
): { readonly elements: readonly (Scalar | undefined)[]; readonly outcome: readonly Outcome[] } {
  const used = new Set<PairCoding>();
  const chosen: { at: number; coding: PairCoding; value: Scalar }[] = [];
  const outcome: Outcome[] = identifiers.map((identifier, at) => {
    const choice = choose(codings, identifier, used, positional, context);
    if (choice instanceof Refusal || typeof choice !== 'object') return choice;
    used.add(choice.coding);
    chosen.push({ at, ...choice });
    return at;
  });
  chosen.sort((a, b) => a.coding.place - b.coding.place);
  const elements = new Array<Scalar | undefined>(width).fill(undefined);
  chosen.forEach(({ at, coding, value }, order) => {
    outcome[at] = order;
    const place = 2 * (positional ? coding.place : order);
    if (place + 1 >= width) {
      outcome[at] = 'full';
      return;
    }
    elements[place] = coding.code;
    elements[place + 1] = value;
  });
  return { elements, outcome };
}

/** The first code of the scheme that is free and takes the value; where none is free, one that was used. */
function choose(
  codings: readonly PairCoding[],
  { scheme, value }: Identifier,
  used: ReadonlySet<PairCoding>,
  positional: boolean,
  context: CodecContext,
): { coding: PairCoding; value: Scalar } | Outcome {
  const candidates = codings.filter((coding) => coding.scheme === scheme && coding.place >= 0);
  if (candidates.length === 0) return 'unknown';
  const free = candidates.filter((coding) => !used.has(coding));
  if (positional && free.length === 0) return 'full';
  let refusal: Refusal | undefined;
  for (const coding of positional ? free : [...free, ...candidates]) {
    const made = convertOne(coding.codec, value, 'write', context);
    if (!(made instanceof Refusal)) return { coding, value: made };
    refusal ??= made;
  }
  return refusal ?? 'full';
}
