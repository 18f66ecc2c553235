import { plainBytes } from '../bytes.ts';
import { type HashName, hashes } from './hash-name.ts';

/** The hashes of some bytes. Each is computed once: signature, integrity check and boundary are over the same bytes. */
export type Digests = (hash: HashName) => Promise<Uint8Array>;

/** The hashes of bytes, by WebCrypto. */
export function digestsOf(bytes: Uint8Array): Digests {
  const made = new Map<HashName, Promise<Uint8Array>>();
  return (hash) => {
    const known = made.get(hash) ?? digest(hash, bytes);
    made.set(hash, known);
    return known;
  };
}

async function digest(hash: HashName, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hashes[hash].web, plainBytes(bytes)));
}
