import type { Format } from '../format/format.ts';

/** What a Format is for, where that is not `name`: by its id, or by the `kind` its documents must have. */
export function isDifferent({ id, shape }: Format, name: string): string | undefined {
  if (id !== undefined) return id === name ? undefined : id;
  const kind = shape.kind === 'object' ? shape.fields.get('kind')?.shape : undefined;
  if (kind?.kind !== 'leaf' || kind.codes === undefined || kind.codes.has(name)) return undefined;
  return [...kind.codes].join(', ');
}
