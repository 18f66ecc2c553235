import type { ErrorClass } from '../port/error-class.ts';
import type { VendorPolicy, WebhookPolicy } from '../port/policy.ts';

const webhook: WebhookPolicy = {
  scheme: 'hmac-sha256-base64',
  headers: {
    signature: 'x-shopify-hmac-sha256',
    id: 'x-shopify-webhook-id',
    topic: 'x-shopify-topic',
    sender: 'x-shopify-shop-domain',
    triggeredAt: 'x-shopify-triggered-at',
  },
};

/** How Shopify's Admin API is spoken to. */
export const shopifyPolicy: VendorPolicy<'shipments.publish' | 'invoices.publish'> & {
  readonly webhook: WebhookPolicy;
} = {
  name: 'Shopify',
  baseUrl: '{baseUrl}/admin/api/{apiVersion}',
  auth: { kind: 'header', name: 'x-shopify-access-token' },
  limits: [{ kind: 'cost', path: ['extensions', 'cost', 'throttleStatus'] }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: {
    // fulfillmentCreate takes no key: what is there already is looked up first.
    'shipments.publish': { class: 'search-then-create' },
    'invoices.publish': { class: 'natural-key' },
  },
  webhook,
};

/** What the codes of GraphQL errors mean, those of `errors[].extensions.code` with status 200. */
export const shopifyErrors: Readonly<Record<string, ErrorClass>> = {
  THROTTLED: 'rate-limited',
  ACCESS_DENIED: 'permission',
  SHOP_INACTIVE: 'permission',
  MAX_COST_EXCEEDED: 'config',
  GRAPHQL_VALIDATION_FAILED: 'contract-drift',
  undefinedField: 'contract-drift',
  argumentLiteralsIncompatible: 'contract-drift',
  missingRequiredArguments: 'contract-drift',
  variableMismatch: 'contract-drift',
};
