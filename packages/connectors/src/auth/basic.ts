import type { Authorizer } from './authorizer.ts';

/** A user and a password in the header `authorization` (RFC 7617, in UTF-8). Throws a TypeError for a user with a colon. */
export function basic(user: string, password: string): Authorizer {
  if (user === '' || user.includes(':')) throw new TypeError('a user has a name, and no colon in it');
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  const credentials = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const headers = { authorization: `Basic ${credentials}` };
  return { authorize: async () => ({ ok: true, headers, secrets: [credentials, password] }) };
}
