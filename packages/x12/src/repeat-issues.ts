import { headerIssue } from './envelope/header-issue.ts';
import type { Interchange } from './envelope/interchange.ts';
import type { Issue } from './issue.ts';

const REPEATED = 'TA1-025';

/** The interchange's own issues, with the one that its number came before as the caller knows it (R03). */
export function repeatIssues(
  interchange: Pick<Interchange, 'header' | 'segment' | 'issues' | 'address' | 'offset'>,
  known: 'new' | 'same' | 'other',
): readonly Issue[] {
  const { issues, header } = interchange;
  const isRepeated = ({ acknowledgment }: Issue) => acknowledgment === REPEATED;
  // A copy in the same file has its issue already: with the same bytes it is none, with others one is enough.
  if (known === 'same') return issues.filter((issue) => !isRepeated(issue));
  if (known === 'new' || issues.some(isRepeated)) return issues;
  const fault = headerIssue('interchange-header-field', interchange, {
    element: 13,
    message: 'an interchange with this control number but other content was received before',
    expected: 'a control number that was not used before',
    found: header.controlNumber,
    acknowledgment: REPEATED,
  });
  return [...issues, fault];
}
