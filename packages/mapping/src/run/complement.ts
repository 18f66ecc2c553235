import type { Scalar } from '../map/rule.ts';

/**
 * What a run did not read of its source, as JSON to be stored beside the document. Given to the run the other way, it is
 * put back in its place.
 */
export interface Complement {
  /** Id of the map that kept it. */
  readonly map: string;
  /** The side it belongs to. */
  readonly side: 'native' | 'canonical';
  readonly kept: KeptNode;
}

/** What is kept of an object that was read in part. */
export interface KeptNode {
  /** Unread values and subtrees. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** Spellings to restore, each group only as a whole. */
  readonly forms?: readonly (readonly KeptForm[])[] | undefined;
  /** Unread pairs of elements: they stand in the form of that number, or go behind the others. */
  readonly extras?:
    | readonly {
        readonly form: number;
        readonly keys: readonly string[];
        readonly pairs: readonly (readonly unknown[])[];
      }[]
    | undefined;
  readonly parts?: Readonly<Record<string, KeptNode>> | undefined;
  readonly lists?: Readonly<Record<string, readonly KeptItem[]>> | undefined;
}

/** `made` is what writing gives, `sent` what stood there; an absent one means nothing. */
export interface KeptForm {
  readonly key?: string | undefined;
  readonly made?: Scalar | undefined;
  readonly sent?: unknown;
}

/** An item of a list, in the order it stood: unread as a whole, or read by the rule that calls it `slot`. */
export type KeptItem =
  | { readonly value: unknown }
  | { readonly slot: string; readonly group?: string | undefined; readonly node?: KeptNode | undefined };
