import type { Address, Issue } from '../issue.ts';
import type { InterchangeHeaderScan } from '../lexical/interchange-header.ts';
import { type ScanFault, type SegmentScanner, scanSegments } from '../lexical/scan-segments.ts';
import { toDelimiters } from '../lexical/separators.ts';
import { makeIssue } from '../make-issue.ts';
import type { SegmentSource } from '../validate/element-span.ts';
import { checkInterchangeHeader } from './check-interchange-header.ts';
import { envelopeIssue, textOf } from './envelope-issue.ts';
import type { FunctionalGroup, Interchange, Segment } from './interchange.ts';
import { interchangeHeader } from './interchange-header.ts';
import { closeGroup, type OpenGroup, openGroup, toGroup } from './open-group.ts';
import { closeSet, type OpenSet, openSet, toSet } from './open-set.ts';

export interface InterchangeInput {
  readonly source: Uint8Array;
  readonly nextHeader: (from: number) => number;
  readonly limits: { readonly segmentBytes: number; readonly elements: number };
}

/** What is open while the segments of an interchange come in. */
interface State extends SegmentSource {
  readonly controlNumber: string;
  readonly address: Address;
  readonly groups: FunctionalGroup[];
  readonly acknowledgments: Segment[];
  readonly issues: Issue[];
  /** GS06 of its groups. */
  readonly controlNumbers: Set<string>;
  group: OpenGroup | undefined;
  set: OpenSet | undefined;
  strayed: boolean;
}

/** Reads one interchange in one pass, from its ISA to its IEA, to another ISA or to the end. */
export function readInterchange(scan: InterchangeHeaderScan, input: InterchangeInput): Interchange {
  const { source, nextHeader, limits } = input;
  const { separators } = scan;
  const header = interchangeHeader(scan);
  const state: State = {
    source,
    delimiters: toDelimiters(separators),
    controlNumber: header.controlNumber,
    address: { interchange: header.controlNumber },
    groups: [],
    acknowledgments: [],
    issues: [],
    controlNumbers: new Set(),
    group: undefined,
    set: undefined,
    strayed: false,
  };
  state.issues.push(...checkInterchangeHeader(scan, state.address));
  const scanner = scanSegments({ source, start: scan.end, separators, nextHeader, ...limits });
  readSegments(scanner, state);
  const { delimiters, groups, acknowledgments, issues, address } = state;
  const length = scanner.offset - scan.offset;
  return { header, delimiters, groups, acknowledgments, issues, address, offset: scan.offset, length };
}

function readSegments(scanner: SegmentScanner, state: State): void {
  for (let scanned = scanner.next(); scanned !== undefined; scanned = scanner.next()) {
    const { segment, fault } = scanned;
    if (fault !== undefined) reportScanFault(segment, fault, state);
    if (segment.id === 'IEA') {
      closeInterchange(segment, state);
      return;
    }
    take(segment, state);
  }
  // What was cut off is one cause: the group and the set that were open have no issue of their own.
  if (state.set) state.group?.sets.push(toSet(state.set));
  if (state.group) state.groups.push(toGroup(state.group));
  state.issues.push(
    makeIssue('interchange-trailer-missing', {
      message: 'the interchange ends without IEA',
      at: { offset: scanner.offset, length: 0 },
      address: state.address,
      path: ['IEA'],
      expected: 'IEA',
    }),
  );
}

function take(segment: Segment, state: State): void {
  const { group, set } = state;
  if (segment.id === 'GS') {
    endGroup(segment, state);
    state.group = openGroup(segment, state.address, state.controlNumbers, state);
  } else if (segment.id === 'ST' && group !== undefined) {
    endSet(segment, state);
    state.set = openSet(segment, group.address, group.controlNumbers, state);
  } else if (segment.id === 'SE' && set !== undefined) endSet(segment, state);
  else if (segment.id === 'GE' && group !== undefined) endGroup(segment, state);
  else if (set !== undefined) set.segments.push(segment);
  else if (segment.id === 'TA1' && group === undefined) state.acknowledgments.push(segment);
  // A terminator written twice leaves nothing between: no segment, and nothing lost.
  else if (segment.length > 0) reportStray(segment, state);
}

function endSet(next: Segment, state: State): void {
  if (state.set === undefined) return;
  state.group?.sets.push(closeSet(state.set, state, next));
  state.set = undefined;
}

function endGroup(next: Segment, state: State): void {
  // A set without SE is reported at the set; GE itself stands where it should.
  endSet(next, state);
  if (state.group === undefined) return;
  state.groups.push(closeGroup(state.group, state, next));
  state.group = undefined;
}

function closeInterchange(trailer: Segment, state: State): void {
  endGroup(trailer, state);
  const { address, groups, issues, controlNumber } = state;
  const count = textOf(trailer, 1);
  if (!state.strayed && !(/^\d{1,10}$/.test(count) && Number(count) === groups.length))
    issues.push(
      envelopeIssue(
        'interchange-group-count',
        {
          segment: trailer,
          element: 1,
          address,
          message: 'the number of functional groups disagrees',
          expected: `${groups.length}`,
        },
        state,
      ),
    );
  if (textOf(trailer, 2) !== controlNumber)
    issues.push(
      envelopeIssue(
        'interchange-trailer-control-number',
        {
          segment: trailer,
          element: 2,
          address,
          message: 'the control number of IEA differs from that of ISA',
          expected: controlNumber,
        },
        state,
      ),
    );
}

/** Segments that stand in no set, or sets in no group: the control structure is invalid, which is said once. */
function reportStray(segment: Segment, state: State): void {
  if (state.group) state.group.strayed = true;
  if (state.strayed) return;
  state.strayed = true;
  const expected = state.group ? 'ST or GE' : 'GS or IEA';
  state.issues.push(
    envelopeIssue(
      'interchange-structure',
      {
        segment,
        address: state.group?.address ?? state.address,
        message: `${segment.id} does not belong here`,
        expected,
      },
      state,
    ),
  );
}

const SCAN_FAULTS = {
  'too-long': ['segment-too-long', 'the segment is longer than the limit'],
  'too-many-elements': ['segment-too-many-elements', 'the segment has more elements than the limit'],
  'binary-length': ['segment-binary-length', 'the binary payload does not have the length that is declared'],
} as const;

function reportScanFault(segment: Segment, fault: ScanFault, state: State): void {
  const open = state.set ?? state.group ?? state;
  const [code, message] = SCAN_FAULTS[fault];
  open.issues.push(envelopeIssue(code, { segment, address: open.address, message }, state));
}
