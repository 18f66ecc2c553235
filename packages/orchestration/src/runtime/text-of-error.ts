/** What an error says, whatever was thrown: also where asking it throws once more. */
export function textOfError(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message : error;
    return typeof text === 'string' ? text : String(text);
  } catch {
    return 'it threw what can not be read';
  }
}
