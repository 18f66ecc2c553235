import type * as z from 'zod';
import type { Issue } from '../issue.ts';

/** What a schema has found in data that it read with `reportInput`, in the shape of every issue; `at` is where the data stands. */
export function schemaIssues(error: z.ZodError, at: Issue['path'] = []): Issue[] {
  return error.issues.flatMap((issue) => fromZod(issue, at));
}

const codes: Readonly<Record<string, string>> = {
  invalid_type: 'type-wrong',
  invalid_format: 'format-wrong',
  invalid_value: 'value-not-in-list',
  too_small: 'too-small',
  too_big: 'too-big',
  unrecognized_keys: 'key-unknown',
};

function fromZod(issue: z.core.$ZodIssue, at: Issue['path']): Issue[] {
  const path = [...at, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'key-unknown',
      severity: 'error',
      message: `There is no "${key}" here; what is not part of the model belongs in ext`,
      path: [...path, key],
    }));
  }
  const missing = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  const code = missing ? 'value-missing' : (codes[issue.code] ?? 'value-wrong');
  const place = path.length > 0 ? path.join('.') : 'the document';
  const message = missing ? `${place} is missing` : `${place}: ${issue.message}`;
  return [{ code, severity: 'error', message, path, expected: expectation(issue), found: show(issue.input) }];
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** Short enough for a log line: what was found may be a whole document, of any depth. */
function show(input: unknown): string | undefined {
  if (input === undefined) return undefined;
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === 'object' && input !== null) return `an object with ${keysOf(input)}`;
  const text = String(input);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function keysOf(input: object): string {
  const keys = Object.keys(input);
  const shown = keys.slice(0, 5).map((key) => (key.length > 20 ? `${key.slice(0, 19)}…` : key));
  return keys.length === 0 ? 'nothing in it' : `${shown.join(', ')}${keys.length > 5 ? ', …' : ''}`;
}
