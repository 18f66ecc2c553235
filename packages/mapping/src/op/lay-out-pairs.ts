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

/**
 * What became of an identifier: written at a place among those written, by a code, and `refused` where no codec of its
 * scheme takes it, so that it is written as it is; or not written: no code for its scheme, no room, nothing to write.
 */
export type Outcome = Written | 'unknown' | 'full' | Refusal;

export interface Written {
  readonly place: number;
  readonly coding: PairCoding;
  readonly refused?: Refusal | undefined;
}

/** Lays identifiers out as qualifier and value elements: in the order of the codes, or each code at its place. */
export function layOut(
  codings: readonly PairCoding[],
  identifiers: readonly Identifier[],
  width: number,
  positional: boolean,
  context: CodecContext,
): { readonly elements: readonly (Scalar | undefined)[]; readonly outcome: readonly Outcome[] } {
  const used = new Set<PairCoding>();
  const chosen: (Choice & { readonly at: number })[] = [];
  const outcome: Outcome[] = identifiers.map((identifier, at) => {
    const choice = choose(codings, identifier, used, positional, context);
    if (choice instanceof Refusal || typeof choice !== 'object') return choice;
    used.add(choice.coding);
    chosen.push({ at, ...choice });
    return 'full';
  });
  chosen.sort((a, b) => a.coding.place - b.coding.place);
  const elements = new Array<Scalar | undefined>(width).fill(undefined);
  chosen.forEach(({ at, coding, value, refused }, order) => {
    const place = 2 * (positional ? coding.place : order);
    if (place + 1 >= width) return;
    outcome[at] = { place: order, coding, refused };
    elements[place] = coding.code;
    elements[place + 1] = value;
  });
  return { elements, outcome };
}

interface Choice {
  readonly coding: PairCoding;
  readonly value: Scalar;
  readonly refused?: Refusal | undefined;
}

/**
 * The first code of the scheme that is free and takes the value; where none is free, one that was used. A text that no
 * codec takes goes under the first code as it is: what a partner sent must come back to it.
 */
function choose(
  codings: readonly PairCoding[],
  { scheme, value }: Identifier,
  used: ReadonlySet<PairCoding>,
  positional: boolean,
  context: CodecContext,
): Choice | 'unknown' | 'full' | Refusal {
  const candidates = codings.filter((coding) => coding.scheme === scheme && coding.place >= 0);
  const free = candidates.filter((coding) => !used.has(coding));
  const [first] = positional ? free : candidates;
  if (first === undefined) return candidates.length === 0 ? 'unknown' : 'full';
  let refused: Refusal | undefined;
  for (const coding of positional ? free : [...free, ...candidates]) {
    const made = convertOne(coding.codec, value, 'write', context);
    if (!(made instanceof Refusal)) return { coding, value: made };
    refused ??= made;
  }
  if (typeof value === 'string' && value !== '') return { coding: first, value, refused };
  return refused ?? 'full';
}
