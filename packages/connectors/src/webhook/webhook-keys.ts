import { type PublicKey, type RsaKey, rsaKey } from './rsa-key.ts';

/** What is known of a key: itself, that the sender has none of that id, or nothing, because the sender cannot be asked. */
export type WebhookKey =
  | { readonly kind: 'key'; readonly key: RsaKey }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** The public keys of a sender: {@link fixedKeys}, {@link jwksKeys}, {@link adobeKeys}. */
export interface WebhookKeys {
  find(keyId: string): Promise<WebhookKey>;
}

/**
 * Keys that are known beforehand, by their ids. `find` throws a TypeError for one that is no RSA key of at least 2048 bits,
 * and does not repeat it.
 */
export function fixedKeys(keys: Readonly<Record<string, PublicKey>>): WebhookKeys {
  const imported = new Map<string, Promise<RsaKey | undefined>>();
  return {
    async find(keyId) {
      const given = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
      if (given === undefined) return { kind: 'unknown' };
      const pending = imported.get(keyId) ?? rsaKey(given);
      imported.set(keyId, pending);
      const key = await pending;
      if (key === undefined) throw new TypeError(`the key ${keyId} is no RSA public key of 2048 bits or more`);
      return { kind: 'key', key };
    },
  };
}
