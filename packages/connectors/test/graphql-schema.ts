/** Fields by type, with the type that each of them gives and the names of its arguments. */
export type GraphqlSchema = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly type: string; readonly arguments: readonly string[] }>
>;

/** Reads the part of the schema language that matters here: descriptions are dropped, everything else is names and signs. */
export function readGraphqlSchema(text: string): GraphqlSchema {
  const bare = text
    .replace(/"""[\s\S]*?"""/g, '')
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/#.*/g, '');
  const types = new Map<string, ReadonlyMap<string, { type: string; arguments: string[] }>>();
  for (const [, name = '', body = ''] of bare.matchAll(
    /^(?:type|input) (\w+)[^{]*\{([^}]*(?:\{[^}]*\}[^}]*)*?)^\}/gm,
  )) {
    const fields = new Map<string, { type: string; arguments: string[] }>();
    for (const [, field = '', list = '', type = ''] of body.matchAll(/^ {2}(\w+)(?:\(([^)]*)\))?: \[?(\w+)/gm)) {
      fields.set(field, { type, arguments: [...list.matchAll(/(\w+):/g)].map(([, argument = '']) => argument) });
    }
    types.set(name, fields);
  }
  return types;
}
