import { fusionError } from './fusion-error.ts';
import type { Fields } from './oracle-fusion-state.ts';

type Condition = (fields: Fields) => boolean;

/** A page of records as the framework gives it: those that `q` names, in the order of `orderBy`, from `offset` on. */
export function collection(records: readonly Fields[], query: URLSearchParams): Response {
  const conditions = conditionsOf(query.get('q'));
  if (conditions === undefined) return fusionError(400, `The value of q is not valid: ${query.get('q')}`);
  const fitting = records.filter((fields) => conditions.every((fits) => fits(fields)));
  const sorted = sortedBy(fitting, query.get('orderBy'));
  const [offset, limit] = [Number(query.get('offset') ?? 0), Math.min(Number(query.get('limit') ?? 25), 500)];
  const items = sorted.slice(offset, offset + limit);
  const hasMore = offset + items.length < sorted.length;
  return Response.json({ items, count: items.length, hasMore, limit, offset });
}

/** `Name = 'text'`, `Name >= 'text'` and `Name IS NOT NULL`, joined by `and`; undefined for anything else. */
function conditionsOf(q: string | null): readonly Condition[] | undefined {
  if (q === null) return [];
  const conditions: Condition[] = [];
  const pattern = /^(\w+) (?:(=|>=) (?:'([^']*)'|"([^"]*)")|IS NOT NULL)(?: and |$)/;
  for (let rest = q; rest !== ''; ) {
    const [all, name = '', operator, single, double] = pattern.exec(rest) ?? [];
    if (all === undefined) return undefined;
    const value = single ?? double ?? '';
    conditions.push((fields) => {
      const found = fields[name];
      if (operator === undefined) return found !== undefined && found !== null;
      return operator === '=' ? String(found) === value : Date.parse(String(found)) >= Date.parse(value);
    });
    rest = rest.slice(all.length);
  }
  return conditions;
}

function sortedBy(records: readonly Fields[], orderBy: string | null): readonly Fields[] {
  const names = (orderBy ?? '').split(',').flatMap((part) => part.split(':')[0] || []);
  return [...records].sort((a, b) => {
    for (const name of names) {
      const [one, other] = [String(a[name]), String(b[name])];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  });
}
