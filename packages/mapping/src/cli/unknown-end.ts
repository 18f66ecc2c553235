import type { Side } from '../issue.ts';
import type { Result } from '../result.ts';

/** The result for a side of a map that is not known, and what is. */
export function unknownEnd(side: Side, found: string, known: readonly string[]): Result<never> {
  const message = `${side} ${found} is not known here`;
  const expected = `one of ${known.join(', ')}`;
  return {
    ok: false,
    issues: [{ code: 'end-unknown', severity: 'error', message, path: [side], side, expected, found }],
  };
}
