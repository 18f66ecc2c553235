import type { Delimiters } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';
import type { Guide } from './guide.ts';
import { severityOf } from './severity-of.ts';

/** The separators of an interchange against those that a guide wants; repeats only where both have a separator. */
export function checkSeparators(guide: Guide, delimiters: Delimiters): Issue[] {
  const { separators } = guide;
  if (separators === undefined) return [];
  const kinds = ['element', 'component', 'segment', 'repetition'] as const;
  const wrong = kinds.filter((kind) => {
    const [wanted, given] = [separators[kind], delimiters[kind]];
    return wanted !== undefined && given !== undefined && wanted !== given;
  });
  if (wrong.length === 0) return [];
  const shown = (from: Delimiters): string => wrong.map((kind) => `${kind} ${JSON.stringify(from[kind])}`).join(', ');
  const issue = makeIssue('guide-separators', {
    message: `${guide.name} wants other separators`,
    at: { offset: 0, length: 0 },
    address: {},
    expected: shown(separators),
    found: shown(delimiters),
    severity: severityOf(guide, 'guide-separators'),
  });
  return [{ ...issue, guide: guide.name }];
}
