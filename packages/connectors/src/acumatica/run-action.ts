import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** How long is waited before each look at an action that is in progress, in milliseconds: 15.5 seconds in all. */
const pauses: readonly number[] = [500, 1000, 2000, 4000, 8000];

/** What the form itself says of an action, in the answer to a look. */
const ofTheForm = new Set<ErrorClass>(['validation', 'conflict', 'business-hold']);

/** Waits; given by the caller, so that tests do not. */
export type Wait = (milliseconds: number) => Promise<void>;

/**
 * Runs an action of a form. Acumatica answers 204 when it has ended, or 202 with the place to ask for its status, which then
 * answers 202 and at last 204 (Execute an Action That Is Present in an Endpoint). An action that has not ended after the last
 * look is in doubt, and so is one whose place cannot be asked. A look that fails for a moment is not the action's failure, and
 * one that fails for good (404: a node that does not know the action) tells nothing of it, unless the form itself refuses.
 */
export async function runAction(
  { client, wait }: { readonly client: VendorClient; readonly wait: Wait },
  { path, body, operation }: { readonly path: string; readonly body: unknown; readonly operation: string },
  call: Call,
): Promise<ConnectorFailure | undefined> {
  const answer = await client.call('write', { method: 'POST', path, body, operation }, call);
  if (!answer.ok) return answer.failure;
  if (answer.status !== 202) return undefined;
  const location = answer.headers.get('location');
  const place = location === null ? undefined : client.pathOf(location);
  if (place === undefined)
    return client.fail('timeout-unknown', 'the action is in progress, and nobody says where to ask');
  for (const pause of pauses) {
    await wait(pause);
    const status = await client.call('read', { method: 'GET', path: place, operation }, call);
    if (!status.ok && !status.failure.retryable) {
      if (ofTheForm.has(status.failure.class)) return status.failure;
      return client.fail('timeout-unknown', `nobody tells what became of the action: ${status.failure.message}`);
    }
    if (status.ok && status.status !== 202) return undefined;
  }
  return client.fail('timeout-unknown', `the action is still in progress after ${pauses.length} looks`);
}
