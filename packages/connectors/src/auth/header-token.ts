import type { Authorizer } from './authorizer.ts';

/**
 * A token that does not change, in a header; `scheme` goes before it. Throws a TypeError for a token that no header can
 * carry, without repeating it.
 */
export function headerToken(name: string, token: string, scheme?: string): Authorizer {
  if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError('the token must be printable ASCII');
  const headers = { [name]: scheme === undefined ? token : `${scheme} ${token}` };
  return { authorize: async () => ({ ok: true, headers, secrets: [token] }) };
}
