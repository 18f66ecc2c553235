/** `error` refuses a document; `warning` and `information` stand beside it. */
export type Severity = 'error' | 'warning' | 'information';

/** One fault of a document: what, where, expected, found. The same shape as the issues of the other packages. */
export interface Issue {
  /** Stable name of the kind of fault, for instance `line-id-repeated`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for a person. */
  readonly message: string;
  /** Place in the document: `['lines', 0, 'quantity', 'value']`. */
  readonly path: readonly (string | number)[];
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
}
