import { validate } from '@dist/canonical';
import type * as z from 'zod';
import type { Answer, VendorClient } from '../http/vendor-client.ts';
import { classOfError } from '../http/vendor-errors.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { amazonError } from './amazon-error.ts';
import { amazonErrors } from './amazon-errors.ts';

/** What an answer holds, or why it cannot be read: an error may stand in a success. */
export function amazonAnswer<Value>(
  client: VendorClient,
  answer: Answer,
  wire: z.ZodType<Value>,
  kind: 'read' | 'write' = 'read',
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: ConnectorFailure } {
  if (!answer.ok) return answer;
  const read = validate(wire, answer.json);
  if (read.ok) return { ok: true, value: read.value };
  const error = amazonError(answer.json);
  if (error !== undefined) {
    const { code, message } = error;
    const name = classOfError(amazonErrors, { status: answer.status, code, message }) ?? 'validation';
    const known = { vendor: { code, status: answer.status }, safeToReplay: true };
    return { ok: false, failure: client.fail(name, `answered with an error (${code}: ${message})`, known) };
  }
  const [issue] = read.issues;
  const text = `the answer cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: kind === 'read' }) };
}
