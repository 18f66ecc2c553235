import { redact } from '../http/redact.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { UserErrors } from './user-errors.ts';

/** `userErrors` come with status 200 and mean that nothing was done. Undefined when there are none. */
export function refusedByUser(
  errors: UserErrors | undefined,
): Extract<PublishOutcome, { status: 'rejected' }> | undefined {
  const [first] = errors ?? [];
  if (errors === undefined || first === undefined) return undefined;
  const message = errors.map((error) => [error.field?.join('.'), error.message].filter(Boolean).join(': ')).join('; ');
  return { status: 'rejected', reason: first.code ?? 'userErrors', message: redact(message, []) };
}
