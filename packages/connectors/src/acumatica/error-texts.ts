/** Fields deeper than this have no errors of their own: lines, and the entities in them. */
const mostDeep = 5;
/** So many errors are told of one record. */
const mostErrors = 10;

/**
 * The errors that stand in a record beside its values, each with its place: `Details[0].InventoryID: 'Inventory ID' cannot be
 * found in the system.` The record's own `error` comes first.
 */
export function errorTexts(record: unknown): readonly string[] {
  const found: string[] = [];
  collect(record, '', 0, found);
  return found;
}

function collect(value: unknown, place: string, depth: number, found: string[]): void {
  if (typeof value !== 'object' || value === null || depth > mostDeep || found.length >= mostErrors) return;
  if (Array.isArray(value)) {
    value.forEach((inner, at) => {
      collect(inner, `${place}[${at}]`, depth + 1, found);
    });
    return;
  }
  const { error, ...fields }: { error?: unknown } = value;
  if (typeof error === 'string' && error !== '') found.push(place === '' ? error : `${place}: ${error}`);
  for (const [name, inner] of Object.entries(fields)) {
    collect(inner, place === '' ? name : `${place}.${name}`, depth + 1, found);
  }
}
