/**
 * The buyer's line id where a column of the tenant's is named that holds it. A line on which it is empty has
 * `netsuite:4`: NetSuite's bare number might be the buyer's id of another line. Without a column it is NetSuite's number.
 */
export function lineIdOf(kept: unknown, own: string, field: string | undefined): string {
  if (typeof kept === 'string' && kept !== '') return kept;
  return field === undefined ? own : `netsuite:${own}`;
}
