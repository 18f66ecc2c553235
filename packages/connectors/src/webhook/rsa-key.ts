/** An RSA key as a JSON Web Key (RFC 7517, RFC 7518 §6.3.1); its other members are not looked at. */
export interface JsonWebRsaKey {
  readonly kty: string;
  readonly n?: string | undefined;
  readonly e?: string | undefined;
  readonly alg?: string | undefined;
  readonly use?: string | undefined;
}

/** A public key: SPKI in PEM (`-----BEGIN PUBLIC KEY-----`, RFC 7468 §13), or a JSON Web Key. */
export type PublicKey = string | JsonWebRsaKey;

/** A public RSA key that signatures with SHA-256 (RSASSA-PKCS1-v1_5, RFC 8017 §8.2) are checked by. */
export interface RsaKey {
  fits(signature: Uint8Array, content: Uint8Array): Promise<boolean>;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
/** Below that a key can be broken (NIST SP 800-131A); far above it is somebody's wish to keep us busy. */
const bits = { least: 2048, most: 8192 };

/** The key; undefined for what is none, is too short, or is meant for another purpose. */
export async function rsaKey(given: PublicKey): Promise<RsaKey | undefined> {
  const key = await (typeof given === 'string' ? fromPem(given) : fromJwk(given)).catch(() => undefined);
  const length = key && 'modulusLength' in key.algorithm ? Number(key.algorithm.modulusLength) : 0;
  if (key === undefined || length < bits.least || length > bits.most) return undefined;
  return {
    fits: (signature, content) =>
      crypto.subtle.verify(algorithm.name, key, new Uint8Array(signature), new Uint8Array(content)),
  };
}

async function fromPem(pem: string) {
  const [, base64] = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem) ?? [];
  if (base64 === undefined) return undefined;
  const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('spki', der, algorithm, false, ['verify']);
}

async function fromJwk({ kty, alg, use, n, e }: JsonWebRsaKey) {
  if (kty !== 'RSA' || (alg ?? 'RS256') !== 'RS256' || (use ?? 'sig') !== 'sig') return undefined;
  if (typeof n !== 'string' || typeof e !== 'string') return undefined;
  return crypto.subtle.importKey('jwk', { kty, n, e }, algorithm, false, ['verify']);
}
