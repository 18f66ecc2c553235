import type { ConnectorFailure } from '../port/failure.ts';
import type { Exchange } from './exchange.ts';
import { retryAfter } from './retry-after.ts';
import { classOfStatus, isRefusal } from './status-classes.ts';
import type { VendorClient, VendorSettings } from './vendor-client.ts';
import { classOfError } from './vendor-errors.ts';

/** What an answer means that is no success. */
export function refusalOf(
  { status, headers, body }: Extract<Exchange, { kind: 'answered' }>,
  kind: 'read' | 'write',
  { policy, errorOf, errors, now = Date.now }: Pick<VendorSettings, 'policy' | 'errorOf' | 'errors' | 'now'>,
  fail: VendorClient['fail'],
): ConnectorFailure {
  const said = body.kind === 'json' ? body.value : body.kind === 'text' ? body.text : undefined;
  const error = said === undefined ? undefined : errorOf(said);
  // Whole: what is cut before it is made fit for logs may end in half a secret.
  const code = error?.code;
  const nothingDone = policy.retry.nothingDone.includes(status);
  const plain = nothingDone && status >= 500 ? 'unavailable' : classOfStatus(status, kind);
  // A page of something in between has judged nothing: the content was refused where the system says so.
  const isSaid = code !== undefined || error?.message !== undefined;
  const byStatus = plain === 'validation' && !isSaid ? 'config' : plain;
  const name = classOfError(errors, { status, code, message: error?.message }) ?? byStatus;
  const text = [code, error?.message].filter((part) => part !== undefined && part !== '').join(': ');
  return fail(name, `answered ${status}${text === '' ? '' : ` (${text})`}`, {
    vendor: { code, status },
    retryAfterMs: retryAfter(headers, policy.retry.headers, now()),
    // A client error is a refusal: whatever it is called, nothing was done.
    ...(kind === 'read' || nothingDone || isRefusal(status) ? { safeToReplay: true } : {}),
  });
}
