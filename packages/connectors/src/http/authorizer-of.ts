import type { Authorizer } from '../auth/authorizer.ts';
import { headerToken } from '../auth/header-token.ts';
import type { VendorPolicy } from '../port/policy.ts';

/** Who asks, by the policy's header and a token, or by an authorizer of the adapter's. */
export function authorizerOf({
  policy,
  auth,
  token,
}: {
  readonly policy: VendorPolicy;
  readonly auth?: Authorizer | undefined;
  readonly token?: string | undefined;
}): Authorizer {
  if (auth !== undefined) return auth;
  switch (policy.auth.kind) {
    case 'none':
      return { authorize: async () => ({ ok: true, headers: {}, secrets: [] }) };
    case 'header':
      return headerToken(policy.auth.name, token ?? '', policy.auth.scheme);
    default:
      throw new TypeError(`${policy.name} is spoken to by ${policy.auth.kind}, which needs an authorizer`);
  }
}
