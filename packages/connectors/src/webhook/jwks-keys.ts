import { type HttpClient, type HttpRuntime, httpClient } from '../http/http-client.ts';
import { type JsonWebRsaKey, type RsaKey, rsaKey } from './rsa-key.ts';
import type { WebhookKey, WebhookKeys } from './webhook-keys.ts';

/** Where a sender publishes its keys, and how long they are believed. */
export interface JwksSettings extends HttpRuntime {
  /** The one address that is asked, `https`; what a webhook says plays no part in it. */
  readonly url: string;
  /** How long a key is believed without a look; a day when absent. From half of that on a look is taken. */
  readonly keepSeconds?: number | undefined;
  /** How often the address is asked at most; 60 when absent. */
  readonly askAgainSeconds?: number | undefined;
}

/** More keys than a sender has, and more bytes. */
const most = { keys: 50, bytes: 64 * 1024 };

/**
 * Keys from a JWK Set (RFC 7517 §5) under one address, kept in memory. A key id that is not known makes it look again, at
 * most once a minute, so that webhooks with made-up ids do not become requests. While the address does not answer, keys are
 * believed until they are too old, and unknown ones are `unavailable`. Requests in flight are shared; redirects are not
 * followed. Throws a TypeError for an address that is not `https`.
 */
export function jwksKeys(settings: JwksSettings): WebhookKeys {
  const { url, keepSeconds = 86_400, askAgainSeconds = 60, now = Date.now, ...runtime } = settings;
  if (!url.startsWith('https://')) throw new TypeError('keys are read from an https address');
  const client = httpClient({ timeoutMs: 3000, ...runtime, now, maximumBytes: most.bytes, baseUrl: url });
  let held: { readonly keys: ReadonlyMap<string, RsaKey>; readonly at: number } | undefined;
  let asked: { readonly at: number; readonly failed?: string | undefined } | undefined;
  let looking: Promise<void> | undefined;

  const look = async () => {
    const at = now();
    asked = { at };
    const keys = await readKeys(client);
    if (typeof keys === 'string') asked = { at, failed: keys };
    else held = { keys, at };
  };
  const lookAgain = async () => {
    const mayAsk = asked === undefined || Math.abs(now() - asked.at) >= askAgainSeconds * 1000;
    if (looking === undefined && mayAsk) {
      looking = look().finally(() => {
        looking = undefined;
      });
    }
    await looking;
  };
  const ageOf = (at: number) => Math.abs(now() - at) / 1000;

  return {
    async find(keyId): Promise<WebhookKey> {
      if (!held?.keys.has(keyId) || ageOf(held.at) >= keepSeconds / 2) await lookAgain();
      const isFresh = held !== undefined && ageOf(held.at) < keepSeconds;
      const key = isFresh ? held?.keys.get(keyId) : undefined;
      if (key !== undefined) return { kind: 'key', key };
      if (isFresh && asked?.failed === undefined) return { kind: 'unknown' };
      return { kind: 'unavailable', reason: asked?.failed ?? 'the keys are too old' };
    },
  };
}

/** The RSA keys of the set by their ids, or why there are none. Keys of other kinds are left out, as RFC 7517 §5 asks. */
async function readKeys(client: HttpClient): Promise<ReadonlyMap<string, RsaKey> | string> {
  const exchange = await client({ method: 'GET', path: '' });
  if (exchange.kind !== 'answered') return exchange.reason;
  if (exchange.status !== 200) return `status ${exchange.status}`;
  if (exchange.body.kind !== 'json' || !isSet(exchange.body.value)) return 'the answer is no JWK Set';
  const keys = new Map<string, RsaKey>();
  for (const jwk of exchange.body.value.keys.slice(0, most.keys)) {
    if (!isNamed(jwk)) continue;
    const key = await rsaKey(jwk);
    if (key !== undefined) keys.set(jwk.kid, key);
  }
  return keys;
}

function isSet(value: unknown): value is { readonly keys: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
}

function isNamed(value: unknown): value is JsonWebRsaKey & { readonly kid: string } {
  return typeof value === 'object' && value !== null && 'kid' in value && typeof value.kid === 'string';
}
