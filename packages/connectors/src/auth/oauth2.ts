import type { Authorizer } from './authorizer.ts';
import { clientProof } from './client-proof.ts';
import { type OAuth2Settings, tokenAuthorizer } from './token-authorizer.ts';

/**
 * A token of an OAuth 2 token endpoint, fetched when it is needed and kept until shortly before it ends. Calls at the same
 * time share one request; one whose token was refused uses the one that another call has fetched meanwhile.
 */
export function oauth2(settings: OAuth2Settings): Authorizer {
  return tokenAuthorizer(settings, () => clientProof(settings.proof));
}
