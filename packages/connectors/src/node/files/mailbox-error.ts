import type { ErrorClass } from '../../port/error-class.ts';
import { type ConnectorFailure, failure } from '../../port/failure.ts';

/** Why a mailbox could not do what it was asked for. The message never holds a secret. */
export class MailboxError extends Error {
  readonly failure: ConnectorFailure;

  constructor(reason: ConnectorFailure, options?: ErrorOptions) {
    super(reason.message, options);
    this.name = 'MailboxError';
    this.failure = reason;
  }
}

/** An error of a class. Whatever a mailbox does may be done again, so that all of them are safe to replay. */
export function mailboxError(name: ErrorClass, message: string, code?: string, options?: ErrorOptions): MailboxError {
  const vendor = code === undefined ? {} : { vendor: { code } };
  return new MailboxError(failure(name, message, { safeToReplay: true, ...vendor }), options);
}
