/** Ciphers of a content. CBC proves nothing of the content; GCM does, and few AS2 products read it. */
export type ContentCipher =
  | 'aes-128-cbc'
  | 'aes-192-cbc'
  | 'aes-256-cbc'
  | 'aes-128-gcm'
  | 'aes-192-gcm'
  | 'aes-256-gcm';

/** One cipher as messages name it. Triple DES (RFC 3370 §5.1) is read, for partners who have nothing else, and never written. */
export interface CipherRule {
  readonly name: ContentCipher | 'des-ede3-cbc';
  readonly oid: string;
  readonly keyBytes: number;
  readonly blockBytes: number;
  readonly mode: 'cbc' | 'gcm';
}

/** The ciphers by RFC 3565 §4.1 (CBC), RFC 5084 §3.2 (GCM) and RFC 3370 §5.1. */
export const cipherRules: readonly CipherRule[] = [
  { name: 'aes-128-cbc', oid: '2.16.840.1.101.3.4.1.2', keyBytes: 16, blockBytes: 16, mode: 'cbc' },
  { name: 'aes-192-cbc', oid: '2.16.840.1.101.3.4.1.22', keyBytes: 24, blockBytes: 16, mode: 'cbc' },
  { name: 'aes-256-cbc', oid: '2.16.840.1.101.3.4.1.42', keyBytes: 32, blockBytes: 16, mode: 'cbc' },
  { name: 'aes-128-gcm', oid: '2.16.840.1.101.3.4.1.6', keyBytes: 16, blockBytes: 16, mode: 'gcm' },
  { name: 'aes-192-gcm', oid: '2.16.840.1.101.3.4.1.26', keyBytes: 24, blockBytes: 16, mode: 'gcm' },
  { name: 'aes-256-gcm', oid: '2.16.840.1.101.3.4.1.46', keyBytes: 32, blockBytes: 16, mode: 'gcm' },
  { name: 'des-ede3-cbc', oid: '1.2.840.113549.3.7', keyBytes: 24, blockBytes: 8, mode: 'cbc' },
];
