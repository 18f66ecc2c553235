import { isTooDeep } from '../profile/is-too-deep.ts';
import type { Result } from '../result.ts';

/** No document is nested deeper; what compares documents goes down by calling itself. */
const DEEPEST = 64;

/** The JSON of a file: `file-malformed` where it is none, `file-too-deep` where it is nested deeper than 64 levels. */
export function readJsonText(text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value, DEEPEST)
      ? refused('file-too-deep', `It is nested deeper than ${DEEPEST} levels`)
      : { ok: true, value, issues: [] };
  } catch (error) {
    return refused('file-malformed', `It is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refused(code: string, message: string): Result<never> {
  return { ok: false, issues: [{ code, severity: 'error', message, path: [] }] };
}
