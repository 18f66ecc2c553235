import type { Authorizer } from '../auth/authorizer.ts';
import type { ClientProof } from '../auth/client-proof.ts';
import { oauth2 } from '../auth/oauth2.ts';
import type { TokenCache } from '../auth/token-cache.ts';
import type { HttpRuntime } from '../http/http-client.ts';

/** An application that is registered in Microsoft Entra ID, and the directory (tenant) that it asks. */
export interface EntraCredentials {
  /** Id of the tenant, or its domain. */
  readonly tenant: string;
  readonly clientId: string;
  /** A secret or a certificate's key. */
  readonly proof: ClientProof;
  /** Another cloud than the public one: `https://login.microsoftonline.us`. */
  readonly authority?: string | undefined;
}

/**
 * Tokens of the client credentials grant ("Microsoft identity platform and the OAuth 2.0 client credentials flow"). `scope` is
 * the resource with `/.default`.
 */
export function entraToken(
  settings: HttpRuntime & {
    readonly name: string;
    readonly credentials: EntraCredentials;
    readonly scope: string;
    readonly cache?: TokenCache | undefined;
  },
): Authorizer {
  const { name, credentials, scope, cache, fetch, now, timeout, timeoutMs } = settings;
  const { tenant, clientId, proof, authority = 'https://login.microsoftonline.com' } = credentials;
  const tokenUrl = `${authority.replace(/\/$/, '')}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  return oauth2({
    ...{ name, tokenUrl, clientId, proof, cache, fetch, now, timeout, timeoutMs },
    grant: { type: 'client_credentials', scope },
  });
}
