import type { MappingIssue } from '../issue.ts';
import type { Candidate } from './nearest-candidates.ts';

/** A failed result of one issue of severity `error`. */
export function fault(
  code: string,
  message: string,
  more: { readonly expected?: string | undefined; readonly found?: string | undefined } = {},
): { readonly ok: false; readonly issues: readonly MappingIssue[] } {
  return { ok: false, issues: [{ code, severity: 'error', message, path: [], ...more }] };
}

/** Candidates in words: `northfield ZZ:NORTHFIELDSTR (1 character differs)`. */
export function named(candidates: readonly Candidate[]): string {
  return candidates.map(({ id, address, why }) => `${id} ${address} (${why})`).join(', ');
}
