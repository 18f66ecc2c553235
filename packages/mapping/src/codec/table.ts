import type { Table } from '../map/partner-map.ts';
import { type Codec, refuse } from './codec.ts';

/** Codes by a table of the map. What the table does not hold is refused. */
export function table(name: string, entries: Table): Codec {
  const { read, write } = directions(entries);
  return {
    native: `a code of table ${name}`,
    canonical: `a code of table ${name}`,
    joins: true,
    // No two native codes have one meaning.
    exact: !isLossy(entries) && read.size === write.size ? () => true : undefined,
    decode: (value) => read.get(value) ?? refuse(listed(name, read)),
    encode: (value) => write.get(value) ?? refuse(listed(name, write)),
  };
}

/** Both directions of a table; for a plain one, the second is the first turned round. */
function directions(entries: Table): { read: Map<unknown, string>; write: Map<unknown, string> } {
  if (isLossy(entries)) {
    return { read: new Map(Object.entries(entries.read)), write: new Map(Object.entries(entries.write)) };
  }
  const pairs = Object.entries(entries);
  return { read: new Map(pairs), write: new Map(pairs.map(([native, canonical]) => [canonical, native])) };
}

export function isLossy(entries: Table): entries is Extract<Table, { lossy: true }> {
  return (entries as { lossy?: unknown }).lossy === true;
}

function listed(name: string, entries: ReadonlyMap<unknown, string>): string {
  const codes = [...entries.keys()].slice(0, 20).map((code) => (code === '' ? '(empty)' : String(code)));
  return `a code of table ${name}: ${codes.join(', ')}${entries.size > 20 ? ', …' : ''}`;
}
