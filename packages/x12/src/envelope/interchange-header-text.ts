import type { Address, Issue } from '../issue.ts';
import { WIDTHS } from '../lexical/interchange-header.ts';
import { makeIssue } from '../make-issue.ts';
import { hasRepetition } from './check-delimiters.ts';
import type { Delimiters, InterchangeHeader } from './interchange.ts';

/**
 * The ISA with its terminator, one byte per character. It has fixed widths: what is shorter is filled up with blanks,
 * authorization and security (ISA01 to 04) are unused. What does not fit is reported.
 */
export function interchangeHeaderText(
  header: InterchangeHeader,
  delimiters: Delimiters,
  address: Address,
  report: (issue: Issue) => void,
): string {
  const fields = fieldsOf(header, delimiters);
  // ISA16 and, from 00402 on, ISA11 are separators themselves.
  for (const [index, text] of fields.entries())
    if (text !== delimiters.component && text !== delimiters.repetition)
      checkField(index, text, delimiters, address, report);
  const padded = fields.map((text, index) => text.padEnd(WIDTHS[index] ?? 0));
  return ['ISA', ...padded].join(delimiters.element) + delimiters.segment;
}

function fieldsOf(header: InterchangeHeader, delimiters: Delimiters): string[] {
  const { sender, receiver, version } = header;
  return [
    '00',
    '',
    '00',
    '',
    sender.qualifier,
    sender.id,
    receiver.qualifier,
    receiver.id,
    header.date,
    header.time,
    hasRepetition(version) ? (delimiters.repetition ?? 'U') : 'U',
    version,
    header.controlNumber,
    header.acknowledgmentRequested ? '1' : '0',
    header.usage,
    delimiters.component,
  ];
}

const TWO_BYTES = /[\u0100-\uffff]/;

function checkField(
  index: number,
  text: string,
  delimiters: Delimiters,
  address: Address,
  report: (issue: Issue) => void,
): void {
  const designator = `ISA${String(index + 1).padStart(2, '0')}`;
  const width = WIDTHS[index] ?? 0;
  const say = (code: 'outgoing-header' | 'value-holds-separator', expected: string): void =>
    report(
      makeIssue(code, {
        message: `${designator} can not be written`,
        at: { offset: 0, length: 0, segment: 1, element: index + 1 },
        address,
        path: ['ISA', designator],
        expected,
        found: text.slice(0, 200),
      }),
    );
  if (text.length > width || TWO_BYTES.test(text)) say('outgoing-header', `at most ${width} characters of one byte`);
  else if (Object.values(delimiters).some((separator: string | undefined) => separator && text.includes(separator)))
    say('value-holds-separator', 'text without a separator');
}
