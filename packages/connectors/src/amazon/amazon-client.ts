import type { TokenCache } from '../auth/token-cache.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorClient, type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import type { ErrorRule } from '../http/vendor-errors.ts';
import type { VendorPolicy } from '../port/policy.ts';
import { amazonError } from './amazon-error.ts';
import { type AmazonCredentials, amazonLogin } from './amazon-login.ts';
import { type AmazonRegion, amazonEndpoint } from './amazon-region.ts';

/** What both connectors of Amazon take. */
export interface AmazonSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** The region of the account: requests, and with them data, go there and nowhere else. */
  readonly region: AmazonRegion;
  /** The static sandbox of the region, with its own prepared answers. */
  readonly sandbox?: boolean | undefined;
  readonly credentials: AmazonCredentials;
  /** Where tokens are kept; in memory when absent. */
  readonly cache?: TokenCache | undefined;
  /** Name, version and language of your application, which Amazon asks for: `Shop/1.0 (Language=TypeScript)`. */
  readonly userAgent: string;
}

/** Speaks to the Selling Partner API by a policy. Throws a TypeError when a setting cannot be right. */
export function amazonClient(
  settings: AmazonSettings,
  { policy, errors }: { readonly policy: VendorPolicy; readonly errors: readonly ErrorRule[] },
): VendorClient {
  const { region, sandbox, credentials, cache, userAgent, limiter, onExchange, ...runtime } = settings;
  if (userAgent === '' || userAgent.length > 500) throw new TypeError('userAgent has 1 to 500 signs');
  return vendorClient({
    ...runtime,
    limiter,
    onExchange,
    policy,
    address: { endpoint: amazonEndpoint(region, sandbox) },
    auth: amazonLogin({ ...runtime, credentials, cache }),
    headers: { 'user-agent': userAgent },
    errorOf: amazonError,
    errors,
  });
}
