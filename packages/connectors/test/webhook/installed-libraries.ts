import { createRequire } from 'node:module';
import { join } from 'node:path';

interface ShopifyApi {
  readonly webhooks: {
    validate(given: {
      readonly rawBody: string;
      readonly rawRequest: { readonly method: string; readonly url: string; readonly headers: Record<string, string> };
    }): Promise<{
      readonly valid: boolean;
      readonly reason?: string;
      readonly topic?: string;
      readonly domain?: string;
    }>;
  };
}

interface StripeWebhooks {
  constructEvent(body: string | Buffer, header: string, secret: string, tolerance?: number): { readonly id: string };
  generateTestHeaderString(given: {
    readonly payload: string;
    readonly secret: string;
    readonly timestamp?: number;
  }): string;
}

const require = createRequire(join(import.meta.dirname, 'install/package.json'));

/** Shopify's own library with a secret, as an app has it. */
export function shopifyLibrary(secret: string): ShopifyApi {
  require('@shopify/shopify-api/adapters/node');
  const { shopifyApi, ApiVersion, LogSeverity } = require('@shopify/shopify-api') as {
    shopifyApi: (settings: object) => ShopifyApi;
    ApiVersion: Record<string, string>;
    LogSeverity: { readonly Error: number };
  };
  return shopifyApi({
    apiKey: 'a key',
    apiSecretKey: secret,
    scopes: ['read_orders'],
    hostName: 'app.example.com',
    apiVersion: Object.values(ApiVersion).at(-1),
    isEmbeddedApp: false,
    logger: { level: LogSeverity.Error, log: () => undefined },
  });
}

/** The webhooks of Stripe's own library. */
export function stripeLibrary(): StripeWebhooks {
  const loaded = require('stripe') as { Stripe?: unknown; default?: unknown };
  const Stripe = (loaded.Stripe ?? loaded.default ?? loaded) as new (
    key: string,
  ) => { readonly webhooks: StripeWebhooks };
  return new Stripe('sk_test_sample').webhooks;
}

/** The program itself: the command of the package starts it as a child, which would outlive it. */
export function workerdProgram(): string {
  return (require('workerd') as { readonly default: string }).default;
}
