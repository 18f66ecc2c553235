import type { DocumentEncryption } from './encrypted-documents.ts';

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Keys that you keep: made when one is asked for the first time, and dropped for a redaction. */
export interface DocumentKeys {
  readonly keyFor: DocumentEncryption['keyFor'];
  /** The AES-GCM key of a name; undefined when it was dropped. */
  key(keyId: string): Promise<Key | undefined>;
}

/** Bytes of the nonce, which is random and stands before what it is for (NIST SP 800-38D §8.2.2). */
const nonceBytes = 12;

/**
 * AES-GCM by the platform's WebCrypto: nonce, encrypted bytes, tag. A key of 256 bits is good for some 2^32 documents (NIST SP
 * 800-38D §8.3).
 *
 * @throws Error when a document is to be encrypted under a key that was dropped.
 */
export function aesGcm({ keyFor, key }: DocumentKeys): DocumentEncryption {
  return {
    keyFor,
    encrypt: async (keyId, bytes, about) => {
      const found = await key(keyId);
      if (found === undefined) throw new Error(`There is no key ${keyId}: documents cannot be kept under it.`);
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const algorithm = { name: 'AES-GCM', iv, additionalData: new Uint8Array(about) };
      const sealed = await crypto.subtle.encrypt(algorithm, found, new Uint8Array(bytes));
      const all = new Uint8Array(nonceBytes + sealed.byteLength);
      all.set(iv);
      all.set(new Uint8Array(sealed), nonceBytes);
      return all;
    },
    decrypt: async (keyId, bytes, about) => {
      const found = await key(keyId);
      if (found === undefined) return undefined;
      const iv = bytes.slice(0, nonceBytes);
      const algorithm = { name: 'AES-GCM', iv, additionalData: new Uint8Array(about) };
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, found, bytes.slice(nonceBytes)));
    },
  };
}
