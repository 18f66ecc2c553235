import { fromBase64, toBase64 } from './base64.ts';
import type { Digests } from './cms/digests.ts';
import { type HashName, hashes, hashNamed } from './cms/hash-name.ts';

/** A message integrity check: a hash over the bytes that RFC 4130 §7.3.1 and RFC 5402 §4 say, in Base64. */
export interface MessageIntegrityCheck {
  readonly hash: HashName;
  readonly digest: string;
}

/** The check over the bytes that have these hashes. */
export async function checkOver(digests: Digests, hash: HashName): Promise<MessageIntegrityCheck> {
  return { hash, digest: toBase64(await digests(hash)) };
}

/** Reads `Received-Content-MIC`, such as `n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=, sha-256`; undefined where it is none. */
export function readIntegrityCheck(value: string | undefined): MessageIntegrityCheck | undefined {
  const comma = value?.lastIndexOf(',') ?? -1;
  const hash = hashNamed(value?.slice(comma + 1) ?? '');
  const digest = fromBase64(value?.slice(0, Math.max(comma, 0)) ?? '');
  if (hash === undefined || digest?.length !== hashes[hash].bytes) return undefined;
  return { hash, digest: toBase64(digest) };
}
