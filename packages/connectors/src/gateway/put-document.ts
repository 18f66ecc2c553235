import type { Failure } from '@dist/orchestration';
import { classRules } from '../port/error-class.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { DocumentTransport } from './gateway-options.ts';
import { toFailure } from './to-failure.ts';

/**
 * Hands bytes to a transport. Undefined where they are there; the failure where the transport says what kind of one it is,
 * as a mailbox does in the `failure` of its errors. Another error is thrown on: nobody knows what it means.
 */
export async function putDocument(
  transport: DocumentTransport,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly failure: Failure } | undefined> {
  try {
    await transport.put(name, bytes);
    return undefined;
  } catch (error) {
    const known = failureOf(error);
    if (known === undefined) throw error;
    return { failure: toFailure(known) };
  }
}

function failureOf(error: unknown): ConnectorFailure | undefined {
  if (!(error instanceof Error) || !('failure' in error)) return undefined;
  return isFailure(error.failure) ? error.failure : undefined;
}

function isFailure(value: unknown): value is ConnectorFailure {
  return (
    typeof value === 'object' && value !== null && 'class' in value && Object.hasOwn(classRules, String(value.class))
  );
}
