import { type FormattableIssue, format } from '../format.ts';
import type { System } from './system.ts';

/** Issues that are printed of one file; a person does not read more. */
const MOST_TOLD = 100;

/** Writes the issues of a file to standard error. Whether one of them is an error. */
export function tellIssues(
  issues: readonly FormattableIssue[],
  { file, source }: { readonly file: string; readonly source?: Uint8Array | undefined },
  system: System,
): boolean {
  for (const issue of issues.slice(0, MOST_TOLD)) system.tell(`${format(issue, { source, file })}\n`);
  const more = issues.length - MOST_TOLD;
  if (more > 0) system.tell(`${file}: and ${more} more (x12 validate --json prints all)\n`);
  return issues.some(({ severity }) => severity === 'error');
}
