import type * as z from 'zod';
import type { MappingIssue } from '../issue.ts';
import { schemaFault } from '../map/schema-fault.ts';
import { unsafeNames } from '../map/unsafe-names.ts';
import type { Result } from '../result.ts';
import { isTooDeep } from './is-too-deep.ts';

/** Deeper JSON than any profile needs is refused before the schema, which recurses, sees it. */
const deepest = 64;
const mostIssues = 100;

/** Reads unknown JSON by a strict schema; its faults, the first hundred, are issues of one code, and `unsafe-name` for `__proto__`. */
export function loadStrict<T>(schema: z.ZodType<T>, json: unknown, code: string): Result<T> {
  if (isTooDeep(json, deepest))
    return { ok: false, issues: [issueOf(code, `It is nested deeper than ${deepest} levels`, [])] };
  const unsafe = unsafeNames(json);
  if (unsafe.length > 0) return { ok: false, issues: unsafe };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data, issues: [] };
  const faults = parsed.error.issues.slice(0, mostIssues).map((issue) => schemaFault(issue, schema, json));
  return { ok: false, issues: faults.map(({ path, message }) => issueOf(code, message, path)) };
}

function issueOf(code: string, message: string, path: readonly (string | number)[]): MappingIssue {
  return { code, severity: 'error', message, path };
}
