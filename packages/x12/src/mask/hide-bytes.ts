/** How characters are hidden: one byte for each kind, none of them a separator. */
export interface Disguise {
  readonly digit: number;
  readonly capital: number;
  readonly small: number;
  /** Bytes that stay, because they are separators. */
  readonly kept: ReadonlySet<number>;
}

/** The disguise for text with the given separators. */
export function disguiseFor(separators: readonly string[]): Disguise {
  const kept = new Set(separators.map((separator) => separator.charCodeAt(0)));
  const firstOf = (choices: string): number =>
    [...choices].map((sign) => sign.charCodeAt(0)).find((code) => !kept.has(code)) ?? 0x58;
  return { digit: firstOf('123456'), capital: firstOf('XYZWVU'), small: firstOf('xyzwvu'), kept };
}

/** ÿ in Latin-1; no text in UTF-8 has this byte, so that one kind does not become the other. */
const HIGH = 0xff;

/**
 * Hides a range in place. Lengths in bytes and in characters stay, and so does what kind a character is: digit, capital,
 * small letter; blanks and punctuation stay themselves. Letters beyond ASCII become one of the same number of bytes.
 */
export function hideBytes(bytes: Uint8Array, from: number, to: number, isUtf8: boolean, disguise: Disguise): void {
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      bytes[at] = hidden(byte, disguise);
      at++;
    } else if (isUtf8) {
      const length = Math.min(byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4, to - at);
      hideLetter(bytes, at, length);
      at += length;
    } else {
      // Control characters and the blank that does not break are no letters of Latin-1.
      if (byte > 0xa0) bytes[at] = HIGH;
      at++;
    }
  }
}

/** é, 字 and 😀. */
const LETTERS: Readonly<Record<number, readonly number[]>> = {
  2: [0xc3, 0xa9],
  3: [0xe5, 0xad, 0x97],
  4: [0xf0, 0x9f, 0x98, 0x80],
};

const utf8 = /* @__PURE__ */ new TextDecoder();

function hideLetter(bytes: Uint8Array, at: number, length: number): void {
  // Blanks and control characters decide whether a value is one.
  if (/[\s\p{Cc}]/u.test(utf8.decode(bytes.subarray(at, at + length)))) return;
  bytes.set(LETTERS[length] ?? [], at);
}

function hidden(byte: number, { digit, capital, small, kept }: Disguise): number {
  if (kept.has(byte)) return byte;
  if (byte >= 0x30 && byte <= 0x39) return digit;
  if (byte >= 0x41 && byte <= 0x5a) return capital;
  return byte >= 0x61 && byte <= 0x7a ? small : byte;
}
