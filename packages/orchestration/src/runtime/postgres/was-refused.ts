/**
 * Whether the server has looked at a statement and undone it: because of its data, a constraint, another transaction, its
 * form, its resources or a limit; or whether it was never sent (RangeError). Any other failure, a lost connection say, leaves
 * open what was committed.
 */
export function wasRefused(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  return error instanceof Error && 'code' in error && /^(?:2[23]|4[024]|5[34])[0-9A-Z]{3}$/.test(String(error.code));
}
