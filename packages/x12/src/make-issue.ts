import type { Address, Issue, Position, Severity } from './issue.ts';
import { type IssueCode, issueCodes } from './issue-codes.ts';

export interface IssueDetails {
  readonly message: string;
  readonly at: Position;
  readonly address: Address;
  readonly path?: readonly (string | number)[] | undefined;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly acknowledgment?: string | undefined;
  readonly severity?: Severity | undefined;
}

/** Most characters of a message: names in it come from the input, a segment without separators is one long id. */
const MOST_MESSAGE = 300;

/** An issue of a known kind; severity and acknowledgment code come from the table unless given. */
export function makeIssue(code: IssueCode, details: IssueDetails): Issue {
  const [severity, acknowledgment] = issueCodes[code] as readonly [Severity, string?];
  return {
    code,
    severity: details.severity ?? severity,
    message: cut(details.message),
    path: details.path ?? [],
    at: details.at,
    address: details.address,
    ...(details.expected === undefined ? {} : { expected: details.expected }),
    ...(details.found === undefined ? {} : { found: details.found }),
    ...given(details.acknowledgment ?? acknowledgment),
  };
}

const given = (acknowledgment: string | undefined) => (acknowledgment === undefined ? {} : { acknowledgment });

const cut = (text: string): string => (text.length > MOST_MESSAGE ? `${text.slice(0, MOST_MESSAGE)}…` : text);
