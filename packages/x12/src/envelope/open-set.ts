import type { Address, Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';
import type { ControlNumbers } from './control-numbers.ts';
import { envelopeIssue, missingTrailer, textOf } from './envelope-issue.ts';
import type { Segment } from './interchange.ts';

/** A transaction set while its segments come in. */
export interface OpenSet {
  readonly type: string;
  readonly controlNumber: string;
  /** ST. */
  readonly header: Segment;
  readonly issues: Issue[];
  readonly address: Address;
  /** Segments so far, ST included. */
  count: number;
  /** It is larger than the limit: its segments are counted, and no longer kept. */
  isTooLarge: boolean;
  /** Bytes of segments that are too long themselves. */
  skipped: number;
}

/** Begins a set at its ST; `known` holds the control numbers that its group has used. */
export function openSet(header: Segment, group: Address, known: ControlNumbers): OpenSet {
  const type = textOf(header, 1);
  const controlNumber = textOf(header, 2);
  // Named one by one: to copy an object and add to it takes longer than all else here.
  const address: Address = { interchange: group.interchange, group: group.group, set: controlNumber, type };
  const issues: Issue[] = [];
  const report = (
    ...[code, fault]: [
      Parameters<typeof envelopeIssue>[0],
      { element: number; message: string; expected: string; acknowledgment?: string },
    ]
  ) => issues.push(envelopeIssue(code, { ...fault, segment: header, address }));
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
  else if (!known.add(controlNumber))
    report('set-control-number', {
      element: 2,
      message: 'the set control number came before in this group',
      expected: 'a number that is unique in its group',
      acknowledgment: 'AK502-23',
    });
  return { type, controlNumber, header, issues, address, count: 1, isTooLarge: false, skipped: 0 };
}

/** Ends a set: at its SE, or at the segment that stands where its SE should be. */
export function closeSet(set: OpenSet, next: Segment): void {
  if (next.id === 'SE') {
    set.count++;
    checkTrailer(set, next);
    return;
  }
  const { address, count, issues } = set;
  const message = 'the transaction set has no SE';
  issues.push(missingTrailer('set-trailer-missing', { id: 'SE', next, position: count + 1, address, message }));
}

function checkTrailer(set: OpenSet, trailer: Segment): void {
  const { address, count, issues } = set;
  const said = textOf(trailer, 1);
  const lostCount = issues.some(({ code }) => code === 'segment-binary-length');
  if (!lostCount && !(/^\d{1,10}$/.test(said) && Number(said) === count))
    issues.push(
      envelopeIssue('set-segment-count', {
        segment: trailer,
        element: 1,
        address,
        message: 'the number of segments disagrees',
        expected: `${count}`,
      }),
    );
  if (textOf(trailer, 2) !== set.controlNumber)
    issues.push(
      envelopeIssue('set-trailer-control-number', {
        segment: trailer,
        element: 2,
        address,
        message: 'the control number of SE differs from that of ST',
        expected: set.controlNumber,
      }),
    );
}

/** Says that a set of that size was not kept, unless it is so large only by segments that have their issue already. */
export function reportTooLarge(set: OpenSet, size: number, most: number): void {
  const { header, address, skipped } = set;
  if (size - skipped <= most) return;
  set.issues.push(
    makeIssue('set-too-large', {
      message: 'the transaction set is larger than the limit and was not kept; parseSegments reads sets of any size',
      at: { offset: header.offset, length: header.length, segment: 1 },
      address,
      path: ['ST'],
      expected: `at most ${most} bytes`,
      found: `${size} bytes`,
    }),
  );
}
