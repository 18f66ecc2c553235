import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { odataText } from '../odata/odata-text.ts';
import { readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** Who is told of changes of which records. */
export interface BusinessCentralSubscription {
  readonly id: string;
  /** Address of the records that are watched. */
  readonly resource: string;
  /** When it ends: it is renewed before, or nothing comes any more and nobody is told. */
  readonly expiresAt: string;
}

/** What came of a question about subscriptions. */
export type SubscriptionsOutcome<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** The set `subscriptions` of API v2.0 ("Working with webhooks in Dynamics 365 Business Central"): at most 200 of them, three days each. */
export interface BusinessCentralSubscriptions {
  list(call?: Call): Promise<SubscriptionsOutcome<readonly BusinessCentralSubscription[]>>;
  /** Watches a set of the company, as `salesShipments`. The address is asked first whether it is ours: see `handshakeAnswer`. */
  make(
    set: string,
    target: SubscriptionTarget,
    call?: Call,
  ): Promise<SubscriptionsOutcome<BusinessCentralSubscription>>;
  /** Three more days; the address is asked again. */
  renew(
    subscription: Pick<BusinessCentralSubscription, 'id' | 'resource'>,
    target: SubscriptionTarget,
    call?: Call,
  ): Promise<SubscriptionsOutcome<BusinessCentralSubscription>>;
}

/** Where notifications go, and the secret that they bring (`clientState`). */
export interface SubscriptionTarget {
  readonly notificationUrl: string;
  readonly clientState: string;
}

const path = '/subscriptions';
const wire = z
  .object({ subscriptionId: z.string().min(1), resource: z.string(), expirationDateTime: z.string() })
  .transform(({ subscriptionId: id, resource, expirationDateTime: expiresAt }) => ({ id, resource, expiresAt }));

/** The subscriptions of one environment. `resourceOf` makes the address of a set of the company. */
export function subscriptions(client: VendorClient, resourceOf: (set: string) => string): BusinessCentralSubscriptions {
  const read = <Value>(shape: z.ZodType<Value>, json: unknown): SubscriptionsOutcome<Value> => {
    const value = validate(shape, json);
    if (value.ok) return { status: 'done', value: value.value };
    const text = `the answer cannot be read: ${value.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text) };
  };
  return {
    list: async (call) => {
      const rows = await readRows(client, { path, query: {}, operation: 'subscriptions.list' }, call);
      return rows.ok ? read(z.array(wire), rows.value) : { status: 'failed', failure: rows.failure };
    },
    make: async (set, target, call) => {
      const body = { ...target, resource: resourceOf(set) };
      const request = { method: 'POST', path, body, operation: 'subscriptions.make' } as const;
      const answer = await client.call('write', request, call);
      return answer.ok ? read(wire, answer.json) : { status: 'failed', failure: answer.failure };
    },
    renew: async ({ id, resource }, target, call) => {
      const one = `${path}(${encodeURIComponent(odataText(id))})`;
      // Nobody else renews it: whatever its version is, three more days are wanted.
      const headers = { 'if-match': '*' };
      const body = { ...target, resource };
      const request = { method: 'PATCH', path: one, headers, body, operation: 'subscriptions.renew' } as const;
      const answer = await client.call('write', request, call);
      return answer.ok ? read(wire, answer.json) : { status: 'failed', failure: answer.failure };
    },
  };
}
