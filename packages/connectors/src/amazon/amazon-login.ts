import type { Authorizer } from '../auth/authorizer.ts';
import { oauth2 } from '../auth/oauth2.ts';
import type { TokenCache } from '../auth/token-cache.ts';
import type { HttpRuntime } from '../http/http-client.ts';

/** What an application and the selling partner that has authorised it are known by at Login with Amazon. */
export interface AmazonCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the selling partner: it lasts until the authorization is taken back or ends after a year. */
  readonly refreshToken: string;
}

/** The only address of Login with Amazon for the Selling Partner API, for every region. */
const tokenUrl = 'https://api.amazon.com/auth/o2/token';

/**
 * Authorizes by a token of Login with Amazon in the header `x-amz-access-token` (SP-API docs, "Connecting to the Selling
 * Partner API"). A token that has ended is refused by 403, as everything is that may not be done: a new one is tried once.
 */
export function amazonLogin(
  settings: HttpRuntime & { readonly credentials: AmazonCredentials; readonly cache?: TokenCache | undefined },
): Authorizer {
  const { credentials, cache, ...runtime } = settings;
  const { clientId, clientSecret, refreshToken } = credentials;
  const login = oauth2({
    ...runtime,
    name: 'Login with Amazon',
    tokenUrl,
    clientId,
    proof: { kind: 'secret', secret: clientSecret },
    grant: { type: 'refresh_token', refreshToken },
    header: { name: 'x-amz-access-token' },
    lifetimeSeconds: 3600,
    cache,
  });
  return {
    authorize: async (request, call) => {
      const answer = await login.authorize(request, call);
      // None of them is sent to the API itself; an answer that holds one all the same must not end in a log.
      return answer.ok ? { ...answer, secrets: [...answer.secrets, clientSecret, refreshToken] } : answer;
    },
    renew: async (refused, { headers }) => (await login.renew?.(refused, { status: 401, headers })) === true,
  };
}
