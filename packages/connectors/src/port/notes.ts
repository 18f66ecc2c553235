import type { WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';

/** Something that happened, with an id that is the same however often it is told. */
export interface ExportedNote {
  /** Unique in its source, stable: a collector drops repeats by it. */
  readonly id: string;
  /** What happened: `order.duplicate`. */
  readonly type: string;
  /** What it happened to: the key of an order. */
  readonly subject?: string | undefined;
  /** When, ISO 8601. */
  readonly at: string;
  readonly severity: 'debug' | 'information' | 'warning' | 'error';
  /** W3C Trace Context. */
  readonly traceparent?: string | undefined;
  /** Plain values by name. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

/**
 * What became of telling a collector: the number that it has now, of those given, from the first on. Those after it may or
 * may not be there; all of them can be sent again.
 */
export type ExportOutcome =
  | { readonly status: 'exported'; readonly exported: number }
  /** The collector refuses some of them for what is in them; it has the others. */
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string; readonly exported: number }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure; readonly exported: number }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure; readonly exported: number };

/** A collector of what happened. */
export interface Notes {
  /** At least once: repeats have the same ids. */
  export(notes: readonly ExportedNote[], call: WriteCall): Promise<ExportOutcome>;
}
