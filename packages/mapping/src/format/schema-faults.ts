import type * as z from 'zod';
import type { MappingIssue } from '../issue.ts';

/** What a zod schema finds wrong in a document that a map has made: issues of code `value-invalid` or `value-missing`. */
export function schemaFaults(schema: z.ZodType<unknown>, document: unknown): MappingIssue[] {
  // With the input in its issues a schema works without its compiled form: that is for documents that have issues.
  if (schema.safeParse(document).success) return [];
  const parsed = schema.safeParse(document, { reportInput: true });
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const place = path.length === 0 ? 'the document' : path.join('.');
    return {
      code: missing ? 'value-missing' : 'value-invalid',
      severity: 'error',
      message: missing ? `${place} is required and no rule gave it a value` : `${place}: ${issue.message}`,
      path,
      expected: issue.code === 'invalid_type' ? issue.expected : undefined,
      found: show(issue.input),
    };
  });
}

function show(input: unknown): string | undefined {
  if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return String(input).slice(0, 80);
}
