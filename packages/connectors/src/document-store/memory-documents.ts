import { checkedInstant } from './checked-instant.ts';
import { isSought, pageLimit, pageOf, pagePlace } from './document-pages.ts';
import type { DocumentStore, KeptDocument } from './document-store.ts';

/** Documents in memory, for tests and trials: gone with the process. */
export function memoryDocuments(): DocumentStore {
  const kept = new Map<string, KeptDocument & { readonly bytes: Uint8Array }>();
  return {
    put: async (document) => {
      checkedInstant('at', document.at);
      const known = kept.get(document.key);
      if (known !== undefined) return known.hash === document.hash ? 'known' : 'conflict';
      kept.set(document.key, { ...document, bytes: document.bytes.slice() });
      return 'kept';
    },
    get: async (key) => {
      const document = kept.get(key);
      return document && { ...document, bytes: document.bytes.slice() };
    },
    find: async (query) => {
      const limit = pageLimit(query);
      const { after = '' } = query;
      const found = [...kept.values()]
        .filter((record) => isSought(record, query) && pagePlace(record) > after)
        .sort((one, other) => (pagePlace(one) < pagePlace(other) ? -1 : 1))
        .map(({ bytes: _bytes, ...record }) => record);
      return pageOf(found, limit);
    },
    hold: async (key, hold) => {
      const document = kept.get(key);
      if (document === undefined) return false;
      kept.set(key, { ...document, hold });
      return true;
    },
    remove: async (key) => {
      const document = kept.get(key);
      if (document === undefined) return 'absent';
      if (document.hold !== undefined) return 'held';
      kept.delete(key);
      return 'removed';
    },
  };
}
