import { readBody } from '../http/read-body.ts';

/** The JSON of a body; undefined where it is none in UTF-8 or nests too deep. A byte order mark is passed over. */
export async function jsonContent(body: Uint8Array): Promise<{ readonly value: unknown } | undefined> {
  const read = await readBody(new Response(new Uint8Array(body)), body.length);
  return read.kind === 'json' ? { value: read.value } : undefined;
}

/** What stands under a path of names; undefined where the path ends early. Only own properties are followed. */
export function jsonAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at;
}
