import type { MappingIssue } from '../issue.ts';
import type { FormatOperations } from '../op/format-operations.ts';
import type { Path, PathFault } from '../path/path.ts';
import type { Shape } from '../shape/shape.ts';
import type { Notation } from './notation.ts';

/** How one kind of document is addressed: its shape and the notation of its paths. Made by `x12()` and `json()`. */
export interface Format<Document = unknown> {
  /** `x12/004010/850`, `json/shop/order`; compared with the map's `native`. Absent: any. */
  readonly id?: string | undefined;
  /** What stands where in a document. */
  readonly shape: Shape;
  /** Parses a path that starts at a place of shape `from`. */
  readonly parsePath: (text: string, from: Shape) => Path | PathFault;
  /** How places are called, as its paths do: `PO1[2]/PO102`. */
  readonly notation: Notation;
  /** Whether required lists and objects that stay empty are written as `[]` and `{}`. */
  readonly fillsRequired: boolean;
  /** Checks a document that was made; faults without rule. */
  readonly validate?: ((document: unknown) => readonly MappingIssue[]) | undefined;
  /** How rules that only this kind of document has are compiled: `pairs`, `alloc` and `nest` of X12. */
  readonly '~operations'?: FormatOperations | undefined;
  /** Only a type: the document. */
  readonly '~document'?: Document | undefined;
}
