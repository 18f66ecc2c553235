const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of an input: text is taken as UTF-8. @throws TypeError for anything else. */
export function toBytes(input: string | Uint8Array): Uint8Array {
  if (typeof input === 'string') return new TextEncoder().encode(input);
  if (input instanceof Uint8Array) return input;
  throw new TypeError(`input must be a string or a Uint8Array, got ${input === null ? 'null' : typeof input}`);
}

/** Text of a byte range: UTF-8 where the bytes are valid UTF-8, else Latin-1. Partners send both and declare neither. */
export function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1Of(bytes);
  }
}

/** One character per byte. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

/** Blank, tabulator, line breaks, NUL and the end-of-file sign that old systems append: never data between segments. */
export const isBlank = (byte: number): boolean =>
  byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x00 || byte === 0x1a;

export const isLetterOrDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
