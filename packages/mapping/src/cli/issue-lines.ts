import { visible } from '../explain/visible.ts';
import type { MappingIssue } from '../issue.ts';
import { issueSentence } from './issue-sentence.ts';

/** Issues of one document or map that are shown; a person does not read more. */
const MOST_SHOWN = 100;

/** Issues as lines for a person, each with the file (and set) that it is of. */
export function issueLines(place: string, issues: readonly MappingIssue[]): string {
  const lines = issues.slice(0, MOST_SHOWN).map((issue) => `${visible(place)}: ${issueSentence(issue)}\n`);
  const more = issues.length - MOST_SHOWN;
  return [...lines, ...(more > 0 ? [`${visible(place)}: and ${more} more (--json prints all)\n`] : [])].join('');
}
