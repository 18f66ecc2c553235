import { sentence } from '../format/sentence.ts';
import type { Issue } from '../issue.ts';

/** An issue on one line in a tree: `!` where it rejects, `?` where it does not, and the acknowledgment code it means. */
export function issueLine(issue: Issue): string {
  const { severity, acknowledgment } = issue;
  const mark = severity === 'error' ? '!' : '?';
  return `${mark} ${severity}${acknowledgment === undefined ? '' : ` ${acknowledgment}`}: ${sentence(issue)}`;
}
