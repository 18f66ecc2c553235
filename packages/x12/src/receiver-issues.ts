import { headerIssue } from './envelope/header-issue.ts';
import type { Interchange, InterchangeParty } from './envelope/interchange.ts';
import type { Issue } from './issue.ts';

/** Who reads: its ids, all when absent, and whether it takes test or production data, both when absent. */
export interface Receiver {
  readonly ids?: readonly InterchangeParty[] | undefined;
  readonly usage?: 'T' | 'P' | undefined;
}

/** That an interchange is meant for another receiver (ISA07 and ISA08) or usage (ISA15). */
export function receiverIssues(
  interchange: Pick<Interchange, 'header' | 'segment' | 'address'>,
  { ids, usage }: Receiver,
): Issue[] {
  const issues: Issue[] = [];
  const found = interchange.header.receiver;
  if (
    ids !== undefined &&
    !ids.some(({ qualifier, id }) => qualifier.trim() === found.qualifier && id.trim() === found.id)
  )
    issues.push(
      headerIssue('interchange-receiver', interchange, {
        element: 8,
        message: 'the interchange is meant for another receiver',
        expected: ids.map(({ qualifier, id }) => `${qualifier} ${id}`).join(', '),
        found: `${found.qualifier} ${found.id}`,
      }),
    );
  const sent = interchange.header.usage;
  if (usage !== undefined && sent !== usage && /^[TPI]$/.test(sent))
    issues.push(
      headerIssue('interchange-usage', interchange, {
        element: 15,
        message: 'test and production data do not mix',
        expected: usage,
        found: sent,
      }),
    );
  return issues;
}
