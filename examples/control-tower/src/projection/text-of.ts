import type { Note } from '@dist/orchestration';

/** A text of a note's data, by its name; what has another type is passed by. */
export function textOf({ data }: Note, name: string): string | undefined {
  const value = data?.[name];
  return typeof value === 'string' ? value : undefined;
}
