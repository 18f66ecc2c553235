/** Longest text of another system that is repeated. */
const longest = 300;

/**
 * A text of another system, fit for logs: without the secrets given, as they are or percent-encoded, without control
 * characters, and short.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // Cut first, so that a huge text costs nothing, but not so short that half a secret stays at the end.
  let clean = text.slice(0, 20_000);
  for (const secret of secrets) {
    if (secret === '') continue;
    clean = clean.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }
  const line = clean.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
