import type { Address, Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';

/** More segments of a set, or outside of sets, are over the limits than are told; each of them rejects by itself. */
export function tooManyIssues(
  { address }: { readonly address: Address },
  offset: number,
  where: 'set' | 'file',
  most: number,
): Issue {
  const what = where === 'set' ? 'the transaction set has' : 'what belongs to no transaction set has';
  return makeIssue(`${where}-too-many-issues`, {
    message: `${what} more than ${most} issues; the others are left out`,
    at: { offset, length: 0 },
    address,
    severity: 'error',
  });
}
