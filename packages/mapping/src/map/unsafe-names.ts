import type { MappingIssue } from '../issue.ts';

/**
 * An issue `unsafe-name` for each place of JSON that is called `__proto__`: a code, a table, a level, a patched rule. Schemas leave such a
 * name out, so that a row would be lost without a word. For JSON of limited depth; every other name, `constructor` among
 * them, is a name.
 */
export function unsafeNames(json: unknown): MappingIssue[] {
  const issues: MappingIssue[] = [];
  find(json, [], issues);
  return issues;
}

function find(value: unknown, path: readonly (string | number)[], issues: MappingIssue[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === '__proto__') issues.push(unsafe(place));
    else find((value as Readonly<Record<string, unknown>>)[key], place, issues);
  }
}

function unsafe(path: readonly (string | number)[]): MappingIssue {
  const message = `${path.join('.')}: __proto__ names nothing here`;
  return { code: 'unsafe-name', severity: 'error', message, path, expected: 'another name', found: '__proto__' };
}
