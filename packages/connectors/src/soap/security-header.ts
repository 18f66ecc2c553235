import type { XmlObject } from './xml-value.ts';

/** Who asks, by WS-Security. */
export interface SoapSecurity {
  readonly username: string;
  readonly password: string;
  /** The password itself, for a connection that is encrypted, or a digest that holds for this message alone. */
  readonly type: 'PasswordText' | 'PasswordDigest';
  /** Seconds for which a message is good, told in a Timestamp; 300 when absent, and no Timestamp when 0. */
  readonly seconds?: number | undefined;
}

/**
 * The header `wsse:Security` with a Timestamp and a UsernameToken (OASIS WSS UsernameToken Profile 1.0 section 3.1; SOAP
 * Message Security 1.0 section 10). A receiver that does not understand it must refuse the message.
 *
 * @param at milliseconds since 1970.
 * @param nonce 16 random bytes, never the same twice.
 */
export async function securityHeader(security: SoapSecurity, at: number, nonce: Uint8Array): Promise<XmlObject> {
  const { username, password, type, seconds = 300 } = security;
  const created = new Date(at).toISOString();
  const expires = new Date(at + seconds * 1000).toISOString();
  const secret = type === 'PasswordText' ? password : await passwordDigest(nonce, created, password);
  return {
    'wsse:Security': {
      '@soap:mustUnderstand': '1',
      'wsu:Timestamp': seconds === 0 ? undefined : { 'wsu:Created': created, 'wsu:Expires': expires },
      'wsse:UsernameToken': {
        'wsse:Username': username,
        'wsse:Password': { '@Type': `${profile}#${type}`, '#text': secret },
        'wsse:Nonce': { '@EncodingType': base64Binary, '#text': base64(nonce) },
        'wsu:Created': created,
      },
    },
  };
}

const profile = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0';
const base64Binary = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary';

/** Base64 ( SHA-1 ( nonce + created + password ) ), of the bytes of the nonce: UsernameToken Profile 1.0 section 3.1. */
export async function passwordDigest(nonce: Uint8Array, created: string, password: string): Promise<string> {
  const rest = new TextEncoder().encode(created + password);
  const all = new Uint8Array(nonce.length + rest.length);
  all.set(nonce);
  all.set(rest, nonce.length);
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-1', all)));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
