import type { Address, Issue } from '../issue.ts';
import type { SegmentSource } from '../validate/element-span.ts';
import { envelopeIssue, missingTrailer, textOf } from './envelope-issue.ts';
import type { Segment, TransactionSet } from './interchange.ts';

/** A transaction set while its segments come in. */
export interface OpenSet {
  readonly type: string;
  readonly controlNumber: string;
  readonly segments: Segment[];
  readonly issues: Issue[];
  readonly address: Address;
}

/** Begins a set at its ST; `known` holds the control numbers that its group has used. */
export function openSet(header: Segment, group: Address, known: Set<string>, source: SegmentSource): OpenSet {
  const type = textOf(header, 1);
  const controlNumber = textOf(header, 2);
  const address: Address = { ...group, set: controlNumber, type };
  const issues: Issue[] = [];
  const report = (
    ...[code, fault]: [Parameters<typeof envelopeIssue>[0], { element: number; message: string; expected: string }]
  ) => issues.push(envelopeIssue(code, { ...fault, segment: header, address }, source));
  if (!/^\d{3}$/.test(type))
    report('set-type', {
      element: 1,
      message: 'the transaction set has no valid type',
      expected: 'three digits such as 850',
    });
  if (controlNumber.length < 4 || controlNumber.length > 9)
    report('set-control-number', {
      element: 2,
      message: 'the set control number is not valid',
      expected: '4 to 9 characters',
    });
  else if (known.has(controlNumber))
    report('set-control-number', {
      element: 2,
      message: 'the set control number came before in this group',
      expected: 'a number that is unique in its group',
    });
  known.add(controlNumber);
  return { type, controlNumber, segments: [header], issues, address };
}

/** Ends a set: at its SE, or at the segment that stands where its SE should be. */
export function closeSet(set: OpenSet, source: SegmentSource, next: Segment): TransactionSet {
  if (next.id === 'SE') {
    set.segments.push(next);
    checkTrailer(set, next, source);
  } else {
    const { address, segments, issues } = set;
    const message = 'the transaction set has no SE';
    issues.push(
      missingTrailer('set-trailer-missing', { id: 'SE', next, position: segments.length + 1, address, message }),
    );
  }
  return toSet(set);
}

function checkTrailer(set: OpenSet, trailer: Segment, source: SegmentSource): void {
  const { address, segments, issues } = set;
  const count = textOf(trailer, 1);
  const lostCount = issues.some(({ code }) => code === 'segment-binary-length');
  if (!lostCount && !(/^\d{1,10}$/.test(count) && Number(count) === segments.length))
    issues.push(
      envelopeIssue(
        'set-segment-count',
        {
          segment: trailer,
          element: 1,
          address,
          message: 'the number of segments disagrees',
          expected: `${segments.length}`,
        },
        source,
      ),
    );
  if (textOf(trailer, 2) !== set.controlNumber)
    issues.push(
      envelopeIssue(
        'set-trailer-control-number',
        {
          segment: trailer,
          element: 2,
          address,
          message: 'the control number of SE differs from that of ST',
          expected: set.controlNumber,
        },
        source,
      ),
    );
}

/** The set as far as it came. */
export function toSet({ type, controlNumber, segments, issues, address }: OpenSet): TransactionSet {
  const offset = segments[0]?.offset ?? 0;
  const last = segments.at(-1);
  return {
    type,
    controlNumber,
    segments,
    issues,
    address,
    offset,
    length: last ? last.offset + last.length - offset : 0,
  };
}
