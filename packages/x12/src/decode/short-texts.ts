import type { PlainValue } from '../validate/plain-value.ts';

/** Most bytes of a text that is remembered. */
export const SHORT = 4;

const SLOTS = 128;

/**
 * The right values of one element that came last: codes, units and quantities repeat in every set, so that most of them are
 * neither checked nor made again. As many are kept, whatever a file holds.
 */
export class ShortTexts {
  private readonly isRight: PlainValue;
  private keys: Int32Array | undefined = undefined;
  private readonly texts: string[] = [];

  constructor(isRight: PlainValue) {
    this.isRight = isRight;
  }

  /** The text of one to four bytes without a NUL; undefined where it is not certainly right. */
  at(bytes: Uint8Array, from: number, to: number): string | undefined {
    let key = bytes[from] as number;
    for (let at = from + 1; at < to; at++) key = (key << 8) | (bytes[at] as number);
    const slot = (Math.imul(key, 0x9e3779b1) >>> 25) & (SLOTS - 1);
    this.keys ??= new Int32Array(SLOTS);
    if (this.keys[slot] === key) return this.texts[slot];
    if (!this.isRight(bytes, from, to)) return undefined;
    while (this.texts.length < SLOTS) this.texts.push('');
    let text = '';
    for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] as number);
    this.keys[slot] = key;
    this.texts[slot] = text;
    return text;
  }
}
