import { equalBytes } from './equal-bytes.ts';

/**
 * The place of the first secret that a text equals. Hashes are compared, so that the time tells neither where two differ
 * nor how long the secret is.
 */
export async function fittingToken(text: string, secrets: readonly string[]): Promise<number | undefined> {
  const given = await hash(text);
  let fitting: number | undefined;
  for (const [place, secret] of secrets.entries()) {
    if (equalBytes(given, await hash(secret))) fitting ??= place;
  }
  return fitting;
}

async function hash(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
