import type { CryptoKey } from 'oauth4webapi';

/** How a client signs its assertions (RFC 7518 §3.1): `PS256` and `RS256` with an RSA key, `ES256` with one of P-256. */
export type SigningAlgorithm = 'PS256' | 'RS256' | 'ES256';

const algorithms = {
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const satisfies Readonly<Record<SigningAlgorithm, object>>;

/**
 * A private key of WebCrypto from its text: PKCS #8 in PEM, `-----BEGIN PRIVATE KEY-----` (RFC 7468 §10). Throws a
 * TypeError for another text, which it does not repeat.
 */
export async function privateKey(pem: string, algorithm: SigningAlgorithm): Promise<CryptoKey> {
  const [, base64] = /^\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----\s*$/.exec(pem) ?? [];
  if (base64 === undefined) throw new TypeError('a private key is PKCS #8 in PEM: -----BEGIN PRIVATE KEY-----');
  try {
    const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return await crypto.subtle.importKey('pkcs8', der, algorithms[algorithm], false, ['sign']);
  } catch {
    throw new TypeError(`the private key cannot be read as one for ${algorithm}`);
  }
}
