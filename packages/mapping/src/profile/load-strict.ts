import type * as z from 'zod';
import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';

/** Deeper JSON than any profile needs is refused before the schema, which recurses, sees it. */
const deepest = 64;
const mostIssues = 100;

/** Reads unknown JSON by a strict schema; its faults, the first hundred, are issues of one code. */
export function loadStrict<T>(schema: z.ZodType<T>, json: unknown, code: string): Result<T> {
  if (isTooDeep(json)) return { ok: false, issues: [issueOf(code, `It is nested deeper than ${deepest} levels`, [])] };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data, issues: [] };
  return { ok: false, issues: parsed.error.issues.slice(0, mostIssues).map((issue) => fromZod(code, issue)) };
}

/** Level by level, so that depth does not end the stack. */
function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}

function fromZod(code: string, issue: z.core.$ZodIssue): MappingIssue {
  const innermost = deepestFault(issue);
  const path = innermost.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return issueOf(code, path.length === 0 ? innermost.message : `${path.join('.')}: ${innermost.message}`, path);
}

/** Of a value that fits none of several forms, what is wrong with the form that it comes nearest to: the fault furthest inside. */
function deepestFault(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flatMap((faults) => (faults.length === 1 ? faults : [])).map(deepestFault);
  const best = inner.reduce((a, b) => (b.path.length > a.path.length ? b : a), { path: [], message: issue.message } as {
    path: PropertyKey[];
    message: string;
  });
  return { path: [...issue.path, ...best.path], message: best.message };
}

function issueOf(code: string, message: string, path: readonly (string | number)[]): MappingIssue {
  return { code, severity: 'error', message, path };
}
