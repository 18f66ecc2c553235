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

/** The codes of a rule, and those of each scheme that are written, in the order they are tried. */
export interface PairCodings {
  readonly all: readonly PairCoding[];
  readonly byCode: ReadonlyMap<unknown, PairCoding>;
  readonly byScheme: ReadonlyMap<unknown, readonly PairCoding[]>;
}

export function toPairCodings(all: readonly PairCoding[]): PairCodings {
  const byScheme = new Map<unknown, PairCoding[]>();
  for (const coding of all) {
    if (coding.place < 0) continue;
    const known = byScheme.get(coding.scheme);
    if (known === undefined) byScheme.set(coding.scheme, [coding]);
    else known.push(coding);
  }
  return { all, byCode: new Map(all.map((coding) => [coding.code, coding])), byScheme };
}

/**
 * Lays identifiers out as qualifier and value elements, no more of them than are needed: in the order of the codes, or each
 * code at its place.
 */
export function layOut(
  { byScheme }: PairCodings,
  identifiers: readonly Identifier[],
  width: number,
  positional: boolean,
  context: CodecContext,
): { readonly elements: readonly (Scalar | undefined)[]; readonly outcome: readonly Outcome[] } {
  const chosen: Chosen[] = [];
  const outcome: Outcome[] = [];
  for (const identifier of identifiers) {
    const choice = choose(byScheme.get(identifier.scheme), identifier.value, chosen, positional, context);
    if (choice instanceof Refusal || typeof choice !== 'object') outcome.push(choice);
    else {
      chosen.push({ at: outcome.length, ...choice });
      outcome.push('full');
    }
  }
  if (!isInOrder(chosen)) chosen.sort((a, b) => a.coding.place - b.coding.place);
  const elements: (Scalar | undefined)[] = [];
  for (let order = 0; order < chosen.length; order++) {
    const { at, coding, value, refused } = chosen[order] as Chosen;
    const place = 2 * (positional ? coding.place : order);
    if (place + 1 >= width) continue;
    outcome[at] = { place: order, coding, refused };
    while (elements.length < place) elements.push(undefined);
    elements[place] = coding.code;
    elements[place + 1] = value;
  }
  return { elements, outcome };
}

function isInOrder(chosen: readonly Chosen[]): boolean {
  let last = -1;
  for (const { coding } of chosen) {
    if (coding.place < last) return false;
    last = coding.place;
  }
  return true;
}

interface Choice {
  readonly coding: PairCoding;
  readonly value: Scalar;
  readonly refused?: Refusal | undefined;
}

/** A choice for the identifier at a place of the list. */
interface Chosen extends Choice {
  readonly at: number;
}

/**
 * The first code of the scheme that is free and takes the value; where none is free, one that was used. A text that no
 * codec takes goes under the first code as it is: what a partner sent must come back to it.
 */
function choose(
  candidates: readonly PairCoding[] | undefined,
  value: Scalar,
  chosen: readonly Chosen[],
  positional: boolean,
  context: CodecContext,
): Choice | 'unknown' | 'full' | Refusal {
  if (candidates === undefined) return 'unknown';
  const first = positional ? candidates.find((coding) => isFree(coding, chosen)) : candidates[0];
  if (first === undefined) return 'full';
  let refused: Refusal | undefined;
  for (const isAgain of positional ? once : twice) {
    for (const coding of candidates) {
      if (!isAgain && !isFree(coding, chosen)) continue;
      const made = convertOne(coding.codec, value, 'write', context);
      if (!(made instanceof Refusal)) return { coding, value: made };
      refused ??= made;
    }
  }
  if (typeof value === 'string' && value !== '') return { coding: first, value, refused };
  return refused ?? 'full';
}

/** Codes that are free are tried first, then all of them. */
const once = [false];
const twice = [false, true];

function isFree(coding: PairCoding, chosen: readonly Chosen[]): boolean {
  for (const other of chosen) if (other.coding === coding) return false;
  return true;
}
