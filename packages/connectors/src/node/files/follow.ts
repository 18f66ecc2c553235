import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectorFailure } from '../../port/failure.ts';
import type { ClaimedFile, Mailbox, MailboxCall } from './mailbox.ts';
import { MailboxError } from './mailbox-error.ts';

/** How a mailbox is followed. */
export interface FollowOptions extends MailboxCall {
  /** Time between two looks, in milliseconds. */
  readonly everyMs: number;
  /** Told of a look that failed and may succeed later; when absent each failure ends the iteration. */
  readonly failed?: ((failure: ConnectorFailure) => void) | undefined;
  /** Waits; may reject when the signal aborts. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
}

/**
 * The files of a mailbox as they come, for ever or until the signal aborts. A look that fails and may succeed later is reported
 * to `failed`, and the next one connects anew. It rejects with a MailboxError for other failures: a wrong password that is
 * tried again and again locks the account.
 */
export async function* follow(mailbox: Mailbox, options: FollowOptions): AsyncGenerator<ClaimedFile, void, undefined> {
  const { everyMs, signal, failed, wait = waitUnlessAborted } = options;
  if (!(everyMs > 0)) throw new RangeError('everyMs is more than 0');
  while (!signal?.aborted) {
    const files = mailbox.claim({ signal });
    for (;;) {
      // Not `for await`: what the body of the caller's loop throws is none of ours.
      const step = await files.next().catch((error: unknown) => report(error, failed));
      if (step === undefined || step.done) break;
      yield step.value;
    }
    await wait(everyMs, signal);
  }
}

function report(error: unknown, failed: FollowOptions['failed']): undefined {
  if (!(error instanceof MailboxError) || failed === undefined || !error.failure.retryable) throw error;
  failed(error.failure);
}

async function waitUnlessAborted(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
}
