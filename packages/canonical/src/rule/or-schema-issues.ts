import type * as z from 'zod';
import type { Issue } from '../issue.ts';
import { schemaIssues } from './schema-issues.ts';

/** A document that was given as one of its type, and where it stands among what was given. */
export interface GivenDocument {
  readonly schema: z.ZodType<unknown>;
  readonly value: unknown;
  readonly at?: Issue['path'] | undefined;
}

/**
 * The answer, or what `refused` makes of the issues of the schemas where documents turn out not to be of their types. Whoever
 * reads data validates it once, at the boundary: here the schemas are asked only when the answer cannot be made, or
 * when a number is so long that making it would take more than linear time. What falls with documents of the right types is a
 * mistake of the program, and thrown.
 */
export function orSchemaIssues<T>(
  given: readonly GivenDocument[],
  answer: () => T,
  refused: (issues: readonly Issue[]) => T,
): T {
  if (given.some(({ value }) => isSuspect(value, 0))) {
    const issues = given.flatMap(issuesOf);
    if (issues.length > 0) return refused(issues);
  }
  try {
    return answer();
  } catch (fault) {
    const issues = given.flatMap(issuesOf);
    if (issues.length > 0) return refused(issues);
    throw fault;
  }
}

function issuesOf({ schema, value, at }: GivenDocument): Issue[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return error === undefined ? [] : schemaIssues(error, at);
}

// No document of the model nests deeper; a ring of objects has no end.
const deepest = 24;

/** Whether there are numbers longer than the model has them, lists in lists, or what no JSON holds: extensions are nobody's to enter. */
function isSuspect(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length > 64 && /^[+-]?[\d.]+$/.test(value);
  if (typeof value !== 'object') return ['bigint', 'symbol', 'function'].includes(typeof value);
  if (value === null) return false;
  if (depth > deepest) return true;
  if (Array.isArray(value)) return value.some((one) => isSuspect(one, depth + 1));
  return Object.entries(value).some(([key, one]) => key !== 'ext' && isSuspect(one, depth + 1));
}
