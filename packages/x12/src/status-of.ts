import type { Issue } from './issue.ts';
import type { Status } from './received.ts';

/** The verdict that issues amount to: an error rejects, a warning accepts with errors. */
export function statusOf(issues: readonly Issue[]): Status {
  if (issues.some(({ severity }) => severity === 'error')) return 'rejected';
  return issues.some(({ severity }) => severity === 'warning') ? 'accepted-with-errors' : 'accepted';
}
