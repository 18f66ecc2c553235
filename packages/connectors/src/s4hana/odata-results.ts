import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { Answer, VendorClient } from '../http/vendor-client.ts';
import type { ConnectorFailure } from '../port/failure.ts';

const envelope = z.object({ d: z.object({ results: z.array(z.unknown()) }) });
const single = z.object({ d: z.looseObject({}) });

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** The records of a collection: OData 2 wraps them in `d.results`. */
export function odataResults(client: VendorClient, answer: Answer): Read<readonly unknown[]> {
  if (!answer.ok) return answer;
  const read = validate(envelope, answer.json);
  return read.ok ? { ok: true, value: read.value.d.results } : drift(client, read.issues[0]?.message);
}

/** One record: OData 2 wraps it in `d`. */
export function odataResult(client: VendorClient, answer: Answer): Read<unknown> {
  if (!answer.ok) return answer;
  const read = validate(single, answer.json);
  return read.ok ? { ok: true, value: read.value.d } : drift(client, read.issues[0]?.message);
}

function drift(client: VendorClient, reason = 'it has another shape'): Read<never> {
  const failure = client.fail('contract-drift', `the answer cannot be read: ${reason}`, { safeToReplay: true });
  return { ok: false, failure };
}
