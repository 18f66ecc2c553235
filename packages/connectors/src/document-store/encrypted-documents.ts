import type { DocumentRecord, DocumentStore, NewDocument } from './document-store.ts';

/** What encrypts the bytes of documents: a key service, a cloud's, or `aesGcm` with keys of your own. */
export interface DocumentEncryption {
  /** Name of the key for a document: one for each partner, say, or for each order. What shares a key is redacted together. */
  keyFor(document: Omit<NewDocument, 'bytes'>): string | Promise<string>;
  /** `about` is bound to the bytes: they cannot be read as another document's. */
  encrypt(keyId: string, bytes: Uint8Array, about: Uint8Array): Promise<Uint8Array>;
  /** Undefined when the key was dropped. Rejects when the bytes are not what was encrypted. */
  decrypt(keyId: string, bytes: Uint8Array, about: Uint8Array): Promise<Uint8Array | undefined>;
}

/**
 * A store whose bytes are encrypted before they reach it. Redaction is the end of a key: the bytes can be read nowhere any more,
 * in no backup either, and the record with its hash stays.
 */
export function encryptedDocuments(store: DocumentStore, encryption: DocumentEncryption): DocumentStore {
  return {
    ...store,
    put: async (document) => {
      const keyId = await encryption.keyFor(document);
      const bytes = await encryption.encrypt(keyId, document.bytes, aboutOf(document));
      return store.put({ ...document, keyId, bytes });
    },
    get: async (key) => {
      const kept = await store.get(key);
      if (kept?.keyId === undefined || kept.bytes === undefined) return kept;
      return { ...kept, bytes: await encryption.decrypt(kept.keyId, kept.bytes, aboutOf(kept)) };
    },
  };
}

function aboutOf({ key, hash }: Pick<DocumentRecord, 'key' | 'hash'>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([key, hash]));
}
