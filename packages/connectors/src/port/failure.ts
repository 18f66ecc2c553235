import { type BusinessImpact, classRules, type ErrorClass, type FailureOwner } from './error-class.ts';

/** Why an operation of a connector did not succeed, ready to be stored. It never holds a secret. */
export interface ConnectorFailure {
  readonly class: ErrorClass;
  /** One sentence for a person. */
  readonly message: string;
  readonly retryable: boolean;
  /** How long the system asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The same request may be sent again without first asking what became of it. */
  readonly safeToReplay: boolean;
  readonly owner: FailureOwner;
  readonly impact: BusinessImpact;
  /** What the system itself said. `status` is that of HTTP. */
  readonly vendor?: { readonly code?: string | undefined; readonly status?: number | undefined } | undefined;
}

type Known = Partial<Pick<ConnectorFailure, 'retryAfterMs' | 'safeToReplay' | 'vendor'>>;

/** A failure of a class, with what the table of classes says and what is known better. */
export function failure(name: ErrorClass, message: string, known: Known = {}): ConnectorFailure {
  const { retryable, safeToReplay, owner, impact } = classRules[name];
  const { retryAfterMs, vendor } = known;
  return {
    class: name,
    message,
    retryable,
    safeToReplay: known.safeToReplay ?? safeToReplay,
    owner,
    impact,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(vendor === undefined ? {} : { vendor }),
  };
}
