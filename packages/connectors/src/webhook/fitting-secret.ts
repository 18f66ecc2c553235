import { equalBytes } from './equal-bytes.ts';

/**
 * The place of the first secret by which one of the signatures is the HMAC-SHA256 of the content. Each secret costs one
 * pass over the content, however many signatures there are, and every pair is compared, in constant time.
 */
export async function fittingSecret(
  content: Uint8Array,
  signatures: readonly Uint8Array[],
  secrets: readonly Uint8Array[],
): Promise<number | undefined> {
  // A copy, since the bytes may be a view of memory that WebCrypto does not take.
  const bytes = new Uint8Array(content);
  let fitting: number | undefined;
  for (const [place, secret] of secrets.entries()) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', new Uint8Array(secret), algorithm, false, ['sign']);
    const expected = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
    for (const signature of signatures) {
      if (equalBytes(signature, expected)) fitting ??= place;
    }
  }
  return fitting;
}
