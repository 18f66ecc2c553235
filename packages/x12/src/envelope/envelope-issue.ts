import type { Address, Issue } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import { makeIssue } from '../make-issue.ts';
import { elementSpan } from '../validate/element-span.ts';
import type { Segment } from './interchange.ts';

/** Where an envelope segment is wrong: at one of its elements, or as a whole. */
export interface EnvelopeFault {
  readonly segment: Segment;
  readonly element?: number | undefined;
  readonly address: Address;
  readonly message: string;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly acknowledgment?: string | undefined;
}

/** A trailer that is not there; `next` stands in its place, as the `position`-th segment. */
export function missingTrailer(
  code: IssueCode,
  {
    id,
    next,
    position,
    address,
    message,
  }: { id: string; next: Segment; position: number; address: Address; message: string },
): Issue {
  const at = { offset: next.offset, length: 0, segment: position };
  return makeIssue(code, { message, at, address, path: [id], expected: id, found: next.id });
}

/** An issue at an envelope segment (GS, ST, SE, GE, IEA) or at one element of it. */
export function envelopeIssue(code: IssueCode, fault: EnvelopeFault): Issue {
  const { segment, element, message, address, expected, acknowledgment } = fault;
  const span = element === undefined ? segment : elementSpan(segment, { element });
  const found = fault.found ?? (element === undefined ? segment.id : textOf(segment, element));
  return makeIssue(code, {
    message,
    address,
    expected,
    found,
    acknowledgment,
    at: {
      offset: span.offset,
      length: span.length,
      segment: segment.position,
      ...(element === undefined ? {} : { element }),
    },
    path: element === undefined ? [segment.id] : [segment.id, `${segment.id}${String(element).padStart(2, '0')}`],
  });
}

/** First component of an element, without padding blanks; empty where it is absent. */
export function textOf(segment: Segment, element: number): string {
  const plain = segment instanceof ScannedSegment ? segment.plainText(element) : undefined;
  return (plain ?? segment.elements[element - 1]?.repeats[0]?.[0] ?? '').trim();
}
