import type { Issue } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { readInterchangeHeader } from '../lexical/interchange-header.ts';
import { makeIssue } from '../make-issue.ts';
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
export function headerIssue(code: IssueCode, interchange: Interchange, source: Uint8Array, fault: HeaderFault): Issue {
  const { element, message, expected, found, acknowledgment } = fault;
  const header = readInterchangeHeader(source, interchange.offset);
  const offset = header?.fieldOffsets[element - 1] ?? interchange.offset;
  return makeIssue(code, {
    message,
    at: { offset, length: header?.fields[element - 1]?.length ?? 0, segment: 1, element },
    address: interchange.address,
    path: ['ISA', `ISA${String(element).padStart(2, '0')}`],
    expected,
    found,
    acknowledgment,
  });
}
