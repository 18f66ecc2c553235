import type { HashName } from './cms/hash-name.ts';

/** A key of WebCrypto, by the name that every platform's types have for it. */
export type WebCryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A private RSA key, as what may be done with it: the key itself stays inside, and may be in a hardware module. */
export interface RsaPrivateKey {
  /** SubjectPublicKeyInfo in DER, to see that it belongs to its certificate. */
  readonly publicKey: Uint8Array;
  /** RSASSA-PKCS1-v1_5 over the data's hash (RFC 8017 §8.2). */
  sign(hash: HashName, data: Uint8Array): Promise<Uint8Array>;
  /** The whole block, nothing taken off it (RFC 8017 §5.1.2); undefined where the input is no number below the modulus. */
  decryptRaw(block: Uint8Array): Promise<Uint8Array | undefined>;
  /** RSAES-OAEP with an empty label (RFC 8017 §7.1); undefined where it fails. */
  decryptOaep(hash: HashName, block: Uint8Array): Promise<Uint8Array | undefined>;
  /** So many bytes that are random to anybody without the key, and the same each time for the same block. */
  pseudorandom(block: Uint8Array, length: number): Promise<Uint8Array>;
}

/** How a content key is carried: as all AS2 products read it (RFC 8017 §7.2), or by OAEP with a hash (§7.1). */
export type KeyTransport = 'pkcs1-v1.5' | 'oaep-sha-1' | 'oaep-sha-256';

/** What WebCrypto does not have and S/MIME needs. */
export interface As2Platform {
  /** A private RSA key from PKCS#8 in PEM, or a CryptoKey. Rejects with a TypeError where it is none. */
  privateKey(key: string | WebCryptoKey): Promise<RsaPrivateKey>;
  /** A content key encrypted to a public key (SubjectPublicKeyInfo in DER). */
  encryptKey(publicKey: Uint8Array, key: Uint8Array, transport: KeyTransport): Promise<Uint8Array>;
  /** CBC without taking any padding off. The data is whole blocks. */
  decryptCbc(cipher: 'aes' | 'triple-des', key: Uint8Array, vector: Uint8Array, data: Uint8Array): Promise<Uint8Array>;
}
