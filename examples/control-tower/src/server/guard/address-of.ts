import type { Context } from 'hono';
import type { TowerEnv } from '../user.ts';

/** The network address that a request came from, as far as it tells people apart. */
export type AddressOf = (context: Context<TowerEnv>) => string;

/**
 * Reads who is at the other end. Behind `proxies` servers that pass requests on, it is what the outermost of them has written
 * into X-Forwarded-For: what stands before that in the header, anybody may have written.
 */
export function addressBehind(proxies: number): AddressOf {
  return ({ env, req }) => {
    const connected = (env as Connected | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';
    const passed = (req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
    return network((proxies > 0 ? passed.at(-proxies) : undefined) || connected);
  };
}

/** What the Node server gives to each request. */
interface Connected {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/** Of IPv6 the first half: the other one is changed at will by whoever has it. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64);
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4).join(':');
}
