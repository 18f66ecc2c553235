import { type HttpRuntime, httpClient } from '../http/http-client.ts';
import { rsaKey } from './rsa-key.ts';
import type { WebhookKey, WebhookKeys } from './webhook-keys.ts';

/** The host of Adobe's keys ("Signature Verification for Events"). */
const host = 'https://static.adobeioevents.com';
const path = /^\/(?:prod|stage)\/keys\/pub-key-[A-Za-z0-9_-]{1,64}\.pem$/;
/** A webhook names two keys; while they are replaced there are four. */
const most = { keys: 8, bytes: 16 * 1024, newPerMinute: 4 };

/**
 * The public keys of Adobe I/O Events. A webhook names a path, and the host is fixed: a path of another form is unknown and
 * asks nobody. At most four paths that are new are asked for in a minute, since anybody can name one; beyond that a key is
 * `unavailable`. What was read is kept, as a path never gets another key.
 */
export function adobeKeys(settings: HttpRuntime & { readonly url?: string | undefined } = {}): WebhookKeys {
  const { url = host, now = Date.now, ...runtime } = settings;
  if (!url.startsWith('https://')) throw new TypeError('keys are read from an https address');
  const client = httpClient({ timeoutMs: 3000, ...runtime, now, maximumBytes: most.bytes, baseUrl: url });
  const held = new Map<string, Promise<WebhookKey>>();
  let asked: readonly number[] = [];

  const look = async (keyId: string): Promise<WebhookKey> => {
    const request = { method: 'GET', path: keyId, answer: 'text', headers: { accept: '*/*' } } as const;
    const exchange = await client(request);
    if (exchange.kind !== 'answered') return { kind: 'unavailable', reason: exchange.reason };
    // A file that is not there; the store behind the host says 403 as well.
    if (exchange.status === 404 || exchange.status === 403) return { kind: 'unknown' };
    const key = exchange.status === 200 && exchange.body.kind === 'text' ? await rsaKey(exchange.body.text) : undefined;
    if (key === undefined) return { kind: 'unavailable', reason: `status ${exchange.status}, and no key` };
    return { kind: 'key', key };
  };

  return {
    async find(keyId) {
      if (!path.test(keyId)) return { kind: 'unknown' };
      const known = held.get(keyId);
      if (known !== undefined) return known;
      asked = asked.filter((at) => Math.abs(now() - at) < 60_000);
      if (asked.length >= most.newPerMinute) return { kind: 'unavailable', reason: 'too many new keys in a minute' };
      asked = [...asked, now()];
      const pending = look(keyId);
      held.set(keyId, pending);
      const answer = await pending;
      if (answer.kind !== 'key') held.delete(keyId);
      const [oldest] = held.keys();
      if (held.size > most.keys && oldest !== undefined) held.delete(oldest);
      return answer;
    },
  };
}
