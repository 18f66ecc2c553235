import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** A request that is to be authorised. */
export interface Unauthorized {
  readonly method: string;
  /** Whole, with its query. */
  readonly url: string;
  /** Whether it changes something. */
  readonly kind: 'read' | 'write';
}

/** Headers that say who asks. */
export interface Authorization {
  readonly ok: true;
  readonly headers: Readonly<Record<string, string>>;
  /** What in them must stand in no message. */
  readonly secrets: readonly string[];
}

/** Says who asks, request by request: a token that lasts, one that is fetched and renewed, a signature of the request. */
export interface Authorizer {
  /** A failure where no token can be had: nothing was sent to the system itself. */
  authorize(
    request: Unauthorized,
    call: Call,
  ): Promise<Authorization | { readonly ok: false; readonly failure: ConnectorFailure }>;
  /**
   * The system has refused an authorization (401, or 403 where it means a session). True when another one can be had now:
   * the request is then sent once more, since a refused one did nothing.
   */
  renew?(refused: Authorization, answer: { readonly status: number; readonly headers: Headers }): Promise<boolean>;
  /** Gives a session back where the system counts them (Acumatica). */
  release?(call?: Call): Promise<void>;
}
