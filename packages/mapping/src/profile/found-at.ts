import type { Condition } from '../map/rule.ts';
import type { Path } from '../path/path.ts';
import { type AskedAt, valuesOf } from './holds.ts';

/** Values of one path that are told, and their characters. */
const MOST_VALUES = 5;
const MOST_CHARACTERS = 40;

/**
 * What stands at each path that a condition asks of, each once: `currency USD, no total`. Of a condition that does not hold these
 * are the alternatives that were tried.
 */
export function foundAt(condition: Condition, at: AskedAt, parse: (text: string) => Path | undefined): string {
  const paths = [...new Set(pathsIn(condition))];
  return paths.map((path) => foundOf(path, valuesOf(parse(path), at))).join(', ');
}

function pathsIn(condition: Condition): string[] {
  if (condition === true) return [];
  if ('all' in condition) return condition.all.flatMap(pathsIn);
  if ('any' in condition) return condition.any.flatMap(pathsIn);
  return 'not' in condition ? pathsIn(condition.not) : [condition.path];
}

function foundOf(path: string, values: ReturnType<typeof valuesOf>): string {
  if (values.length === 0) return `no ${path}`;
  const told = values.slice(0, MOST_VALUES).map(({ value }) => textOf(value));
  const more = values.length > MOST_VALUES ? ` and ${values.length - MOST_VALUES} more` : '';
  return `${path} ${told.join(', ')}${more}`;
}

function textOf(value: unknown): string {
  // Only a plain value says what it is; a part that is there is just there.
  if (typeof value === 'object') return 'there';
  const text = String(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}
