/** Where a description comes from, and so what its verdict is worth. */
export type Provenance =
  /** The vendor's own machine-readable description. */
  | 'official'
  /** From an official source in another form: field lists out of source text, a copy of an export that a third party keeps. */
  | 'derived'
  /** Written down from documentation that people read; it says less than the system knows. */
  | 'transcribed';

/** What is wrong, by kind: a table of tests names these. */
export type DifferenceKind =
  | 'unknown-path'
  | 'unknown-method'
  | 'unknown-query'
  | 'unknown-property'
  | 'unexpected-body'
  | 'missing'
  | 'read-only'
  | 'type'
  | 'too-long'
  | 'too-short'
  | 'enum'
  | 'format'
  | 'range'
  | 'unreadable'
  | 'graphql';

/** One thing that the description does not allow. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** `path`, `query.limit`, `headers.if-match`, `body.items[0].sku`. */
  readonly at: string;
  readonly message: string;
}

/** What came of comparing one message with a description. */
export interface Check {
  readonly system: string;
  readonly provenance: Provenance;
  /** The file of the description, or the package with its version. */
  readonly source: string;
  /** The operation by its template, `POST /orders`; undefined where there is none such. */
  readonly operation?: string | undefined;
  readonly differences: readonly Difference[];
  /** What the description says nothing of and nobody has checked: `the body`. */
  readonly unchecked: readonly string[];
}

/** A request as it goes out. `path` begins after the host; a query may stand in it. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A value, or the text of it; nothing where undefined. */
  readonly body?: unknown;
}

/** An answer to a request of that method and path. */
export interface ReceivedAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
}
