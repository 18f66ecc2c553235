/** Longest text of another system that is repeated. */
const longest = 300;

/**
 * A text of another system, fit for logs: without the secrets given, as they are or in an encoding that systems repeat them in,
 * without control characters, and short.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // Cut first, so that a huge text costs nothing, but not so short that half a secret stays at the end.
  let clean = text.slice(0, 20_000);
  // Longest first: of one that begins with another nothing must stay.
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  for (const form of forms) clean = clean.replaceAll(form, '***');
  const line = clean.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** A secret as it is, percent-encoded, in Base64 and its form for addresses (RFC 4648 §4, §5), and within a text of JSON. */
function formsOf(secret: string): readonly string[] {
  if (secret === '') return [];
  const percent = encodeURIComponent(secret);
  const bytes = Array.from(new TextEncoder().encode(secret), (byte) => String.fromCharCode(byte)).join('');
  const base64 = btoa(bytes).replace(/=+$/, '');
  const small = percent.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase());
  return [
    secret,
    percent,
    small,
    base64,
    base64.replaceAll('+', '-').replaceAll('/', '_'),
    JSON.stringify(secret).slice(1, -1),
  ];
}
