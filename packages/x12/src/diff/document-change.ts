/** One difference between two documents. */
export interface DocumentChange {
  /** `moved`: the same segment or loop at another place among its repetitions. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Place by name in the document it is in; of what changed or moved, in the one after. */
  readonly path: readonly (string | number)[];
  /** The place for people: `PO1 loop 2 (assigned identification 10)`; empty for the document itself. */
  readonly place: string;
  /** Of a value: `PO102`. */
  readonly designator?: string | undefined;
  /** Of a value: its name in words, `quantity ordered`. */
  readonly name?: string | undefined;
  /** A value; or the number of a repetition, from 1, where it moved. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}
