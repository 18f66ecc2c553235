import type { HttpRuntime } from '../http/http-client.ts';
import { vendorClient } from '../http/vendor-client.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Invoices } from '../port/invoices.ts';
import type { Shipments } from '../port/shipments.ts';
import { adminClient } from './admin-client.ts';
import { publishInvoice } from './publish-invoice.ts';
import { publishShipment } from './publish-shipment.ts';
import { shopifyErrors } from './shopify-errors.ts';
import { shopifyPolicy } from './shopify-policy.ts';

export interface ShopifySettings extends HttpRuntime {
  /** `https://<shop>.myshopify.com`. */
  readonly baseUrl: string;
  /** Token of an app with the scopes to write merchant-managed fulfillment orders and orders. */
  readonly accessToken: string;
  /** `2026-07`; versions are good for a year, so it is pinned here and moved on purpose. */
  readonly apiVersion: string;
  /** Whether Shopify writes to the buyer when goods leave; not when absent. */
  readonly notifyCustomer?: boolean | undefined;
}

/** A Shopify shop: told of shipments and invoices. */
export type Shopify = Connector<{
  readonly shipments: Pick<Shipments, 'publish'>;
  readonly invoices: Pick<Invoices, 'publish'>;
}>;

/** Connects to one shop by the GraphQL Admin API. Throws a TypeError when a setting cannot be right. */
export function shopify(settings: ShopifySettings): Shopify {
  const { baseUrl, accessToken, apiVersion, notifyCustomer = false, ...runtime } = settings;
  if (!/^\d{4}-\d\d$|^unstable$/.test(apiVersion)) throw new TypeError('apiVersion is a quarter such as 2026-07');
  const client = vendorClient({
    ...runtime,
    policy: shopifyPolicy,
    address: { baseUrl, apiVersion },
    token: accessToken,
    errorOf,
    errors: shopifyErrors,
  });
  const admin = adminClient(client);
  return defineConnector({
    id: 'shopify',
    apiVersion,
    policy: shopifyPolicy,
    offers: {
      shipments: { publish: (notice, call) => publishShipment(admin, notice, { ...call, notifyCustomer }) },
      invoices: { publish: (notice, call) => publishInvoice(admin, notice, call) },
    },
  });
}

/** An answer that is no success holds `errors`, a text or anything else. */
function errorOf(json: unknown): { message?: string } | undefined {
  if (typeof json !== 'object' || json === null || !('errors' in json)) return undefined;
  return { message: typeof json.errors === 'string' ? json.errors : (JSON.stringify(json.errors) ?? '') };
}
