import type { Direction, Scalar } from '../map/rule.ts';

/** Master data fetched beforehand: lookup name → native key → canonical value. Used in both directions. */
export type Facts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a codec may know beside the value. */
export interface CodecContext {
  /** Place in the `each` or `nest` around the rule, from 1. */
  readonly position: number;
  /** The canonical value of a native key; undefined when the facts do not hold it. Asking is noted for `lookups`. */
  readonly canonicalOf: (lookup: string, key: string) => string | undefined;
  /** The native key of a canonical value. */
  readonly nativeOf: (lookup: string, value: string) => string | undefined;
}

/** One value, or as many as the codec's arity says, undefined where absent. */
export type CodecValue = Scalar | readonly (Scalar | undefined)[];

/**
 * A pair of translations. Both are total on their domain and refuse everything else; for every native value that
 * `decode` takes, `decode(encode(decode(x)))` is `decode(x)`.
 */
export interface Codec {
  readonly decode: (native: CodecValue, context: CodecContext) => CodecValue | Refusal;
  readonly encode: (canonical: CodecValue, context: CodecContext) => CodecValue | Refusal;
  /** The domains in words, for messages: `a date CCYYMMDD`. */
  readonly native: string;
  readonly canonical: string;
  /** How many values it takes from each side; one when absent. */
  readonly arity?: { readonly native: number; readonly canonical: number } | undefined;
  /** Lists of values are joined with `|` for it, and split again. */
  readonly joins?: boolean | undefined;
  /** A value that is the same on both sides comes back as it was: nothing need be translated back to see that. */
  readonly stable?: boolean | undefined;
  /** Whether a value that it takes comes back as it was, where that is known without translating it back; false says nothing. */
  readonly exact?: ((value: Scalar, direction: Direction) => boolean) | undefined;
  /** The canonical value on read where the native one is absent. */
  readonly absent?: ((context: CodecContext) => Scalar) | undefined;
}

/** A value outside the domain of a codec. Not an exception: it becomes an issue. */
export class Refusal {
  /** What the codec would have taken. */
  readonly expected: string;

  constructor(expected: string) {
    this.expected = expected;
  }
}

/** What a codec returns for a value outside its domain: `refuse('a date CCYYMMDD')`. */
export function refuse(expected: string): Refusal {
  return new Refusal(expected);
}
