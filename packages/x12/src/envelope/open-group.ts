import type { Address, Issue } from '../issue.ts';
import { ControlNumbers } from './control-numbers.ts';
import { envelopeIssue, missingTrailer, textOf } from './envelope-issue.ts';
import type { FunctionalGroup, GroupHeader, Segment } from './interchange.ts';

/** A functional group while its sets come in. */
export interface OpenGroup {
  readonly header: GroupHeader;
  /** GS. */
  readonly segment: Segment;
  readonly issues: Issue[];
  readonly address: Address;
  /** Its sets so far. */
  count: number;
  /** ST02 of its sets. */
  readonly controlNumbers: ControlNumbers;
  /** Segments came that belong to no set: its count says nothing then. */
  strayed: boolean;
}

/** Begins a group at its GS; `known` holds the GS06 that its interchange has used. */
export function openGroup(segment: Segment, interchange: Address, known: ControlNumbers): OpenGroup {
  const header = groupHeader(segment);
  const address: Address = { ...interchange, group: header.controlNumber };
  const issues: Issue[] = [];
  const report = (
    code: 'group-type' | 'group-control-number',
    fault: { element: number; message: string; expected: string; acknowledgment?: string },
  ) => issues.push(envelopeIssue(code, { segment, address, ...fault }));
  if (!/^[A-Z][A-Z0-9]$/.test(header.functionalIdentifier))
    report('group-type', {
      element: 1,
      message: 'the functional group has no valid type',
      expected: 'two letters such as PO',
    });
  if (!/^\d{1,9}$/.test(header.controlNumber))
    report('group-control-number', {
      element: 6,
      message: 'the group control number is not valid',
      expected: '1 to 9 digits',
    });
  else if (!known.add(header.controlNumber))
    report('group-control-number', {
      element: 6,
      message: 'the group control number came before in this interchange',
      expected: 'a number that is unique in its interchange',
      acknowledgment: 'AK905-19',
    });
  return { header, segment, count: 0, issues, address, controlNumbers: new ControlNumbers(), strayed: false };
}

function groupHeader(segment: Segment): GroupHeader {
  const field = (element: number) => textOf(segment, element);
  return {
    functionalIdentifier: field(1),
    sender: field(2),
    receiver: field(3),
    date: field(4),
    time: field(5),
    controlNumber: field(6),
    agency: field(7),
    version: field(8),
  };
}

/** Ends a group: at its GE, or at the segment that stands where its GE should be. */
export function closeGroup(group: OpenGroup, next: Segment): void {
  const { address, header, issues, count } = group;
  const report = (
    ...[code, element, message, expected]: [Parameters<typeof envelopeIssue>[0], number | undefined, string, string]
  ) => issues.push(envelopeIssue(code, { segment: next, element, address, message, expected }));
  if (next.id !== 'GE') {
    const message = 'the functional group has no GE';
    issues.push(missingTrailer('group-trailer-missing', { id: 'GE', next, position: next.position, address, message }));
    return;
  }
  const said = textOf(next, 1);
  if (!group.strayed && !(/^\d{1,10}$/.test(said) && Number(said) === count))
    report('group-set-count', 1, 'the number of transaction sets disagrees', `${count}`);
  if (!sameNumber(textOf(next, 2), header.controlNumber))
    report('group-trailer-control-number', 2, 'the control number of GE differs from that of GS', header.controlNumber);
}

/** The group as far as it came, without its sets. */
export function toGroup({ header, segment, issues, address }: OpenGroup): Omit<FunctionalGroup, 'sets'> {
  return { header, segment, issues, address, offset: segment.offset };
}

// GS06 and GE02 are numbers (N0): leading zeros do not make another one.
function sameNumber(left: string, right: string): boolean {
  return (
    left === right ||
    (/^\d+$/.test(left) && /^\d+$/.test(right) && left.replace(/^0+/, '') === right.replace(/^0+/, ''))
  );
}
