/**
 * Which document for a trading partner an effect's key names: `855`, `865`, `856`, `810`; undefined when it is another
 * effect. Keys are a public contract: `<order>/<document>/<business key>`, `#2` and on for one that was sent again.
 */
export function documentOf(key: string, order: string): string | undefined {
  if (!key.startsWith(`${order}/`)) return undefined;
  const [what = ''] = key.slice(order.length + 1).split(/[/#]/, 1);
  return documents.has(what) ? what : undefined;
}

const documents: ReadonlySet<string> = new Set(['855', '865', '856', '810']);
