import type { Issue } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { makeIssue } from '../make-issue.ts';
import { elementSpan } from '../validate/element-span.ts';
import type { Interchange } from './interchange.ts';

export interface HeaderFault {
  /** Element of the ISA. */
  readonly element: number;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  readonly acknowledgment?: string | undefined;
}

/** An issue at one element of the ISA of an interchange that has been read. */
export function headerIssue(
  code: IssueCode,
  { segment, address }: Pick<Interchange, 'segment' | 'address'>,
  fault: HeaderFault,
): Issue {
  const { element, message, expected, found, acknowledgment } = fault;
  const { offset, length } = elementSpan(segment, { element });
  return makeIssue(code, {
    message,
    at: { offset, length, segment: 1, element },
    address,
    path: ['ISA', `ISA${String(element).padStart(2, '0')}`],
    expected,
    found,
    acknowledgment,
  });
}
