import type { HttpRuntime } from '../http/http-client.ts';
import type { Authorizer, Unauthorized } from './authorizer.ts';

export interface OAuth1Settings extends Pick<HttpRuntime, 'now'> {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
  /** NetSuite's account id in capitals with an underscore: `123456_SB1`. */
  readonly realm?: string | undefined;
  /** A text that is never the same; 32 hexadecimal digits by WebCrypto when absent. */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Signs every request by OAuth 1.0a with HMAC-SHA256 (RFC 5849 §3.4; the digest is NetSuite's and Adobe Commerce's, the
 * RFC has SHA-1 only). The query is part of what is signed, a body of JSON is not, the realm is not.
 */
export function oauth1(settings: OAuth1Settings): Authorizer {
  const { consumerKey, consumerSecret, token, tokenSecret, realm } = settings;
  const now = settings.now ?? Date.now;
  const nonce = settings.nonce ?? randomNonce;
  const keyText = `${encode(consumerSecret)}&${encode(tokenSecret)}`;
  return {
    authorize: async (request) => {
      const parameters: Readonly<Record<string, string>> = {
        oauth_consumer_key: consumerKey,
        oauth_nonce: nonce(),
        oauth_signature_method: 'HMAC-SHA256',
        oauth_timestamp: String(Math.floor(now() / 1000)),
        oauth_token: token,
        oauth_version: '1.0',
      };
      const signature = await sign(baseString(request, parameters), keyText);
      const fields = Object.entries({ ...parameters, oauth_signature: signature });
      const said = [...(realm === undefined ? [] : [['realm', realm] as const]), ...fields];
      const header = said.map(([name, value]) => `${name}="${encode(value)}"`).join(', ');
      return { ok: true, headers: { authorization: `OAuth ${header}` }, secrets: [consumerSecret, tokenSecret, token] };
    },
  };
}

/** What is signed: method, address without query, and every parameter in order (RFC 5849 §3.4.1). */
function baseString({ method, url }: Unauthorized, oauth: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  const all = [...address.searchParams, ...Object.entries(oauth)].map(([name, value]) => [encode(name), encode(value)]);
  const sorted = all.sort(([a = '', x = ''], [b = '', y = '']) => compare(a, b) || compare(x, y));
  const parameters = sorted.map((pair) => pair.join('=')).join('&');
  return [method, `${address.origin}${address.pathname}`, parameters].map(encode).join('&');
}

async function sign(text: string, keyText: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(keyText), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** RFC 3986 with the marks that `encodeURIComponent` leaves (RFC 5849 §3.6). */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
