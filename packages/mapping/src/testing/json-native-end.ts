import { json } from '../format/json.ts';
import type { Result } from '../result.ts';
import type { NativeEnd } from './native-end.ts';
import { readJsonText } from './read-json-text.ts';

/** JSON documents of a native id (`json/shop/order`). */
export function jsonNativeEnd(id: string): NativeEnd {
  return {
    format: json({ id }),
    parse: readJsonText,
    print,
    sendAndReceive: (document) => readJsonText(JSON.stringify(document)),
  };
}

function print(document: unknown): Result<readonly string[]> {
  return { ok: true, value: JSON.stringify(sorted(document), null, 2).split('\n'), issues: [] };
}

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
