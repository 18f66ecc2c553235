import { latin1Of, textOf } from './bytes.ts';

/** Reads the text of a byte range. */
export type TextReader = (from: number, to: number) => string;

/** Bytes decoded at once. Substrings keep their parent alive, so the parent must stay small. */
const WINDOW = 4096;

/** Reads ranges without a byte over 127, going forward: bytes are decoded a window at a time. */
export function asciiReader(source: Uint8Array): TextReader {
  const decoder = new TextDecoder('latin1');
  let windowStart = 0;
  let windowText = '';
  return (from, to) => {
    if (to - from > WINDOW) return decoder.decode(source.subarray(from, to));
    if (from < windowStart || to > windowStart + windowText.length) {
      windowStart = from;
      windowText = decoder.decode(source.subarray(from, from + WINDOW));
    }
    return windowText.substring(from - windowStart, to - windowStart);
  };
}

/** Reads one segment with other characters. One encoding for all of it: UTF-8 when it is valid UTF-8, else Latin-1. */
export function textReader(source: Uint8Array, start: number, end: number): TextReader {
  const whole = source.subarray(start, end);
  const isLatin1 = textOf(whole).length === whole.length;
  return (from, to) => (isLatin1 ? latin1Of : textOf)(source.subarray(from, to));
}
