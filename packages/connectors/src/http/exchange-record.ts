import type { ErrorClass } from '../port/error-class.ts';

/** One request and what came of it, for logs, metrics and traces. It has no header, query or body, and so no secret. */
export interface ExchangeRecord {
  /** The policy's name of the system. */
  readonly system: string;
  /** The operation that asked, where it says so: `orders.submit`. */
  readonly operation?: string | undefined;
  readonly kind: 'read' | 'write';
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** Status of HTTP; absent where no answer came. */
  readonly status?: number | undefined;
  /** Absent for a success. */
  readonly failure?: ErrorClass | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** Milliseconds before it that the limiter had it wait. */
  readonly waitedMs: number;
  /** 2 where it was sent once more with a new token. */
  readonly attempt: number;
}
