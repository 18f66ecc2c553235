import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { classOfError } from '../http/vendor-errors.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { shopifyErrors } from './shopify-errors.ts';

/**
 * A GraphQL document with its one operation, and the shape of its data. `read` is a mutation too that leaves all as it is
 * until another one: a lost answer to it is nothing to be looked up.
 */
export interface Operation<Data> {
  readonly kind: 'read' | 'write';
  readonly name: string;
  readonly text: string;
  /** Points that it costs at most, by the sizes that it asks for: a query may ask for 1000. */
  readonly cost: number;
  /** The first version that has it; every one that is supported when absent. */
  readonly since?: string | undefined;
  readonly data: z.ZodType<Data>;
}

export type AdminAnswer<Data> =
  | { readonly ok: true; readonly data: Data; readonly headers: Headers }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** What several operations together found. */
export type LookedUp<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly failure: ConnectorFailure };

export interface AdminClient {
  run<Data>(
    operation: Operation<Data>,
    variables: Readonly<Record<string, unknown>>,
    call?: Call,
  ): Promise<AdminAnswer<Data>>;
  readonly fail: VendorClient['fail'];
}

const endpoint = { method: 'POST', path: '/graphql.json' } as const;

/** Runs operations of the GraphQL Admin API. Its errors come with status 200, so the body decides. */
export function adminClient(client: VendorClient): AdminClient {
  return {
    fail: client.fail,
    run: async ({ kind, name, text, data, cost }, variables, call) => {
      const body = { query: text, operationName: name, variables };
      const answer = await client.call(kind, { ...endpoint, body, cost, operation: name }, call);
      if (!answer.ok) return answer;
      const errors = failureOf(client, kind, name, answer.json);
      if (errors !== undefined) return { ok: false, failure: errors };
      const read = validate(z.object({ data }), answer.json);
      if (read.ok) return { ok: true, data: read.value.data, headers: answer.headers };
      const reason = read.issues[0]?.message ?? 'it has another shape';
      const failure = client.fail('contract-drift', `the answer to ${name} cannot be read: ${reason}`, {
        safeToReplay: kind === 'read',
      });
      return { ok: false, failure };
    },
  };
}

const throttle = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});

const envelope = z.object({
  errors: z
    .array(
      z.object({ message: z.string().optional(), extensions: z.object({ code: z.string().optional() }).optional() }),
    )
    .optional(),
  extensions: z
    .object({ cost: throttle.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

function failureOf(
  { fail }: VendorClient,
  kind: 'read' | 'write',
  name: string,
  json: unknown,
): ConnectorFailure | undefined {
  const read = validate(envelope, json);
  if (!read.ok)
    return fail('contract-drift', `the answer to ${name} has another shape`, { safeToReplay: kind === 'read' });
  const [error] = read.value.errors ?? [];
  if (error === undefined) return undefined;
  const code = error.extensions?.code;
  const known = classOfError(shopifyErrors, { status: 200, code, message: error.message });
  // An error without a known code may have struck after the change was made.
  const found = known ?? (kind === 'read' ? 'unavailable' : 'timeout-unknown');
  const cost = read.value.extensions?.cost;
  return fail(found, `${name}: ${[code, error.message].filter((part) => part !== undefined).join(': ')}`, {
    vendor: { code, status: 200 },
    safeToReplay: known !== undefined || kind === 'read',
    retryAfterMs: known === 'rate-limited' && cost !== undefined ? waitFor(cost) : undefined,
  });
}

/** Until the bucket holds the points that were asked for, which come back at a constant rate per second. */
function waitFor({ requestedQueryCost, throttleStatus }: z.output<typeof throttle>): number {
  const missing = Math.max(requestedQueryCost - throttleStatus.currentlyAvailable, 0);
  return Math.ceil((missing / throttleStatus.restoreRate) * 1000);
}
