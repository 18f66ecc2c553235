const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const signs = new TextEncoder().encode(alphabet);
const padding = 0x3d;
const [skipped, wrong] = [64, 65];

/** What each byte of Base64 stands for; white space is skipped, anything else is wrong. */
const values = new Uint8Array(256).fill(wrong);
for (const [value, sign] of signs.entries()) values[sign] = value;
for (const space of [0x09, 0x0a, 0x0d, 0x20]) values[space] = skipped;

/** Base64 of bytes (RFC 4648 §4), in one line. */
export function toBase64(bytes: Uint8Array): string {
  return new TextDecoder().decode(encodeBase64(bytes, Number.POSITIVE_INFINITY));
}

/** Base64 of bytes, with a CRLF after each `width` signs but the last (RFC 2045 §6.8 allows 76 at most). */
export function encodeBase64(bytes: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const length = Math.ceil(bytes.length / 3) * 4;
  const breaks = Math.max(0, Math.ceil(length / width) - 1);
  const text = new Uint8Array(length + breaks * 2);
  let to = 0;
  let column = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    if (column >= width) {
      text[to++] = 0x0d;
      text[to++] = 0x0a;
      column = 0;
    }
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text[to++] = signs[group >> 18] ?? padding;
    text[to++] = signs[(group >> 12) & 63] ?? padding;
    text[to++] = left > 1 ? (signs[(group >> 6) & 63] ?? padding) : padding;
    text[to++] = left > 2 ? (signs[group & 63] ?? padding) : padding;
    column += 4;
  }
  return text;
}

/** The bytes that a text in Base64 stands for, as `decodeBase64` reads it. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  return decodeBase64(new TextEncoder().encode(text));
}

/**
 * The bytes that Base64 stands for; line breaks, spaces and tabs are passed over (RFC 2045 §6.8). Undefined for any other sign, a
 * wrong length, or padding that is not at the end.
 */
export function decodeBase64(text: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  let end = text.length;
  let padded = 0;
  for (; end > 0 && (text[end - 1] === padding || values[text[end - 1] ?? 0] === skipped); end--) {
    if (text[end - 1] === padding) padded++;
  }
  const bytes = new Uint8Array(Math.ceil(end / 4) * 3);
  let to = 0;
  let count = 0;
  let group = 0;
  for (let at = 0; at < end; at++) {
    const value = values[text[at] ?? 0] ?? wrong;
    if (value === skipped) continue;
    if (value === wrong) return undefined;
    group = (group << 6) | value;
    if (++count % 4 !== 0) continue;
    bytes[to++] = group >> 16;
    bytes[to++] = group >> 8;
    bytes[to++] = group;
    group = 0;
  }
  if (padded > 2 || (count + padded) % 4 !== 0) return undefined;
  // What is left of a group is one byte for two signs, two for three; bits beyond them must be zero, so that none hides there.
  const rest = group << (6 * padded);
  if (padded > 0) bytes[to++] = rest >> 16;
  if (padded === 1) bytes[to++] = rest >> 8;
  if (padded > 0 && (padded === 1 ? rest & 0xff : rest & 0xffff) !== 0) return undefined;
  return bytes.subarray(0, to);
}
