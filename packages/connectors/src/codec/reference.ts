import { type Codec, type CodecValue, type Refusal, refuse } from '@dist/mapping';

/**
 * A text of at most `length` characters, unchanged: what a field of an ERP has room for (R19). A longer one is refused
 * and never cut, because two cut ones could be the same.
 */
export function reference(length: number): Codec {
  const expected = `a text of at most ${length} characters`;
  const fitting = (value: CodecValue): string | Refusal =>
    typeof value === 'string' && value.length <= length ? value : refuse(expected);
  return { native: expected, canonical: expected, decode: fitting, encode: fitting };
}
